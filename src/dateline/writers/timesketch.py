"""Timesketch (Google): CSV or JSON Lines with the three columns its import needs, and the entry's own beside them.

A row is a passage. `datetime` is the first day the date covers, for the import takes no less than a time; how exact the
date is, `date` says. `timestamp_desc` tells whether the day is that of the event, or one it is planned for.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from dateline.model import Basis, Entry, Status, Timeline
from dateline.writers.csv import cell
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing.characters import folded
from dateline.writers.phrasing.citations import Citation, cite, references

COLUMNS = ("message", "datetime", "timestamp_desc", "date", "status", "headline", "entry", "outlet", "said_by", "url")

_AHEAD = {Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED, Status.POSTPONED}


def write_csv(timeline: Timeline, page: Page) -> str:
    """A timeline as CSV for the import."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(row[column]) for column in COLUMNS] for row in _rows(timeline))
    return out.getvalue()


def write_jsonl(timeline: Timeline, page: Page) -> str:
    """A timeline as JSON Lines for the import."""
    return "".join(dump({key: value for key, value in row.items() if value}, indent=None) for row in _rows(timeline))


def _rows(timeline: Timeline) -> Iterator[dict[str, Any]]:
    articles = references(timeline)
    for entry in timeline.entries:
        for evidence in entry.evidence:
            yield _row(entry, evidence.exact, cite(evidence, articles))
        if entry.hand and entry.hand.written and not entry.evidence:
            yield _row(entry, entry.headline, Citation("", entry.hand.written.by, None, None, None))


def _row(entry: Entry, message: str, citation: Citation) -> dict[str, Any]:
    return {
        "message": folded(message),
        "datetime": f"{entry.date.first.isoformat()}T00:00:00+00:00",
        "timestamp_desc": _description(entry),
        "date": labels.label(entry.date),
        "status": str(entry.status),
        "headline": folded(entry.headline),
        "entry": entry.id,
        "outlet": folded(citation.outlet),
        "said_by": folded(citation.said_by or ""),
        "url": citation.address or "",
    }


def _description(entry: Entry) -> str:
    if entry.date.basis is Basis.REPORTED:
        return "reported on"
    return "planned for" if entry.status in _AHEAD else "event date"
