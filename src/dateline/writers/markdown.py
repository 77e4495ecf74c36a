"""Markdown (CommonMark): a heading a date, an item an entry, quotations of what it rests on."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from dateline._version import __version__
from dateline.model import ArticleReference, Change, Changes, Conflict, Diary, Entry, Evidence, Level, Timeline
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing import hand, wording
from dateline.writers.phrasing.characters import folded, isolated
from dateline.writers.phrasing.citations import (
    AT_A_GLANCE,
    Citation,
    References,
    cite,
    cite_article,
    references,
    references_to,
)

# What CommonMark, and GitHub with ~ and $, reads as mark-up anywhere in a line; and what only where a line begins.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~#$]")
_MARKUP_AT_START = re.compile(r"(?=[-+=])|\d+(?=[.)])")
_ADDRESS = str.maketrans({"<": "%3C", ">": "%3E", "\\": "%5C", "&": "&amp;"})


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as a Markdown document, its background in short at the end."""
    articles = references(timeline)
    lines = [f"# {_text(timeline.title)}", "", f"{wording.extent(timeline)}.", ""]
    shown, background = timeline.of_levels(Level.KEY, Level.NORMAL), timeline.of_levels(Level.BACKGROUND)
    for date, entries in groupby(shown, key=lambda entry: _text(labels.label(entry.date))):
        lines += [f"## {date}", ""]
        for entry in entries:
            lines += _item(f"**{entry.status}** {_head(entry)}", _told_by(entry, articles))
    if timeline.series:
        lines += ["## Figures that changed", ""]
        lines += [
            f"- **{_text(wording.counted(series))}**: {wording.figures(series, _text)}" for series in timeline.series
        ]
        lines.append("")
    if background:
        lines += [f"## {wording.of_background(background)}", ""]
        lines += [_in_short(entry, articles) for entry in background]
        lines.append("")
    lines += ["## Articles", ""]
    lines += [f"- {_article(article)}" for article in timeline.articles]
    lines += ["", f"Made by Dateline {__version__}. {wording.closing(timeline)}."]
    return "\n".join(lines) + "\n"


def write_with_front_matter(timeline: Timeline, page: Page) -> str:
    """A timeline as Markdown under a block of YAML, as notebooks and site generators take it."""
    days = [entry.date for entry in timeline.entries]
    told: dict[str, object] = {"title": folded(timeline.title), "entries": len(timeline.entries)}
    if days:
        told["from"] = min(date.first for date in days).isoformat()
        told["to"] = max(date.last for date in days).isoformat()
    told["sources"] = list(dict.fromkeys(folded(cite_article(article).outlet) for article in timeline.articles))
    told["generator"] = f"Dateline {__version__}"
    # JSON is YAML, and leaves nothing to be guessed.
    lines = [f"{key}: {dump(value, indent=None)}" for key, value in told.items()]
    return f"---\n{''.join(lines)}---\n\n{write_timeline(timeline, page)}"


def write_changes(changes: Changes, page: Page) -> str:
    """Changes as a Markdown document."""
    lines = [f"# {_text(changes.title)}", "", f"{wording.difference(changes)}.", "", *_of_period(changes, page, "##")]
    return "\n".join(lines).rstrip() + "\n"


def write_diary(diary: Diary, page: Page) -> str:
    """A diary as a Markdown document, a heading for each day or week."""
    lines = [f"# {_text(diary.title)}", "", f"{wording.span_of(diary)}.", ""]
    for period in diary.periods:
        lines += [f"## {wording.heading(period, diary.each)}", "", f"{wording.section(period)}.", ""]
        lines += _of_period(period, page, "###")
    return "\n".join(lines).rstrip() + "\n"


