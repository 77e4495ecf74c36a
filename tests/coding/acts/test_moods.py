"""How a verb is told: as done, to come, as a rule, made up, or only to tell which one is meant."""

from collections.abc import Callable

import pytest

from dateline.coding.acts.moods import Moods
from dateline.events.parsing.parse import Parse


def verb_of(parse: Parse, word: str) -> int:
    return parse.words.index(word)


@pytest.mark.parametrize(
    ("text", "verb", "is_future"),
    [
        ("Norway will lift the ban.", "lift", True),
        ("Norway will lift the ban and free the sailors.", "free", True),
        ("Norway lifted the ban.", "lifted", False),
    ],
)
def test_what_is_to_come(parsed: Callable[[str], Parse], text: str, verb: str, is_future: bool) -> None:
    parse = parsed(text)
    assert Moods(parse).is_future(verb_of(parse, verb)) == is_future


@pytest.mark.parametrize(
    ("text", "verb", "is_background"),
    [
        ("Norway freed the sailors whom it arrested.", "arrested", True),
        ("Norway freed the sailors after Denmark arrested the captain.", "arrested", True),
        ("In the novel, Norway invaded Denmark.", "invaded", True),
        ("A plan backed by Norway would fail.", "backed", True),
        ("The plan backed by Norway would fail.", "backed", False),
        ("Norway arrested the captain.", "arrested", False),
    ],
)
def test_what_only_sets_the_scene(parsed: Callable[[str], Parse], text: str, verb: str, is_background: bool) -> None:
    parse = parsed(text)
    assert Moods(parse).is_background(verb_of(parse, verb)) == is_background
