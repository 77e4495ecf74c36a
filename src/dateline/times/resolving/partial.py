"""A date named in part in (a weekday, a month, a day of a month, a season, a feast), which one is meant out.

News speaks of the nearest such day in the past unless the words around look ahead (Mani and Wilson 2000), and "on
Tuesday" in what was published on a Tuesday is that very day. A narrative has no such anchor: its partial dates lie in
the year last spoken of, or in the next one when its months have come round.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from functools import lru_cache

from dateline.times.resolving.context import Context, Fields, Resolved, counted
from dateline.times.values import Days, days, shifted

_AROUND, _AROUND_LEAP = 2, 8
"""Years looked at on either side; for a 29 February 1896 to 1904 is the longest wait."""

_REMEMBERED = 4_096
"""Months and days of which the years around are remembered: articles of a story name the same ones over and over."""

_NEAR, _NEAR_MONTH_AHEAD = 75, 60
"""Days within which a day or a month is the one that is meant, whatever the tense: further away, the tense tells."""

_LONG_SINCE = 21
"""Days since which a day without its year is that of the next one where the words beside it fix it as one to come."""

_SLIP = 7
"""Days by which the day of a page may be before that of its text: further ahead nothing has been done."""

_NEXT_ROUND = 6
"""Months that a narrative's month must lie before the date in focus to be taken for the following year's."""


_END_OF_WINTER = frozenset({1, 2, 3})
"""Months in which "the winter" is the one that began the year before."""


def nearest_year(tail: str, fields: Fields, context: Context) -> int | None:
    """The year of `tail` (`-04`, `-04-23`, `-Q3`, `-SU`) when none is named with it."""
    if context.year_in_chronicle is not None:
        return context.year_in_chronicle
    if "yearoffset" in fields:
        return context.published.year + int(fields["yearoffset"]) if context.published else None
    if "yearfocus" in fields:
        year = context.focus.year()
        return year + int(fields["yearfocus"]) if year is not None else None
    if "beside" in fields or context.narrative:
        return _year_in_focus(tail, _beside(fields), context)
    holds_on = context.nearby_year is not None and "dir" not in fields
    if context.nearby_year is not None and holds_on and context.direction() <= (-1 if context.year_alone else 0):
        return _year_nearby(tail, context.nearby_year, context)
    published = context.published
    if published is None:
        return None
    candidates = _years_around(tail, published.year)
    direction = fields.get("dir")
    if direction == "this":
        return next((year for year, (first, last) in candidates if first <= published <= last), published.year)
    if direction == "last":
        return max((year for year, (_, last) in candidates if last < published), default=None)
    if direction == "next":
        return min((year for year, (first, _) in candidates if first > published), default=None)
    back = max((found for found in candidates if found[1][0] <= published), default=None)
    ahead = min((found for found in candidates if found[1][1] >= published), default=None)
    # Companies report the quarter that was, unless they forecast.
    reported = ("quarter" in fields or "half" in fields) and context.direction() <= 0
    if back is None or ahead is None or reported or back[0] == ahead[0]:
        return back[0] if back else None
    since, until = (published - back[1][1]).days, (ahead[1][0] - published).days
    nearest = back if since <= until else ahead
    is_month = "month" in fields and "day" not in fields
    if nearest is back and (is_month or "day" in fields) and since > _LONG_SINCE and context.surely_ahead():
        return ahead[0]
    if nearest is ahead and until > _SLIP and context.surely_back():
        return back[0]
    near = _NEAR_MONTH_AHEAD if nearest is ahead and "day" not in fields else _NEAR
    looks = context.direction() if min(since, until) > near else 0
    return {1: ahead, -1: back}.get(looks, nearest)[0]


@lru_cache(_REMEMBERED)
def _years_around(tail: str, year: int) -> Sequence[tuple[int, Days]]:
    """The years around one that have `tail`, in order, with its days in each."""
    around = _AROUND_LEAP if tail == "-02-29" else _AROUND
    years = range(max(year - around, 1), year + around + 1)
    return [(other, covers) for other in years if (covers := days(f"{other:04}{tail}"))]


def _beside(fields: Fields) -> int:
    """Which year, as seen from the story: a narrative's "next August" is the following one."""
    return int(fields.get("beside", _BESIDE.get(str(fields.get("dir")), 0)))


_BESIDE = {"next": 1, "last": -1}


def _year_nearby(tail: str, year: int, context: Context) -> int:
    """The year named before in the sentence, or the next one: "in December 2018 and in January" of 2019."""
    following = days(f"{year + 1:04}{tail}")
    over = following is not None and context.published is not None and following[0] <= context.published
    return max(year, _year_in_focus(tail, 0, context) or year) if over else year


