"""Tellings of one event in, its status and its date out: as they stand, and how they came about.

This is the one place that decides them. What an entry's `history` tells is the same decision, made of what had been
published by the end of each day.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dateline.model import Basis, EntryDate, Status, Turn
from dateline.reading.entry_dates import basis_of
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.stance import beside_each_other
from dateline.timeline.select.passages import finest

# What is told as a fact has its day for good; what lies ahead is on the day that was told last.
_FACT = frozenset({Status.HAPPENED, Status.ONGOING})
# What will not be on the day it was planned for: the day of such a telling is the one that no longer holds.
_TURNED = frozenset({Status.CANCELLED, Status.POSTPONED})
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED})


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event stands by all that was published of it."""

    tellings: Sequence[Telling]
    """Those it rests on, in their order, each with the status it has beside the others."""
    status: Status
    date: EntryDate
    history: tuple[Turn, ...]
    """The first telling, then each other status or date; the last turn has those above."""


def standing(group: Sequence[Telling]) -> Standing:
    """How the event stands that a group of tellings is of."""
    tellings = beside_each_other(group)
    history = _history(_in_own_words(tellings))
    return Standing(tellings, history[-1].status, history[-1].date, history)


def _history(tellings: Sequence[Telling]) -> tuple[Turn, ...]:
    """The turns of an event, its tellings given by availability.

    What came out on one day counts together; a coarser date that a finer one fits into is a turn as well.
    """
    found: list[Turn] = []
    known = 0
    for day, told in groupby(tellings, key=lambda telling: telling.article.available):
        known += len(list(told))
        turning, date = _latest(tellings[:known]), _date_of(tellings[:known])
        status = turning.reading.status
        if not found or (found[-1].status, found[-1].date) != (status, date):
            found.append(Turn(day, status, date, turning.article.id, turning.reading.said_by))
    return tuple(found)


def _latest(tellings: Sequence[Telling]) -> Telling:
    """The telling that gives an event its status: the latest; on one day, an article's own voice before hearsay.

    What was planned for a day that is past says nothing of what became of it, where anything else does.
    """
    return max(
        [telling for telling in tellings if not _was_ahead(telling)] or tellings,
        key=lambda telling: (
            _available(telling),
            telling.reading.said_by is None or telling.reading.is_speech,
            # An article that tells of a plan and calls it off has called it off, in whichever order.
            telling.reading.status is Status.CANCELLED,
            -telling.passage.order,
            telling.reading.status not in _TURNED,
            telling.article.id,
        ),
    )


def _was_ahead(telling: Telling) -> bool:
    available = telling.article.available
    is_past = available is not None and telling.passage.date.last < available
    return telling.reading.was_planned or (telling.reading.status in _AHEAD and is_past)


def _date_of(tellings: Sequence[Telling]) -> EntryDate:
    """The most exact date that the best evidence gives.

    Where the tellings leave but one stretch of days, that is the finest of it. Where they do not, facts come before
    plans: of facts the day that most articles tell, of plans the one told last that is not put off. It is stated where
    one of them states it.
    """
    tellings = [telling for telling in tellings if telling.passage.is_dated] or tellings
    best = _best_date(tellings)
    date = finest(date for telling in tellings if (date := telling.passage.date).overlaps(best))
    found = {
        basis_of(telling.language, telling.passage.timex, date) for telling in tellings if telling.passage.date == date
    }
    return replace(date, basis=next(basis for basis in Basis if basis in found))


def _best_date(tellings: Sequence[Telling]) -> EntryDate:
    facts = [telling for telling in tellings if telling.reading.status in _FACT]
    if not facts:
        not_put_off = [telling for telling in tellings if telling.reading.status not in _TURNED] or tellings
        return max(not_put_off, key=by_availability).passage.date
    told_by: dict[EntryDate, set[str]] = {}
    for telling in facts:
        told_by.setdefault(telling.passage.date, set()).add(telling.article.id)
    shortest = min(date.length for date in told_by)
    return max((date for date in told_by if date.length == shortest), key=lambda date: len(told_by[date]))


def _in_own_words(tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings by availability, but those that repeat an earlier one: what is printed again is no later word on it."""
    first: dict[tuple[str, str], Telling] = {}
    for telling in sorted(tellings, key=by_availability):
        first.setdefault((" ".join(telling.exact.split()), telling.passage.date.value), telling)
    return list(first.values())


def by_availability(telling: Telling) -> tuple[str, str, int]:
    """Tellings by the day on which they could first be read, then by article and place in it."""
    return (_available(telling), telling.article.id, telling.passage.timex.start)


def _available(telling: Telling) -> str:
    available: dt.date | None = telling.article.available
    return available.isoformat() if available else ""
