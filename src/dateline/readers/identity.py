"""Articles as found in, articles with their ids out: copies left out, versions of one article put in order."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from dateline.errors import DuplicateArticle
from dateline.model import Article


class Found(NamedTuple):
    """An article where it was found: of two that are the same, the earlier file and number is kept."""

    file: str
    number: int
    article: Article
    """With the id it was given, or an empty one."""
    fallback_id: str | None
    """The id within its file, for an article of a text file."""

    @property
    def place(self) -> tuple[str, int]:
        return self.file, self.number


def settle(found: Sequence[Found]) -> tuple[list[Article], list[tuple[tuple[str, int], DuplicateArticle]]]:
    """Give every article its id and leave out what was there already.

    `found` is in order of place; the earlier place wins. Returns the articles, all versions of an id among them, and an
    error with its place for each one left out.
    """
    problems: list[tuple[tuple[str, int], DuplicateArticle]] = []
    kept: list[Found] = []
    seen: dict[tuple[str | None, dt.date | None, str], Found] = {}
    # Explicit ids first: beside one, a copy without an id adds nothing, wherever it stands.
    for item in sorted(found, key=lambda item: (not item.article.id, item.place)):
        content = (item.article.source, item.article.published, item.article.text)
        first = seen.setdefault(content, item)
        if first is not item and not item.article.id:
            problems.append((item.place, _duplicate(item.article, first.article)))
        else:
            kept.append(item)
    kept.sort(key=lambda item: item.place)
    by_id: dict[str, list[Found]] = {}
    for item, name in zip(kept, _names(kept), strict=True):
        by_id.setdefault(name, []).append(item._replace(article=replace(item.article, id=name)))
    articles: list[Article] = []
    for versions in by_id.values():
        versions.sort(key=lambda item: (moment(item.article) or _NEVER, item.place))
        last: Found | None = None
        for item in versions:
            error = _clash(item.article, last.article) if last else None
            if error:
                problems.append((item.place, error))
            else:
                articles.append(item.article)
                last = item
    return articles, problems


def moment(article: Article) -> dt.datetime | None:
    """When this version appeared, for ordering the versions of an id; None when nothing tells.

    A version with an update is newer than one published that day without: a bare day stands for its very beginning,
    which is at UTC+14. An update without a zone is taken as UTC.
    """
    if article.updated is not None:
        return article.updated if article.updated.tzinfo else article.updated.replace(tzinfo=dt.UTC)
    if article.published is not None:
        return dt.datetime.combine(article.published, dt.time(), _EARLIEST_ZONE)
    return None


def is_of_one(identity: str) -> bool:
    """Whether an id is that of one article the world over, as an address is, whoever gives it."""
    return bool(_OF_ONE.match(identity))


_OF_ONE = re.compile(r"https?://.|tag:.|urn:.")
_EARLIEST_ZONE = dt.timezone(dt.timedelta(hours=14))
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


def _clash(article: Article, earlier: Article) -> DuplicateArticle | None:
    """Why `article` cannot stand beside the version before it, if it cannot."""
    if article.text == earlier.text:
        return _duplicate(article, earlier)
    if moment(article) == moment(earlier) or moment(earlier) is None:
        return DuplicateArticle(
            article.read_from,
            f"another text has the id “{article.id}” too ({earlier.read_from}), and nothing tells which is newer",
            'Give each its own id, or the newer one an "updated" time',
        )
    return None


def _duplicate(article: Article, first: Article) -> DuplicateArticle:
    return DuplicateArticle(
        article.read_from, f"the same article as {first.read_from}", "It counts once. Remove one of them"
    )


def _names(found: Sequence[Found]) -> list[str]:
    """The id of each: its own, else one from its content or from the name of its file, told apart by parent folders."""
    names = [item.article.id or (None if item.fallback_id else _content_id(item.article)) for item in found]
    taken = {name for name in names if name}
    depth = {index: 0 for index, name in enumerate(names) if name is None}
    while depth:
        by_name: dict[str, list[int]] = {}
        for index, parents in depth.items():
            by_name.setdefault(_file_id(found[index], parents), []).append(index)
        colliding = [
            index
            for name, indexes in by_name.items()
            if len(indexes) > 1 or name in taken
            for index in indexes
            if depth[index] < len(PurePath(found[index].file).parts) - 1
        ]
        if not colliding:
            for name, indexes in by_name.items():
                for index in indexes:
                    names[index] = name
            break
        for index in colliding:
            depth[index] += 1
    return [name or "" for name in names]


def _file_id(item: Found, parents: int) -> str:
    """`a.txt#2` with so many parent folders before it."""
    folders: Iterable[str] = PurePath(item.file).parts[-1 - parents : -1]
    return "/".join((*folders, item.fallback_id or ""))


def _content_id(article: Article) -> str:
    """Sixteen hexadecimal digits of what the article is."""
    day = article.published.isoformat() if article.published else ""
    content = "\0".join((article.source or "", day, article.text))
    return hashlib.sha256(content.encode()).hexdigest()[:16]
