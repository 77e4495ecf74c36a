"""JSON-LD of a page in, the article it describes out: schema.org NewsArticle and its kin, the posts of live blogs."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.errors import InputError
from dateline.readers import stamps
from dateline.readers.drafts import Fields
from dateline.readers.web.blocks import plain_text

ARTICLES = frozenset({
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "Report",
    "SatiricalArticle", "ScholarlyArticle", "AdvertiserContentArticle", "SocialMediaPosting", "TechArticle",
})  # fmt: skip
"""The types of schema.org that are an article."""

LISTS = frozenset(["CollectionPage", "ItemList", "SearchResultsPage", "Blog", "ProfilePage"])
"""The types that are a list of articles."""

_CONTROL = re.compile(r"[\x00-\x1f]")


def nodes(scripts: Iterable[str]) -> list[Mapping[str, Any]]:
    """All objects of the scripts of a page, those of lists and graphs included; a broken script counts for nothing."""
    found: list[Mapping[str, Any]] = []
    for script in scripts:
        words = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            value = json.loads(words)
        except ValueError:
            try:
                value = json.loads(_CONTROL.sub(" ", words))
            except (ValueError, RecursionError):
                continue
        except RecursionError:
            continue
        found += _flat(value)
    return found


def _flat(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, Mapping):
        yield value
        yield from _flat(value.get("@graph") or [])
        main = value.get("mainEntity")
        if isinstance(main, Mapping):
            yield main


def types(node: Mapping[str, Any]) -> set[str]:
    """The types of a node, without what stands before their names."""
    given = node.get("@type") or ()
    return {
        str(one).rsplit("/", 1)[-1].removeprefix("schema:") for one in ([given] if isinstance(given, str) else given)
    }


class Node(Fields):
    """An article of JSON-LD, with the node it was made of."""

    def __init__(self, node: Mapping[str, Any]) -> None:
        super().__init__()
        self.node = node


def articles(values: Iterable[Any]) -> list[Node]:
    """The articles among nodes, each with what it tells."""
    every = list(_flat(list(values)))
    by_id = {str(node.get("@id")): node for node in every if node.get("@id")}
    return [_article(node, by_id) for node in every if types(node) & ARTICLES]


def posts(article: Node) -> list[Node]:
    """The dated posts of a live blog; none for another article."""
    updates = article.node.get("liveBlogUpdate") or ()
    found = []
    for post in [updates] if isinstance(updates, Mapping) else updates:
        if not isinstance(post, Mapping) or not post.get("articleBody"):
            continue
        made = _article(post, {})
        for name in ("source", "title", "language", "url", "byline"):
            made.take(name, article.values.get(name), f"{article.told.get(name, 'JSON-LD')} of the live blog")
        found.append(made)
    return found


def _article(node: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> Node:
    made = Node(node)
    for name in ("datePublished", "dateCreated", "uploadDate"):
        made.take("published", _day(node.get(name)), f"JSON-LD {name}")
    modified = _day(node.get("dateModified"))
    if modified and modified > made.values.get("published", modified):
        made.take("updated", modified, "JSON-LD dateModified")
    made.take("title", _words(node.get("headline")), "JSON-LD headline")
    made.take("title", _words(node.get("name")), "JSON-LD name")
    made.take("source", _name(node.get("publisher"), by_id), "JSON-LD publisher")
    made.take("source", _name(node.get("isPartOf"), by_id), "JSON-LD isPartOf")
    made.take("source", _name(node.get("sourceOrganization"), by_id), "JSON-LD sourceOrganization")
    made.take("byline", _name(node.get("author"), by_id), "JSON-LD author")
    made.take("language", _language(node.get("inLanguage")), "JSON-LD inLanguage")
    made.take("section", _words(node.get("articleSection")), "JSON-LD articleSection")
    page = node.get("mainEntityOfPage")
    for address in (node.get("url"), page.get("@id") if isinstance(page, Mapping) else page, node.get("@id")):
        made.take("url", address if isinstance(address, str) and address.startswith("http") else None, "JSON-LD url")
    body = node.get("articleBody")
    made.take("text", plain_text(body) if isinstance(body, str) else None, "JSON-LD articleBody")
    return made


def _day(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    try:
        return stamps.iso(value, "") if value else None
    except InputError:
        return None


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return plain_text(value) if isinstance(value, str) else None


def _language(value: Any) -> str | None:
    return _words(value.get("alternateName") or value.get("name") if isinstance(value, Mapping) else value)


def _name(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The name of a person or an organisation, of several with commas; a reference is followed."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, (_name(item, by_id) for item in value)))) or None
    if isinstance(value, Mapping):
        node = value if value.get("name") else by_id.get(str(value.get("@id")), value)
        return _name(node.get("name"), by_id)
    if isinstance(value, str) and not value.startswith(("http://", "https://")):
        return plain_text(value).strip() or None
    return None
