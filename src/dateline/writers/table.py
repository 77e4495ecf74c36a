"""The terminal: a chronology of three columns (date, status, what is told), by rich."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.model import (
    Change,
    ChangeKind,
    Changes,
    Conflict,
    Diary,
    Entry,
    EntryDate,
    Level,
    NewArticle,
    Series,
    Status,
    Timeline,
)
from dateline.writers.page import Page
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing import hand, wording
from dateline.writers.phrasing.characters import folded, isolated
from dateline.writers.phrasing.citations import (
    AT_A_GLANCE,
    Citation,
    References,
    citations,
    cite,
    cite_article,
    references,
    references_to,
)

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
    ChangeKind.CAME_TRUE: "green",
    ChangeKind.UNCONFIRMED: "yellow",
    ChangeKind.CONFIRMED: "green",
    ChangeKind.MOVED: "yellow",
    ChangeKind.REVISED: "yellow",
    ChangeKind.CORRECTED: "yellow",
    ChangeKind.GONE: "red",
    ChangeKind.CONTRADICTED: "yellow",
}
_DATE_WIDTH = len("Wed 25 Sep 2019")
_WORD_WIDTH = {words: max(map(len, words)) for words in (Status, ChangeKind)}

# Hexadecimal digits of an id that are shown at least; at most all of them.
_SHORT_ID, _LONGEST_ID = 4, 12

# Columns below which what is told would stand a few letters a line; a narrower terminal wraps the lines itself.
_NARROWEST = 40

_Row = tuple[EntryDate, Status | ChangeKind, list[Text]]


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as a table `page.width` columns wide, the date once a day; background in short at the end."""
    articles = references(timeline)
    shown, background = timeline.of_levels(Level.KEY, Level.NORMAL), timeline.of_levels(Level.BACKGROUND)
    ids = _short_ids(timeline) if page.ids else {}
    rows = [(entry.date, entry.status, [_head(entry, ids), *_told_by(entry, articles)]) for entry in shown]
    folded_rows = [(entry.date, entry.status, list(_in_short(entry, articles, ids))) for entry in background]
    behind = [(wording.of_background(background), _chronology(folded_rows, apart=False))] if background else []
    return _print(timeline.title, wording.extent(timeline), rows, page, timeline.series, behind)


def _short_ids(timeline: Timeline) -> dict[str, str]:
    """Of each line as much of its id as no other line begins with."""
    ids = [entry.id for entry in timeline.entries]
    length = next((n for n in range(_SHORT_ID, _LONGEST_ID) if len({one[:n] for one in ids}) == len(ids)), None)
    return {one: one[:length] for one in ids}


def _head(entry: Entry, ids: Mapping[str, str]) -> Text:
    """What is told, with a star where it has one, whom it means, and the id by which it is marked where asked for."""
    star = "★ " if entry.hand and entry.hand.is_starred else ""
    meant = f" {told}" if (told := wording.meaning(entry, _plain)) else ""
    known = f"  {ids[entry.id]}" if ids else ""
    return Text.assemble((star, "yellow"), _text(entry.headline), (f"{meant}{known}", "dim"))


def write_changes(changes: Changes, page: Page) -> str:
    """Changes as a table `page.width` columns wide, the date once where it is that of the row before."""
    rows, rest = _of_period(changes, page)
    return _print(changes.title, wording.difference(changes), rows, page, behind=rest)


def write_diary(diary: Diary, page: Page) -> str:
    """A diary as tables `page.width` columns wide, one under the heading of each day or week."""
    sections = []
    for period in diary.periods:
        rows, rest = _of_period(period, page)
        sections += [(f"{wording.heading(period, diary.each)}: {wording.section(period)}", _chronology(rows)), *rest]
    return _print(diary.title, wording.span_of(diary), [], page, behind=sections)


def _of_period(changes: Changes, page: Page) -> tuple[list[_Row], list[tuple[str, Table]]]:
    """The rows of changes, and what stands behind them: how many more there are, or what new articles repeat."""
    articles = references_to(page.articles)
    shown = changes.changes[: page.most]
    rows: list[_Row] = [(change.date, change.kind, list(_lines(change, articles))) for change in shown]
    if not changes.changes:
        return [], [("", _repetitions(changes))] if changes.articles else []
    hidden = len(changes.changes) - len(shown)
    return rows, [(wording.more(hidden), Table(box=None))] if hidden else []


def _repetitions(changes: Changes) -> Table:
    """The new articles that change nothing, each with what it tells again."""
    table = Table(box=None, show_header=False, padding=(0, 2, 1, 0), pad_edge=False)
    table.add_column(ratio=1, overflow="fold")
    for new in changes.articles:
        lines = [
            Text.assemble((_source_of(new), "bold"), (f" · {wording.repeated(new)}", "dim")),
            *(_text(repeat.headline) for repeat in new.repeats[:AT_A_GLANCE]),
        ]
        table.add_row(Text("\n").join(lines))
    return table


