"""The words around names."""

import pytest

from dateline.entities.name_words import kinds_of, word_before
from dateline.languages import named

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("The envoy arrived in ", "in"),
        ("The envoy arrived in the ", "in"),
        ("In ", "in"),
        ("He said: “From ", "from"),
        ("the envoy (", ""),
        ("It ended in 2019. ", ""),
        ("", ""),
    ],
)
def test_what_stands_before_a_name_ends_with_a_word(before: str, word: str) -> None:
    assert word_before(ENGLISH, before) == word


@pytest.mark.parametrize("before", ["a built-in ", "in the port city, ", "it ended.\nIn the "])
def test_a_word_that_is_not_plain_is_left_to_patterns(before: str) -> None:
    assert word_before(ENGLISH, before) is None


def test_a_country_of_several_words_is_one_wherever_it_stands() -> None:
    assert kinds_of(ENGLISH, ["Visit", "North", "Korea"])[1:] == "TT"
    assert kinds_of(ENGLISH, ["North", "Korean"]) == "DD"
