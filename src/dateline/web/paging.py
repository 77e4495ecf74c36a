"""A list in order and a cursor in, one page of it out, with the cursor of the next: keyset paging.

A cursor holds what the last item shown was sorted by, not how many there were before it: nothing is lost and nothing
shown twice while the archive grows. A page tells apart what `Outcome` names.
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from dateline.errors import OptionError

Item = TypeVar("Item")
Key = tuple[str | int | float, ...]


class Outcome(StrEnum):
    """Whether there is something on a page, and why not."""

    FOUND = "found"
    """There is."""
    NOTHING_FOUND = "nothing found"
    """Nothing fits what was asked."""
    PAST_THE_END = "past the end"
    """Something does, and all of it stands before this page."""


@dataclass(frozen=True, slots=True)
class Paged(Generic[Item]):
    """One page of a list."""

    items: tuple[Item, ...]
    total: int
    """How many items the list has."""
    next_cursor: str | None
    """What leads to the next page; None on the last one."""

    @property
    def outcome(self) -> Outcome:
        """Whether there is something on the page, and why not."""
        return outcome(len(self.items), self.total)


def outcome(shown: int, total: int) -> Outcome:
    """What a page that shows so many of so many items is."""
    if shown:
        return Outcome.FOUND
    return Outcome.PAST_THE_END if total else Outcome.NOTHING_FOUND


def page(items: Sequence[Item], key: Callable[[Item], Key], of: str, *, limit: int, cursor: str | None) -> Paged[Item]:
    """At most `limit` of the items behind the cursor; `items` are sorted by `key`, and no two have the same.

    `of` names the list and what it was asked for: the cursor of another list raises OptionError, and so does one that
    was changed on its way.
    """
    left = items
    if cursor is not None:
        last = _read(cursor, of)
        try:
            left = [item for item in items if key(item) > last]
        except TypeError:
            raise _not_of_this_list() from None
    shown = tuple(left[:limit])
    more = len(left) > limit
    return Paged(shown, len(items), _written(of, key(shown[-1])) if more else None)


def _written(of: str, key: Key) -> str:
    return base64.urlsafe_b64encode(json.dumps([of, *key]).encode()).decode().rstrip("=")


def _read(cursor: str, of: str) -> Key:
    try:
        known, *key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, TypeError, RecursionError):
        raise _not_of_this_list() from None
    if known != of:
        raise _not_of_this_list()
    return tuple(key)


def _not_of_this_list() -> OptionError:
    return OptionError("the cursor is not of this list. Take it from the page before, and ask for the same")
