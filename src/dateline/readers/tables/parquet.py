"""A Parquet table in, an article a row out."""

from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError
from dateline.readers.drafts import Draft
from dateline.readers.sources import Source, library
from dateline.readers.tables import columns

# Rows that are held at a time.
_ROWS = 1_000


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a table."""
    parquet = library("pyarrow.parquet", source)
    file = parquet.ParquetFile(source.seekable())
    names = list(file.schema_arrow.names)
    columns.chosen(names, source)

    def rows() -> Iterator[tuple[int, list[Any]]]:
        number = 0
        for batch in file.iter_batches(batch_size=_ROWS):
            held = [batch.column(i).to_pylist() for i in range(len(names))]
            for row in zip(*held, strict=True):
                number += 1
                yield number, list(row)

    yield from columns.drafts(names, rows(), source)
