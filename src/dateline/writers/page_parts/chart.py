"""A small chart of a series: where its points, lines and labels stand, for whoever draws it."""

import datetime as dt
import math
from typing import NamedTuple

from dateline.model import Point, Series
from dateline.times.values import days
from dateline.writers.phrasing import date_words as labels

WIDTH, HEIGHT = 640, 200
"""The whole drawing, in units of its own."""

LEFT, RIGHT, TOP, BOTTOM = 96, 16, 14, 26
"""The room around the points, for labels."""


class Mark(NamedTuple):
    """A point of the series."""

    x: float
    y: float
    top: float
    """Where the upper end of a range stands; `y` where there is none."""
    middle: float
    hedged: bool
    """Whether the words leave room for another figure."""
    label: str


class Tick(NamedTuple):
    """A label of an axis, and where along it."""

    at: float
    label: str


class Chart(NamedTuple):
    """What is drawn."""

    marks: list[Mark]
    line: str
    """The points of a line through the marks, as SVG has them: `x,y x,y`."""
    figures: list[Tick]
    days: list[Tick]


def chart(series: Series) -> Chart:
    """The chart of a series: days from left to right, figures from zero upwards."""
    reached = [day_of(point) for point in series.points]
    first, last = min(reached), max(reached)
    step = _round_step(max(point.to or point.value for point in series.points))
    highest = step * max(1, math.ceil(max(point.to or point.value for point in series.points) / step))

    def across(day: dt.date) -> float:
        span = (last - first).days or 1
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / span, 1)

    def up(value: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / highest, 1)

    marks = [
        Mark(
            across(day),
            up(point.value),
            up(point.to or point.value),
            round((up(point.value) + up(point.to or point.value)) / 2, 1),
            point.mod is not None,
            f"{labels.stretch(point.as_of)}: {point.words}",
        )
        for point, day in zip(series.points, reached, strict=True)
    ]
    return Chart(
        marks,
        " ".join(f"{mark.x},{mark.middle}" for mark in marks),
        [Tick(up(step * n), labels.number(step * n)) for n in range(round(highest / step) + 1)],
        [Tick(across(day), labels.day(day, short=True)) for day in dict.fromkeys((first, last))],
    )


def day_of(point: Point) -> dt.date:
    """The last day for which a figure is given, on which it stands in the chart."""
    covered = days(point.as_of)
    return covered[1] if covered else dt.date.min


def _round_step(highest: float) -> float:
    """A step of 1, 2 or 5 times a power of ten that divides the axis into five at most; 1 where all is nothing."""
    if highest <= 0:
        return 1
    power = 10.0 ** math.floor(math.log10(highest / 5))
    return next(power * times for times in (1, 2, 5, 10) if power * times * 5 >= highest)
