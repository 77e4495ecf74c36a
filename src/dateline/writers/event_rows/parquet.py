"""Event rows as Parquet: the columns of the table, with numbers and days in types of their own; needs pyarrow."""

import datetime as dt
import io
from collections.abc import Callable, Iterable
from importlib import import_module
from itertools import islice
from typing import Any

from dateline.errors import OptionError
from dateline.model import EventRow
from dateline.writers.event_rows.columns import COLUMNS, CREDIT, cells

# Rows of one group: what is held in memory at once.
_GROUP = 20_000

_FLOATS = ("Event Intensity", "Latitude", "Longitude")
_INTEGERS = ("GeoNames ID", "Evidence Start", "Evidence End", "Source Count")
_DAYS = ("Publication Date",)


def write_parquet(rows: Iterable[EventRow], put: Callable[[bytes], None]) -> None:
    """One Parquet file, in groups of rows. Raises OptionError where pyarrow is not installed."""
    try:
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError:
        raise OptionError("Parquet needs the package pyarrow. Install dateline[formats], or use --format tsv") from None
    schema = arrow.schema(
        [(name, _type(arrow, name)) for name in COLUMNS], metadata={"license": CREDIT, "created_by": "Dateline"}
    )
    sink = _Sink(put)
    waiting = iter(rows)
    with parquet.ParquetWriter(sink, schema) as writer:
        while group := list(islice(waiting, _GROUP)):
            table = zip(*(cells(row) for row in group), strict=True)
            columns = [
                arrow.array([_value(name, cell) for cell in column], type=schema.field(name).type)
                for name, column in zip(COLUMNS, table, strict=True)
            ]
            writer.write_table(arrow.table(columns, schema=schema))


class _Sink(io.RawIOBase):
    """A file that can only be written to, front to back."""

    def __init__(self, put: Callable[[bytes], None]) -> None:
        self._put = put
        self._position = 0

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        data = bytes(content)
        self._put(data)
        self._position += len(data)
        return len(data)

    def tell(self) -> int:
        return self._position


def _type(arrow: Any, name: str) -> Any:
    if name in _FLOATS:
        return arrow.float64()
    if name in _INTEGERS:
        return arrow.int64()
    return arrow.date32() if name in _DAYS else arrow.string()


def _value(name: str, cell: str) -> Any:
    if name in _FLOATS:
        return float(cell) if cell else None
    if name in _INTEGERS:
        return int(cell) if cell else None
    if name in _DAYS:
        return _day(cell)
    return cell or None


def _day(cell: str) -> Any:
    return dt.date.fromisoformat(cell) if cell else None
