"""What holds of the tagger on any text."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.languages import named
from dateline.times import time_expressions
from dateline.times.grammar.rules import grammar

ENGLISH = named("en")
PUBLISHED = dt.date(2019, 4, 25)
PASSAGES = st.sampled_from([rule.example for rule in grammar(ENGLISH).rules])
# fmt: off
WORDS = st.sampled_from([
    "the", "a", "of", "in", "on", "April", "May", "3", "23rd", "1991", "'90s", "last", "next", "year", "years", "ago",
    "day", "before", "after", "to", "-", ",", ".", ":", "a.m.", "İ", "’", "two", "half", "Monday", "10:30", "½", "BC",
    "04/05/2019", "quarter", "century", "\n", "first", "Tuesday", "every", "99999999999999999999",
])
# fmt: on


@given(st.text(), st.none() | st.dates())
@settings(max_examples=300)
def test_any_text_is_read_and_what_is_found_is_in_it(text: str, published: dt.date | None) -> None:
    assert_sound(text, published)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.none() | st.dates())
@settings(max_examples=500)
def test_any_heap_of_time_words_is_read(text: str, published: dt.date | None) -> None:
    assert_sound(text, published)


def assert_sound(text: str, published: dt.date | None) -> None:
    end = 0
    for timex in time_expressions(ENGLISH, text, published):
        assert end <= timex.start < timex.end
        assert text[timex.start : timex.end] == timex.text
        assert timex.value
        assert (timex.first is None) == (timex.last is None)
        assert timex.first is None or timex.last is None or timex.first <= timex.last
        end = timex.end


@given(st.lists(PASSAGES, min_size=1, max_size=4), st.integers(0, 4))
def test_a_sentence_without_dates_changes_no_value(passages: list[str], place: int) -> None:
    sentences = [f"It was said {passage}." for passage in passages]
    more = [*sentences[:place], "The bridge is made of steel and stone.", *sentences[place:]]
    values = [
        (timex.text, timex.value, timex.first) for timex in time_expressions(ENGLISH, "\n".join(sentences), PUBLISHED)
    ]
    assert [
        (timex.text, timex.value, timex.first) for timex in time_expressions(ENGLISH, "\n".join(more), PUBLISHED)
    ] == values


@given(PASSAGES, st.text(alphabet="İŉ🜨 ", max_size=5))
def test_characters_of_any_width_before_an_expression_only_move_it(passage: str, before: str) -> None:
    plain = time_expressions(ENGLISH, passage, PUBLISHED)
    moved = time_expressions(ENGLISH, f"{before}\n{passage}", PUBLISHED)
    assert [(timex.start - len(before) - 1, timex.text, timex.value) for timex in moved] == [
        (timex.start, timex.text, timex.value) for timex in plain
    ]


@given(PASSAGES)
def test_reading_again_gives_the_same(passage: str) -> None:
    assert time_expressions(ENGLISH, passage, PUBLISHED) == time_expressions(ENGLISH, passage, PUBLISHED)
