"""What differs between two moments of a story."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from dateline.model.dates import EntryDate
from dateline.model.documented import DOCUMENTED
from dateline.model.timeline import Entry, Evidence


class ChangeKind(StrEnum):
    """How an entry differs between two moments of a story."""

    NEW = "new"
    """An entry that was not there."""
    CONFIRMED = "confirmed"
    """Another independent source tells it as it is, or what lay ahead or was in doubt is firmer now."""
    MOVED = "moved"
    """It is on another date."""
    REVISED = "revised"
    """A figure is another one, the date is more exact, or sources disagree that did not."""
    CANCELLED = "cancelled"
    """It was ahead and is called off."""
    POSTPONED = "postponed"
    """It was ahead and is put off."""
    DENIED = "denied"
    """Someone denies it or takes it back who did not."""
    CORRECTED = "corrected"
    """An article it rests on was replaced by a newer version or by a correction."""
    GONE = "gone"
    """No article tells it any more."""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs in one entry between two moments of a story."""

    __pydantic_config__: ClassVar = DOCUMENTED
    kind: ChangeKind
    """How it differs."""
    entry: str
    """Id of the entry: in the later timeline, or in the earlier one when it is gone."""
    date: EntryDate
    """The entry's date, as the later timeline has it."""
    before: Entry | None
    """The entry as it was; null when it is new."""
    after: Entry | None
    """The entry as it is; null when it is gone."""
    evidence: tuple[Evidence, ...]
    """The passages that make the difference."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two moments of a story."""

    __pydantic_config__: ClassVar = DOCUMENTED
    title: str
    """The timeline's title."""
    since: dt.date
    """The earlier moment: articles published by the end of this day."""
    until: dt.date | None
    """The later moment; null when there is no dated article."""
    changes: tuple[Change, ...]
    """In order of date."""
