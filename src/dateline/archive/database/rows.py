"""Articles in, rows of the archive out, and back: nothing of an article is lost on the way."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping

from dateline.model import Article, Dateline, Skip, SkipKind, Span

_PLAIN = ("text", "title", "source", "url", "byline", "language", "read_from")
# What makes two versions of an article differ, beside its day and its update.
_TELLING = ("text", "title", "source", "url", "byline", "language")


def row_of(article: Article) -> dict[str, Any]:
    """The row of a version, without what only the archive knows of it."""
    dateline = article.dateline
    rest = {
        "dateline": [dateline.place, dateline.agency, dateline.span] if dateline else None,
        "skipped": [[skip.start, skip.end, skip.why.value] for skip in article.skipped],
        "section": article.section,
        "excerpt": article.excerpt,
    }
    return {
        **{name: getattr(article, name) for name in _PLAIN},
        "article": article.id,
        "published": article.published and article.published.isoformat(),
        "updated": article.updated and article.updated.isoformat(),
        "available": article.available and article.available.isoformat(),
        "rest": json.dumps(rest) if any(rest.values()) else None,
        "digest": digest(article),
        "content": content(article),
    }


def article_of(row: Mapping[str, Any] | RowMapping) -> Article:
    """The article of a row."""
    rest = json.loads(row["rest"]) if row["rest"] else {}
    dateline = rest.get("dateline")
    return Article(
        id=row["article"],
        **{name: row[name] for name in _PLAIN},
        published=row["published"] and dt.date.fromisoformat(row["published"]),
        updated=row["updated"] and dt.datetime.fromisoformat(row["updated"]),
        dateline=dateline and Dateline(dateline[0], dateline[1], dateline[2] and Span(*dateline[2])),
        skipped=tuple(Skip(start, end, SkipKind(why)) for start, end, why in rest.get("skipped", ())),
        section=rest.get("section"),
        excerpt=rest.get("excerpt", False),
    )


def digest(article: Article) -> str:
    """Thirty-two hexadecimal digits of all that makes a version what it is; where it was read is no part of it."""
    return _hash([article.published, article.updated, *(getattr(article, name) for name in _TELLING)])


def content(article: Article) -> str:
    """The same of outlet, day and text alone: an article that comes again under another id is known by it."""
    return _hash([article.source, article.published, article.text])


def _hash(parts: list[Any]) -> str:
    return hashlib.blake2b(repr(list(map(str, parts))).encode("utf-8", "replace"), digest_size=16).hexdigest()
