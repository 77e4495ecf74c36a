"""Rows with everything that may stand in a cell: quotes, tabs, line ends, commas, several actors, nothing."""

import datetime as dt

import pytest

from dateline.model import Basis, EntryDate, EventRow, Granularity, RowParty, RowPlace, Status

DAY = dt.date(2019, 4, 25)
KIM = RowParty("Kim Jong Un", "PRK", ("GOV",), "leader", "North Korean leader Kim Jong Un")
PUTIN = RowParty("Vladimir Putin", "RUS", ("GOV",), "President", 'President "Vladimir" Putin')


@pytest.fixture
def rows() -> list[EventRow]:
    met = EventRow(
        id="d41f00aa11",
        date=EntryDate("2019-04-25", DAY, DAY, Granularity.DAY, Basis.COMPUTED),
        type="CONSULT",
        mode="multilateral",
        contexts=("diplomatic",),
        status=Status.SCHEDULED,
        said_by="a spokesman",
        actors=(KIM, PUTIN),
        recipients=(),
        place=RowPlace("Vladivostok", "RUS", 43.10562, 131.87353, 2013348),
        evidence='"The two are\tto meet,\nin the port," a spokesman said.',
        article="a1",
        start=120,
        end=173,
        url="https://news.example/1",
        source="Example Wire",
        published=dt.date(2019, 4, 24),
        language="en",
        sources=("Daily Coast", "Example Wire"),
        source_count=2,
        reports=3,
        people=("Kim Jong Un", "Vladimir Putin"),
    )
    arrested = EventRow(
        id="e000000001",
        date=None,
        type="COERCE",
        mode="",
        contexts=(),
        status=Status.HAPPENED,
        said_by="",
        actors=(),
        recipients=(RowParty("", "", (), "", "None"), RowParty("", "KEN", ("CVL",), "", "traders")),
        place=None,
        evidence="Traders were arrested.",
        article="a2",
        start=0,
        end=22,
        url="",
        source="",
        published=None,
        language="en",
        sources=(),
        source_count=1,
        reports=1,
    )
    return [met, arrested]
