"""IPTC ninjs 3.1: an array of events, as newsrooms' calendars take them, planned ones with their expected dates."""

from typing import Any

from dateline.model import Entry, Granularity, Place, Status, Timeline
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing import wording
from dateline.writers.phrasing.characters import folded
from dateline.writers.phrasing.citations import citations, references

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
_STATUS = "http://cv.iptc.org/newscodes/eventstatus/"
# What IPTC's list of statuses has a word for.
_STATUSES = {Status.CANCELLED: "cancelled", Status.POSTPONED: "postponed", Status.SCHEDULED: "confirmed"}
# Dates that ninjs takes as they are, for they are cut short and not invented.
_AS_IT_IS = {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as one JSON array."""
    articles = references(timeline)
    return dump(
        [_event(entry, [c.address for c in citations(entry.evidence, articles)]) for entry in timeline.entries], 2
    )


def _event(entry: Entry, addresses: list[str | None]) -> dict[str, Any]:
    details: dict[str, Any] = {"dates": _dates(entry)}
    if entry.status in _STATUSES:
        details["eventStatus"] = f"{_STATUS}{_STATUSES[entry.status]}"
    event: dict[str, Any] = {
        "standard": _STANDARD,
        "uri": f"urn:dateline:entry:{entry.id}",
        "type": "event",
        "title": folded(entry.headline),
        "descriptions": [{"role": str(passage.status), "value": folded(passage.exact)} for passage in entry.evidence],
        "eventDetails": details,
    }
    if undated := wording.only_reported(entry):
        event["descriptions"].append({"role": "date", "value": undated})
    if entry.places:
        event["places"] = [_place(place) for place in entry.places]
    if entry.participants:
        event["people"] = [{"name": folded(name), "rel": "participant"} for name in entry.participants]
    linked = [address for address in dict.fromkeys(addresses) if address]
    if linked:
        event["links"] = [{"href": address, "rel": "source"} for address in linked]
    return event


def _dates(entry: Entry) -> dict[str, str]:
    date = entry.date
    if date.granularity in _AS_IT_IS and not date.is_stretch:
        return {"expectedStartDate": date.value[:10]}
    return {"expectedStartDate": date.first.isoformat(), "expectedEndDate": date.last.isoformat()}


def _place(place: Place) -> dict[str, Any]:
    named: dict[str, Any] = {"name": folded(place.name)}
    if place.latitude is not None and place.longitude is not None:
        named["geoJSON"] = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return named
