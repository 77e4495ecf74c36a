"""Which year, which week: dates that are named in part."""

import datetime as dt

import pytest

from dateline.languages import named
from dateline.times import tag, time_expressions
from dateline.times.resolving.partial import easter, feast

ENGLISH = named("en")
PUBLISHED = dt.date(2019, 4, 25)


def value(text: str, published: dt.date | None = PUBLISHED) -> str:
    (timex,) = time_expressions(ENGLISH, text, published)
    return timex.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike began in March.", "2019-03"),
        ("The strike began in September.", "2018-09"),
        ("The strike will begin in September.", "2019-09"),
        ("The strike will begin in January.", "2020-01"),
        ("The port closed on April 23.", "2019-04-23"),
        ("The port closed on 3 November.", "2018-11-03"),
        ("The port will close on May 2.", "2019-05-02"),
        ("The town flooded last May.", "2018-05"),
        ("The fair opens next April.", "2020-04"),
        ("The fair opens this September.", "2019-09"),
        ("He resigned last winter.", "2018-WI"),
        ("Sales fell in the third quarter.", "2018-Q3"),
        ("Sales will fall in the third quarter.", "2019-Q3"),
        ("She was born on February 29.", "2016-02-29"),
        # What is near is meant whatever the tense; a month ahead from closer by than a day.
        ("The strike should end in June.", "2019-06"),
        ("The strike began in July.", "2018-07"),
        ("The board backed the closure on June 30.", "2019-06-30"),
        ("The port closed on July 20.", "2018-07-20"),
        # ... but nothing has been done on a day that is still to come, unless the page has the day before it.
        ("The port closed on June 30.", "2018-06-30"),
        ("The port was closed on June 30.", "2018-06-30"),
        ("The strike began in June.", "2018-06"),
        ("The port closed on April 27.", "2019-04-27"),
        ("The appeal is heard in June.", "2019-06"),
        ("The league put off on June 3 what it had promised.", "2019-06-03"),
        ("The port will get a new crane and two tugs on March 1.", "2019-03-01"),
        # ... but where the words right beside it fix it as one to come.
        ("The port will close on March 1.", "2020-03-01"),
        ("The fair is planned for March 1.", "2020-03-01"),
        ("The fair on March 1 will be held indoors.", "2020-03-01"),
        ("The crash on March 1 will be looked into.", "2019-03-01"),
        ("The fair was planned for March 1.", "2019-03-01"),
        ("The port will close on April 10.", "2019-04-10"),
        ("The port will close on January 20.", "2020-01-20"),
        ("The fair will open in February.", "2020-02"),
        ("The next fair doesn't open until February.", "2020-02"),
        ("The fair did not open until February.", "2019-02"),
        ("The mayor doesn't know who ran the fair until February.", "2019-02"),
    ],
)
def test_a_month_or_day_is_the_nearest_unless_the_words_look_the_other_way(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers met on Thursday.", "2019-04-25"),
        ("Ministers met on Friday.", "2019-04-19"),
        ("Ministers will meet on Friday.", "2019-04-26"),
        ("Ministers met last Thursday.", "2019-04-18"),
        ("Ministers will meet next Thursday.", "2019-05-02"),
        ("Ministers met on Tuesday last week.", "2019-04-16"),
        ("Ministers met on the Monday.", "2019-04-22"),
        ("Ministers will meet on Thursday in the week ahead.", "2019-05-02"),
    ],
)
def test_a_weekday_lies_in_the_week_before_or_ahead(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers met last week.", "2019-W17"),
        ("Ministers met on Tuesday last week.", "2019-04-23"),
        ("Ministers will meet this week.", "2019-W18"),
        ("Ministers met this week.", "2019-W17"),
        ("Ministers will meet next week.", "2019-W18"),
    ],
)
def test_to_a_paper_of_a_sunday_the_week_that_ends_was_last_week(text: str, expected: str) -> None:
    assert value(text, dt.date(2019, 4, 28)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The band plays the Lamp, Lindow, Tuesday 14th.", "2019-05-14"),
        ("They met on Monday the 1st.", "2019-04-01"),
        ("They met on Monday 9th.", "XXXX-WXX-1"),
    ],
    ids=["ahead", "behind", "of no month near"],
)
def test_a_day_that_is_told_with_its_weekday_is_the_nearest_which_is_both(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke in 2015. The following year she quit.", "2016"),
        ("The dam broke last October. The following year she quit.", "XXXX"),
        ("The dam broke last October. The following year it will be rebuilt.", "2019"),
    ],
)
def test_the_following_year_is_none_that_has_not_ended(text: str, expected: str) -> None:
    found = {timex.text: timex.value for timex in time_expressions(ENGLISH, text, PUBLISHED)}
    assert found["The following year"] == expected


