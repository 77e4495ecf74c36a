import datetime as dt

import pytest

from dateline.languages import named
from dateline.model import Article, Basis, EntryDate, Granularity
from dateline.reading.article import read_article
from dateline.reading.entry_dates import basis_of, entry_date


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
