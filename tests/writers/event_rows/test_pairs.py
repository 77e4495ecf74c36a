"""The long table of pairs."""

from dateline.model import EventRow
from dateline.writers.event_rows.pairs import COLUMNS, write_pairs


def test_a_row_for_each_actor_with_each_recipient(rows: list[EventRow]) -> None:
    pieces: list[bytes] = []
    write_pairs(rows, pieces.append)
    header, *read = [line.split("\t") for line in b"".join(pieces).decode().splitlines()]
    assert header == list(COLUMNS)
    columns = [header.index("actor"), header.index("recipient")]
    assert [[row[k] for k in columns] for row in read] == [["PRK", "RUS"], ["RUS", "PRK"], ["", ""], ["", "KEN"]]
    assert {len(row) for row in read} == {len(COLUMNS)}
