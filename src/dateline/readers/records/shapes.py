"""A JSON object of a scraper or an agency in, the article in it out, in Dateline's own fields.

Each maker has its own names for a text and a day; what an object is, the names it has tell. A shape gives the article's
fields as Dateline's own format has them, so that all JSON goes through one door afterwards.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from dateline.errors import InputError, MalformedArticle
from dateline.readers.records.fields import Make, Shaped, Value, at, joined, one_of, paragraphs, take_day
from dateline.readers.records.makers import (
    address_alone,
    csl,
    fundus,
    guardian,
    is_ninjs,
    json_feed,
    json_ld,
    newsapi,
    ninjs,
)
from dateline.readers.web.blocks import plain_text

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


class _Shape(NamedTuple):
    kind: str
    fits: Callable[[Value], bool]
    make: Make


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
    items = at(value, listed) if listed else value
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
                found = at(item, path)
                if name in ("published", "updated"):
                    take_day(made, name, found, path, place or where)
                else:
                    made.take(name, joined(found) if name != "text" else plain_text(paragraphs(found)), path)
            made.fields.setdefault("text", "")
            yield made
        except InputError as error:
            yield error


def _several(lists: tuple[str, ...]) -> Make:
    """A shape of an answer that holds a list of articles, each of whatever shape."""

    def make(value: Value, where: str) -> Iterator[Shaped | InputError]:
        items = next(found for path in lists if isinstance(found := at(value, path), list))
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
        lists = (at(value, path) for path in paths)
        return not {"text", "entries"} & value.keys() and any(
            isinstance(found, list) and found and isinstance(found[0], Mapping) for found in lists
        )

    return fits


def _has(*names: str) -> Callable[[Value], bool]:
    return lambda value: all(name in value for name in names)


_IN_LISTS = (
    "response.results", "results", "response.docs", "docs", "stories", "data", "news", "hits.hits", "documents",
    "items",
)  # fmt: skip

_SHAPES: tuple[_Shape, ...] = (
    _Shape("JSON-LD", lambda v: "@context" in v or "@graph" in v or ("@type" in v and "articleBody" in v), json_ld),
    _Shape("JSON Feed", lambda v: "jsonfeed.org" in str(v.get("version")), json_feed),
    _Shape("ninjs", is_ninjs, ninjs),
    _Shape("Guardian", _has("webPublicationDate", "webTitle"), guardian),
    _Shape(
        "Guardian",
        lambda v: isinstance(at(v, "response.content.webTitle"), str),
        lambda v, w: guardian(v["response"]["content"], w),
    ),
    _Shape("NewsAPI", lambda v: "publishedAt" in v and ("content" in v or "description" in v), newsapi),
    _Shape(
        "New York Times",
        lambda v: "pub_date" in v and "web_url" in v,
        one_of(
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
    _Shape("fundus", _has("body", "publishing_date"), fundus),
    _Shape("fundus", _has("plaintext", "publishing_date"), lambda v, w: fundus({**v, "body": v["plaintext"]}, w)),
    _Shape(
        "news-please",
        lambda v: "maintext" in v or ("date_publish" in v and "source_domain" in v),
        one_of(
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
        one_of(
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
        one_of(
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
    _Shape("CSL-JSON", lambda v: "issued" in v and "type" in v and "title" in v and "text" not in v, csl),
    _Shape(
        "others",
        lambda v: "published" not in v
        and any(isinstance(v.get(name), str) for name in _BODIES)
        and any(name in v for name in _DAYS),
        one_of("JSON", NAMES_IN_JSON),
    ),
    _Shape("lists", _list_at(*_IN_LISTS), _several(_IN_LISTS)),
    _Shape(
        "addresses",
        lambda v: "url" in v and "title" in v and bool({"seendate", "publish_date", "media_name"} & v.keys()),
        address_alone,
    ),
)  # fmt: skip