def test_the_year_named_in_the_same_sentence_holds_for_the_months_after_it() -> None:
    values = [
        timex.value
        for timex in time_expressions(ENGLISH, "He was arrested in May 1995 and freed in August.", PUBLISHED)
    ]
    assert values == ["1995-05", "1995-08"]


def test_a_month_that_has_come_round_is_the_following_years() -> None:
    values = [
        timex.value
        for timex in time_expressions(ENGLISH, "He took office in December 2017 and quit in January.", PUBLISHED)
    ]
    assert values == ["2017-12", "2018-01"]


def test_the_second_of_two_weekdays_follows_the_first() -> None:
    ahead = time_expressions(ENGLISH, "The bridge will be closed from Monday to Friday.", PUBLISHED)
    assert [timex.value for timex in ahead] == ["2019-04-29", "2019-05-03"]
    back = time_expressions(ENGLISH, "The bridge was closed from Friday until Monday.", PUBLISHED)
    assert [timex.value for timex in back] == ["2019-04-19", "2019-04-22"]


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    assert value("Ministers met in March.", None) == "XXXX-03"
    assert value("Ministers met on Tuesday.", None) == "XXXX-WXX-2"
    assert value("Ministers met yesterday.", None) == "XXXX-XX-XX"
    assert value("Ministers met last week.", None) == "XXXX-WXX"


# Computed by the tables of the Book of Common Prayer.
@pytest.mark.parametrize(("year", "day"), [(1818, "03-22"), (1943, "04-25"), (2000, "04-23"), (2019, "04-21")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


def test_feasts_by_weekday_of_a_month() -> None:
    assert feast({"month": 11, "nth": 4, "of": 4}, 2018) == dt.date(2018, 11, 22)
    assert feast({"month": 5, "nth": -1, "of": 1}, 2011) == dt.date(2011, 5, 30)
    assert feast({"month": 2, "nth": 5, "of": 1}, 2011) is None


def test_easter_before_the_gregorian_calendar_is_that_of_its_time() -> None:
    assert easter(1475).isoformat() == "1475-03-26"
    assert easter(1525).isoformat() == "1525-04-16"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In August 1862 he came. In May he had left.", ["1862-08", "1862-05"]),
        ("In December 1862 he came. In May he left.", ["1862-12", "1863-05"]),
        ("In February 1863 he came. It snowed in the winter.", ["1863-02", "1862-WI"]),
        ("In November 1863 he came. It snowed in the winter.", ["1863-11", "1863-WI"]),
        ("In May 1863 he came. He left next August.", ["1863-05", "1863-08"]),
        ("In May 1863 he came. He had left last August.", ["1863-05", "1862-08"]),
    ],
)
def test_in_a_story_a_month_is_told_by_what_the_story_has_come_to(text: str, values: list[str]) -> None:
    assert [timex.value for timex in time_expressions(ENGLISH, text, None)] == values


def test_a_leap_day_may_be_eight_years_away() -> None:
    assert value("She was born on February 29.", dt.date(1903, 5, 1)) == "1896-02-29"
    assert value("The fair will open on February 29.", dt.date(1897, 5, 1)) == "1904-02-29"


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2024-06-12", "The dam broke last Tuesday.", "2024-06-04"),
        ("2024-06-15", "The dam broke last Wednesday.", "2024-06-12"),
        ("2024-06-12", "The dam broke on Tuesday.", "2024-06-11"),
        ("2024-06-10", "The ferry was scheduled to sail on Sunday, but left late.", "2024-06-09"),
        ("2024-06-10", "Nobody would comment Sunday.", "2024-06-09"),
        ("2024-06-10", "She is expected to be chosen on Sunday.", "2024-06-16"),
        ("2024-06-10", "They had decided to wait until Sunday.", "2024-06-16"),
        ("2024-06-14", "Preparations are under way for Saturday's concert.", "2024-06-15"),
        ("2024-06-14", "Doors open at four for Saturday's concert.", "2024-06-15"),
        ("2024-06-14", "The concert on Saturday.", "2024-06-15"),
        ("2024-06-14", "The concert on Friday.", "2024-06-14"),
        ("2024-06-14", "The concert on Sunday.", "2024-06-09"),
        ("2024-06-12", "The dam broke last Sunday.", "2024-06-09"),
        ("2024-06-10", "The dam broke last Friday.", "2024-06-07"),
        ("2024-06-09", "The dam broke last Friday.", "2024-06-07"),
        ("2024-06-12", "The storm hit this weekend.", "2024-W23-WE"),
        ("2024-06-14", "The storm will hit this weekend.", "2024-W24-WE"),
    ],
)
def test_the_turn_of_the_week(published: str, text: str, value: str) -> None:
    assert [timex.value for timex in tag(text, dt.date.fromisoformat(published), "en")] == [value]
