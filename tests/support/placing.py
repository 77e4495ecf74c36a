"""Words of a sentence in, where they stand out."""


def place(text: str, words: str) -> tuple[int, int]:
    """The first character of some words, and one past their last."""
    start = text.index(words)
    return start, start + len(words)
