from itertools import pairwise

import pytest

from dateline.events.surface.clauses import clause_starts, first_finite, is_finite, lower_words, words_of
from dateline.events.surface.lexicon import lexicon
from dateline.languages import empty, named
from dateline.model import Span

ENGLISH = lexicon(named("en"))


def clauses(text: str) -> list[str]:
    words = words_of(text, Span(0, len(text)))
    starts = [*clause_starts(words, ENGLISH), len(words)]
    return [text[words[first].start : words[last - 1].end] for first, last in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on Monday, and divers reached it on Friday.", 2),
        ("The ferry sank on Monday; divers reached it on Friday.", 2),
        ("The ferry, which sank on Monday, was raised on Friday.", 2),
        ("The ferry sank and burned on Monday.", 1),
        ("The ferry sank off Skarn on Monday.", 1),
    ],
)
def test_a_clause_has_a_finite_verb_of_its_own(text: str, expected: int) -> None:
    assert len(clauses(text)) == expected


def test_words_keep_their_place_in_the_text() -> None:
    text = "It rained. The U.S. ferry’s crew left."
    words = words_of(text, Span(11, len(text)))
    assert [word.text for word in words] == ["The", "U.S", ".", "ferry’s", "crew", "left", "."]
    assert all(text[word.start : word.end] == word.text for word in words)


@pytest.mark.parametrize(
    ("text", "verb"),
    [("the ferry sank there", "sank"), ("it was raised", "was"), ("the crew will sail", "will")],
)
def test_the_first_finite_verb_is_told_by_its_form_and_what_stands_before_it(text: str, verb: str) -> None:
    words = words_of(text, Span(0, len(text)))
    found = first_finite(words, 0, len(words), ENGLISH)
    assert found is not None
    assert words[found].text == verb
    assert is_finite(words, found, ENGLISH)


def test_in_the_empty_language_a_sentence_is_one_clause() -> None:
    words = words_of("The ferry sank, and divers came.", Span(0, 32))
    assert clause_starts(words, lexicon(empty())) == [0]


def test_words_without_places_are_the_same_words() -> None:
    text = "“It’s closed,” the U.S. envoy said. “We won’t reopen.”"
    sentence = Span(0, text.index(" “We"))
    assert list(lower_words(text, sentence)) == [word.lower for word in words_of(text, sentence)]
