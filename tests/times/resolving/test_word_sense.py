"""What one word among others tells: that something has been, or that it is to come."""

import pytest

from dateline.languages import named
from dateline.times.resolving.tense_words import cues_of
from dateline.times.resolving.word_sense import governs, is_done, is_maybe_present, sense_of

CUES = cues_of(named("en"))


@pytest.mark.parametrize(
    ("words", "position", "sense"),
    [
        ("the council voted", 2, -1),
        ("the council will vote", 2, 1),
        ("the port could have closed", 2, -1),
        ("the port will have closed", 2, 1),
        ("the agencies hoped to open it", 3, 1),
        ("officials had hoped to open it", 3, -1),
        ("the talks did not begin", 4, -1),
        ("she unveiled plans", 2, 0),
        ("Ada May spoke", 1, 0),
    ],
)
def test_a_word_looks_back_or_ahead_by_what_stands_around_it(words: str, position: int, sense: int) -> None:
    assert sense_of(words.split(), position, CUES) == sense


@pytest.mark.parametrize(("words", "position", "is_verb"), [("the council votes", 2, True), ("two votes", 1, False)])
def test_a_form_may_be_a_verb_of_its_subject(words: str, position: int, is_verb: bool) -> None:
    assert is_maybe_present(words.split(), position, CUES) is is_verb


def test_a_participle_is_done_and_governed_by_a_helping_verb_near_it() -> None:
    assert is_done("closed", CUES)
    assert not is_done("need", CUES)
    assert governs(frozenset({"may"}), ["it", "may", "be", "shut"], 3, CUES)
    assert not governs(frozenset({"may"}), ["it", "may", ",", "they", "said", ",", "be", "shut"], 7, CUES)
