"""A row in, its cells out: the 40 columns of POLECAT in its order and spelling, and our own behind `Version`."""

from collections.abc import Callable, Sequence

from dateline import __version__
from dateline.coding.country_codes import BODIES, by_alpha3
from dateline.coding.ontology import intensity_of, quad_of
from dateline.model import EventRow, RowParty, Status
from dateline.writers.phrasing.characters import folded

STATUS_WORDS = {
    Status.HAPPENED: "done",
    Status.ONGOING: "done",
    Status.SCHEDULED: "planned",
    Status.EXPECTED: "planned",
    Status.PROPOSED: "proposed",
    Status.DENIED: "denied",
    Status.CANCELLED: "cancelled",
    Status.POSTPONED: "postponed",
    Status.UNCERTAIN: "claimed",
}
"""What the column `Status` says, by how the event stands."""

_CREDIT = "PLOVER ontology (Open Event Data Alliance); agents (c) 2014 OEDA, actors (c) 2014 Open Event Data, MIT"


def event_id(row: EventRow) -> str:
    """The id of a row as POLECAT writes ids: its own, its type, and a number."""
    return f"{row.id}_{row.type}_1"


def _joined(values: Sequence[str]) -> str:
    """Several entities of one cell; empty where none has a value."""
    return "; ".join(values) if any(values) else ""


def country_name(code: str) -> str:
    """The full English name of a country; of a body its code."""
    return code if code in BODIES or not code else by_alpha3()[code].name if code in by_alpha3() else code


def cow_number(code: str) -> str:
    """The Correlates of War number of a country; empty for what has none."""
    return by_alpha3()[code].cow if code in by_alpha3() else ""


def _side(parties: Sequence[RowParty]) -> dict[str, str]:
    return {
        "Name": _joined([party.name for party in parties]),
        "Country": _joined([country_name(party.country) for party in parties]),
        "COW": _joined([cow_number(party.country) for party in parties]),
        "Primary Sector": _joined([party.sectors[0] if party.sectors else "" for party in parties]),
        "Sectors": _joined([" ".join(party.sectors) for party in parties]),
        "Title": _joined([party.title for party in parties]),
        "Name Raw": _joined([party.raw for party in parties]),
    }


def _actor(column: str) -> Callable[[EventRow], str]:
    return lambda row: _side(row.actors)[column]


def _recipient(column: str) -> Callable[[EventRow], str]:
    return lambda row: _side(row.recipients)[column]


def _place(row: EventRow) -> str:
    return row.place.raw if row.place else ""


def _coordinate(value: float | None) -> str:
    return "" if value is None else f"{value:.5f}".rstrip("0").rstrip(".")


def _nothing(_: EventRow) -> str:
    return ""


Cell = Callable[[EventRow], str]

