"""Passages in, the figures of them that may be points of a series out."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.errors import faults_of
from dateline.model import EntryDate
from dateline.reading.figures.finding import Figure
from dateline.text.copies import Copies
from dateline.timeline.select.passages import Passage

# How many times as much a measure may be from one report to the next and still be of the same thing: money, the rest.
_MONEY_LEAP, _LEAP = 3.0, 6.0

Key = tuple[str, str, str | None]
"""What is counted, who of those in that state, and the unit."""


@dataclass(frozen=True, slots=True)
class CandidateFigure:
    """A figure of a passage that may be a point of a series."""

    figure: Figure
    """Offsets are those within the sentence."""
    passage: Passage
    date: EntryDate
    """The date for which it is told."""
    published: dt.date
    """The day on which it could first be read."""

    @property
    def key(self) -> Key:
        """What figures must share to be of one series."""
        return key_of(self.figure)


def key_of(figure: Figure) -> Key:
    """What a figure counts, who of those in that state, and the unit."""
    return (figure.counts, figure.noun if figure.grows else "", figure.unit)


def candidates(passages: Iterable[Passage], copies: Copies) -> list[CandidateFigure]:
    """The figures of passages that may be points of a series.

    Those of one key, and among measures those not too far apart, have two values and two days at least, and are of what
    is told to change.

    What copies of one text have word for word counts once, with the first of `passages`.
    """
    by_key: dict[Key, list[CandidateFigure]] = {}
    seen: set[tuple[str, str, int]] = set()
    for passage in passages:
        published = passage.article.available
        words = (copies.original(passage.article.id), passage.text, passage.timex.start - passage.sentence.start)
        if published is None or words in seen:
            continue
        with faults_of(passage.article):
            dated = passage.told.figures.get(passage.timex.start)
        if dated:
            seen.add(words)
            for one in dated:
                found = CandidateFigure(one.figure, passage, one.date, published)
                by_key.setdefault(found.key, []).append(found)
    return [found for those in by_key.values() for found in _in_series(those)]


def most_beside(figure: Figure) -> float:
    """The most that another figure of the same thing may be, told next to this one."""
    if figure.unit is None:
        return math.inf
    return figure.value * (_MONEY_LEAP if figure.is_money else _LEAP)


def are_told_to_change(figures: Sequence[Figure]) -> bool:
    """Whether figures of one thing differ, and are of what grows or flows or is said to have changed."""
    first = figures[0]
    is_rate = first.unit is not None and not first.is_owned
    return len({one.value for one in figures}) > 1 and (first.grows or is_rate or any(one.is_change for one in figures))


def _in_series(found: Sequence[CandidateFigure]) -> list[CandidateFigure]:
    """Those of one key that may be points of a series, in their order."""
    groups: list[list[int]] = []
    most = -1.0
    for number in sorted(range(len(found)), key=lambda number: found[number].figure.value):
        figure = found[number].figure
        if figure.value > most:
            groups.append([])
        groups[-1].append(number)
        most = most_beside(figure)
    numbers = (number for group in groups if _may_be_series([found[number] for number in group]) for number in group)
    return [found[number] for number in sorted(numbers)]


def _may_be_series(found: Sequence[CandidateFigure]) -> bool:
    has_days = len({one.published for one in found} | {one.date.first for one in found}) > 1
    return has_days and are_told_to_change([one.figure for one in found])
