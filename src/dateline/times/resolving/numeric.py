"""A date in figures in (`2019-04-23`, `23.04.2019`, `04/23/19`), the day it names out; and years of two figures.

04/05/2019 is in April where the month is written first (the United States and a few neighbours) and in May elsewhere.
The outlet's country tells; failing that, another date of the article that can be read in one way only.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from dateline.times.resolving.context import Context, Resolved, dated

MONTH_FIRST = frozenset({"US", "PH", "PW", "FM", "MH", "BZ"})
"""Countries where the month is written before the day (Unicode CLDR 44, the territories of `M/d/y`)."""

_YEARS_AHEAD = 20
"""Years from publication within which two figures are a year to come: "the class of '38"."""

_PARTS = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:T([\d:]+)Z?)?")


def day_first(country: str | None, figures: Iterable[str]) -> bool | None:
    """Whether the day comes before the month: by the outlet's country, else by those of `figures` that tell."""
    if country is not None:
        return country.upper() not in MONTH_FIRST
    told = set()
    for figure in figures:
        match = _PARTS.fullmatch(figure)
        if match and len(match[1]) < 3:
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                told.add(True)
            elif second > 12 >= first:
                told.add(False)
    return told.pop() if len(told) == 1 else None


def numeric(figure: str, context: Context) -> Resolved | None:
    """The day that `figure` names; None when it is no date."""
    match = _PARTS.fullmatch(figure)
    if match is None:
        return None
    first, second, third = match[1], match[2], match[3]
    if len(first) == 4:
        return _day(int(first), int(second), int(third), match[4])
    if len(first) == 3 or len(third) not in {2, 4}:
        return None
    year = int(third) if len(third) == 4 else full_year(int(third), context)
    a, b = int(first), int(second)
    possible = [found for found in (_day(year, a, b, None), _day(year, b, a, None)) if found]
    if "-" in figure and len(third) == len(first) == 2 and _is_to_come(possible, context):
        # "15-12-18": the year first, where the day would else be years away.
        year_first = _day(full_year(a, context), b, int(third), None)
        if year_first is not None and not _is_to_come([year_first], context):
            return year_first
    if len(possible) < 2 or a == b:
        return possible[0] if possible else None
    if context.day_first is None and "." not in figure and context.direction() < 0:
        # What has happened was on a day that has come.
        past = [found for found in possible if not _is_to_come([found], context)]
        if len(past) == 1:
            return past[0]
    # Full stops are the European way to write a date, day first.
    european = True if "." in figure else context.day_first
    in_month_first, in_day_first = possible
    if european is None:
        return in_month_first._replace(ambiguous=True)
    return in_day_first if european else in_month_first


def _is_to_come(days: Sequence[Resolved], context: Context) -> bool:
    """Whether all of some days lie after the publication."""
    published = context.published
    return published is not None and all(day.covers is None or day.covers[0] > published for day in days)


def full_year(short: int, context: Context) -> int:
    """The year that two figures name: the latest that is at most `_YEARS_AHEAD` after the publication.

    In a narrative it is the nearest to the year that it has come to.
    """
    told = context.focus.year() if context.narrative else None
    if told is not None and told > 50:
        return told - 50 + (short - told + 50) % 100
    return _latest_ending(short, _today(context) + _YEARS_AHEAD)


def recent_decade(short: int, context: Context) -> int:
    """The first year of "the '60s": of the decades that have begun, the latest."""
    return _latest_ending(short, _today(context))


def _latest_ending(short: int, latest: int) -> int:
    """The latest year up to `latest` that ends in two figures."""
    return latest - (latest - short) % 100


def _today(context: Context) -> int:
    """The year of publication; where there is none, one that two figures mostly are seen from."""
    return context.published.year if context.published else 2000


def _day(year: int, month: int, day: int, clock: str | None) -> Resolved | None:
    try:
        value = dt.date(year, month, day).isoformat()
    except ValueError:
        return None
    found = dated(value)
    return found._replace(value=f"{value}T{clock}") if clock else found
