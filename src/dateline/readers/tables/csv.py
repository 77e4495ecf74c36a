"""A table as text in, an article a row out: CSV, TSV or with semicolons, in any encoding that is read."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from dateline.errors import InputError, MalformedArticle
from dateline.readers import encodings
from dateline.readers.drafts import Draft
from dateline.readers.native import ARTICLE_LIMIT
from dateline.readers.sources import Source
from dateline.readers.tables import columns
from dateline.readers.tables.kinds import DELIMITERS, delimiter


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a table."""
    text, note = encodings.decode(source.data(), source.name)
    if note:
        source.notes.append(note)
    text = text.lstrip("\ufeff").replace("\0", "")
    first = text.lstrip().split("\n", 1)[0]
    mark = "\t" if source.suffix in (".tsv", ".tab") and "\t" in first else delimiter(first)
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own line
        mark, text = first.strip()[4], text.lstrip().split("\n", 1)[-1]
    elif mark not in first:
        mark = max(DELIMITERS, key=text[:5_000].count)
    csv.field_size_limit(ARTICLE_LIMIT)
    rows = _Rows(text, mark, source)
    opening = list(islice(rows, 20))
    if not opening:
        return
    at = columns.header([row for _, row in opening], source)
    names = [cell.strip() for cell in opening[at][1]]
    yield from columns.drafts(names, (row for part in (opening[at + 1 :], rows) for row in part), source)
    yield from rows.problems


class _Rows:
    """The rows of a table, each with the line it ends on."""

    def __init__(self, text: str, mark: str, source: Source) -> None:
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        self._source = source
        self.problems: list[InputError] = []

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        return self

    def __next__(self) -> tuple[int, list[str]]:
        line = self._reader.line_num + 1
        try:
            return line, next(self._reader)
        except csv.Error as error:
            self.problems.append(
                MalformedArticle(f"{self._source.name}:{line}", f"the table is broken here: {error}", "Correct the row")
            )
            raise StopIteration from None
