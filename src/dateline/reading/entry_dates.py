"""A time expression in, the date under which a timeline files it out; none where it names no calendar days."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from dateline.languages import Language, made_once
from dateline.model import Basis, EntryDate, Granularity, Timex, TimexType
from dateline.times.resolving.ranges import is_a_stretch
from dateline.times.values import INTERVAL, days, granularity

_OF_A_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T.+")
_ROUGHLY = "APPROX"
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_YEARS = frozenset({Granularity.YEAR, Granularity.DECADE})
# The word classes of the names of what is longer than a week and shorter than a year.
_NAMED = ("MONTH", "MAYBEMONTH", "MONTHABBR", "SEASON", "MAYBESEASON")
_LASTING = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.YEAR})
"""Grains of the ends of a stretch."""
_CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})


def entry_date(timex: Timex) -> EntryDate | None:
    """The date under which a timeline files a time expression; None when it names no calendar days.

    A time of day is filed under its day. "About ten days ago" is none. Durations, sets and references to a vague past
    or future have no date.
    """
    if timex.type not in _CALENDAR or timex.first is None or timex.last is None:
        return None
    date = date_of(timex.value)
    if timex.mod == _ROUGHLY and date is not None and date.value == timex.value and _is_counted_in_days(timex, date):
        return None
    return date


def _is_counted_in_days(timex: Timex, date: EntryDate) -> bool:
    """Whether words count the days to a day, and do not name it: "10 days ago"."""
    return date.is_day and date.first.day not in map(int, _NUMBER.findall(timex.text))


def dates_of(language: Language, text: str, begin: int, timexes: Sequence[Timex]) -> Iterator[tuple[Timex, EntryDate]]:
    """The dates of a sentence that begins at `begin`, each with the time expression that it is filed by.

    A stretch is one date, filed by its first end: "on August 14-16" is three days, and "October to December" a quarter.
    """
    ended = False
    for timex, following in zip_longest(timexes, timexes[1:]):
        if ended:
            ended = False
            continue
        date = entry_date(timex)
        other = entry_date(following) if date is not None and following is not None else None
        if date is not None and other is not None and following is not None and _may_last(date, other):
            ended = is_a_stretch(language, text, begin, timex.span, following.span)
            if ended:
                date = date_of(f"{date.value}{INTERVAL}{other.value}")
        if date is not None:
            yield timex, date


def _may_last(first: EntryDate, last: EntryDate) -> bool:
    """Whether something may last from one date to another: dates of one grain, in order."""
    return first.granularity is last.granularity and first.granularity in _LASTING and first.first < last.first


@lru_cache(maxsize=1 << 14)
def date_of(timex_value: str) -> EntryDate | None:
    """The date of a TIMEX3 value; None when it is none of the calendar."""
    value = _OF_A_DAY.sub(r"\1", timex_value)
    grain = granularity(value)
    covered = days(value)
    if grain is None or covered is None or grain is Granularity.CENTURY:
        return None
    return EntryDate(value, *covered, grain)


def basis_of(language: Language, timex: Timex, date: EntryDate) -> Basis:
    """What a date rests on that a time expression gives; one without words is only where its report was published."""
    if not timex.text:
        return Basis.REPORTED
    numbers = set(map(int, _NUMBER.findall(timex.text)))
    if date.is_day:
        return Basis.STATED if date.first.day in numbers else Basis.COMPUTED
    if date.granularity in _YEARS:
        return Basis.STATED if numbers else Basis.COMPUTED
    named = any(word.lower() in _names(language) for word in _WORD.findall(timex.text))
    return Basis.STATED if named else Basis.COMPUTED


@made_once
def _names(language: Language) -> frozenset[str]:
    classes = language.settings("times/words.toml")
    return frozenset(word.lower() for name in _NAMED for word in classes[name]["words"])
