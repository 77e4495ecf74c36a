"""Events, statuses, participants, places and dates of the marked articles in `benchmarks/told`."""

import pytest

import told
from dateline.events.parsing import parser
from dateline.languages import named
from dateline.model import Status

ENGLISH = named("en")

# What was reached, less what another processor's floating point may take.
FLOORS = {
    "triggers: recall": 96.5,
    "triggers: precision": 90.5,
    "status": 85.0,
    "status, three classes": 91.5,
    "found with its status": 82.5,
    "participants": 94.5,
    "dates": 86.0,
}


def test_marks_are_taken_out_of_the_text() -> None:
    for telling in told.tellings():
        assert "{" not in telling.article.text
        assert {Status(status) for status in telling.statuses.values()}
        for span in (*telling.statuses, *telling.details):
            assert span.of(telling.article.text).strip()


@pytest.mark.skipif(not parser.installed(ENGLISH), reason="the parser's model is not installed")
def test_no_figure_falls_below_what_was_reached() -> None:
    reached = {name: tally.share for name, tally in told.check(told.tellings()).items()}
    assert {name: reached[name] for name, floor in FLOORS.items() if reached[name] < floor} == {}
