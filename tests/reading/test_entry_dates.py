import datetime as dt

import pytest

from dateline.languages import named
from dateline.model import Article, Basis, EntryDate, Granularity
from dateline.reading.article import read_article
from dateline.reading.entry_dates import basis_of, dates_of, entry_date


def dates(text: str) -> list[EntryDate | None]:
    """The dates under which the time expressions of an article of 21 May 2021 are filed."""
    reading = read_article(Article("a", text, dt.date(2021, 5, 21), "The Mail"))
    return [entry_date(timex) for timex in reading.timexes]


def test_a_time_of_day_is_filed_under_its_day() -> None:
    found = dates("The siren sounded across Port Alder at 5 p.m. on 3 May 2021.")
    assert {date.value for date in found if date} == {"2021-05-03"}


@pytest.mark.parametrize(
    ("words", "value", "granularity"),
    [
        ("in March 2020", "2020-03", Granularity.MONTH),
        ("in 1998", "1998", Granularity.YEAR),
        ("last week", "2021-W19", Granularity.WEEK),
        ("in the 1990s", "199", Granularity.DECADE),
    ],
)
def test_a_date_is_as_exact_as_its_words(words: str, value: str, granularity: Granularity) -> None:
    (found,) = dates(f"The ferry line to Carsby was closed {words} for repairs.")
    assert found is not None
    assert (found.value, found.granularity) == (value, granularity)


def test_about_so_many_days_ago_is_no_day() -> None:
    assert dates("The king fled the port about 10 days ago or so, she said.") == [None]


@pytest.mark.parametrize(
    "words", ["for three weeks", "every Tuesday", "in the 19th century", "recently", "in the near future"]
)
def test_lengths_of_time_habits_centuries_and_what_is_vague_have_no_date(words: str) -> None:
    assert [date for date in dates(f"The ferry line to Carsby was closed {words}.") if date] == []


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("on 3 May 2021", Basis.STATED),
        ("on May 3", Basis.STATED),
        ("in March", Basis.STATED),
        ("in 1998", Basis.STATED),
        ("on Tuesday", Basis.COMPUTED),
        ("last month", Basis.COMPUTED),
        ("last year", Basis.COMPUTED),
        ("two weeks ago", Basis.COMPUTED),
    ],
)
def test_whether_the_words_give_a_date_or_count_to_it(words: str, basis: Basis) -> None:
    reading = read_article(Article("a", f"The ferry to Carsby was closed {words}.", dt.date(2021, 5, 21), "The Mail"))
    (timex,) = reading.timexes
    date = entry_date(timex)
    assert date is not None
    assert basis_of(named("en"), timex, date) is basis


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fair will be held on August 14-16 in Port Alder.", ["2021-08-14/2021-08-16"]),
        ("The mine made losses from October through December 2019.", ["2019-10/2019-12"]),
        ("He led the port from 1998 to 2011.", ["1998/2011"]),
        ("The ferry sank some time between Monday and Wednesday.", ["2021-05-17/2021-05-19"]),
        ("The vote was moved from June 20 to July 2.", ["2021-06-20", "2021-07-02"]),
        ("The pier was shut on March 3 and April 5.", ["2021-03-03", "2021-04-05"]),
        ("It was shut from March 2020 to May 3, 2021.", ["2020-03", "2021-05-03"]),
    ],
)
def test_a_stretch_is_one_date(text: str, values: list[str]) -> None:
    (sentence,) = read_article(Article("a", text, dt.date(2021, 5, 21), "The Mail")).dated
    found = dates_of(named("en"), text, sentence.span.start, sentence.timexes)
    assert [date.value for _, date in found] == values
    for _, date in dates_of(named("en"), text, sentence.span.start, sentence.timexes):
        assert date.first <= date.last
