"""A JSON object of a scraper or an agency in, the article in it out, in Dateline's own fields.

Each maker has its own names for a text and a day; what an object is, the names it has tell. A shape gives the article's
fields as Dateline's own format has them, so that all JSON goes through one door afterwards.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dateline.errors import InputError, MalformedArticle
from dateline.readers import stamps
from dateline.readers.web.blocks import plain_text

Value = Mapping[str, Any]

# Names under which records of unknown makers hold a text and a day, and the other fields.
_BODIES = ("text", "body", "content", "article_text", "full_text", "fulltext", "articleBody", "story", "body_text")
_DAYS = (
    "date",
    "pub_date",
    "pubdate",
    "published_at",
    "publication_date",
    "published_date",
    "datePublished",
    "time",
    "timestamp",
    "created_at",
)
NAMES_IN_JSON: Mapping[str, tuple[str, ...]] = {
    "text": _BODIES,
    "published": _DAYS,
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publisher", "publication", "media_name", "newspaper", "domain"),
    "url": ("url", "link"),
    "byline": ("byline", "author", "authors"),
    "language": ("language", "lang"),
    "section": ("section", "category"),
    "id": ("id",),
}  # fmt: skip


@dataclass(slots=True)
class Shaped:
    """One article of a record: its fields, what gave each, and its place where the record holds several."""

    kind: str
    fields: dict[str, Any] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    excerpt: bool = False
    where: str | None = None

    def take(self, name: str, value: Any, by: str) -> None:
        """Keep a value for a field that has none yet."""
        if name not in self.fields and value is not None and str(value).strip() not in ("", "None", "null"):
            self.fields[name] = str(value)
            self.told[name] = by


class _Shape(NamedTuple):
    kind: str
    fits: Callable[[Value], bool]
    make: Callable[[Value, str], Iterator[Shaped | InputError]]


def articles_in(value: Value, where: str, mapping: Mapping[str, str]) -> Iterator[Shaped | InputError] | None:
    """The articles of a record; None for an object in Dateline's own format, or in none that is known."""
    if mapping:
        return _mapped(value, where, mapping)
    if isinstance(value.get("text"), str) and "published" in value:
        return None
    shape = next((shape for shape in _SHAPES if shape.fits(value)), None)
    return None if shape is None else shape.make(value, where)


def _mapped(value: Value, where: str, mapping: Mapping[str, str]) -> Iterator[Shaped | InputError]:
    """An article by a mapping that a person wrote. `articles` in it is the path of the list of articles."""
    listed = mapping.get("articles")
    items = _at(value, listed) if listed else value
    if listed and not isinstance(items, list):
        yield MalformedArticle(where, f"there is no list at “{listed}”", "Correct “articles” in the mapping")
        return
    for number, item in enumerate(items if isinstance(items, list) else [items], 1):
        place = f"{where}#{number}" if listed else None
        made = Shaped("JSON by a mapping", where=place)
        try:
            for name, path in mapping.items():
                if name == "articles":
                    continue
                found = _at(item, path)
                if name in ("published", "updated"):
                    _day(made, name, found, path, place or where)
                else:
                    made.take(name, _joined(found) if name != "text" else plain_text(_paragraphs(found)), path)
            made.fields.setdefault("text", "")
            yield made
        except InputError as error:
            yield error


def _at(value: Any, path: str) -> Any:
    """The value at a path such as `meta.dates.0.value`; None where there is none."""
    for part in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list) and part.lstrip("-").isdecimal() and -len(value) <= int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def _paragraphs(value: Any) -> str:
    if isinstance(value, list):
        return "\n\n".join(_paragraphs(item) for item in value)
    if isinstance(value, Mapping):
        return "\n\n".join(_paragraphs(item) for item in value.values())
    return "" if value is None else str(value)


def _joined(value: Any) -> str | None:
    """Names as people write them: a list with commas, of objects their names."""
    if value is None or value == "":
        return None
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_joined, value))) or None
    if isinstance(value, Mapping):
        return _joined(value.get("name") or value.get("byline") or value.get("title"))
    return str(value)


def _day(made: Shaped, name: str, value: Any, by: str, where: str) -> None:
    """Take a time in whatever style it is written; one of an update that cannot be read counts for nothing."""
    if value is None or str(value).strip() in ("", "None", "null"):
        return
    try:
        made.take(name, stamps.iso(value, where), by)
    except InputError:
        if name == "published":
            raise


def _one(
    kind: str, paths: Mapping[str, tuple[str, ...]], is_teaser: Callable[[Value, Shaped], bool] | None = None
) -> Callable[[Value, str], Iterator[Shaped | InputError]]:
    """A shape of one article an object: field → the paths that may give it, the surest first."""

    def make(value: Value, where: str) -> Iterator[Shaped | InputError]:
        made = Shaped(kind)
        for name, ways in paths.items():
            for path in ways:
                found = _at(value, path)
                if name in ("published", "updated"):
                    _day(made, name, found, f"{kind}: {path}", where)
                elif name == "text":
                    made.take(name, plain_text(_paragraphs(found)), f"{kind}: {path}")
                else:
                    made.take(name, _joined(found), f"{kind}: {path}")
        made.excerpt = is_teaser is not None and is_teaser(value, made)
        made.fields.setdefault("text", "")
        yield made

    return make


