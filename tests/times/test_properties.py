"""What holds of the tagger on any text."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.languages import named
from dateline.model import Span, Timex
from dateline.times import time_expressions
from dateline.times.grammar.rules import grammar

ENGLISH = named("en")
PUBLISHED = dt.date(2019, 4, 25)
EXAMPLES = Path(__file__).parents[2] / "examples"
PASSAGES = st.sampled_from([rule.example for rule in grammar(ENGLISH).rules])
# The calendar of Python ends on either side: what is counted from there may lie outside it.
DAYS = st.none() | st.dates() | st.sampled_from([dt.date.min, dt.date(1, 3, 31), dt.date(9999, 12, 1), dt.date.max])
# fmt: off
WORDS = st.sampled_from([
    "the", "a", "of", "in", "on", "April", "May", "3", "23rd", "1991", "'90s", "last", "next", "year", "years", "ago",
    "day", "before", "after", "to", "-", ",", ".", ":", "a.m.", "İ", "’", "two", "half", "Monday", "10:30", "½", "BC",
    "04/05/2019", "quarter", "century", "\n", "first", "Tuesday", "every", "99999999999999999999", "9999", "0001",
    "476", "31/12/9999", "0000-00-00", "1/0", "٣", "١٩٩١", "１９９１", "²", "Auguſt", "Aprıl", "\u00a0", "\u2009",
    "\u200b", "\ud800",
])
# fmt: on
OTHER_FIGURES = st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "०१२३४५६७८९", "²³¹⁰½¼Ⅷ①②③"]).map(
    lambda figures: str.maketrans("0123456789", figures)
)


def sentences() -> list[str]:
    """The sentences of the shipped examples, as they are."""
    files = [*EXAMPLES.rglob("articles/*.txt")]
    return [line for file in sorted(files) for line in file.read_text(encoding="utf-8").splitlines() if line]


def read(text: str, published: dt.date | None, aside: list[Span] | None = None) -> list[Timex]:
    """What is found, when it is sound."""
    found = time_expressions(ENGLISH, text, published, aside=aside or ())
    end = 0
    for timex in found:
        assert end <= timex.start < timex.end
        assert text[timex.start : timex.end] == timex.text
        assert timex.value
        assert (timex.first is None) == (timex.last is None)
        assert timex.first is None or timex.last is None or timex.first <= timex.last
        end = timex.end
    return found


@given(st.text(), DAYS)
@settings(max_examples=300)
def test_any_text_is_read_and_what_is_found_is_in_it(text: str, published: dt.date | None) -> None:
    read(text, published)


@given(st.lists(WORDS, max_size=40).map(" ".join), DAYS)
@settings(max_examples=500)
def test_any_heap_of_time_words_is_read(text: str, published: dt.date | None) -> None:
    read(text, published)


@given(st.lists(PASSAGES, min_size=1, max_size=8).map(" ".join), DAYS)
@settings(max_examples=300)
def test_any_day_of_publication_is_counted_from(text: str, published: dt.date | None) -> None:
    read(text, published)


@given(st.sampled_from(sentences()), st.integers(0, 300), st.integers(1, 300))
@settings(max_examples=300)
def test_a_sentence_cut_anywhere_is_read(sentence: str, start: int, length: int) -> None:
    read(sentence[start : start + length], PUBLISHED)


@given(st.lists(PASSAGES, min_size=1, max_size=4).map(" ".join), OTHER_FIGURES)
def test_figures_of_other_scripts_are_read(text: str, figures: dict[int, str]) -> None:
    read(text.translate(figures), PUBLISHED)


@given(st.lists(PASSAGES, max_size=6).map("\n".join), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60))))
def test_what_stands_aside_is_found_all_the_same(text: str, aside: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in aside]
    plain = [(timex.start, timex.text) for timex in read(text, PUBLISHED)]
    assert [(timex.start, timex.text) for timex in read(text, PUBLISHED, spans)] == plain


@given(st.lists(PASSAGES, min_size=1, max_size=4), st.integers(0, 4))
def test_a_sentence_without_dates_changes_no_value(passages: list[str], place: int) -> None:
    told = [f"It was said {passage}." for passage in passages]
    more = [*told[:place], "The bridge is made of steel and stone.", *told[place:]]
    values = [(timex.text, timex.value, timex.first) for timex in read("\n".join(told), PUBLISHED)]
    assert [(timex.text, timex.value, timex.first) for timex in read("\n".join(more), PUBLISHED)] == values


@given(PASSAGES, st.text(alphabet="İŉ🜨 ", max_size=5))
def test_characters_of_any_width_before_an_expression_only_move_it(passage: str, before: str) -> None:
    plain = read(passage, PUBLISHED)
    moved = read(f"{before}\n{passage}", PUBLISHED)
    assert [(timex.start - len(before) - 1, timex.text, timex.value) for timex in moved] == [
        (timex.start, timex.text, timex.value) for timex in plain
    ]


@pytest.mark.slow
@given(st.lists(WORDS | PASSAGES, max_size=12).map(" ".join), st.booleans())
@settings(max_examples=50, deadline=None)
def test_what_was_read_before_changes_nothing(text: str, forget: bool) -> None:
    before = read(text, PUBLISHED)
    if forget:
        ENGLISH.forget()
    assert read(text, PUBLISHED) == before


def test_long_lists_of_dates_are_read_to_their_end() -> None:
    years = " ".join(str(year) for year in range(1600, 2000))
    assert [timex.text for timex in read(years, PUBLISHED)] == years.split()
    assert len(read("today " * 1500, PUBLISHED)) == 1500
