"""The steps from skimmed articles to a timeline, in order."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import OptionError
from dateline.model import ArticleReference, Entry, Granularity, Timeline
from dateline.skim import Skim
from dateline.text import duplicates
from dateline.text.words import content_words
from dateline.timeline import entries, merge, passages, rank, sources
from dateline.timeline.passages import Passage
from dateline.timeline.tellings import Telling, close_reading

# Passages of one date that are read closely at most: the best placed in their articles. More tell nothing new.
_READ_CLOSELY = 120
# How much more a passage counts that holds a word of the query.
_QUERY_WEIGHT = 3.0
# Names in a title that nobody gave.
_NAMES_IN_TITLE = 3


@dataclass(frozen=True, slots=True)
class Options:
    """What to show of a story. Without any, the story decides."""

    title: str | None = None
    """The title; made of the names the articles share when None."""
    dates: int | None = None
    """At most so many dates."""
    sentences: int | None = None
    """At most so many entries a date."""
    since: dt.date | None = None
    """Only entries whose date ends on this day or later."""
    until: dt.date | None = None
    """Only entries whose date begins on this day or earlier."""
    queries: tuple[str, ...] = ()
    """Words that steer what matters."""
    days_only: bool = False
    """Only entries dated to a day."""

    def __post_init__(self) -> None:
        for name, number in (("dates", self.dates), ("sentences", self.sentences)):
            if number is not None and number < 1:
                raise OptionError(f"{name} must be 1 or more, not {number}")
        if self.since and self.until and self.since > self.until:
            raise OptionError(f"since ({self.since}) lies after until ({self.until}): swap them")


def build(skims: Sequence[Skim], options: Options | None = None) -> Timeline:
    """Make the timeline of a story from its skimmed articles, in order of publication."""
    options = options or Options()
    articles = [skim.article for skim in skims]
    origins = duplicates.origins(articles)
    dated = passages.by_value([passage for passage in passages.gather(skims) if _wanted(passage, options)])
    weights = _query_weights(dated, options.queries)
    scored = rank.scores(dated, origins, weights)
    most_dates = options.dates if options.dates is not None else rank.enough_dates(len(articles))
    chosen = rank.choose(scored, most_dates)
    most_entries = options.sentences if options.sentences is not None else rank.enough_entries(len(articles))
    read_closely = [p for value, those in dated.items() if value in chosen for p in _best(those, weights)]
    groups = _heaviest(merge.merge(close_reading(read_closely)), origins, weights, most_entries)
    weight = [_weight(group, origins, weights) for group in groups]
    heaviest = max(weight, default=1.0)
    lines = entries.entries(groups, sources.independent(articles, origins), [own / heaviest for own in weight])
    lines.sort(key=_place)
    return Timeline(
        title=options.title or _title(lines, options.queries),
        articles=tuple(ArticleReference.to(article) for article in articles),
        entries=tuple(lines),
    )


def _wanted(passage: Passage, options: Options) -> bool:
    date = passage.date
    return not (
        (options.since and date.last < options.since)
        or (options.until and date.first > options.until)
        or (options.days_only and date.granularity is not Granularity.DAY)
    )


def _query_weights(dated: Mapping[str, Sequence[Passage]], queries: Sequence[str]) -> dict[tuple[str, int], float]:
    """The weight of each sentence that holds a word of the query; sentences without one weigh 1."""
    wanted = {word for query in queries for word in content_words(query)}
    if not wanted:
        return {}
    return {
        (passage.article.id, passage.sentence.start): _QUERY_WEIGHT
        for candidates in dated.values()
        for passage in candidates
        if not wanted.isdisjoint(content_words(passage.text))
    }


def _best(candidates: Sequence[Passage], weights: rank.Weights) -> list[Passage]:
    """The passages of one date that are read closely."""
    best = sorted(
        candidates,
        key=lambda p: (-rank.weight(p, weights), p.article.published or dt.date.max, p.article.id, p.timex.start),
    )
    return best[:_READ_CLOSELY]


def _heaviest(
    groups: Sequence[list[Telling]], origins: Mapping[str, str], weights: rank.Weights, most: int | None
) -> list[list[Telling]]:
    """Of the events of each date the `most` that the articles make most of; all of them for None."""
    by_date: dict[str, list[list[Telling]]] = {}
    for group in groups:
        by_date.setdefault(entries.date_of(group).value, []).append(group)
    for same_date in by_date.values():
        same_date.sort(key=lambda group: (-_weight(group, origins, weights), entries.identity(group[0])))
    return [group for same_date in by_date.values() for group in same_date[:most]]


def _weight(group: Sequence[Telling], origins: Mapping[str, str], weights: Mapping[tuple[str, int], float]) -> float:
    """What the articles make of an event: copies of one another count once."""
    best: dict[str, float] = {}
    for telling in group:
        origin = origins[telling.article.id]
        best[origin] = max(best.get(origin, 0.0), rank.weight(telling.passage, weights))
    return math.fsum(best.values())


def _place(entry: Entry) -> tuple[dt.date, int, float, str]:
    """By date, a coarse date before the finer ones that it holds; then by importance."""
    return (entry.date.first, -entry.date.last.toordinal(), -entry.importance, entry.id)


def _title(lines: Sequence[Entry], queries: Sequence[str]) -> str:
    """The query, or the names that most entries share."""
    if queries:
        return ", ".join(queries)
    named = Counter(
        name
        for line in lines
        for name in {*line.participants, *(place.name for place in line.places)}
        for _ in line.evidence
    )
    ranked = sorted(named, key=lambda name: (-named[name], name))
    return ", ".join(ranked[:_NAMES_IN_TITLE]) or "Timeline"
