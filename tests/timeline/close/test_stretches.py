"""What the words of a passage tell, whichever of its dates it is read for."""

import datetime as dt

import pytest

from dateline import Article, Span
from dateline.reading.article import read_article
from dateline.timeline.close.story_forms import of_story
from dateline.timeline.close.stretches import Stretch, Stretches

TEXT = "The ferry Orla carried 410 people to Lindow on March 3, 2021 and 275 on March 4, 2021, pilot Ada Quill said."


def stretches() -> tuple[Stretches, Span, Stretch]:
    """Those of one article, with its sentence and what that tells."""
    reading = read_article(Article("a", TEXT, dt.date(2021, 3, 5)))
    made = Stretches(of_story([reading]))
    (sentence,) = reading.sentences
    return made, sentence, made.of("a", sentence, reading.timexes)


def test_a_stretch_is_read_once_for_all_its_dates() -> None:
    made, sentence, stretch = stretches()
    assert made.of("a", sentence, ()) is stretch


def test_its_words_are_those_besides_names_and_dates() -> None:
    _, _, stretch = stretches()
    assert {"ferry", "carry", "peopl"} <= stretch.words  # as stems
    assert not stretch.words & {"lindow", "quill", "march", "2021"}
    assert stretch.numbers == {"410", "275"}


def test_a_figure_goes_with_the_date_that_stands_nearest() -> None:
    reading = read_article(Article("a", TEXT, dt.date(2021, 3, 5)))
    _, _, stretch = stretches()
    counted = [[figure.value for figure in stretch.figures_of(timex)] for timex in reading.timexes]
    assert 410 in counted[0]
    assert 410 not in counted[1]


@pytest.mark.parametrize(("reach", "is_near"), [(20, False), (200, True)])
def test_the_words_around_a_date_reach_so_far(reach: int, is_near: bool) -> None:
    reading = read_article(Article("a", TEXT, dt.date(2021, 3, 5)))
    _, _, stretch = stretches()
    around = stretch.around(reading.timexes[1], reach)
    assert ("ferry" in around) == is_near
    assert not around & {"march", "2021"}


def test_words_of_dates_are_not_counted_among_those_that_make_a_passage() -> None:
    reading = read_article(Article("a", "As early as Tuesday, March 2, 2021 it rained.", dt.date(2021, 3, 5)))
    (sentence,) = reading.sentences
    assert Stretches(of_story([reading])).of("a", sentence, reading.timexes).undated_words < 3
