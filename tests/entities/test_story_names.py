"""Whom a surname stands for, in one article and across a story."""

import pytest

from dateline.entities.article_names import Names
from dateline.entities.name_forms import may_be_person, surnames
from dateline.entities.story_names import StoryNames
from dateline.languages import named
from dateline.model import EntityKind

ENGLISH = named("en")

KIM = Names(
    ENGLISH,
    "Kim Jong Un travelled by train. Kim waved. His father, Kim Jong Il, had waved in 2001. Kim Jong Un was late.",
)
SHORT = Names(ENGLISH, "Kim was late, and Putin was early. Varga was not there.")
PUTIN = Names(ENGLISH, "Vladimir Putin waited. Putin does not like to. Xi Jinping had left.")


def test_a_surname_is_who_the_article_names_more_often() -> None:
    assert KIM.full("Kim") == "Kim Jong Un"


@pytest.mark.parametrize(
    ("name", "full"),
    [("Kim", "Kim Jong Un"), ("Putin", "Vladimir Putin"), ("Xi", "Xi Jinping"), ("Varga", "Varga")],
)
def test_a_surname_that_an_article_never_explains_is_who_the_story_says(name: str, full: str) -> None:
    assert StoryNames(ENGLISH, [KIM, SHORT, PUTIN]).full(name, SHORT) == full


def test_the_person_named_more_often_is_who_a_surname_means() -> None:
    names = Names(ENGLISH, "Anna Varga came. Bela Varga and Bela Varga left. Varga wept.")
    assert names.full("Varga") == "Bela Varga"


def test_a_surname_is_not_who_is_named_in_full_beside_it() -> None:
    wife = Names(ENGLISH, "Varga and his wife, Ilona Varga, left. Varga waved.")
    assert wife.full("Varga") == "Varga"
    assert StoryNames(ENGLISH, [wife]).full("Varga", wife) == "Varga"
    other = Names(ENGLISH, "Emil Varga rules. Emil Varga waved.")
    assert StoryNames(ENGLISH, [wife, other, other]).full("Varga", wife) == "Emil Varga"


def test_a_surname_that_is_mostly_a_place_is_nobodys_in_the_story() -> None:
    person = Names(ENGLISH, "They met Anna Nordby.")
    place = Names(ENGLISH, "It rained in Nordby. It was cold in Nordby.")
    short = Names(ENGLISH, "They like Nordby.")
    assert StoryNames(ENGLISH, [person, place, short]).full("Nordby", short) == "Nordby"


def test_full_names_stay_apart() -> None:
    story = StoryNames(ENGLISH, [KIM, SHORT, PUTIN])
    assert story.full("Kim Jong Il", KIM) == "Kim Jong Il"
    assert story.full("Kim Jong Un", KIM) == "Kim Jong Un"


def test_an_article_s_own_word_counts_before_that_of_the_story() -> None:
    other = Names(ENGLISH, "Kim Chang Son came first. Kim carried a bag.")
    assert StoryNames(ENGLISH, [KIM, KIM, other]).full("Kim", other) == "Kim Chang Son"


def test_a_place_is_not_the_company_named_after_it() -> None:
    story = Names(ENGLISH, "Corran Lines stopped its ferries. The storm reached Corran at noon.")
    assert StoryNames(ENGLISH, [story]).full("Corran", story) == "Corran"


def names_of(*texts: str) -> tuple[StoryNames, list[Names]]:
    articles = [Names(ENGLISH, text) for text in texts]
    return StoryNames(ENGLISH, articles), articles


@pytest.mark.parametrize(
    ("texts", "name", "main"),
    [
        (["The Norden Press Agency (NPA) told it.", "It was NPA that told it."], "NPA", "Norden Press Agency"),
        (["The Bureau of Harbour Safety met.", "A man from the BHS came."], "BHS", "Bureau of Harbour Safety"),
        (["The Harbour Union met.", "A man from the HU came."], "HU", "Harbour Union"),
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
        (["They met Vladimir Putin.", *["It was VLADIMIR PUTIN."] * 3], "VLADIMIR PUTIN", "Vladimir Putin"),
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
        (["It was Dmitry Marlot and Dimitry Marlot."], "Dimitry Marlot"),
        (["It was Dmitry Marlot and Dimitry Marlot."], "Dmitry Marlot"),
        (["French Minister Dmitry Marlot came.", "It was Dutch Minister Dimitry Marlot."], "Dimitry Marlot"),
        (["French Minister Dmitry Marlot came.", "It was Dutch Minister Dimitry Marlot."], "Dmitry Marlot"),
        (["He is from North Korea or North Macedonia. He likes the North."], "North"),
        (["The Bank of Hexton met.", "A man from the BH came."], "BH"),
        (["It was at the Growth and Ownership Fair.", *["A man from the GOF came."] * 12], "GOF"),
        (["The Norden Press Agency (NPA, of old) told it. The Northern Port Authority met.", "It was the NPA."], "NPA"),
        (["It was Jon Marsten. It was Jon Marsten.", "It was John Marsten and Jon Marsten."], "John Marsten"),
    ],
)
def test_names_stay_apart_where_it_is_not_certain(texts: list[str], name: str) -> None:
    story, articles = names_of(*texts)
    assert story.full(name, articles[-1]) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They asked Denzel Washington. They left Washington on Friday.", "Washington"),
        ("It rained in Southeast Louisiana. They left Louisiana on Friday.", "Louisiana"),
        ("They wrote to Thomson Reuters. They wrote to Reuters.", "Reuters"),
        ("They met Anna Nordby in Nordby. It rained in Nordby.", "Nordby"),
    ],
)
def test_what_is_somewhere_or_an_agency_is_nobody_s_surname(text: str, name: str) -> None:
    story, [names] = names_of(text)
    assert story.full(name, names) == name


