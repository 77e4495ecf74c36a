"""Calendar days as words name them, never more exact than the words."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from dateline.model.documented import DOCUMENTED


class Granularity(StrEnum):
    """The grain of a calendar date: as fine as its words, never finer."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Period(StrEnum):
    """How long a section of a diary is."""

    DAY = "day"
    """A calendar day."""
    WEEK = "week"
    """From Monday to Sunday."""


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    """The words give it: `25 April`, `March 2019`, at most its year being that of the article."""
    COMPUTED = "computed"
    """The words count from another day: `on Thursday`, `last week`, `two days later`."""
    REPORTED = "reported"
    """The words give no day; it is the day on which the report that opens with it was published."""
    GIVEN = "given"
    """A person gives it."""


@dataclass(frozen=True, slots=True)
class When:
    """The calendar days that words name."""

    __pydantic_config__: ClassVar = DOCUMENTED
    value: str
    """The TIMEX3 value, at the grain of the words: `2019-04-25`, `2019-W16`, `2019-03`, `1991`; of a stretch of days,
    months or years the interval, `2019-04-23/2019-04-25`."""
    first: dt.date
    """The first day covered."""
    last: dt.date
    """The last day covered, inclusive."""

    @property
    def length(self) -> int:
        """Days from the first to the last: 0 for a single day, 6 for a week."""
        return (self.last - self.first).days

    def overlaps(self, other: "When") -> bool:
        """Whether a day is covered by both."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "When") -> bool:
        """Whether all days of the other one are covered."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class EntryDate(When):
    """When an entry belongs, with the grain of its date."""

    __pydantic_config__: ClassVar = DOCUMENTED
    granularity: Granularity
    """How exact the date is."""
    basis: Basis = field(default=Basis.STATED, compare=False)
    """Whether the words give it, count to it, or leave it to the day of publication; two such dates are equal."""

    @property
    def is_stretch(self) -> bool:
        """Whether it lasts from one date to another: `2019-04-23/2019-04-25`."""
        return "/" in self.value

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.granularity is Granularity.DAY and self.first == self.last
