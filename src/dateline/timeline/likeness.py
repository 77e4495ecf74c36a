"""How likely two tellings are of one event.

An inspectable logistic model over what two tellings share and where they differ. Its weights are in `en/likeness.json`,
fitted by `benchmarks/train_merging.py` on pairs of passages of one date that were read by hand.
"""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import mul
from typing import TypeVar

from dateline.model import Granularity
from dateline.timeline.tellings import Telling

# Share of the rarer words from which two passages are one text or nearly so, and words that they must have in common.
_SAME_WORDS = 0.6
_ENOUGH_WORDS = 3
# Words in common beyond which more say no more.
_MANY_WORDS = 4
# Weight that a name has however common it is, beside 1 for the rarest.
_NAME_FLOOR = 0.3
# Weight of words that a passage has at least: with less, one shared word would count for too much.
_LEAST_WEIGHT = 2.0
# Sentences from the top in which an article tells what it is about.
_LEAD = 2
# Minutes between two times of day that different articles may give for one moment.
_ABOUT_THEN = 30

# Tellings of a group that stand for it: the first ones, which made it what it is.
STANDING = 6
# How far one pair may speak against two groups.
_LEAST = -4.0

_Any = TypeVar("_Any")

SURELY = 9.0
NEVER = -9.0

FINE = frozenset({Granularity.DAY, Granularity.WEEKEND, Granularity.WEEK})

FEATURES = (
    *("words", "many_words", "same_words", "near", "trigger", "kind", "names", "rare_name", "place", "count"),
    *("background", "definite", "lead", "one_moment", "one_sentence", "one_speaker"),
    *("only_kind", "other_kind", "other_names", "other_place", "other_speaker", "speech_and_deed", "one_article"),
    "coarse",
)
"""What a pair is judged by, each from 0 to 1; what speaks against stands last."""


