"""What is made of a language's data."""

import re

import pytest

from dateline.languages import alternatives, opening


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["in", "in front of"], "it lay in front of us", "in front of"),
        (["a.m", "pm"], "at 3 a.m", "a.m"),
        (["a.m"], "Adam", None),
        ([], "anything", None),
    ],
)
def test_any_of_some_words(words: list[str], text: str, found: str | None) -> None:
    match = re.search(alternatives(words), text)
    assert (match and match[0]) == found


def test_no_words_in_a_longer_expression_match_only_where_they_may_be_left_out() -> None:
    assert re.fullmatch(rf"(?:{alternatives([])} )?[A-Z]\w+", "Moscow")
    assert not re.search(rf"{alternatives([])}|x", "Moscow")


@pytest.mark.parametrize(
    ("words", "text", "place"),
    [
        (["in", "in front of"], "it lay in front of us", (7, 18)),
        (["in"], "within the inn, in Port Selm", (16, 18)),
        (["the", "a"], "at the gate", (3, 6)),
        (["a"], "then", None),
        ([], "anything", None),
    ],
)
def test_any_of_some_words_behind_whose_first_letter_something_holds(
    words: list[str], text: str, place: tuple[int, int] | None
) -> None:
    begins_a_word = r"(?<!\w.)"
    match = re.search(rf"{opening(words, begins_a_word)}\b", text)
    assert (match and match.span()) == place
