"""A text and its day in, the days on which parts of it were written out, where it is a page that grew.

A live report that goes on past midnight, and a page that lists what was written over months, have one day in their
header; what a part of them calls "today" or "Friday" is seen from the day of its own stamp. The clocks of a live
report's posts tell where a day ends, and the weekdays that they name which day it is.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from dateline.languages import Language, made_once

_FILE, _WORDS = "times/posts.toml", "times/words.toml"
# Stamps that make a page one that grew.
_POSTS, _ITEMS = 4, 3
# Minutes by which a clock goes back before it is the next day's, as posts are not always in order.
_OUT_OF_ORDER = 180
# Code points in which a post names its weekday.
_POST = 1_500
# Days after that of the header which the newest post may be of.
_AHEAD = range(-1, 3)
# Weekdays named by posts that show their days, and how many times as often as those of any other days.
_NAMED, _TIMES_AS_MANY = 2, 2


class Part(NamedTuple):
    """Where a part of a text begins, and the day on which it was written; None where that cannot be told."""

    start: int
    day: dt.date | None


class _Stamp(NamedTuple):
    start: int
    minute: int
    """The time of day, in minutes since midnight."""
    words: str
    """What it says beside its clock."""


class _Patterns(NamedTuple):
    clocks: tuple[re.Pattern[str], ...]
    rest: re.Pattern[str]
    items: re.Pattern[str]
    weekdays: dict[str, int]
    weekday: re.Pattern[str]
    months: dict[str, int]


def parts(language: Language, text: str, published: dt.date | None) -> Sequence[Part]:
    """The parts of a page that grew, in text order; none where it is all of one day."""
    if published is None:
        return ()
    return tuple(_items(language, text)) or tuple(_posts(language, text, published))


def written_on(found: Sequence[Part], at: int, published: dt.date | None) -> dt.date | None:
    """The day on which what stands at `at` was written; None where that cannot be told."""
    before = bisect_right(found, at, key=lambda part: part.start)
    return found[before - 1].day if before else published


def last_written(language: Language, text: str, published: dt.date) -> tuple[dt.date, str] | None:
    """The day of the youngest part of a page that goes on past its day, and the stamp that gives it; else None."""
    dated = [part for part in parts(language, text, published) if part.day is not None and part.day > published]
    youngest = max(dated, key=lambda part: part.day or published, default=None)
    if youngest is None or youngest.day is None:
        return None
    known = _patterns(language)
    stamps = (pattern.search(text, youngest.start) for pattern in (*known.clocks, known.items))
    return youngest.day, next(stamp[0] for stamp in stamps if stamp)


@made_once
def _patterns(language: Language) -> _Patterns:
    data, words = language.settings(_FILE), language.settings(_WORDS)
    weekdays = dict(words["WEEKDAY"]["words"])
    months = {name[:3].lower(): number for name, number in words["MONTH"]["words"].items()}
    months |= {name[:3].lower(): number for name, number in words["MAYBEMONTH"]["words"].items()}
    return _Patterns(
        tuple(map(re.compile, data["clocks"])),
        language.pattern(_FILE, "rest"),
        language.pattern(_FILE, "items"),
        weekdays,
        re.compile(rf"\b(?:{'|'.join(map(re.escape, weekdays)) or '(?!)'})\b"),
        months,
    )


def _items(language: Language, text: str) -> Iterator[Part]:
    """The lines of a list that hold a stamp, each of its day; what stands around them may be of any other item."""
    known = _patterns(language)
    found = [(one.start(), day) for one in known.items.finditer(text) if (day := _day(known, one))]
    if len(found) < _ITEMS:
        return
    end = 0
    for start, day in found:
        begin = text.rfind("\n", 0, start) + 1
        if begin > end:
            yield Part(end, None)
        end = text.find("\n", start) + 1 or len(text)
        yield Part(begin, day)
    yield Part(end, None)


def _day(known: _Patterns, stamp: re.Match[str]) -> dt.date | None:
    month = known.months.get(stamp[1].lower())
    try:
        return dt.date(int(stamp[3]), month, int(stamp[2])) if month else None
    except ValueError:
        return None


def _posts(language: Language, text: str, published: dt.date) -> Iterator[Part]:
    known = _patterns(language)
    stamps = sorted(_stamps(known, text))
    if len(stamps) < _POSTS:
        return
    days = _days_apart(stamps)
    newest = _newest(known, text, stamps, days, published)
    if newest is None:
        return
    found = [Part(stamp.start, newest + dt.timedelta(day)) for stamp, day in zip(stamps, days, strict=True)]
    if any(part.day != published for part in found):
        yield Part(0, found[0].day)
        yield from found
        # What else is on the page is mostly of the day of those in the middle.
        yield Part(found[-1].start + _POST, newest + dt.timedelta(median_low(days)))


def _stamps(known: _Patterns, text: str) -> Iterator[_Stamp]:
    for pattern in known.clocks:
        for found in pattern.finditer(text):
            hour, minute = int(found[1]) % 12, int(found[2] or 0)
            rest = known.rest.match(text, found.end())
            yield _Stamp(found.start(), (hour + 12 * (found[3] == "p")) * 60 + minute, rest[0] if rest else "")


def _days_apart(stamps: Sequence[_Stamp]) -> list[int]:
    """How many days each post lies after the newest one: 0, or less."""
    steps = [second.minute - first.minute for first, second in pairwise(stamps)]
    newest_first = sum(step < 0 for step in steps) >= sum(step > 0 for step in steps)
    days = [0]
    for step in steps:
        over = step > _OUT_OF_ORDER if newest_first else step < -_OUT_OF_ORDER
        days.append(days[-1] + over * (-1 if newest_first else 1))
    return [day - max(days) for day in days]


def _newest(
    known: _Patterns, text: str, stamps: Sequence[_Stamp], days: Sequence[int], published: dt.date
) -> dt.date | None:
    """The day of the newest post, by the weekdays that its stamps or posts name; None where they do not tell."""
    said = [_first_weekday(known, stamp.words) for stamp in stamps]
    if not any(said) and not any(days):
        # Posts of one day: that some name the day before or after shows nothing.
        return None
    # A stamp names its own day; a post may also name another one.
    told = [(number,) * _NAMED if number else () for number in said] if any(said) else _told(known, text, stamps)
    votes = {
        newest: sum(
            number == (newest + dt.timedelta(day)).isoweekday()
            for day, numbers in zip(days, told, strict=True)
            for number in numbers
        )
        for newest in (published + dt.timedelta(ahead) for ahead in _AHEAD)
    }
    (newest, most), (_, next_most), *_ = sorted(votes.items(), key=lambda vote: -vote[1])
    return newest if most >= _NAMED and most >= _TIMES_AS_MANY * next_most else None


def _first_weekday(known: _Patterns, words: str) -> int | None:
    found = known.weekday.search(words)
    return known.weekdays[found[0]] if found else None


def _told(known: _Patterns, text: str, stamps: Sequence[_Stamp]) -> list[tuple[int, ...]]:
    """The weekdays that each post names."""
    ends = [*(stamp.start for stamp in stamps[1:]), len(text)]
    bounds = ((stamp.start, min(end, stamp.start + _POST)) for stamp, end in zip(stamps, ends, strict=True))
    return [tuple(known.weekdays[name] for name in known.weekday.findall(text, *bound)) for bound in bounds]
