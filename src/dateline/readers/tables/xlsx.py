"""An Excel table in, an article a row out: the first sheet that has a column of text."""

from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError
from dateline.readers.drafts import Draft
from dateline.readers.sources import Source, library
from dateline.readers.tables import columns


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a table."""
    openpyxl = library("openpyxl", source)
    book = openpyxl.load_workbook(source.seekable(), read_only=True, data_only=True)
    try:
        refused: InputError | None = None
        for sheet in book.worksheets:
            rows = [
                (number, row) for number, row in enumerate(sheet.iter_rows(values_only=True), 1) if any(map(_says, row))
            ]
            if not rows:
                continue
            at = columns.header([row for _, row in rows[:20]], source)
            names = [str(cell).strip() if cell is not None else "" for cell in rows[at][1]]
            try:
                columns.chosen(names, source)
            except InputError as error:
                refused = refused or error
                continue
            yield from columns.drafts(names, iter(rows[at + 1 :]), source)
            return
        if refused is not None:
            raise refused
    finally:
        book.close()


def _says(cell: Any) -> bool:
    return cell is not None and str(cell).strip() != ""
