"""The few words of our own that stand around what the articles say, the same in every format."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from dateline.model import (
    Basis,
    Change,
    ChangeKind,
    Changes,
    Diary,
    Entry,
    Evidence,
    NewArticle,
    Period,
    Point,
    Series,
    Timeline,
    Turn,
)
from dateline.times.values import days
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing.characters import Quoted
from dateline.writers.phrasing.citations import References, citations, outlet

# Characters of what is read beside a headline, about as many as it has itself.
_CONTEXT = 240
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=\S)")


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `1 article`, `2 articles`, `2 entries`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def extent(timeline: Timeline, *, remedy: str = "; --level all shows the rest") -> str:
    """How much a timeline holds: `20 entries from 2 articles, published 23 April 2019 to 25 April 2019`.

    `remedy` says how to see what is left out.
    """
    articles = count(len(timeline.articles), "article")
    if not timeline.entries:
        return f"No dated events found in {articles}"
    held = f"{count(len(timeline.entries), 'entry', 'entries')} from {articles}"
    days = [article.published for article in timeline.articles if article.published]
    if days:
        first, last = labels.day(min(days)), labels.day(max(days))
        held += f", published {first}" if first == last else f", published {first} to {last}"
    return f"{held}; {rest}{remedy}" if (rest := left_out(timeline)) else held


def left_out(timeline: Timeline) -> str | None:
    """What of the articles no entry rests on: `38 of 412 dated statements`."""
    if timeline.told >= timeline.statements:
        return None
    return f"{timeline.told:,} of {timeline.statements:,} dated statements"


def closing(timeline: Timeline) -> str:
    """What every line is: a passage of the articles, or what says that it is a person's."""
    corrected = any(entry.hand and (entry.hand.written or entry.hand.corrections) for entry in timeline.entries)
    if corrected:
        return "Every line is a passage of the articles, unless it says that a person wrote or corrected it"
    return "Every line is a passage of the articles; nothing is added to them"


def of_background(entries: Sequence[Entry]) -> str:
    """The heading over what lies before the story and beside it: `Background: 12 entries`."""
    return f"Background: {count(len(entries), 'entry', 'entries')}"


def difference(changes: Changes) -> str:
    """How much changed, and between which days: `3 changes between 23 April 2019 and 25 April 2019, in 2 new articles`.

    Never that nothing changed where articles came out: `7 new articles between …, nothing new`.
    """
    since, articles = labels.day(changes.since), count(len(changes.articles), "new article")
    between = f"between {since} and {labels.day(changes.until)}" if changes.until else f"since {since}"
    if changes.changes:
        held = f"{count(len(changes.changes), 'change')} {between}"
        return f"{held}, in {articles}" if changes.articles else held
    return f"{articles} {between}, nothing new" if changes.articles else f"No new article {between}"


def section(period: Changes) -> str:
    """How much changed in a section of a diary, whose days stand above it: `3 changes, in 2 new articles`."""
    articles = count(len(period.articles), "new article")
    return f"{count(len(period.changes), 'change')}, in {articles}" if period.changes else f"{articles}, nothing new"


def span_of(diary: Diary) -> str:
    """How much a diary holds: `27 changes on 5 days, from 22 April 2019 to 28 April 2019`."""
    if not diary.periods:
        return "No article with a day"
    held = count(sum(len(period.changes) for period in diary.periods), "change")
    first, last = diary.periods[0].since + dt.timedelta(days=1), diary.periods[-1].until
    on = f"{held} {'on' if diary.each is Period.DAY else 'in'} {count(len(diary.periods), diary.each.value)}"
    return f"{on}, from {labels.day(first)} to {labels.day(last)}" if last else on


def heading(period: Changes, each: Period) -> str:
    """What a section of a diary is of: `24 April 2019`, `22 April 2019 to 28 April 2019`."""
    last = labels.day(period.until) if period.until else ""
    return last if each is Period.DAY else f"{labels.day(period.since + dt.timedelta(days=1))} to {last}"


def more(number: int) -> str:
    """That not all changes are shown: `45 more changes; --level all shows them`."""
    return f"{count(number, 'more change')}; --level all shows {'it' if number == 1 else 'them'}"


def repeated(article: NewArticle) -> str:
    """What a new article adds nothing to: `repeats 3 entries, recalls 2 events of long before`."""
    parts = [f"repeats {count(len(article.repeats), 'entry', 'entries')}"] if article.repeats else []
    parts += [f"recalls {count(article.recalls, 'event')} of long before"] if article.recalls else []
    return ", ".join(parts) or "tells nothing dated"


