"""Which dates matter: by how many articles speak of a day, and where in the article."""

import math
from collections.abc import Mapping, Sequence

from dateline.timeline.passages import Passage

# What one article adds to a date at most, for a mention in its first sentence and in its last.
_OPENING_WEIGHT = 1.0
_CLOSING_WEIGHT = 0.5

# Articles up to which every date a reader would take is kept. Beyond it dates must earn their place.
SMALL_STORY = 20
# Dates kept for a story at the edge of that size, and how many more each doubling of its articles brings.
_DATES_AT_EDGE = 40
_DATES_A_DOUBLING = 10
# Entries a date then.
_ENTRIES_A_DATE = 3


Weights = Mapping[tuple[str, int], float]
"""How much more a sentence counts than others, by article id and start; 1 for those that are not there."""


def weight(passage: Passage, weights: Weights) -> float:
    """What one passage adds to its date: more when it stands early in its article, or when it was asked for."""
    depth = passage.order / max(1, passage.of - 1)
    placed = _OPENING_WEIGHT - (_OPENING_WEIGHT - _CLOSING_WEIGHT) * depth
    return placed * weights.get((passage.article.id, passage.sentence.start), 1.0)


def scores(dated: Mapping[str, Sequence[Passage]], origins: Mapping[str, str], weights: Weights) -> dict[str, float]:
    """For each date value, how much the articles make of it: at least 0, larger is more.

    Articles that copy one another count once, with the weightiest mention among them.
    """
    found: dict[str, float] = {}
    for value, passages in dated.items():
        best: dict[str, float] = {}
        for passage in passages:
            origin = origins[passage.article.id]
            best[origin] = max(best.get(origin, 0.0), weight(passage, weights))
        found[value] = math.fsum(best.values())
    return found


def enough_dates(articles: int) -> int | None:
    """How many dates a story of this many articles shows when nothing was asked for; None for all."""
    if articles <= SMALL_STORY:
        return None
    return round(_DATES_AT_EDGE + _DATES_A_DOUBLING * math.log2(articles / SMALL_STORY))


def enough_entries(articles: int) -> int | None:
    """How many entries a date shows when nothing was asked for; None for all."""
    return None if articles <= SMALL_STORY else _ENTRIES_A_DATE


def choose(scored: Mapping[str, float], most: int | None) -> set[str]:
    """The `most` best date values; all of them for None. Ties go to the value that comes first."""
    ranked = sorted(scored, key=lambda value: (-scored[value], value))
    return set(ranked[:most])
