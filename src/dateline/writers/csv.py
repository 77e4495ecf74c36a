"""CSV (RFC 4180): a row for every passage an entry rests on, the entry's own columns repeated.

One passage a row keeps the columns the same whatever the story, and makes what is coded countable by passage, by entry
(`entry`) or by article (`article`). A spreadsheet would run a cell that begins as a formula does; such a cell of text
gets an apostrophe in front (OWASP, "CSV Injection"), and so does one that has blanks or apostrophes before such a sign,
so that taking one apostrophe away gives the text back. Control characters, for which RFC 4180 has no place, come out
as their pictures, one for one. Where every character counts, use the JSON.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from dateline.model import ArticleReference, Changes, Entry, EntryDate, Evidence, Timeline
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import visible
from dateline.writers.phrasing.citations import references, references_to

_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")

_DATE = {
    "date": "The TIMEX3 value of the entry's date, as exact as the words and no more.",
    "first": "The first day it covers.",
    "last": "The last day it covers, inclusive.",
    "granularity": "How exact it is: `day`, `week`, `month`, `year` and so on.",
    "basis": "What it rests on: `stated` by the words, `computed` from another day, or only `reported` on that day.",
}
_EVIDENCE = {
    "article": "Id of the article the passage stands in.",
    "outlet": "Who published the article, when known.",
    "published": "The day it was published.",
    "url": "Where it was published, when known.",
    "start": "First code point of the passage in the article's text.",
    "end": "One past its last code point.",
    "exact": "The passage.",
    "evidence_status": "What this passage says of the event.",
    "said_by": "Who says so in this passage; empty where the article speaks in its own voice.",
    "evidence_date": "The TIMEX3 value this passage dates it to.",
    "origin": "Whose report it is: the outlet's own, or that of whom the article credits, copies or cites.",
}
_SIDE = {
    "date": "The TIMEX3 value of its date",
    "status": "Its status",
    "headline": "Its headline",
    "sources": "How many independent outlets told it",
}
TIMELINE_COLUMNS = {
    "entry": "Id of the entry; every row of an entry repeats the entry's columns.",
    **_DATE,
    "level": "How near it is to what the story is about: `key`, `normal` or `background`.",
    "status": "The entry's status, by its latest evidence.",
    "headline": "A passage of the evidence, white space folded.",
    "importance": "0 to 1: how much the articles make of it, relative to the rest of the timeline.",
    "sources": "How many independent outlets tell it.",
    "participants": "Names of those who take part, `; ` between them.",
    "places": "Places named, `; ` between them.",
    "conflicts": "Where the evidence disagrees, as `number: 12 dead / 14 dead`, `; ` between conflicts.",
    **_EVIDENCE,
}
"""The columns of a timeline, each with its meaning."""

CHANGES_COLUMNS = {
    "change": "How the entry differs: one of the kinds of change.",
    "entry": "Id of the entry.",
    **_DATE,
    **{f"before_{column}": f"{meaning}, in the earlier timeline." for column, meaning in _SIDE.items()},
    **{f"after_{column}": f"{meaning}, in the later timeline." for column, meaning in _SIDE.items()},
    **_EVIDENCE,
}
"""The columns of changes, each with its meaning."""

_Row = tuple[object, ...]


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as CSV, with a header row: `TIMELINE_COLUMNS`."""
    articles = references(timeline)
    rows = (
        (*_entry(entry), *_evidence(evidence, articles.get(evidence.article)))
        for entry in timeline.entries
        for evidence in entry.evidence
    )
    return _table(TIMELINE_COLUMNS, rows)


def write_changes(changes: Changes, page: Page) -> str:
    """Changes as CSV, with a header row: `CHANGES_COLUMNS`. A change without a passage has one row."""
    articles = references_to(page.articles)
    nothing: Sequence[_Row] = ((None,) * len(_EVIDENCE),)
    rows = (
        (
            change.kind,
            change.entry,
            *_date(change.date),
            *_side(change.before),
            *_side(change.after),
            *passage,
        )
        for change in changes.changes
        for passage in [_evidence(evidence, articles.get(evidence.article)) for evidence in change.evidence] or nothing
    )
    return _table(CHANGES_COLUMNS, rows)


def _date(date: EntryDate) -> _Row:
    return date.value, date.first, date.last, date.granularity, date.basis


def _entry(entry: Entry) -> _Row:
    return (
        entry.id,
        *_date(entry.date),
        entry.level,
        entry.status,
        entry.headline,
        entry.importance,
        entry.sources,
        "; ".join(entry.participants),
        "; ".join(place.name for place in entry.places),
        "; ".join(
            f"{conflict.kind}: {' / '.join(claim.value for claim in conflict.claims)}" for conflict in entry.conflicts
        ),
    )


def _side(entry: Entry | None) -> _Row:
    return (entry.date.value, entry.status, entry.headline, entry.sources) if entry else (None,) * len(_SIDE)


def _evidence(evidence: Evidence, article: ArticleReference | None) -> _Row:
    return (
        evidence.article,
        article and article.source,
        article and article.published,
        article and article.url,
        evidence.start,
        evidence.end,
        evidence.exact,
        evidence.status,
        evidence.said_by,
        evidence.date,
        evidence.origin,
    )


def _table(columns: Iterable[str], rows: Iterable[_Row]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return target.getvalue()


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    return visible(f"'{value}" if _FORMULA.match(value) else value)
