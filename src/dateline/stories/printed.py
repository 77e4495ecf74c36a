"""Hashes of word chains in, the stories whose articles printed them out: only the latest ones, so memory is bounded.

What is printed again mostly is within days. Two generations are kept: when the younger one is full, the older goes.
"""

from collections.abc import Iterable

# Hashes of one generation: those of fifteen thousand articles.
_GENERATION = 250_000


class Printed:
    """Which story printed each word chain first."""

    def __init__(self, generation: int = _GENERATION) -> None:
        self._generation = generation
        self._young: dict[int, int] = {}
        self._old: dict[int, int] = {}

    def by(self, points: Iterable[int]) -> list[int]:
        """The stories that printed some of these, each once."""
        young, old = self._young, self._old
        found = (young[point] if point in young else old.get(point) for point in points)
        return list(dict.fromkeys(story for story in found if story is not None))

    def note(self, points: Iterable[int], story: int) -> set[int]:
        """Note what a story has printed; the stories of which all is too long ago by now, and is kept no more."""
        young, old = self._young, self._old
        for point in points:
            if point not in old:
                young.setdefault(point, story)
        if len(young) < self._generation:
            return set()
        self._young, self._old = {}, young
        return set(old.values()).difference(young.values(), (story,))

    def drop(self, points: Iterable[int], story: int) -> None:
        """Let go of what a story printed."""
        for kept in (self._young, self._old):
            for point in points:
                if kept.get(point) == story:
                    del kept[point]
