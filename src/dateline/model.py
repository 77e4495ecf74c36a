"""The nouns of Dateline.

Frozen, slotted dataclasses that every step takes and gives. Field names are the keys of the JSON output, and the text
under each field is its meaning in `docs/output.md` and in the JSON Schema: it is written once, here.

Offsets are Unicode code points into `Article.text`, end exclusive; `article.text[start:end]` is always the passage
itself. Calendar days are proleptic Gregorian.

The vocabulary follows the field: TIMEX3 (ISO 24617-1) for time expressions, source, cue and content for attributions
(PARC, Pareti 2016; PolNeAR, Newell et al. 2018).
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

_DOCUMENTED: dict[str, Any] = {"use_attribute_docstrings": True}
OMIT_NONE: dict[str, bool] = {"omit_none": True}
"""Field metadata: the key is left out of the JSON output when the value is None."""


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


class Status(StrEnum):
    """What an article says of an event: that it took place, or how far it is from having done so."""

    HAPPENED = "happened"
    """Told as a fact of the past."""
    ONGOING = "ongoing"
    """Told as going on at the time of writing."""
    SCHEDULED = "scheduled"
    """Ahead, with a date fixed by someone who can fix it."""
    EXPECTED = "expected"
    """Ahead: hoped for, likely, or without a fixed date."""
    PROPOSED = "proposed"
    """Demanded, offered, suggested or threatened."""
    DENIED = "denied"
    """Said not to be, or not to have been."""
    CANCELLED = "cancelled"
    """Was planned and will not be."""
    POSTPONED = "postponed"
    """Was planned and is put off."""
    UNCERTAIN = "uncertain"
    """Said to be possible, or reportedly so."""

    @property
    def affirms(self) -> bool:
        """Whether by it the event took place, is to, or may: not when it is denied, called off, put off or demanded."""
        return self in _AFFIRMED

    def bears_out(self, other: "Status") -> bool:
        """Whether who tells one tells the same as who tells the other: a denial does not bear out a fact."""
        return self is other or (self.affirms and other.affirms)


_AFFIRMED = frozenset({Status.HAPPENED, Status.ONGOING, Status.SCHEDULED, Status.EXPECTED, Status.UNCERTAIN})


class Granularity(StrEnum):
    """The grain of a calendar date: as fine as its words, never finer."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Skip:
    """A stretch of text that is not the story: it is never evidence."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    why: str
    """`header`, `title`, `byline`, `dateline`, `caption`, `credit`, `furniture` or `correction-note`."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line a report opens with: `SEOUL, April 23 (Reuters) -`."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    place: str | None = None
    """Where it was filed, as written: `SEOUL`."""
    agency: str | None = None
    """The agency or outlet named in it, as written: `Reuters`."""
    span: Span | None = None
    """Where it stands in the text."""


@dataclass(frozen=True, slots=True)
class Article:
    """One published text, never changed after reading."""

    __pydantic_config__: ClassVar = _DOCUMENTED
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
    language: str = "en"
    """BCP 47 tag of the language; analysis is for `en`."""
    updated: dt.datetime | None = None
    """When this version replaced an earlier one of the same id."""
    skipped: tuple[Skip, ...] = ()
    """What is not the story, in text order, without overlaps."""
    origin: str = ""
    """Where it was read: `folder/file.txt`, `file.jsonl:7`, `-:2`. For messages only."""

    @property
    def available(self) -> dt.date | None:
        """The day this version could first be read: of its update, else of its publication."""
        return self.updated.date() if self.updated else self.published


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """What a timeline says of an article it rests on."""

    __pydantic_config__: ClassVar = _DOCUMENTED
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


