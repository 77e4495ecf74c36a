import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.writers.phrasing.characters import folded, isolated, visible


def test_an_escape_sequence_is_shown_not_sent() -> None:
    assert visible("a \x1b[31mred\x07 word\x7f") == "a ␛[31mred␇ word␡"


def test_c1_controls_and_lone_surrogates_become_the_replacement_character() -> None:
    assert visible("\x9b1m and \ud800") == "�1m and �"


def test_tabs_and_line_breaks_are_text() -> None:
    assert visible("one\ttwo\r\nthree") == "one\ttwo\r\nthree"


@given(st.text(st.characters(codec=None)))
def test_what_is_shown_has_as_many_characters_and_can_be_encoded(text: str) -> None:
    assert len(visible(text)) == len(text)
    assert visible(text).encode("utf-8").decode("utf-8") == visible(text)


def test_folding_leaves_single_spaces_on_one_line() -> None:
    assert folded("  The bridge\n\n will\u2003open \t ") == "The bridge will open"


@pytest.mark.parametrize("text", ["plain words", "שלום", "\u200fmarked"])
def test_text_without_turning_characters_stays_as_it_is(text: str) -> None:
    assert isolated(text) == text


def test_an_override_ends_with_the_text_that_holds_it() -> None:
    assert isolated("a \u202eb") == "\u2068a \u202eb\u2069"


def test_a_text_cannot_close_the_isolate_around_it() -> None:
    assert isolated("a\u2069\u202eb\u2067c") == "\u2068a\u202eb\u2067c\u2069\u2069"
