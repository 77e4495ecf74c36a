import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pyarrow.parquet as pq
import pytest

from dateline.errors import OptionError
from dateline.model import Article, Changes, Timeline
from dateline.writers import BINARY_FORMATS, write_bytes
from dateline.writers.csv import TIMELINE_COLUMNS


def sheet(data: bytes) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))


def test_days_are_days_and_ids_are_texts(timeline: Timeline) -> None:
    numbered = replace(timeline, entries=tuple(replace(entry, id=f"00{i}") for i, entry in enumerate(timeline.entries)))
    columns, first, *_ = sheet(write_bytes(numbered, "xlsx"))
    row = dict(zip(columns, first, strict=True))
    assert list(columns) == list(TIMELINE_COLUMNS)
    assert row["entry"] == "000"
    assert row["first"] == dt.datetime(1987, 1, 1)  # noqa: DTZ001 - as Excel has it
    assert row["published"] == dt.datetime(2023, 4, 27)  # noqa: DTZ001


def test_a_formula_stays_a_text(timeline: Timeline) -> None:
    entry = replace(timeline.entries[0], headline='=HYPERLINK("https://a.example")')
    data = write_bytes(replace(timeline, entries=(entry,)), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    cell = book.active.cell(2, list(TIMELINE_COLUMNS).index("headline") + 1)
    assert cell.data_type == "s"
    assert cell.value == '=HYPERLINK("https://a.example")'


def test_parquet_has_the_same_columns_with_their_types(timeline: Timeline) -> None:
    table = pq.read_table(io.BytesIO(write_bytes(timeline, "parquet")))
    assert table.column_names == list(TIMELINE_COLUMNS)
    assert str(table.schema.field("first").type) == "date32[day]"
    assert str(table.schema.field("entry").type) == "string"
    assert table.num_rows == sum(len(entry.evidence) for entry in timeline.entries)


def test_an_empty_timeline_has_its_columns_still(timeline: Timeline) -> None:
    empty = replace(timeline, entries=())
    assert len(sheet(write_bytes(empty, "xlsx"))) == 1
    assert pq.read_table(io.BytesIO(write_bytes(empty, "parquet"))).num_rows == 0


def test_changes_are_written_too_and_other_formats_refused(changes: Changes, articles: tuple[Article, ...]) -> None:
    for format_ in BINARY_FORMATS["changes"]:
        assert write_bytes(changes, format_, articles=articles)
    with pytest.raises(OptionError):
        write_bytes(changes, "csv")