POLECAT: dict[str, tuple[Cell, str]] = {
    "Event ID": (event_id, "Id of the event, stable while the passage that first told it stays."),
    "Event Date": (
        lambda row: row.date.value if row.date else "",
        "When, as exact as the words: 2019-04-25, 2019-W16, 2019-03, 2019 (TIMEX3). See Date Basis.",
    ),
    "Event Type": (lambda row: row.type, "One of the 16 types of PLOVER."),
    "Event Mode": (lambda row: row.mode, "A mode of the type; empty where the words do not tell."),
    "Event Intensity": (
        lambda row: f"{intensity_of(row.type, row.mode)}",
        "From -10, conflict, to 10, cooperation, as published for the type and mode.",
    ),
    "Quad Code": (lambda row: quad_of(row.type), "The quad class of the type."),
    "Contexts": (lambda row: _joined(row.contexts), "What the act is about, where the words tell."),
    "Actor Name": (_actor("Name"), "Full names of those who act; empty for a country alone."),
    "Actor Country": (_actor("Country"), "Their countries by English name; IGO, NGO, IMG for international bodies."),
    "Actor COW": (_actor("COW"), "The Correlates of War numbers of these countries."),
    "Primary Actor Sector": (_actor("Primary Sector"), "Their primary sectors in PLOVER."),
    "Actor Sectors": (_actor("Sectors"), "All their sectors, with blanks between those of one."),
    "Actor Title": (_actor("Title"), "Words for their office or part."),
    "Actor Name Raw": (_actor("Name Raw"), "The words of the evidence."),
    "Wikipedia Actor ID": (_nothing, "Not filled."),
    "Recipient Name": (_recipient("Name"), "As for actors."),
    "Recipient Country": (_recipient("Country"), "As for actors."),
    "Recipient COW": (_recipient("COW"), "As for actors."),
    "Primary Recipient Sector": (_recipient("Primary Sector"), "As for actors."),
    "Recipient Sectors": (_recipient("Sectors"), "As for actors."),
    "Recipient Title": (_recipient("Title"), "As for actors."),
    "Recipient Name Raw": (_recipient("Name Raw"), "As for actors."),
    "Wikipedia Recipient ID": (_nothing, "Not filled."),
    "Placename": (_place, "Where it took place, when the words tell."),
    "City": (
        lambda row: row.place.raw if row.place and row.place.latitude is not None else "",
        "The city, where the place is settled as one.",
    ),
    "District": (_nothing, "Not filled."),
    "Province": (_nothing, "Not filled."),
    "Country": (lambda row: country_name(row.place.country) if row.place else "", "The country of the place."),
    "Latitude": (
        lambda row: _coordinate(row.place.latitude) if row.place else "",
        "Degrees north, WGS 84 (GeoNames); empty for countries and for what is not settled.",
    ),
    "Longitude": (lambda row: _coordinate(row.place.longitude) if row.place else "", "Degrees east."),
    "GeoNames ID": (
        lambda row: str(row.place.geonames) if row.place and row.place.geonames else "",
        "The number of the city in GeoNames; empty for countries and for what is not settled.",
    ),
    "Raw Placename": (_place, "The place as written."),
    "Feature Type": (_nothing, "Not filled."),
    "Source": (lambda row: row.source, "The outlet of the article that the evidence stands in."),
    "Publication Date": (
        lambda row: row.published.isoformat() if row.published else "",
        "The day on which that article was published.",
    ),
    "Story People": (lambda row: _joined(row.people), "Persons that the article names."),
    "Story Organizations": (lambda row: _joined(row.organizations), "Bodies that the article names."),
    "Story Locations": (lambda row: _joined(row.locations), "Places that the article names."),
    "Language": (lambda row: row.language, "The language of the article (BCP 47)."),
    "Version": (lambda _: f"Dateline {__version__}", "The version that coded it."),
}
"""The columns of POLECAT, each with what is in it."""

OWN: dict[str, tuple[Cell, str]] = {
    "Status": (
        lambda row: STATUS_WORDS[row.status],
        "done, planned, proposed, denied, cancelled, postponed, claimed.",
    ),
    "Status Evidence": (
        lambda row: f"said by {row.said_by}" if row.said_by else "",
        "Who says so, where no report does in its own voice.",
    ),
    "Date Precision": (lambda row: row.date.granularity.value if row.date else "", "day, week, month, year and so on."),
    "Date Basis": (
        lambda row: row.date.basis.value if row.date else "",
        "stated by the words, computed from another day, or only reported: then it is the day of publication.",
    ),
    "Evidence": (lambda row: row.evidence, "The sentence that tells it."),
    "Evidence URL": (lambda row: row.url or row.article, "Where the article was published, else its id."),
    "Evidence Start": (lambda row: str(row.start), "First code point of the sentence in the article's text."),
    "Evidence End": (lambda row: str(row.end), "One past its last code point."),
    "Source Count": (
        lambda row: str(row.source_count),
        "How many outlets tell it on their own; copies of one report count once.",
    ),
    "Sources": (lambda row: _joined(row.sources), "The outlets that tell it."),
    "Entry ID": (lambda row: row.id, "The event without its type: the same in every format."),
}
"""Our own columns, behind those of POLECAT."""

COLUMNS = {**POLECAT, **OWN}

CREDIT = _CREDIT
"""Whose work the codes rest on, as its licences ask to be told."""


def cells(row: EventRow) -> list[str]:
    """The cells of a row, in the order of `COLUMNS`."""
    return [cell_of(cell(row)) for cell, _ in COLUMNS.values()]


def cell_of(value: str) -> str:
    """A value as a cell: no line ends, tabs or control characters; empty where programs would take it for missing."""
    cell = folded(value)
    return "" if cell.lower() in _MISSING else cell


# Words that one program or another takes for a missing value; as the words for somebody they tell nothing.
_MISSING = frozenset(("na", "n/a", "nan", "none", "null", "nil"))
