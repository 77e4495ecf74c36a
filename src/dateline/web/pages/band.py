"""Days in, the band above a timeline out: articles and lines by day, week, month or year, and what is ahead.

What is drawn is worked out here in units of the drawing's own, so that the template only writes it down.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from dateline.model import ArticleReference, Entry
from dateline.writers.phrasing import date_words as labels

WIDTH, HALF = 960, 44
"""The drawing: articles stand above the middle, lines below it, each at most so high."""
HEIGHT = 2 * HALF

# Buckets that are told apart at this width.
_MOST = 160
# Buckets around the articles' own days: lines far from them would press all others into a corner.
_BEYOND = 1.0
_FEWEST_DAYS = 14
_LABELS = 6


class Step(StrEnum):
    """How long a bucket is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Bucket(NamedTuple):
    """One column."""

    first: dt.date
    last: dt.date
    articles: int
    lines: int
    x: float
    width: float
    above: float
    """How high the column of articles stands."""
    below: float
    label: str


class Tick(NamedTuple):
    """A label under the band."""

    share: float
    """How far to the right, in percent."""
    label: str


class Band(NamedTuple):
    """What is drawn."""

    step: Step
    buckets: list[Bucket]
    """Those that are not empty."""
    first: dt.date
    last: dt.date
    ahead: float | None
    """Where what lies behind the last article begins."""
    ticks: list[Tick]
    earlier: int
    """Lines before the first bucket."""
    later: int


