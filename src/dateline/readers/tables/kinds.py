"""A text in, whether it is a table out: by the names of its columns, else by lines that all have as many cells."""

import csv
import re
from itertools import islice

from dateline.readers.tables.columns import known

DELIMITERS = ",;\t|"

# Lines that must agree, and cells they must have, where no column is known by its name.
_LINES, _CELLS = 5, 4
# Characters of a cell that is no prose.
_CELL = 40


def is_table(opening: str) -> bool:
    """Whether a text that nothing else tells of is a table."""
    lines = [line for line in islice(opening.splitlines(), 60) if line.strip()]
    if len(lines) < 2:
        return False
    first = cells(lines[0])
    if len(first) >= 3 and sum(known(cell) is not None for cell in first) >= 2 and all(map(_is_name, first)):
        return True
    for mark in "\t;,|":
        counts = {line.count(mark) for line in lines[:_LINES]}
        if len(lines) >= _LINES and len(counts) == 1 and (count := counts.pop()) + 1 >= _CELLS:
            short = sum(len(cell) <= _CELL for line in lines[:_LINES] for cell in line.split(mark))
            if mark == "\t" or (short > 0.9 * _LINES * (count + 1) and not re.search(r"[.!?]\s", lines[0])):
                return True
    return False


def _is_name(cell: str) -> bool:
    return len(cell) <= _CELL and not cell.strip().endswith((".", "!", "?"))


def cells(line: str) -> list[str]:
    """The cells of a line, by the mark that divides it into most."""
    try:
        return next(csv.reader([line], delimiter=delimiter(line)), [])
    except csv.Error:
        return []


def delimiter(line: str) -> str:
    """The mark that divides a line of a table: the one that stands most often outside quotation marks."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(DELIMITERS, key=bare.count)
