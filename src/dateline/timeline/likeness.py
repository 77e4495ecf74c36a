"""How likely two tellings are of one event."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Granularity
from dateline.timeline.tellings import Telling

# Log odds that two tellings of one date are of one event, by what they share; each is what the feature adds at its
# fullest. Set by hand on the examples and on days of stories told by several outlets.
_BIAS = -2.4
_WORDS = 5.0
_NAMES = 1.5
_RARE_NAMES = 1.0
_PLACE = 1.5
_OTHER_PLACE = -1.0
_KIND = 1.8
_KIND_NEAR = 0.6
_OTHER_KIND = -0.8
_TRIGGER = 1.2
_COUNT = 1.5
_BACKGROUND = 1.0
_DEFINITE = 1.0
_ONE_ARTICLE = -1.0
# What makes two acts of saying by one speaker one.
_SPEECH_BIAS = -1.6
# Share of the rarer words from which two passages are one text or nearly so, and words that they must have in common.
_SAME_WORDS = 0.6
_ENOUGH_WORDS = 3
# Weight that a name has however common it is, beside 1 for the rarest.
_NAME_FLOOR = 0.3
# Weight of words that a passage has at least: with less, one shared word would count for too much.
_LEAST_WEIGHT = 2.0
# Names that tellings must share where the date is no finer than a month; a place counts as one.
_NAMES_WHEN_COARSE = 2
# Share of the rarer words from which tellings of a month or a year may be of one event though no kind says so.
_SOME_WORDS = 0.3

SURELY = 9.0
NEVER = -9.0

FINE = frozenset({Granularity.DAY, Granularity.WEEKEND, Granularity.WEEK})


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare words and names are in one story: 1 for what one day alone has, 0 for what every day has."""

    words: Mapping[str, float]
    names: Mapping[str, float]


def rarity(tellings: Sequence[Telling]) -> Rarity:
    """The rarity of all words and names of tellings of a story, by the share of its dates on which they are used."""
    dates = len({telling.passage.date.value for telling in tellings})
    return Rarity(
        _rarity(((word, t.passage.date.value) for t in tellings for word in t.words), dates),
        _rarity(((name, t.passage.date.value) for t in tellings for name in t.names | t.places_named), dates),
    )


def _rarity(used: Iterable[tuple[str, str]], dates: int) -> dict[str, float]:
    on = Counter(word for word, _ in set(used))
    return {word: 1.0 - math.log(number) / math.log(dates + 1) for word, number in on.items()}


def likeness(one: Telling, other: Telling, rare: Rarity) -> float:
    """Log odds that two tellings, whose dates are the same or hold one another, are of one event."""
    shared = one.words & other.words
    words = _share(shared, one.words, other.words, rare.words)
    if words >= _SAME_WORDS and len(shared) >= _ENOUGH_WORDS:
        return SURELY
    if one.reading.is_speech != other.reading.is_speech:
        return NEVER
    if one.reading.is_speech:
        return _SPEECH_BIAS + _WORDS * words if one.reading.said_by == other.reading.said_by else NEVER
    if not (_may_be_one(one, other) or (words >= _SOME_WORDS and one.names & other.names)):
        return NEVER
    names, kind, setting = _by_names(one, other, rare), _by_kind(one, other), _by_setting(one, other)
    if names <= 0 and kind <= 0 and setting <= 0:
        return NEVER
    return _BIAS + _WORDS * words + names + kind + setting


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Whether tellings agree in enough to be one event at the grain of their dates."""
    if one.passage.date.granularity in FINE and other.passage.date.granularity in FINE:
        return True
    places = len(one.places_named & other.places_named)
    names = len((one.names | one.ties | one.places_named) & (other.names | other.ties | other.places_named))
    kinds = (one.kinds | one.kinds_near) & (other.kinds | other.kinds_near)
    return bool(kinds) and (names >= _NAMES_WHEN_COARSE or places > 0)


def _by_names(one: Telling, other: Telling, rare: Rarity) -> float:
    shared = one.names & other.names
    weight = {name: _NAME_FLOOR + (1 - _NAME_FLOOR) * rare.names[name] for name in one.names | other.names}
    share = _share(shared, one.names, other.names, weight, least=0.0)
    rarest = max((rare.names[name] for name in shared), default=0.0)
    found = _NAMES * share + _RARE_NAMES * rarest
    places = one.places_named & other.places_named
    if places:
        return found + _PLACE * max(_NAME_FLOOR + (1 - _NAME_FLOOR) * rare.names[place] for place in places)
    return found + (_OTHER_PLACE if one.places_named and other.places_named else 0.0)


def _by_kind(one: Telling, other: Telling) -> float:
    found = _TRIGGER if one.trigger is not None and one.trigger == other.trigger else 0.0
    if one.kinds & other.kinds:
        return found + _KIND
    if one.kinds_near & other.kinds_near:
        found += _KIND_NEAR
    if (one.trigger or one.kinds) and (other.trigger or other.kinds) and not found:
        found += _OTHER_KIND
    return found


def _by_setting(one: Telling, other: Telling) -> float:
    found = 0.0
    if any(a.same_count(b) for a in one.figures for b in other.figures):
        found += _COUNT
    if one.is_background and other.is_background:
        found += _BACKGROUND
    if (one.is_definite or other.is_definite) and (one.kinds & other.kinds or one.names & other.names):
        found += _DEFINITE
    elif one.article.id == other.article.id:
        found += _ONE_ARTICLE
    return found


def _share(
    shared: frozenset[str],
    one: frozenset[str],
    other: frozenset[str],
    weight: Mapping[str, float],
    least: float = _LEAST_WEIGHT,
) -> float:
    """The weight of what is shared, as a share of the lighter side."""
    if not shared:
        return 0.0
    lighter = min(_weight(one, weight), _weight(other, weight))
    return _weight(shared, weight) / max(lighter, least) if lighter else 0.0


def _weight(words: frozenset[str], weight: Mapping[str, float]) -> float:
    return math.fsum(weight[word] for word in words)