def _several(lists: tuple[str, ...]) -> Callable[[Value, str], Iterator[Shaped | InputError]]:
    """A shape of an answer that holds a list of articles, each of whatever shape."""

    def make(value: Value, where: str) -> Iterator[Shaped | InputError]:
        items = next(found for path in lists if isinstance(found := _at(value, path), list))
        for number, item in enumerate(items, 1):
            place = f"{where}#{number}"
            try:
                inner = articles_in(item, place, {}) if isinstance(item, Mapping) else None
                for made in inner if inner is not None else [Shaped("JSON", dict(item))]:
                    if isinstance(made, Shaped):
                        made.where = made.where or place
                    yield made
            except InputError as error:
                yield error
            except (TypeError, ValueError):
                yield MalformedArticle(place, "it is no object", "An article is an object")

    return make


def _list_at(*paths: str) -> Callable[[Value], bool]:
    def fits(value: Value) -> bool:
        lists = (_at(value, path) for path in paths)
        return not {"text", "entries"} & value.keys() and any(
            isinstance(found, list) and found and isinstance(found[0], Mapping) for found in lists
        )

    return fits


def _has(*names: str) -> Callable[[Value], bool]:
    return lambda value: all(name in value for name in names)


# What a teaser of NewsAPI ends with, and how feeds and answers break off.
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?\d+ chars\]\s*$")


def without_count(text: str) -> tuple[str, bool]:
    """A text that NewsAPI cut off, without its count of what is missing; and whether it was cut."""
    return (_CUT.sub("…", text), True) if _CUT.search(text[-40:]) else (text, False)


