"""The lines of a timeline and what somebody wants of them in, the lines that fit out: one rule for pages, API, tools.

Case and accents count for nothing, and a name is found by any of its words that follow on one another: `Quill` finds
`Ada Quill`. What is sought by words is written as in the search box.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from dateline.archive.searching.queries import Sought, folded, parsed
from dateline.model import Entry, Level, Status, Timeline
from dateline.model.documented import DOCUMENTED
from dateline.request import Depth
from dateline.writers.phrasing.citations import outlet

_LEVELS = {
    Depth.KEY: frozenset({Level.KEY}),
    Depth.NORMAL: frozenset({Level.KEY, Level.NORMAL}),
    Depth.ALL: frozenset(Level),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a line must be to be shown; each that is not given lets all pass."""

    __pydantic_config__: ClassVar = DOCUMENTED
    level: Depth = Depth.ALL
    """How far down."""
    status: frozenset[Status] = frozenset()
    """One of these statuses."""
    since: dt.date | None = None
    """Its date ends on this day or later."""
    until: dt.date | None = None
    """Its date begins on this day or earlier."""
    said_by: str | None = None
    """A passage of it is somebody's word."""
    person: str | None = None
    """Somebody takes part."""
    place: str | None = None
    """It is there."""
    source: str | None = None
    """An article of this outlet tells it."""
    sources: int = 1
    """So many independent sources tell it, at least."""
    words: str = ""
    """Its headline or a passage holds what is sought."""
    starred: bool = False
    """A person starred it."""
    tag: str | None = None
    """A person put it under this word."""
    hidden: bool = True
    """Lines that a person hid are among them."""


def sifted(timeline: Timeline, wanted: Wanted) -> tuple[Entry, ...]:
    """The lines that are wanted, in their order. Raises QueryError for words that cannot be read."""
    sought = parsed(wanted.words)
    outlets = {article.id: outlet(article) for article in timeline.articles}
    return tuple(entry for entry in timeline.entries if _fits(entry, wanted, sought, outlets))


def _fits(entry: Entry, wanted: Wanted, sought: tuple[Sought, ...], outlets: dict[str, str]) -> bool:
    return (
        entry.level in _LEVELS[wanted.level]
        and (not wanted.status or entry.status in wanted.status)
        and (wanted.since is None or entry.date.last >= wanted.since)
        and (wanted.until is None or entry.date.first <= wanted.until)
        and entry.sources >= wanted.sources
        and _is_marked(entry, wanted)
        and _names(wanted.person, entry.participants)
        and _names(wanted.place, [place.name for place in entry.places])
        and _names(wanted.said_by, [passage.said_by or "" for passage in entry.passages])
        and _names(wanted.source, [outlets.get(passage.article, "") for passage in entry.passages])
        and all(_holds(entry, one) for one in sought)
    )


def _is_marked(entry: Entry, wanted: Wanted) -> bool:
    hand = entry.hand
    if hand is None:
        return not wanted.starred and wanted.tag is None
    return (
        (hand.is_starred or not wanted.starred)
        and (wanted.tag is None or wanted.tag in hand.tags)
        and (wanted.hidden or not hand.is_hidden)
    )


def _names(wanted: str | None, names: Sequence[str]) -> bool:
    """Whether one of the names is wanted, or none in particular is."""
    if wanted is None or not wanted.strip():
        return True
    words = folded(wanted)
    return bool(words) and any(_follow(words, folded(name), prefix=False) for name in names)


def _holds(entry: Entry, sought: Sought) -> bool:
    texts = (entry.headline, *(passage.exact for passage in entry.passages))
    return any(_follow(sought.words, folded(text), prefix=sought.prefix) for text in texts) != sought.without


def _follow(words: Sequence[str], text: list[str], *, prefix: bool) -> bool:
    """Whether the words follow on one another in a text, the last of them going on where it is a prefix."""
    *first, last = words
    for at in range(len(text) - len(words) + 1):
        end = text[at + len(first)]
        if text[at : at + len(first)] == first and (end == last or (prefix and end.startswith(last))):
            return True
    return False
