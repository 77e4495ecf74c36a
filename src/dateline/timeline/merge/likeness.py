"""How likely two tellings are of one event.

An inspectable logistic model over what two tellings share and where they differ. Its weights are a language's
(`timeline/likeness.toml`), fitted by `benchmarks/train_merging.py` on pairs of passages of one date read by hand.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import mul
from typing import NamedTuple, TypeVar

from dateline.languages import Language, made_once
from dateline.model import EntryDate, Granularity, Status
from dateline.timeline.close.tellings import Telling
from dateline.timeline.memory import Memory
from dateline.timeline.merge.apart import kept_apart

# Words in common beyond which more say no more.
_MANY_WORDS = 4
# Weight that a name has however common it is, beside 1 for the rarest.
NAME_FLOOR = 0.3
# Weight of words that a passage has at least: with less, one shared word would count for too much.
_LEAST_WEIGHT = 2.0
# Names beyond which more that the other one lacks say no more.
_FEW_NAMES = 2
# Sentences from one to the next passage of a speech.
_CLOSE = 2
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED, Status.UNCERTAIN})
_OFF = frozenset({Status.DENIED, Status.CANCELLED, Status.POSTPONED})
_QUOTES = frozenset("“\"‘'")
# The logarithm of as many tellings as a date rarely has.
_MUCH_TOLD = 3.0

# Tellings of a group that stand for it: the first ones, which made it what it is.
STANDING = 6
# How far one pair may speak against two groups.
_LEAST = -3.0

_Any = TypeVar("_Any")

SURELY = 9.0
NEVER = -9.0

FINE = frozenset({Granularity.DAY, Granularity.WEEKEND, Granularity.WEEK})

FEATURES = (
    *("words", "near", "trigger", "kind", "definite", "named", "names", "place", "count", "number"),
    *("background", "lead", "same_time", "date_in_figures", "one_part", "one_voice", "one_status", "turned"),
    *("statements", "goes_on"),
    *("own_names", "other_place", "other_kind", "other_speaker", "speech_and_deed", "statement_and_deed"),
    *("steps", "told"),
    *("day", "month", "year"),
)
"""What a pair is judged by, each from 0 to 1 or little more: what speaks for one event, what speaks against it, and the
grain of the date."""


class WordWeights:
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
class Model:
    """The weights of a logistic model: log odds, by the order of `FEATURES`."""

    bias: float
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare words and names are in one story: 1 for what one day alone has, 0 for what every day has."""

    words: Mapping[str, float]
    near: WordWeights
    """Of the words that stand right around a time expression."""
    names: Mapping[str, float]
    standing: Mapping[str, float]
    """Of names, none of which is without weight."""
    told: Mapping[str, int]
    """How much is told of each date, by its value."""
    model: Model
    """What the features of a pair weigh."""
    memory: Memory | None = field(default=None, repr=False, compare=False)
    """What pairs have in common, of a story of which they are compared again."""


def rarity(tellings: Sequence[Telling], model: Model, memory: Memory | None = None) -> Rarity:
    """The rarity of all words and names of tellings of a story, by the share of its dates on which they are used."""
    dates = len({telling.passage.date.value for telling in tellings})

    def rare(words_of: Callable[[Telling], Iterable[str]]) -> dict[str, float]:
        return _rarity(((word, t.passage.date.value) for t in tellings for word in words_of(t)), dates)

    names = rare(lambda telling: telling.names | telling.places_named)
    return Rarity(
        rare(lambda telling: telling.words),
        WordWeights(rare(lambda telling: telling.words_near)),
        names,
        {name: NAME_FLOOR + (1 - NAME_FLOOR) * rare for name, rare in names.items()},
        Counter(telling.passage.date.value for telling in tellings),
        model,
        memory,
    )


def _rarity(used: Iterable[tuple[str, str]], dates: int) -> dict[str, float]:
    on = Counter(word for word, _ in set(used))
    return {word: 1.0 - math.log(number) / math.log(dates + 1) for word, number in on.items()}


def likeness(one: Telling, other: Telling, rare: Rarity) -> float:
    """Log odds that two tellings, whose dates are the same or lie close, are of one event."""
    pair = _pair(one, other, rare.memory)
    if pair is None:
        return NEVER
    score = rare.model.bias + sum(map(mul, rare.model.weights, _features(pair, one, other, rare)))
    return float(max(NEVER, min(SURELY, score)))


