"""Lines of a table in, the same lines out: first those by which programs that guess types see that a column is text.

They guess by the first rows (polars by 100, readr by 1,000, DuckDB by 20,480), and stop at the first row that does not
fit: where 30,000 rows with one actor's number stand before one with those of two, `731; 365`. Such a row goes first.
"""

import csv
import io
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from typing import IO

# Bytes that are copied at once.
_PIECE = 1 << 16
# What is taken for a number, a day or a truth value.
_GUESSED = re.compile(r"[-+]?[\d.,]+(?:[eE][-+]?\d+)?|\d{4}-\d\d-\d\d|true|false|t|f", re.IGNORECASE)


def line_of(cells: Sequence[str], delimiter: str = "\t", end: str = "\n") -> bytes:
    """A line of a table: a cell with a quotation mark, or with the delimiter, is quoted as RFC 4180 has it."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator=end).writerow(cells)
    return written.getvalue().encode()


def write_lines(lines: Iterable[tuple[Sequence[str], bytes]], put: Callable[[bytes], None]) -> None:
    """Write lines, each given with its cells. They wait in a file on disk: any number of them fits."""
    with tempfile.TemporaryFile() as waiting:
        first = _first(lines, waiting)
        for start, end in first:
            waiting.seek(start)
            put(waiting.read(end - start))
        position = 0
        for start, end in [*first, (waiting.seek(0, 2), 0)]:
            waiting.seek(position)
            _copy(waiting, start - position, put)
            position = end


def _first(lines: Iterable[tuple[Sequence[str], bytes]], waiting: IO[bytes]) -> list[tuple[int, int]]:
    """Keep lines in a file; where those stand in it, in order, that go first."""
    first: list[tuple[int, int]] = []
    guessed: set[int] = set()
    text: set[int] = set()
    for cells, line in lines:
        told = {column for column, cell in enumerate(cells) if cell and column not in text}
        numbers = {column for column in told if _GUESSED.fullmatch(cells[column])}
        start = waiting.tell()
        waiting.write(line)
        if guessed & (told - numbers):
            first.append((start, start + len(line)))
        text |= told - numbers
        guessed |= numbers
    return first


def _copy(waiting: IO[bytes], size: int, put: Callable[[bytes], None]) -> None:
    while size > 0 and (piece := waiting.read(min(size, _PIECE))):
        put(piece)
        size -= len(piece)
