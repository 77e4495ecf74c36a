"""Which dates matter: by what the articles make of them."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import EntryDate, Granularity
from dateline.timeline.passages import Passage

# What the signs of a date weigh beside the number of independent articles that speak of it, all as logarithms. A
# logistic model of fourteen signs, trained with whole topics left out, ranked no better than these few
# (`benchmarks/train_dates.py`); the weights are the middle of a plateau on Timeline17 and the Entities topics.
_IN_THE_LEAD = 0.5
_STILL_SPOKEN_OF = 0.1
_BESIDE_ANOTHER = -0.15
# Sentences that open a report; what stands among them is what it is about.
_LEAD = 3
# What a date loses for being coarser than a day: a month is spoken of in passing, a year more so, and tells less. By
# reading timelines of stories of some hundred articles.
_COARSER = {
    Granularity.DAY: 0.0,
    Granularity.WEEKEND: -0.5,
    Granularity.WEEK: -1.5,
    Granularity.MONTH: -1.5,
    Granularity.QUARTER: -2.5,
    Granularity.SEASON: -2.5,
    Granularity.HALF: -2.5,
    Granularity.YEAR: -2.5,
    Granularity.DECADE: -4.0,
    Granularity.CENTURY: -4.0,
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
# Power of the number of articles by which a date counts as a part of the story. At 1.25 the number comes out within a
# third of that of the references of Timeline17 that tell a whole story.
_PROMINENCE = 1.25


Weights = Mapping[tuple[str, int], float]
"""How much more a sentence counts than others, by article id and start; 1 for those that are not there."""


@dataclass(slots=True)
class _Signs:
    """What the articles make of one date."""

    articles: float
    """Independent articles that speak of it, each by the weight of its weightiest passage."""
    lead: int
    """How many of them do so at their beginning."""
    days_after: int
    """For how many days after it an article speaks of it still."""


def asked(passage: Passage, weights: Weights) -> float:
    """How much more a passage counts for holding what was asked for."""
    return weights.get((passage.article.id, passage.sentence.start), 1.0)


def weight(passage: Passage, weights: Weights) -> float:
    """What one passage adds to its event: more when it stands early in its article, or when it was asked for."""
    depth = passage.order / max(1, passage.of - 1)
    return (_OPENING_WEIGHT - (_OPENING_WEIGHT - _CLOSING_WEIGHT) * depth) * asked(passage, weights)


def scores(dated: Mapping[str, Sequence[Passage]], origins: Mapping[str, str], weights: Weights) -> dict[str, float]:
    """For each date value, how much the articles make of it; larger is more.

    A date matters when many speak of it, when they open with it, when they still do long after it, and when it stands
    out from the days beside it. Articles that copy one another count once.
    """
    signs = {value: _signs(passages, origins, weights) for value, passages in dated.items()}
    on_day = {
        passages[0].date.first: math.log1p(signs[value].articles)
        for value, passages in dated.items()
        if passages[0].date.granularity is Granularity.DAY
    }
    published = [p.article.published for passages in dated.values() for p in passages if p.article.published]
    begins = min(published, default=dt.date.min).toordinal() - _BACKGROUND_DAYS
    return {
        value: _score(signs[value], passages[0].date, on_day)
        + (_BACKGROUND if passages[0].date.last.toordinal() < begins else 0.0)
        for value, passages in dated.items()
    }


def _signs(passages: Sequence[Passage], origins: Mapping[str, str], weights: Weights) -> _Signs:
    best: dict[str, float] = {}
    lead = set()
    after = 0
    for passage in passages:
        origin = origins[passage.article.id]
        best[origin] = max(best.get(origin, 0.0), asked(passage, weights))
        if passage.order < _LEAD:
            lead.add(origin)
        if passage.article.published:
            after = max(after, (passage.article.published - passage.date.last).days)
    return _Signs(math.fsum(best.values()), len(lead), after)


def _score(signs: _Signs, date: EntryDate, on_day: Mapping[dt.date, float]) -> float:
    found = (
        math.log1p(signs.articles)
        + _IN_THE_LEAD * math.log1p(signs.lead)
        + _STILL_SPOKEN_OF * math.log1p(signs.days_after)
        + _COARSER[date.granularity]
    )
    if date.granularity is not Granularity.DAY:
        return found
    day = date.first.toordinal()
    beside = [dt.date.fromordinal(n) for n in (day - 1, day + 1) if 1 <= n <= dt.date.max.toordinal()]
    return found + _BESIDE_ANOTHER * math.fsum(on_day.get(other, 0.0) for other in beside)


def enough_dates(dated: Mapping[str, Sequence[Passage]], origins: Mapping[str, str], articles: int) -> int | None:
    """How many dates a story of this many articles shows when nothing was asked for; None for all.

    As many as the articles spread their attention over: the perplexity of how they share out over the days that two or
    more independent ones speak of. A story of three big days shows few, one that has news every day shows many.
    """
    if articles <= SMALL_STORY:
        return None
    spoken_of = [
        len({origins[passage.article.id] for passage in passages})
        for passages in dated.values()
        if passages[0].date.granularity is Granularity.DAY
    ]
    shares = [count**_PROMINENCE for count in sorted(spoken_of) if count > 1]
    whole = math.fsum(shares) or 1.0
    spread = math.exp(-math.fsum(share / whole * math.log(share / whole) for share in shares))
    fewest = max(_FEWEST_DATES, _DATES_AT_EDGE * SMALL_STORY // articles)
    return min(max(round(spread), fewest), _MOST_DATES)


def choose(scored: Mapping[str, float], most: int | None) -> set[str]:
    """The `most` best date values; all of them for None. Ties go to the value that comes first."""
    ranked = sorted(scored, key=lambda value: (-scored[value], value))
    return set(ranked[:most])
