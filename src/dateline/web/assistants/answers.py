"""What an assistant is answered: small, and each statement with the passages that it can quote and be checked by.

The output schema of each tool is made of these classes and their docstrings.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import ClassVar

from dateline.model import (
    OMIT_NONE,
    ChangeKind,
    ConflictKind,
    Correction,
    EntryDate,
    EntryHit,
    Level,
    Skip,
    Span,
    Status,
    Turn,
)
from dateline.model.documented import DOCUMENTED
from dateline.web.paging import Outcome


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article to quote, and to check: code points `start` to `end` of its text are `exact`."""

    __pydantic_config__: ClassVar = DOCUMENTED
    article: str
    """The article's id."""
    start: int
    """First code point of the passage in the article's text."""
    end: int
    """One past the last code point."""
    exact: str
    """The passage, character for character."""
    address: str
    """Where the passage can be looked up in this archive."""
    source: str | None
    """The outlet; null when it is not known."""
    published: dt.date | None
    """The day of publication."""
    url: str | None = field(default=None, metadata=OMIT_NONE)
    """Where the outlet published the article; absent when that is not known."""
    status: Status | None = field(default=None, metadata=OMIT_NONE)
    """What the passage says of the event."""
    said_by: str | None = field(default=None, metadata=OMIT_NONE)
    """Who says so in it; absent where the article speaks in its own voice."""
    origin: str | None = field(default=None, metadata=OMIT_NONE)
    """Whose report it is, where not the outlet's own: of an agency or an outlet that it credits, copies or cites."""
    before: str | None = field(default=None, metadata=OMIT_NONE)
    """The words before it in its paragraph."""
    after: str | None = field(default=None, metadata=OMIT_NONE)
    """The words after it in its paragraph."""
    shortened: bool | None = field(default=None, metadata=OMIT_NONE)
    """True where the sentence goes on behind `end`."""


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that a search found."""

    __pydantic_config__: ClassVar = DOCUMENTED
    title: str | None
    """The headline."""
    story: int | None
    """The story it tells; null for an article in a language that is not analysed."""
    passage: Passage
    """The sentence of it that holds most of what was sought."""
    marks: tuple[Span, ...]
    """What was sought, as code points into the article's text."""


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A page of what a search found."""

    __pydantic_config__: ClassVar = DOCUMENTED
    outcome: Outcome
    """Whether this page shows articles, and if not, why."""
    total: int
    """How many articles were found in all."""
    articles: tuple[ArticleHit, ...]
    """The articles of this page."""
    lines: tuple[EntryHit, ...]
    """Lines of timelines found, on the first page alone; `evidence` gives the passages of each."""
    next_cursor: str | None
    """Give it as `cursor` for the next page; null on the last one."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A developing story of the archive."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: int
    """Its id, which the other tools take as `story`."""
    title: str
    """What it is about."""
    articles: int
    """How many articles tell it."""
    outlets: int
    """How many outlets tell it."""
    first: dt.date | None
    """The day its first article came out."""
    last: dt.date | None
    """The day its last article came out."""
    ahead: int
    """How many days after the last article its articles speak of."""
    address: str
    """Where the story stands in this archive."""


@dataclass(frozen=True, slots=True)
class StoriesAnswer:
    """A page of stories, the one told last first."""

    __pydantic_config__: ClassVar = DOCUMENTED
    outcome: Outcome
    """Whether this page shows stories, and if not, why."""
    total: int
    """How many stories there are of what was asked for."""
    stories: tuple[StoryLine, ...]
    """The stories of this page."""
    next_cursor: str | None
    """Give it as `cursor` for the next page; null on the last one."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict."""

    __pydantic_config__: ClassVar = DOCUMENTED
    value: str
    """What is claimed."""
    sources: int
    """How many independent sources claim it."""
    passage: Passage
    """The passage that claims it first."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What passages about one event do not agree in."""

    __pydantic_config__: ClassVar = DOCUMENTED
    kind: ConflictKind
    """What they differ in."""
    sides: tuple[Side, ...]
    """What is claimed, the earliest published first."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """What persons did to a line."""

    __pydantic_config__: ClassVar = DOCUMENTED
    starred: bool
    """Whether somebody says that it matters."""
    tags: tuple[str, ...]
    """The words somebody put it under."""
    notes: tuple[str, ...]
    """What somebody noted on it."""
    corrections: tuple[Correction, ...]
    """What somebody put in the place of what Dateline reads, and what that is."""
    written_by: str | None
    """Who wrote the line; null for one that articles tell."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a timeline."""

    __pydantic_config__: ClassVar = DOCUMENTED
    entry: str
    """Its id, which `evidence` takes."""
    date: EntryDate
    """When."""
    status: Status
    """Whether it took place, by the latest evidence: what is planned, denied or uncertain did not happen."""
    headline: str
    """What happened, in words of an article."""
    level: Level
    """How near it is to what the story is about."""
    sources: int
    """How many independent sources tell it so; copies of one another count once."""
    participants: tuple[str, ...]
    """Who takes part."""
    places: tuple[str, ...]
    """Where."""
    conflicts: tuple[ConflictKind, ...]
    """What its evidence disagrees in; `evidence` gives the sides."""
    passages: tuple[Passage, ...]
    """The first passages it rests on, the headline's at the head."""
    passages_in_all: int
    """How many passages it rests on; `evidence` gives all."""
    address: str
    """Where the line stands in this archive."""
    hand: ByHand | None = field(default=None, metadata=OMIT_NONE)
    """What persons did to it; absent where nobody did anything."""


