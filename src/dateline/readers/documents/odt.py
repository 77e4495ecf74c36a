"""An OpenDocument text in, its articles out: its headings and paragraphs in their order (ISO/IEC 26300)."""

import zipfile
from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError
from dateline.readers.databases.nexis_uni import Paragraph
from dateline.readers.documents.docx import part
from dateline.readers.documents.parts import drafts
from dateline.readers.drafts import Draft
from dateline.readers.sources import Source, library

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a document."""
    etree = library("lxml.etree", source)
    with zipfile.ZipFile(source.seekable()) as archive:
        content = part(archive, "content.xml", source)
    tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    found = [
        Paragraph(" ".join("".join(_words(node)).split()), heading=node.tag == f"{_TEXT}h")
        for node in tree.iter(f"{_TEXT}h", f"{_TEXT}p")
        if not any(one.tag in (f"{_TEXT}note", f"{_TEXT}tracked-changes") for one in node.iterancestors())
    ]
    yield from drafts(found, source)


def _words(node: Any) -> Iterator[str]:
    """The words of a paragraph; blanks and breaks are elements of their own, notes are no part of it."""
    yield node.text or ""
    for child in node:
        if child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield " "
        elif child.tag not in (f"{_TEXT}note", "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"):
            yield from _words(child)
        yield child.tail or ""
