import datetime as dt

import pytest

from dateline.errors import ImpossibleDate, UndatedArticle
from dateline.readers import dates


@pytest.mark.parametrize(
    "words",
    [
        "2019-04-23",
        "2019-04-23T23:59:59Z",
        "2019-04-23 08:00:00 +0900",
        "2019/04/23",
        "20190423",
        "April 23, 2019",
        "Apr. 23, 2019",
        "April 23rd 2019",
        "23 April 2019",
        "23rd of April, 2019",
        "23-Apr-2019",
        "23-Apr-19",
        "23. April 2019",
        "April the 23rd, 2019",
        "2019 April 23",
        "Tue Apr 23 10:05:00 2019",
        "Tue Apr 23 10:05:00 +0000 2019",
        "Tue, 23 Apr 2019 10:00:00 GMT",
        "Tuesday, April 23, 2019 at 7:20 pm EDT",
        "23/04/2019",
        "4/23/2019",
    ],
)
def test_a_header_may_write_the_day_as_news_does(words: str) -> None:
    assert dates.day(words, "talks.txt:1") == dt.date(2019, 4, 23)


def test_a_year_of_two_figures_is_that_of_a_mail() -> None:
    assert dates.day("Thu, 03 Sep 15 00:01:01 +0200", "a.txt") == dt.date(2015, 9, 3)
    assert dates.day("3 Sep 99 10:00", "a.txt") == dt.date(1999, 9, 3)


def test_the_day_is_taken_as_written_whatever_the_zone() -> None:
    assert dates.day("2019-04-23T23:30:00-05:00", "") == dt.date(2019, 4, 23)


@pytest.mark.parametrize("words", ["31 April 2019", "2019-04-31", "February 29, 2019", "2019-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused_with_its_words(words: str) -> None:
    with pytest.raises(ImpossibleDate) as caught:
        dates.day(words, "talks.txt:2")
    assert caught.value.where == "talks.txt:2"
    assert words in caught.value.problem


@pytest.mark.parametrize("words", ["04/05/2019", "Tuesday", "April 2019", "2019", "23 April", "soon", ""])
def test_a_date_that_is_not_one_day_is_refused(words: str) -> None:
    with pytest.raises(UndatedArticle):
        dates.day(words, "talks.txt:2")


def test_figures_that_are_equal_or_too_large_for_a_month_have_one_order() -> None:
    assert dates.day("05/05/2019", "") == dt.date(2019, 5, 5)
    assert dates.day("13.05.2019", "") == dt.date(2019, 5, 13)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2019-04-23-talks.txt", dt.date(2019, 4, 23)),
        ("meridian_2019_04_23.txt", dt.date(2019, 4, 23)),
        ("20190423T1000.txt", dt.date(2019, 4, 23)),
        ("talks.2019.04.23.jsonl", dt.date(2019, 4, 23)),
        ("2019-04-31-talks.txt", None),  # no such day
        ("003_e20190423f99.txt", None),  # a number of another kind
        ("17890714-bastille.txt", None),  # no news of that year comes in files named for their day
        ("2019-04-23_vs_2019-04-25.txt", None),  # which of the two?
        ("2019-04-23_2019-04-23.txt", dt.date(2019, 4, 23)),
        ("talks-2019.txt", None),
    ],
)
def test_a_file_name_tells_the_day_only_when_it_can_be_nothing_else(name: str, day: dt.date | None) -> None:
    assert dates.in_file_name(name) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://meridian.example/world/2019/04/23/talks-in-arden/1810572", dt.date(2019, 4, 23)),
        ("https://meridian.example/2019/apr/23/talks?utm=2018-01-01", dt.date(2019, 4, 23)),
        ("https://meridian.example/2019/4/23-talks", dt.date(2019, 4, 23)),
        ("https://meridian.example/talks-in-arden-20190423", dt.date(2019, 4, 23)),
        ("https://meridian.example/talks-2019-04-23/", dt.date(2019, 4, 23)),
        ("https://meridian.example/2019/04/talks", None),
        ("https://meridian.example/2019/04/31/talks", None),  # no such day
        ("https://meridian.example/2019/04/23/talks-of-2018-04-23", None),  # which of the two?
        ("https://meridian.example/sport/2019/abc/23/talks", None),
        ("https://meridian.example/id/201904231", None),
    ],
)
def test_an_address_tells_the_day_where_outlets_keep_the_pages_of_it(address: str, day: dt.date | None) -> None:
    assert dates.in_address(address) == day


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("talks.txt", "none in the file name"),
        ("2019-04-31-talks.txt", "the file name has 2019-04-31, which is no day of the calendar"),
        ("20190423_20190425.txt", "the file name has 2019-04-23 and 2019-04-25, and it could be either"),
    ],
)
def test_why_a_file_name_gives_no_day(name: str, why: str) -> None:
    assert dates.in_file_name(name) is None
    assert dates.why_not_in_file_name(name) == why


@pytest.mark.parametrize(
    ("words", "near", "day"),
    [
        ("OSLO, April 23, 2019 (AP) -", None, dt.date(2019, 4, 23)),
        ("OSLO, April 23 (AP) -", None, None),
        ("OSLO, April 23 (AP) -", dt.date(2019, 4, 24), dt.date(2019, 4, 23)),
        ("OSLO, 31 Dec (AP) -", dt.date(2019, 1, 1), dt.date(2018, 12, 31)),
        ("OSLO, April 23 (AP) -", dt.date(2019, 8, 1), None),
        ("OSLO, Feb. 30 (AP) -", dt.date(2019, 3, 1), None),
        ("OSLO (AP) -", dt.date(2019, 4, 24), None),
    ],
)
def test_a_dateline_without_a_year_needs_one_from_elsewhere(
    words: str, near: dt.date | None, day: dt.date | None
) -> None:
    assert dates.in_dateline(words, near, "") == day


def test_an_update_keeps_its_time_and_zone() -> None:
    assert dates.moment("2019-04-23T10:00:00+02:00", "").isoformat() == "2019-04-23T10:00:00+02:00"
    assert dates.moment("April 23, 2019", "") == dt.datetime(2019, 4, 23)  # noqa: DTZ001 - none was written


@pytest.mark.parametrize("month", ["Auguſt", "Aprıl", "Aprİl"])
def test_letters_that_only_look_like_those_of_a_month_make_no_date(month: str) -> None:
    assert dates.find(f"3 {month} 2019", "") is None
    assert dates.find(f"3 {month} 2019, or 4 May 2019", "") == dt.date(2019, 5, 4)
    assert dates.in_dateline(f"OSLO, {month} 3 (AP) -", dt.date(2019, 8, 4), "") is None
