import datetime as dt

import pytest

from dateline.times.resolving.context import Focus, counted, dated
from dateline.times.values import days

TUESDAY = dt.date(2019, 4, 23)


def remember(focus: Focus, value: str, *, named: bool = True, glance: bool = False) -> None:
    covers = days(value)
    assert covers is not None
    focus.remember(value, covers, named=named, glance=glance)


@pytest.mark.parametrize(
    ("count", "unit", "grain", "value"),
    [
        (-3, "day", None, "2019-04-20"),
        (1, "week", None, "2019-W18"),
        (-1, "month", None, "2019-03"),
        (2, "year", None, "2021"),
        (-1, "year", "month", "2018-04"),
    ],
)
def test_counting_from_a_day_gives_a_value_of_the_grain_that_was_counted(
    count: int, unit: str, grain: str | None, value: str
) -> None:
    assert counted(TUESDAY, count, unit, grain) == dated(value)


def test_where_there_is_no_day_or_the_calendar_ends_the_value_stays_open() -> None:
    assert counted(None, -1, "month").covers is None
    assert counted(dt.date.max, 1, "day").covers is None
    assert counted(None, -1, "month").value == counted(dt.date.max, 1, "month").value


def test_what_was_spoken_of_last_is_in_focus_at_the_grain_that_is_asked_for() -> None:
    focus = Focus()
    remember(focus, "1991")
    remember(focus, "1989-04-23")
    assert focus.year() == 1989
    assert focus.latest("day") == (dt.date(1989, 4, 23), dt.date(1989, 4, 23))
    remember(focus, "1995")
    assert focus.year() == 1995
    assert focus.latest("day") == (dt.date(1989, 4, 23), dt.date(1989, 4, 23))
    assert focus.last_spoken_of("day") is None  # the text has come to another time


def test_a_glance_out_of_the_story_does_not_move_it() -> None:
    focus = Focus()
    remember(focus, "1991")
    remember(focus, "1945", glance=True)
    assert focus.latest("year") == days("1945")
    assert focus.reached("year") == days("1991")


def test_nothing_is_in_focus_before_anything_was_spoken_of() -> None:
    focus = Focus()
    assert (focus.year(), focus.latest("day"), focus.quarter(), focus.year_bc()) == (None, None, None, None)


def test_the_quarter_that_is_reported_on_is_one_that_was_named() -> None:
    focus = Focus()
    remember(focus, "2019-Q1", named=False)
    assert focus.quarter() is None
    remember(focus, "2019-Q1")
    assert focus.quarter() == "2019-Q1"


def test_a_year_of_our_era_takes_the_place_of_one_before_it() -> None:
    focus = Focus()
    focus.remember_bc(218)
    assert focus.year_bc() == 218
    remember(focus, "1991")
    assert focus.year_bc() is None