def _of_period(changes: Changes, page: Page, level: str) -> Iterator[str]:
    """Changes as items under their dates; where there are none, what the new articles repeat."""
    articles = references_to(page.articles)
    shown = changes.changes[: page.most]
    for date, group in groupby(shown, key=lambda change: _text(labels.label(change.date))):
        yield from (f"{level} {date}", "")
        for change in group:
            told = change.after or change.before
            headline = told.headline if told else ""
            blocks = [
                *(_text(line) for line in wording.what_differs(change)),
                *(f"By hand: {line}" for line in hand.changed(change, _text)),
                *_passages(change.evidence, headline, articles),
                *_before(change, articles),
            ]
            yield from _item(f"**{change.kind}** {_text(headline)}", blocks)
    if len(shown) < len(changes.changes):
        yield from (f"{wording.more(len(changes.changes) - len(shown))}.", "")
    if not changes.changes:
        for new in changes.articles:
            blocks = [_text(repeat.headline) for repeat in new.repeats[:AT_A_GLANCE]]
            yield from _item(f"{_article(new.article)}: {wording.repeated(new)}", blocks)


def _before(change: Change, articles: References) -> Iterator[str]:
    """What an entry that changed rested on before, its first passages."""
    if change.before and change.after:
        yield "Before:"
        yield from _passages(change.before.evidence[:AT_A_GLANCE], "", articles)


def _item(head: str, blocks: Iterable[str]) -> Iterator[str]:
    """A list item of several paragraphs, with the blank line after it."""
    yield f"- {head}"
    for block in blocks:
        yield ""
        yield from (f"  {line}" for line in block.split("\n"))
    yield ""


def _head(entry: Entry) -> str:
    """What is told, and whom it means."""
    return " ".join(filter(None, [_text(entry.headline), wording.meaning(entry, _text)]))


def _in_short(entry: Entry, articles: References) -> str:
    """An entry of the background on one line, with who tells it first."""
    date, sources = _text(labels.label(entry.date)), [_source(cite(one, articles)) for one in entry.evidence[:1]]
    told = [*sources, wording.only_reported(entry), wording.context(entry, _text), *hand.by_hand(entry, _text)]
    return f"- {date}: **{entry.status}** {_head(entry)} — {'; '.join(filter(None, told))}"


def _told_by(entry: Entry, articles: References) -> Iterator[str]:
    if context := wording.context(entry, _text):
        yield context
    if undated := wording.only_reported(entry):
        yield f"{undated.capitalize()}."
    yield from _passages(entry.evidence, entry.headline, articles)
    if told := wording.support(entry, articles):
        yield f"{told}."
    if turns := wording.history(entry, articles, _text):
        yield f"Told as {turns}."
    if entry.further:
        yield "Of the same matter:"
        yield from _passages(entry.further, "", articles)
    for conflict in entry.conflicts:
        yield f"Accounts differ ({_text(conflict.kind)}): {_claims(conflict, articles)}."
    yield from (f"By hand: {line}" for line in hand.by_hand(entry, _text))


def _passages(evidence: Iterable[Evidence], headline: str, articles: References) -> Iterator[str]:
    """Each passage quoted, with where it stands; one that the headline gives in full is not repeated."""
    for passage in evidence:
        source = f"— {_source(cite(passage, articles))}"
        yield source if folded(passage.exact) == folded(headline) else f"> {_text(passage.exact)}\n>\n> {source}"


def _claims(conflict: Conflict, articles: References) -> str:
    return "; ".join(f"{_text(claim.value)} ({_source(cite(claim.evidence, articles))})" for claim in conflict.claims)


def _source(citation: Citation) -> str:
    """`[Reuters](…), 23 April 2019, according to Kommersant`."""
    parts = [_linked(_text(citation.outlet), citation.address)]
    if citation.published:
        parts.append(labels.day(citation.published))
    if citation.said_by:
        parts.append(f"according to {_text(citation.said_by)}")
    return ", ".join(parts)


def _article(article: ArticleReference) -> str:
    title = f": {_text(article.title)}" if article.title else ""
    return _source(cite_article(article)) + title


def _linked(text: str, address: str | None) -> str:
    return f"[{text}](<{address.translate(_ADDRESS)}>)" if address else text


def _text(text: str) -> str:
    """Text of others on one line, escaped so that it comes out as that text."""
    escaped = _MARKUP.sub(r"\\\g<0>", isolated(folded(text)))
    return _MARKUP_AT_START.sub(r"\g<0>\\", escaped, count=1) if _MARKUP_AT_START.match(escaped) else escaped
