"""Words of a header, a dateline, an address or a file name in, the day of publication out.

A date is taken only when its words give day, month and year and can be read in one way alone. Neither the clock nor the
locale is looked at.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from dateline.errors import ImpossibleDate, UndatedArticle
from dateline.readers.headers import headers

# Years a file name may mean; other eight-digit runs in names are numbers of another kind.
_FILE_NAME_YEARS = range(1900, 2100)

_FILE_NAME_DATE = re.compile(r"(?<![0-9A-Za-z])(\d{4})([-_.]?)(\d\d)\2(\d\d)(?:(?![0-9A-Za-z])|(?=T\d))")

# `/2019/04/23/`, `/2019/apr/23/`, `/2019/4/23-talks`: where outlets keep the pages of a day.
_ADDRESS_DATE = re.compile(r"/(\d{4})[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=[/-]|$)", re.IGNORECASE)

# The first two figures of a year that are of the century before.
_MAIL_YEARS = 69

RFC822 = re.compile(r"\s*(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+(?:\d{4}|\d{2})(?:\s+\d\d?:\d\d|\s*$)")
"""A date as mails and feeds write it."""

_WRITE_ISO = "Write the day of publication as YYYY-MM-DD"


def find(words: str, where: str) -> dt.date | None:
    """The first full date in `words`; None when there is none.

    Raises ImpossibleDate for a day that no calendar has, UndatedArticle for figures that can be read in two orders;
    `where` is named in both.
    """
    for found in headers().full_date.finditer(words):
        group = found.groupdict()
        if group["one"]:
            first, second = _in_order(int(group["one"]), int(group["two"]), found[0], where)
            return day_of(int(group["n_year"]), first, second, found[0], where)
        style = next(s for s in ("iso", "c", "mdy", "dmy", "ymd") if group[f"{s}_year"])
        month = _month(group[f"{style}_month"])
        if month:
            return day_of(_year(group[f"{style}_year"]), month, int(group[f"{style}_day"]), found[0], where)
    return None


def _year(written: str) -> int:
    """The year written with four figures, or with two, which are those of mails: of 1969 to 2068."""
    number = int(written)
    return number if len(written) > len("21") else number + (2000 if number < _MAIL_YEARS else 1900)


def _month(written: str) -> int | None:
    """The number of a month written in figures or by name; None for a name that only looks like one (`Auguſt`)."""
    return int(written) if written.isdecimal() else headers().months.get(written.lower())


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
        problem = f"there is no such day as “{words}”"
        raise ImpossibleDate(where, problem, "Correct it; write it as YYYY-MM-DD") from None


def day(words: str, where: str) -> dt.date:
    """The day a header or a `published` key gives.

    A time of day and its zone are passed over: the day is taken as written. Raises ImpossibleDate or UndatedArticle.
    """
    try:
        return dt.date.fromisoformat(words)  # by far the most frequent form, and ten times as fast
    except ValueError:
        pass
    found = find(words, where) or _of_a_mail(words, where)
    if found is None:
        raise UndatedArticle(where, f"“{_short(words)}” is not a day, month and year", _WRITE_ISO)
    return found


def _of_a_mail(words: str, where: str) -> dt.date | None:
    """The day of a date as mails write it, where the year may have two figures: `Thu, 03 Sep 15 00:01:01 +0200`."""
    if not RFC822.match(words):
        return None
    from email.utils import parsedate_tz  # noqa: PLC0415 - slow to import, and most dates are in other words

    parts = parsedate_tz(words)
    return day_of(parts[0], parts[1], parts[2], words, where) if parts else None


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
        return full
    for year in (near.year, near.year - 1) if near else ():
        filed = without_year(words, year)
        if filed is not None and near is not None and 0 <= (near - filed).days <= 7:
            return filed
    return None


def without_year(words: str, year: int) -> dt.date | None:
    """The first month and day in `words`, in that year; None when there is none."""
    found = headers().month_and_day.search(words)
    month = _month(found["m1"] or found["m2"]) if found else None
    if found is None or month is None:
        return None
    try:
        return dt.date(year, month, int(found["d1"] or found["d2"]))
    except ValueError:
        return None


def in_address(address: str) -> dt.date | None:
    """The day an address holds (`…/2019/04/23/talks`, `…/talks-20190423`); None when it holds none, or several."""
    path = urlsplit(address).path
    folders = ((int(year), _month(month.lower()) or 0, int(day)) for year, month, day in _ADDRESS_DATE.findall(path))
    return _the_only([*(one for one in folders if one[0] in _FILE_NAME_YEARS), *_figures_of(path)])


def in_file_name(name: str) -> dt.date | None:
    """The day a file name holds (`2019-04-23-talks.txt`, `talks_20190423.txt`); None when it holds none, or several."""
    return _the_only(_figures_of(name))


def _the_only(figures: Iterable[tuple[int, int, int]]) -> dt.date | None:
    """The day that is written; None where none is, or several are."""
    days: set[dt.date] = set()
    for year, month, number in figures:
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
    why = "which is no day of the calendar" if len(figures) == 1 else "and it could be either"
    return f"the file name has {written}, {why}"


def _figures_of(name: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day of each run of figures in a file name that may mean a date."""
    for year, _, month, number in _FILE_NAME_DATE.findall(name):
        if int(year) in _FILE_NAME_YEARS:
            yield int(year), int(month), int(number)


def _short(words: str, limit: int = 60) -> str:
    return words if len(words) <= limit else words[: limit - 1] + "…"
