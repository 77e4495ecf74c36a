"""Bytes in, text out, with nothing guessed in silence.

UTF-8, with a byte order mark or without; UTF-16 and UTF-32 with one; else cp1252, which is noted. A file that is UTF-8
but for a few bytes is refused at the first of them: read as cp1252 it would come out as mojibake.
"""

import codecs
import re

from dateline.errors import UnreadableInput

# UTF-32's little-endian mark begins with UTF-16's, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_TWO_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]")
_MORE_BYTES = re.compile(rb"[\xe1-\xec\xee\xef][\x80-\xbf]{2}|[\xe0\xf0-\xf4][\x90-\xbf][\x80-\xbf]{1,2}")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

# Above one control character in so many bytes, a file that is not UTF-8 is taken to be no text at all.
_BYTES_A_CONTROL = 200

_SAVE_AS_TEXT = "Save its words as a text file in UTF-8 and read that"


def decode(data: bytes, where: str) -> tuple[str, str | None]:
    """The text of a file, without its byte order mark, and a note where its encoding had to be told by its bytes.

    Raises UnreadableInput for what is not text, naming line and byte where they can be named.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return strictly(data[len(mark) :], encoding, where), None
    if b"\0" in data:
        raise UnreadableInput(
            where,
            f"it is not text: byte {data.index(0) + 1} is NUL",
            f"{_SAVE_AS_TEXT} (UTF-16 needs its byte order mark)",
        )
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            raise _invalid(data, error.start, where) from None
    if len(_CONTROL.findall(data)) * _BYTES_A_CONTROL > len(data):
        raise UnreadableInput(where, "it is not text: control characters throughout", _SAVE_AS_TEXT)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _invalid(data, error.start, where) from None
    return text, f"{where}: not UTF-8, read as cp1252"


def strictly(data: bytes, encoding: str, where: str) -> str:
    """The text of bytes whose encoding is known, or UnreadableInput naming the byte that is not in it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            raise _invalid(data, error.start, where) from None
        raise UnreadableInput(
            where,
            f"its byte order mark says {encoding.upper()}, but byte {error.start + 1} does not fit it",
            "Save the file in UTF-8",
        ) from None


def _is_broken_utf8(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 were meant to be.

    Three- and four-byte sequences do not come about in cp1252 (`â€™`). Two-byte ones do now and then (`CAFÉ”`), so they
    count only when they make up most of what is not ASCII.
    """
    if _MORE_BYTES.search(data):
        return True
    pairs = 2 * len(_TWO_BYTES.findall(data))
    return 2 * pairs > len(_NOT_ASCII.findall(data))


def _invalid(data: bytes, position: int, where: str) -> UnreadableInput:
    line = data.count(b"\n", 0, position) + 1
    byte = position - (data.rfind(b"\n", 0, position) + 1) + 1
    return UnreadableInput(
        f"{where}:{line}", f"invalid UTF-8: byte {byte} of the line is 0x{data[position]:02X}", "Save the file in UTF-8"
    )
