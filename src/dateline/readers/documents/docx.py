"""A Word document in, its articles out: an export of a database by its order, else one article under its head.

The XML is read as it stands (ECMA-376), for an export of Nexis begins each article at an empty paragraph that holds the
end of a bookmark, which libraries for documents do not show.
"""

import zipfile
from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError, UnreadableInput
from dateline.readers.databases.nexis_uni import Paragraph
from dateline.readers.documents.parts import drafts
from dateline.readers.drafts import Draft
from dateline.readers.sources import FILE_LIMIT, Source, check_ratio, library

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a document."""
    yield from drafts(list(_paragraphs(source)), source)


def _paragraphs(source: Source) -> Iterator[Paragraph]:
    etree = library("lxml.etree", source)
    with zipfile.ZipFile(source.seekable()) as archive:
        document = part(archive, "word/document.xml", source)
        try:
            relations = archive.read("word/_rels/document.xml.rels")
        except KeyError:
            relations = b"<r/>"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    links = {one.get("Id"): one.get("Target") for one in etree.fromstring(relations, parser)}
    for paragraph in etree.fromstring(document, parser).iter(f"{_W}p"):
        if any(one.tag == f"{_W}p" for one in paragraph.iterancestors(f"{_W}txbxContent")):
            continue
        text = "".join(_text(paragraph))
        marks = {child.tag for child in paragraph}
        heading = paragraph.find(f"{_W}pPr/{_W}outlineLvl") is not None or _is_heading(paragraph)
        link = next((links.get(one.get(f"{_R}id")) for one in paragraph.iter(f"{_W}hyperlink")), None)
        yield Paragraph(text, not text.strip() and f"{_W}bookmarkEnd" in marks, heading and bool(text.strip()), link)


def _text(paragraph: Any) -> Iterator[str]:
    """The words of a paragraph: not those that were deleted, nor those of paragraphs in boxes within it."""
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            if next(node.iterancestors(f"{_W}p")) is paragraph:
                yield node.text or ""
        elif node.tag in _BREAKS:
            inside = node.getparent() is not None and node.getparent().tag == f"{_W}r"
            if inside and next(node.iterancestors(f"{_W}p")) is paragraph:
                yield _BREAKS[node.tag]


def _is_heading(paragraph: Any) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    return name.startswith(("heading", "title", "berschrift", "titre"))


def part(archive: zipfile.ZipFile, name: str, source: Source) -> bytes:
    """One part of a document, within bounds. Raises UnreadableInput where it is not there or is a bomb."""
    try:
        info = archive.getinfo(name)
        if info.flag_bits & 1:
            raise UnreadableInput(source.name, f"it is {source.kind} under a password", "Save it without one")
        check_ratio(info.compress_size, info.file_size, source.name)
        if info.file_size > FILE_LIMIT:
            raise UnreadableInput(source.name, f"longer than {FILE_LIMIT // 1_000_000} MB", "Split it")
        return archive.read(info)
    except KeyError:
        raise UnreadableInput(
            source.name, f"it is {source.kind} without its text ({name} is missing)", "Save it again"
        ) from None
