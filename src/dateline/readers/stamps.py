"""A time in the style of a format in, ISO 8601 out: RFC 822 with its two-digit years, ISO, epochs, dates of tables.

A time that is told from now (`3 hours ago`) is none: the clock is never looked at.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from dateline.errors import ImpossibleDate, UndatedArticle
from dateline.readers import dates

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?Z?$")
_EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?$|-?\d{12,13}$")
_FIGURES = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?$")
_FRACTION = re.compile(r"[.,](\d+)")

# Days of spreadsheets are counted from here: Excel holds 1900 for a leap year.
_FIRST_OF_SHEETS = dt.date(1899, 12, 30)
# Numbers of days in a spreadsheet: 1954 to 2119.
_DAYS_OF_SHEETS = range(20_000, 80_001)


def iso(value: Any, where: str, *, day_first: bool | None = None) -> str:
    """The time as ISO 8601, as exact as it was given, in its own zone.

    `day_first` tells how a date in figures is to be read that could be read in two orders.

    Raises ImpossibleDate or UndatedArticle, naming `where`.
    """
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(float(value), where)
    words = " ".join(str(value).split())
    if _ISO.match(words):
        return _of_iso(words, where)
    if _EPOCH.match(words):
        return _of_number(float(words), where)
    if found := _COMPACT.match(words):
        year, month, day, *clock = (int(part or 0) for part in found.groups())
        dates.day_of(year, month, day, words, where)
        return f"{year:04}-{month:02}-{day:02}T{clock[0]:02}:{clock[1]:02}:{clock[2]:02}Z"
    if dates.RFC822.match(words):
        from email.utils import parsedate_tz  # noqa: PLC0415 - slow to import, and few formats need it

        if parts := parsedate_tz(words):
            return _of_mail(parts, words, where)
    if found := _FIGURES.match(words):
        return _of_figures(found, words, where, day_first)
    return dates.day(words, where).isoformat()


def day_is_first(values: Iterable[Any]) -> bool | None:
    """Whether dates in figures give the day before the month, when one of them can be read in one way alone.

    None when none of them tells, or when they contradict each other.
    """
    orders = set()
    for value in values:
        found = _FIGURES.match(value) if isinstance(value, str) else None
        one, two = (int(found[1]), int(found[2])) if found else (0, 0)
        if one > 12 >= two:
            orders.add(True)
        elif two > 12 >= one:
            orders.add(False)
    return orders.pop() if len(orders) == 1 else None


def _of_iso(words: str, where: str) -> str:
    """ISO 8601 as many write it, as `datetime.fromisoformat` takes it."""
    day = words[:10]
    dates.day_of(int(day[:4]), int(day[5:7]), int(day[8:]), day, where)
    rest = _FRACTION.sub(lambda found: "." + (found[1] + "000000")[:6], words[10:].strip().lstrip("T").strip())
    rest = re.sub(r"\s*(?:Z|UTC|GMT)$", "+00:00", rest).replace(" ", "")
    if not rest or rest[0] in "+-":
        return day
    try:
        return dt.datetime.fromisoformat(f"{day}T{rest}").isoformat()
    except ValueError:
        raise ImpossibleDate(where, f"there is no such time as “{words}”", "Write it as 2019-04-23T10:00:00Z") from None


def _of_mail(parts: tuple[Any, ...], words: str, where: str) -> str:
    year, month, day, hour, minute, second, *_, zone = parts
    date = dates.day_of(year, month, day, words, where)
    if not re.search(r"\d:\d\d", words):
        return date.isoformat()
    try:
        offset = None if zone is None else dt.timezone(dt.timedelta(seconds=zone))
        return dt.datetime.combine(date, dt.time(hour, minute, min(second, 59)), offset).isoformat()
    except ValueError:
        return date.isoformat()


def _of_number(value: float, where: str) -> str:
    """Seconds or milliseconds since 1970, a day of a spreadsheet, or eight figures of a date."""
    if value == int(value) and int(value) in _DAYS_OF_SHEETS:
        return (_FIRST_OF_SHEETS + dt.timedelta(days=int(value))).isoformat()
    if 19_000_000 <= value <= 21_001_231 and value == int(value):
        return dates.day(str(int(value)), where).isoformat()
    seconds = value / 1000 if abs(value) >= 100_000_000_000 else value
    if 100_000_000 <= abs(seconds) <= 8_000_000_000:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).replace(microsecond=0).isoformat()
    raise UndatedArticle(
        where, f"“{value:g}” is not a day, month and year", "Write the day of publication as YYYY-MM-DD"
    )


def _of_figures(found: re.Match[str], words: str, where: str, day_first: bool | None) -> str:
    one, two, year = int(found[1]), int(found[2]), int(found[3])
    if len(found[3]) == 2:
        year += 2000 if year < 70 else 1900
    if one <= 12 and two <= 12 and one != two and day_first is None:
        return dates.day(found[0] if len(found[3]) == 4 else f"{one}/{two}/{year}", where).isoformat()
    day, month = (one, two) if one > 12 or (day_first and two <= 12) else (two, one)
    return dates.day_of(year, month, day, words, where).isoformat()
