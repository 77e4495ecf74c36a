"""A status and a date that agree."""

import dataclasses
import datetime as dt

import pytest

from dateline.events.dates.agreement import agreed, ahead, read_again, status_beside
from dateline.languages import named
from dateline.model import Status, Timex
from dateline.times import tag

PUBLISHED = dt.date(2022, 11, 14)  # a Monday
BEFORE, AHEAD = "on 1 November 2022", "on 1 December 2022"


def timex(words: str) -> Timex:
    (found,) = tag(f"The fair opens {words}.", PUBLISHED, "en")
    return found


@pytest.mark.parametrize(
    ("status", "words", "told"),
    [
        ("happened", BEFORE, "happened"),
        ("happened", AHEAD, "uncertain"),
        ("ongoing", AHEAD, "uncertain"),
        ("scheduled", AHEAD, "scheduled"),
        ("scheduled", BEFORE, "uncertain"),
        ("proposed", BEFORE, "uncertain"),
        ("cancelled", BEFORE, "cancelled"),
    ],
)
def test_nothing_ahead_has_happened_and_nothing_past_is_planned(status: str, words: str, told: str) -> None:
    assert agreed(Status(status), timex(words), PUBLISHED) is Status(told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (AHEAD, "scheduled"),
        ("next week", "scheduled"),
        ("in December", "expected"),
        ("next year", "expected"),
    ],
)
def test_a_day_or_a_week_to_come_is_fixed_and_a_longer_stretch_is_hoped_for(words: str, told: str) -> None:
    assert ahead(timex(words)) is Status(told)


@pytest.mark.parametrize(
    ("status", "words", "told"),
    [
        ("denied", BEFORE, "happened"),
        ("uncertain", BEFORE, "happened"),
        ("scheduled", BEFORE, "happened"),
        ("happened", AHEAD, "scheduled"),
        ("uncertain", AHEAD, "scheduled"),
        ("cancelled", AHEAD, "cancelled"),
    ],
)
def test_what_is_beside_a_sentence_has_the_status_of_its_day(status: str, words: str, told: str) -> None:
    assert status_beside(Status(status), timex(words), PUBLISHED) is Status(told)


@pytest.mark.parametrize(
    ("words", "value", "earlier"),
    [
        ("in December", "2022-12", "2021-12"),
        ("on Friday", "2022-11-18", "2022-11-11"),
        ("in December 2022", "2022-12", None),
        ("the following day", "2022-11-15", None),
    ],
)
def test_days_to_come_are_read_again_as_those_before(words: str, value: str, earlier: str | None) -> None:
    days = {"2022-12": (12, 1, 12, 31), "2022-11-18": (11, 18, 11, 18), "2022-11-15": (11, 15, 11, 15)}[value]
    first, last = dt.date(2022, *days[:2]), dt.date(2022, *days[2:])
    told = Timex(0, 10, words, timex(BEFORE).type, value, first=first, last=last)
    again = read_again(named("en"), told, PUBLISHED)
    assert (again.value if again else None) == earlier


def test_no_day_is_read_again_before_the_first_of_all() -> None:
    first = dt.date.min + dt.timedelta(2)
    told = Timex(0, 12, "next Wednesday", timex(BEFORE).type, first.isoformat(), first=first, last=first)
    assert read_again(named("en"), told, dt.date.min) is None


def test_what_is_beside_a_sentence_and_awaited_today_is_still_to_come() -> None:
    today = dataclasses.replace(timex(BEFORE), value=PUBLISHED.isoformat(), first=PUBLISHED, last=PUBLISHED)
    assert status_beside(Status.EXPECTED, today, PUBLISHED) is Status.EXPECTED
    assert status_beside(Status.DENIED, today, PUBLISHED) is Status.HAPPENED
