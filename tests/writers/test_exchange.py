"""Formats that other programs read: each is read back by its own library or by the rules of its page."""

import datetime as dt
import json
from dataclasses import replace

import icalendar
import pytest

from dateline.model import Article, Change, ChangeKind, Changes, Entry, Place, Status, Timeline
from dateline.writers import write


def planned(timeline: Timeline, status: Status) -> Timeline:
    """The timeline with its last entry, the opening of a bridge on 4 May 2023, in another status."""
    *others, opening = timeline.entries
    return replace(timeline, entries=(*others, replace(opening, status=status)))


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
def test_a_plan_is_an_all_day_event(timeline: Timeline, status: Status, word: str) -> None:
    (event,) = events(planned(timeline, status))
    assert event["STATUS"] == word
    assert event.decoded("DTSTART") == dt.date(2023, 5, 4)
    assert event.decoded("DTEND") == dt.date(2023, 5, 5)
    assert event["UID"] == f"{timeline.entries[-1].id}@dateline"
    assert event["SUMMARY"] == timeline.entries[-1].headline


@pytest.mark.parametrize("status", [Status.HAPPENED, Status.DENIED, Status.PROPOSED])
def test_what_is_no_plan_is_in_no_calendar(timeline: Timeline, status: Status) -> None:
    assert events(planned(timeline, status)) == []


def test_a_plan_that_changes_has_a_higher_sequence(timeline: Timeline) -> None:
    opening = timeline.entries[-1]
    first, second = opening.evidence[:2]
    turned = replace(opening, evidence=(first, replace(second, status=Status.CANCELLED)), status=Status.CANCELLED)
    before = replace(timeline, entries=(replace(opening, evidence=(first,)),))
    after = replace(timeline, entries=(turned,))
    assert [event["SEQUENCE"] for event in (*events(before), *events(after))] == [0, 1]


def test_timelinejs_groups_by_status_and_keeps_dates_coarse(timeline: Timeline) -> None:
    slides = json.loads(write(timeline, "timelinejs"))["events"]
    assert [slide["group"] for slide in slides] == [str(entry.status) for entry in timeline.entries]
    by_date = {entry.date.value: slide for entry, slide in zip(timeline.entries, slides, strict=True)}
    assert by_date["1987"]["start_date"] == {"year": 1987}
    assert by_date["2021-03"]["start_date"] == {"year": 2021, "month": 3}
    assert by_date["2021-03"]["display_date"] == "March 2021"


def test_timelinejs_is_given_no_markup_of_others(hostile_timeline: Timeline) -> None:
    (slide,) = json.loads(write(hostile_timeline, "timelinejs"))["events"]
    assert "<" not in slide["text"]["headline"]
    assert slide["text"]["text"].replace("<p>", "").replace("</p>", "").count("<") == 0


@pytest.mark.parametrize(
    ("status", "word"),
    [(Status.SCHEDULED, "EventScheduled"), (Status.CANCELLED, "EventCancelled"), (Status.POSTPONED, "EventPostponed")],
)
def test_schema_org_status(timeline: Timeline, status: Status, word: str) -> None:
    graph = json.loads(write(planned(timeline, status), "jsonld"))["@graph"]
    assert graph[-1]["eventStatus"] == f"https://schema.org/{word}"
    assert graph[-1]["startDate"] == "2023-05-04"
    assert graph[-1]["subjectOf"][0]["@type"] == "NewsArticle"


def test_schema_org_tells_the_previous_date_of_what_was_moved(timeline: Timeline) -> None:
    opening = timeline.entries[-1]
    earlier = replace(opening, date=replace(opening.date, value="2023-05-02", first=dt.date(2023, 5, 2)))
    change = Change(ChangeKind.MOVED, opening.id, opening.date, earlier, opening, opening.evidence)
    changes = Changes(timeline.title, dt.date(2023, 4, 28), None, (change,))
    event = json.loads(write(timeline, "jsonld", changes=changes))["@graph"][-1]
    assert event["eventStatus"] == "https://schema.org/EventRescheduled"
    assert event["previousStartDate"] == "2023-05-02"


def test_what_is_denied_is_no_schema_org_event(timeline: Timeline) -> None:
    assert len(json.loads(write(planned(timeline, Status.DENIED), "jsonld"))["@graph"]) == len(timeline.entries) - 1


def test_geojson_points_are_longitude_before_latitude(timeline: Timeline) -> None:
    placed = replace(timeline.entries[0], places=(Place("Hanoi", "VN", 21.0, 105.8, "a capital"), Place("Port Elma")))
    written = json.loads(write(replace(timeline, entries=(placed,)), "geojson"))
    (feature,) = written["features"]
    assert written["type"] == "FeatureCollection"
    assert feature["geometry"] == {"type": "Point", "coordinates": [105.8, 21.0]}
    assert feature["properties"]["place"] == "Hanoi"
    assert feature["properties"]["why"] == "a capital"


def test_web_annotations_find_their_passage_again(timeline: Timeline, articles: tuple[Article, ...]) -> None:
    items = json.loads(write(timeline, "webannotation", articles=articles))["items"]
    evidence: list[tuple[Entry, int]] = [(entry, n) for entry in timeline.entries for n in range(len(entry.evidence))]
    assert len(items) == len(evidence)
    texts = {article.id: article.text for article in articles}
    for item, (entry, number) in zip(items, evidence, strict=True):
        text = texts[entry.evidence[number].article]
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_without_the_articles_a_quotation_has_no_context(timeline: Timeline) -> None:
    item = json.loads(write(timeline, "webannotation"))["items"][0]
    assert "prefix" not in item["target"]["selector"][1]
