"""Where a passage stands: outlet, day and who says so, for every format that names its sources."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from dateline.model import Article, ArticleReference, Evidence, Timeline

References = Mapping[str, ArticleReference]

_HOST = re.compile(r'[^<>"{}|\\^`%]+')
_BEFORE_PATH = re.compile("[^/]*//[^/?#]*")
_NOT_IN_PATH = re.compile(r'[<>"{}|\\^`\[\]#]|%(?![0-9A-Fa-f]{2})')

AT_A_GLANCE = 3
"""Citations named where an entry is told by many and not all can be read at once."""


class Citation(NamedTuple):
    """What one passage is cited by; equal for passages of one article under one speaker."""

    article: str
    outlet: str
    published: dt.date | None
    address: str | None
    said_by: str | None


def references(timeline: Timeline) -> dict[str, ArticleReference]:
    """The articles of a timeline by their id."""
    return {article.id: article for article in timeline.articles}


def references_to(articles: Iterable[Article]) -> dict[str, ArticleReference]:
    """References to articles, by id; to the newest where there are several versions of one."""
    oldest_first = sorted(articles, key=lambda article: article.available or dt.date.min)
    return {article.id: ArticleReference.to(article) for article in oldest_first}


def cite_article(article: ArticleReference) -> Citation:
    """How an article is cited, in its own voice."""
    return Citation(article.id, outlet(article), article.published, web_address(article.url), None)


def cite(evidence: Evidence, articles: References) -> Citation:
    """How a passage is cited; by the id of its article when nothing else is known of it."""
    article = articles.get(evidence.article)
    if not article:
        return Citation(evidence.article, evidence.article, None, None, evidence.said_by)
    return cite_article(article)._replace(said_by=evidence.said_by)


def citations(evidence: Iterable[Evidence], articles: References) -> list[Citation]:
    """How passages are cited, each way once, in their order."""
    return list(dict.fromkeys(cite(passage, articles) for passage in evidence))


def outlet(article: ArticleReference) -> str:
    """Who published an article: its source, else the host of its address, else its id."""
    return article.source or host(article.url) or article.id


def host(url: str | None) -> str | None:
    """The host of a web address; None when it is not one."""
    address = web_address(url)
    return urlsplit(address).hostname if address else None


def web_address(url: str | None) -> str | None:
    """`url` when it is an http or https address that can be linked to; None for all else, as `javascript:`."""
    if not url or any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname and _HOST.fullmatch(parts.netloc) else None
    except ValueError:
        return None


def iri(url: str | None) -> str | None:
    """A web address as an IRI (RFC 3987), where data links to it: what may not stand in one is percent-encoded."""
    address = web_address(url)
    if address is None:
        return None
    start = _BEFORE_PATH.match(address)
    before = start[0] if start else ""
    path, sign, fragment = address[len(before) :].partition("#")
    return before + _encoded(path) + sign + _encoded(fragment)


def _encoded(part: str) -> str:
    return _NOT_IN_PATH.sub(lambda found: f"%{ord(found[0]):02X}", part)


def urn(*parts: str) -> str:
    """A name of ours for what has no address: `urn:dateline:article:a.txt`."""
    return ":".join(["urn:dateline", *(quote(part, safe="", errors="replace") for part in parts)])
