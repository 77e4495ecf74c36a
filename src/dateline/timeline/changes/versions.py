"""What could be read at a moment: which articles, and which version of each."""

import datetime as dt
from collections.abc import Iterable

from dateline.model import Article


def readable(articles: Iterable[Article], as_of: dt.date | None = None) -> list[Article]:
    """The articles as they stood at the end of day `as_of`, or now: of each id its newest version by then.

    In order of publication, then outlet, then id. Articles without a date count only when no day is asked for.
    """
    newest: dict[str, Article] = {}
    for article in articles:
        if as_of is not None and (article.available is None or article.available > as_of):
            continue
        known = newest.get(article.id)
        if known is None or _version(article) > _version(known):
            newest[article.id] = article
    return sorted(newest.values(), key=_place)


def published(articles: Iterable[Article], as_of: dt.date | None = None) -> list[Article]:
    """The articles that had come out by the end of day `as_of`, or by now: every version of each, those with a day."""
    return [a for a in dict.fromkeys(articles) if a.available is not None and (as_of is None or a.available <= as_of)]


def _version(article: Article) -> tuple[str, str]:
    """Versions of one article in order: by the day they came out, then by the time of their update."""
    available = article.available.isoformat() if article.available else ""
    return (available, article.updated.isoformat() if article.updated else "")


def _place(article: Article) -> tuple[str, str, str]:
    return (article.published.isoformat() if article.published else "9999-12-31", article.source or "", article.id)
