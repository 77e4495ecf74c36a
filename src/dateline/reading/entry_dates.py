"""A time expression in, the date under which a timeline files it out; none where it names no calendar days."""

import re
from functools import lru_cache

from dateline.model import EntryDate, Granularity, Timex, TimexType
from dateline.times.values import days, granularity

_OF_A_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T.+")
_CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})


def entry_date(timex: Timex) -> EntryDate | None:
    """The date under which a timeline files a time expression; None when it names no calendar days.

    A time of day is filed under its day. Durations, sets and references to a vague past or future have no date.
    """
    if timex.type not in _CALENDAR or timex.first is None or timex.last is None:
        return None
    return date_of(timex.value)


@lru_cache(maxsize=1 << 14)
def date_of(timex_value: str) -> EntryDate | None:
    """The date of a TIMEX3 value; None when it is none of the calendar."""
    value = _OF_A_DAY.sub(r"\1", timex_value)
    grain = granularity(value)
    covered = days(value)
    if grain is None or covered is None or grain is Granularity.CENTURY:
        return None
    return EntryDate(value, *covered, grain)
