"""An archive in, its stories as a list out: each with its title, its articles, its days and what is ahead of it."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from dateline.archive.database.schema import articles, stories, told, versions
from dateline.archive.searching import words
from dateline.archive.searching.queries import parsed
from dateline.model import StoryReference


def found_by(connection: Connection, query: str) -> set[int]:
    """The stories of the articles that a query finds."""
    condition = words.condition(connection, parsed(query))
    rows = connection.execute(
        text(f"SELECT DISTINCT a.story {condition.source} AND a.story IS NOT NULL"), condition.parameters
    )
    return set(rows.scalars())


def listed(connection: Connection, found: set[int] | None, since: dt.date | None = None) -> list[StoryReference]:
    """The stories, or those of `found`, the one told last first; those told on `since` a day."""
    query = (
        select(articles.c.story, articles.c.id, versions.c.available, versions.c.source, stories.c.title)
        .join(versions, versions.c.id == articles.c.newest)
        .join(stories, stories.c.id == articles.c.story)
        .order_by(versions.c.available, articles.c.id)
    )
    if found is not None and len(found) <= 500:
        query = query.where(articles.c.story.in_(found))
    members: dict[int, list[tuple[str, str | None, str | None]]] = {}
    titles: dict[int, str] = {}
    for row in connection.execute(query):
        if found is None or row.story in found:
            members.setdefault(row.story, []).append((row.id, row.available, row.source))
            titles[row.story] = row.title or ""
    ahead = dict(_ahead(connection, found))
    made = []
    for story, own in members.items():
        days = [day for _, day, _ in own if day]
        last = dt.date.fromisoformat(max(days)) if days else None
        if since is None or (last is not None and last >= since):
            made.append(
                StoryReference(
                    story,
                    titles[story],
                    tuple(identity for identity, _, _ in own),
                    len({source for _, _, source in own if source}),
                    dt.date.fromisoformat(min(days)) if days else None,
                    last,
                    ahead.get(story, 0),
                )
            )
    made.sort(key=lambda story: (-(story.last or dt.date.min).toordinal(), story.id))
    return made


def _ahead(connection: Connection, found: set[int] | None) -> Iterator[tuple[int, int]]:
    """Of each story, the days told of that lie after its last article."""
    last = (
        select(articles.c.story, func.max(versions.c.available).label("last"))
        .join(versions, versions.c.id == articles.c.newest)
        .where(articles.c.story.is_not(None))
        .group_by(articles.c.story)
    )
    if found is not None and len(found) <= 500:
        last = last.where(articles.c.story.in_(found))
    ends = last.subquery()
    rows = connection.execute(
        select(articles.c.story, func.count(func.distinct(told.c.value)))
        .join(ends, ends.c.story == articles.c.story)
        .join(told, (told.c.version == articles.c.newest) & (told.c.kind == "day"))
        .where(told.c.value > ends.c.last)
        .group_by(articles.c.story)
    )
    yield from ((row[0], row[1]) for row in rows)
