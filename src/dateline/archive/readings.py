"""Versions of articles in, their readings out: as they were kept, read again where another analysis made them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, select, update

from dateline.archive.database.connecting import writing
from dateline.archive.database.rows import article_of
from dateline.archive.database.schema import articles, versions
from dateline.errors import ArchiveError, NothingToRead, OutdatedReading
from dateline.reading.article import ArticleReading, read_article, unpack

Version = Row[Any]
"""A row of `versions`."""


def versions_of(connection: Connection, story: int) -> list[Version]:
    """All versions of the articles of a story, in the order they came out."""
    return list(
        connection.execute(
            select(versions)
            .join(articles, articles.c.id == versions.c.article)
            .where(articles.c.story == story)
            .order_by(versions.c.available, versions.c.id)
        )
    )


def nothing_to_read(story: int, as_of: dt.date | None) -> NothingToRead:
    """What is said of a story without an article."""
    by = f" published by {as_of}" if as_of else ""
    return NothingToRead(f"story {story} has no article{by}")


def readings(engine: Engine, rows: Iterable[Version]) -> list[ArticleReading]:
    """The readings of versions; what had to be read again is kept."""
    found: list[ArticleReading] = []
    again: list[dict[str, object]] = []
    for row in rows:
        if row.reading is None:
            continue
        article = article_of(row._mapping)
        try:
            found.append(unpack(article, row.reading))
        except OutdatedReading:
            found.append(read_article(article))
            again.append({"version": row.id, "packed": found[-1].pack()})
    if again:
        _keep(engine, again)
    return found


def _keep(engine: Engine, again: Sequence[dict[str, object]]) -> None:
    try:
        with writing(engine) as connection:
            connection.execute(
                update(versions).where(versions.c.id == bindparam("version")).values(reading=bindparam("packed")),
                list(again),
            )
    except ArchiveError:
        # It is read again next time: an archive may be closed to us.
        return
