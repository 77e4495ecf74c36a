import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import icalendar
import pytest

from dateline.model import EntryDate, Granularity, Status, Timeline, Turn
from dateline.writers import write
from dateline.writers.ics import Plans, is_plan, write_calendar


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


def in_days(value: str, first: int, last: int, granularity: Granularity = Granularity.DAY) -> EntryDate:
    return EntryDate(value, dt.date(2023, 5, first), dt.date(2023, 5, last), granularity)


@pytest.mark.parametrize(
    ("turned", "states"),
    [
        (in_days("2023-05", 1, 31, Granularity.MONTH), [("CONFIRMED", 4, 5), ("CANCELLED", 4, 5)]),
        (in_days("2023-05-04/2023-05-06", 4, 6), [("CONFIRMED", 4, 5), ("CONFIRMED", 4, 7)]),
    ],
    ids=["put off until some day of the month", "made longer"],
)
def test_a_calendar_that_had_a_plan_is_told_what_became_of_its_days(
    timeline: Timeline, turned: EntryDate, states: list[tuple[str, int, int]]
) -> None:
    *others, opening = timeline.entries
    first = Turn(dt.date(2023, 4, 27), Status.SCHEDULED, opening.date, "wire-1", None)
    later = Turn(dt.date(2023, 4, 29), Status.SCHEDULED, turned, "meridian-7", None)
    calendar = [
        event
        for history in ((first,), (first, later))
        for event in events(
            replace(timeline, entries=(*others, replace(opening, date=history[-1].date, history=history)))
        )
    ]
    found = [(e["STATUS"], e.decoded("DTSTART").day, e.decoded("DTEND").day) for e in calendar]
    assert found == states
    assert [event["SEQUENCE"] for event in calendar] == [0, 1]


def test_a_calendar_of_several_stories_leads_to_the_page_of_each_line(
    timeline: Timeline, stages: list[Timeline]
) -> None:
    written = write_calendar(
        "All that is ahead",
        [Plans(timeline, "https://desk.example/stories/1#{}".format), Plans(stages[0]), Plans(timeline)],
    )
    calendar = icalendar.Calendar.from_ical(written)
    found = [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]
    assert [str(event.get("URL", "-")) for event in found] == ["https://desk.example/stories/1#o1", "-"]
    assert calendar["NAME"] == "All that is ahead"
    assert calendar.decoded("REFRESH-INTERVAL") == dt.timedelta(hours=1)


def test_what_a_person_corrects_and_takes_back_reaches_a_calendar_that_had_it(moved: Timeline) -> None:
    opening = moved.entries[-1]
    corrected = replace(opening, date=in_days("2023-05-05", 5, 5))
    stages = [Plans(moved), Plans(replace(moved, entries=(corrected,)), acts=1), Plans(moved, acts=2)]
    calendars = [icalendar.Calendar.from_ical(write_calendar("Plans", [stage])) for stage in stages]
    found = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    assert [event.decoded("DTSTART").day for event in found] == [4, 5, 4]
    assert [event["SEQUENCE"] for event in found] == [2, 5, 6]


def test_a_plan_is_told_from_what_happened(timeline: Timeline, planned: Callable[[Status], Timeline]) -> None:
    assert [is_plan(entry) for entry in timeline.entries] == [False, False, True]
    assert not is_plan(planned(Status.HAPPENED).entries[-1])
