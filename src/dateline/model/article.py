"""What is read: articles, stretches of their text, and the languages they are in."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, NamedTuple

from dateline.errors import MalformedArticle
from dateline.model.documented import DOCUMENTED


class Span(NamedTuple):
    """A stretch of an article's text: code points, end exclusive. In JSON: `[start, end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The passage itself."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


class SkipKind(StrEnum):
    """Why a stretch of text is not the story."""

    HEADER = "header"
    """Labels above the story: `Date: 2019-04-23`."""
    TITLE = "title"
    """The headline."""
    BYLINE = "byline"
    """Who wrote it."""
    DATELINE = "dateline"
    """Where it was filed, and by which agency."""
    CAPTION = "caption"
    """What a picture shows."""
    CREDIT = "credit"
    """Who took a picture, or whose report it is."""
    FURNITURE = "furniture"
    """What the page puts around a story: links, stamps, calls to subscribe."""
    CORRECTION_NOTE = "correction-note"
    """What an editor says of an earlier version."""


@dataclass(frozen=True, slots=True)
class Skip:
    """A stretch of text that is not the story: it is never evidence."""

    __pydantic_config__: ClassVar = DOCUMENTED
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    why: SkipKind
    """Why."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line a report opens with: `SEOUL, April 23 (Reuters) -`."""

    __pydantic_config__: ClassVar = DOCUMENTED
    place: str | None = None
    """Where it was filed, as written: `SEOUL`."""
    agency: str | None = None
    """The agency or outlet named in it, as written: `Reuters`."""
    span: Span | None = None
    """Where it stands in the text."""


@dataclass(frozen=True, slots=True)
class Article:
    """One published text, never changed after reading."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: str
    """Unique among the articles read together."""
    text: str
    """The text as published, with whatever header, captions and credits came with it."""
    published: dt.date | None = None
    """The day of publication; None only when undated articles were asked for."""
    source: str | None = None
    """The outlet: `Reuters`, `www.theguardian.com`."""
    title: str | None = None
    """The headline, when it was given apart from the text."""
    url: str | None = None
    """Where it was published."""
    byline: str | None = None
    """Who wrote it, as given."""
    dateline: Dateline | None = None
    """Place and agency of the opening line, when there is one."""
    language: str | None = None
    """BCP 47 tag of the language; None when it was not given, which leaves it to the words of the text."""
    updated: dt.datetime | None = None
    """When this version replaced an earlier one of the same id."""
    section: str | None = None
    """The part of the outlet it stood in, as given: `World`."""
    excerpt: bool = False
    """The text is a teaser, such as feeds give, and not the whole."""
    skipped: tuple[Skip, ...] = ()
    """What is not the story, in text order, without overlaps."""
    read_from: str = ""
    """Where it was read: `folder/file.txt`, `file.jsonl:7`, `-:2`. For messages only."""

    def __post_init__(self) -> None:
        """Raises MalformedArticle for a day or a time of another type: an article may be made by hand."""
        published: object = self.published
        if published is not None and (not isinstance(published, dt.date) or isinstance(published, dt.datetime)):
            raise self._not_a("published", "date", "Give a datetime.date; of a datetime, its date()")
        updated: object = self.updated
        if updated is not None and not isinstance(updated, dt.datetime):
            raise self._not_a("updated", "datetime", "Give a datetime.datetime")

    def _not_a(self, field: str, kind: str, remedy: str) -> MalformedArticle:
        problem = f'its "{field}" is {getattr(self, field)!r}, which is not a {kind}'
        return MalformedArticle(self.read_from or self.id, problem, remedy)

    @property
    def available(self) -> dt.date | None:
        """The day this version could first be read: of its update, but never before its publication."""
        if self.updated is None or self.published is None:
            return self.updated.date() if self.updated else self.published
        return max(self.updated.date(), self.published)


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """What a timeline says of an article it rests on."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: str
    """The article's id, to which evidence points."""
    source: str | None
    """The outlet, null when it is not known."""
    title: str | None
    """The headline, null when it was not given apart from the text."""
    published: dt.date | None
    """The day of publication."""
    url: str | None
    """Where it was published, null when not given."""

    @classmethod
    def to(cls, article: Article) -> "ArticleReference":
        return cls(article.id, article.source, article.title, article.published, article.url)