def band(articles: Sequence[ArticleReference], entries: Iterable[Entry]) -> Band | None:
    """The band of a timeline; None where nothing has a day."""
    out = [article.published for article in articles if article.published]
    told = [entry.date for entry in entries]
    if not out and not told:
        return None
    newest = max(out) if out else None
    first, last = _range(out, [day for date in told for day in (date.first, date.last)])
    step = next((step for step in Step if _count(first, last, step) <= _MOST), Step.YEAR)
    starts = _starts(first, last, step)
    articles_in, lines_in = Counter[dt.date](), Counter[dt.date]()
    for day in out:
        if first <= day <= last:
            articles_in[_start(day, step)] += 1
    earlier = later = 0
    for date in told:
        if date.last < first:
            earlier += 1
        elif date.first > last:
            later += 1
        else:
            lines_in[_start(max(date.first, first), step)] += 1
    width = WIDTH / len(starts)
    most_articles, most_lines = max(articles_in.values(), default=1), max(lines_in.values(), default=1)
    buckets = []
    for number, start in enumerate(starts):
        if articles_in[start] or lines_in[start]:
            end = starts[number + 1] - dt.timedelta(1) if number + 1 < len(starts) else _end(start, step)
            buckets.append(
                Bucket(
                    start,
                    end,
                    articles_in[start],
                    lines_in[start],
                    round(number * width, 1),
                    round(max(1.0, width - 1), 1),
                    round(HALF * articles_in[start] / most_articles, 1),
                    round(HALF * lines_in[start] / most_lines, 1),
                    _named(start, end, step),
                )
            )
    ahead = None
    if newest is not None and newest < _end(starts[-1], step):
        behind = sum(start <= newest for start in starts)
        ahead = round(behind * width, 1) if behind < len(starts) else None
    every = max(1, len(starts) // _LABELS)
    ticks = [
        Tick(round(100 * number / len(starts), 2), _short(start, step))
        for number, start in enumerate(starts)
        if number % every == 0 and number + every // 2 < len(starts)
    ]
    return Band(step, buckets, starts[0], _end(starts[-1], step), ahead, ticks, earlier, later)


def _range(out: Sequence[dt.date], told: Sequence[dt.date]) -> tuple[dt.date, dt.date]:
    first, last = (min(out), max(out)) if out else (min(told), max(told))
    beyond = dt.timedelta(days=max(_FEWEST_DAYS, int(_BEYOND * (last - first).days)))
    near = [day for day in told if first - dt.date.min > beyond and first - beyond <= day]
    near = [day for day in near if dt.date.max - last > beyond and day <= last + beyond]
    return min([first, *near]), max([last, *near])


def _count(first: dt.date, last: dt.date, step: Step) -> int:
    days = (last - first).days + 1
    return round(days / {Step.DAY: 1, Step.WEEK: 7, Step.MONTH: 30.4, Step.YEAR: 365.2}[step])


def _start(day: dt.date, step: Step) -> dt.date:
    match step:
        case Step.WEEK:
            return day - dt.timedelta(days=min(day.weekday(), (day - dt.date.min).days))
        case Step.MONTH:
            return day.replace(day=1)
        case Step.YEAR:
            return day.replace(month=1, day=1)
    return day


def _starts(first: dt.date, last: dt.date, step: Step) -> list[dt.date]:
    found = [_start(first, step)]
    while (end := _end(found[-1], step)) < last:
        found.append(end + dt.timedelta(days=1))
    return found


def _end(start: dt.date, step: Step) -> dt.date:
    day = dt.timedelta(days=1)
    try:
        match step:
            case Step.WEEK:
                return start + 6 * day
            case Step.MONTH:
                return (start.replace(day=28) + 4 * day).replace(day=1) - day
            case Step.YEAR:
                return start.replace(month=12, day=31)
    except OverflowError:
        return dt.date.max
    return start


def _named(first: dt.date, last: dt.date, step: Step) -> str:
    match step:
        case Step.DAY:
            return f"{labels.weekday(first, short=True)} {labels.day(first)}"
        case Step.WEEK:
            return f"{labels.day(first, year=False)} to {labels.day(last)}"
        case Step.MONTH:
            return f"{labels.month(first)} {first.year}"
    return str(first.year)


def _short(start: dt.date, step: Step) -> str:
    match step:
        case Step.DAY | Step.WEEK:
            return labels.day(start, short=True, year=False)
        case Step.MONTH:
            return f"{labels.month(start, short=True)} {start.year}"
    return str(start.year)


class Spark(NamedTuple):
    """The sparkline of a story in a list: a bar a bucket, and in words."""

    bars: list[tuple[float, float, float]]
    """Where each begins, how wide and how high it is."""
    words: str


SPARK_WIDTH, SPARK_HEIGHT = 120, 20


def spark(days: Sequence[tuple[dt.date, int]]) -> Spark:
    """The sparkline of the articles of a story by day."""
    if not days:
        return Spark([], "no dated article")
    first, last = days[0][0], days[-1][0]
    slots = min((last - first).days + 1, 40)
    counts = Counter[int]()
    for day, count in days:
        counts[(day - first).days * slots // ((last - first).days + 1)] += count
    most, width = max(counts.values()), SPARK_WIDTH / max(slots, 10)
    bars = [
        (round(at * width, 1), round(max(1.0, width - 1), 1), round(max(2.0, SPARK_HEIGHT * count / most), 1))
        for at, count in sorted(counts.items())
    ]
    total = sum(count for _, count in days)
    return Spark(bars, f"{total} article{'s' if total > 1 else ''} on {len(days)} day{'s' if len(days) > 1 else ''}")


class Drill(NamedTuple):
    """A stretch that lines can be narrowed to."""

    label: str
    first: dt.date
    last: dt.date
    lines: int


def drills(entries: Iterable[Entry], since: dt.date | None, until: dt.date | None) -> list[Drill]:
    """The years, or the months of one year, or the days of one month, that lines lie in, with how many of them."""
    dates = [entry.date for entry in entries]
    if not dates:
        return []
    first = since or min(date.first for date in dates)
    last = until or max(date.last for date in dates)
    step = Step.YEAR if first.year != last.year else Step.MONTH if first.month != last.month else Step.DAY
    counts = Counter(
        _start(max(date.first, first), step) for date in dates if date.first <= last and date.last >= first
    )
    return [Drill(_under(start, step), start, _end(start, step), count) for start, count in sorted(counts.items())]


def _under(start: dt.date, step: Step) -> str:
    """A stretch under the heading of the next longer one."""
    match step:
        case Step.YEAR:
            return str(start.year)
        case Step.MONTH:
            return labels.month(start)
    return labels.day(start, year=False)
