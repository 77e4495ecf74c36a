"""Calendar days as words name them, never more exact than the words."""

import datetime as dt
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class When:
    """The calendar days that words name."""

    __pydantic_config__: ClassVar = DOCUMENTED
    value: str
    """The TIMEX3 value, at the grain of the words: `2019-04-25`, `2019-W16`, `2019-03`, `1991`."""
    first: dt.date
    """The first day covered."""
    last: dt.date
    """The last day covered, inclusive."""


@dataclass(frozen=True, slots=True)
class EntryDate(When):
    """When an entry belongs, with the grain of its date."""

    __pydantic_config__: ClassVar = DOCUMENTED
    granularity: Granularity
    """How exact the date is."""
