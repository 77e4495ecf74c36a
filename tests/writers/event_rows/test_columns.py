"""The cells of a row."""

import dataclasses

import pytest

from dateline.model import EventRow, RowParty
from dateline.writers.event_rows.columns import COLUMNS, OWN, POLECAT, cells


def test_the_forty_columns_of_polecat_stand_first() -> None:
    names = list(COLUMNS)
    assert (len(POLECAT), names[0], names[6], names[39], names[40]) == (40, "Event ID", "Contexts", "Version", "Status")
    assert list(OWN)[-1] == "Entry ID"


@pytest.mark.parametrize(
    ("column", "met", "arrested"),
    [
        ("Event ID", "d41f00aa11_CONSULT_1", "e000000001_COERCE_1"),
        ("Event Date", "2019-04-25", ""),
        ("Event Intensity", "4.0", "-7.0"),
        ("Quad Code", "VERBAL COOPERATION", "MATERIAL CONFLICT"),
        ("Actor Country", "North Korea; Russia", ""),
        ("Primary Actor Sector", "GOV; GOV", ""),
        ("Recipient Country", "", "; Kenya"),
        ("Recipient Name Raw", "", "None; traders"),
        ("Latitude", "43.10562", ""),
        ("GeoNames ID", "2013348", ""),
        ("Country", "Russia", ""),
        ("Publication Date", "2019-04-24", ""),
        ("Status", "planned", "done"),
        ("Status Evidence", "said by a spokesman", ""),
        ("Date Basis", "computed", ""),
        ("Evidence URL", "https://news.example/1", "a2"),
        ("Source Count", "2", "1"),
        ("Sources", "Daily Coast; Example Wire", ""),
    ],
)
def test_what_stands_in_a_cell(rows: list[EventRow], column: str, met: str, arrested: str) -> None:
    position = list(COLUMNS).index(column)
    assert [cells(row)[position] for row in rows] == [met, arrested]


def test_nothing_stands_in_a_cell_that_programs_take_for_missing(rows: list[EventRow]) -> None:
    nobody = dataclasses.replace(rows[0], actors=(RowParty("", "", (), "", "None"),))
    assert dict(zip(COLUMNS, cells(nobody), strict=True))["Actor Name Raw"] == ""
