"""Which passages tell to which day a plan was moved."""

import datetime as dt

import pytest

from dateline import Article, Status
from dateline.reading.article import read_article
from dateline.timeline.close import plan_moves as moves
from dateline.timeline.close.tellings import close_reading
from dateline.timeline.select import passages

MARCH_1 = dt.date(2021, 3, 1)


def new_days(text: str) -> list[str]:
    return [
        p.date.value for p in passages.of(read_article(Article("a", text, MARCH_1, "Aar Wire"))) if moves.is_new_day(p)
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The hearing was put off until March 9 at the lawyers' request.", "2021-03-09"),
        ("The board brought the sale forward from March 15 to March 12.", "2021-03-12"),
        ("The game between Ardale and Borwick is rescheduled for March 20.", "2021-03-20"),
        ("Rain has delayed the opening of the fair till the 14th of March.", "2021-03-14"),
        ("The launch has slipped from March 9 to March 15.", "2021-03-15"),
        ("The trial, originally due on March 9, will now open on March 15.", "2021-03-15"),
        ("The trial was first set for March 9 but will open on March 15.", "2021-03-15"),
        ("The trial will now open on March 15 instead of March 9.", "2021-03-15"),
        ("The trial was due to open on March 9 but will now open on March 15.", "2021-03-15"),
        ("The trial, which was due on March 9, will now be held on March 15.", "2021-03-15"),
        ("The start of the trial has been pushed to March 15.", "2021-03-15"),
        ("The trial was put back until March 15.", "2021-03-15"),
    ],
)
def test_the_day_behind_until_is_the_new_one(text: str, day: str) -> None:
    assert new_days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The hearing planned for March 9 was put off by the judge.",
        "The mayor postponed the trip that she had planned for March 9.",
        "The circus moved from Ardale to Borwick on March 9, the police said.",
        "The trial was set for March 9 after the talks of March 4.",
        "The museum is open until March 9, said its director.",
    ],
)
def test_a_day_that_no_plan_is_moved_to_is_not_new(text: str) -> None:
    assert new_days(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The fair is planned for March 9. The fair has been cancelled.", Status.CANCELLED),
        ("The fair has been called off. It was planned for March 9.", Status.CANCELLED),
        ("The fair is planned for March 9. It has been postponed indefinitely.", Status.POSTPONED),
        ("The fair is planned for March 9. It will not be cancelled.", Status.SCHEDULED),
        ("The fair is planned for March 9. The match has been cancelled.", Status.SCHEDULED),
        ("The fair is planned for March 9. A concert was cancelled on Monday.", Status.SCHEDULED),
    ],
)
def test_what_the_sentence_beside_calls_off_is_off(text: str, status: Status) -> None:
    told = close_reading(passages.of(read_article(Article("a", text, MARCH_1, "Aar Wire"))))
    assert next(t.reading.status for t in told if t.passage.date.value == "2021-03-09") is status


def test_what_was_first_planned_for_a_day_that_is_over_is_put_off() -> None:
    text = "The race was originally planned for 5 February and will now be held on 15 March."
    told = close_reading(passages.of(read_article(Article("a", text, MARCH_1, "Aar Wire"))))
    assert [t.reading.status for t in told] == [Status.POSTPONED, Status.SCHEDULED]


def test_what_was_due_on_a_day_and_is_now_on_another_is_put_off() -> None:
    article = Article("a", "The trial was due on 9 March but will now open on 15 March.", MARCH_1, "Aar Wire")
    told = close_reading(passages.of(read_article(article)))
    assert {t.passage.date.value: t.reading.status for t in told}["2021-03-09"] is Status.POSTPONED


def test_the_new_day_is_scheduled_and_the_old_one_no_longer_holds() -> None:
    article = Article("a", "The trial has been postponed from 12 to 15 March, the court said.", MARCH_1, "Aar Wire")
    told = close_reading(passages.of(read_article(article)))
    assert {telling.passage.date.value: telling.reading.status for telling in told} == {
        "2021-03-12": Status.POSTPONED,
        "2021-03-15": Status.SCHEDULED,
    }
