"""Which dates matter: by what the articles make of them."""

import datetime as dt
import math
import re
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.languages import Language, made_once
from dateline.model import Article, EntryDate, Granularity
from dateline.text.copies import Copies
from dateline.timeline.select.passages import Passage
from dateline.timeline.select.subject import Subject, terms_of

# What the signs of a date weigh beside the number of independent articles that speak of it, all as logarithms: the
# middle of a plateau on the 18 topics of Timeline17 and Entities, on which a fifth more or less of each moves date F1
# by .01. The signs that are not here gained nothing on most topics, and a logistic model trained with whole topics left
# out ranks no better (`benchmarks/train_dates.py`).
_IN_THE_LEAD = 0.6
_IN_A_CHRONOLOGY = 0.4
_NEWS_NEXT_DAY = 0.2
_STILL_SPOKEN_OF = 0.1
_BESIDE_ANOTHER = -0.3
# Sentences that open a report; what stands among them is what it is about.
_LEAD = 3
# Days that open sentences of an article from which it is a chronology, and characters that may stand before such a day.
_DAYS_OF_A_CHRONOLOGY = 5
_OPENING = 30
# What a date loses for being coarser than a day: a month is spoken of in passing, a year more so, and tells less. By
# reading timelines of stories of some hundred articles.
_COARSER = {
    Granularity.DAY: 0.0,
    Granularity.WEEKEND: -0.8,
    Granularity.WEEK: -1.8,
    Granularity.MONTH: -1.8,
    Granularity.QUARTER: -2.8,
    Granularity.SEASON: -2.8,
    Granularity.HALF: -2.8,
    Granularity.YEAR: -2.8,
    Granularity.DECADE: -4.3,
    Granularity.CENTURY: -4.3,
}

# What one article adds to an event at most, for a passage in its first sentence and in its last.
_OPENING_WEIGHT = 1.0
_CLOSING_WEIGHT = 0.5

# What a date loses for lying more than a year before the first article: the story did not begin there, it is what
# reports compare with or look back on.
_BACKGROUND = -2.5
_BACKGROUND_DAYS = 366

# Articles up to which every date a reader would take is kept. Beyond it dates must earn their place.
SMALL_STORY = 20
# Dates kept at least for a story at the edge of that size, and for any; and at most, for more is not read.
_DATES_AT_EDGE = 40
_FEWEST_DATES = 10
_MOST_DATES = 60


Weights = Mapping[tuple[str, int], float]
"""How much more a sentence counts than others, by article id and start; 1 for those that are not there."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What the articles make of one date."""

    articles: float
    """Independent articles that speak of it, each by the weight of its weightiest passage."""
    lead: float
    """Those of them that do so at their beginning, each by how near to the subject the passage is there."""
    chronologies: int
    """Those of them that are a chronology and have it as one of their days."""
    news: int
    """Independent articles published on the day after it."""
    days_after: int
    """For how many days after it an article speaks of it still."""


@dataclass(frozen=True, slots=True)
class _Pile:
    """What must be known of all articles before a date can be weighed."""

    copies: Copies
    weights: Weights
    published: Mapping[dt.date, int]
    """Independent articles by day of publication."""
    chronologies: frozenset[str]
    """Ids of the articles that are one."""
    nearness: Mapping[tuple[str, int], float]
    """How near to the subject a sentence that opens a report is, 1 being the mean; by article id and start."""


def asked(passage: Passage, weights: Weights) -> float:
    """How much more a passage counts for holding what was asked for."""
    return weights.get((passage.article.id, passage.sentence.start), 1.0)


def weight(passage: Passage, weights: Weights) -> float:
    """What one passage adds to its event: more when it stands early in its article, or when it was asked for."""
    depth = passage.order / max(1, passage.of - 1)
    return (_OPENING_WEIGHT - (_OPENING_WEIGHT - _CLOSING_WEIGHT) * depth) * asked(passage, weights)


def scores(
    dated: Mapping[str, Sequence[Passage]],
    articles: Sequence[Article],
    copies: Copies,
    subject: Subject,
    weights: Weights,
) -> dict[str, float]:
    """For each date value, how much the articles make of it; larger is more.

    A date matters when many speak of it, when they open with it, when a chronology has it, when much is published on
    the morrow, when it is still spoken of long after, and when it stands out from the days beside it. Articles that
    copy one another count once.
    """
    signs = signs_of(dated, articles, copies, subject, weights)
    on_day = {
        passages[0].date.first: math.log1p(signs[value].articles)
        for value, passages in dated.items()
        if passages[0].date.granularity is Granularity.DAY
    }
    published = [article.published for article in articles if article.published]
    begins = min(published, default=dt.date.min).toordinal() - _BACKGROUND_DAYS
    return {
        value: _score(signs[value], passages[0].date, on_day)
        + (_BACKGROUND if passages[0].date.last.toordinal() < begins else 0.0)
        for value, passages in dated.items()
    }


def signs_of(
    dated: Mapping[str, Sequence[Passage]],
    articles: Sequence[Article],
    copies: Copies,
    subject: Subject,
    weights: Weights,
) -> dict[str, Signs]:
    """For each date value, what the articles make of it."""
    pile = _Pile(
        copies,
        weights,
        Counter(article.published for article in articles if article.published and not copies.is_copy(article.id)),
        _chronologies(dated),
        _nearness(dated, subject),
    )
    return {value: _signs(passages, pile) for value, passages in dated.items()}


