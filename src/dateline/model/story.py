"""A developing story as an archive keeps it, and what a search finds."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from dateline.model.article import Span
from dateline.model.documented import DOCUMENTED


@dataclass(frozen=True, slots=True)
class StoryReference:
    """The articles that tell one developing story, as a person may have joined or split them."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: int
    """Stays as long as the archive; a story that was joined to another points on to it."""
    title: str
    """What a person called it, else the title of the article that tells most of what the story is about."""
    articles: tuple[str, ...]
    """Ids of its articles, in order of publication."""
    outlets: int
    """How many outlets tell it."""
    first: dt.date | None
    """The day its first article could be read; null where no article has a day."""
    last: dt.date | None
    """The day its last article could be read."""
    ahead: int
    """How many days after the last its articles speak of: what is to come."""


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of an archive."""

    __pydantic_config__: ClassVar = DOCUMENTED
    stories: tuple[StoryReference, ...]
    """The one told last first."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, by one sentence of it."""

    __pydantic_config__: ClassVar = DOCUMENTED
    article: str
    """The article's id."""
    story: int | None
    """The story it tells; null for an article in a language that is not analysed."""
    source: str | None
    """The outlet."""
    title: str | None
    """The headline."""
    published: dt.date | None
    """The day of publication."""
    start: int
    """Where the sentence shown begins in the article's text: the first that holds most of what was sought."""
    end: int
    """One past its last code point."""
    exact: str
    """The sentence, as it stands in the text."""
    marks: tuple[Span, ...]
    """What was sought, as code points into the article's text, within the sentence."""


@dataclass(frozen=True, slots=True)
class EntryHit:
    """A line of a story's timeline, as it was last made, that a search found."""

    __pydantic_config__: ClassVar = DOCUMENTED
    story: int
    """The story."""
    entry: str
    """The entry's id."""
    first: dt.date | None
    """First day of its date."""
    last: dt.date | None
    """Last day of its date."""
    status: str
    """Whether it took place, by the words."""
    headline: str
    """What happened."""


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of all articles found have one value."""

    __pydantic_config__: ClassVar = DOCUMENTED
    value: str
    """An outlet, a day, a place, a person, a story's id."""
    articles: int
    """How many articles."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What the articles found have in common, the most frequent first."""

    __pydantic_config__: ClassVar = DOCUMENTED
    sources: tuple[Facet, ...]
    """Outlets."""
    published: tuple[Facet, ...]
    """Days of publication."""
    told: tuple[Facet, ...]
    """Days told of."""
    places: tuple[Facet, ...]
    """Places named."""
    people: tuple[Facet, ...]
    """Persons named."""
    stories: tuple[Facet, ...]
    """Stories, by id."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of what a search found."""

    __pydantic_config__: ClassVar = DOCUMENTED
    total: int
    """How many articles were found in all."""
    articles: tuple[Hit, ...]
    """The articles of this page."""
    entries: tuple[EntryHit, ...]
    """Lines of timelines found, on the first page alone."""
    facets: Facets | None
    """Counts over all that was found; null when they were not asked for."""
    cursor: str | None
    """What leads to the next page; null on the last one."""