def _year_in_focus(tail: str, beside: int, context: Context) -> int | None:
    """The year of `tail` as seen from the date in focus: the same, following (`beside` 1) or previous one (-1)."""
    covers = context.focus.latest("year") if beside else context.focus.reached("year")
    if covers is None:
        return None if beside else context.first_year
    year = covers[0].year
    if tail == "-WI" and covers[0].month in _END_OF_WINTER:
        year -= 1
    named = days(f"{year:04}{tail}")
    if named is None:
        return year
    if covers[1].year == year + 1 and named[1] < covers[0]:
        # A winter has turned the year: "in the winter of 1862 … in March".
        return year + 1
    if beside > 0:
        return year if named[0] > covers[1] else year + 1
    if beside < 0:
        return year if named[1] < covers[0] else year - 1
    exact = covers[1] - covers[0] < dt.timedelta(32)
    return year + 1 if exact and (covers[0] - named[0]).days > _NEXT_ROUND * 30 else year


def weekday(fields: Fields, context: Context) -> Resolved:
    """The day that a weekday names."""
    number = int(fields["weekday"])
    if "beside" in fields:
        return _weekday_in_focus(number, int(fields["beside"]), context)
    published = context.published
    if context.narrative and (published is None or context.nearby is not None):
        return _weekday_in_focus(number, _beside(fields), context)
    if published is None:
        return Resolved(f"XXXX-WXX-{number}")
    ahead = (number - published.isoweekday()) % 7
    if "week" in fields:
        ahead = number - published.isoweekday() + 7 * week_on_a_sunday(int(fields["week"]), context)
    elif fields.get("dir") == "last":
        ahead -= 14 if ahead == _YESTERDAY else 7
    elif fields.get("dir") == "next":
        ahead = ahead or 7
    elif ahead and fields.get("dir") != "this" and context.direction() <= -(ahead == _TOMORROW):
        ahead -= 7
    return counted(published, ahead + int(fields.get("days", 0)), "day")


_TOMORROW = 1
"""Days ahead from the publication of the weekday that is meant unless words look back: of 60 such in the news corpora,
50 are of the day after, and where nothing tells, nearly all."""

_YESTERDAY = 6
"""Days ahead from the publication of the weekday that yesterday was, and that "last Tuesday" is then not: it is the one
before. Found in the news corpora, by days that are known: of eleven such all are, but of 23 that lie two or three days
back in the same week all but two are the nearest."""


def week_on_a_sunday(offset: int, context: Context) -> int:
    """Which week: to a paper of a Sunday, which ends the week of the calendar, that one was "last week".

    And "this week" is the one that begins, where the words look ahead. All of four such in the news corpora.
    """
    if context.published is None or context.published.isoweekday() != _SUNDAY:
        return offset
    if offset == -1:
        return 0
    return 1 if offset == 0 and context.direction() > 0 else offset


_SUNDAY = 7


def day_on_weekday(day: int, number: int, published: dt.date) -> dt.date | None:
    """The nearest such day of a month that is the weekday of that number: `Tuesday 23rd`; None where none is near."""
    around = (shifted(published, days, "day") for days in range(-_NEAR_ON_WEEKDAY, _NEAR_ON_WEEKDAY + 1))
    found = [one for one in around if one is not None and one.day == day and one.isoweekday() == number]
    return min(found, key=lambda one: abs(one - published), default=None)


_NEAR_ON_WEEKDAY = 45
"""Days within which a day of a month that is told with its weekday lies."""


def _weekday_in_focus(number: int, beside: int, context: Context) -> Resolved:
    covers = context.focus.latest("week")
    if covers is None:
        return Resolved(f"XXXX-WXX-{number}")
    day = covers[0]
    ahead = (number - day.isoweekday()) % 7
    if beside < 0:
        ahead -= 7
    elif beside > 0:
        ahead = ahead or 7
    return counted(day, ahead, "day")


def feast(fields: Fields, year: int) -> dt.date | None:
    """The day of a feast that moves: the n-th weekday of a month, or so many days from Easter."""
    try:
        if "easter" in fields:
            return easter(year) + dt.timedelta(int(fields["easter"]))
        month, count, weekday_number = int(fields["month"]), int(fields["nth"]), int(fields["of"])
        if count < 0:
            last = dt.date(year, month, monthrange(year, month)[1])
            day = last - dt.timedelta((last.isoweekday() - weekday_number) % 7)
        else:
            first = dt.date(year, month, 1)
            day = first + dt.timedelta((weekday_number - first.isoweekday()) % 7 + 7 * (count - 1))
            if day.month != month:
                return None
        return day + dt.timedelta(int(fields.get("days", 0)))
    except (ValueError, OverflowError):
        return None


_GREGORIAN = 1583
"""The first year with an Easter of the Gregorian calendar."""


def easter(year: int) -> dt.date:
    """Easter Sunday, in the calendar of its time (the algorithms in Meeus, Astronomical Algorithms, 1991)."""
    if year < _GREGORIAN:
        c = year % 19
        d = (19 * c + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        return dt.date(year, month, day + 1)
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)
