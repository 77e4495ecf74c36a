"""What is told of one article, standing off its text: time expressions, attributions, names, events."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from dateline.model.article import Skip, Span
from dateline.model.dates import When
from dateline.model.documented import DOCUMENTED, OMIT_NONE


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


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    """A calendar day or a longer stretch of the calendar."""
    TIME = "TIME"
    """A time of day, or a part of one."""
    DURATION = "DURATION"
    """A length of time."""
    SET = "SET"
    """What comes round again: `every Monday`."""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, as TIMEX3 (ISO 24617-1) has it, with the calendar days it covers."""

    __pydantic_config__: ClassVar = DOCUMENTED
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The expression as written."""
    type: TimexType
    """The TIMEX3 type."""
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


class AttributionKind(StrEnum):
    """How what somebody says is passed on."""

    DIRECT = "direct"
    """In quotation marks."""
    INDIRECT = "indirect"
    """In the words of the article."""
    MIXED = "mixed"
    """In the words of the article, some of it in quotation marks."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the terms of PARC and PolNeAR."""

    __pydantic_config__: ClassVar = DOCUMENTED
    source: tuple[Span, ...]
    """The words that name who speaks; empty when left out."""
    cue: tuple[Span, ...]
    """The words that say that something is said (`said`, `according to`)."""
    content: tuple[Span, ...]
    """What is said."""
    kind: AttributionKind
    """How it is passed on."""
    speaker: str | None
    """The speaker by name where the article tells it, else as written; null when left out."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text."""

    __pydantic_config__: ClassVar = DOCUMENTED
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The name as written, without a possessive ending."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Role(StrEnum):
    """What part somebody or something has in an event."""

    AGENT = "agent"
    """Who does it."""
    PATIENT = "patient"
    """Whom or what it is done to."""
    RECIPIENT = "recipient"
    """To whom, or with whom."""
    OTHER = "other"
    """Any other part."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part in an event, as one sentence tells it."""

    __pydantic_config__: ClassVar = DOCUMENTED
    role: Role
    """Which part."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one sentence tells it. The span is its trigger, as TimeML marks events."""

    __pydantic_config__: ClassVar = DOCUMENTED
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
class CodedParty:
    """Who takes part in a coded event, as its sentence names him."""

    __pydantic_config__: ClassVar = DOCUMENTED
    text: str
    """The words."""
    code: str | None
    """The country, ISO 3166-1 alpha-3, or IGO, NGO, IMG for international bodies; null where it is not settled."""
    sector: str | None
    """The primary sector in PLOVER (`GOV`, `MIL`, `REB` …); null where it is not settled, as of a country alone."""


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event as one sentence tells it, coded. The span is the word that names it."""

    __pydantic_config__: ClassVar = DOCUMENTED
    start: int
    """First code point of that word."""
    end: int
    """One past its last code point."""
    type: str
    """One of the 16 types of PLOVER."""
    mode: str | None
    """How it was done, as a mode of the type; null where the words do not tell or the type has none."""
    status: Status
    """Whether it took place, by these words. Of a promise, a threat, a refusal or a demand: whether that was made."""
    actor: tuple[CodedParty, ...]
    """Who acts."""
    recipient: tuple[CodedParty, ...]
    """Whom it is done to; of what several do together, all but the one named first."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything read from one article, standing off its text. A layer that was not asked for is None."""

    __pydantic_config__: ClassVar = DOCUMENTED
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
    coding: tuple[CodedEvent, ...] | None = field(default=None, metadata=OMIT_NONE)
    """Events coded in the PLOVER ontology, in text order."""
    skipped: tuple[Skip, ...] = ()
    """What is not the story, in text order."""
