import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Granularity
from dateline.times.values import days, granularity, shifted, value_at


@pytest.mark.parametrize(
    ("value", "grain", "first", "last"),
    [
        ("2019-04-25", "day", "2019-04-25", "2019-04-25"),
        ("2019-04-25T10:30", "day", "2019-04-25", "2019-04-25"),
        ("2019-04-25TMO", "day", "2019-04-25", "2019-04-25"),
        ("2019-W16", "week", "2019-04-15", "2019-04-21"),
        ("2019-W16-WE", "weekend", "2019-04-20", "2019-04-21"),
        ("2019-W16-2", "day", "2019-04-16", "2019-04-16"),
        ("2020-02", "month", "2020-02-01", "2020-02-29"),
        ("2019-Q4", "quarter", "2019-10-01", "2019-12-31"),
        ("2019-H1", "half", "2019-01-01", "2019-06-30"),
        ("2019-SU", "season", "2019-06-01", "2019-08-31"),
        ("1917-WI", "season", "1917-12-01", "1918-02-28"),
        ("1991", "year", "1991-01-01", "1991-12-31"),
        ("199", "decade", "1990-01-01", "1999-12-31"),
        ("19", "century", "1900-01-01", "1999-12-31"),
        ("00", "century", "0001-01-01", "0099-12-31"),
    ],
)
def test_a_value_covers_its_days(value: str, grain: str, first: str, last: str) -> None:
    assert granularity(value) is Granularity(grain)
    assert days(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("value", ["PAST_REF", "XXXX-04", "XXXX-WXX-2", "P3M", "BC0480", "", "2019-4", "20195"])
def test_what_names_no_day_covers_none(value: str) -> None:
    assert granularity(value) is None
    assert days(value) is None


@pytest.mark.parametrize("value", ["2019-02-30", "2019-13", "2019-W53", "0000"])
def test_what_the_calendar_does_not_have_covers_no_day(value: str) -> None:
    assert days(value) is None


UNITS = ["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]


@given(st.dates(min_value=dt.date(2, 1, 1), max_value=dt.date(9998, 12, 31)), st.sampled_from(UNITS))
def test_the_value_at_a_day_is_of_that_unit_and_holds_the_day(day: dt.date, unit: str) -> None:
    value = value_at(day, unit)
    grain, covers = granularity(value), days(value)
    assert grain is not None
    assert grain.value == unit
    assert covers is not None
    if unit != "weekend":
        assert covers[0] <= day <= covers[1]


@given(st.dates(), st.integers(-(10**12), 10**12), st.sampled_from(["day", "week", "month", "year", "century"]))
def test_moving_out_of_the_calendar_gives_nothing(day: dt.date, count: int, unit: str) -> None:
    moved = shifted(day, count, unit)
    assert moved is None or (count < 0) == (moved < day) or count == 0


def test_a_month_after_the_last_of_january_stays_in_february() -> None:
    assert shifted(dt.date(2019, 1, 31), 1, "month") == dt.date(2019, 2, 28)