def together(one: Sequence[_Any], other: Sequence[_Any], like: Callable[[_Any, _Any], float]) -> float:
    """Log odds that two groups are one event: of each of their first tellings, how like it is to the other group."""
    return together_by([[like(a, b) for b in other[:STANDING]] for a in one[:STANDING]])


def together_by(likes: Sequence[Sequence[float]]) -> float:
    """The same, by how like each of the one is to each of the other."""
    rows = [[max(_LEAST, pair) for pair in row] for row in likes]
    columns = list(zip(*rows, strict=True))
    return sum(math.fsum(map(max, side)) / len(side) for side in (rows, columns)) / 2


def comparable(one: Telling, other: Telling) -> bool:
    """Whether two tellings may be of one event at all.

    They have something in common; it is not the kind of what happens alone, to others and elsewhere; nothing keeps them
    apart; and they are not two hours of one article's chronicle.
    """
    if one.passage.place == other.passage.place:
        return True
    has_one_kind = not one.kinds.isdisjoint(other.kinds)
    has_one_verb = one.trigger is not None and one.trigger == other.trigger
    shares = not (
        one.words.isdisjoint(other.words)
        and one.names.isdisjoint(other.names)
        and one.places_named.isdisjoint(other.places_named)
    )
    # Most have nothing in common: that is soonest told.
    if not (has_one_kind or has_one_verb or shares) or are_two(one, other):
        return False
    if (has_one_kind or has_one_verb) and _shares_nothing_else(one, other):
        return not (are_others(one, other) and _elsewhere(one, other))
    return shares or has_one_kind


