"""Parquet, where pyarrow is installed."""

import io
import sys

import pytest

from dateline.errors import OptionError
from dateline.model import EventRow
from dateline.writers.event_rows.columns import COLUMNS
from dateline.writers.event_rows.parquet import write_parquet


def test_numbers_and_days_have_types_of_their_own(rows: list[EventRow]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    pieces: list[bytes] = []
    write_parquet(rows, pieces.append)
    table = parquet.read_table(io.BytesIO(b"".join(pieces)))
    assert (table.num_rows, table.column_names) == (2, list(COLUMNS))
    assert table.column("Latitude").to_pylist() == [43.10562, None]
    assert table.column("Source Count").to_pylist() == [2, 1]
    assert table.column("Actor Name").to_pylist() == ["Kim Jong Un; Vladimir Putin", None]


def test_without_its_package_it_says_what_to_install(rows: list[EventRow], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OptionError, match=r"dateline\[formats\]"):
        write_parquet(rows, lambda _: None)
