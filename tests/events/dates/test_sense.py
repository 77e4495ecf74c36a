"""Date and status made sense of together."""

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.events.dates.sense import in_time
from dateline.events.parsing.parse import Parse
from dateline.events.surface.sentence import SurfaceReading
from dateline.model import Span, Status
from dateline.times import tag

Parsed = Callable[[str], Parse]
PUBLISHED = dt.date(2022, 9, 15)  # a Thursday


def read(text: str, status: str, parsed: Parsed, surface: str = "happened") -> tuple[str, str] | None:
    """The value and the status of the last date of a text, of which words alone give the status `surface`."""
    timex = tag(text, PUBLISHED, "en")[-1]
    whole = Span(0, len(text))
    reading = SurfaceReading(timex, whole, None, Status(status), None, False)
    read = in_time(reading, Status(surface), whole, parsed(text), PUBLISHED)
    return None if read is None else (read.timex.value, read.status.value)


@pytest.mark.parametrize(
    ("text", "status", "told"),
    [
        ("The council votes on Friday.", "happened", ("2022-09-16", "scheduled")),
        ("The council will vote on Friday.", "scheduled", ("2022-09-16", "scheduled")),
        (
            "The council scheduled a debate for Friday but two fell ill, and the debate was cancelled.",
            "scheduled",
            ("2022-09-16", "cancelled"),
        ),
        ("They scheduled a debate for Friday since a concert was cancelled.", "scheduled", ("2022-09-16", "scheduled")),
        ("The mayor, shown here in October, resigned.", "expected", ("2021-10", "happened")),
        ("They called a strike in October.", "expected", ("2022-10", "expected")),
        (
            "The firm has fought with the crew, with the film having opened in Corran in October.",
            "expected",
            ("2021-10", "happened"),
        ),
        ("The road was to open in October.", "expected", ("2022-10", "expected")),
        # What somebody announced for a day soon to come, and what can be no plan any more.
        ("The mayor proclaimed the end of the ban on September 26.", "happened", ("2022-09-26", "happened")),
        # What is hoped, what only may be, and what would have been, is no plan.
        ("There is a hope that the lock will open on Friday.", "scheduled", ("2022-09-16", "expected")),
        ("Hopefully the lock will open on Friday.", "scheduled", ("2022-09-16", "expected")),
        ("Lund fears that the lock will close on Friday.", "scheduled", ("2022-09-16", "uncertain")),
        ("By Friday she may well be mayor.", "scheduled", ("2022-09-16", "uncertain")),
        ("The talks on Friday would have been met by protests.", "scheduled", ("2022-09-16", "uncertain")),
        ("The talks on Friday would be met by protests.", "scheduled", ("2022-09-16", "scheduled")),
        ("The works had been pencilled in for Friday, but Quill was faster.", "scheduled", ("2022-09-16", "cancelled")),
        (
            "She was called to a hearing on September 26 that will look into the fire.",
            "happened",
            ("2022-09-26", "happened"),
        ),
        ("The old mill burnt down on December 26.", "happened", ("2021-12-26", "happened")),
        ("The premier has called a vote for Friday.", "happened", ("2022-09-16", "scheduled")),
        ("The senate has voted against her on Friday.", "happened", ("2022-09-16", "uncertain")),
    ],
)
def test_what_is_told_of_days_to_come(text: str, status: str, told: tuple[str, str], parsed: Parsed) -> None:
    assert read(text, status, parsed) == told


def test_a_day_after_a_day_that_is_read_wrongly_is_the_day_of_nothing(parsed: Parsed) -> None:
    text = "By nightfall it had slipped from the tanks. The following day it was a mile long."
    assert read(text, "scheduled", parsed) is None


@pytest.mark.parametrize(
    ("text", "status", "told"),
    [
        ("He walks out on Sept. 14.", "ongoing", "happened"),
        ("The square has been closed since Saturday.", "ongoing", "ongoing"),
        ("Lorries have been back on the bridge since this morning.", "ongoing", "ongoing"),
        ("At 8 a.m., an officer raises the alarm.", "ongoing", "happened"),
        ("The guests, who are told at 8 a.m. each day, stay.", "ongoing", "ongoing"),
        ("I am horrified by the attack this morning.", "ongoing", "happened"),
        ("The debate struggled to win over voters on Thursday.", "uncertain", "happened"),
        ("The mayor may have met the voters on Thursday.", "uncertain", "uncertain"),
        ("The bank expects a ruling later this month.", "ongoing", "expected"),
        ("The bank awaited a ruling this month.", "happened", "happened"),
        ("She is up for election this year.", "happened", "ongoing"),
        ("Corran Lines hosts a gala at its yard tonight.", "ongoing", "scheduled"),
        ("She is in Corran tonight.", "ongoing", "ongoing"),
        ("The smoke could be seen on Wednesday.", "uncertain", "happened"),
        ("The glider is real, and it is coming this year.", "ongoing", "expected"),
        ("The glider is touring the islands this year.", "ongoing", "ongoing"),
        ("The builder proclaimed that the glider would be ready in 2019.", "happened", "uncertain"),
        ("Years later she would be mayor, in 2019.", "happened", "happened"),
        ("The bank meets in Corran later this week.", "ongoing", "scheduled"),
        ("The mayor played down the risk of a strike on Thursday.", "uncertain", "happened"),
        ("She flew to Corran to meet the mayor tonight.", "expected", "expected"),
        ("Oker can take the title if he wins the race on Thursday.", "happened", "uncertain"),
        ("He had been due to meet the mayor on Wednesday.", "denied", "cancelled"),
        ("The launch had been set for Wednesday, but the firm postponed it.", "denied", "postponed"),
        ("He had been expected to resign on Wednesday.", "denied", "uncertain"),
        ("He did not resign on Wednesday, as had been expected.", "denied", "denied"),
    ],
)
def test_what_stands_on_days_that_have_begun(text: str, status: str, told: str, parsed: Parsed) -> None:
    found = read(text, status, parsed)
    assert found is not None
    assert found[1] == told


def test_what_is_expected_today_does_not_go_on(parsed: Parsed) -> None:
    text = "The family is expected to attend a gala at a hotel on Thursday."
    assert read(text, "ongoing", parsed, surface="expected") == ("2022-09-15", "expected")
