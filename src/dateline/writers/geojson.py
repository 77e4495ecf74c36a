"""GeoJSON (RFC 7946): entries whose place is settled, as points for a map."""

from typing import Any

from dateline.model import Entry, Place, Timeline
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import folded


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A feature for each place of each entry that has coordinates."""
    features = [
        _feature(entry, place, place.longitude, place.latitude)
        for entry in timeline.entries
        for place in entry.places
        if place.longitude is not None and place.latitude is not None
    ]
    return dump({"type": "FeatureCollection", "features": features}, indent=2)


def _feature(entry: Entry, place: Place, longitude: float, latitude: float) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {
            "entry": entry.id,
            "date": entry.date.value,
            "first": entry.date.first.isoformat(),
            "last": entry.date.last.isoformat(),
            "basis": str(entry.date.basis),
            "level": str(entry.level),
            "status": str(entry.status),
            "headline": folded(entry.headline),
            "place": folded(place.name),
            "country": place.country,
            "why": place.reason,
            "sources": entry.sources,
            "importance": entry.importance,
        },
    }
