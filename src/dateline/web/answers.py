"""What the pages are answered with where the model has no noun for it: each field a key of the JSON twin."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from dateline.model import Annotation, Article, EntryHit, Form, StoryReference
from dateline.model.documented import DOCUMENTED


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many articles came out on a day."""

    __pydantic_config__: ClassVar = DOCUMENTED
    day: dt.date
    """The day."""
    articles: int
    """How many."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A story in a list of stories."""

    __pydantic_config__: ClassVar = DOCUMENTED
    story: StoryReference
    """The story."""
    days: tuple[DayCount, ...]
    """The days on which its articles came out, in order."""
    fresh: int | None
    """How many articles or newer versions were added since you looked last; null where you never did."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The stories of the archive, a page at a time, and what is ahead."""

    __pydantic_config__: ClassVar = DOCUMENTED
    stories: tuple[Glance, ...]
    """The one told last first."""
    total: int
    """How many there are in all."""
    next_cursor: str | None
    """What leads to the next page; null on the last one."""
    ahead: tuple[EntryHit, ...]
    """What is planned for the week from `day` on, by the timelines as they were last made."""
    day: dt.date
    """The first day of that week: today, unless another one was asked for."""


@dataclass(frozen=True, slots=True)
class OutletRow:
    """What one outlet contributes to a story."""

    __pydantic_config__: ClassVar = DOCUMENTED
    outlet: str
    """The outlet."""
    articles: tuple[str, ...]
    """Ids of its articles, in order of publication."""
    lines: int
    """How many lines it tells."""
    first: int
    """How many of them it tells first, or no later than the first."""
    alone: int
    """How many only it tells."""
    repeats: tuple[Form, ...]
    """Whose reports its passages are, where not its own, with how many: agencies and outlets it copies or cites."""


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles that print one text."""

    __pydantic_config__: ClassVar = DOCUMENTED
    original: str
    """Id of the article that printed it first."""
    copies: tuple[str, ...]
    """Ids of the others, in order of publication."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Who tells a story, and who copies whom."""

    __pydantic_config__: ClassVar = DOCUMENTED
    outlets: tuple[OutletRow, ...]
    """The outlets, the one that tells most lines first."""
    copies: tuple[CopyGroup, ...]
    """The texts that more than one article prints."""


@dataclass(frozen=True, slots=True)
class ArticleInFull:
    """An article with what is read from it, in place."""

    __pydantic_config__: ClassVar = DOCUMENTED
    article: Article
    """The version that is shown."""
    versions: tuple[str, ...]
    """The days of all versions, the oldest first; empty where one is undated."""
    version: int
    """Which of them is shown, from 1."""
    story: int | None
    """The story it tells."""
    placed_by: str | None
    """Who says so: `machine`, or a person's name."""
    copies: tuple[str, ...]
    """Ids of the articles of its story that print the same text."""
    layers: Annotation | None
    """Times, who says what, events, names, and what is skipped and why; null in a language that is not analysed."""


class Stage(StrEnum):
    """How far something is that was brought in."""

    WAITING = "waiting"
    """Others are before it."""
    READING = "reading"
    """It is fetched and read."""
    ADDING = "adding"
    """Its articles are added, one after the other; each that is named is safe."""
    TELLING = "telling"
    """The timelines of its stories are made."""
    DONE = "done"
    """It has ended."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that was taken in."""

    __pydantic_config__: ClassVar = DOCUMENTED
    article: str
    """Its id."""
    became: str
    """`new`, `version` or `known`."""
    story: int | None
    """The story it tells."""
    title: str | None
    """The headline."""
    source: str | None
    """The outlet."""
    published: dt.date | None
    """The day of publication."""
    read_as: str | None
    """The format it was read as."""
    day_by: str | None
    """What gave the day."""
    lines: int | None
    """How many lines of its story's timeline rest on it; null where that was not asked."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out, and why."""

    __pydantic_config__: ClassVar = DOCUMENTED
    where: str
    """Which."""
    problem: str
    """What was found."""
    remedy: str
    """What was expected, and what to do."""


@dataclass(frozen=True, slots=True)
class Intake:
    """The account of what was brought in."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: str
    """By which it is asked for."""
    what: str
    """What was brought."""
    stage: Stage
    """How far it is."""
    done: int = 0
    """Articles dealt with."""
    total: int = 0
    """Articles read."""
    articles: tuple[Taken, ...] = ()
    """What was taken in, or was known."""
    left_out: tuple[LeftOut, ...] = ()
    """What was not."""
    notes: tuple[str, ...] = ()
    """What is worth knowing."""


@dataclass(frozen=True, slots=True)
class Making:
    """An answer that is being made: ask again for it."""

    __pydantic_config__: ClassVar = DOCUMENTED
    story: int
    """Of which story."""
    articles: int
    """Of how many articles."""
    seconds: int
    """Since it was first asked for."""
    stage: str
    """`making`, or `waiting` while others are made."""
