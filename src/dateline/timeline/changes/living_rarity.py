"""Tellings one by one in, how rare their words and names are by what was told so far out.

The same figure as `merge.likeness.rarity` gives for a whole story, kept up to date: what a telling is compared by is
then a matter of what came out before it, whatever comes later.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dateline.timeline.close.tellings import Telling
from dateline.timeline.merge.likeness import NAME_FLOOR, Model, Rarity, WordWeights


class LivingRarity:
    """Counts of the dates on which each word and name was used so far."""

    def __init__(self, model: Model) -> None:
        self._dates: Counter[str] = Counter()
        words, near, names = (_Shares(self._dates) for _ in range(3))
        self._words, self._near, self._names = words, near, names
        self._weights = _Weights(near)
        self.rarity = Rarity(words, self._weights, names, _Standing(names), self._dates, model)
        """What tellings are compared by; it changes with each telling that is added."""

    def add(self, telling: Telling) -> None:
        """Count what a telling uses, on its date."""
        date = telling.passage.date.value
        self._dates[date] += 1
        self._words.add(date, telling.words)
        self._near.add(date, telling.words_near)
        self._names.add(date, telling.names | telling.places_named)
        self._weights.change()


class _Shares(Mapping[str, float]):
    """For each word 1 where one date alone has it, 0 where every date has."""

    def __init__(self, dates: Mapping[str, int]) -> None:
        self._dates = dates
        self._number = 0
        """How many dates there are."""
        self._on: dict[str, set[str]] = {}
        self._times: dict[str, int] = {}
        self._weights: dict[int, float] = {}
        """The weight of a word by how many dates have it."""

    def add(self, date: str, words: Iterable[str]) -> None:
        if self._number != len(self._dates):
            self._number = len(self._dates)
            self._weights.clear()
        for word in words:
            on = self._on.setdefault(word, set())
            on.add(date)
            self._times[word] = len(on)

    def __getitem__(self, word: str) -> float:
        times = self._times[word]
        weight = self._weights.get(times)
        if weight is None:
            weight = self._weights[times] = 1.0 - math.log(times) / math.log(self._number + 1)
        return weight

    def __iter__(self) -> Iterator[str]:
        return iter(self._on)

    def __len__(self) -> int:
        return len(self._on)


class _Standing(Mapping[str, float]):
    """The same for names, none of which is without weight."""

    def __init__(self, names: _Shares) -> None:
        self._names = names

    def __getitem__(self, name: str) -> float:
        return NAME_FLOOR + (1 - NAME_FLOOR) * self._names[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class _Weights(WordWeights):
    """Weights that change: what words weigh together is remembered until then."""

    def change(self) -> None:
        """Let go of what was true of the weights before."""
        self._of_all.clear()
