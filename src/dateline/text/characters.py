"""Half characters: the lone surrogates that a text may hold in memory, and that no encoding can write."""

import re

from dateline.errors import MalformedArticle

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """`text` with another sign for each half character; one for one, so that offsets stay."""
    return text if _is_whole(text) else _LONE_SURROGATE.sub("\ufffd", text)


def refuse_halves(text: str, field: str, where: str) -> None:
    """Raise MalformedArticle for a text that holds half a character, naming the `field` of the article at `where`."""
    if not _is_whole(text) and (half := _LONE_SURROGATE.search(text)):
        raise MalformedArticle(
            where,
            f'its "{field}" holds half a character (\\u{ord(half[0]):04x} at character {half.start() + 1})',
            "Write both halves, or U+FFFD",
        )


def _is_whole(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
