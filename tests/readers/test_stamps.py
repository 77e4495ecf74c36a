import datetime as dt
from typing import Any

import pytest

from dateline.errors import ImpossibleDate, UndatedArticle
from dateline.readers import stamps


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("Tue, 23 Apr 2019 10:00:00 GMT", "2019-04-23T10:00:00+00:00"),
        ("23 Apr 19 10:00 EST", "2019-04-23T10:00:00-05:00"),
        ("Tue, 23 Apr 2019", "2019-04-23"),
        ("2019-04-23", "2019-04-23"),
        ("2019-04-23T10:00:00Z", "2019-04-23T10:00:00+00:00"),
        ("2019-04-23 23:30:00.123456789 +0200", "2019-04-23T23:30:00.123456+02:00"),
        ("2019-04-23T10:00+09:00", "2019-04-23T10:00:00+09:00"),
        ("20190423T101500Z", "2019-04-23T10:15:00Z"),
        ("20190423", "2019-04-23"),
        ("1556013600", "2019-04-23T10:00:00+00:00"),
        (1556013600000, "2019-04-23T10:00:00+00:00"),
        (43578, "2019-04-23"),
        (dt.datetime(2019, 4, 23), "2019-04-23"),  # noqa: DTZ001 - as tables give it
        (dt.date(2019, 4, 23), "2019-04-23"),
        ("April 23, 2019", "2019-04-23"),
        ("23/04/2019 10:00", "2019-04-23"),
        ("23.04.19", "2019-04-23"),
    ],
)
def test_a_time_is_read_in_the_style_of_its_format(value: Any, iso: str) -> None:
    assert stamps.iso(value, "") == iso


@pytest.mark.parametrize("words", ["3 hours ago", "yesterday", "04/05/2019", "5", "soon"])
def test_what_is_told_from_now_or_may_be_two_days_is_none(words: str) -> None:
    with pytest.raises(UndatedArticle):
        stamps.iso(words, "table.csv:3")


@pytest.mark.parametrize("words", ["2019-02-30", "31 Feb 2019 10:00:00 GMT", "2019-04-23T27:00:00Z", "20190231"])
def test_a_day_that_no_calendar_has_is_named(words: str) -> None:
    with pytest.raises(ImpossibleDate):
        stamps.iso(words, "table.csv:3")


def test_a_column_tells_the_order_of_its_figures() -> None:
    assert stamps.day_is_first(["04/05/2019", "23/05/2019", None]) is True
    assert stamps.day_is_first(["04/05/2019", "05/23/2019"]) is False
    assert stamps.day_is_first(["23/05/2019", "05/23/2019"]) is None
    assert stamps.day_is_first(["2019-04-05", "04/05/2019"]) is None
    assert stamps.iso("04/05/2019", "", day_first=True) == "2019-05-04"
    assert stamps.iso("04/05/2019", "", day_first=False) == "2019-04-05"
