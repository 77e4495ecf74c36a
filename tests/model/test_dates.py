import datetime as dt

import pytest

from dateline.model import EntryDate, Granularity, When


def date(value: str, first: str, last: str, grain: Granularity = Granularity.DAY) -> EntryDate:
    return EntryDate(value, dt.date.fromisoformat(first), dt.date.fromisoformat(last), grain)


TUESDAY = date("2019-04-23", "2019-04-23", "2019-04-23")
WEEK = date("2019-W17", "2019-04-22", "2019-04-28", Granularity.WEEK)
APRIL = date("2019-04", "2019-04-01", "2019-04-30", Granularity.MONTH)
MAY = date("2019-05", "2019-05-01", "2019-05-31", Granularity.MONTH)


def test_a_day_is_no_longer_than_itself() -> None:
    assert [when.length for when in (TUESDAY, WEEK, APRIL)] == [0, 6, 29]
    assert [when.is_day for when in (TUESDAY, WEEK, APRIL)] == [True, False, False]


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "holds"),
    [(APRIL, WEEK, True, True), (WEEK, APRIL, True, False), (APRIL, MAY, False, False), (WEEK, WEEK, True, True)],
)
def test_dates_overlap_and_hold_one_another(one: When, other: When, overlaps: bool, holds: bool) -> None:
    assert one.overlaps(other) is other.overlaps(one) is overlaps
    assert one.holds(other) is holds
