"""Bytes of a page in, its text out: by its mark, by what the server or the page itself says, else by trying."""

import codecs
import re

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)
# Bytes in which a page may say so.
_HEAD = 8_192


def decoded(data: bytes, given: str | None = None) -> str:
    """The text of a page; bytes that do not fit its encoding come out as U+FFFD, as in browsers."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8")  # what is UTF-8 in every byte is hardly ever anything else, whatever it says
    except UnicodeDecodeError:
        pass
    said = [
        found[1].decode("ascii", "replace")
        for found in (_META.search(data[:_HEAD]), _XML.search(data[:_HEAD]))
        if found
    ]
    for name in filter(None, (given, *said)):
        # ISO 8859-1 stands for what Windows made of it (WHATWG, Encoding).
        label = "cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name
        try:
            return data.decode(label, "replace")
        except LookupError:
            continue
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")