def are_two(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of two events whatever they share: something keeps them apart, or an article's hours."""
    if one.article.id == other.article.id:
        if one.passage.place == other.passage.place:
            return False
        if one.minute is not None and other.minute is not None and one.minute != other.minute:
            return True
    return kept_apart(one, other)


@made_once
def model_of(language: Language) -> Model:
    """The weights that a language comes with."""
    settings = language.settings("timeline/likeness.toml")
    return Model(float(settings["bias"]), tuple(float(settings["weights"][name]) for name in FEATURES))


def features(one: Telling, other: Telling, rare: Rarity) -> list[float]:
    """The features of a pair, in the order of `FEATURES`."""
    return _features(_pair_of(one, other), one, other, rare)


class _Pair(NamedTuple):
    """What two tellings have in common, whatever the rest of the story tells."""

    features: Sequence[float]
    """Those that rest on nothing else; 0 for the others."""
    near: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    date: EntryDate
    """The longer one of their dates."""


_NEAR, _NAMES, _PLACE, _TOLD = map(FEATURES.index, ("near", "names", "place", "told"))


def _features(pair: _Pair, one: Telling, other: Telling, rare: Rarity) -> list[float]:
    found = [*pair.features]
    found[_NEAR] = min(1.0, _share(pair.near, one.words_near, other.words_near, rare.near))
    found[_NAMES] = max([rare.names[name] for name in pair.names], default=0.0)
    found[_PLACE] = max([rare.standing[place] for place in pair.places], default=0.0)
    found[_TOLD] = math.log(1 + rare.told[pair.date.value]) / _MUCH_TOLD
    return found


def _pair(one: Telling, other: Telling, memory: Memory | None) -> _Pair | None:
    """What two tellings have in common; None where they cannot be of one event."""
    if memory is None:
        return _pair_of(one, other) if comparable(one, other) else None
    key, of = ("pair", id(one), id(other)), (one, other)
    known = memory.find(key, of)
    if known is None:
        known = memory.keep(key, of, (_pair_of(one, other) if comparable(one, other) else None,))
    found: _Pair | None = known[0]
    return found


def _pair_of(one: Telling, other: Telling) -> _Pair:
    one_article = one.article.id == other.article.id
    date = one.passage.date
    if date.value != other.passage.date.value:
        date = max(date, other.passage.date, key=_length)
    # What one marks out by its date, the other may have a word for: `Sunday's show`.
    found = [
        min(_MANY_WORDS, len(_shared_words(one, other))) / _MANY_WORDS,
        0.0,
        one.trigger is not None and one.trigger == other.trigger,
        not one.kinds.isdisjoint(other.kinds),
        _leans(one, other),
        (one.is_reference and one.trigger in other.words) or (other.is_reference and other.trigger in one.words),
        0.0,
        0.0,
        bool(one.figures and other.figures) and any(a.same_count(b) for a in one.figures for b in other.figures),
        not one.numbers.isdisjoint(other.numbers),
        one.is_background and other.is_background,
        not one_article and 0 in (one.passage.order, other.passage.order),
        one.time_words == other.time_words and bool(one.time_words),
        not one.time_figures.isdisjoint(other.time_figures),
        one.part_of_day is not None and one.part_of_day == other.part_of_day,
        not one.voice.isdisjoint(other.voice),
        one.reading.status is other.reading.status,
        _is_turned(one, other) or _is_turned(other, one),
        one.is_statement and other.is_statement,
        one_article and _goes_on(one, other),
        _own_names(one, other) / _FEW_NAMES,
        _elsewhere(one, other),
        _is_another_kind(one, other),
        one.says and other.says and one.reading.said_by != other.reading.said_by,
        one.says != other.says,
        one.is_statement != other.is_statement,
        one_article and not (one.is_statement and other.is_statement),
        0.0,
        date.is_day,
        date.granularity is Granularity.MONTH,
        date.granularity is Granularity.YEAR,
    ]
    shared = one.words_near & other.words_near
    return _Pair(found, shared, one.names & other.names, one.places_named & other.places_named, date)


def _length(date: EntryDate) -> tuple[int, str]:
    return date.length, date.value


def _leans(one: Telling, other: Telling) -> bool:
    """Whether one speaks of a known event without naming it, `the summit`, and the other tells of such a one."""
    return (one.is_definite or other.is_definite) and not one.kinds.isdisjoint(other.kinds)


def _goes_on(one: Telling, other: Telling) -> bool:
    """Whether two passages of one article may be of one speech: they stand close, one opens with a quotation mark."""
    if abs(one.passage.order - other.passage.order) > _CLOSE or not (one.voice or other.voice):
        return False
    return any(telling.passage.text.lstrip()[:1] in _QUOTES for telling in (one, other))


def _is_turned(plan: Telling, end: Telling) -> bool:
    """Whether one tells of what may come, and the other that it does not; a place alone ties no plan to its end."""
    if plan.reading.status not in _AHEAD or end.reading.status not in _OFF:
        return False
    return not (plan.words.isdisjoint(end.words) and plan.names.isdisjoint(end.names))


def _own_names(one: Telling, other: Telling) -> int:
    """How many names each of the two has that the other one lacks, at least; two at most.

    Whose country the other one names is not lacking there: `Trump and Kim`, `the U.S.-North Korea summit`.
    """
    return min(_FEW_NAMES, _lacking(one, other), _lacking(other, one))


def _lacking(one: Telling, other: Telling) -> int:
    own = one.names - other.names
    ties = one.named.ties if own else {}
    return sum(ties.get(name) not in other.names for name in own)


def _shares_nothing_else(one: Telling, other: Telling) -> bool:
    """Whether nothing agrees but the kind or verb of what happens: many such things happen on a day."""
    return not _shared_words(one, other) and _apart(one, other) and one.places_named.isdisjoint(other.places_named)


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


def _apart(one: Telling, other: Telling) -> bool:
    return one.names.isdisjoint(other.names)


def are_others(one: Telling, other: Telling) -> bool:
    """Whether both name somebody, and nobody that the other one names."""
    return bool(one.names and other.names) and _apart(one, other)


def _elsewhere(one: Telling, other: Telling) -> bool:
    return bool(one.places_named and other.places_named) and one.places_named.isdisjoint(other.places_named)


def _share(
    shared: frozenset[str],
    one: frozenset[str],
    other: frozenset[str],
    weights: WordWeights,
) -> float:
    """The weight of what is shared, as a share of the lighter side."""
    if not shared:
        return 0.0
    lighter = min(weights.of_all(one), weights.of_all(other))
    return weights.of_shared(shared) / max(lighter, _LEAST_WEIGHT) if lighter else 0.0
