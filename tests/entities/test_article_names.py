import datetime as dt
import pickle

import pytest

from dateline import Article
from dateline.entities.article_names import Names
from dateline.languages import named
from dateline.reading.article import read_article

ENGLISH = named("en")
TALKS = (
    "U.S. President Lorne Akende met Chancellor Mirela Haas in Khasan, Russia. The Norden Press Agency (NPA) said that "
    "Akende and Haas had agreed. South Korea was not there; the South wants talks of its own, Ri Yong Ho told the NPA."
)


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(ENGLISH, TALKS)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Akende", "Lorne Akende"),
        ("Haas", "Mirela Haas"),
        ("South", "South Korea"),
        ("Oslo", "Oslo"),
        ("Ri", "Ri Yong Ho"),
    ],
)
def test_a_short_form_stands_for_who_the_article_names_in_full(names: Names, name: str, full: str) -> None:
    assert names.full(name) == full


def test_a_surname_that_is_somewhere_is_nobody_s() -> None:
    text = "Maria Lindow left. She was born in Lindow, lives in Lindow and is buried in Lindow."
    assert Names(ENGLISH, text).full("Lindow") == "Lindow"


def test_of_two_of_one_surname_it_is_the_one_named_more_often() -> None:
    text = "Ada Quill met Tor Quill. Tor Quill laughed. Tor Quill left, and Quill paid."
    assert Names(ENGLISH, text).full("Quill") == "Tor Quill"


def test_an_acronym_is_what_the_article_explains(names: Names) -> None:
    assert names.acronyms == {"NPA": "Norden Press Agency"}


def test_whoever_was_named_last_before_an_offset(names: Names) -> None:
    assert names.person_before(TALKS.index("Khasan")) == "Mirela Haas"
    assert names.person_before(TALKS.index("Mirela")) == "Lorne Akende"
    assert names.person_before(0) is None


def test_names_that_are_kept_are_those_that_were_found(names: Names) -> None:
    kept = pickle.loads(pickle.dumps(names))
    assert kept == names
    for part in ("found", "all", "people", "votes", "surnames", "acronyms", "offices"):
        assert getattr(kept, part) == getattr(names, part), part
    assert kept.toponyms.regions_behind == names.toponyms.regions_behind
    assert kept.full("Akende") == "Lorne Akende"


def test_a_reading_keeps_them() -> None:
    reading = read_article(Article("a", TALKS, dt.date(2021, 3, 4)))
    assert pickle.loads(pickle.dumps(reading)).names.acronyms == {"NPA": "Norden Press Agency"}
