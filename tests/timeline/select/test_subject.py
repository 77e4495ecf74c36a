from collections.abc import Callable

from dateline.timeline.select.subject import subject_of
from dateline.timeline.story import Story

Tell = Callable[..., Story]
FERRY = (
    (5, "The ferry Marigold sank off Skarn on March 3 with nine people on board."),
    (6, "Divers reached the wreck of the ferry Marigold off Skarn on March 5."),
    (7, "The captain of the ferry Marigold was questioned in Skarn on March 6."),
    (7, "A school in Lindow held its sports day on March 6."),
)


def test_a_sentence_on_what_all_speak_of_is_nearer_than_one_beside_it(story: Tell) -> None:
    told = story(*FERRY)
    ferry, *_, school = (passage.told.terms for passage in told.passages)
    assert told.subject.nearness(ferry) > told.subject.nearness(school) > 0


def test_a_word_that_few_sentences_have_is_rarer(story: Tell) -> None:
    told = story(*FERRY)
    assert told.subject.rarity("captain") > told.subject.rarity("ferry")


def test_a_sentence_with_two_dates_counts_once(story: Tell) -> None:
    text = "The ferry Marigold sank off Skarn on March 3 and was raised on March 9."
    once = subject_of([next(story((12, text)).passages)])
    assert subject_of(story((12, text)).passages) == once


def test_a_sentence_without_words_is_near_to_nothing(story: Tell) -> None:
    assert story(*FERRY).subject.nearness([]) == 0.0
