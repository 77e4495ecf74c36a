from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import named
from dateline.model import Span
from dateline.text.sentences import split
from dateline.times.finding.candidates import windows

ENGLISH = named("en")


def stretches(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in windows(ENGLISH, text, split(ENGLISH, text))]


def test_only_the_surroundings_of_time_words_are_read() -> None:
    far = "word " * 40
    (found,) = stretches(f"{far}on Tuesday morning {far}")
    assert "on Tuesday morning" in found
    assert len(found) < 150


def test_words_that_only_hold_a_time_word_are_passed_over() -> None:
    assert stretches("We know the holiday yearbook, the Mayor and 4,300.") == []


def test_a_window_stays_in_its_sentence() -> None:
    assert stretches("It rains. He left in 1991. It rains.") == ["He left in 1991."]


def test_signs_that_no_encoding_holds_are_read_past() -> None:
    text = "\ud800 \U0001f600 in 1991"
    assert list(windows(ENGLISH, text, [Span(0, len(text))])) == [(0, len(text), 0)]


@given(st.lists(st.sampled_from(["May", "year", "1991", "word", ".", "\n", "10:30", "a.m."]), max_size=200))
def test_windows_come_in_order_without_overlaps(words: list[str]) -> None:
    text = " ".join(words)
    sentences = split(ENGLISH, text)
    end = 0
    for start, stop, index in windows(ENGLISH, text, sentences):
        assert end <= start < stop
        assert sentences[index].start <= start < sentences[index].end
        end = stop
