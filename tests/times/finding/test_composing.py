import datetime as dt

import pytest

from dateline.times import tag

PUBLISHED = dt.date(2024, 6, 12)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The inquest opens three weeks from Tuesday.", ("three weeks from Tuesday", "2024-07-09")),
        ("The hearing is set for two weeks after next Monday.", ("two weeks after next Monday", "2024-07-01")),
        ("The mill closed two days before Christmas.", ("two days before Christmas", "2023-12-23")),
        ("The envoy left the day before Easter.", ("the day before Easter", "2024-03-30")),
        ("They married the Friday before Easter.", ("the Friday before Easter", "2024-03-29")),
        ("The trial starts a week tomorrow.", ("a week tomorrow", "2024-06-20")),
        ("The permit lapses a fortnight today.", ("a fortnight today", "2024-06-26")),
        ("It is two weeks today since the dam broke.", ("two weeks today", "2024-05-29")),
        ("He quit three weeks before the June 5 vote.", ("three weeks before the June 5", "2024-W20")),
        ("Two years before the 2010 games the hall was shut.", ("Two years before the 2010", "2008")),
        ("The lock shuts two weeks on Friday.", ("two weeks on Friday", "2024-06-28")),
        ("The crew sail again three weeks on Friday.", ("three weeks on Friday", "2024-07-05")),
        ("She was told to come back a week from Monday.", ("a week from Monday", "2024-06-24")),
        ("The barge sank a week ago Friday.", ("a week ago Friday", "2024-05-31")),
        ("The barge sank two weeks ago Monday.", ("two weeks ago Monday", "2024-05-27")),
        ("The envoy left on the eve of Easter.", ("the eve of Easter", "2024-03-30")),
        ("Two clerks quit on the eve of the June 5 vote.", ("the eve of the June 5", "2024-06-04")),
        ("The ship sank two months after March 3.", ("two months after March 3", "2024-05")),
    ],
)
def test_a_length_beside_a_date_is_an_offset_as_exact_as_its_words(text: str, told: tuple[str, str]) -> None:
    assert [(timex.text, timex.value) for timex in tag(text, PUBLISHED, "en")] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A few days before Christmas the roof fell in.", ["XXXX-XX-XX"]),
        ("The plant shut less than two weeks after the March 3 vote.", ["XXXX-WXX"]),
        ("She died the Monday after the storm.", ["XXXX-WXX-1"]),
    ],
)
def test_an_offset_of_no_certain_length_stays_open(text: str, told: list[str]) -> None:
    assert [timex.value for timex in tag(text, PUBLISHED, "en")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rained for two days after Christmas.", ["P2D", "2023-12-25"]),
        ("The road closes for three days from Monday.", ["P3D", "2024-06-17"]),
        ("In the week before the 2016 convention he slept little.", ["XXXX-WXX", "2016"]),
        ("She left on Friday after the May 3 vote.", ["2024-06-07", "2024-05-03"]),
        ("The referee was suspended for a week on Friday.", ["P1W", "2024-06-07"]),
        ("Both sides met on the eve of the congress.", []),
        ("He served two years from 2010.", ["P2Y", "2010"]),
        ("Eight trading days after March 12 the shares fell.", ["P8D", "2024-03-12"]),
    ],
)
def test_what_only_stands_beside_a_date_is_told_apart(text: str, told: list[str]) -> None:
    assert [timex.value for timex in tag(text, PUBLISHED, "en")] == told