def _chronologies(dated: Mapping[str, Sequence[Passage]]) -> frozenset[str]:
    """The articles that set out what happened day by day."""
    days = Counter(
        article
        for passages in dated.values()
        if passages[0].date.granularity is Granularity.DAY
        for article in {passage.article.id for passage in passages if _opens_with_day(passage)}
    )
    return frozenset(article for article, count in days.items() if count >= _DAYS_OF_A_CHRONOLOGY)


def _opens_with_day(passage: Passage) -> bool:
    """Whether the sentence begins with the date in figures, as an item of a chronology does."""
    start, end = passage.sentence.start, passage.timex.start
    return (
        end - start <= _OPENING
        and any(character.isdigit() for character in passage.timex.text)
        and _before_the_date(passage.language).fullmatch(passage.article.text, start, end) is not None
    )


@made_once
def _before_the_date(language: Language) -> re.Pattern[str]:
    return language.pattern("timeline/selection.toml", "before_the_date")


def _nearness(dated: Mapping[str, Sequence[Passage]], subject: Subject) -> dict[tuple[str, int], float]:
    """How near the dated sentences that open a report are to the subject, 1 being the mean."""
    found = {
        (passage.article.id, passage.sentence.start): terms_of(passage.language, passage.text)
        for passages in dated.values()
        for passage in passages
        if passage.order < _LEAD
    }
    nearness = {place: subject.nearness(terms) for place, terms in found.items()}
    mean = statistics.fmean(nearness.values()) if nearness else 0.0
    return {place: own / mean if mean else 1.0 for place, own in nearness.items()}


def _signs(passages: Sequence[Passage], pile: _Pile) -> Signs:
    best: dict[str, float] = {}
    lead: dict[str, float] = {}
    chronologies = set()
    after = 0
    for passage in passages:
        origin = pile.copies.original(passage.article.id)
        best[origin] = max(best.get(origin, 0.0), asked(passage, pile.weights))
        if passage.order < _LEAD:
            near = pile.nearness[passage.article.id, passage.sentence.start]
            lead[origin] = max(lead.get(origin, 0.0), near)
        if passage.article.id in pile.chronologies and _opens_with_day(passage):
            chronologies.add(origin)
        if passage.article.published:
            after = max(after, (passage.article.published - passage.date.last).days)
    return Signs(
        articles=math.fsum(best.values()),
        lead=math.fsum(lead.values()),
        chronologies=len(chronologies),
        news=_published_after(passages[0].date, pile.published),
        days_after=after,
    )


def _published_after(date: EntryDate, published: Mapping[dt.date, int]) -> int:
    """Independent articles published on the day after a day; 0 for a coarser date."""
    if date.granularity is not Granularity.DAY or date.first == dt.date.max:
        return 0
    return published.get(date.first + dt.timedelta(1), 0)


def _score(signs: Signs, date: EntryDate, on_day: Mapping[dt.date, float]) -> float:
    found = (
        math.log1p(signs.articles)
        + _IN_THE_LEAD * math.log1p(signs.lead)
        + _IN_A_CHRONOLOGY * math.log1p(signs.chronologies)
        + _NEWS_NEXT_DAY * math.log1p(signs.news)
        + _STILL_SPOKEN_OF * math.log1p(signs.days_after)
        + _COARSER[date.granularity]
    )
    if date.granularity is not Granularity.DAY:
        return found
    day = date.first.toordinal()
    beside = [dt.date.fromordinal(n) for n in (day - 1, day + 1) if 1 <= n <= dt.date.max.toordinal()]
    return found + _BESIDE_ANOTHER * math.fsum(on_day.get(other, 0.0) for other in beside)


def enough_dates(dated: Mapping[str, Sequence[Passage]], copies: Copies, articles: int, weights: Weights) -> int | None:
    """How many dates a story of this many articles shows when nothing was asked for; None for all.

    As many as the articles spread their attention over: the perplexity of how they share out over the days that two or
    more independent ones speak of. A story of three big days shows few, one that has news every day shows many. Where
    something was asked for, only the passages with it count.
    """
    if articles <= SMALL_STORY:
        return None
    spoken_of = [
        copies.independent(p.article.id for p in passages if not weights or (p.article.id, p.sentence.start) in weights)
        for passages in dated.values()
        if passages[0].date.granularity is Granularity.DAY
    ]
    shared = [count for count in spoken_of if count > 1]
    whole = sum(shared) or 1
    spread = math.exp(-math.fsum(count / whole * math.log(count / whole) for count in shared))
    fewest = max(_FEWEST_DATES, _DATES_AT_EDGE * SMALL_STORY // articles)
    return min(max(round(spread), fewest), _MOST_DATES)


def choose(scored: Mapping[str, float], most: int | None) -> set[str]:
    """The `most` best date values; all of them for None. Ties go to the value that comes first."""
    ranked = sorted(scored, key=lambda value: (-scored[value], value))
    return set(ranked[:most])