def support(entry: Entry, articles: References) -> str | None:
    """How widely an entry is told as it stands: `2 independent sources`, or `3 outlets, 1 origin` where some repeat.

    None for one outlet alone. Outlets whose passages all deny it, or date it otherwise, are not among them.
    """
    told = [passage for passage in entry.evidence if _bears_out(passage, entry)]
    outlets = len({citation.outlet for citation in citations(told, articles)})
    if outlets > entry.sources:
        return f"{count(outlets, 'outlet')}, {count(entry.sources, 'origin')}"
    return f"{entry.sources} independent sources" if entry.sources > 1 else None


def _bears_out(passage: Evidence, entry: Entry) -> bool:
    covered = days(passage.date) if passage.date else None
    on_its_date = covered is None or (covered[0] <= entry.date.last and entry.date.first <= covered[1])
    return on_its_date and passage.status.bears_out(entry.status)


def only_reported(entry: Entry) -> str | None:
    """That the date of an entry is only that of the report; None where the words give it."""
    return "reported on this day; no passage gives the day" if entry.date.basis is Basis.REPORTED else None


def meaning(entry: Entry, quoted: Quoted = str) -> str | None:
    """Whom a headline means by a word that names nobody: `[He: Ada Quill]`."""
    meant = entry.meaning
    return f"[{quoted(meant.words)}: {quoted(meant.name)}]" if meant else None


def context(entry: Entry, quoted: Quoted = str) -> str | None:
    """What is read beside a headline that says too little alone: `in context: Quill in Zell … The envoys met again.`"""
    if entry.context is None or not entry.context.needed:
        return None
    told = (entry.about, _last_of(entry.context.exact))
    return f"in context: {' … '.join(quoted(words) for words in told if words)}"


def _last_of(words: str) -> str:
    """The last sentences of what is read beside a headline, the nearest to it, where that is long."""
    ends = [match.end() for match in _SENTENCE_END.finditer(words) if match.end() >= len(words) - _CONTEXT]
    return words[ends[0] :] if ends and len(words) > _CONTEXT else words


def history(entry: Entry, articles: References, quoted: Quoted = str) -> str | None:
    """How status and date came about: `scheduled (23 April 2019, Kommersant), then happened (25 April 2019, NPA)`.

    None where they are what was told first. `quoted` makes what it is given, text of others, fit for the format.
    """
    if len(entry.history) < 2:
        return None
    dated = len({turn.date.value for turn in entry.history}) > 1
    return ", then ".join(_turn(turn, articles, dated, quoted) for turn in entry.history)


def _turn(turn: Turn, articles: References, dated: bool, quoted: Quoted) -> str:
    what = f"{turn.status} for {quoted(labels.label(turn.date))}" if dated else str(turn.status)
    article = articles.get(turn.article)
    told = [labels.day(turn.since)] if turn.since else []
    told += [quoted(outlet(article))] if article else []
    told += [f"according to {quoted(turn.said_by)}"] if turn.said_by else []
    return f"{what} ({', '.join(told)})" if told else what


def counted(series: Series) -> str:
    """What a series counts: `people killed`, `journalists`, `leak, in barrels a day`."""
    return series.counts if series.unit in series.counts else f"{series.counts}, in {series.unit}"


def figures(series: Series, quoted: Quoted = str) -> str:
    """The figures of a series, in order: `at least 4 (Wed 11 Oct 2023), nine (Thu 12 Oct 2023)`."""
    return ", ".join(f"{quoted(point.words)} ({quoted(labels.stretch(point.as_of))})" for point in series.points)


def _given(point: Point) -> str:
    """A figure with who gives it: `at least 12 (Harbour Courier)`."""
    by = point.evidence.said_by or point.evidence.origin
    return f"{point.words} ({by})" if by else point.words


def _share_passages(one: Entry, other: Entry) -> bool:
    told = {(passage.article, passage.exact) for passage in one.evidence}
    return any((passage.article, passage.exact) in told for passage in other.evidence)


def what_differs(change: Change) -> Iterator[str]:
    """What an entry was before, where it is not the same now; nothing for one that is new or gone.

    Of an entry that brings another one's figure up to date, only what the other one told.
    """
    if change.figure:
        figure = change.figure
        yield f"{figure.counts}: {_given(figure.before)} → {_given(figure.after)}"
    if change.kind is ChangeKind.UNCONFIRMED:
        yield "that day is past; no report since tells whether it came about"
        return
    before, after = change.before, change.after
    if not before or not after:
        return
    if change.kind is ChangeKind.REVISED and before.id != after.id and not _share_passages(before, after):
        yield f"was told as: {before.headline}"
        return
    if before.date != after.date:
        yield f"was dated {labels.label(before.date)}"
    if before.status != after.status:
        yield f"was {before.status}"
    if before.sources != after.sources:
        yield f"independent sources: {before.sources} → {after.sources}"
    if before.headline != after.headline:
        yield f"was told as: {before.headline}"
