"""A JSON object of one maker in, the article in it out, where names of fields alone do not tell it.

Agencies, feeds and lists of sources nest their texts, mark what is withheld or cut, and tell a day in parts.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.errors import InputError, MalformedArticle
from dateline.readers.records.fields import Shaped, Value, at, joined, one_of, take_day
from dateline.readers.web.blocks import plain_text

# What a teaser of NewsAPI ends with, and how feeds and answers break off.
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?\d+ chars\]\s*$")


def without_count(text: str) -> tuple[str, bool]:
    """A text that NewsAPI cut off, without its count of what is missing; and whether it was cut."""
    return (_CUT.sub("…", text), True) if _CUT.search(text[-40:]) else (text, False)


def newsapi(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """NewsAPI gives the first 200 characters of a text; the description is the standfirst."""
    for made in one_of(
        "an answer of NewsAPI",
        {
            "text": ("content", "description"),
            "published": ("publishedAt",),
            "title": ("title",),
            "source": ("source.name", "source"),
            "url": ("url",),
            "byline": ("author",),
        },
    )(value, where):
        if isinstance(made, Shaped):
            made.fields["text"], cut = without_count(made.fields["text"])
            made.excerpt = cut or not value.get("content")
        yield made


def fundus(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """Fundus parts a body into a summary and sections, each with a headline."""
    body = value["body"]
    parts: list[Any] = []
    if isinstance(body, Mapping):
        parts.append(body.get("summary"))
        for section in body.get("sections") or ():
            parts += [section.get("headline"), section.get("paragraphs")]
    flat = {**value, "body": [part for part in parts if part] if parts else body}
    yield from one_of(
        "an article of fundus",
        {
            "text": ("body", "plaintext"),
            "published": ("publishing_date",),
            "title": ("title",),
            "source": ("publisher", "source", "html.source_info.publisher"),
            "url": ("url", "html.responded_url", "html.requested_url"),
            "byline": ("authors",),
            "language": ("lang", "language"),
            "section": ("section",),
        },
    )(flat, where)


def is_ninjs(value: Value) -> bool:
    """Whether an object has names that only ninjs uses, whatever their case."""
    keys = {key.lower() for key in value}
    return "uri" in keys and bool(
        keys & {"versioncreated", "headlines", "bodies", "infosource", "infosources", "pubstatus", "contentcreated"}
        or any(key.startswith("body_") for key in keys)
    )


def ninjs(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """IPTC ninjs 1 to 3: the names are the same but for case and for lists in place of names with an ending."""
    low = {key.lower(): item for key, item in value.items()}
    version = at(value, "standard.version") or ("1" if "headlines" not in low else "2 or 3")
    status = str(low.get("pubstatus") or "usable").lower()
    if status in ("canceled", "cancelled", "withheld"):
        yield MalformedArticle(where, f"the agency has marked it as {status}", "It is left out. Do not publish it")
        return
    if str(low.get("type") or "text").lower() not in ("text", "composite"):
        yield MalformedArticle(where, f"it is a ninjs item of type “{low['type']}”, not a text", "Leave it out")
        return
    kind = f"ninjs {version}"
    made = Shaped(kind)
    text, by = _ninjs_text(low)
    made.take("text", text, f"{kind}: {by}")
    first, this = low.get("firstcreated"), low.get("versioncreated")
    names = {"embargoeduntil": low.get("embargoeduntil"), "firstcreated": first, "versioncreated": this}
    for name, given in {**names, "contentcreated": low.get("contentcreated")}.items():
        take_day(made, "published", given, f"{kind}: {name}", where)
    if this and first and this != first:
        take_day(made, "updated", this, f"{kind}: versioncreated", where)
    made.take("id", low.get("uri"), "uri")
    headlines = low.get("headlines")
    made.take("title", at(headlines, "0.value") if headlines else low.get("headline"), f"{kind}: headline")
    made.take("title", next((low[key] for key in low if key.startswith("headline_")), None), f"{kind}: headline")
    made.take("title", low.get("title"), f"{kind}: title")
    provider = low.get("infosources") or low.get("infosource")
    made.take("source", joined(at(provider, "0.name")), f"{kind}: infosource")
    made.take("source", low.get("copyrightholder"), f"{kind}: copyrightholder")
    made.take("byline", joined(low.get("byline") or low.get("by")), "byline")
    made.take("language", low.get("language"), "language")
    made.take("url", at(low.get("links") or [], "0.href") if "links" in low else None, "links")
    uri = str(low.get("uri"))
    made.take("url", uri if uri.startswith(("http://", "https://")) else None, "uri")
    if not made.fields.get("text"):
        described = low.get("descriptions")
        summary = (
            at(described, "0.value")
            if described
            else next((low[key] for key in low if key.startswith("description")), None)
        )
        made.take("text", plain_text(str(summary or "")), f"{kind}: description")
        made.excerpt = True
    made.fields.setdefault("text", "")
    yield made


def _ninjs_text(low: Value) -> tuple[str, str]:
    """The body: as plain text where there is one, else of its mark-up."""
    bodies = low.get("bodies")
    if isinstance(bodies, list) and bodies:
        kinds = [str(body.get("contentType") or body.get("contenttype") or "") for body in bodies]
        best = kinds.index("text/plain") if "text/plain" in kinds else 0
        return plain_text(str(bodies[best].get("value") or "")), "bodies"
    names = sorted((name for name in low if name.startswith("body_") and low[name]), key=lambda n: n != "body_text")
    return (plain_text(str(low[names[0]])), names[0]) if names else ("", "")


def json_ld(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """JSON-LD as pages carry it, which may hold several articles, or the posts of a live report."""
    from dateline.readers.web.structured import articles, posts  # noqa: PLC0415 - for JSON-LD alone

    found = articles([value])
    if not found:
        yield MalformedArticle(
            where, "it is JSON-LD without an article", "An article is a NewsArticle with articleBody"
        )
    for number, node in enumerate(found, 1):
        for made in posts(node) or [node]:
            shaped = Shaped("JSON-LD", dict(made.values), dict(made.told))
            shaped.where = f"{where}#{number}" if len(found) > 1 else None
            shaped.fields.setdefault("text", "")
            yield shaped


def json_feed(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """JSON Feed 1.0 and 1.1; an item without a content is a teaser."""
    for number, item in enumerate(value.get("items") or (), 1):
        place = f"{where}#{number}"
        try:
            made = Shaped("a JSON feed", where=place)
            for name in ("content_text", "content_html", "summary"):
                made.take("text", plain_text(str(item.get(name) or "")), f"feed {name}")
            made.excerpt = not (item.get("content_text") or item.get("content_html"))
            take_day(made, "published", item.get("date_published"), "feed date_published", place)
            modified = item.get("date_modified")
            if modified != item.get("date_published"):
                take_day(made, "updated", modified, "feed date_modified", place)
            made.take("id", item.get("id"), "id")
            made.take("title", item.get("title"), "feed title")
            made.take("url", item.get("url") or item.get("external_url"), "url")
            made.take("byline", joined(item.get("authors") or item.get("author")), "authors")
            made.take("source", value.get("title"), "title of the feed")
            made.take("language", item.get("language") or value.get("language"), "language")
            made.fields.setdefault("text", "")
            yield made
        except InputError as error:
            yield error
        except AttributeError:
            yield MalformedArticle(place, "it is no object", "An item of a feed is an object")


def csl(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """CSL-JSON, as Zotero writes it: sources, of which an abstract is all that may be there of the text."""
    parts = at(value, "issued.date-parts.0") or []
    made = Shaped("a list of sources (CSL-JSON)")
    if len(parts) == 3:
        made.take("published", "{:04}-{:02}-{:02}".format(*map(int, parts)), "CSL issued")
    else:
        take_day(made, "published", at(value, "issued.raw") or at(value, "issued.literal"), "CSL issued", where)
    made.take("text", plain_text(str(value.get("abstract") or "")), "CSL abstract")
    if "text" not in made.fields:
        address = value.get("URL")
        yield MalformedArticle(
            where,
            "it is an entry of a list of sources (CSL-JSON), which holds no text",
            f"Read the text it stands for{f', {address}, with dateline fetch' if address else ''}",
        )
        return
    made.excerpt = True
    made.take("title", value.get("title"), "CSL title")
    made.take("source", value.get("container-title") or value.get("publisher"), "CSL container-title")
    made.take("url", value.get("URL"), "CSL URL")
    made.take("id", value.get("id"), "id")
    names = [
        " ".join(filter(None, (a.get("given"), a.get("family") or a.get("literal")))) for a in value.get("author") or ()
    ]
    made.take("byline", ", ".join(names), "CSL author")
    made.take("language", value.get("language"), "CSL language")
    yield made


def address_alone(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """A row of an index of news, which has no text: it is refused by name."""
    yield MalformedArticle(
        where,
        f"it has the address of an article and no text ({value.get('url')})",
        "Fetch it with dateline fetch and read the folder",
    )


def guardian(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """The Guardian says its own name nowhere; where no body was asked for, the trail text is a teaser."""
    yield from one_of(
        "an answer of the Guardian",
        {
            "text": ("fields.bodyText", "fields.body", "fields.trailText"),
            "published": ("webPublicationDate",),
            "title": ("fields.headline", "webTitle"),
            "source": ("fields.publication",),
            "url": ("webUrl",),
            "byline": ("fields.byline",),
            "section": ("sectionName",),
            "language": ("fields.lang",),
            "id": ("id",),
            "updated": ("fields.lastModified",),
        },
        lambda value, made: made.told.get("text", "").endswith("trailText"),
    )({**value, "fields": {"publication": "The Guardian", **(value.get("fields") or {})}}, where)
