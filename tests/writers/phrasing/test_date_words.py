import datetime as dt

import pytest

from dateline.model import EntryDate, Granularity
from dateline.writers.phrasing.date_words import label, machine_readable, number, stretch, within_year


def _date(value: str, first: str, last: str, granularity: str) -> EntryDate:
    return EntryDate(value, dt.date.fromisoformat(first), dt.date.fromisoformat(last), Granularity(granularity))


DAY = _date("2019-04-23", "2019-04-23", "2019-04-23", "day")
WEEKEND = _date("2019-W16-WE", "2019-04-20", "2019-04-21", "weekend")
WEEK = _date("2019-W16", "2019-04-15", "2019-04-21", "week")
MONTH = _date("2019-03", "2019-03-01", "2019-03-31", "month")
QUARTER = _date("2019-Q2", "2019-04-01", "2019-06-30", "quarter")
WINTER = _date("2018-WI", "2018-12-01", "2019-02-28", "season")
HALF = _date("2019-H1", "2019-01-01", "2019-06-30", "half")
YEAR = _date("1991", "1991-01-01", "1991-12-31", "year")
DECADE = _date("199", "1990-01-01", "1999-12-31", "decade")
CENTURY = _date("19", "1900-01-01", "1999-12-31", "century")


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (DAY, "Tuesday 23 April 2019"),
        (WEEKEND, "weekend of 20 April 2019"),
        (WEEK, "week of 15 April 2019"),
        (MONTH, "March 2019"),
        (QUARTER, "second quarter of 2019"),
        (WINTER, "winter 2018–19"),
        (HALF, "first half of 2019"),
        (YEAR, "1991"),
        (_date("2019-04-23/2019-04-25", "2019-04-23", "2019-04-25", "day"), "23–25 April 2019"),
        (_date("2019-04-30/2019-05-02", "2019-04-30", "2019-05-02", "day"), "30 April – 2 May 2019"),
        (_date("2018-12-30/2019-01-02", "2018-12-30", "2019-01-02", "day"), "30 December 2018 – 2 January 2019"),
        (_date("2019-03/2019-05", "2019-03-01", "2019-05-31", "month"), "March–May 2019"),
        (_date("1914/1918", "1914-01-01", "1918-12-31", "year"), "1914–1918"),
        (DECADE, "1990s"),
        (CENTURY, "20th century"),
        (_date("2019-XX", "2019-06-01", "2019-08-31", "season"), "2019-XX"),
    ],
)
def test_a_date_reads_as_exact_as_it_is(date: EntryDate, words: str) -> None:
    assert label(date) == words


def test_short_names_are_for_days() -> None:
    assert label(DAY, short=True) == "Tue 23 Apr 2019"
    assert label(MONTH, short=True) == "March 2019"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (DAY, "Tuesday 23 April"),
        (WEEKEND, "weekend of 20 April"),
        (WEEK, "week of 15 April"),
        (MONTH, "March"),
        (YEAR, "during the year"),
        (DECADE, "during the decade"),
        (QUARTER, "second quarter of 2019"),
    ],
)
def test_under_a_heading_of_its_year_a_date_does_not_repeat_it(date: EntryDate, words: str) -> None:
    assert within_year(date) == words


@pytest.mark.parametrize(
    ("date", "value"),
    [(DAY, "2019-04-23"), (WEEK, "2019-W16"), (MONTH, "2019-03"), (YEAR, "1991"), (QUARTER, None), (DECADE, None)],
)
def test_machines_get_what_html_allows_in_a_datetime(date: EntryDate, value: str | None) -> None:
    assert machine_readable(date) == value


def test_an_early_year_has_four_figures() -> None:
    assert machine_readable(_date("0843", "0843-01-01", "0843-12-31", "year")) == "0843"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (1_200, "1,200"),
        (82.5, "82.5"),
        (3_250_000, "3.25 million"),
        (4_000_000_000, "4 billion"),
        (2e12, "2 trillion"),
    ],
)
def test_a_large_figure_is_short(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("2019-04-24", "Wed 24 Apr 2019"), ("2019-04", "April 2019"), ("2019-W16", "week of 15 April 2019"), ("x", "x")],
)
def test_a_timex_value_in_words(value: str, words: str) -> None:
    assert stretch(value) == words
