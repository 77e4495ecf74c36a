"""What is asked of an analysis: what to show of a story, as of which day, and how to do the work."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from dateline.errors import InputError, OptionError
from dateline.processes import Progress

Problem = Callable[[InputError], None]
"""Told of each article that has to be left out during analysis."""


def warn(problem: InputError) -> None:
    """Say what is left out in the log of the `dateline` logger."""
    import logging  # noqa: PLC0415 - not needed in a run that leaves nothing out

    logging.getLogger("dateline").warning("left out: %s", problem)


Note = Callable[[str], None]
"""Told of what is read otherwise than its file gives it."""


def tell(note: str) -> None:
    """Say in the log of the `dateline` logger what is read otherwise than its file gives it."""
    import logging  # noqa: PLC0415 - not needed in a run that takes every file at its word

    logging.getLogger("dateline").info("%s", note)


class Depth(StrEnum):
    """How far down the lines of a story are wanted."""

    KEY = "key"
    """What the story is about."""
    NORMAL = "normal"
    """And what belongs to it."""
    ALL = "all"
    """And its background, and every dated statement that would be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to show, as of when, and how to run. A field that is not given leaves the decision to Dateline.

    Raises OptionError for a number below 1, and for `since` after `until`.
    """

    title: str | None = None
    """The title; None takes the headline that says what most articles do, or makes it of who and what most name."""
    dates: int | None = None
    """Show at most so many dates."""
    sentences: int | None = None
    """Show at most so many entries for each date."""
    since: dt.date | None = None
    """Only entries whose date ends on this day or later."""
    until: dt.date | None = None
    """Only entries whose date begins on this day or earlier."""
    queries: tuple[str, ...] = ()
    """Words that say what matters: sentences that hold one of them are preferred."""
    level: Depth | None = None
    """Which lines; None gives those of every level, as many as the pile allows."""
    days_only: bool = False
    """Only entries dated to a day."""
    as_of: dt.date | None = None
    """Only what could be read by the end of this day."""
    parse: bool | None = None
    """Whether status and speaker rest on a dependency parse; None parses when the parser is installed."""
    processes: int | None = None
    """At most so many processes; None decides by the number of articles and of cores."""
    progress: Progress | None = None
    """Told how many articles of how many are read."""
    problem: Problem = warn
    """Told of each article that has to be left out; by default the `dateline` logger warns of it."""
    note: Note = tell
    """Told of each article taken to be of another day than it gives; by default the `dateline` logger says it."""

    def __post_init__(self) -> None:
        for name in ("dates", "sentences", "processes"):
            number = getattr(self, name)
            if number is not None and number < 1:
                raise OptionError(f"{name} is {number}. Use 1 or more")
        if self.since and self.until and self.since > self.until:
            raise OptionError(f"since ({self.since}) is after until ({self.until}). Swap the two")
