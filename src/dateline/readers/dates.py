"""Publication dates as headers, datelines and file names write them.

No clock, no locale: a date is taken only when its words give day, month and year in one way.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from dateline.errors import ImpossibleDate, UndatedArticle

# Years a file name may mean; other eight-digit runs in names are numbers of another kind.
_FILE_NAME_YEARS = range(1900, 2100)

_FILE_NAME_DATE = re.compile(r"(?<![0-9A-Za-z])(\d{4})([-_.]?)(\d\d)\2(\d\d)(?:(?![0-9A-Za-z])|(?=T\d))")

_WRITE_ISO = "Write the day of publication as YYYY-MM-DD"


@cache
def language_data() -> dict[str, Any]:
    """Labels, months and the words that stand beside a date, for English."""
    return tomllib.loads(resources.files(__package__).joinpath("en/headers.toml").read_text("utf-8"))


@cache
def _full_date() -> re.Pattern[str]:
    month = "|".join(sorted(language_data()["months"], key=len, reverse=True))
    return re.compile(
        rf"""
        (?<!\d)(?P<iso_year>\d{{4}})(?P<sep>[-/.])(?P<iso_month>\d{{1,2}})(?P=sep)(?P<iso_day>\d{{1,2}})(?!\d)
        | (?<!\d)(?P<c_year>\d{{4}})(?P<c_month>\d\d)(?P<c_day>\d\d)(?!\d)
        | \b(?P<mdy_month>{month})\b\.?\s{{1,3}}(?P<mdy_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)
          \s?,?\s{{0,3}}(?P<mdy_year>\d{{4}})(?!\d)
        | (?<!\d)(?P<dmy_day>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<dmy_month>{month})\b
          \.?,?[\s-](?P<dmy_year>\d{{4}})(?!\d)
        | (?<!\d)(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<two>\d{{1,2}})(?P=mark)(?P<n_year>\d{{4}})(?!\d)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _month_and_day() -> re.Pattern[str]:
    month = "|".join(sorted(language_data()["months"], key=len, reverse=True))
    return re.compile(
        rf"\b(?P<m1>{month})\b\.?\s(?P<d1>\d{{1,2}})(?!\d)|(?<!\d)(?P<d2>\d{{1,2}})\s(?P<m2>{month})\b", re.IGNORECASE
    )


def find(words: str, where: str) -> tuple[dt.date, re.Match[str]] | None:
    """The first full date in `words` and where it stands; None when there is none.

    Raises ImpossibleDate for a day that no calendar has, UndatedArticle for figures that can be read in two orders;
    `where` is named in both.
    """
    found = _full_date().search(words)
    if found is None:
        return None
    group = found.groupdict()
    if group["one"]:
        year, month, day = int(group["n_year"]), *_in_order(int(group["one"]), int(group["two"]), found[0], where)
    else:
        style = next(s for s in ("iso", "c", "mdy", "dmy") if group[f"{s}_year"])
        name = group[f"{style}_month"]
        month = int(name) if name.isdecimal() else language_data()["months"][name.lower()]
        year, day = int(group[f"{style}_year"]), int(group[f"{style}_day"])
    return day_of(year, month, day, found[0], where), found


def _in_order(one: int, two: int, words: str, where: str) -> tuple[int, int]:
    """Month and day of `one/two/year`, when only one order makes a date."""
    if one > 12 >= two:
        return two, one
    if two > 12 or one == two:
        return one, two
    raise UndatedArticle(where, f"the date “{words}” can be read in two orders", _WRITE_ISO)


def day_of(year: int, month: int, day: int, words: str, where: str) -> dt.date:
    """The calendar day, or ImpossibleDate naming `where` and the `words` it was written with."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        problem = f"the date “{words}” is in no calendar"
        raise ImpossibleDate(where, problem, "Correct it; write it as YYYY-MM-DD") from None


def day(words: str, where: str) -> dt.date:
    """The day a header or a `published` key gives.

    A time of day and its zone are passed over: the day is taken as written. Raises ImpossibleDate or UndatedArticle.
    """
    try:
        return dt.date.fromisoformat(words)  # by far the most frequent form, and ten times as fast
    except ValueError:
        pass
    found = find(words, where)
    if found is None:
        raise UndatedArticle(where, f"“{_short(words)}” is not a day, month and year", _WRITE_ISO)
    return found[0]


def moment(words: str, where: str) -> dt.datetime:
    """The time an `updated` key or header gives; midnight when it gives a day alone."""
    try:
        return dt.datetime.fromisoformat(words.strip())
    except ValueError:
        return dt.datetime.combine(day(words, where), dt.time())


def in_dateline(words: str, near: dt.date | None, where: str) -> dt.date | None:
    """The day a dateline such as `SEOUL, April 23 (Reuters) -` gives.

    Without a year in it, the year is that of `near` (a date known from elsewhere, such as the file name), and only when
    the two are no more than a week apart, the dateline first: an agency files before the page is put up.
    """
    if full := find(words, where):
        return full[0]
    found = _month_and_day().search(words)
    if found is None or near is None:
        return None
    month = language_data()["months"][(found["m1"] or found["m2"]).lower()]
    number = int(found["d1"] or found["d2"])
    for year in (near.year, near.year - 1):
        try:
            filed = dt.date(year, month, number)
        except ValueError:
            continue
        if 0 <= (near - filed).days <= 7:
            return filed
    return None


def in_file_name(name: str) -> dt.date | None:
    """The day a file name holds (`2019-04-23-talks.txt`, `talks_20190423.txt`); None when it holds none, or several."""
    days: set[dt.date] = set()
    for year, month, number in _figures_of(name):
        try:
            days.add(dt.date(year, month, number))
        except ValueError:
            continue
    return days.pop() if len(days) == 1 else None


def why_not_in_file_name(name: str) -> str:
    """What keeps a file name that gives no day from giving one, as a part of a sentence."""
    figures = list(dict.fromkeys(_figures_of(name)))
    if not figures:
        return "none in the file name"
    written = " and ".join("{:04}-{:02}-{:02}".format(*date) for date in figures)
    return f"the file name has {written}, which {'is in no calendar' if len(figures) == 1 else 'do not settle it'}"


def _figures_of(name: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day of each run of figures in a file name that may mean a date."""
    for year, _, month, number in _FILE_NAME_DATE.findall(name):
        if int(year) in _FILE_NAME_YEARS:
            yield int(year), int(month), int(number)


def _short(words: str, limit: int = 60) -> str:
    return words if len(words) <= limit else words[: limit - 1] + "…"
