"""The terminal: a chronology of three columns (date, status, what is told), by rich."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.model import ChangeKind, Changes, Conflict, Entry, Status, Timeline
from dateline.writers import labels, wording
from dateline.writers.characters import folded, isolated
from dateline.writers.citations import AT_A_GLANCE, Citation, References, citations, cite, references, references_to
from dateline.writers.page import Page

# The sixteen colours every terminal lets its owner choose.
_STYLES: dict[str, str] = {
    Status.HAPPENED: "green",
    Status.ONGOING: "green",
    Status.SCHEDULED: "blue",
    Status.EXPECTED: "cyan",
    Status.PROPOSED: "cyan",
    Status.UNCERTAIN: "yellow",
    Status.DENIED: "red",
    Status.CANCELLED: "red",
    Status.POSTPONED: "yellow",
    ChangeKind.NEW: "green",
    ChangeKind.CONFIRMED: "green",
    ChangeKind.MOVED: "yellow",
    ChangeKind.REVISED: "yellow",
    ChangeKind.CORRECTED: "yellow",
    ChangeKind.GONE: "red",
}
_DATE_WIDTH = len("Wed 25 Sep 2019")
_WORD_WIDTH = max(len(word) for word in _STYLES)


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as a table of at most `page.width` columns, the date once a day."""
    articles = references(timeline)
    if not timeline.entries:
        return _nothing(wording.extent(timeline), page)
    table = _table()
    shown = None
    for entry in timeline.entries:
        date = labels.label(entry.date, short=True)
        told = Text("\n").join([_text(entry.headline), *_told_by(entry, articles)])
        table.add_row(Text("" if date == shown else date, "bold"), _word(entry.status), told)
        shown = date
    return _print([_heading(timeline.title), Text(wording.extent(timeline), "dim"), Text(), table], page)


def write_changes(changes: Changes, page: Page) -> str:
    """Changes as a table of at most `page.width` columns, the date once a day."""
    articles = references_to(page.articles)
    if not changes.changes:
        return _nothing(wording.difference(changes), page)
    table = _table()
    shown = None
    for change in changes.changes:
        date = labels.label(change.date, short=True)
        entry = change.after or change.before
        lines = [_text(entry.headline)] if entry else []
        lines += [Text(_plain(line), "dim") for line in wording.what_differs(change)]
        lines += [_source_line(citation, change.date.first) for citation in citations(change.evidence, articles)]
        table.add_row(Text("" if date == shown else date, "bold"), _word(change.kind), Text("\n").join(lines))
        shown = date
    return _print([_heading(changes.title), Text(wording.difference(changes), "dim"), Text(), table], page)


def _told_by(entry: Entry, articles: References) -> Iterator[Text]:
    told = citations(entry.evidence, articles)
    for citation in told[:AT_A_GLANCE]:
        yield _source_line(citation, entry.date.first)
    if len(told) > AT_A_GLANCE:
        yield Text(f"and {len(told) - AT_A_GLANCE} more", "dim")
    if entry.sources > 1:
        yield Text(f"{entry.sources} independent sources", "dim")
    for conflict in entry.conflicts:
        yield Text(f"disagree: {_claims(conflict, articles, entry.date.first)}", "yellow")


def _claims(conflict: Conflict, articles: References, day: dt.date) -> str:
    return " / ".join(
        f"{_plain(claim.value)} ({_source(cite(claim.evidence, articles), day)})" for claim in conflict.claims
    )


def _source_line(citation: Citation, day: dt.date) -> Text:
    return Text(_source(citation, day), "dim")


def _source(citation: Citation, day: dt.date) -> str:
    """`Reuters · 23 Apr · according to Kommersant`: the year only where it is not the entry's."""
    published = citation.published
    parts = [_plain(citation.outlet)]
    if published:
        parts.append(labels.day(published, short=True, year=published.year != day.year))
    if citation.said_by:
        parts.append(f"according to {_plain(citation.said_by)}")
    return " · ".join(parts)


def _plain(text: str) -> str:
    return isolated(folded(text))


def _text(text: str) -> Text:
    return Text(_plain(text))


def _word(word: Status | ChangeKind) -> Text:
    return Text(word, _STYLES[word])


def _heading(title: str) -> Text:
    return Text(_plain(title), "bold")


def _table() -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 1, 0), pad_edge=False)
    table.add_column(width=_DATE_WIDTH)
    table.add_column(width=_WORD_WIDTH, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    return table


def _nothing(words: str, page: Page) -> str:
    return _print([Text(f"{words}.")], page)


def _print(renderables: Iterable[Text | Table], page: Page) -> str:
    target = io.StringIO()
    console = Console(
        file=target,
        width=page.width,
        force_terminal=page.color,
        color_system="standard" if page.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},  # neither COLUMNS nor NO_COLOR of the machine: the caller has decided
    )
    console.print(*renderables, sep="\n")
    return "\n".join(line.rstrip() for line in target.getvalue().splitlines()).rstrip() + "\n"
