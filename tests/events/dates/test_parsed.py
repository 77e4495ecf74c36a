"""What the tree above a date tells."""

from collections.abc import Callable

import pytest

from dateline.events.dates import parsed as tree
from dateline.events.parsing.parse import Parse

Parsed = Callable[[str], Parse]


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "words", "is_direct"),
    [
        ("The dam at Ash broke on Monday.", "Monday", True),
        ("The mayor said the dam would close on Monday.", "Monday", True),
        ("Nine people died when the ferry sank on Monday.", "Monday", True),
        ("At a hearing in May a judge freed the captain.", "May", True),
        ("A bomb went off in the square, killing two people on Monday.", "Monday", True),
        ("The captain, who was freed in May, said nothing.", "May", False),
        ("The council met after the dam broke on Monday.", "Monday", False),
    ],
)
def test_what_hangs_on_the_verb_of_the_sentence(text: str, words: str, is_direct: bool, parsed: Parsed) -> None:
    assert tree.is_direct(parsed(text), *place(text, words)) is is_direct


@pytest.mark.parametrize(
    ("text", "words", "is_past"),
    [
        ("The council voted on Friday.", "Friday", True),
        ("The council votes on Friday.", "Friday", False),
        ("The council called a vote for Friday.", "Friday", False),
    ],
)
def test_what_is_told_as_past(text: str, words: str, is_past: bool, parsed: Parsed) -> None:
    assert tree.is_told_as_past(parsed(text), *place(text, words)) is is_past


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
    assert tree.is_claimed(parsed(text), *place(text, words)) is is_claimed


@pytest.mark.parametrize(
    ("text", "words", "ahead"),
    [
        ("Ministers spoke ahead of this week's summit.", "this week", True),
        ("Ministers spoke at a summit this week.", "this week", False),
        ("It will come up when the queen visits the town this week.", "this week", True),
    ],
)
def test_words_that_look_ahead(text: str, words: str, ahead: bool, parsed: Parsed) -> None:
    assert tree.looks_ahead(parsed(text), *place(text, words)) is ahead


def test_since_when_something_goes_on(parsed: Parsed) -> None:
    text = "The square has been closed since Saturday."
    assert tree.goes_on_since(parsed(text), *place(text, "Saturday"))
    assert not tree.goes_on_since(parsed("The square was closed on Saturday."), 25, 33)
