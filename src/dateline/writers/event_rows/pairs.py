"""Event rows as a long table of pairs, tab-separated: a row for each actor with each recipient, to be counted by dyads.

What several do together gives a pair in each direction; who acts on nobody gives one row without a recipient.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import permutations, product

from dateline.coding.ontology import MUTUAL, TYPES, intensity_of
from dateline.model import EventRow, RowParty
from dateline.writers.event_rows.columns import STATUS_WORDS, cell_of, cow_number, event_id
from dateline.writers.event_rows.guessing import line_of, write_lines

COLUMNS = {
    "event_id": "Id of the event.",
    "date": "When, as exact as the words (TIMEX3).",
    "type": "One of the 16 types of PLOVER.",
    "mode": "A mode of the type; empty where the words do not tell.",
    "quad": "1 to 4: verbal and material cooperation, verbal and material conflict.",
    "intensity": "From -10, conflict, to 10, cooperation.",
    "status": "done, planned, proposed, denied, cancelled, postponed or claimed.",
    "actor": "ISO 3166-1 alpha-3, or IGO, NGO, IMG; empty where not settled.",
    "actor_cow": "Correlates of War number.",
    "actor_sector": "Primary sector in PLOVER.",
    "actor_name": "Full name, else the words of the evidence.",
    "recipient": "As for the actor.",
    "recipient_cow": "As for the actor.",
    "recipient_sector": "As for the actor.",
    "recipient_name": "As for the actor.",
    "source_count": "How many outlets tell it on their own.",
}
"""The columns of the table of pairs, each with what is in it."""


def write_pairs(rows: Iterable[EventRow], put: Callable[[bytes], None]) -> None:
    """Tab-separated, a header first."""
    put(line_of(tuple(COLUMNS)))
    write_lines(((values, line_of(values)) for row in rows for values in _rows_of(row)), put)


def _rows_of(row: EventRow) -> Iterator[list[str]]:
    """The cells of a row's pairs."""
    for actor, recipient in _pairs(row):
        values = [
            event_id(row),
            row.date.value if row.date else "",
            row.type,
            row.mode,
            str(TYPES[row.type].quad),
            str(intensity_of(row.type, row.mode)),
            STATUS_WORDS[row.status],
            *_cells(actor),
            *_cells(recipient),
            str(row.source_count),
        ]
        yield [cell_of(value) for value in values]


def _pairs(row: EventRow) -> Iterator[tuple[RowParty | None, RowParty | None]]:
    if row.type in MUTUAL and not row.recipients and len(row.actors) > 1:
        yield from permutations(row.actors, 2)
        return
    yield from product(row.actors or (None,), row.recipients or (None,))


def _cells(party: RowParty | None) -> list[str]:
    if party is None:
        return [""] * 4
    sector = party.sectors[0] if party.sectors else ""
    return [party.country, cow_number(party.country), sector, party.name or party.raw]