class Weights:
    """What each word or name weighs, and what sets of them weigh together."""

    def __init__(self, of: Mapping[str, float]) -> None:
        self.of = of
        self._of_all: dict[frozenset[str], float] = {}

    def of_all(self, words: frozenset[str]) -> float:
        """What all the words of a telling weigh; known once it was asked for, since each is compared with many."""
        if words not in self._of_all:
            self._of_all[words] = self.of_shared(words)
        return self._of_all[words]

    def of_shared(self, words: Iterable[str]) -> float:
        """What words weigh together: the exact sum, whatever their order."""
        return math.fsum([self.of[word] for word in words])


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare words and names are in one story: 1 for what one day alone has, 0 for what every day has."""

    words: Weights
    near: Weights
    """Of the words that stand right around a time expression."""
    names: Mapping[str, float]
    standing: Weights
    """Of names, none of which is without weight."""


def rarity(tellings: Sequence[Telling]) -> Rarity:
    """The rarity of all words and names of tellings of a story, by the share of its dates on which they are used."""
    dates = len({telling.passage.date.value for telling in tellings})
    names = _rarity(((name, t.passage.date.value) for t in tellings for name in t.names | t.places_named), dates)
    return Rarity(
        Weights(_rarity(((word, t.passage.date.value) for t in tellings for word in t.words), dates)),
        Weights(_rarity(((word, t.passage.date.value) for t in tellings for word in t.words_near), dates)),
        names,
        Weights({name: _NAME_FLOOR + (1 - _NAME_FLOOR) * rare for name, rare in names.items()}),
    )


def _rarity(used: Iterable[tuple[str, str]], dates: int) -> dict[str, float]:
    on = Counter(word for word, _ in set(used))
    return {word: 1.0 - math.log(number) / math.log(dates + 1) for word, number in on.items()}


def likeness(one: Telling, other: Telling, rare: Rarity) -> float:
    """Log odds that two tellings, whose dates are the same or lie close, are of one event."""
    if not comparable(one, other):
        return NEVER
    bias, weights = _model()
    score = bias + sum(map(mul, weights, features(one, other, rare)))
    return float(max(NEVER, min(SURELY, score)))


def together(one: Sequence[_Any], other: Sequence[_Any], like: Callable[[_Any, _Any], float]) -> float:
    """Log odds that two groups are one event: of each of their first tellings, how like it is to the other group."""
    rows = [[max(_LEAST, like(a, b)) for b in other[:STANDING]] for a in one[:STANDING]]
    best = [*map(max, rows), *map(max, zip(*rows, strict=True))]
    return math.fsum(best) / len(best)


def comparable(one: Telling, other: Telling) -> bool:
    """Whether two tellings may be of one event at all.

    They have something in common; it is not the kind of what happens alone, to others and elsewhere; and they are not
    two hours of one article's chronicle.
    """
    if one.article.id == other.article.id:
        if one.passage.sentence == other.passage.sentence:
            return True
        if one.minute is not None and other.minute is not None and one.minute != other.minute:
            return False
    if _is_only_of_its_kind(one, other):
        return not (_are_others(one, other) and _elsewhere(one, other))
    return not (
        one.words.isdisjoint(other.words)
        and one.names.isdisjoint(other.names)
        and one.places_named.isdisjoint(other.places_named)
        and one.kinds.isdisjoint(other.kinds)
    )


@cache
def _model(language: str = "en") -> tuple[float, tuple[float, ...]]:
    """The bias, and the weight of each feature."""
    text = resources.files("dateline.timeline").joinpath(language, "likeness.json").read_text(encoding="utf-8")
    weights = json.loads(text)
    return float(weights["bias"]), tuple(float(weights[name]) for name in FEATURES)


def features(one: Telling, other: Telling, rare: Rarity) -> list[float]:
    """The features of a pair, in the order of `FEATURES`."""
    one_article = one.article.id == other.article.id
    one_sentence = one_article and one.passage.sentence == other.passage.sentence
    return [
        *_words(one, other, rare),
        *_happening(one, other),
        *_named(one, other, rare),
        any(a.same_count(b) for a in one.figures for b in other.figures),
        one.is_background and other.is_background,
        _leans(one, other),
        not one_article and one.passage.order < _LEAD and other.passage.order < _LEAD,
        not one_sentence and _one_moment(one, other),
        one_sentence,
        one.says and other.says and one.reading.said_by == other.reading.said_by,
        _is_only_of_its_kind(one, other) and not _leans(one, other),
        _is_another_kind(one, other),
        _are_others(one, other),
        _elsewhere(one, other),
        one.says and other.says and one.reading.said_by != other.reading.said_by,
        one.says != other.says,
        one_article,
        one.passage.date.granularity not in FINE,
    ]


def _words(one: Telling, other: Telling, rare: Rarity) -> tuple[float, float, float, float]:
    shared = _shared_words(one, other)
    words = min(1.0, _share(shared, one.words, other.words, rare.words))
    near = min(1.0, _share(one.words_near & other.words_near, one.words_near, other.words_near, rare.near))
    return (
        words,
        min(_MANY_WORDS, len(shared)) / _MANY_WORDS,
        words >= _SAME_WORDS and len(shared) >= _ENOUGH_WORDS,
        near,
    )


def _happening(one: Telling, other: Telling) -> tuple[float, float]:
    return (one.trigger is not None and one.trigger == other.trigger, not one.kinds.isdisjoint(other.kinds))


def _leans(one: Telling, other: Telling) -> bool:
    """Whether one speaks of a known event without naming it, and the other may be what it speaks of."""
    if not (one.is_definite or other.is_definite) or _elsewhere(one, other):
        return False
    return not (one.kinds.isdisjoint(other.kinds) and _apart(one, other))


def _is_only_of_its_kind(one: Telling, other: Telling) -> bool:
    """Whether what happens is of one kind or verb, and nothing else agrees: many such things happen on a day."""
    return (
        not (one.kinds.isdisjoint(other.kinds) and (one.trigger is None or one.trigger != other.trigger))
        and not _shared_words(one, other)
        and _apart(one, other)
        and one.places_named.isdisjoint(other.places_named)
    )


def _shared_words(one: Telling, other: Telling) -> frozenset[str]:
    """The words in common beside that verb which is a feature of its own."""
    shared = one.words & other.words
    return shared - {one.trigger} if one.trigger is not None and one.trigger == other.trigger else shared


def _is_another_kind(one: Telling, other: Telling) -> bool:
    """Whether both say what happens, and nothing of it agrees."""
    if not (one.trigger or one.kinds) or not (other.trigger or other.kinds):
        return False
    if one.trigger is not None and one.trigger == other.trigger:
        return False
    return (one.kinds | one.kinds_near).isdisjoint(other.kinds | other.kinds_near)


def _named(one: Telling, other: Telling, rare: Rarity) -> tuple[float, float, float]:
    shared = one.names & other.names
    share = _share(shared, one.names, other.names, rare.standing, least=0.0)
    rarest = max([rare.names[name] for name in shared], default=0.0)
    place = max([rare.standing.of[place] for place in one.places_named & other.places_named], default=0.0)
    return share, rarest, place


def _apart(one: Telling, other: Telling) -> bool:
    return one.names.isdisjoint(other.names)


def _are_others(one: Telling, other: Telling) -> bool:
    return bool(one.names and other.names) and _apart(one, other)


def _elsewhere(one: Telling, other: Telling) -> bool:
    return bool(one.places_named and other.places_named) and one.places_named.isdisjoint(other.places_named)


def _one_moment(one: Telling, other: Telling) -> bool:
    return one.minute is not None and other.minute is not None and abs(one.minute - other.minute) <= _ABOUT_THEN


def _share(
    shared: frozenset[str],
    one: frozenset[str],
    other: frozenset[str],
    weights: Weights,
    least: float = _LEAST_WEIGHT,
) -> float:
    """The weight of what is shared, as a share of the lighter side."""
    if not shared:
        return 0.0
    lighter = min(weights.of_all(one), weights.of_all(other))
    return weights.of_shared(shared) / max(lighter, least) if lighter else 0.0
