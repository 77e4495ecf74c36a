"""Acts of a person's hand in, kept as a record that only grows; marks out. What takes an act back is an act as well."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from dateline.archive.database.counters import raised
from dateline.archive.database.schema import acts, articles, marked, stories
from dateline.errors import OptionError
from dateline.model import Evidence, Mark, MarkedLine, MarkKind, Status
from dateline.model.hand import OF_STORIES

UNDO = "undo"
"""The kind of an act that takes another one back."""
MACHINE = "machine"
"""Who joins stories where no person does."""
SOMEBODY = "somebody"
"""Who does something by hand, where nobody says who."""

_ASKED = 500


def record(
    connection: Connection,
    kind: str,
    what: Mapping[str, Any],
    by: str,
    now: str,
    *,
    revision: int,
    story: int | None = None,
    undoes: int | None = None,
) -> int:
    """Keep what was done, by whom and when. Returns its number."""
    number = int(connection.execute(select(func.coalesce(func.max(acts.c.id), 0))).scalar_one()) + 1
    row = {"id": number, "kind": kind, "what": json.dumps(what), "by": by, "at": now}
    restored(connection, {**row, "story": story, "undoes": undoes, "revision": revision})
    return number


def recorded(connection: Connection, story: int, kind: MarkKind, what: Mapping[str, Any], by: str, now: str) -> Mark:
    """Keep a mark on lines of a story, unless the same person's is in force already."""
    for mark in marks(connection, story):
        if (mark.kind, mark.by, plain(mark.lines, mark.values)) == (kind, by, what):
            return mark
    return mark_of(connection, record(connection, kind, what, by, now, revision=raised(connection), story=story))


def restored(connection: Connection, row: Mapping[str, Any]) -> None:
    """Take in an act as it was kept."""
    connection.execute(insert(acts).values(**row))
    lines = json.loads(row["what"]).get("lines", ())
    _find_by(connection, row["id"], {passage["article"] for line in lines for passage in line["passages"]})


def kept_again(connection: Connection, mark: Mark) -> bool:
    """Have a mark found by the articles of its passages; whether it was not."""
    own = {passage.article for line in mark.lines for passage in line.passages}
    there = set(connection.execute(select(marked.c.article).where(marked.c.act == mark.id)).scalars())
    _find_by(connection, mark.id, own - there)
    return not own <= there


def _find_by(connection: Connection, act: int, own: set[str]) -> None:
    if own:
        connection.execute(insert(marked), [{"act": act, "article": article} for article in sorted(own)])


def plain(lines: Iterable[MarkedLine], values: Iterable[str]) -> dict[str, Any]:
    """What was done to lines, as it is kept."""
    return {"values": list(values), "lines": [asdict(line) for line in lines]}


def marks(
    connection: Connection, story: int | None = None, *, undone: bool = False, number: int | None = None
) -> list[Mark]:
    """The marks of an archive or of a story, in the order in which they were made; with those taken back, if asked for.

    A mark on lines belongs to the story that the articles of its passages are in now; one without passages, and what
    was done to stories, to the story it was done to, or to the one that this was joined to.
    """
    back = acts.alias()
    query = (
        select(acts, back.c.by.label("undone_by"), back.c.at.label("undone_at"))
        .outerjoin(back, back.c.undoes == acts.c.id)
        .where(acts.c.kind != UNDO)
        .order_by(acts.c.id)
    )
    into: Mapping[int, int] = {}
    query = query.where(acts.c.id == number if number is not None else acts.c.by != MACHINE)
    if not undone:
        query = query.where(back.c.id.is_(None))
    if story is None:
        into = _into(connection)
    else:
        into = dict.fromkeys(_pointing_to(connection, story), story)
        of_articles = (
            select(marked.c.act).join(articles, articles.c.id == marked.c.article).where(articles.c.story == story)
        )
        query = query.where(acts.c.id.in_(of_articles) | acts.c.story.in_([story, *into]))
    acted = [(row, json.loads(row.what)) for row in connection.execute(query)]
    filed = _filed(connection, acted)
    found = []
    for row, what in acted:
        now = filed.get(row.id) or (_end(row.story, into) if row.story is not None else None)
        if story is None or now == story or MarkKind(row.kind) in OF_STORIES:
            found.append(_mark(row, what, now))
    return found


