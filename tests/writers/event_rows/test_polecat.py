"""The tables load at once wherever tables are read: as many cells in each row, whatever stands in them."""

import csv
import dataclasses
import datetime as dt
import io
from pathlib import Path

import pytest

from dateline.model import Basis, EntryDate, EventRow, Granularity
from dateline.writers.event_rows import write_rows
from dateline.writers.event_rows.columns import COLUMNS
from dateline.writers.event_rows.pairs import COLUMNS as PAIRS

DAY = dt.date(2019, 4, 22)


def written(rows: list[EventRow], format_: str) -> bytes:
    pieces: list[bytes] = []
    write_rows(rows, format_, pieces.append)
    return b"".join(pieces)


@pytest.mark.parametrize(("format_", "delimiter"), [("tsv", "\t"), ("csv", ",")])
def test_what_reads_tables_reads_it_back(rows: list[EventRow], format_: str, delimiter: str) -> None:
    text = written(rows, format_).decode("utf-8")
    header, *read = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    assert header == list(COLUMNS)
    assert [len(row) for row in read] == [len(COLUMNS)] * 2
    cells = dict(zip(header, read[0], strict=True))
    assert (cells["Evidence"], cells["Actor Name"], cells["Actor COW"], cells["Status"]) == (
        '"The two are to meet, in the port," a spokesman said.',
        "Kim Jong Un; Vladimir Putin",
        "731; 365",
        "planned",
    )


@pytest.mark.parametrize("format_", ["tsv", "csv"])
def test_a_line_is_a_row(rows: list[EventRow], format_: str) -> None:
    assert written(rows, format_).count(b"\n") == 3


def test_no_tab_stands_in_a_cell(rows: list[EventRow]) -> None:
    assert {line.count("\t") for line in written(rows, "tsv").decode().splitlines()} == {len(COLUMNS) - 1}


@pytest.mark.parametrize("format_", ["tsv", "csv", "pairs"])
@pytest.mark.parametrize("package", ["pandas", "polars", pytest.param("duckdb", marks=pytest.mark.slow)])
def test_packages_that_are_there_load_it(rows: list[EventRow], package: str, format_: str, tmp_path: Path) -> None:
    module = pytest.importorskip(package)
    # So many rows of one actor, on a day, that all guess by these; then those of two, or of a week.
    single = dataclasses.replace(rows[0], actors=rows[0].actors[:1])
    weekly = dataclasses.replace(rows[0], date=EntryDate("2019-W17", DAY, DAY, Granularity.WEEK, Basis.STATED))
    path = tmp_path / f"events.{format_}"
    many = 21_000 if package == "duckdb" else 1_100
    path.write_bytes(written([single] * many + [weekly, rows[1]], format_))
    delimiter = "," if format_ == "csv" else "\t"
    match package:
        case "pandas":
            shape = module.read_csv(path, sep=delimiter, low_memory=False).shape
        case "polars":
            shape = module.read_csv(path, separator=delimiter).shape
        case _:
            table = module.sql(f"SELECT * FROM read_csv('{path}', delim='{delimiter}', header=true)")
            shape = (len(table.fetchall()), len(table.columns))
    expected = (many + 4, len(PAIRS)) if format_ == "pairs" else (many + 2, len(COLUMNS))
    assert tuple(shape) == expected


@pytest.mark.parametrize("package", ["pandas", "polars", "duckdb"])
def test_packages_that_are_there_read_what_stands_in_it(rows: list[EventRow], package: str, tmp_path: Path) -> None:
    module = pytest.importorskip(package)
    path = tmp_path / "events.tsv"
    path.write_bytes(written(rows, "tsv"))
    match package:
        case "pandas":
            found = module.read_csv(path, sep="\t")["Actor Name Raw"][0]
        case "polars":
            found = module.read_csv(path, separator="\t")["Actor Name Raw"][0]
        case _:
            found = module.sql(f"SELECT \"Actor Name Raw\" FROM read_csv('{path}')").fetchall()[0][0]
    assert found == 'North Korean leader Kim Jong Un; President "Vladimir" Putin'
