"""Words as they are compared: in lower case, roughly stemmed, without those that say nothing."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """`text` with another sign for each lone surrogate, which no encoding can write; one for one, so offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", text)
    return text


@cache
def word_list(name: str, language: str = "en") -> frozenset[str]:
    """A list of words in lower case from this package's language data, such as `empty_words`."""
    text = resources.files("dateline.text").joinpath(language, f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def words_of(text: str) -> Iterator[str]:
    """The words of a text in order, in lower case, without possessive endings."""
    return (match[0].lower().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(text))


def stem(word: str) -> str:
    """A word without the endings that English inflection adds: enough to match `closing` and `close`, no more."""
    root = word
    for ending in ("ings", "ing", "ies", "ied", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            root = word[: -len(ending)] + ("y" if ending in {"ies", "ied"} else "")
            break
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "ls":
        return root[:-1]
    return root.removesuffix("e") if len(root) > 3 else root


def content_words(text: str) -> list[str]:
    """Words of a text that say what it is about, in lower case and roughly stemmed, in order."""
    return [found for word in _WORD.findall(text.lower().replace("’", "'")) if (found := _content(word))]


@lru_cache(maxsize=1 << 16)
def _content(word: str) -> str:
    """The stem of a word in lower case, empty when it says nothing of what a text is about."""
    word = word.removesuffix("'s")
    return "" if word in word_list("empty_words") or word.isdigit() else stem(word)
