import pytest

from dateline.entities.countries import (
    by_adjective,
    by_code,
    by_name,
    capitals,
    countries,
    shortened_states,
    states,
)
from dateline.languages import empty, named

ENGLISH = named("en")


@pytest.mark.parametrize(("name", "code"), [("France", "FR"), ("U.S.", "US"), ("Britain", "GB"), ("North Korea", "KP")])
def test_a_country_is_known_by_every_name_that_news_has_for_it(name: str, code: str) -> None:
    assert by_name(ENGLISH)[name] is by_code(ENGLISH)[code]


@pytest.mark.parametrize(("word", "code"), [("French", "FR"), ("Russians", "RU"), ("American", "US")])
def test_and_by_its_adjective_and_demonym(word: str, code: str) -> None:
    assert by_adjective(ENGLISH)[word].iso == code


def test_and_by_its_capital() -> None:
    assert capitals(ENGLISH)["Moscow"].iso == "RU"
    assert all(country.capital for country in countries(ENGLISH) if country.iso in {"FR", "US", "KP"})


def test_states_are_known_by_name_and_as_news_shortens_them() -> None:
    assert states(ENGLISH)["California"] == shortened_states(ENGLISH)["Calif"] == "CA"


def test_no_code_stands_twice() -> None:
    codes = [country.iso for country in countries(ENGLISH)]
    assert len(codes) == len(set(codes)) > 150


def test_the_empty_language_knows_none() -> None:
    assert countries(empty()) == ()
