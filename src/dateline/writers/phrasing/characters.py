"""Text of others, made safe to show: nothing an article holds may steer a terminal or reorder the words around it."""

import re
from collections.abc import Callable

Quoted = Callable[[str], str]
"""What makes text of others fit to stand in a format."""

# One code point for one, so that offsets into the text hold in what is shown: the pictures Unicode has for the ASCII
# controls, and the replacement character for the C1 controls (U+009B starts an escape sequence as ESC [ does) and for
# lone surrogates, which no encoding can write.
_PICTURES = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_NOT_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# The explicit directional formatting characters of UAX #9, section 2.
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENS_ISOLATE = "\u2066\u2067\u2068"
_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"


def visible(text: str) -> str:
    """`text` with each control character but tab and line break shown by its picture (ESC as ␛), one for one."""
    return text.translate(_PICTURES) if _UNSHOWABLE.search(text) else text


def in_xml(text: str) -> str:
    """`visible`, and the two code points besides that XML 1.0 has no place for replaced, one for one."""
    return visible(text).translate(_NOT_XML)


def folded(text: str) -> str:
    """`text` on one line: white space folded to single spaces, control characters made visible."""
    return visible(" ".join(text.split()))


def isolated(text: str) -> str:
    """`text`, set apart when it holds characters that turn the direction of what follows (UAX #9).

    A right-to-left override in a quotation then ends with the quotation. The closing isolate ends every embedding and
    override inside; isolates are balanced first, so that the text cannot close the one around it.
    """
    if not _DIRECTIONS.search(text):
        return text
    kept: list[str] = []
    depth = 0
    for character in text:
        if character in _OPENS_ISOLATE:
            depth += 1
        elif character == _POP_ISOLATE:
            if not depth:
                continue
            depth -= 1
        kept.append(character)
    return _FIRST_STRONG_ISOLATE + "".join(kept) + _POP_ISOLATE * (depth + 1)