def mark_of(connection: Connection, number: int) -> Mark:
    """One mark. Raises OptionError where there is none of that number."""
    found = marks(connection, number=number, undone=True)
    if not found:
        raise OptionError(f"there is no mark {number}. `dateline mark list` has the marks of an archive")
    return found[0]


def act_of(connection: Connection, number: int) -> dict[str, Any]:
    """What was done, as it was kept."""
    what: dict[str, Any] = json.loads(connection.execute(select(acts.c.what).where(acts.c.id == number)).scalar_one())
    return what


def _mark(row: Any, what: Mapping[str, Any], story: int | None) -> Mark:
    kind = MarkKind(row.kind)
    return Mark(
        id=row.id,
        kind=kind,
        by=row.by,
        at=datetime.fromisoformat(row.at),
        story=story,
        values=tuple(what["values"]) if kind not in OF_STORIES else (what["title"],) if "title" in what else (),
        lines=tuple(map(_line, what.get("lines", ()))),
        articles=tuple(what.get("articles", ())),
        stories=_stories(kind, what),
        revision=row.revision,
        undone_by=row.undone_by,
        undone_at=datetime.fromisoformat(row.undone_at) if row.undone_at else None,
    )


def _stories(kind: MarkKind, what: Mapping[str, Any]) -> tuple[int, ...]:
    """The stories an act concerns, the one that goes on, or that articles are in since, last."""
    keys = {MarkKind.JOIN_STORIES: ("gone", "into")}.get(kind, ("of", "story"))
    return tuple(what[key] for key in keys if what.get(key) is not None)


def _line(plain: Mapping[str, Any]) -> MarkedLine:
    passages = tuple(Evidence(**{**passage, "status": Status(passage["status"])}) for passage in plain["passages"])
    return MarkedLine(**{**plain, "passages": passages})


def _filed(connection: Connection, acted: Sequence[tuple[Any, Mapping[str, Any]]]) -> dict[int, int]:
    """The story that each mark on passages is in: that of the article of the first of them which is filed."""
    told = {
        row.id: [passage["article"] for line in what.get("lines", ()) for passage in line["passages"]]
        for row, what in acted
    }
    asked = sorted({article for own in told.values() for article in own})
    of_article: dict[str, int] = {}
    for start in range(0, len(asked), _ASKED):
        part = articles.c.id.in_(asked[start : start + _ASKED])
        rows = connection.execute(select(articles.c.id, articles.c.story).where(part, articles.c.story.is_not(None)))
        of_article.update((row.id, row.story) for row in rows)
    filed = {number: next((of_article[one] for one in own if one in of_article), None) for number, own in told.items()}
    return {number: story for number, story in filed.items() if story is not None}


def _pointing_to(connection: Connection, story: int) -> list[int]:
    """The stories that point on to a story, at once or by way of others."""
    found: list[int] = []
    asked = [story]
    while asked:
        asked = list(connection.execute(select(stories.c.id).where(stories.c.into.in_(asked))).scalars())
        found += asked
    return found


def _into(connection: Connection) -> dict[int, int]:
    """Where each story that was joined to another points on to."""
    rows = connection.execute(select(stories.c.id, stories.c.into).where(stories.c.into.is_not(None)))
    return {row.id: row.into for row in rows}


def _end(story: int, into: Mapping[int, int]) -> int:
    seen: set[int] = set()
    while story in into and story not in seen:
        seen.add(story)
        story = into[story]
    return story
