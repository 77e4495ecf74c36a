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


def names_of(*texts: str) -> tuple[StoryNames, list[Names]]:
    articles = [Names(text) for text in texts]
    return StoryNames(articles), articles


@pytest.mark.parametrize(
    ("texts", "name", "main"),
    [
        (["The Norden Press Agency (NPA) told it.", "It was NPA that told it."], "NPA", "Norden Press Agency"),
        (["The Bureau of Harbour Safety met.", "A man from the BHS came."], "BHS", "Bureau of Harbour Safety"),
        (["Aide Yuri Ushakov came. Yuri Ushakov left.", "Aide Yury Ushakov spoke."], "Yury Ushakov", "Yuri Ushakov"),
        (
            ["They met Dmitry Medvedev. Dmitry Medvedev left.", "It was Dimitry Medvedev."],
            "Medvedev",
            "Dmitry Medvedev",
        ),
        (["They met Kim Jong Un. Kim Jong Un left.", "It was Kim Jong-un."], "Kim Jong-un", "Kim Jong Un"),
        (["They met Thad Allen. Thad Allen left.", "It was Thad W. Allen."], "Thad W. Allen", "Thad Allen"),
        (["It was in the United States.", "He left the U.S. on Friday."], "U.S.", "United States"),
        (["Shares of Corvan fell. Of Corvan much is known.", "They own Corvan Ltd today."], "Corvan Ltd", "Corvan"),
        (["He is from North Korea. He likes the North."], "North", "North Korea"),
        (["They met Vladimir Putin.", "It was VLADIMIR PUTIN again."], "VLADIMIR PUTIN", "Vladimir Putin"),
    ],
)
def test_one_name_for_all_forms(texts: list[str], name: str, main: str) -> None:
    story, articles = names_of(*texts)
    assert story.full(name, articles[-1]) == main


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["The Bureau of Harbour Safety and the Board of Health and Sport met.", "A man from the BHS came."], "BHS"),
        (["It was Jon Marsten and John Marsten."], "Jon Marsten"),
        (["French Minister Jean Marlot came.", "It was Dutch Minister Jan Marlot."], "Jan Marlot"),
        (["They met George H. Walden and George W. Walden.", "It was George Walden."], "George Walden"),
        (["He is from North Korea or North Macedonia. He likes the North."], "North"),
    ],
)
def test_names_stay_apart_where_it_is_not_certain(texts: list[str], name: str) -> None:
    story, articles = names_of(*texts)
    assert story.full(name, articles[-1]) == name


def test_only_a_surname_is_replaced_where_the_speaker_is_named() -> None:
    story, articles = names_of("The Norden Press Agency (NPA) told it to Anna Varga.", "NPA told it. Varga heard.")
    assert story.person("NPA", articles[1]) == "NPA"
    assert story.person("Varga", articles[1]) == "Anna Varga"
