"""What a list of stories shows of each: its articles by day, what came since a reader looked; and what lies ahead."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import Connection, func, select

from dateline.archive.database.schema import acts, articles, bookmarks, entries, state, versions
from dateline.model import EntryHit, Status

AHEAD = (Status.SCHEDULED, Status.EXPECTED, Status.POSTPONED, Status.CANCELLED)
"""What a line of the days to come may be: that it is called off is worth knowing."""
_MOST_AHEAD = 100


def state_of(connection: Connection) -> str:
    """Changes whenever articles or a person's hand do."""
    revision = select(state.c.value).where(state.c.key == "revision").scalar_subquery()
    return "-".join(map(str, connection.execute(select(revision, func.max(acts.c.id))).one()))


def days(connection: Connection, stories: Collection[int]) -> dict[int, dict[dt.date, int]]:
    """Of each story, how many articles could be read first on which day."""
    found: dict[int, dict[dt.date, int]] = {story: {} for story in stories}
    rows = connection.execute(
        select(articles.c.story, versions.c.available, func.count())
        .join(versions, versions.c.id == articles.c.newest)
        .where(articles.c.story.in_(stories), versions.c.available.is_not(None))
        .group_by(articles.c.story, versions.c.available)
        .order_by(versions.c.available)
    )
    for story, day, count in rows:
        found[story][dt.date.fromisoformat(day)] = count
    return found


def fresh(connection: Connection, stories: Collection[int], reader: str) -> dict[int, int]:
    """Of each story that a reader has looked at, how many articles or newer versions were added since."""
    rows = connection.execute(
        select(bookmarks.c.story, func.count(versions.c.id))
        .outerjoin(articles, articles.c.story == bookmarks.c.story)
        .outerjoin(versions, (versions.c.article == articles.c.id) & (versions.c.added_at > bookmarks.c.revision))
        .where(bookmarks.c.reader == reader, bookmarks.c.story.in_(stories))
        .group_by(bookmarks.c.story)
    )
    return {row[0]: row[1] for row in rows}


def ahead(connection: Connection, first: dt.date, last: dt.date) -> list[EntryHit]:
    """The lines of timelines, as they were last made, of what is planned for these days, in their order."""
    rows = connection.execute(
        select(entries)
        .where(entries.c.first >= first.isoformat(), entries.c.first <= last.isoformat(), entries.c.status.in_(AHEAD))
        .order_by(entries.c.first, entries.c.story, entries.c.id)
        .limit(_MOST_AHEAD)
    )
    return [
        EntryHit(
            row.story,
            row.id,
            dt.date.fromisoformat(row.first),
            dt.date.fromisoformat(row.last),
            row.status,
            row.headline,
        )
        for row in rows
    ]