def _newsapi(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """NewsAPI gives the first 200 characters of a text; the description is the standfirst."""
    for made in _one(
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


def _fundus(value: Value, where: str) -> Iterator[Shaped | InputError]:
    body = value["body"]
    parts: list[Any] = []
    if isinstance(body, Mapping):
        parts.append(body.get("summary"))
        for section in body.get("sections") or ():
            parts += [section.get("headline"), section.get("paragraphs")]
    flat = {**value, "body": [part for part in parts if part] if parts else body}
    yield from _one(
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


def _is_ninjs(value: Value) -> bool:
    keys = {key.lower() for key in value}
    return "uri" in keys and bool(
        keys & {"versioncreated", "headlines", "bodies", "infosource", "infosources", "pubstatus", "contentcreated"}
        or any(key.startswith("body_") for key in keys)
    )


def _ninjs(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """IPTC ninjs 1 to 3: the names are the same but for case and for lists in place of names with an ending."""
    low = {key.lower(): item for key, item in value.items()}
    version = _at(value, "standard.version") or ("1" if "headlines" not in low else "2 or 3")
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
        _day(made, "published", given, f"{kind}: {name}", where)
    if this and first and this != first:
        _day(made, "updated", this, f"{kind}: versioncreated", where)
    made.take("id", low.get("uri"), "uri")
    headlines = low.get("headlines")
    made.take("title", _at(headlines, "0.value") if headlines else low.get("headline"), f"{kind}: headline")
    made.take("title", next((low[key] for key in low if key.startswith("headline_")), None), f"{kind}: headline")
    made.take("title", low.get("title"), f"{kind}: title")
    provider = low.get("infosources") or low.get("infosource")
    made.take("source", _joined(_at(provider, "0.name")), f"{kind}: infosource")
    made.take("source", low.get("copyrightholder"), f"{kind}: copyrightholder")
    made.take("byline", _joined(low.get("byline") or low.get("by")), "byline")
    made.take("language", low.get("language"), "language")
    made.take("url", _at(low.get("links") or [], "0.href") if "links" in low else None, "links")
    uri = str(low.get("uri"))
    made.take("url", uri if uri.startswith(("http://", "https://")) else None, "uri")
    if not made.fields.get("text"):
        described = low.get("descriptions")
        summary = (
            _at(described, "0.value")
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


def _json_ld(value: Value, where: str) -> Iterator[Shaped | InputError]:
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


def _json_feed(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """JSON Feed 1.0 and 1.1; an item without a content is a teaser."""
    for number, item in enumerate(value.get("items") or (), 1):
        place = f"{where}#{number}"
        try:
            made = Shaped("a JSON feed", where=place)
            for name in ("content_text", "content_html", "summary"):
                made.take("text", plain_text(str(item.get(name) or "")), f"feed {name}")
            made.excerpt = not (item.get("content_text") or item.get("content_html"))
            _day(made, "published", item.get("date_published"), "feed date_published", place)
            modified = item.get("date_modified")
            if modified != item.get("date_published"):
                _day(made, "updated", modified, "feed date_modified", place)
            made.take("id", item.get("id"), "id")
            made.take("title", item.get("title"), "feed title")
            made.take("url", item.get("url") or item.get("external_url"), "url")
            made.take("byline", _joined(item.get("authors") or item.get("author")), "authors")
            made.take("source", value.get("title"), "title of the feed")
            made.take("language", item.get("language") or value.get("language"), "language")
            made.fields.setdefault("text", "")
            yield made
        except InputError as error:
            yield error
        except AttributeError:
            yield MalformedArticle(place, "it is no object", "An item of a feed is an object")


def _csl(value: Value, where: str) -> Iterator[Shaped | InputError]:
    """CSL-JSON, as Zotero writes it: sources, of which an abstract is all that may be there of the text."""
    parts = _at(value, "issued.date-parts.0") or []
    made = Shaped("a list of sources (CSL-JSON)")
    if len(parts) == 3:
        made.take("published", "{:04}-{:02}-{:02}".format(*map(int, parts)), "CSL issued")
    else:
        _day(made, "published", _at(value, "issued.raw") or _at(value, "issued.literal"), "CSL issued", where)
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


def _address_alone(value: Value, where: str) -> Iterator[Shaped | InputError]:
    yield MalformedArticle(
        where,
        f"it has the address of an article and no text ({value.get('url')})",
        "Fetch it with dateline fetch and read the folder",
    )


def _guardian(value: Value, where: str) -> Iterator[Shaped | InputError]:
    yield from _one(
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


_IN_LISTS = (
    "response.results", "results", "response.docs", "docs", "stories", "data", "news", "hits.hits", "documents",
    "items",
)  # fmt: skip

_SHAPES: tuple[_Shape, ...] = (
    _Shape("JSON-LD", lambda v: "@context" in v or "@graph" in v or ("@type" in v and "articleBody" in v), _json_ld),
    _Shape("JSON Feed", lambda v: "jsonfeed.org" in str(v.get("version")), _json_feed),
    _Shape("ninjs", _is_ninjs, _ninjs),
    _Shape("Guardian", _has("webPublicationDate", "webTitle"), _guardian),
    _Shape(
        "Guardian",
        lambda v: isinstance(_at(v, "response.content.webTitle"), str),
        lambda v, w: _guardian(v["response"]["content"], w),
    ),
    _Shape("NewsAPI", lambda v: "publishedAt" in v and ("content" in v or "description" in v), _newsapi),
    _Shape(
        "New York Times",
        lambda v: "pub_date" in v and "web_url" in v,
        _one(
            "an answer of the New York Times",
            {
                "text": ("lead_paragraph", "abstract", "snippet"),
                "published": ("pub_date",),
                "title": ("headline.main",),
                "source": ("source",),
                "url": ("web_url",),
                "byline": ("byline.original",),
                "section": ("section_name",),
                "id": ("_id",),
            },
            lambda value, made: True,
        ),
    ),
    _Shape("fundus", _has("body", "publishing_date"), _fundus),
    _Shape("fundus", _has("plaintext", "publishing_date"), lambda v, w: _fundus({**v, "body": v["plaintext"]}, w)),
    _Shape(
        "news-please",
        lambda v: "maintext" in v or ("date_publish" in v and "source_domain" in v),
        _one(
            "an article of news-please",
            {
                "text": ("maintext", "text"),
                "published": ("date_publish",),
                "title": ("title", "title_page", "title_rss"),
                "source": ("source_domain",),
                "url": ("url",),
                "byline": ("authors",),
                "language": ("language",),
                "updated": ("date_modify",),
            },
        ),
    ),
    _Shape(
        "newspaper4k",
        lambda v: "publish_date" in v and ("text" in v or "article_html" in v),
        _one(
            "an article of newspaper4k",
            {
                "text": ("text", "article_html"),
                "published": ("publish_date",),
                "title": ("title",),
                "source": ("meta_site_name", "meta_data.og.site_name", "source_url", "brand"),
                "url": ("canonical_link", "url", "original_url"),
                "byline": ("authors",),
                "language": ("meta_lang", "language"),
            },
        ),
    ),
    _Shape(
        "trafilatura",
        lambda v: bool({"hostname", "source-hostname", "raw_text", "fingerprint", "sitename"} & v.keys())
        and bool({"text", "raw_text"} & v.keys()),
        _one(
            "an article of trafilatura",
            {
                "text": ("text", "raw_text"),
                "published": ("date",),
                "title": ("title",),
                "source": ("source-hostname", "sitename", "hostname"),
                "url": ("source", "url"),
                "byline": ("author",),
                "language": ("language",),
                "section": ("categories",),
            },
        ),
    ),
    _Shape("CSL-JSON", lambda v: "issued" in v and "type" in v and "title" in v and "text" not in v, _csl),
    _Shape(
        "others",
        lambda v: "published" not in v
        and any(isinstance(v.get(name), str) for name in _BODIES)
        and any(name in v for name in _DAYS),
        _one("JSON", NAMES_IN_JSON),
    ),
    _Shape("lists", _list_at(*_IN_LISTS), _several(_IN_LISTS)),
    _Shape(
        "addresses",
        lambda v: "url" in v and "title" in v and bool({"seendate", "publish_date", "media_name"} & v.keys()),
        _address_alone,
    ),
)  # fmt: skip
