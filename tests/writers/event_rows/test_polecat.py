"""The tables load at once wherever tables are read: as many cells in each row, whatever stands in them."""

import csv
import io

import pytest

from dateline.model import EventRow
from dateline.writers.event_rows import write_rows
from dateline.writers.event_rows.columns import COLUMNS


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


@pytest.mark.parametrize("package", ["pandas", "polars", "duckdb"])
def test_packages_that_are_there_load_it(rows: list[EventRow], package: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    module = pytest.importorskip(package)
    path = tmp_path / "events.tsv"
    path.write_bytes(written(rows, "tsv"))
    match package:
        case "pandas":
            shape = module.read_csv(path, sep="\t").shape
        case "polars":
            shape = module.read_csv(path, separator="\t").shape
        case _:
            table = module.sql(f"SELECT * FROM read_csv('{path}', delim='\t', header=true)")
            shape = (len(table.fetchall()), len(table.columns))
    assert tuple(shape) == (2, len(COLUMNS))
