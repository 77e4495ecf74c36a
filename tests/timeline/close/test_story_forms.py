import datetime as dt

import pytest

from dateline import Article
from dateline.reading.article import read_article
from dateline.timeline.close.story_forms import Named, of_story

LONG = "U.S. President Lorne Akende met Chancellor Mirela Haas in Oslo. The North Korean leader stayed at home."
SHORT = "Akende left Oslo on Monday. As we reported, Haas's spokesman was with him. Norden Steel sent flowers."


@pytest.fixture(scope="module")
def names() -> dict[str, Named]:
    articles = [Article(name, text, dt.date(2021, 3, 4)) for name, text in (("long", LONG), ("short", SHORT))]
    return of_story(read_article(article) for article in articles)


def test_a_surname_of_one_article_is_the_person_another_names_in_full(names: dict[str, Named]) -> None:
    assert names["short"].one_form("Akende") == "Lorne Akende"


def test_a_country_has_one_name_under_its_demonym_too(names: dict[str, Named]) -> None:
    assert names["long"].one_form("American") == names["long"].one_form("United States")


def test_rank_ties_a_person_to_a_country(names: dict[str, Named]) -> None:
    assert names["long"].ties["Lorne Akende"] == names["long"].one_form("U.S.")


@pytest.mark.parametrize(
    ("said_by", "speaker"),
    [
        ("Haas", "Mirela Haas"),
        ("the Norden Steel", "Norden Steel"),
        ("we", None),
        ("a docker", "a docker"),
    ],
)
def test_who_says_so_goes_by_one_name(names: dict[str, Named], said_by: str, speaker: str | None) -> None:
    assert names["short"].speaker(said_by) == speaker


def test_who_takes_part_is_neither_a_place_nor_an_owner(names: dict[str, Named]) -> None:
    own = names["short"]
    within = own.within(0, len(SHORT))
    assert [name.text for name in within] == ["Akende", "Oslo", "Haas", "Norden Steel"]
    places = [name.text for name in within if own.is_place(name)]
    assert own.participants(within, places, 0, len(SHORT)) == ("Lorne Akende", "Norden Steel")


def test_a_story_without_articles_names_nobody() -> None:
    assert of_story([]) == {}
