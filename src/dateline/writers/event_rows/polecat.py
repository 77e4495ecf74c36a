"""Event rows as POLECAT's table, tab-separated or CSV: UTF-8, a header, every row the same number of cells.

No cell holds a tab or a line end, so that a line is a row. A cell with a quotation mark is quoted as RFC 4180 has it,
in either format: what reads tables by default reads it back.
"""

from collections.abc import Callable, Iterable

from dateline.model import EventRow
from dateline.writers.event_rows.columns import COLUMNS, cells
from dateline.writers.event_rows.guessing import line_of, write_lines


def write_tsv(rows: Iterable[EventRow], put: Callable[[bytes], None]) -> None:
    """Tab-separated, a line feed behind each row."""
    _write(rows, put, "\t", "\n")


def write_csv(rows: Iterable[EventRow], put: Callable[[bytes], None]) -> None:
    """Comma-separated (RFC 4180)."""
    _write(rows, put, ",", "\r\n")


def _write(rows: Iterable[EventRow], put: Callable[[bytes], None], delimiter: str, end: str) -> None:
    put(line_of(list(COLUMNS), delimiter, end))
    write_lines(((row, line_of(row, delimiter, end)) for row in map(cells, rows)), put)
