import pytest

from dateline.languages import empty, named
from dateline.stories.folding import folded
from sample_stories import known_by

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("adjective", "country"),
    [("russian", "russia"), ("ukrainian", "ukrain"), ("irish", "ireland"), ("korean", "korea"), ("british", "britain")],
)
def test_a_countrys_adjective_stands_for_the_country(adjective: str, country: str) -> None:
    assert folded(ENGLISH)[adjective] == country


@pytest.mark.parametrize("word", ["scottish", "pol", "dan", "english"])
def test_what_may_be_another_word_or_is_of_a_part_stays(word: str) -> None:
    assert folded(ENGLISH).get(word) != "britain"
    assert folded(ENGLISH).get(word) not in {"poland", "denmark"}


def test_reports_that_have_the_country_by_its_noun_and_by_its_adjective_share_it() -> None:
    one = known_by("a", "2023-10-14", "", "Norwegian divers found the wreck, the U.S. embassy said.")
    other = known_by(
        "b", "2023-10-14", "", "Divers from Norway found the wreck, said the embassy of the United States."
    )
    assert "norway" in one.words.keys() & other.words.keys()
    assert "@United States" in one.names.keys() & other.names.keys()


def test_a_language_without_a_table_of_countries_folds_nothing() -> None:
    assert folded(empty()) == {}
