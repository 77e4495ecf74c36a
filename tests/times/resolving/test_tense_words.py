"""The words of tense that a language has."""

from dateline.languages import named
from dateline.times.resolving.tense_words import cues_of, may_be_present


def test_contractions_are_words_of_their_own_or_one_with_what_they_are_joined_to() -> None:
    word = cues_of(named("en")).word
    assert word.findall("She'll say it won't; we’re here") == [
        "She",
        "'ll",
        "say",
        "it",
        "won't",
        ";",
        "we",
        "’re",
        "here",
    ]


def test_two_words_may_tell_only_together() -> None:
    cues = cues_of(named("en"))
    assert cues.double["agreed", "to"] == 1
    assert "agreed" not in cues.single


def test_the_forms_of_a_present_are_told() -> None:
    english = named("en")
    assert may_be_present(english, "demonstrate")
    assert not may_be_present(english, "green")
    assert cues_of(english).present["opens"].third
