"""The data dictionary names every column and type."""

from dateline.coding.ontology import TYPES
from dateline.writers.event_rows import columns, pairs
from dateline.writers.event_rows.meaning import dictionary


def test_every_column_and_type_is_told_of() -> None:
    text = dictionary()
    assert [name for name in (*columns.COLUMNS, *pairs.COLUMNS, *TYPES) if f"| {name} |" not in text] == []
    assert "MIT" in text
