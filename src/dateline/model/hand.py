"""A person's hand: marks on lines and stories, tied to the passages they were made on, and what they make of a line."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from dateline.model.documented import DOCUMENTED, OMIT_NONE
from dateline.model.evidence import Evidence


class MarkKind(StrEnum):
    """What a person does to lines, and to stories."""

    STAR = "star"
    """The line matters."""
    NOTE = "note"
    """A note on the line: its text."""
    TAG = "tag"
    """The line goes under a word: the word."""
    HIDE = "hide"
    """The line is not to be shown."""
    DATE = "date"
    """The line is of another date: its TIMEX3 value."""
    STATUS = "status"
    """The line has another status: which."""
    SPEAKER = "speaker"
    """Somebody else says so in the passage the mark is on: who; empty for the article's own voice."""
    HEADLINE = "headline"
    """The line reads otherwise: how."""
    JOIN = "join"
    """The lines are one."""
    SPLIT = "split"
    """The passages of the second line are a line of their own."""
    WRITE = "write"
    """A line of a person's own: headline, date, status, source."""
    MOVE = "move"
    """An article tells another story."""
    JOIN_STORIES = "join-stories"
    """Two stories are one."""
    SPLIT_STORY = "split-story"
    """Some articles are a story of their own."""
    TITLE = "title"
    """The story is called so: how."""
    OPEN = "open"
    """A story is opened, under a name, and articles are filed under it."""


CORRECTIONS = (MarkKind.DATE, MarkKind.STATUS, MarkKind.SPEAKER, MarkKind.HEADLINE)
"""What is put in the place of what Dateline reads."""
OF_STORIES = (MarkKind.MOVE, MarkKind.JOIN_STORIES, MarkKind.SPLIT_STORY, MarkKind.TITLE, MarkKind.OPEN)
"""What is done to stories, not to lines."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line as it was when it was marked."""

    __pydantic_config__: ClassVar = DOCUMENTED
    entry: str
    """Its id."""
    date: str
    """The TIMEX3 value of its date, as Dateline read it."""
    status: str
    """Its status, as Dateline read it."""
    headline: str
    """Its headline, as Dateline read it."""
    passages: tuple[Evidence, ...]
    """Passages it rested on, the one the mark was made on first; none where a person wrote it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One act of a person's hand. It is never changed; what takes it back is another act, and named here."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: int
    """Its number in the archive, in the order in which marks were made."""
    kind: MarkKind
    """What was done."""
    by: str
    """By whom."""
    at: dt.datetime
    """When, by the archive's clock."""
    story: int | None
    """The story it belongs to, by the articles of its passages as they are filed now."""
    values: tuple[str, ...] = ()
    """What was said: the text of a note, a tag, the right date; see `kind`."""
    lines: tuple[MarkedLine, ...] = ()
    """The lines it was made on; of a split, the line as it stays and the passages that leave it."""
    articles: tuple[str, ...] = ()
    """Ids of the articles that a person moved, joined to or split from a story."""
    stories: tuple[int, ...] = ()
    """Ids of the stories, the one that goes on, or that the articles are in since, last."""
    revision: int = 0
    """How often the archive had been written to: what it took up at a later revision is new to the mark."""
    undone_by: str | None = field(default=None, metadata=OMIT_NONE)
    """Who took it back; absent while it is in force."""
    undone_at: dt.datetime | None = field(default=None, metadata=OMIT_NONE)
    """When it was taken back."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person put in the place of what Dateline reads."""

    __pydantic_config__: ClassVar = DOCUMENTED
    what: MarkKind
    """`date`, `status`, `speaker` or `headline`."""
    mark: int
    """Id of the mark."""
    by: str
    """Who corrected it."""
    read: str | None
    """What Dateline reads; null for a passage in its article's own voice."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """That a passage which came after a mark says otherwise."""

    __pydantic_config__: ClassVar = DOCUMENTED
    mark: int
    """Id of the mark."""
    kind: MarkKind
    """What was done by it."""
    by: str
    """Who made it."""
    said: str
    """What the person said: the date, the status; of a hidden line or another headline, how Dateline read it then."""
    told: str
    """What the passage says of it."""
    evidence: Evidence
    """The passage, the first of several."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What persons did to a line."""

    __pydantic_config__: ClassVar = DOCUMENTED
    marks: tuple[Mark, ...]
    """The marks in force, in the order in which they were made."""
    corrections: tuple[Correction, ...] = ()
    """What stands in the place of what Dateline reads."""
    contradictions: tuple[Contradiction, ...] = ()
    """Where an article that came later says otherwise."""
    older: tuple[int, ...] = ()
    """Ids of the marks whose passage stands in an older version of its article, and in the newest no more."""

    @property
    def is_starred(self) -> bool:
        return bool(self._of(MarkKind.STAR))

    @property
    def is_hidden(self) -> bool:
        return bool(self._of(MarkKind.HIDE))

    @property
    def written(self) -> Mark | None:
        """The mark by which a person wrote the line; None for a line that articles tell."""
        return next(iter(self._of(MarkKind.WRITE)), None)

    @property
    def notes(self) -> tuple[Mark, ...]:
        """The notes, in order."""
        return self._of(MarkKind.NOTE)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, each once, in order of the alphabet."""
        return tuple(sorted({mark.values[0] for mark in self._of(MarkKind.TAG)}))

    def _of(self, kind: MarkKind) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.kind is kind)


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of a story, or of an archive."""

    __pydantic_config__: ClassVar = DOCUMENTED
    marks: tuple[Mark, ...]
    """In the order in which they were made."""
