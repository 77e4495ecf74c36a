"""Event rows as JSON Lines, an object a row, in PLOVER's names of fields; lists stay lists."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dateline import __version__
from dateline.coding.ontology import TYPES, intensity_of
from dateline.model import EventRow, RowParty
from dateline.writers.event_rows.columns import CREDIT, STATUS_WORDS, cow_number, event_id


def write_jsonl(rows: Iterable[EventRow], put: Callable[[bytes], None]) -> None:
    """A line of JSON for each row."""
    for row in rows:
        put((json.dumps(plover(row), ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace"))


def plover(row: EventRow) -> dict[str, Any]:
    """A row under PLOVER's names."""
    date, place = row.date, row.place
    return {
        "event_id": event_id(row),
        "date": date.value if date else None,
        "date_first": date.first.isoformat() if date else None,
        "date_last": date.last.isoformat() if date else None,
        "date_precision": date.granularity.value if date else None,
        "date_basis": date.basis.value if date else None,
        "event_type": row.type,
        "event_mode": row.mode or None,
        "intensity": intensity_of(row.type, row.mode),
        "quad": TYPES[row.type].quad,
        "context": list(row.contexts),
        "status": STATUS_WORDS[row.status],
        "said_by": row.said_by or None,
        "actor": _parties(row.actors),
        "recipient": _parties(row.recipients),
        "location": None
        if place is None
        else {
            "name": place.raw,
            "country": place.country or None,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geonames_id": place.geonames,
        },
        "text": row.evidence,
        "article": row.article,
        "start": row.start,
        "end": row.end,
        "url": row.url or None,
        "publication": row.source or None,
        "publication_date": row.published.isoformat() if row.published else None,
        "sources": list(row.sources),
        "source_count": row.source_count,
        "reports": row.reports,
        "story_people": list(row.people),
        "story_organizations": list(row.organizations),
        "story_locations": list(row.locations),
        "language": row.language,
        "version": f"Dateline {__version__}",
        "rule": row.rule,
        "license": CREDIT,
    }


def _parties(parties: Sequence[RowParty]) -> list[dict[str, Any]]:
    return [
        {
            "name": party.name or None,
            "country": party.country or None,
            "cow": cow_number(party.country) or None,
            "sector": party.sectors[0] if party.sectors else None,
            "sectors": list(party.sectors),
            "title": party.title or None,
            "text": party.raw,
        }
        for party in parties
    ]
