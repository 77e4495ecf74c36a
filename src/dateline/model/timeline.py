"""What the articles of a story tell together: entries with their evidence, figures, and who and what is named."""

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import ClassVar

from dateline.model.annotation import Status
from dateline.model.article import ArticleReference
from dateline.model.dates import EntryDate
from dateline.model.documented import DOCUMENTED, OMIT_NONE
from dateline.model.evidence import Evidence
from dateline.model.hand import Hand, Mark


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere an event takes place."""

    __pydantic_config__: ClassVar = DOCUMENTED
    name: str
    """The name as the articles write it."""
    country: str | None = field(default=None, metadata=OMIT_NONE)
    """The country it lies in or is, ISO 3166-1 alpha-2; absent when the articles do not settle which place it is."""
    latitude: float | None = field(default=None, metadata=OMIT_NONE)
    """Degrees north, WGS 84 (GeoNames); absent for countries and for what is not settled."""
    longitude: float | None = field(default=None, metadata=OMIT_NONE)
    """Degrees east."""
    reason: str | None = field(default=None, metadata=OMIT_NONE)
    """Why it is taken for this place and not for a namesake."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a conflict."""

    __pydantic_config__: ClassVar = DOCUMENTED
    value: str
    """What is claimed: a date, a place, a number with what it counts, or a status."""
    evidence: Evidence
    """The passage that claims it first."""
    since: dt.date | None = None
    """The day since when it is claimed: of that passage's publication; null when it is not known."""
    sources: int = 1
    """How many independent sources claim it."""


class ConflictKind(StrEnum):
    """What passages about one event differ in."""

    DATE = "date"
    """When."""
    PLACE = "place"
    """Where."""
    NUMBER = "number"
    """How many, or how much."""
    STATUS = "status"
    """Whether it took place."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Passages about one event that cannot all be right."""

    __pydantic_config__: ClassVar = DOCUMENTED
    kind: ConflictKind
    """What they differ in."""
    claims: tuple[Claim, ...]
    """Two or more claims, the earliest published first."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the articles had of an event from one day until the next turn."""

    __pydantic_config__: ClassVar = DOCUMENTED
    since: dt.date | None
    """The day of publication from which it stood so; null when that is not known."""
    status: Status
    """The status by what had been published by then."""
    date: EntryDate
    """The date by what had been published by then."""
    article: str
    """Id of the article that turned it."""
    said_by: str | None
    """Who says so there; null where the article speaks in its own voice."""


