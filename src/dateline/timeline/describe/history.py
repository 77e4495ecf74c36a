"""How an entry came about: its status and its date by what had been published, from one turn to the next."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from dateline.model import EntryDate, Status, Turn
from dateline.timeline.close.tellings import Telling

# What is told as a fact has its day for good; what lies ahead is on the day that was told last.
_FACT = frozenset({Status.HAPPENED, Status.ONGOING})
# What will not be on the day it was planned for: the day of such a telling is the one that no longer holds.
_TURNED = frozenset({Status.CANCELLED, Status.POSTPONED})
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED})


def turns(group: Sequence[Telling]) -> tuple[Turn, ...]:
    """The turns that tellings of one event, in any order, took: the first telling, then each other status or date.

    What came out on one day counts together; a coarser date that a finer one fits into is a turn as well.
    """
    found: list[Turn] = []
    ordered = sorted(group, key=by_availability)
    known = 0
    for day, told in groupby(ordered, key=lambda telling: telling.article.available):
        known += len(list(told))
        status, date = status_of(ordered[:known]), date_of(ordered[:known])
        if not found or (found[-1].status, found[-1].date) != (status, date):
            turning = _latest(ordered[:known])
            found.append(Turn(day, status, date, turning.article.id, turning.reading.said_by))
    return tuple(found)


def status_of(group: Sequence[Telling]) -> Status:
    """The status by the latest evidence; on one day, what an article says in its own voice counts before hearsay.

    What was planned for a day that is past says nothing of what became of it, where anything else does.
    """
    return _latest(group).reading.status


def date_of(group: Sequence[Telling]) -> EntryDate:
    """The most exact date that the best evidence gives.

    Where the tellings leave but one stretch of days, that is the finest of it. Where they do not, facts come before
    plans: of facts the day that most articles tell, of plans the one told last that is not put off.
    """
    best = _best_date(group)
    return min((date for telling in group if _overlap(date := telling.passage.date, best)), key=_exactness)


def _best_date(group: Sequence[Telling]) -> EntryDate:
    facts = [telling for telling in group if telling.reading.status in _FACT]
    if not facts:
        standing = [telling for telling in group if telling.reading.status not in _TURNED] or group
        return max(standing, key=by_availability).passage.date
    told_by: dict[EntryDate, set[str]] = {}
    for telling in sorted(facts, key=by_availability):
        told_by.setdefault(telling.passage.date, set()).add(telling.article.id)
    shortest = min(_exactness(date)[0] for date in told_by)
    finest = [date for date in told_by if _exactness(date)[0] == shortest]
    return max(finest, key=lambda date: len(told_by[date]))


def _exactness(date: EntryDate) -> tuple[int, dt.date]:
    return ((date.last - date.first).days, date.first)


def _overlap(one: EntryDate, other: EntryDate) -> bool:
    return one.first <= other.last and other.first <= one.last


def _latest(group: Sequence[Telling]) -> Telling:
    return max(
        [telling for telling in group if not _was_ahead(telling)] or group,
        key=lambda telling: (
            _available(telling),
            telling.reading.said_by is None or telling.reading.is_speech,
            -telling.passage.order,
            telling.reading.status not in _TURNED,
            telling.article.id,
        ),
    )


def _was_ahead(telling: Telling) -> bool:
    available = telling.article.available
    return telling.reading.status in _AHEAD and available is not None and telling.passage.date.last < available


def by_availability(telling: Telling) -> tuple[str, str, int]:
    """Tellings by the day on which they could first be read, then by article and place in it."""
    return (_available(telling), telling.article.id, telling.passage.timex.start)


def _available(telling: Telling) -> str:
    available: dt.date | None = telling.article.available
    return available.isoformat() if available else ""