def _source_of(new: NewArticle) -> str:
    return _source(cite_article(new.article), dt.date.min)


def _lines(change: Change, articles: References) -> Iterator[Text]:
    entry = change.after or change.before
    if entry:
        yield _text(entry.headline)
        if undated := wording.only_reported(entry):
            yield Text(undated, "yellow")
    for difference in wording.what_differs(change):
        yield Text(_plain(difference), "dim")
    yield from (Text(line, "magenta") for line in hand.changed(change, _plain))
    for citation in citations(change.evidence, articles):
        yield _source_line(citation, change.date.first)
    if change.before and change.after:
        for citation in citations(change.before.evidence, articles)[:AT_A_GLANCE]:
            yield Text(f"before: {_source(citation, change.date.first)}", "dim")


def _in_short(entry: Entry, articles: References, ids: Mapping[str, str]) -> Iterator[Text]:
    """What is told, and who tells it first, on one line; under it what it needs to be understood."""
    told = citations(entry.evidence, articles)
    said = [*(_source(citation, entry.date.first) for citation in told[:1]), wording.only_reported(entry)]
    behind = [*filter(None, said), *hand.by_hand(entry, _plain)]
    yield Text.assemble(_head(entry, ids), (f" ({'; '.join(behind)})", "dim"))
    if context := wording.context(entry, _plain):
        yield Text(context, "dim")


def _told_by(entry: Entry, articles: References) -> Iterator[Text]:
    if context := wording.context(entry, _plain):
        yield Text(context, "dim")
    if undated := wording.only_reported(entry):
        yield Text(undated, "yellow")
    told = citations(entry.evidence, articles)
    for citation in told[:AT_A_GLANCE]:
        yield _source_line(citation, entry.date.first)
    if len(told) > AT_A_GLANCE:
        yield Text(f"and {len(told) - AT_A_GLANCE} more", "dim")
    if widely := wording.support(entry, articles):
        yield Text(widely, "dim")
    for passage in entry.further[:AT_A_GLANCE]:
        source = _source(cite(passage, articles), entry.date.first)
        yield Text.assemble(("also: ", "dim"), _text(passage.exact), (f" ({source})", "dim"))
    if len(entry.further) > AT_A_GLANCE:
        yield Text(f"also: {len(entry.further) - AT_A_GLANCE} more", "dim")
    if turns := wording.history(entry, articles, _plain):
        yield Text(turns, "dim")
    for conflict in entry.conflicts:
        yield Text(f"disagree: {_claims(conflict, articles, entry.date.first)}", "yellow")
    yield from (Text(line, "magenta") for line in hand.by_hand(entry, _plain))


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


def _chronology(rows: Iterable[_Row], *, apart: bool = True) -> Table:
    """The rows as a table, with a blank line between them or without."""
    table = Table(box=None, show_header=False, padding=(0, 2, int(apart), 0), pad_edge=False)
    table.add_column(width=_DATE_WIDTH)
    rows = list(rows)
    table.add_column(width=_WORD_WIDTH[type(rows[0][1]) if rows else Status], no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    shown = None
    for date, word, lines in rows:
        label = _plain(labels.label(date, short=True))
        table.add_row(Text("" if label == shown else label, "bold"), Text(word, _STYLES[word]), Text("\n").join(lines))
        shown = label
    return table


def _print(
    title: str,
    summary: str,
    rows: Sequence[_Row],
    page: Page,
    series: Sequence[Series] = (),
    behind: Sequence[tuple[str, Table]] = (),
) -> str:
    """The title, the summary, the rows, the figures that changed and what stands `behind` them under its headings.

    Without any rows the summary alone, as a sentence.
    """
    target = io.StringIO()
    console = Console(
        file=target,
        width=max(page.width, _NARROWEST),
        force_terminal=page.color,
        color_system="standard" if page.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},  # neither COLUMNS nor NO_COLOR of the machine: the caller has decided
    )
    if rows or behind:
        console.print(Text(_plain(title), "bold"), Text(summary, "dim"), "", sep="\n")
        if rows:
            console.print(_chronology(rows))
        for one in series:
            console.print(Text(_plain(wording.counted(one)), "bold"), Text(wording.figures(one, _plain)), sep="\n")
        for heading, table in behind:
            console.print("", *([Text(heading, "bold")] if heading else []), table, sep="\n")
    else:
        console.print(f"{summary}.")
    return "\n".join(line.rstrip() for line in target.getvalue().splitlines()).rstrip() + "\n"