class Level(StrEnum):
    """How near a line is to what the story is about."""

    KEY = "key"
    """What the story is about: reports open with it, and more than one does, or no other report could."""
    NORMAL = "normal"
    """What belongs to it."""
    BACKGROUND = "background"
    """What lies before the story or beside it."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a headline means by words that name nobody."""

    __pydantic_config__: ClassVar = DOCUMENTED
    words: str
    """The words, as the headline has them: `He`, `the company`."""
    name: str
    """Who or what its article tells that they mean."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words of an article around a headline, by which it is understood."""

    __pydantic_config__: ClassVar = DOCUMENTED
    article: str
    """Id of the article, which is that of the first passage."""
    start: int
    """First code point in the article's text."""
    end: int
    """One past the last code point."""
    exact: str
    """The words, character for character: `text[start:end]`."""
    needed: bool
    """Whether the headline shows that it says too little alone: it opens with `They`, or is a part of a sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: str
    """Stable as long as the passage that first told the event stays."""
    date: EntryDate
    """When, as exact as the words and no more."""
    status: Status
    """The status by the latest evidence."""
    headline: str
    """A passage of the evidence, or the clauses of it that tell the event, white space folded; never prose of ours.

    Where it is a clause about a name, an ellipsis stands for what only joins the two: `Ada Quill … took office in May`.
    """
    evidence: tuple[Evidence, ...]
    """The passages it rests on, the headline's first, then by publication; at least one, unless a person wrote it."""
    participants: tuple[str, ...]
    """Names in the evidence of those who take part."""
    places: tuple[Place, ...]
    """Places named in the evidence."""
    sources: int
    """How many independent sources tell it as the entry has it: copies of one another count once, denials of it not."""
    conflicts: tuple[Conflict, ...]
    """Where the evidence disagrees."""
    importance: float
    """0 to 1: how much the articles make of it, relative to the rest of this timeline."""
    history: tuple[Turn, ...] = ()
    """How its status and date came about by the articles, the first telling first."""
    level: Level = Level.NORMAL
    """How near it is to what the story is about."""
    further: tuple[Evidence, ...] = ()
    """Further passages that tell of the same matter on that day: more of what was said or done, each by itself."""
    meaning: Meaning | None = field(default=None, metadata=OMIT_NONE)
    """Whom its headline means by a word that names nobody; absent where it has none, or its article does not tell."""
    context: Context | None = field(default=None, metadata=OMIT_NONE)
    """What is read beside its headline: the sentence that is a part of, and those before it; absent where it opens its
    article."""
    about: str | None = field(default=None, metadata=OMIT_NONE)
    """What the article of its headline is about: its title, or without one how it begins; absent where headline or
    context say that."""
    hand: Hand | None = field(default=None, metadata=OMIT_NONE)
    """What persons did to it; absent where nobody did anything."""

    @property
    def passages(self) -> tuple[Evidence, ...]:
        """What it rests on and what stands under it."""
        return (*self.evidence, *self.further)

    @property
    def place(self) -> tuple[dt.date, int, float, str]:
        """Where it stands in a timeline: by date, a coarse date before the finer ones it holds; then by importance."""
        return (self.date.first, -self.date.last.toordinal(), -self.importance, self.id)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a series, as one passage gives it."""

    __pydantic_config__: ClassVar = DOCUMENTED
    as_of: str
    """The TIMEX3 value of the day, or the longer stretch, for which it is given."""
    value: int | float
    """The figure, multiplied out: 4.2 billion is 4200000000; of a range the lower end."""
    words: str
    """The figure as written, with its hedge: `at least 12 killed`."""
    evidence: Evidence
    """The passage, with who says so."""
    entry: str | None
    """Id of the entry that rests on the passage; null where the timeline shows none."""
    to: int | float | None = field(default=None, metadata=OMIT_NONE)
    """The upper end of a range."""
    mod: str | None = field(default=None, metadata=OMIT_NONE)
    """How exact it is, as TIMEX3 has it: `EQUAL_OR_MORE`, `MORE_THAN`, `EQUAL_OR_LESS`, `LESS_THAN`, `APPROX`."""


@dataclass(frozen=True, slots=True)
class Series:
    """One figure that several reports bring up to date: a toll, a price, a count."""

    __pydantic_config__: ClassVar = DOCUMENTED
    counts: str
    """What is counted: `people killed`, `journalists`, `offer`, `estimated cost`."""
    unit: str
    """In what: `people`, `journalists`, an ISO 4217 currency, `percent`, `barrels a day`."""
    points: tuple[Point, ...]
    """The figures in order of the days for which they are given, of at least two days and two values."""

    def among(self, entries: Container[str]) -> "Series":
        """The series, its points naming no entry but these."""
        points = (point if point.entry in entries else replace(point, entry=None) for point in self.points)
        return replace(self, points=tuple(points))


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    """A human being."""
    ORGANISATION = "organisation"
    """A company, an authority, an outlet, a party, a team."""
    GOVERNMENT = "government"
    """That of a country, called by its capital or its seat: `Pyongyang`, `the Kremlin`."""
    PLACE = "place"
    """Somewhere: a country, a city, a river."""
    OTHER = "other"
    """Anything else with a name, and what the articles do not tell."""


@dataclass(frozen=True, slots=True)
class Form:
    """A name that an entity goes by."""

    __pydantic_config__: ClassVar = DOCUMENTED
    name: str
    """The name as the articles write it."""
    count: int
    """How often they do."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a passage of the evidence names an entity."""

    __pydantic_config__: ClassVar = DOCUMENTED
    article: str
    """Id of the article."""
    start: int
    """First code point of the name in the article's text."""
    end: int
    """One past the last code point."""
    exact: str
    """The name, character for character: `text[start:end]`, one of the entity's names."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, an organisation, a government or a place, with the names it goes by across the articles."""

    __pydantic_config__: ClassVar = DOCUMENTED
    kind: EntityKind
    """What it is."""
    name: str
    """The name that serves for it: one of its names."""
    names: tuple[Form, ...]
    """What the articles that tell the entries call it, the most used first; counted in their whole text."""
    articles: int
    """How many of these articles name it."""
    mentions: tuple[Mention, ...]
    """Where the evidence of the entries names it, at least once, by article in order of publication."""
    country: str | None = field(default=None, metadata=OMIT_NONE)
    """The country a place lies in or is, or whose government it is, ISO 3166-1 alpha-2; absent where not settled."""
    latitude: float | None = field(default=None, metadata=OMIT_NONE)
    """Of a place, degrees north, WGS 84 (GeoNames); absent for countries and for what is not settled."""
    longitude: float | None = field(default=None, metadata=OMIT_NONE)
    """Degrees east."""
    reason: str | None = field(default=None, metadata=OMIT_NONE)
    """Why it is taken for this place, or for a government."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries in order of date, then importance."""

    __pydantic_config__: ClassVar = DOCUMENTED
    title: str
    """What the timeline is about: given, or the headline that fits best, or who and what most articles name."""
    articles: tuple[ArticleReference, ...]
    """The articles it was made from, in order of publication."""
    entries: tuple[Entry, ...]
    """The lines."""
    series: tuple[Series, ...] = ()
    """The figures that change from one report to another."""
    entities: tuple[Entity, ...] = ()
    """Who and what the evidence names, the one named most first."""
    statements: int = 0
    """How many dated statements the articles hold, of the dates that were asked for."""
    told: int = 0
    """How many of them the entries rest on; the others were left out, and `level` `all` shows them."""
    resting: tuple[Mark, ...] | None = field(default=None, metadata=OMIT_NONE)
    """Marks in force whose line is not among the entries: their passage stands in no newest version of an article, or
    what was asked for leaves it out; absent where there are none."""

    def of_levels(self, *levels: Level) -> tuple[Entry, ...]:
        """The entries of these levels, in their order."""
        return tuple(entry for entry in self.entries if entry.level in levels)

    def without_hidden(self) -> "Timeline":
        """The timeline without the lines that a person hid."""
        return self.showing(entry for entry in self.entries if not (entry.hand and entry.hand.is_hidden))

    def starred(self) -> "Timeline":
        """The timeline of the lines alone that a person starred."""
        return self.showing(entry for entry in self.entries if entry.hand and entry.hand.is_starred)

    def showing(self, entries: Iterable[Entry]) -> "Timeline":
        """The timeline with these of its entries alone."""
        kept = tuple(entries)
        if len(kept) == len(self.entries):
            return self
        there = {entry.id for entry in kept}
        return replace(self, entries=kept, series=tuple(series.among(there) for series in self.series))
