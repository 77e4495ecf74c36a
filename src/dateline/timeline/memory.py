"""What the steps made of a story at the moment before in, what of it still holds out: the rest is made anew.

A step is a pure function, so what it made of the very same objects is what it would make again. A story that grows by
one article is then told at the cost of what that article changes, and to the same bytes as from scratch.
"""

from collections.abc import Callable, Hashable
from operator import is_
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


class Memory:
    """What the steps made, each under a key, with the objects of which it was made."""

    def __init__(self) -> None:
        self._before: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._now: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def get(self, key: Hashable, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made of these very objects under a key; made now where it was made of others, or never."""
        known = self._known(key, of)
        return self.keep(key, of, make()) if known is None else cast(Made, known[1])

    def find(self, key: Hashable, of: tuple[object, ...]) -> Any | None:
        """What was made of these very objects under a key; None where it was made of others, or never."""
        known = self._known(key, of)
        return None if known is None else known[1]

    def keep(self, key: Hashable, of: tuple[object, ...], made: Made) -> Made:
        """Keep what was made of these objects under a key, and give it back."""
        self._now[key] = (of, made)
        return made

    def _known(self, key: Hashable, of: tuple[object, ...]) -> tuple[tuple[object, ...], Any] | None:
        known = self._now.get(key)
        if known is None and (known := self._before.get(key)) is not None:
            self._now[key] = known
        return known if known is not None and len(known[0]) == len(of) and all(map(is_, known[0], of)) else None

    def go_on(self) -> None:
        """The story goes on: what nobody asks for until it goes on again is let go."""
        self._before, self._now = self._now, {}
