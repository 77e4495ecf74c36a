"""The English phrases by which passages are judged stand in one file, and all of them are used."""

import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

import dateline.timeline
from dateline.timeline.phrases import phrase

NAMES = tomllib.loads(resources.files("dateline.timeline").joinpath("en", "phrases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_phrase_is_an_expression_that_the_timeline_asks_for(name: str) -> None:
    assert phrase(name).pattern
    modules = Path(dateline.timeline.__path__[0]).glob("*.py")
    assert any(f'phrase("{name}"' in module.read_text(encoding="utf-8") for module in modules)


def test_words_in_capitals_are_filled_in() -> None:
    taken_back = phrase("taken_back", VERBS="withdrew|retracted", CLAIM=phrase("claim").pattern)
    assert taken_back.search("Varga withdrew her earlier statement that the dam had burst.")
    assert not taken_back.search("Varga repeated her statement that the dam had burst.")


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="no_such_phrase"):
        phrase("no_such_phrase")


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("points_back", "He left on Monday.", True),
        ("points_back", "Varga left on Monday.", False),
        ("marked_out", "They spoke of the ", True),
        ("marked_out", "They met in ", False),
        ("instead", "The fair opens on March 20 instead of ", True),
        ("new_day", " off until ", True),
        ("old_day", "moved from the ", True),
    ],
)
def test_what_a_phrase_finds(name: str, text: str, found: bool) -> None:
    assert isinstance(phrase(name), re.Pattern)
    assert bool(phrase(name).search(text)) == found
