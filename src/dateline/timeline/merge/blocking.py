"""Weighted blocking keys: two tellings are compared only if they share one, so that not every pair must be."""

from collections import deque
from collections.abc import Iterable, Sequence

from dateline.timeline.close.tellings import Telling, told_once
from dateline.timeline.merge.likeness import Rarity

Marks = list[tuple[str, float]]

# The latest bearers of a mark that are found by it: with more, the time would grow with the square of what is told of
# one date. What came before them is found through them, since groups join.
_LATEST = 32


def marks(telling: Telling, rare: Rarity) -> Marks:
    """The blocking keys of a telling, each with its weight: its words, its names, what happens, and its sentence."""
    words, names, others = _keys(telling)
    of_words, of_names = rare.words, rare.names
    return [
        *[(key, of_words[word]) for key, word in words],
        *[(key, of_names[name]) for key, name in names],
        *others,
    ]


@told_once
def _keys(telling: Telling) -> tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]], Marks]:
    """The blocking keys of its words and of its names, and those that weigh the same in every story."""
    return (
        [(f"w {word}", word) for word in sorted(telling.words)],
        [(f"n {name}", name) for name in sorted(telling.names | telling.places_named)],
        [
            *((f"k {kind}", 1.0) for kind in sorted(telling.kinds)),
            *([(f"t {telling.trigger}", 1.0)] if telling.trigger else []),
            (f"s {telling.article.id} {telling.passage.sentence.start}", 1.0),
        ],
    )


class Window:
    """An index of tellings or groups by their blocking keys: it gives the numbers of those that share the most."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bearing: dict[str, deque[int]] = {}

    def alike(self, own: Iterable[tuple[str, float]]) -> list[int]:
        """The numbers that share the most weight with these marks, the most first."""
        near: dict[int, float] = {}
        for mark, weight in own:
            for number in self._bearing.get(mark, ()):
                near[number] = near.get(number, 0.0) + weight
        # The sort is stable in either direction: of the same weight the lower number stands first.
        return sorted(sorted(near), key=near.__getitem__, reverse=True)[: self._most]

    def add(self, number: int, own: Iterable[tuple[str, float]]) -> None:
        """Let a number be found by its marks."""
        for mark, _ in own:
            self._bearing.setdefault(mark, deque(maxlen=_LATEST)).append(number)

    def add_once(self, number: int, own: Iterable[tuple[str, float]]) -> None:
        """Let a number be found by its marks, those that it was added with last but once."""
        for mark, _ in own:
            bearing = self._bearing.setdefault(mark, deque(maxlen=_LATEST))
            if not bearing or bearing[-1] != number:
                bearing.append(number)

    def alike_then_add(self, number: int, own: Marks) -> list[int]:
        """Those alike that were added before, then add this one."""
        found = self.alike(own)
        self.add(number, own)
        return found
