"""What a name is the name of, by its form and by the words beside it."""

import pytest

from dateline.entities.article_names import Names
from dateline.entities.entity_kinds import by_form
from dateline.entities.story_names import StoryNames
from dateline.languages import named
from dateline.model import EntityKind

ENGLISH = named("en")
PERSON, PLACE, BODY, OTHER = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.OTHER


def kind(text: str, name: str) -> EntityKind:
    """What a name is taken for in a story of one article."""
    names = Names(ENGLISH, text)
    [own, *_] = [found for found in names.all if found.text == name]
    return StoryNames(ENGLISH, [names]).identify(own, names).kind


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ohio", PLACE),
        ("Calif.", PLACE),
        ("Middle East", PLACE),
        ("Lake Baikal", PLACE),
        ("Mount Elbrus", PLACE),
        ("Port Elma", PLACE),
        ("Gulf of Mexico", PLACE),
        ("Bank of England", BODY),
        ("Islamic State", BODY),
        ("Corvan Holdings", BODY),
        ("Reuters", BODY),
        ("Navy", BODY),
        ("Hurricane Otto", OTHER),
        ("Tropical Storm Otto", OTHER),
        ("Battle of Hexton", OTHER),
        ("Rivers and Mountains", OTHER),
        ("Anna Varga", PERSON),
        ("Moscow", None),
        ("Kremlin", None),
        ("Zorp", None),
        ("Street", None),
        ("NPA", None),
    ],
)
def test_what_a_form_tells(name: str, told: EntityKind | None) -> None:
    assert by_form(ENGLISH, name) is told


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Kalle, who is 40, left.", "Kalle", PERSON),
        ("They sued Kalle, 62, of fraud.", "Kalle", PERSON),
        ("The physicist Kalle left.", "Kalle", PERSON),
        ("Shares fell at Zorp. She works at Zorp.", "Zorp", OTHER),
        ("It rained in Zorp. It was cold in Zorp.", "Zorp", PLACE),
        ("He is good in Formula 1. He is bad in Formula 1. They like Formula.", "Formula", OTHER),
        ("He died in Zorp. Zorp is far. Zorp is cold. They like Zorp.", "Zorp", OTHER),
        ("They fish near Vladivostok. They love Vladivostok. They miss Vladivostok.", "Vladivostok", PLACE),
        ("They work for the broadcaster Zorp.", "Zorp", BODY),
        ("Zorp executives left. Then Zorp lost.", "Zorp", BODY),
        ("They asked the NPA.", "NPA", BODY),
        ("Spokesman Kalle left. They met in Kalle.", "Kalle", PERSON),
        ("The Titanic Belle docked on Monday.", "Titanic Belle", OTHER),
        ("They boarded the ferry Anna Lind on Monday.", "Anna Lind", OTHER),
        ("They boarded the MV Dolores on Monday.", "MV Dolores", OTHER),
        ("The Anna Lind case was closed. Anna Lind died in May. Anna Lind was 40.", "Anna Lind", PERSON),
    ],
)
def test_what_the_words_beside_it_tell(text: str, name: str, told: EntityKind) -> None:
    assert kind(text, name) is told


def test_once_among_many_times_is_not_enough_for_a_place() -> None:
    many = "They sold Zorp. They own Zorp. They drink Zorp. "
    story = [Names(ENGLISH, many) for _ in range(4)] + [Names(ENGLISH, "They met in Zorp. They left Zorp in March.")]
    assert StoryNames(ENGLISH, story).kind("Zorp") is OTHER


def test_twice_in_ten_times_is() -> None:
    story = [Names(ENGLISH, "They sold Zorp. They own Zorp. They met in Zorp.") for _ in range(2)]
    assert StoryNames(ENGLISH, story).kind("Zorp") is PLACE
