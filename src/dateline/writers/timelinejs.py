"""TimelineJS 3 (Knight Lab): the JSON that its page reads, status as group, dates no more exact than the words."""

from html import escape
from typing import Any

from dateline.model import Basis, Entry, EntryDate, Evidence, Granularity, Timeline
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing.characters import folded
from dateline.writers.phrasing.citations import AT_A_GLANCE, Citation, References, citations, cite, references
from dateline.writers.phrasing.hand import by_hand


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as one JSON object; text of others is escaped, since TimelineJS takes it for HTML."""
    articles = references(timeline)
    events = [_event(entry, articles) for entry in timeline.entries]
    return dump({"title": {"text": {"headline": escape(folded(timeline.title))}}, "events": events}, indent=2)


def _event(entry: Entry, articles: References) -> dict[str, Any]:
    date = entry.date
    event: dict[str, Any] = {
        "unique_id": entry.id,
        "start_date": _date(date, first=True),
        "display_date": f"reported {labels.label(date)}" if date.basis is Basis.REPORTED else labels.label(date),
        "group": str(entry.status),
        "text": {
            "headline": escape(folded(entry.headline)),
            "text": "".join(_passage(passage, cite(passage, articles)) for passage in entry.evidence[:AT_A_GLANCE])
            + _others(entry, articles)
            + "".join(f"<p>{line}</p>" for line in by_hand(entry, lambda text: escape(folded(text)))),
        },
    }
    if date.is_stretch or date.granularity not in {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}:
        event["end_date"] = _date(date, first=False)
    return event


def _passage(passage: Evidence, citation: Citation) -> str:
    """A passage in quotes, with the outlet, linked where it can be, its day and who says so."""
    outlet = escape(folded(citation.outlet))
    linked = f'<a href="{escape(citation.address)}">{outlet}</a>' if citation.address else outlet
    by = [linked]
    if citation.published:
        by.append(labels.day(citation.published))
    if citation.said_by:
        by.append(f"according to {escape(folded(citation.said_by))}")
    return f"<blockquote>{escape(folded(passage.exact))}</blockquote><p><cite>{', '.join(by)}</cite></p>"


def _others(entry: Entry, articles: References) -> str:
    """Whose passages are not shown."""
    shown = {cite(passage, articles).outlet for passage in entry.evidence[:AT_A_GLANCE]}
    others = [one.outlet for one in citations(entry.evidence, articles) if one.outlet not in shown]
    named = escape(", ".join(dict.fromkeys(map(folded, others))))
    return f"<p>Also told by {named}.</p>" if named else ""


def _date(date: EntryDate, *, first: bool) -> dict[str, int]:
    """A TimelineJS date: year alone, year and month, or the day on which the stretch begins or ends."""
    day = date.first if first else date.last
    match date.granularity:
        case Granularity.YEAR | Granularity.DECADE | Granularity.CENTURY:
            return {"year": day.year}
        case Granularity.MONTH | Granularity.QUARTER | Granularity.SEASON | Granularity.HALF:
            return {"year": day.year, "month": day.month}
    return {"year": day.year, "month": day.month, "day": day.day}
