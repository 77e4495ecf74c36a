"""HTML: a timeline as one page that makes no request, for reading, checking and printing.

Style and script stand in the page, and its Content Security Policy names them by their digest: whatever an article
holds, nothing else can run or load. The script only adds a filter; without it the page is whole.
"""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined

from dateline._version import __version__
from dateline.languages import tell
from dateline.model import Article, Changes, Diary, Entry, EntryDate, Granularity, Level, Series, Status, Timeline
from dateline.writers.page import Page
from dateline.writers.page_parts import chart as charts
from dateline.writers.page_parts.index import index_of
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing import hand, wording
from dateline.writers.phrasing.characters import visible
from dateline.writers.phrasing.citations import AT_A_GLANCE, citations, cite, cite_article, references, references_to
from dateline.writers.phrasing.quoting import in_paragraph

# Marks that some editors take for ends of lines, as references that every browser reads.
_LINE_SEPARATORS = {0x2028: "&#8232;", 0x2029: "&#8233;"}

_LONGER_THAN_A_YEAR = frozenset({Granularity.DECADE, Granularity.CENTURY})
_WITHIN_A_MONTH = frozenset({Granularity.DAY, Granularity.WEEKEND, Granularity.WEEK, Granularity.MONTH})


class _Day(NamedTuple):
    """The entries of one date, of whatever grain."""

    date: EntryDate
    anchor: str
    entries: list[Entry]


class _Year(NamedTuple):
    """The dates under one heading: a year, or a decade or century for what is dated no nearer."""

    heading: str
    anchor: str
    days: list[_Day]

    def months(self) -> list[tuple[str, str]]:
        """The months of the year, each with the anchor of its first date; none when there is but one."""
        first: dict[str, str] = {}
        for day in self.days:
            if day.date.granularity in _WITHIN_A_MONTH:
                first.setdefault(labels.month(day.date.first), day.anchor)
        return list(first.items()) if len(first) > 1 else []


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as an HTML page."""
    environment = _environment()
    style, script = (environment.get_template(name).render() for name in ("timeline.css", "timeline.js"))
    years = list(years_of(timeline.of_levels(Level.KEY, Level.NORMAL)))
    written = environment.get_template("timeline.html").render(
        **context_of(timeline, page.articles),
        link=lambda citation, _at: citation.address,
        line_address=lambda entry: f"#entry-{_fragment(entry)}",
        figure_address=lambda number: f"#figures-{number}",
        years=years,
        background=list(years_of(timeline.of_levels(Level.BACKGROUND), sum(len(year.days) for year in years))),
        statuses=[status for status in Status if any(entry.status == status for entry in timeline.entries)],
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'",
        version=__version__,
    )
    return written.translate(_LINE_SEPARATORS)


def context_of(timeline: Timeline, texts: Sequence[Article]) -> dict[str, Any]:
    """What the parts of a page say of a timeline by: who is cited how, in which paragraph, with which figures."""
    articles = references(timeline)
    versions = defaultdict(list)
    cited = {passage.article for entry in timeline.entries for passage in entry.passages}
    for article in texts:
        if article.id in cited:
            language = article.language or tell(None, article.text).tag
            versions[article.id].append(replace(article, language=language))
    evidence = [passage for entry in timeline.entries for passage in entry.passages]
    named = index_of(timeline)
    return {
        "timeline": timeline,
        "named": named,
        "speakers": sorted({named.speaker(passage.said_by) for passage in evidence if passage.said_by}),
        "entry_ids": {entry.id for entry in timeline.entries},
        "citations": lambda passages: citations(passages, articles),
        "cite": lambda passage: cite(passage, articles),
        "support": lambda entry: wording.support(entry, articles),
        "history": lambda entry: wording.history(entry, articles),
        "charts": [charts.chart(series) for series in timeline.series],
        "figures_of": _figures_of(timeline),
        "in_paragraph": lambda passage: in_paragraph(passage, versions.get(passage.article, ())),
    }


def write_changes(changes: Changes, page: Page) -> str:
    """Changes as an HTML page of their own."""
    return _of_periods(changes.title, wording.difference(changes), [("", changes)], page)


def write_diary(diary: Diary, page: Page) -> str:
    """A diary as an HTML page, a section for each day or week."""
    sections = [(wording.heading(period, diary.each), period) for period in diary.periods]
    return _of_periods(diary.title, wording.span_of(diary), sections, page)


def _of_periods(title: str, summary: str, sections: Sequence[tuple[str, Changes]], page: Page) -> str:
    articles = references_to(page.articles)
    environment = _environment()
    style = environment.get_template("timeline.css").render()
    written = environment.get_template("changes.html").render(
        title=title,
        summary=summary,
        sections=sections,
        most=page.most,
        style=style,
        policy=f"default-src 'none'; style-src {_digest(style)}; base-uri 'none'; form-action 'none'",
        cite=lambda passage: cite(passage, articles),
        link=lambda citation, _at: citation.address,
        line_of=lambda _: None,
        version=__version__,
    )
    return written.translate(_LINE_SEPARATORS)


def _figures_of(timeline: Timeline) -> dict[str, list[tuple[int, Series]]]:
    """By entry id: the numbered series that have a figure in it."""
    found: dict[str, list[tuple[int, Series]]] = {}
    for number, series in enumerate(timeline.series, start=1):
        for entry in dict.fromkeys(point.entry for point in series.points):
            if entry is not None:
                found.setdefault(entry, []).append((number, series))
    return found


def years_of(entries: Sequence[Entry], dates_before: int = 0) -> Iterator[_Year]:
    """The years of entries; their anchors count on from so many dates."""
    dates = [
        _Day(date, f"date-{number}", list(those))
        for number, (date, those) in enumerate(groupby(entries, key=lambda entry: entry.date), start=dates_before + 1)
    ]
    for number, (heading, days) in enumerate(groupby(dates, key=lambda day: _heading(day.date)), dates_before + 1):
        yield _Year(heading, f"year-{number}", list(days))


def _heading(date: EntryDate) -> str:
    return labels.label(date) if date.granularity in _LONGER_THAN_A_YEAR else str(date.first.year)


@cache
def _environment() -> Environment:
    return environment_of(PackageLoader("dateline.writers"))


def environment_of(loader: BaseLoader) -> Environment:
    """What fills the templates of pages: all text of others is escaped, and its control characters are shown."""
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Every text passes here on its way to the page, so that none can be forgotten.
        finalize=lambda value: visible(value) if isinstance(value, str) else value,
    )
    environment.globals.update(labels=labels, wording=wording, hand=hand, at_a_glance=AT_A_GLANCE, drawing=charts)
    environment.filters.update(cite=cite_article, label=labels.label, day=labels.day, fragment=_fragment)
    return environment


def _fragment(identity: str) -> str:
    """An id as part of an anchor and of the address that leads to it."""
    return quote(identity, errors="replace")


def _digest(source: str) -> str:
    """The digest by which a policy allows an inline style or script (W3C Content Security Policy Level 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
