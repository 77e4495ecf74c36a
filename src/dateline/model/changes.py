"""What differs between two moments of a story."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from dateline.model.article import ArticleReference
from dateline.model.dates import EntryDate, Period
from dateline.model.documented import DOCUMENTED
from dateline.model.evidence import Evidence
from dateline.model.timeline import Entry, Level, Point


class ChangeKind(StrEnum):
    """How an event differs between two moments of a story."""

    NEW = "new"
    """No earlier article tells it."""
    CAME_TRUE = "came-true"
    """It was scheduled or expected, and is now told as a fact."""
    CONFIRMED = "confirmed"
    """Another independent source tells it as it is, or what was in doubt is firmer now."""
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
    UNCONFIRMED = "unconfirmed"
    """It was scheduled or expected for a day that is past, and no report since tells whether it came about."""
    GONE = "gone"
    """No article tells it any more."""
    CONTRADICTED = "contradicted"
    """A new article says otherwise than what a person corrected."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that a new report brings up to date."""

    __pydantic_config__: ClassVar = DOCUMENTED
    counts: str
    """What is counted: `people killed`, `estimated cost`."""
    before: Point
    """The figure as it was told last, with who gave it."""
    after: Point
    """The figure as it is told now, with who gives it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs in one event between two moments of a story."""

    __pydantic_config__: ClassVar = DOCUMENTED
    kind: ChangeKind
    """How it differs."""
    entry: str
    """Id of the entry: as it is now, or as it was when it is gone."""
    date: EntryDate
    """The entry's date, as it is now."""
    before: Entry | None
    """The entry as it was; null when it is new, and where nothing but a person's mark is at issue."""
    after: Entry | None
    """The entry as it is; null when it is gone."""
    evidence: tuple[Evidence, ...]
    """The passages that make the difference; of what is unconfirmed, those that planned it."""
    level: Level = Level.NORMAL
    """How near it is to what the new articles are about."""
    figure: FigureChange | None = None
    """The figure that differs; null where none does."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """What a new article tells of an event that was told before, without a change to it."""

    __pydantic_config__: ClassVar = DOCUMENTED
    entry: str
    """Id of the entry."""
    date: EntryDate
    """The entry's date."""
    headline: str
    """The entry's headline."""
    evidence: Evidence
    """The article's passage."""


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article, or a newer version of one, that came out between the two moments."""

    __pydantic_config__: ClassVar = DOCUMENTED
    article: ArticleReference
    """Which."""
    changes: tuple[str, ...]
    """Ids of the entries that it changes, in the order of `changes`."""
    repeats: tuple[Repetition, ...]
    """What it tells again, in the order of its text."""
    recalls: int
    """How many events of long before it is the first to tell: background, no news."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two moments of a story."""

    __pydantic_config__: ClassVar = DOCUMENTED
    title: str
    """The story's title."""
    since: dt.date
    """The earlier moment: articles published by the end of this day."""
    until: dt.date | None
    """The later moment; null when there is no dated article."""
    changes: tuple[Change, ...]
    """In the order in which they are shown: what turned, then key news, then the rest."""
    articles: tuple[NewArticle, ...] = ()
    """The articles that came out in between, in order of publication."""


@dataclass(frozen=True, slots=True)
class Diary:
    """What each day, or each week, changed in a story."""

    __pydantic_config__: ClassVar = DOCUMENTED
    title: str
    """The story's title."""
    each: Period
    """How long a section is."""
    periods: tuple[Changes, ...]
    """In order, those in which an article came out; `since` of each is the day before its first day."""
