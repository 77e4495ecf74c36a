"""NewsML-G2, NewsML 1 and NITF in, an article an item out, as news agencies send them."""

import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError, MalformedArticle, UnreadableInput
from dateline.readers import stamps
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source, library
from dateline.readers.web.blocks import blocks

_WITHDRAWN = re.compile(r"cancel|withheld|kill", re.IGNORECASE)


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a document."""
    etree = library("lxml.etree", source)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    tree = etree.fromstring(source.data(), parser)
    if tree is None:
        raise UnreadableInput(source.name, f"it is {source.kind} that is broken", "Get it again")
    items = [*tree.iter("{*}newsItem")] or [*tree.iter("{*}NewsItem")] or [*tree.iter("{*}nitf")]
    for number, item in enumerate(items, 1):
        where = source.name if len(items) == 1 else f"{source.name}#{number}"
        try:
            yield _article(item, where, source, etree)
        except InputError as error:
            yield error


def _article(item: Any, where: str, source: Source, etree: Any) -> Draft:
    fields = Fields()
    status = next(
        (one.get("qcode") or one.get("FormalName") or "" for one in item.iter("{*}pubStatus", "{*}Status")), ""
    )
    if _WITHDRAWN.search(status):
        raise MalformedArticle(where, f"the agency has marked it as {status}", "It is left out. Do not publish it")
    fields.take("id", item.get("guid"), "guid")
    fields.take("id", _words(item, "NewsItemId"), "NewsItemId")
    for name in (
        "embargoed",
        "firstCreated",
        "FirstCreated",
        "versionCreated",
        "ThisRevisionCreated",
        "contentCreated",
    ):
        fields.take("published", _day(_words(item, name), where), f"NewsML {name}")
    first, this = _words(item, "firstCreated", "FirstCreated"), _words(item, "versionCreated", "ThisRevisionCreated")
    if first and this and this != first:
        fields.take("updated", _day(this, where), "NewsML versionCreated")
    for node in item.iter("{*}date.issue", "{*}date.release"):
        fields.take("published", _day(node.get("norm"), where), "NITF date.issue")
    for node in item.iter("{*}pubdata"):
        fields.take("published", _day(node.get("date.publication"), where), "NITF pubdata")
        fields.take("source", node.get("name"), "NITF pubdata")
        fields.take("section", node.get("position.section"), "NITF pubdata")
    fields.take("title", _words(item, "headline", "HeadLine"), "NewsML headline")
    fields.take("title", _words(item, "hl1", "title"), "NITF hl1")
    for name in ("infoSource", "provider", "creditline", "Provider", "distributor"):
        for node in item.iter(f"{{*}}{name}"):
            literal = next((_text(one) for one in node.iter("{*}name")), None) or node.get("literal") or _party(node)
            fields.take(
                "source", literal or (_text(node) if name in ("creditline", "distributor") else None), f"NewsML {name}"
            )
    byline = next(iter(item.iter("{*}by", "{*}ByLine", "{*}byline")), None)
    fields.take("byline", _text(byline) if byline is not None else None, "byline")
    content = next(iter(item.iter("{*}inlineXML", "{*}DataContent", "{*}body.content")), None)
    language = next((one.get("tag") for one in item.iter("{*}language") if one.get("tag")), None)
    fields.take("language", language or item.get("{http://www.w3.org/XML/1998/namespace}lang"), "language")
    text = _story(content if content is not None else item, etree)
    if not text:
        plain = next(iter(item.iter("{*}inlineData")), None)
        text = _text(plain) if plain is not None else ""
    if not text:
        raise MalformedArticle(where, f"{source.kind} “{fields.values.get('title')}” has no text", "Leave it out")
    return source.draft(text, fields, where, named_for_it=where == source.name)


def _party(node: Any) -> str | None:
    party = next(iter(node.iter("{*}Party")), None)
    return party.get("FormalName") if party is not None else None


def _words(item: Any, *names: str) -> str | None:
    return next((_text(one) for name in names for one in item.iter(f"{{*}}{name}") if _text(one)), None)


def _text(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _day(given: str | None, where: str) -> str | None:
    """A time as the standards write it: ISO 8601 whole or without its marks (`20190423T100000Z`, `20190423`)."""
    if not given:
        return None
    found = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)([+-]\d{2}:?\d{2}|Z)?)?$", given.strip())
    if found:
        day = "-".join(found.groups()[:3])
        given = f"{day}T{found[4]}:{found[5]}:{found[6]}{found[7] or ''}" if found[4] else day
    return stamps.iso(given, where)


def _story(node: Any, etree: Any) -> str:
    """The paragraphs of a body, in NITF or XHTML: not those of media, tables of data and tag lines."""
    inner = next(iter(node.iter("{*}body.content")), None)
    if inner is None:
        inner = next(iter(node.iter("{*}body")), node)
    found = [
        " ".join("".join(one.itertext()).split())
        for one in inner.iter("{*}p", "{*}hl2")
        if not any(
            str(up.tag).rsplit("}", 1)[-1] in ("media", "table", "hedline", "abstract") for up in one.iterancestors()
        )
    ]
    text = "\n\n".join(one for one in found if one)
    return text or "\n\n".join(blocks(etree.tostring(inner, encoding="unicode", with_tail=False)))
