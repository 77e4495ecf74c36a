"""An export of Factiva as XML in, its articles out: headline, first paragraph and the rest, each with its time."""

import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError, MalformedArticle
from dateline.readers import stamps
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source, library


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export, and an error where they are not as many as it says."""
    etree = library("lxml.etree", source)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    tree = etree.fromstring(source.data().lstrip(b"\xef\xbb\xbf"), parser)
    if tree is None:
        raise MalformedArticle(source.name, "it is broken XML", "Get the export again")
    nodes = list(tree.iter("{*}article"))
    for number, node in enumerate(nodes, 1):
        where = f"{source.name}#{number}"
        try:
            yield _article(node, where, source)
        except InputError as error:
            yield error
    results = next(tree.iter("{*}ppsarticleResultSet"), None)
    said = results.get("count") if results is not None else None
    if said and said.isdecimal() and int(said) != len(nodes):
        yield MalformedArticle(
            source.name, f"it says that it holds {said} articles, and {len(nodes)} are there", "Get the export again"
        )


def _article(node: Any, where: str, source: Source) -> Draft:
    def words(path: str) -> str:
        found = node.find(path)
        return " ".join("".join(found.itertext()).split()) if found is not None else ""

    def paragraphs(name: str) -> list[str]:
        return [_words(one) for part in node.findall(f"{{*}}{name}") for one in part.iter("{*}paragraph")]

    fields = Fields()
    time = words("{*}publicationDate/{*}dateTime") or words("{*}publicationDate/{*}date") or words("{*}publicationDate")
    fields.take("id", words("{*}accessionNo"), "accessionNo")
    fields.take("title", " ".join(paragraphs("headline")), "Factiva: headline")
    fields.take("published", stamps.iso(time, where) if time else None, "Factiva: publicationDate")
    fields.take("source", words("{*}sourceName"), "Factiva: sourceName")
    fields.take("source", words("{*}publisherName"), "Factiva: publisherName")
    fields.take("byline", words("{*}byline"), "byline")
    fields.take("section", words("{*}sectionName"), "sectionName")
    fields.take("language", words("{*}baseLanguage").lower(), "baseLanguage")
    text = "\n\n".join(filter(None, (*paragraphs("leadParagraph"), *paragraphs("tailParagraphs"))))
    if not text:
        raise MalformedArticle(where, f"the article “{fields.values.get('title')}” has no text", "Leave it out")
    return source.draft(text, fields, where)


def _words(node: Any) -> str:
    return re.sub(r"\s+", " ", "".join(node.itertext())).strip()
