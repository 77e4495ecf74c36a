"""Changes with what the new articles make of each in, the order in which they are shown out.

First what turned, then key news, then the rest; within each what most independent articles open with, of these days.
"""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Change, ChangeKind, Level

# Kinds that turn what was known.
_TURNED = frozenset(
    {
        ChangeKind.CAME_TRUE,
        ChangeKind.CANCELLED,
        ChangeKind.POSTPONED,
        ChangeKind.DENIED,
        ChangeKind.MOVED,
        ChangeKind.CORRECTED,
        ChangeKind.GONE,
    }
)
# What a change of these kinds weighs beside one that is new.
_WEIGHT = {ChangeKind.CONFIRMED: 0.5, ChangeKind.UNCONFIRMED: 0.3, ChangeKind.GONE: 0.5}
# What is least added to how near a change is to the story.
_LEAST_NEAR = 0.1
# Words that two changes share which tell one thing, so many and such a share of the shorter one's.
_WORDS_SHARED, _SHARE = 3, 0.5
# Days over which what lies back, or ahead, loses a factor e.
_FADES = 7.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A change, with what the new articles make of it."""

    change: Change
    importance: float
    """0 to 1: relative to what they make the most of."""
    nearness: float
    """0 to 1: how near its passages are to what the story is about."""
    words: frozenset[str]
    """The words by which its first new passage tells it."""


def ranked(weighed: Sequence[Weighed], since: dt.date, until: dt.date) -> list[Change]:
    """The changes in the order in which they are shown.

    What is told in much the words of another one of the same days, which stands before it, gives way within its tier.
    """
    order = sorted(weighed, key=lambda one: (_tier(one.change), *_place(one, since, until)))
    first, again = list[Weighed](), list[Weighed]()
    for one in order:
        (again if any(_tells_again(one, other) for other in first) else first).append(one)
    return [one.change for one in sorted([*first, *again], key=lambda one: _tier(one.change))]


def _tells_again(one: Weighed, other: Weighed) -> bool:
    if not one.change.date.overlaps(other.change.date):
        return False
    shared = len(one.words & other.words)
    return shared >= _WORDS_SHARED and shared >= _SHARE * min(len(one.words), len(other.words))


def _tier(change: Change) -> int:
    is_key = change.level is Level.KEY
    return 0 if is_key and change.kind in _TURNED else 1 if is_key else 2


def _place(one: Weighed, since: dt.date, until: dt.date) -> tuple[float, dt.date, str]:
    change = one.change
    return (-_weight(one, since, until), change.date.first, change.entry)


def _weight(one: Weighed, since: dt.date, until: dt.date) -> float:
    date = one.change.date
    away = max(0, (since - date.last).days, (date.first - until).days)
    coarse = 1.0 + math.log(1 + date.length)
    return (
        one.importance
        * (_LEAST_NEAR + one.nearness)
        * _WEIGHT.get(one.change.kind, 1.0)
        * math.exp(-away / _FADES)
        / coarse
    )
