"""A TIMEX3 value in, the calendar days it covers out; and back from a day to the value of a unit that holds it.

A stretch from one date to another of the same grain is an interval of ISO 8601, `2019-04-23/2019-04-25`.

The values are those of ISO 24617-1, which took them from TIMEX2 (Ferro et al. 2005): ISO 8601 where that has a form,
beside it decades (`199`), centuries (`19`), quarters (`1989-Q3`), halves (`1989-H1`), seasons (`1989-SU`) and weekends
(`2019-W16-WE`). A part of a day (`2019-04-25TMO`) or a time of day lies on its day.
"""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache

from dateline.model import Granularity

# Values of which the days are remembered: articles of a story name the same days over and over.
_REMEMBERED = 8_192

INTERVAL = "/"
"""Between the ends of a stretch."""

Days = tuple[dt.date, dt.date]
"""First and last calendar day, both inclusive."""

OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""The value of one unit of the calendar of which it is not known which one."""

# Seasons of the northern hemisphere by whole months, as meteorologists count them; a winter is named after the year in
# which it begins, so `1917-WI` runs into February 1918.
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_OF_MONTH = {
    month: season for season, start in _SEASON_STARTS.items() for month in range(start, min(start + 3, 13))
}
SEASON_OF_MONTH |= {1: "WI", 2: "WI"}

_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)(?:-(?:(?P<weekend>WE)|(?P<weekday>[1-7])))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T[0-9A-Z:.+-]*)?)?))?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)
_GRAINS = (
    ("day", Granularity.DAY),
    ("month", Granularity.MONTH),
    ("weekend", Granularity.WEEKEND),
    ("weekday", Granularity.DAY),
    ("week", Granularity.WEEK),
    ("quarter", Granularity.QUARTER),
    ("half", Granularity.HALF),
    ("season", Granularity.SEASON),
    ("year", Granularity.YEAR),
    ("decade", Granularity.DECADE),
    ("century", Granularity.CENTURY),
)


@lru_cache(_REMEMBERED)
def granularity(value: str) -> Granularity | None:
    """The grain of a DATE or TIME value; None for one that names no calendar day (`XXXX-04`, `PAST_REF`, `BC0480`)."""
    match = _VALUE.fullmatch(value)
    if match is None:
        first, _, last = value.partition(INTERVAL)
        grain = granularity(first) if last else None
        return grain if grain is not None and grain is granularity(last) else None
    found = match.groupdict()
    return next(grain for name, grain in _GRAINS if found[name] is not None)


@lru_cache(_REMEMBERED)
def days(value: str) -> Days | None:
    """The calendar days a DATE or TIME value covers; None where it names none, or none that the calendar has."""
    match = _VALUE.fullmatch(value)
    if match is None:
        first, _, last = value.partition(INTERVAL)
        ends = (days(first), days(last)) if last else (None, None)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] <= ends[1][1] else None
    found = match.groupdict()
    try:
        if found["decade"] is not None:
            return _years(int(found["decade"]) * 10, 10)
        if found["century"] is not None:
            return _years(int(found["century"]) * 100, 100)
        year = int(found["year"])
        if found["day"] is not None:
            day = dt.date(year, int(found["month"]), int(found["day"]))
            return day, day
        if found["month"] is not None:
            return _months(year, int(found["month"]), 1)
        if found["week"] is not None:
            return _week(year, int(found["week"]), found["weekend"], found["weekday"])
        if found["quarter"] is not None:
            return _months(year, int(found["quarter"]) * 3 - 2, 3)
        if found["half"] is not None:
            return _months(year, int(found["half"]) * 6 - 5, 6)
        if found["season"] is not None:
            return _months(year, _SEASON_STARTS[found["season"]], 3)
        return _years(year, 1)
    except (ValueError, OverflowError):
        return None


def _years(first: int, count: int) -> Days:
    # The calendar of Python begins with the year 1, so the first decade and century are a year short.
    return dt.date(max(first, 1), 1, 1), dt.date(first + count - 1, 12, 31)


def _months(year: int, month: int, count: int) -> Days:
    last_year, last_month = divmod(year * 12 + month - 2 + count, 12)
    return dt.date(year, month, 1), dt.date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def _week(year: int, week: int, weekend: str | None, weekday: str | None) -> Days:
    monday = dt.date.fromisocalendar(year, week, 1)
    if weekday is not None:
        day = monday + dt.timedelta(int(weekday) - 1)
        return day, day
    return monday + dt.timedelta(5 if weekend else 0), monday + dt.timedelta(6)


def value_at(day: dt.date, unit: str) -> str:
    """The value of the `unit` that holds `day`.

    Units: day, week, fortnight, weekend, month, quarter, half, season, year, decade, century. The weekend of a working
    day is the one that ends its week; a fortnight has no value of its own and is told by its week.
    """
    year, month = day.year, day.month
    match unit:
        case "day":
            return day.isoformat()
        case "week" | "fortnight" | "weekend":
            iso = day.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit == "weekend" else "")
        case "month":
            return f"{year:04}-{month:02}"
        case "quarter":
            return f"{year:04}-Q{(month + 2) // 3}"
        case "half":
            return f"{year:04}-H{(month + 5) // 6}"
        case "season":
            return f"{year - (month < 3):04}-{SEASON_OF_MONTH[month]}"
        case "year":
            return f"{year:04}"
        case "decade":
            return f"{year // 10:03}"
        case "century":
            return f"{year // 100:02}"
    raise ValueError(f"not a unit of the calendar: {unit}")


_UNIT_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_UNIT_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def shifted(day: dt.date, count: int, unit: str) -> dt.date | None:
    """`day` moved by `count` units; the last day of a month stays within its month. None outside the calendar."""
    try:
        if unit in _UNIT_DAYS:
            return day + dt.timedelta(count * _UNIT_DAYS[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + count * _UNIT_MONTHS[unit], 12)
        return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None
