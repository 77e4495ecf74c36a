"""A TEI document, as trafilatura writes it, in, its article out."""

from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError, MalformedArticle
from dateline.readers import stamps
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source, library


def read(source: Source) -> Iterator[Draft | InputError]:
    """The article of a document."""
    etree = library("lxml.etree", source)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    tree = etree.fromstring(source.data(), parser)
    fields = Fields()
    header = next(tree.iter("{*}teiHeader"), tree)
    for path in (".//{*}sourceDesc//{*}date", ".//{*}publicationStmt//{*}date", ".//{*}creation//{*}date"):
        for node in header.findall(path):
            given = node.get("when") or _text(node)
            if given and node.get("type") != "download":
                fields.take("published", stamps.iso(given, source.name), "TEI date")
    fields.take("title", _first(header, ".//{*}titleStmt/{*}title"), "TEI title")
    fields.take("byline", _first(header, ".//{*}titleStmt/{*}author"), "TEI author")
    fields.take("source", _first(header, ".//{*}sourceDesc//{*}publisher"), "TEI publisher")
    fields.take("source", _first(header, ".//{*}publicationStmt/{*}publisher"), "TEI publisher")
    for node in header.iter("{*}ptr", "{*}ref"):
        target = node.get("target") or ""
        fields.take("url", target if target.startswith("http") else None, "TEI ptr")
    body = next(tree.iter("{*}body"), None)
    paragraphs = []
    for node in body.iter("{*}p", "{*}head", "{*}item", "{*}quote") if body is not None else ():
        if not any(one.get("type") == "comments" for one in node.iterancestors("{*}div")) and node.find("{*}p") is None:
            paragraphs.append(_text(node))
    text = "\n\n".join(one for one in paragraphs if one)
    if not text:
        raise MalformedArticle(source.name, "the TEI document has no text", "Leave it out")
    yield source.draft(text, fields, named_for_it=True)


def _text(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _first(node: Any, path: str) -> str | None:
    return next((words for one in node.findall(path) if (words := _text(one))), None)
