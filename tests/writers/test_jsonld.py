import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dateline.model import EntryDate, Granularity, Status, Timeline, Turn
from dateline.writers import write

SCHEMA_ORG = "https://schema.org/"


@pytest.mark.parametrize(
    ("status", "word"),
    [(Status.SCHEDULED, "EventScheduled"), (Status.CANCELLED, "EventCancelled"), (Status.POSTPONED, "EventPostponed")],
)
def test_schema_org_status(planned: Callable[[Status], Timeline], status: Status, word: str) -> None:
    graph = json.loads(write(planned(status), "jsonld"))["@graph"]
    assert graph[-1]["eventStatus"] == f"https://schema.org/{word}"
    assert graph[-1]["startDate"] == "2023-05-04"
    assert graph[-1]["subjectOf"][0]["@type"] == "NewsArticle"


def test_schema_org_tells_the_previous_date_of_what_was_moved(moved: Timeline) -> None:
    event = json.loads(write(moved, "jsonld"))["@graph"][-1]
    assert event["eventStatus"] == "https://schema.org/EventRescheduled"
    assert (event["previousStartDate"], event["startDate"]) == ("2023-05-02", "2023-05-04")


def test_a_date_that_only_became_more_exact_was_not_moved(timeline: Timeline) -> None:
    *_, opening = timeline.entries
    may = EntryDate("2023-05", dt.date(2023, 5, 1), dt.date(2023, 5, 31), Granularity.MONTH)
    history = (
        Turn(dt.date(2023, 4, 27), Status.EXPECTED, may, "wire-1", None),
        Turn(dt.date(2023, 4, 29), Status.SCHEDULED, opening.date, "meridian-7", None),
    )
    (event,) = json.loads(write(replace(timeline, entries=(replace(opening, history=history),)), "jsonld"))["@graph"]
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert "previousStartDate" not in event


def test_json_ld_expands_to_what_schema_org_defines(
    moved: Timeline, expand: Callable[[str], tuple[Any, set[str]]]
) -> None:
    _, found = expand(write(moved, "jsonld"))
    terms = {term.removeprefix(SCHEMA_ORG) for term in found}
    assert {"Event", "startDate", "previousStartDate", "eventStatus", "NewsArticle"} <= terms
    assert terms <= {
        *("Event", "Place", "PostalAddress", "GeoCoordinates", "NewsArticle", "Organization"),
        *("name", "startDate", "endDate", "previousStartDate", "eventStatus", "location", "subjectOf"),
        *("address", "addressCountry", "geo", "latitude", "longitude"),
        *("identifier", "headline", "publisher", "datePublished", "url"),
    }


def test_what_is_denied_is_no_schema_org_event(timeline: Timeline, planned: Callable[[Status], Timeline]) -> None:
    assert len(json.loads(write(planned(Status.DENIED), "jsonld"))["@graph"]) == len(timeline.entries) - 1


def test_a_plan_that_the_articles_move_is_rescheduled_and_keeps_its_id(stages: list[Timeline]) -> None:
    graphs = [json.loads(write(timeline, "jsonld"))["@graph"] for timeline in stages]
    assert len({event["@id"] for graph in graphs for event in graph}) == 1
    assert [event["eventStatus"].rpartition("/")[2] for graph in graphs for event in graph] == [
        "EventScheduled",
        "EventRescheduled",
        "EventCancelled",
    ]
    assert graphs[1][0]["previousStartDate"] == "2021-03-09"
