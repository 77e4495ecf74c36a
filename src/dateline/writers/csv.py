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
from collections.abc import Iterable, Iterator

from dateline.model import ArticleReference, Changes, Diary, Entry, EntryDate, Evidence, Granularity, Timeline
from dateline.times.values import INTERVAL, granularity
from dateline.writers.page import Page
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing.characters import visible
from dateline.writers.phrasing.citations import references, references_to
from dateline.writers.phrasing.hand import changed

_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")

_DATE = {
    "date": "The TIMEX3 value of the entry's date, as exact as the words; a decade, a century, a stretch in words.",
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
    "further": "`yes` where it is a further passage of the same matter, and the entry does not rest on it.",
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
_HAND = {
    "starred": "`yes` where somebody starred it.",
    "hidden": "`yes` where somebody hid it.",
    "tags": "Its tags, `; ` between them.",
    "notes": "The notes on it, each with who wrote it, `; ` between them.",
    "corrected": "What Dateline reads where a person corrected it, as `date: 2019-04-26`, `; ` between corrections.",
    "contradicted": "What later articles say against a person's marks, as `date: 2019-04-26`, `; ` between them.",
    "written_by": "Who wrote it; empty where articles tell it.",
}
TIMELINE_COLUMNS = {
    "entry": "Id of the entry; every row of an entry repeats the entry's columns.",
    **_DATE,
    "level": "How near it is to what the story is about: `key`, `normal` or `background`.",
    "status": "The entry's status, by its latest evidence.",
    "headline": "A passage of the evidence, or the clauses of it that tell the event, white space folded.",
    "importance": "0 to 1: how much the articles make of it, relative to the rest of the timeline.",
    "sources": "How many independent outlets tell it.",
    "participants": "Names of those who take part, `; ` between them.",
    "places": "Places named, `; ` between them.",
    "conflicts": "Where the evidence disagrees, as `number: 12 dead / 14 dead`, `; ` between conflicts.",
    **_EVIDENCE,
    **_HAND,
}
"""The columns of a timeline, each with its meaning."""

CHANGES_COLUMNS = {
    "since": "The end of this day is the earlier moment.",
    "until": "The end of this day is the later one.",
    "change": "How the entry differs: one of the kinds of change.",
    "entry": "Id of the entry.",
    **_DATE,
    "level": "How near it is to what the new articles are about: `key`, `normal` or `background`.",
    "figure_before": "The figure that differs, as it was told last, when there is one.",
    "figure_after": "The figure as it is told now.",
    **{f"before_{column}": f"{meaning}, in the earlier timeline." for column, meaning in _SIDE.items()},
    **{f"after_{column}": f"{meaning}, in the later timeline." for column, meaning in _SIDE.items()},
    **_EVIDENCE,
    "by_hand": "What persons did to the line, and what the change says against it, `; ` between them.",
}
"""The columns of changes, each with its meaning."""

Row = tuple[object, ...]
"""The cells of a passage."""

_NO_EVIDENCE: Row = (None,) * len(_EVIDENCE)


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as CSV, with a header row: `TIMELINE_COLUMNS`."""
    return _text(TIMELINE_COLUMNS, timeline_rows(timeline))


def timeline_rows(timeline: Timeline) -> Iterator[Row]:
    """The rows of a timeline: a passage each, or a line without one, in `TIMELINE_COLUMNS`."""
    articles = references(timeline)
    for entry in timeline.entries:
        hand = _by_hand(entry)
        for number, evidence in enumerate(entry.passages):
            further = number >= len(entry.evidence)
            yield (*_entry(entry), *_evidence(evidence, articles.get(evidence.article), further=further), *hand)
        if not entry.passages:
            yield (*_entry(entry), *_NO_EVIDENCE, *hand)


def write_changes(changes: Changes, page: Page) -> str:
    """Changes as CSV, with a header row: `CHANGES_COLUMNS`. A change without a passage has one row."""
    return _text(CHANGES_COLUMNS, changes_rows(changes, page))


def write_diary(diary: Diary, page: Page) -> str:
    """The changes of a diary as CSV, those of each day or week in turn, with the same columns."""
    return _text(CHANGES_COLUMNS, diary_rows(diary, page))


def diary_rows(diary: Diary, page: Page) -> Iterator[Row]:
    """The rows of a diary: those of the changes of each day or week in turn."""
    return (row for period in diary.periods for row in changes_rows(period, page))


def changes_rows(changes: Changes, page: Page) -> Iterator[Row]:
    """The rows of changes: a passage each, or one without, in `CHANGES_COLUMNS`."""
    articles = references_to(page.articles)
    for change in changes.changes:
        told = [_evidence(evidence, articles.get(evidence.article)) for evidence in change.evidence]
        figures = (change.figure.before.words, change.figure.after.words) if change.figure else (None, None)
        own = (change.kind, change.entry, *_date(change.date), change.level, *figures)
        sides = (*_side(change.before), *_side(change.after))
        by_hand = "; ".join(changed(change)) or None
        for passage in told or [_NO_EVIDENCE]:
            yield (changes.since, changes.until, *own, *sides, *passage, by_hand)


def _date(date: EntryDate) -> Row:
    return _exact(date.value), date.first, date.last, date.granularity, date.basis


def _exact(value: str) -> str:
    """A TIMEX3 value; a decade, a century or a stretch in words, since `198` reads as a year."""
    if granularity(value) in {Granularity.DECADE, Granularity.CENTURY} or INTERVAL in value:
        return labels.stretch(value)
    return value


def _entry(entry: Entry) -> Row:
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


def _by_hand(entry: Entry) -> Row:
    hand = entry.hand
    if hand is None:
        return (None,) * len(_HAND)
    return (
        "yes" if hand.is_starred else None,
        "yes" if hand.is_hidden else None,
        "; ".join(hand.tags),
        "; ".join(f"{note.by}: {note.values[0]}" for note in hand.notes),
        "; ".join(f"{one.what}: {one.read or ''}" for one in hand.corrections),
        "; ".join(f"{one.kind}: {one.told}" for one in hand.contradictions),
        hand.written.by if hand.written else None,
    )


def _side(entry: Entry | None) -> Row:
    return (_exact(entry.date.value), entry.status, entry.headline, entry.sources) if entry else (None,) * len(_SIDE)


def _evidence(evidence: Evidence, article: ArticleReference | None, *, further: bool = False) -> Row:
    return (
        evidence.article,
        article and article.source,
        article and article.published,
        article and article.url,
        evidence.start,
        evidence.end,
        evidence.exact,
        "yes" if further else None,
        evidence.status,
        evidence.said_by,
        _exact(evidence.date) if evidence.date else None,
        evidence.origin,
    )


def _text(columns: Iterable[str], rows: Iterable[Row]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return target.getvalue()


def cell(value: object) -> object:
    """A value as a cell that no spreadsheet runs as a formula."""
    if not isinstance(value, str):
        return value
    return visible(f"'{value}" if _FORMULA.match(value) else value)
