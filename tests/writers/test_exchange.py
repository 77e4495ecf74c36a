"""Formats that other programs read: each is read back by its own library or by the rules of its page."""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import icalendar
import pytest
from geojson_pydantic import FeatureCollection, Point
from pyld import jsonld  # type: ignore[import-untyped]

from dateline import timeline_of
from dateline.model import Article, Entry, EntryDate, Granularity, Place, Status, Timeline, Turn
from dateline.writers import write

SCHEMA_ORG = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"

# What the two contexts say of the terms used here, from https://schema.org/docs/jsonldcontext.jsonld and
# https://www.w3.org/ns/anno.jsonld: a term that they do not define is dropped when JSON-LD is expanded.
CONTEXTS = {
    "https://schema.org": {"@vocab": SCHEMA_ORG, "eventStatus": {"@type": "@id"}, "url": {"@type": "@id"}},
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": OA,
        "as": "https://www.w3.org/ns/activitystreams#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "id": {"@id": "@id", "@type": "@id"},
        "type": {"@id": "@type", "@type": "@vocab"},
        "Annotation": "oa:Annotation",
        "AnnotationPage": "as:OrderedCollectionPage",
        "TextualBody": "oa:TextualBody",
        "TextPositionSelector": "oa:TextPositionSelector",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "describing": "oa:describing",
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "body": {"@id": "oa:hasBody", "@type": "@id"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": {"@id": "oa:hasSelector", "@type": "@id"},
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "value": "rdf:value",
        "format": "dc:format",
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "start": "oa:start",
        "end": "oa:end",
    },
}


def contexts(url: str, _: object) -> dict[str, object]:
    """The context of a vocabulary, without going to the network for it."""
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url.rstrip("/")]}}


def _terms(expanded: object) -> set[str]:
    """Every property, type and value by reference of expanded JSON-LD."""
    if isinstance(expanded, list):
        return {term for each in expanded for term in _terms(each)}
    if not isinstance(expanded, dict):
        return set()
    own = {key for key in expanded if not key.startswith("@")} | set(expanded.get("@type", ()))
    named = {expanded["@id"]} if set(expanded) == {"@id"} and str(expanded["@id"]).startswith(OA) else set()
    return own | named | {term for value in expanded.values() for term in _terms(value)}


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


def test_json_ld_expands_to_what_schema_org_defines(moved: Timeline) -> None:
    expanded = jsonld.expand(json.loads(write(moved, "jsonld")), {"documentLoader": contexts})
    terms = {term.removeprefix(SCHEMA_ORG) for term in _terms(expanded)}
    assert {"Event", "startDate", "previousStartDate", "eventStatus", "NewsArticle"} <= terms
    assert terms <= {
        *("Event", "Place", "PostalAddress", "GeoCoordinates", "NewsArticle", "Organization"),
        *("name", "startDate", "endDate", "previousStartDate", "eventStatus", "location", "subjectOf"),
        *("address", "addressCountry", "geo", "latitude", "longitude"),
        *("identifier", "headline", "publisher", "datePublished", "url"),
    }


def test_what_is_denied_is_no_schema_org_event(timeline: Timeline) -> None:
    assert len(json.loads(write(planned(timeline, Status.DENIED), "jsonld"))["@graph"]) == len(timeline.entries) - 1


def test_geojson_is_read_by_its_own_library_with_longitude_before_latitude(timeline: Timeline) -> None:
    placed = replace(timeline.entries[0], places=(Place("Hanoi", "VN", 21.0, 105.8, "a capital"), Place("Port Elma")))
    read: FeatureCollection[Any] = FeatureCollection.model_validate_json(
        write(replace(timeline, entries=(placed,)), "geojson"), strict=True
    )
    (feature,) = read.features
    assert isinstance(feature.geometry, Point)
    assert (feature.geometry.coordinates.longitude, feature.geometry.coordinates.latitude) == (105.8, 21.0)
    assert feature.properties is not None
    assert feature.properties["place"] == "Hanoi"
    assert feature.properties["why"] == "a capital"


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


def test_web_annotations_expand_to_the_terms_of_the_vocabulary(timeline: Timeline) -> None:
    written = json.loads(write(timeline, "webannotation"))
    expanded = jsonld.expand(written, {"documentLoader": contexts})
    (page,) = expanded
    items = page["https://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(written["items"])
    terms = {term.removeprefix(OA) for term in _terms(items) if term.startswith(OA)}
    assert terms == {
        *("Annotation", "hasBody", "hasTarget", "hasSource", "hasSelector", "motivatedBy", "describing"),
        *("TextPositionSelector", "start", "end", "TextQuoteSelector", "exact", "TextualBody"),
    }


def test_without_the_articles_a_quotation_has_no_context(timeline: Timeline) -> None:
    item = json.loads(write(timeline, "webannotation"))["items"][0]
    assert "prefix" not in item["target"]["selector"][1]


def test_a_plan_that_the_articles_move_keeps_its_place_in_calendar_and_graph() -> None:
    plan = Article(
        "plan", "President Ilona Varga will open the Gressow dairy on March 9.", dt.date(2021, 3, 5), "Aar Wire"
    )
    put_off = Article(
        "put off",
        "The opening of the Gressow dairy by Ilona Varga, planned for March 9, was postponed to March 20.",
        dt.date(2021, 3, 8),
        "Gressow Echo",
    )
    called_off = Article(
        "called off",
        "The opening of the Gressow dairy by Ilona Varga on March 20 has been called off.",
        dt.date(2021, 3, 12),
        "Aar Wire",
    )
    stages = [timeline_of(articles) for articles in ([plan], [plan, put_off], [plan, put_off, called_off])]
    calendar = [event for timeline in stages for event in events(timeline)]
    assert len({str(event["UID"]) for event in calendar}) == 1
    assert [(event["SEQUENCE"], event["STATUS"], event.decoded("DTSTART").day) for event in calendar] == [
        (0, "CONFIRMED", 9),
        (1, "CONFIRMED", 20),
        (2, "CANCELLED", 20),
    ]
    graphs = [json.loads(write(timeline, "jsonld"))["@graph"] for timeline in stages]
    assert [event["eventStatus"].rpartition("/")[2] for graph in graphs for event in graph] == [
        "EventScheduled",
        "EventRescheduled",
        "EventCancelled",
    ]
    assert graphs[1][0]["previousStartDate"] == "2021-03-09"
