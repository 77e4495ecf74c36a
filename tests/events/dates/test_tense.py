"""What the verb above a date tells of its time."""

from collections.abc import Callable

import pytest

from dateline.events.dates import tense
from dateline.events.parsing.parse import Parse
from placing import place

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "words", "is_claimed"),
    [
        ("It is not true that the dam broke on Monday.", "Monday", True),
        ("The dam that broke on Monday was old.", "Monday", False),
    ],
)
def test_a_clause_of_which_the_rest_says_whether_it_is_so(
    text: str, words: str, is_claimed: bool, parsed: Parsed
) -> None:
    assert tense.is_claimed(parsed(text), *place(text, words)) is is_claimed


@pytest.mark.parametrize(
    ("text", "words", "ahead"),
    [
        ("Ministers spoke ahead of this week's summit.", "this week", True),
        ("Ministers spoke at a summit this week.", "this week", False),
        ("It will come up when the queen visits the town this week.", "this week", True),
        ("She has discussed it with the council this week.", "this week", False),
        ("She was confident of hitting a 2008 sales target.", "2008", True),
    ],
)
def test_words_that_look_ahead(text: str, words: str, ahead: bool, parsed: Parsed) -> None:
    assert tense.looks_ahead(parsed(text), *place(text, words)) is ahead


def test_since_when_something_goes_on(parsed: Parsed) -> None:
    text = "The square has been closed since Saturday."
    assert tense.goes_on_since(parsed(text), *place(text, "Saturday"))
    assert not tense.goes_on_since(parsed("The square was closed on Saturday."), 25, 33)


def test_what_was_tried(parsed: Parsed) -> None:
    text = "The debate struggled to win over the voters on Monday."
    assert tense.is_attempted(parsed(text), *place(text, "Monday"))
    assert not tense.is_attempted(parsed("They hope to win over the voters on Monday."), 36, 42)


@pytest.mark.parametrize(
    ("text", "is_imagined"),
    [
        ("Tor Lund would have said so on Monday.", True),
        ("The news may only have hit home on Monday.", True),
        ("Tor Lund would say so on Monday.", False),
        ("The fair on Monday may draw thousands.", False),
    ],
)
def test_what_only_may_be_or_would_have_been(text: str, is_imagined: bool, parsed: Parsed) -> None:
    assert tense.is_imagined(parsed(text), *place(text, "Monday")) is is_imagined


@pytest.mark.parametrize(
    ("text", "is_perceived"),
    [
        ("The smoke could be seen on Monday.", True),
        ("The smoke could have been seen on Monday.", False),
        ("The mill could be sold on Monday.", False),
    ],
)
def test_what_somebody_could_see(text: str, is_perceived: bool, parsed: Parsed) -> None:
    assert tense.is_perceived(parsed(text), *place(text, "Monday")) is is_perceived


def test_what_had_been_set_by_a_day_is_not_awaited(parsed: Parsed) -> None:
    text = "By Monday, the union had already scheduled a vote."
    assert not tense.is_still_awaited(parsed(text), *place(text, "Monday"))


def test_what_is_awaited(parsed: Parsed) -> None:
    text = "The bank expects a ruling later this month."
    assert tense.is_awaited(parsed(text), *place(text, "this month"))
    assert not tense.is_awaited(parsed("The bank opens a branch later this month."), 30, 40)


@pytest.mark.parametrize(
    ("text", "is_state"),
    [
        ("She is up for election this year.", True),
        ("It is the third strike this year.", False),
        ("She was up for election this year.", False),
    ],
)
def test_how_things_stand(text: str, is_state: bool, parsed: Parsed) -> None:
    assert tense.is_state(parsed(text), *place(text, "this year")) is is_state
