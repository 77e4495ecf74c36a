"""The steps from skimmed articles to a timeline, in order."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dateline.entities.gazetteer import look_up
from dateline.events.parsing.parser import Parser
from dateline.languages import Language, available, named
from dateline.languages.identification import primary
from dateline.languages.language import EMPTY, at, shipped
from dateline.model import Article, ArticleReference, Entry, Granularity, Timeline
from dateline.reading.skim import Skim
from dateline.request import Request
from dateline.text.copies import Copies, Signature, signature
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.describe import entities, entries
from dateline.timeline.describe import provenance as sources
from dateline.timeline.figures import series
from dateline.timeline.merge import grouping as merge
from dateline.timeline.select import dates as rank
from dateline.timeline.select import passages, queries
from dateline.timeline.select import sentences as choose
from dateline.timeline.select.passages import Passage
from dateline.timeline.select.subject import subject_of

# Entries that a day of a large story has at most when no number was asked for; what is told by the month has one.
_ENTRIES_A_DAY = 3
# Names in a title that nobody gave.
_NAMES_IN_TITLE = 3


def language_of(articles: Iterable[Article]) -> Language:
    """The language of a story: that of most of its articles which can be analysed; the empty one where none can."""
    known = Counter(tag for article in articles if (tag := primary(article.language)) in available())
    most = min(known, key=lambda tag: (-known[tag], tag), default=None)
    return named(most) if most else at(EMPTY, shipped(EMPTY))


def build(skims: Iterable[Skim], request: Request, parser: Parser | None = None) -> Timeline:
    """Make the timeline of a story from its skimmed articles, in order of publication.

    `request` says what to show. With a `parser`, the sentences shown are parsed, and status and speaker rest on that.

    Raises OptionError, before anything is skimmed, for a query without a word to look for.
    """
    queries.check(request.queries)
    articles: list[Article] = []
    signed: list[tuple[str, Signature]] = []
    found: list[Passage] = []
    for skim in skims:
        articles.append(skim.article)
        signed.append((skim.article.id, signature(skim.language, skim.article.text)))
        found += [passage for passage in passages.of(skim) if _wanted(passage, request)]
    language = language_of(articles)
    copies = Copies.among(signed)
    dated = passages.by_value(passages.first_told(found))
    weights = queries.weights(language, (passage for those in dated.values() for passage in those), request.queries)
    enough = rank.enough_dates(dated, copies, len(articles), weights)
    most_dates = request.dates if request.dates is not None else enough
    subject = subject_of(passage for those in dated.values() for passage in those)
    chosen = rank.choose(rank.scores(dated, articles, copies, subject, weights), most_dates)
    candidates = {value: those for value, those in dated.items() if value in chosen}
    if request.sentences is None and len(articles) <= rank.SMALL_STORY:
        events = _all(language, candidates, parser)
    else:
        choices = [
            choose.choose(those, subject, copies, weights, _entries_of(those, request)) for those in candidates.values()
        ]
        events = _best(language, choices, request, copies, parser)
    weight = [_weight(event.tellings, copies, weights) for event in events]
    heaviest = max(weight, default=1.0)
    groups = [event.tellings for event in events]
    independent = sources.independent(language, articles, copies)
    look_up(place for event in events for telling in event.tellings for place in telling.places)
    lines = entries.entries(
        language,
        groups,
        independent,
        [own / heaviest for own in weight],
        [event.head for event in events],
    )
    told = series.of(
        [passage for those in dated.values() for passage in those],
        groups,
        lines,
        copies,
        partial(entries.evidence_of, sources=independent),
    )
    lines.sort(key=_place)
    return Timeline(
        title=request.title or _title(language, lines, request.queries),
        articles=tuple(ArticleReference.to(article) for article in articles),
        entries=tuple(lines),
        series=told,
        entities=entities.entities((telling for event in events for telling in event.tellings), lines),
    )


@dataclass(frozen=True, slots=True)
class _Event:
    """What becomes one entry."""

    tellings: Sequence[Telling]
    head: Telling | None
    """The telling whose passage is the headline; None where any may be."""


def _all(language: Language, dated: Mapping[str, Sequence[Passage]], parser: Parser | None) -> list[_Event]:
    """Every event that the passages tell."""
    read_closely = [passage for those in dated.values() for passage in those]
    return [_Event(group, None) for group in merge.merge(language, close_reading(read_closely, parser))]


def _best(
    language: Language, choices: Sequence[choose.Choice], request: Request, copies: Copies, parser: Parser | None
) -> list[_Event]:
    """The events of the sentences that tell each date best.

    What follows the first of a date must fit into the words that its entries may have together. Where no number was
    asked for, it must be told by a second independent article, and so must all that is dated to more than a day beside
    what is dated to one. The finest dates come first, so that what is told by the month as well stands under its day.
    """
    read_closely = {_key(passage): passage for choice in choices for passage in (*choice.heads, *choice.further)}
    groups = merge.merge(language, close_reading(read_closely.values()))
    group_of = {_key(telling.passage): (number, telling) for number, group in enumerate(groups) for telling in group}
    taken: set[int] = set()
    events: list[_Event] = []
    for choice in sorted(choices, key=lambda choice: _length(choice.heads)):
        most = _entries_of(choice.heads, request)
        room = choose.room(most)
        picked = 0
        is_coarse = bool(events) and request.dates is None and _length(choice.heads) > 0
        for head in choice.heads:
            number, telling = group_of[_key(head)]
            length = head.text.count(" ") + 1
            alone = request.sentences is None and copies.independent(t.article.id for t in groups[number]) < 2
            if picked == most or number in taken or (picked and length > room) or (alone and (picked or is_coarse)):
                continue
            taken.add(number)
            picked += 1
            room -= length
            events.append(_Event(groups[number], None if _is_fragment(telling) else telling))
    return events if parser is None else _parsed(events, parser)


def _is_fragment(telling: Telling) -> bool:
    """Whether the passage is what was left of a sentence: it begins in the middle."""
    opening = telling.exact[:1]
    return opening.islower() or opening in ",;:)–—-"


def _parsed(events: Sequence[_Event], parser: Parser) -> list[_Event]:
    """The same events, their passages read by the parser: a parse costs too much for those that are not shown."""
    shown = [telling.passage for event in events for telling in event.tellings]
    again = {_key(telling.passage): telling for telling in close_reading(shown, parser)}
    return [
        _Event(
            [again[_key(telling.passage)] for telling in event.tellings], event.head and again[_key(event.head.passage)]
        )
        for event in events
    ]


def _entries_of(passages: Sequence[Passage], request: Request) -> int:
    """How many entries the date of these passages may have."""
    if request.sentences is not None:
        return request.sentences
    return _ENTRIES_A_DAY if _length(passages) == 0 else 1


def _length(passages: Sequence[Passage]) -> int:
    """Days from the first to the last that the date of these passages covers, 0 for a day."""
    return max(((passage.date.last - passage.date.first).days for passage in passages), default=0)


def _key(passage: Passage) -> tuple[str, int]:
    return (passage.article.id, passage.timex.start)


def _wanted(passage: Passage, request: Request) -> bool:
    date = passage.date
    return not (
        (request.since and date.last < request.since)
        or (request.until and date.first > request.until)
        or (request.days_only and date.granularity is not Granularity.DAY)
    )


def _weight(group: Sequence[Telling], copies: Copies, weights: Mapping[tuple[str, int], float]) -> float:
    """What the articles make of an event: copies of one another count once."""
    best: dict[str, float] = {}
    for telling in group:
        origin = copies.original(telling.article.id)
        best[origin] = max(best.get(origin, 0.0), rank.weight(telling.passage, weights))
    return math.fsum(best.values())


def _place(entry: Entry) -> tuple[dt.date, int, float, str]:
    """By date, a coarse date before the finer ones that it holds; then by importance."""
    return (entry.date.first, -entry.date.last.toordinal(), -entry.importance, entry.id)


def _title(language: Language, lines: Sequence[Entry], asked: Sequence[str]) -> str:
    """The queries that entries answer, or the names that most entries share."""
    if heard := queries.heard(language, lines, asked):
        return ", ".join(heard)
    named = Counter(
        name
        for line in lines
        for name in {*line.participants, *(place.name for place in line.places)}
        for _ in line.evidence
    )
    ranked = sorted(named, key=lambda name: (-named[name], name))
    return ", ".join(ranked[:_NAMES_IN_TITLE]) or "Timeline"
