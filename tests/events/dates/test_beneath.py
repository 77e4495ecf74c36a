"""What hangs on a main verb of the past, by the tree above its date."""

from collections.abc import Callable

import pytest

from dateline.events.dates import beneath
from dateline.events.parsing.parse import Parse
from placing import place

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "is_beneath"),
    [
        ("The mayor skirted the question of whether Quill should resign on Monday.", True),
        ("Senator Ada Quill played down the possibility of a strike on Monday.", True),
        ("As Quill and Marl prepared to meet on Monday, Rosa Tann said that the talks had failed.", True),
        ("Ada Quill clocked one hour to beat Ivo Marl by two seconds on Monday.", True),
        ("The council planned to vote on Monday.", False),
        ("The council was expected to vote on Monday.", False),
        ("Quill asked the council to vote on Monday.", False),
        ("Officials said the vote would be held on Monday.", False),
        ("The council is to vote on Monday.", False),
        ("The dam burst on Monday.", False),
        # No verb is above "speak": the parser takes "re" for a preposition.
        (
            "Quill raised the fare: they ’ re the sixth and seventh senators to speak in favor of a bridge on Monday.",
            False,
        ),
    ],
)
def test_what_a_past_verb_leads_to_or_asks_about(text: str, *, is_beneath: bool, parsed: Parsed) -> None:
    assert beneath.is_beneath_the_past(parsed(text), *place(text, "Monday")) is is_beneath


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Some wonder whether the bank will act on Monday.", True),
        ("The question of whether it opens on Monday is left.", True),
        ("The bank will act on Monday.", False),
        ("Some think that the bank will act on Monday.", False),
    ],
)
def test_what_somebody_asks(text: str, *, is_asked: bool, parsed: Parsed) -> None:
    assert beneath.is_asked(parsed(text), *place(text, "Monday")) is is_asked


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("Her staff did not record the addresses on Monday.", True),
        ("Ada Quill failed to finish the race on Monday.", True),
        ("The mayor was unable to attend the talks on Monday.", True),
        ("The rally did not take place on Monday.", False),
        ("The rally was not held on Monday.", False),
        ("The mayor was not in Zell on Monday.", False),
        ("It is not true that the mayor met the builder on Monday.", False),
        ("The mayor will not meet the builder on Monday.", False),
        ("The mayor met the builder on Monday.", False),
    ],
)
def test_what_somebody_left_undone(text: str, *, is_left: bool, parsed: Parsed) -> None:
    assert beneath.is_left_undone(parsed(text), *place(text, "Monday")) is is_left
