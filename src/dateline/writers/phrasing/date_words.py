"""Dates in words, as exact as the entry's own and no more. English, without the locale of the machine."""

import datetime as dt

from dateline.model import EntryDate, Granularity
from dateline.times.values import days, granularity

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PARTS_OF_YEAR = {
    "Q1": "first quarter of",
    "Q2": "second quarter of",
    "Q3": "third quarter of",
    "Q4": "fourth quarter of",
    "H1": "first half of",
    "H2": "second half of",
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
}


def weekday(date: dt.date, *, short: bool = False) -> str:
    """The name of a day's weekday: `Tuesday`, or `Tue` when short."""
    return _WEEKDAYS[date.weekday()][: 3 if short else None]


def month(date: dt.date, *, short: bool = False) -> str:
    """The name of a day's month: `April`, or `Apr` when short."""
    return _MONTHS[date.month - 1][: 3 if short else None]


def day(date: dt.date, *, year: bool = True, short: bool = False) -> str:
    """A day in words: `23 April 2019`, or `23 Apr 2019` when short."""
    return f"{date.day} {month(date, short=short)}" + (f" {date.year}" if year else "")


def label(date: EntryDate, *, short: bool = False) -> str:
    """An entry's date in words: `Tuesday 23 April 2019`, `week of 15 April 2019`, `March 2019`, `1991`, `1990s`.

    `short` shortens the names of days, not of longer stretches.
    """
    first, last = date.first, date.last
    if date.is_stretch:
        return _from_to(date, short=short)
    match date.granularity:
        case Granularity.DAY:
            return f"{weekday(first, short=short)} {day(first, short=short)}"
        case Granularity.WEEKEND:
            return f"weekend of {day(first)}"
        case Granularity.WEEK:
            return f"week of {day(first)}"
        case Granularity.MONTH:
            return f"{month(first)} {first.year}"
        case Granularity.QUARTER | Granularity.HALF | Granularity.SEASON if date.value[-2:] in _PARTS_OF_YEAR:
            return f"{_PARTS_OF_YEAR[date.value[-2:]]} {_years(first, last)}"
        case Granularity.YEAR:
            return str(first.year)
        case Granularity.DECADE:
            return f"{first.year}s"
        case Granularity.CENTURY:
            return f"{_ordinal((last.year - 1) // 100 + 1)} century"
    return date.value


def _from_to(date: EntryDate, *, year: bool = True, short: bool = False) -> str:
    """A stretch in words: `14–16 August 2024`, `October–December 2017`, `30 April – 2 May 2019`, `1914–1918`."""
    first, last = date.first, date.last
    same_year = first.year == last.year
    end = f" {last.year}" if year or not same_year else ""
    begin = "" if same_year else f" {first.year}"
    if date.granularity is Granularity.YEAR:
        return f"{first.year}–{last.year}"
    if date.granularity is Granularity.MONTH:
        joint = "–" if same_year else " – "
        return f"{month(first)}{begin}{joint}{month(last)}{end}"
    if same_year and first.month == last.month:
        return f"{first.day}–{last.day} {month(last, short=short)}{end}"
    return f"{first.day} {month(first, short=short)}{begin} – {last.day} {month(last, short=short)}{end}"


def stretch(value: str) -> str:
    """A TIMEX3 value of calendar days in words: `Wed 24 Apr 2019`, `April 2019`; as it stands where it is none."""
    covered, grain = days(value), granularity(value)
    return label(EntryDate(value, *covered, grain), short=True) if covered and grain else value


def number(value: float) -> str:
    """A figure in few characters: `1,200`, `3.25 million`, `4 billion`."""
    for size, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            return f"{value / size:.2f}".rstrip("0").rstrip(".") + name
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def within_year(date: EntryDate) -> str:
    """An entry's date in words, under a heading that gives its year, decade or century: `Tuesday 23 April`, `March`."""
    if date.is_stretch:
        return _from_to(date, year=False)
    match date.granularity:
        case Granularity.DAY:
            return f"{weekday(date.first)} {day(date.first, year=False)}"
        case Granularity.WEEKEND | Granularity.WEEK:
            return f"{date.granularity} of {day(date.first, year=False)}"
        case Granularity.MONTH:
            return month(date.first)
        case Granularity.YEAR | Granularity.DECADE | Granularity.CENTURY:
            return f"during the {date.granularity}"
    return label(date)


def machine_readable(date: EntryDate) -> str | None:
    """The date as an HTML `datetime` attribute may hold it: a day, week, month or year; None for any other grain."""
    if date.is_stretch:
        return None
    match date.granularity:
        case Granularity.DAY:
            return date.first.isoformat()
        case Granularity.WEEK:
            year, week, _ = date.first.isocalendar()
            return f"{year:04}-W{week:02}"
        case Granularity.MONTH:
            return f"{date.first.year:04}-{date.first.month:02}"
        case Granularity.YEAR:
            return f"{date.first.year:04}"
    return None


def _years(first: dt.date, last: dt.date) -> str:
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year % 100:02}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
