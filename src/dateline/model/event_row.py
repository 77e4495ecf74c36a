"""Events as political science codes them, in the PLOVER ontology, merged across the articles that tell them."""

import datetime as dt
from dataclasses import dataclass, field

from dateline.model.annotation import Status
from dateline.model.dates import EntryDate


@dataclass(frozen=True, slots=True)
class RowParty:
    """Who takes part in an event of a row."""

    name: str
    """The full name; empty where no name is given, or a country alone."""
    country: str
    """ISO 3166-1 alpha-3, or IGO, NGO, IMG; empty where it is not settled."""
    sectors: tuple[str, ...]
    """In PLOVER's codes, the primary one first; empty where not settled."""
    title: str
    """The words for the office or part: `foreign minister`."""
    raw: str
    """The words of the evidence."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where an event of a row took place."""

    raw: str
    """The name as written."""
    country: str
    """ISO 3166-1 alpha-3; empty where it is not settled."""
    latitude: float | None = None
    """Degrees north, WGS 84 (GeoNames); None for countries and for what is not settled."""
    longitude: float | None = None
    """Degrees east."""
    geonames: int | None = None
    """The number of a city in GeoNames."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event, merged across the articles that tell it; or one report of it."""

    id: str
    """Stable as long as the passage that first told it stays."""
    date: EntryDate | None
    """When, as exact as the words; that of publication where they give none, and its basis says so."""
    type: str
    """One of the 16 types of PLOVER."""
    mode: str
    """A mode of the type; empty where the words do not tell."""
    contexts: tuple[str, ...]
    status: Status
    """By the latest report."""
    said_by: str
    """Who says so, where the latest report does not in its own voice."""
    actors: tuple[RowParty, ...]
    recipients: tuple[RowParty, ...]
    place: RowPlace | None
    evidence: str
    """The sentence that tells it, character for character."""
    article: str
    """Id of the article it stands in."""
    start: int
    """First code point of the sentence in the article's text."""
    end: int
    """One past the last code point."""
    url: str
    source: str
    """The outlet of that article."""
    published: dt.date | None
    """The day on which that article was published."""
    language: str
    sources: tuple[str, ...]
    """The outlets that tell it, sorted."""
    source_count: int
    """How many of them tell it on their own: who prints another's words or credits its agency is not counted again."""
    reports: int
    """How many passages tell it."""
    people: tuple[str, ...] = ()
    """Persons that the article names."""
    organizations: tuple[str, ...] = ()
    """Bodies that the article names."""
    locations: tuple[str, ...] = ()
    """Places that the article names."""
    rule: str = field(default="", compare=False)
    """The row of the tables it was coded by."""
