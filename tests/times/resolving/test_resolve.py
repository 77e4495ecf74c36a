"""When it is, told from what the words say and from the context alone."""

import datetime as dt

import pytest

from dateline.times.resolving.context import Context, Fields, Focus
from dateline.times.resolving.resolve import resolve
from dateline.times.values import days

PUBLISHED = dt.date(2019, 4, 25)


def context(*spoken_of: str, published: dt.date | None = PUBLISHED, narrative: bool = False) -> Context:
    focus = Focus()
    for value in spoken_of:
        covers = days(value)
        assert covers is not None
        focus.remember(value, covers, named=True)
    return Context(published, focus, lambda: 0, narrative=narrative)


@pytest.mark.parametrize(
    ("op", "fields", "value"),
    [
        ("unit", {"unit": "week", "offset": -1}, "2019-W16"),
        ("unit", {"unit": "month", "offset": 1}, "2019-05"),
        ("unit", {"unit": "decade"}, "201"),
        ("unit", {"unit": "quarter", "latest": 1}, "2019-Q1"),
        ("shift", {"unit": "week", "n": 3, "sign": -1}, "2019-W14"),
        ("shift", {"unit": "year", "n": 2.5, "sign": -1}, "2016-10"),
        ("shift", {"unit": "year", "n": "X", "sign": -1}, "PAST_REF"),
        ("shift", {"unit": "hour", "n": 2, "sign": 1}, "FUTURE_REF"),
        ("date", {"deictic": -1}, "2019-04-24"),
        ("date", {"bc": 44, "month": 3, "day": 15}, "BC0044-03-15"),
        ("date", {"decade2": 60}, "196"),
        ("date", {"decade2": 10}, "201"),
        ("ref", {"value": "PRESENT_REF"}, "PRESENT_REF"),
    ],
)
def test_counted_from_publication(op: str, fields: Fields, value: str) -> None:
    assert resolve(op, fields, context()).value == value


def test_counted_from_the_date_last_spoken_of_that_is_as_exact() -> None:
    day_earlier: Fields = {"unit": "day", "n": 1, "sign": -1, "anchor": "focus"}
    assert resolve("shift", day_earlier, context("2019-04-28", "1991")).value == "2019-04-27"
    that_year: Fields = {"unit": "year", "anchor": "focus"}
    assert resolve("unit", that_year, context("2019-04-28", "1991")).value == "1991"


def test_without_a_date_spoken_of_it_stays_open() -> None:
    assert resolve("unit", {"unit": "day", "anchor": "focus", "offset": 1}, context()).value == "XXXX-XX-XX"
    assert resolve("unit", {"unit": "week", "offset": -1}, context(published=None)).value == "XXXX-WXX"


def test_a_year_earlier_is_the_same_quarter_where_quarters_are_reported() -> None:
    year_earlier: Fields = {"unit": "year", "n": 1, "sign": -1, "anchor": "focus"}
    assert resolve("shift", year_earlier, context("2018-Q3")).value == "2017-Q3"
    assert resolve("shift", year_earlier, context("2018-05-03")).value == "2017"


def test_a_fiscal_year_names_no_calendar_days() -> None:
    found = resolve("date", {"year": 2019, "fiscal": 1}, context())
    assert (found.value, found.covers) == ("2019", None)


def test_in_a_narrative_the_next_month_is_the_one_after_that_spoken_of() -> None:
    found = resolve("unit", {"unit": "month", "offset": 1}, context("1863-05-03", narrative=True))
    assert found.value == "1863-06"