def test_only_a_surname_is_replaced_where_the_speaker_is_named() -> None:
    story, articles = names_of("The Norden Press Agency (NPA) told it to Anna Varga.", "NPA told it. Varga heard.")
    assert story.person("NPA", articles[1]) == "NPA"
    assert story.person("Varga", articles[1]) == "Anna Varga"


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Anna Varga", True),
        ("Kim Chang Son", True),
        ("Theresa May", True),
        ("Vincent van Gogh", True),
        ("Abu al-Adnani", True),
        ("Moon Jae-in", True),
        ("OJ Simpson", True),
        ("Christian Horner", True),
        ("November Paris", False),
        ("Bank of England", False),
        ("SpaceX Falcon", False),
        ("Russky Island", False),
        ("Korean War", False),
        ("BBC Newsnight", False),
        ("Representatives of Corvan", False),
        ("United States", False),
        ("Super Bowl", False),
    ],
)
def test_the_form_of_a_person_s_name(name: str, person: bool) -> None:
    assert may_be_person(ENGLISH, name) is person


@pytest.mark.parametrize(
    ("person", "short"),
    [
        ("Kim Jong Un", {"Un", "Kim"}),
        ("Xi Jinping", {"Jinping", "Xi"}),
        ("Moon Jae-in", {"Jae-in", "Moon"}),
        ("Kim Coghill", {"Coghill"}),
        ("Paul Jacobs", {"Jacobs"}),
        ("Mohamed El Masri", {"Masri"}),
    ],
)
def test_the_words_that_stand_for_a_person_alone(person: str, short: set[str]) -> None:
    assert set(surnames(ENGLISH, person)) == short


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They met in Nordby. Nordby is small.", "Nordby", EntityKind.PLACE),
        ("The Kommersky newspaper said so.", "Kommersky", EntityKind.ORGANISATION),
        ("They asked Corvan Plc.", "Corvan Plc", EntityKind.ORGANISATION),
        ("They asked Anna Varga.", "Anna Varga", EntityKind.PERSON),
        ("They asked singer Rihalla.", "Rihalla", EntityKind.PERSON),
        ("They asked Mr Orlik.", "Orlik", EntityKind.PERSON),
        ("They crossed the Tumen River.", "Tumen River", EntityKind.PLACE),
        ("They recalled the Korean War.", "Korean War", EntityKind.OTHER),
        ("They feared Hurricane Otto.", "Hurricane Otto", EntityKind.OTHER),
        ("They went by the BLK with Moscow’s consent.", "Moscow", EntityKind.GOVERNMENT),
        ("The talks with Moscow broke down.", "Moscow", EntityKind.GOVERNMENT),
        ("He said that Moscow remove its men.", "Moscow", EntityKind.GOVERNMENT),
        ("The Kremlin said so.", "Kremlin", EntityKind.GOVERNMENT),
        ("Moscow was more talkative.", "Moscow", EntityKind.GOVERNMENT),
        ("Moscow and Pyongyang have close ties.", "Pyongyang", EntityKind.GOVERNMENT),
        ("It might provoke Pyongyang.", "Pyongyang", EntityKind.GOVERNMENT),
        ("It depends on what Washington did next.", "Washington", EntityKind.GOVERNMENT),
        ("They live south of Cairo.", "Cairo", EntityKind.PLACE),
        ("They saw devastated Port-au-Prince.", "Port-au-Prince", EntityKind.PLACE),
        ("They left for the capital Pyongyang on Friday.", "Pyongyang", EntityKind.PLACE),
        ("The Moscow metro stopped.", "Moscow", EntityKind.PLACE),
        ("Moscow’s streets were empty.", "Moscow", EntityKind.PLACE),
        ("They met in Moscow.", "Moscow", EntityKind.PLACE),
        ("They bought Zorp.", "Zorp", EntityKind.OTHER),
    ],
)
def test_what_a_name_is_the_name_of(text: str, name: str, kind: EntityKind) -> None:
    story, [names] = names_of(text)
    [own, *_] = [found for found in names.all if found.text == name]
    assert story.identify(own, names).kind is kind
