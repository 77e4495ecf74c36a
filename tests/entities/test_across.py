"""Whom a surname stands for, in one article and across a story."""

import pytest

from dateline.entities.across import StoryNames
from dateline.entities.within import Names

KIM = Names(
    "Kim Jong Un travelled by train. Kim waved. His father, Kim Jong Il, had waved in 2001. Kim Jong Un was late."
)
SHORT = Names("Kim was late, and Putin was early. Varga was not there.")
PUTIN = Names("Vladimir Putin waited. Putin does not like to. Xi Jinping had left.")


def test_a_surname_is_who_the_article_names_more_often() -> None:
    assert KIM.full("Kim") == "Kim Jong Un"


@pytest.mark.parametrize(
    ("name", "full"),
    [("Kim", "Kim Jong Un"), ("Putin", "Vladimir Putin"), ("Xi", "Xi Jinping"), ("Varga", "Varga")],
)
def test_a_surname_that_an_article_never_explains_is_who_the_story_says(name: str, full: str) -> None:
    assert StoryNames([KIM, SHORT, PUTIN]).full(name, SHORT) == full


def test_full_names_stay_apart() -> None:
    story = StoryNames([KIM, SHORT, PUTIN])
    assert story.full("Kim Jong Il", KIM) == "Kim Jong Il"
    assert story.full("Kim Jong Un", KIM) == "Kim Jong Un"


def test_an_article_s_own_word_counts_before_that_of_the_story() -> None:
    other = Names("Kim Chang Son came first. Kim carried a bag.")
    assert StoryNames([KIM, KIM, other]).full("Kim", other) == "Kim Chang Son"


def test_a_place_is_not_the_company_named_after_it() -> None:
    story = Names("Corran Lines stopped its ferries. The storm reached Corran at noon.")
    assert StoryNames([story]).full("Corran", story) == "Corran"
