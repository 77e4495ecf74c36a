"""TimelineJS 3 (Knight Lab): the JSON that its page reads, status as group, dates no more exact than the words."""

from html import escape
from typing import Any

from dateline.model import Basis, Entry, EntryDate, Granularity, Timeline
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing.characters import folded
from dateline.writers.phrasing.citations import citations, references


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as one JSON object; text of others is escaped, since TimelineJS takes it for HTML."""
    articles = references(timeline)
    events = [_event(entry, [c.outlet for c in citations(entry.evidence, articles)]) for entry in timeline.entries]
    return dump({"title": {"text": {"headline": escape(folded(timeline.title))}}, "events": events}, indent=2)


def _event(entry: Entry, outlets: list[str]) -> dict[str, Any]:
    date = entry.date
    event: dict[str, Any] = {
        "unique_id": entry.id,
        "start_date": _date(date, first=True),
        "display_date": f"reported {labels.label(date)}" if date.basis is Basis.REPORTED else labels.label(date),
        "group": str(entry.status),
        "text": {
            "headline": escape(folded(entry.headline)),
            "text": f"<p>{escape(', '.join(dict.fromkeys(folded(outlet) for outlet in outlets)))}</p>",
        },
    }
    if date.is_stretch or date.granularity not in {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}:
        event["end_date"] = _date(date, first=False)
    return event


def _date(date: EntryDate, *, first: bool) -> dict[str, int]:
    """A TimelineJS date: year alone, year and month, or the day on which the stretch begins or ends."""
    day = date.first if first else date.last
    match date.granularity:
        case Granularity.YEAR | Granularity.DECADE | Granularity.CENTURY:
            return {"year": day.year}
        case Granularity.MONTH | Granularity.QUARTER | Granularity.SEASON | Granularity.HALF:
            return {"year": day.year, "month": day.month}
    return {"year": day.year, "month": day.month, "day": day.day}
