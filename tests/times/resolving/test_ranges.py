import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import named
from dateline.times import tag
from dateline.times.resolving.ranges import is_a_stretch

ENGLISH = named("en")
PUBLISHED = dt.date(2024, 6, 12)
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September"]
MONTHS += ["October", "November", "December"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Turnout fell in December to February 2015.", ["2014-12", "2015-02"]),
        ("It ran from Nov. 28 to Jan. 2, 2023.", ["2022-11-28", "2023-01-02"]),
        ("It lasted from 30 December 2019 to 4 January.", ["2019-12-30", "2020-01-04"]),
        ("It ran from 10 p.m. on December 31, 2022 to 6 a.m.", ["2022-12-31T22:00", "2023-01-01T06:00"]),
        ("It was shut from 11 p.m. to 2 a.m. on Friday.", ["2024-06-06T23:00", "2024-06-07T02:00"]),
        ("It is shut from 9 a.m. Monday until 5 p.m. Friday.", ["2024-06-10T09:00", "2024-06-14T17:00"]),
        ("It is open from 9 a.m. to 5 p.m.", ["2024-06-12T09:00", "2024-06-12T17:00"]),
    ],
)
def test_a_range_goes_past_new_year_and_midnight(text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, PUBLISHED, "en")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The council will meet in November and December.", ["2024-11", "2024-12"]),
        ("The council will meet in December and January.", ["2024-12", "2025-01"]),
        ("It said it would hold votes in September and May.", ["2024-09", "2025-05"]),
        ("The council met in November and December.", ["2023-11", "2023-12"]),
        ("The council met in December and November.", ["2023-12", "2023-11"]),
        ("It will meet in September and in 2023.", ["2024-09", "2023"]),
    ],
)
def test_the_second_of_two_months_ahead_is_ahead(text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, PUBLISHED, "en")] == values


@given(st.sampled_from(MONTHS), st.sampled_from(MONTHS), st.sampled_from(["", " 2015"]), st.dates(dt.date(1990, 1, 1)))
def test_no_range_ends_before_it_begins(first: str, last: str, year: str, published: dt.date) -> None:
    found = tag(f"The bridge was shut from {first} 3 to {last} 4{year}.", published, "en")
    starts = [timex.first for timex in found if timex.first]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("The fair runs from @ to @.", True),
        ("The fair runs @–@.", True),
        ("It was shut some time between @ and @.", True),
        ("It was shut on @ and @.", False),
        ("The vote was moved from @ to @.", False),
        ("The launch slipped from @ to @.", False),
    ],
)
def test_what_lasts_from_one_date_to_another(text: str, stretch: bool) -> None:
    first, last = text.index("@"), text.rindex("@")
    assert is_a_stretch(ENGLISH, text, 0, (first, first + 1), (last, last + 1)) is stretch
