"""What the API takes and gives where neither the model nor the pages have a noun for it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, ClassVar

from dateline.model import Entry, MarkKind, Status, StoryReference
from dateline.model.documented import DOCUMENTED
from dateline.web.paging import Outcome

_TAKEN: dict[str, Any] = {**DOCUMENTED, "extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Error:
    """What went wrong."""

    __pydantic_config__: ClassVar = DOCUMENTED
    code: str
    """A name that programs can tell it by: `no-such-story`, `query`, `option`, `role`, `too-large`, `too-often`."""
    message: str
    """What is wrong."""
    hint: str | None
    """What to do instead."""
    at: int | None
    """The character of a query at which reading ended, from 0."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The one shape of everything that goes wrong, whatever the status."""

    __pydantic_config__: ClassVar = DOCUMENTED
    error: Error
    """What it was."""


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """A page of the stories, the one told last first."""

    __pydantic_config__: ClassVar = DOCUMENTED
    outcome: Outcome
    """Whether there are stories on this page, and why not."""
    total: int
    """How many there are in all."""
    stories: tuple[StoryReference, ...]
    """Those of this page."""
    next_cursor: str | None
    """What leads to the next page, as `cursor`; null on the last one."""


@dataclass(frozen=True, slots=True)
class LinesPage:
    """A page of the lines of a timeline, in order of date, then importance."""

    __pydantic_config__: ClassVar = DOCUMENTED
    outcome: Outcome
    """Whether there are lines on this page, and why not."""
    total: int
    """How many lines there are of what was asked for."""
    entries: tuple[Entry, ...]
    """Those of this page."""
    next_cursor: str | None
    """What leads to the next page, as `cursor`; null on the last one."""


@dataclass(frozen=True, slots=True)
class GivenArticle:
    """An article to be added, in the native format; other keys are ignored."""

    __pydantic_config__: ClassVar = DOCUMENTED
    text: str
    """The text as published."""
    published: dt.date
    """The day of publication, `2019-04-23`; a time with it counts by its day."""
    id: str | None = field(default=None, metadata={"omit_none": True})
    """By which a newer version replaces it. Derived from what is given where it is absent."""
    source: str | None = field(default=None, metadata={"omit_none": True})
    """The outlet."""
    title: str | None = field(default=None, metadata={"omit_none": True})
    """The headline."""
    url: str | None = field(default=None, metadata={"omit_none": True})
    """Where it was published."""
    byline: str | None = field(default=None, metadata={"omit_none": True})
    """Who wrote it."""
    language: str | None = field(default=None, metadata={"omit_none": True})
    """BCP 47 tag of its language; else its words tell."""
    updated: dt.datetime | None = field(default=None, metadata={"omit_none": True})
    """When this version replaced an earlier one of the same id."""


@dataclass(frozen=True, slots=True)
class GivenArticles:
    """Articles to be added."""

    __pydantic_config__: ClassVar = DOCUMENTED
    articles: tuple[GivenArticle, ...]
    """The articles; one that cannot be read is left out, and the others are added."""
    story: str | None = field(default=None, metadata={"omit_none": True})
    """A story they are filed under by hand, by its id or a name; else Dateline finds the story of each."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What became of one article."""

    __pydantic_config__: ClassVar = DOCUMENTED
    number: int
    """Which of those given, from 1."""
    became: str
    """`new`, `version`, `known` or `left out`."""
    article: str | None
    """Its id; null for one that could not be read."""
    story: int | None
    """The story it tells, where it is new or a newer version."""
    problem: str | None
    """Why it was left out."""
    hint: str | None
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of articles that were to be added, all of them accounted for."""

    __pydantic_config__: ClassVar = DOCUMENTED
    new: int
    """How many were new."""
    versions: int
    """How many were newer versions."""
    known: int
    """How many were there."""
    left_out: int
    """How many were left out."""
    articles: tuple[Reported, ...]
    """Each, in the order given."""


@dataclass(frozen=True, slots=True)
class GivenMark:
    """What is done to a line."""

    __pydantic_config__: ClassVar = _TAKEN
    kind: MarkKind
    """What: `star`, `hide`, `note`, `tag`, `date`, `status`, `speaker`, `headline`, `join` or `split`."""
    values: tuple[str, ...] = ()
    """What is said: of `star` and `hide` nothing; of `join` the ids of the other lines, of `split` the numbers of the
    passages that leave, from 1; of the others one text."""


@dataclass(frozen=True, slots=True)
class GivenLine:
    """A line of a person's own."""

    __pydantic_config__: ClassVar = _TAKEN
    headline: str
    """What happened."""
    date: str
    """When, as TIMEX3: `2019-04-25`, `2019-04`, `2019-W16`."""
    status: Status = Status.HAPPENED
    """Whether it took place."""
    source: str = ""
    """Where it is from, if anybody is to know."""
    article: str | None = None
    """An article of the story on whose words it rests."""
    exact: str = ""
    """These words."""


@dataclass(frozen=True, slots=True)
class GivenSearch:
    """A search that is given a name."""

    __pydantic_config__: ClassVar = _TAKEN
    name: str
    """What it is called; one of the same name gives way to it."""
    address: str
    """Where a page shows it, filters included: `/search?query=ferry`, `/stories/1?status=scheduled`."""


@dataclass(frozen=True, slots=True)
class GivenNothing:
    """Nothing: an object without keys."""

    __pydantic_config__: ClassVar = _TAKEN


@dataclass(frozen=True, slots=True)
class GivenTitle:
    """What a story is called."""

    __pydantic_config__: ClassVar = _TAKEN
    title: str
    """The title."""


@dataclass(frozen=True, slots=True)
class GivenStory:
    """Another story."""

    __pydantic_config__: ClassVar = _TAKEN
    story: int
    """Its id."""


@dataclass(frozen=True, slots=True)
class GivenMove:
    """Which story an article tells."""

    __pydantic_config__: ClassVar = _TAKEN
    article: str
    """The article's id."""
    story: int | None = None
    """The story; null for one of its own."""
    title: str | None = None
    """The title of a story of its own."""
