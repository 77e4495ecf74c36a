"""An RTF document in, its articles out: an export of a database by its order, else one article under its head."""

import re
from collections.abc import Iterator

from dateline.errors import InputError, MalformedArticle
from dateline.readers.databases.nexis_uni import Paragraph
from dateline.readers.documents.parts import drafts
from dateline.readers.drafts import Draft
from dateline.readers.sources import Source, library

# What striprtf puts behind the words of a link.
_LINK = re.compile(r"\(\"(?:https?|mailto|ftp):[^\"]*\"\)")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d+)")


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a document."""
    striprtf = library("striprtf.striprtf", source)
    data = source.data()
    page = _CODE_PAGE.search(data[:2_000])
    encoding = f"cp{page[1].decode()}" if page else "cp1252"
    try:
        text = striprtf.rtf_to_text(data.decode("latin-1"), encoding=encoding, errors="replace")
    except LookupError:
        text = striprtf.rtf_to_text(data.decode("latin-1"), errors="replace")
    text = _LINK.sub("", text)
    if data.count(b"{") - data.count(b"\\{") > data.count(b"}") - data.count(b"\\}"):
        yield MalformedArticle(source.name, "the document breaks off", "Get it again; what is there is read")
    yield from drafts(
        [Paragraph(line.strip(" \t|") if line.count("|") < 2 else line) for line in text.split("\n")], source
    )
