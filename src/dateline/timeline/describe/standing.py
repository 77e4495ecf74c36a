"""Tellings of one event in, its status and its date out: as they stand, and how they came about.

This is the one place that decides them. What an entry's `history` tells is the same decision, made of what had been
published by the end of each day.
"""

import datetime as dt
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import is_
from typing import Any

from dateline.model import Basis, EntryDate, Status, Turn
from dateline.reading.entry_dates import basis_of
from dateline.timeline.close.tellings import Telling, told_once
from dateline.timeline.describe.stance import beside_each_other
from dateline.timeline.headlines import headline
from dateline.timeline.select.events import Event
from dateline.timeline.select.passages import finest

# What is told as a fact has its day for good; what lies ahead is on the day that was told last.
_FACT = frozenset({Status.HAPPENED, Status.ONGOING})
# What will not be on the day it was planned for: the day of such a telling is the one that no longer holds.
_TURNED = frozenset({Status.CANCELLED, Status.POSTPONED})
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED})


# Groups that one telling is the first of which are kept: an event as it was and as it is, by surface and by parse.
_MOMENTS = 4


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
    """How the event stands that a group of tellings is of; for one that was asked for of late, it is known."""
    known = _asked(group[0])
    for asked, stands in known:
        if len(asked) == len(group) and all(map(is_, asked, group)):
            return stands
    known.append((tuple(group), _standing(group)))
    return known[-1][1]


def head_of(event: Event) -> tuple[Standing, Telling]:
    """How an event stands, and the telling whose passage heads its line."""
    stands = standing(event.tellings)
    return stands, stands.tellings[headline(stands.tellings, stands.status, stands.date, event.chosen)]


@told_once
def _asked(_first: Telling) -> deque[tuple[tuple[Telling, ...], Standing]]:
    """Groups that a telling is the first of, with how their events stand."""
    return deque(maxlen=_MOMENTS)


def _standing(group: Sequence[Telling]) -> Standing:
    tellings = beside_each_other(group)
    history = _history(_in_own_words(tellings))
    return Standing(tellings, history[-1].status, history[-1].date, history)


def _history(tellings: Sequence[Telling]) -> tuple[Turn, ...]:
    """The turns of an event, its tellings given by availability.

    What came out on one day counts together; a coarser date that a finer one fits into is a turn as well.
    """
    found: list[Turn] = []
    turning, dates = tellings[0], _Dates()
    for day, told in groupby(tellings, key=lambda telling: telling.article.available):
        for telling in told:
            turning = max(turning, telling, key=_weight)
            dates.add(telling)
        date = dates.best()
        status = turning.reading.status
        if not found or (found[-1].status, found[-1].date) != (status, date):
            found.append(Turn(day, status, date, turning.article.id, turning.reading.said_by))
    return tuple(found)


@told_once
def _weight(telling: Telling) -> tuple[Any, ...]:
    """By what the telling is found that gives an event its status.

    It is the latest; on one day, an article's own voice goes before hearsay. What was planned for a day that is past
    says nothing of what became of it, where anything else does; nor does a lead without a day of what came of it since.
    """
    return (
        not _was_ahead(telling),
        telling.passage.is_dated or telling.reading.status is not Status.ONGOING,
        _available(telling),
        telling.reading.said_by is None or telling.reading.is_speech,
        # An article that tells of a plan and calls it off has called it off, in whichever order.
        telling.reading.status is Status.CANCELLED,
        -telling.passage.order,
        telling.reading.status not in _TURNED,
        telling.article.id,
    )


def _was_ahead(telling: Telling) -> bool:
    available = telling.article.available
    is_past = available is not None and telling.passage.date.last < available
    return telling.reading.was_planned or (telling.reading.status in _AHEAD and is_past)


class _Dates:
    """The most exact date that the best evidence gives, of what was told so far.

    Where the tellings leave but one stretch of days, that is the finest of it. Where they do not, facts come before
    plans: of facts the day that most articles tell, of plans the one told last that is not put off. It is stated where
    one of them states it. What gives no day counts where nothing else does.
    """

    def __init__(self) -> None:
        self._told = {True: _Told(), False: _Told()}

    def add(self, telling: Telling) -> None:
        """Take in what was told next."""
        self._told[telling.passage.is_dated].add(telling)

    def best(self) -> EntryDate:
        dated, undated = self._told[True], self._told[False]
        return (dated if dated.bases else undated).best()


class _Told:
    """The dates of tellings, and what speaks for each."""

    def __init__(self) -> None:
        self.bases: dict[EntryDate, set[Basis]] = {}
        """By date, in the order of the tellings: what it rests on."""
        self._facts: dict[EntryDate, set[str]] = {}
        """The articles that tell it as a fact."""
        self._last: dict[bool, tuple[tuple[str, str, int], EntryDate]] = {}
        """The date told last, of what was put off and of what was not."""

    def add(self, telling: Telling) -> None:
        date, status = telling.passage.date, telling.reading.status
        self.bases.setdefault(date, set()).add(_basis(telling))
        if status in _FACT:
            self._facts.setdefault(date, set()).add(telling.article.id)
        order, is_off = by_availability(telling), status in _TURNED
        if is_off not in self._last or order > self._last[is_off][0]:
            self._last[is_off] = (order, date)

    def best(self) -> EntryDate:
        best = self._surest()
        date = finest(date for date in self.bases if date.overlaps(best))
        return replace(date, basis=next(basis for basis in Basis if basis in self.bases[date]))

    def _surest(self) -> EntryDate:
        if not self._facts:
            return (self._last.get(False) or self._last[True])[1]
        shortest = min(date.length for date in self._facts)
        return max((date for date in self._facts if date.length == shortest), key=lambda date: len(self._facts[date]))


@told_once
def _basis(telling: Telling) -> Basis:
    passage = telling.passage
    return basis_of(telling.language, passage.timex, passage.date)


def _in_own_words(tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings by availability, but those that repeat an earlier one: what is printed again is no later word on it."""
    first: dict[tuple[str, str], Telling] = {}
    for telling in sorted(tellings, key=by_availability):
        first.setdefault((_spaced(telling), telling.passage.date.value), telling)
    return list(first.values())


@told_once
def _spaced(telling: Telling) -> str:
    """Its words with one blank between them."""
    return " ".join(telling.exact.split())


@told_once
def by_availability(telling: Telling) -> tuple[str, str, int]:
    """Tellings by the day on which they could first be read, then by article and place in it."""
    return (_available(telling), telling.article.id, telling.passage.timex.start)


def _available(telling: Telling) -> str:
    available: dt.date | None = telling.article.available
    return available.isoformat() if available else ""
