"""A query and filters in, articles and lines of timelines out, a page at a time, with counts over all that was found.

The page after is found by what the last hit was sorted by, not by counting hits, so that a page stays the same while
articles are added. Where a hit stands is sought in the stored text.
"""

import base64
import binascii
import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import Connection, select, text

from dateline.archive.database.schema import entries
from dateline.archive.searching import words
from dateline.archive.searching.queries import Sought, folded, marked, parsed
from dateline.errors import OptionError
from dateline.languages import empty
from dateline.model import EntryHit, Facet, Facets, Hit, SearchResult, Span
from dateline.model.documented import DOCUMENTED
from dateline.text import sentences

MOST = 200
"""Hits on one page at most."""
# Values of one facet that are given.
_VALUES = 20
# Lines of timelines that are given.
_LINES = 20
# Code points of a sentence that is shown.
_SHOWN = 600
_SORTS = ("relevance", "newest", "oldest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What an article must be to be found, beside its words; each that is not given lets all pass."""

    __pydantic_config__: ClassVar = DOCUMENTED
    source: str | None = None
    """The outlet."""
    since: dt.date | None = None
    """First day of publication."""
    until: dt.date | None = None
    """Last day of publication."""
    told: dt.date | None = None
    """A day it tells of."""
    place: str | None = None
    """A place it names, in any case."""
    person: str | None = None
    """A person it names, by full name or surname."""
    status: str | None = None
    """Of lines of timelines: their status. Articles are then those of stories with such a line."""
    story: int | None = None
    """The story it tells."""


def search(
    connection: Connection,
    query: str,
    filters: Filters,
    *,
    sort: str = "relevance",
    limit: int = 10,
    cursor: str | None = None,
    facets: bool = True,
) -> SearchResult:
    """Search an archive. Raises QueryError for a query, OptionError for a sort, a limit or a cursor that is none."""
    sought = parsed(query)
    if sort not in _SORTS:
        raise OptionError(f"there is no order {sort!r}. Use one of {', '.join(_SORTS)}")
    if not 1 <= limit <= MOST:
        raise OptionError(f"the limit is {limit}. Use 1 to {MOST}")
    condition = words.condition(connection, sought)
    where, filtered = _conditions(filters)
    source = f"{condition.source}{where}"
    # The index holds the newest version of each article alone: where nothing else is asked for, it tells all.
    of_index = f"FROM {condition.table} WHERE {condition.holds}" if condition.table and not where else None
    slim = of_index if sort == "relevance" else None
    parameters = {**condition.parameters, **filtered}
    order = {
        "relevance": condition.fitness,
        "newest": "coalesce(v.available, '')",
        "oldest": "coalesce(v.available, '9')",
    }[sort]
    falling = sort == "newest"
    after = ""
    if cursor is not None:
        key, version = _read_cursor(cursor, sort)
        after = f" WHERE k {'<' if falling else '>'} :key OR (k = :key AND id > :version)"
        parameters |= {"key": key, "version": version}
    rows = (
        connection.execute(
            text(
                f"SELECT * FROM (SELECT {condition.version if slim else 'v.id'} AS id, {order} AS k {slim or source}) "
                f"AS found{after} "
                f"ORDER BY k {'DESC' if falling else 'ASC'}, id LIMIT :limit"
            ),
            {**parameters, "limit": limit + 1},
        )
        .mappings()
        .all()
    )
    page = rows[:limit]
    plain = {name: value for name, value in parameters.items() if name not in {"key", "version"}}
    total = int(connection.execute(text(f"SELECT count(*) {of_index or source}"), plain).scalar_one())
    return SearchResult(
        total,
        tuple(_hits(connection, [row["id"] for row in page], sought)),
        tuple(_lines(connection, sought, filters)) if cursor is None else (),
        _facets(connection, source, plain) if facets else None,
        _cursor(sort, page[-1]["k"], page[-1]["id"]) if len(rows) > limit else None,
    )


def _conditions(filters: Filters) -> tuple[str, dict[str, Any]]:
    told = "v.id IN (SELECT version FROM told WHERE kind = '{}' AND {})"
    conditions = {
        "source": ("lower(v.source) = lower(:source)", filters.source),
        "since": ("v.published >= :since", filters.since and filters.since.isoformat()),
        "until": ("v.published <= :until", filters.until and filters.until.isoformat()),
        "told": (told.format("day", "value = :told"), filters.told and filters.told.isoformat()),
        "place": (told.format("place", "lower(value) = lower(:place)"), filters.place),
        "person": (
            told.format("person", "(lower(value) = lower(:person) OR lower(value) LIKE '% ' || lower(:person))"),
            filters.person,
        ),
        "status": ("a.story IN (SELECT story FROM entries WHERE status = :status)", filters.status),
        "story": ("a.story = :story", filters.story),
    }
    given = {name: pair for name, pair in conditions.items() if pair[1] is not None}
    return "".join(f" AND {sql}" for sql, _ in given.values()), {name: value for name, (_, value) in given.items()}


def _hits(connection: Connection, found: Sequence[int], sought: tuple[Sought, ...]) -> list[Hit]:
    """The hits of a page, each by the first sentence that holds most of what was sought."""
    if not found:
        return []
    rows = connection.execute(
        text(
            "SELECT v.id, v.article, a.story, v.source, v.title, v.published, v.text, v.language FROM versions v "
            f"JOIN articles a ON a.id = v.article WHERE v.id IN ({', '.join(map(str, found))})"
        )
    ).mappings()
    by_id = {row["id"]: row for row in rows}
    return [_hit(by_id[version], sought) for version in found]


def _hit(row: Any, sought: tuple[Sought, ...]) -> Hit:
    body: str = row["text"]
    marks = marked(body, sought)
    spans = sentences.split(empty(), body) if len(body) < 200_000 else [(0, len(body))]
    best = max(
        spans or [(0, len(body))],
        key=lambda span: (len({body[a:b].lower() for a, b in marks if span[0] <= a < span[1]}), -span[0]),
    )
    start, end = best[0], min(best[1], best[0] + _SHOWN)
    return Hit(
        article=row["article"],
        story=row["story"],
        source=row["source"],
        title=row["title"],
        published=row["published"] and dt.date.fromisoformat(row["published"]),
        start=start,
        end=end,
        exact=body[start:end],
        marks=tuple(Span(a, b) for a, b in marks if start <= a and b <= end),
    )


def _lines(connection: Connection, sought: tuple[Sought, ...], filters: Filters) -> list[EntryHit]:
    """The lines of timelines that hold what is sought, those of the latest days first."""
    if not sought and filters.status is None and filters.story is None:
        return []
    query = select(entries)
    for one in sought:
        phrase = f"% {' '.join(one.words)}{'' if one.prefix else ' '}%"
        query = query.where(entries.c.words.not_like(phrase) if one.without else entries.c.words.like(phrase))
    if filters.status is not None:
        query = query.where(entries.c.status == filters.status)
    if filters.story is not None:
        query = query.where(entries.c.story == filters.story)
    if filters.told is not None:
        day = filters.told.isoformat()
        query = query.where(entries.c.first <= day, entries.c.last >= day)
    for name, column in (("place", entries.c.places), ("person", entries.c.participants)):
        value = getattr(filters, name)
        if value is not None:
            query = query.where(column.like(f"% {' '.join(folded(value))} %"))
    rows = connection.execute(query.order_by(entries.c.first.desc(), entries.c.story, entries.c.id).limit(_LINES))
    return [EntryHit(row.story, row.id, _day(row.first), _day(row.last), row.status, row.headline) for row in rows]


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _facets(connection: Connection, source: str, parameters: dict[str, Any]) -> Facets:
    def counted(column: str, more: str = "") -> tuple[Facet, ...]:
        rows = connection.execute(
            text(
                f"SELECT {column} AS value, count(*) AS n FROM (SELECT v.id AS id, v.source AS source, v.published AS "
                f"published, a.story AS story {source}) AS found {more} {'AND' if more else 'WHERE'} {column} IS NOT "
                f"NULL GROUP BY {column} ORDER BY n DESC, value LIMIT {_VALUES}"
            ),
            parameters,
        )
        return tuple(Facet(str(row.value), row.n) for row in rows)

    def of(kind: str) -> tuple[Facet, ...]:
        return counted("t.value", f"JOIN told t ON t.version = found.id WHERE t.kind = '{kind}'")

    return Facets(counted("source"), counted("published"), of("day"), of("place"), of("person"), counted("story"))


def _cursor(sort: str, key: Any, version: int) -> str:
    return base64.urlsafe_b64encode(json.dumps([sort, key, version]).encode()).decode().rstrip("=")


def _read_cursor(cursor: str, sort: str) -> tuple[Any, int]:
    try:
        kept, key, version = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, TypeError):
        kept = None
    if kept != sort:
        raise OptionError("the cursor is not of this search. Take it from the page before, in the same order")
    return key, int(version)