@dataclass(frozen=True, slots=True)
class When:
    """The calendar days that words name."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    value: str
    """The TIMEX3 value, at the grain of the words: `2019-04-25`, `2019-W16`, `2019-03`, `1991`."""
    first: dt.date
    """The first day covered."""
    last: dt.date
    """The last day covered, inclusive."""


@dataclass(frozen=True, slots=True)
class EntryDate(When):
    """When an entry belongs, with the grain of its date."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    granularity: Granularity
    """How exact the date is."""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, as TIMEX3 (ISO 24617-1) has it, with the calendar days it covers."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The expression as written."""
    type: str
    """`DATE`, `TIME`, `DURATION` or `SET`."""
    value: str
    """The TIMEX3 value; `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` or X for what the text leaves open."""
    mod: str | None = field(default=None, metadata=OMIT_NONE)
    """The TIMEX3 modifier (`START`, `MID`, `END`, `APPROX`, `BEFORE`, …)."""
    quant: str | None = field(default=None, metadata=OMIT_NONE)
    """Of a SET, the quantifier (`EVERY`)."""
    freq: str | None = field(default=None, metadata=OMIT_NONE)
    """Of a SET, how often within the value (`2X`)."""
    first: dt.date | None = None
    """The first day covered; null when no calendar day can be told."""
    last: dt.date | None = None
    """The last day covered, inclusive; null when no calendar day can be told."""
    ambiguous: bool | None = field(default=None, metadata=OMIT_NONE)
    """True when the figures could be read in another order (04/05/2019) and nothing told which."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the terms of PARC and PolNeAR."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    source: tuple[Span, ...]
    """The words that name who speaks; empty when left out."""
    cue: tuple[Span, ...]
    """The words that say that something is said (`said`, `according to`)."""
    content: tuple[Span, ...]
    """What is said."""
    kind: str
    """`direct` (in quotation marks), `indirect` or `mixed`."""
    speaker: str | None
    """The speaker by name where the article tells it, else as written; null when left out."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The name as written, without a possessive ending."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part in an event, as one sentence tells it."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    role: str
    """`agent`, `patient`, `recipient` or `other`."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one sentence tells it. The span is its trigger, as TimeML marks events."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    start: int
    """First code point of the trigger."""
    end: int
    """One past its last code point."""
    text: str
    """The trigger: the verb, noun or adjective that names the event."""
    status: Status
    """Whether it took place, by these words."""
    said_by: str | None
    """Who says so; null where the article speaks in its own voice."""
    date: When | None
    """The days it is dated to by the words around it; null when they do not tell."""
    participants: tuple[Participant, ...]
    """Who takes part."""
    place: Name | None
    """Where it takes place, when the sentence tells."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything read from one article, standing off its text. A layer that was not asked for is None."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    id: str
    """The article's id."""
    published: dt.date | None
    """The day of publication, against which relative expressions are resolved."""
    timexes: tuple[Timex, ...] | None = field(default=None, metadata=OMIT_NONE)
    """Time expressions, in text order."""
    attributions: tuple[Attribution, ...] | None = field(default=None, metadata=OMIT_NONE)
    """Who says what."""
    events: tuple[EventMention, ...] | None = field(default=None, metadata=OMIT_NONE)
    """Event mentions, in text order."""
    names: tuple[Name, ...] | None = field(default=None, metadata=OMIT_NONE)
    """Names, in text order."""
    skipped: tuple[Skip, ...] = ()
    """What is not the story, in text order."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage an entry rests on."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    article: str
    """Id of the article."""
    start: int
    """First code point of the passage in the article's text."""
    end: int
    """One past the last code point."""
    exact: str
    """The passage, character for character: `text[start:end]`."""
    status: Status
    """What this passage says of the event."""
    said_by: str | None
    """Who says so in this passage; null where the article speaks in its own voice."""
    date: str | None = field(default=None, metadata=OMIT_NONE)
    """The TIMEX3 value this passage dates it to: coarser than the entry's at times, or from before it was moved."""
    origin: str | None = field(default=None, metadata=OMIT_NONE)
    """Whose report it is: the outlet's own, or that of the agency or outlet it credits, copies or cites."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere an event takes place."""

    __pydantic_config__: ClassVar = _DOCUMENTED
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

    __pydantic_config__: ClassVar = _DOCUMENTED
    value: str
    """What is claimed: a date, a place, a number with what it counts, or a status."""
    evidence: Evidence
    """The passage that claims it first."""
    since: dt.date | None = None
    """The day since when it is claimed: of that passage's publication; null when it is not known."""
    sources: int = 1
    """How many independent sources claim it."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Passages about one event that cannot all be right."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    kind: str
    """`date`, `place`, `number` or `status`: what they differ in."""
    claims: tuple[Claim, ...]
    """Two or more claims, the earliest published first."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the articles had of an event from one day until the next turn."""

    __pydantic_config__: ClassVar = _DOCUMENTED
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline."""

    __pydantic_config__: ClassVar = _DOCUMENTED
    id: str
    """Stable as long as the passage that first told the event stays."""
    date: EntryDate
    """When, as exact as the words and no more."""
    status: Status
    """The status by the latest evidence."""
    headline: str
    """A passage of the evidence, white space folded; never prose of our own."""
    evidence: tuple[Evidence, ...]
    """The passages it rests on, at least one; the headline's first, then by publication."""
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
    """How its status and date came about, the first telling first; the last turn has what the entry has."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a series, as one passage gives it."""

    __pydantic_config__: ClassVar = _DOCUMENTED
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

    __pydantic_config__: ClassVar = _DOCUMENTED
    counts: str
    """What is counted: `people killed`, `journalists`, `offer`, `estimated cost`."""
    unit: str
    """In what: `people`, `journalists`, an ISO 4217 currency, `percent`, `barrels a day`."""
    points: tuple[Point, ...]
    """The figures in order of the days for which they are given, of at least two days and two values."""


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

    __pydantic_config__: ClassVar = _DOCUMENTED
    name: str
    """The name as the articles write it."""
    count: int
    """How often they do."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a passage of the evidence names an entity."""

    __pydantic_config__: ClassVar = _DOCUMENTED
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

    __pydantic_config__: ClassVar = _DOCUMENTED
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

    __pydantic_config__: ClassVar = _DOCUMENTED
    title: str
    """What the timeline is about: given, or the names the articles share."""
    articles: tuple[ArticleReference, ...]
    """The articles it was made from, in order of publication."""
    entries: tuple[Entry, ...]
    """The lines."""
    series: tuple[Series, ...] = ()
    """The figures that change from one report to another."""
    entities: tuple[Entity, ...] = ()
    """Who and what the evidence names, the one named most first."""


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

    __pydantic_config__: ClassVar = _DOCUMENTED
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

    __pydantic_config__: ClassVar = _DOCUMENTED
    title: str
    """The timeline's title."""
    since: dt.date
    """The earlier moment: articles published by the end of this day."""
    until: dt.date | None
    """The later moment; null when there is no dated article."""
    changes: tuple[Change, ...]
    """In order of date."""