@dataclass(frozen=True, slots=True)
class TimelineAnswer:
    """A page of the timeline of a story, in order of date, then importance."""

    __pydantic_config__: ClassVar = DOCUMENTED
    story: int
    """The story's id."""
    title: str
    """What the story is about."""
    outcome: Outcome
    """Whether this page shows lines, and if not, why."""
    total: int
    """How many lines there are of what was asked for."""
    lines: tuple[Line, ...]
    """The lines of this page."""
    next_cursor: str | None
    """Give it as `cursor` for the next page; null on the last one."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a line stood, or stands."""

    __pydantic_config__: ClassVar = DOCUMENTED
    status: Status
    """Its status."""
    date: str
    """Its date, as TIMEX3."""
    headline: str
    """Its headline."""
    sources: int
    """How many independent sources told it so."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What changed in one line of a story."""

    __pydantic_config__: ClassVar = DOCUMENTED
    kind: ChangeKind
    """How."""
    entry: str
    """The line's id, which `evidence` takes as long as the line is there."""
    level: Level
    """How near it is to what the story is about."""
    before: Stand | None
    """How it stood; null for what is new."""
    after: Stand | None
    """How it stands; null for what is gone."""
    passages: tuple[Passage, ...]
    """The first passages that make the difference."""
    passages_in_all: int
    """How many passages do."""
    address: str
    """Where the line stands in this archive."""


@dataclass(frozen=True, slots=True)
class ChangesAnswer:
    """A page of what changed in a story between two days: what turned first, then key news, then the rest."""

    __pydantic_config__: ClassVar = DOCUMENTED
    story: int
    """The story's id."""
    title: str
    """What the story is about."""
    since: dt.date
    """The earlier moment: the end of this day."""
    until: dt.date | None
    """The later moment: the day of the newest article."""
    new_articles: int
    """How many articles came out in between."""
    outcome: Outcome
    """Whether this page shows changes, and if not, why."""
    total: int
    """How many changes there are."""
    changes: tuple[ChangeLine, ...]
    """The changes of this page."""
    next_cursor: str | None
    """Give it as `cursor` for the next page; null on the last one."""


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """An article, and a stretch of its text."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: str
    """Its id."""
    title: str | None
    """The headline."""
    source: str | None
    """The outlet."""
    published: dt.date | None
    """The day of publication."""
    updated: dt.datetime | None
    """When this version replaced an earlier one; null where it is the first."""
    byline: str | None
    """Who wrote it, as given."""
    url: str | None
    """Where it was published."""
    language: str | None
    """The language, as given."""
    versions: int
    """How many versions of it there are; this is the newest."""
    story: int | None
    """The story it tells."""
    outcome: Outcome
    """Whether there is text from `start` on: `past the end` where the text ends before."""
    length: int
    """How many code points the whole text has."""
    start: int
    """Where the stretch begins."""
    end: int
    """Where it ends."""
    text: str
    """The stretch: code points `start` to `end` of the text."""
    next_start: int | None
    """Give it as `start` to read on; null where the text ends."""
    skipped: tuple[Skip, ...]
    """What of the stretch is not the story, as captions and credits: never quote it as what an article reports."""
    address: str
    """Where the article stands in this archive; the resource of this address is the whole text."""


@dataclass(frozen=True, slots=True)
class EvidenceAnswer:
    """A page of the passages that a line rests on, each with the words around it."""

    __pydantic_config__: ClassVar = DOCUMENTED
    story: int
    """The story's id."""
    line: Line
    """The line."""
    history: tuple[Turn, ...]
    """How its status and its date came about; on the first page alone."""
    disagreements: tuple[Disagreement, ...]
    """Where the passages disagree; on the first page alone."""
    outcome: Outcome
    """Whether this page shows passages, and if not, why."""
    total: int
    """How many passages there are."""
    passages: tuple[Passage, ...]
    """The passages of this page: what the line rests on, then what more is told of the matter on that day."""
    next_cursor: str | None
    """Give it as `cursor` for the next page; null on the last one."""
