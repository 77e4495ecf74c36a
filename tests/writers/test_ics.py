import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import icalendar
import pytest

from dateline.model import Status, Timeline
from dateline.writers import write


def events(timeline: Timeline) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(write(timeline, "ics"))
    return [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.SCHEDULED, "CONFIRMED"),
        (Status.EXPECTED, "TENTATIVE"),
        (Status.CANCELLED, "CANCELLED"),
        (Status.POSTPONED, "CANCELLED"),
    ],
)
def test_a_plan_is_an_all_day_event(
    timeline: Timeline, planned: Callable[[Status], Timeline], status: Status, word: str
) -> None:
    (event,) = events(planned(status))
    assert event["STATUS"] == word
    assert event.decoded("DTSTART") == dt.date(2023, 5, 4)
    assert event.decoded("DTEND") == dt.date(2023, 5, 5)
    assert event["UID"] == f"{timeline.entries[-1].id}@dateline"
    assert event["SUMMARY"] == timeline.entries[-1].headline


@pytest.mark.parametrize("status", [Status.HAPPENED, Status.DENIED, Status.PROPOSED])
def test_what_is_no_plan_is_in_no_calendar(planned: Callable[[Status], Timeline], status: Status) -> None:
    assert events(planned(status)) == []


def test_each_turn_of_a_plan_has_a_higher_sequence(moved: Timeline) -> None:
    opening = moved.entries[-1]
    stages = []
    for turns in range(1, 4):
        history = opening.history[:turns]
        entry = replace(opening, date=history[-1].date, status=history[-1].status, history=history)
        stages += events(replace(moved, entries=(entry,)))
    assert [event["UID"] for event in stages] == [f"{opening.id}@dateline"] * 3
    assert [(event["SEQUENCE"], event["STATUS"]) for event in stages] == [
        (0, "CONFIRMED"),
        (1, "CANCELLED"),
        (2, "CONFIRMED"),
    ]
    assert [event.decoded("DTSTART").day for event in stages] == [2, 2, 4]


@pytest.mark.parametrize(
    ("status", "word"),
    [(Status.HAPPENED, "CONFIRMED"), (Status.DENIED, "TENTATIVE"), (Status.UNCERTAIN, "TENTATIVE")],
)
def test_what_was_planned_stays_in_the_calendar(moved: Timeline, status: Status, word: str) -> None:
    opening = moved.entries[-1]
    turn = replace(opening.history[-1], status=status)
    (event,) = events(replace(moved, entries=(replace(opening, status=status, history=(*opening.history, turn)),)))
    assert event["STATUS"] == word


def test_a_plan_that_the_articles_move_keeps_its_place_in_the_calendar(stages: list[Timeline]) -> None:
    calendar = [event for timeline in stages for event in events(timeline)]
    assert len({str(event["UID"]) for event in calendar}) == 1
    assert [(event["SEQUENCE"], event["STATUS"], event.decoded("DTSTART").day) for event in calendar] == [
        (0, "CONFIRMED", 9),
        (1, "CONFIRMED", 20),
        (2, "CANCELLED", 20),
    ]
