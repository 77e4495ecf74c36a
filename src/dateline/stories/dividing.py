"""The articles of one story in, the two stories out that it has fallen into, if it has: looked at with what came since.

An article is put to a story on what was known then, and what began as one may turn out to be two. All articles are
parted in two by their words and names (spherical k-means, k = 2; Dhillon and Modha 2001), and each part is held against
the other as when stories are joined: only where both say that they are not one, and by far, is the story divided.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.languages import Language
from dateline.stories.evidence import Model
from dateline.stories.features import Features
from dateline.stories.live import Live, LiveStory
from dateline.stories.looking import both_say
from dateline.stories.stream import Stream

# Log odds below which two parts are two stories, on both sides: by far, so that what is divided is not joined again.
# Read off the development streams: of 99 stories none is divided, of 120 that were made of two, 70 are.
APART = -2.5
# Articles of a part at least, and their share: a stray article or two make no story.
LEAST = 3
LEAST_SHARE = 0.1
# Articles of a story at least, and how many times as many as at the last look, for it to be looked into.
SMALLEST = 2 * LEAST
GROWN = 2
# Articles that are looked at, the latest ones.
MOST = 1_000
_ROUNDS = 12

_Vector = Mapping[str, float]


def is_due(story: LiveStory) -> bool:
    """Whether a story is to be looked into: it has grown enough since it last was."""
    return story.size >= max(SMALLEST, GROWN * story.examined)


def divided(language: Language, articles: Sequence[Features], weights: Model | None = None) -> list[Features]:
    """The articles of the part that is a story of its own: the one without the first article; none if it is one story.

    `articles` are in order of publication.
    """
    if len(articles) < SMALLEST:
        return []
    sides = _halves(_vectors(language, articles))
    least = max(LEAST, LEAST_SHARE * len(articles))
    if min(sum(sides), len(sides) - sum(sides)) < least:
        return []
    stream = Stream(language, weights=weights)
    for article, side in zip(articles, sides, strict=True):
        stream.assign(article, 1 + (side != sides[0]))
    one, other = stream.live.get(1), stream.live.get(2)
    assert one
    assert other
    odds = both_say(stream, one, other)
    if odds is None or max(odds) > APART:
        return []
    return [article for article, side in zip(articles, sides, strict=True) if side != sides[0]]


def _vectors(language: Language, articles: Sequence[Features]) -> list[_Vector]:
    """Each article by its words and names, weighed by how seldom they are in news at large, of length 1."""
    live = Live(language, 1)
    found: list[_Vector] = []
    for article in articles:
        told = {**article.words, **article.names}
        rare = live.rarities(told)
        vector = {term: emphasis * rare[term] for term, emphasis in told.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        found.append({term: weight / length for term, weight in vector.items()})
    return found


def _halves(vectors: Sequence[_Vector]) -> list[bool]:
    """On which of two sides each vector is."""
    middle = _sum(vectors)
    first = min(range(len(vectors)), key=lambda at: _dot(vectors[at], middle))
    second = min(range(len(vectors)), key=lambda at: _dot(vectors[at], vectors[first]))
    centres: tuple[_Vector, _Vector] = vectors[first], vectors[second]
    sides: list[bool] = []
    for _ in range(_ROUNDS):
        lengths = [math.sqrt(_dot(centre, centre)) or 1.0 for centre in centres]
        before, sides = (
            sides,
            [_dot(v, centres[1]) / lengths[1] > _dot(v, centres[0]) / lengths[0] for v in vectors],
        )
        if sides == before or len(set(sides)) == 1:
            break
        centres = (
            _sum([v for v, side in zip(vectors, sides, strict=True) if not side]),
            _sum([v for v, side in zip(vectors, sides, strict=True) if side]),
        )
    return sides


def _sum(vectors: Sequence[_Vector]) -> _Vector:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight
    return total


def _dot(vector: _Vector, centre: _Vector) -> float:
    known = centre.get
    return sum(weight * known(term, 0.0) for term, weight in vector.items())
