"""What is known where an expression stands, and how what is counted from there becomes a value."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from dateline.model import Granularity
from dateline.times.grammar.word_classes import Value
from dateline.times.values import OPEN, Days, days, granularity, shifted, value_at

Fields = Mapping[str, Value]
"""What a rule has read: names of fields with their values."""

_FINENESS: dict[str, int] = {
    "hour": 0,
    "minute": 0,
    "second": 0,
    "day": 0,
    "weekend": 1,
    "week": 1,
    "fortnight": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}


class Resolved(NamedTuple):
    """A TIMEX3 value and the days it covers, both ends inclusive; None where no day can be told."""

    value: str
    covers: Days | None = None
    mod: str | None = None
    freq: str | None = None
    ambiguous: bool | None = None


def dated(value: str) -> Resolved:
    """A value that covers its own days."""
    return Resolved(value, days(value))


def counted(day: dt.date | None, count: int, unit: str, grain: str | None = None) -> Resolved:
    """The `grain` (by default the `unit` itself) that lies `count` units from the one of `day`.

    It stays open where there is no day to count from, and where the calendar ends.
    """
    moved = shifted(day, count, unit) if day is not None else None
    return dated(value_at(moved, grain or unit)) if moved is not None else Resolved(OPEN[grain or unit])


class Focus:
    """The dates spoken of so far, latest last: what "that year" and "a day later" are counted from."""

    def __init__(self) -> None:
        self._latest: dict[int, tuple[int, str, Days]] = {}
        self._story: dict[int, tuple[int, str, Days]] = {}
        self._seen = 0
        self._quarter: str | None = None
        self._year_bc: int | None = None

    def remember(self, value: str, covers: Days, *, named: bool, glance: bool = False) -> None:
        """Take `value` into focus; `named` when the words themselves say which period it is.

        What is a `glance` out of the story ("two years earlier", "until 1945") is spoken of, but the story does not
        come to it.
        """
        grain = granularity(value)
        if named and grain is Granularity.QUARTER:
            self._quarter = value
        if grain is not None:
            self._seen += 1
            self._year_bc = None
            self._latest[_FINENESS[grain]] = (self._seen, value, covers)
            if not glance:
                self._story[_FINENESS[grain]] = (self._seen, value, covers)

    def remember_bc(self, year: int) -> None:
        """Take a year before the common era into focus, which the calendar of Python does not have."""
        self._year_bc = year

    def latest(self, unit: str) -> Days | None:
        """The days of the latest date that is at least as exact as `unit`."""
        return _latest(self._latest, unit)

    def reached(self, unit: str) -> Days | None:
        """As `latest`, without mere glances: what the story has come to."""
        return _latest(self._story, unit)

    def last_spoken_of(self, unit: str) -> Days | None:
        """As `latest`, unless a text that moves on has come to another time since: "On 10 June … In September …"."""
        covers = self.latest(unit)
        if covers is None:
            return None
        _, _, newest = max(self._latest.values())
        return covers if covers[0] <= newest[1] and newest[0] <= covers[1] else None

    def quarter(self) -> str | None:
        """The quarter last named as such: the one that is reported on."""
        return self._quarter

    def year(self) -> int | None:
        """The year of the latest date."""
        covers = self.latest("year")
        return covers[0].year if covers else None

    def year_bc(self) -> int | None:
        """The year before the common era that is in focus; None when the latest date is of our era."""
        return self._year_bc


def _latest(dates: Mapping[int, tuple[int, str, Days]], unit: str) -> Days | None:
    limit = _FINENESS[unit]
    found = [entry for fineness, entry in dates.items() if fineness <= limit]
    return max(found)[2] if found else None


class Context(NamedTuple):
    """What is known where an expression stands, and how what is counted from there becomes a value."""

    published: dt.date | None
    """The day of publication."""
    focus: Focus
    """The dates spoken of so far."""
    direction: Callable[[], int]
    """Whether the words around look back (-1) or ahead (1), or do not tell (0)."""
    nearby: Days | None = None
    """The day spoken of in the same sentence: a time of day lies on it."""
    nearby_year: int | None = None
    """The year named earlier in the same sentence: "in May 1995 and again in August"."""
    year_alone: bool = False
    """Whether that year was named without a month: "a member since 1995, he left in August"."""
    narrative: bool = False
    """Whether the text tells of the past: its partial dates belong to the year in focus, not to the publication."""
    first_year: int | None = None
    """The first year that a narrative names with a month, where its partial dates lie until then."""
    before_our_era: bool = False
    """Whether the years of three figures of a text on antiquity are before the common era until another is named."""
    day_first: bool | None = None
    """Whether 04/05/2019 is in May; None when nothing tells."""
    year_in_chronicle: int | None = None
    """The year that the run of dates of a chronicle gives this one."""
    eve: Days | None = None
    """The day before the publication, where no other has been spoken of since."""
    surely_ahead: Callable[[], bool] = bool
    """Whether words right beside the expression fix it as one to come: "is planned for"."""
    surely_back: Callable[[], bool] = bool
    """Whether the verb right before the expression tells what was done on it: "closed on"."""
