"""What the rest of a sentence is only placed by, or led to, by the tree above a date."""

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.events.dates import placed
from dateline.events.parsing.parse import Parse
from dateline.times import tag
from placing import place

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "words", "is_before"),
    [
        ("The mayor met the builders ahead of a hearing on Tuesday.", "Tuesday", True),
        ("The goods were ordered before a June treaty.", "June", True),
        ("She was slandered in the run-up to last month's vote.", "last month", True),
        ("The mayor went into the debate before Zell votes on Tuesday.", "Tuesday", True),
        ("Before the launch of the ferry last Tuesday sailors say the harbour was calm.", "last Tuesday", True),
        ("The mayor left before dawn on Tuesday.", "Tuesday", False),
        ("The mayor met the builders at a hearing on Tuesday.", "Tuesday", False),
        ("The council must decide before Tuesday.", "Tuesday", False),
        ("The advance of the army on Tuesday stunned the council.", "Tuesday", False),
    ],
)
def test_what_is_still_to_come_when_the_rest_takes_place(
    text: str, words: str, is_before: bool, parsed: Parsed
) -> None:
    assert placed.is_before_it(parsed(text), *place(text, words)) is is_before


@pytest.mark.parametrize(
    ("text", "words", "is_beyond"),
    [
        ("He had worked for the envoy before 2001.", "2001", True),
        ("She saw no sign of a leak after 2009.", "2009", True),
        ("The ferry sailed on 3 May.", "3 May", False),
        ("The ferry sailed before the storm of 2001.", "2001", False),
    ],
)
def test_a_date_that_something_is_only_before_or_behind(text: str, words: str, is_beyond: bool, parsed: Parsed) -> None:
    own = next(timex for timex in tag(text, dt.date(2022, 9, 18), "en") if timex.text == words)
    assert placed.is_beyond(parsed(text), own) is is_beyond


@pytest.mark.parametrize(
    ("text", "words", "is_of_object"),
    [
        ("The singer cannot recall the attack of 8 May.", "8 May", True),
        ("The crowd was calm, the mayor said of yesterday's revolt.", "yesterday", True),
        ("The singer spent the evening of 8 May at sea.", "8 May", False),
        ("The singer attacked the mayor on 8 May.", "8 May", False),
    ],
)
def test_what_a_verb_is_done_to_has_the_date(text: str, words: str, is_of_object: bool, parsed: Parsed) -> None:
    assert placed.is_of_an_object(parsed(text), *place(text, words)) is is_of_object


@pytest.mark.parametrize(
    ("text", "is_aim"),
    [
        ("The mayor is negotiating with the sailors to avert higher fares in January.", True),
        ("The mayor will sail to Corran to meet the sailors in January.", False),
        ("The mayor met the sailors in January.", False),
        ("The mayor plans to raise the fares in January.", False),
    ],
)
def test_what_somebody_does_something_for(text: str, is_aim: bool, parsed: Parsed) -> None:
    assert placed.is_aimed_at(parsed(text), *place(text, "January")) is is_aim


@pytest.mark.parametrize(
    ("text", "words", "is_stretch"),
    [
        ("The first quake this year was recorded on 4 January.", "this year", True),
        ("The first quake this year was recorded on 4 January.", "4 January", False),
        ("The mayor said this year that a quake struck on 4 January.", "this year", False),
    ],
)
def test_a_year_in_which_another_date_of_the_same_verb_is(
    text: str, words: str, is_stretch: bool, parsed: Parsed
) -> None:
    timexes = tag(text, dt.date(2022, 9, 18), "en")
    own = next(timex for timex in timexes if timex.text == words)
    assert any(placed.is_the_stretch_of(parsed(text), own, other) for other in timexes) is is_stretch


@pytest.mark.parametrize(
    ("text", "words", "is_claimed"),
    [
        ("The mayor alleged that he had fled on Monday.", "Monday", True),
        ("The mayor doubts that they passed it in a vote on Monday.", "Monday", True),
        ("The mayor alleged that she had been hurt by the attack on Monday.", "Monday", False),
    ],
)
def test_a_date_under_a_claim(text: str, words: str, is_claimed: bool, parsed: Parsed) -> None:
    assert placed.is_of_what_is_claimed(parsed(text), *place(text, words)) is is_claimed
