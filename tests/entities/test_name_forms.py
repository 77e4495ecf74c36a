import pytest

from dateline.entities.name_forms import (
    initials,
    is_acronym,
    may_be_person,
    may_be_surname,
    surnames,
    without_country,
)
from dateline.languages import named

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("person", "alone"),
    [("Ada Quill", ("Quill",)), ("Kim Chang Son", ("Son", "Kim")), ("Jan van der Meulen", ("Meulen",))],
)
def test_a_person_is_called_by_surname_the_family_s_first_where_it_stands_first(
    person: str, alone: tuple[str, ...]
) -> None:
    assert surnames(ENGLISH, person) == alone


@pytest.mark.parametrize("word", ["Moscow", "France", "Texas", "Reuters"])
def test_a_capital_a_country_or_an_agency_is_nobody_s_surname(word: str) -> None:
    assert not may_be_surname(ENGLISH, word)
    assert may_be_surname(ENGLISH, "Quill")


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("Ada Quill", True),
        ("VLADIMIR PUTIN", True),
        ("Kim Chang Son", True),
        ("Quill", False),
        ("South Korea", False),
        ("Amur River", False),
        ("UN Security", False),
        ("Ada Bea Cea Dea Quill", False),
    ],
)
def test_a_person_has_two_to_four_words_none_of_which_is_of_something_else(name: str, may: bool) -> None:
    assert may_be_person(ENGLISH, name) is may


def test_acronyms_and_what_they_are_made_of() -> None:
    assert [is_acronym(word) for word in ("KCNA", "U.N.", "Kim", "A", "NEW YORK")] == [True, True, False, False, False]
    assert initials("Norden Press Agency") == "NPA"
    assert initials("Bank of England") == "BE"
    assert without_country(ENGLISH, "U.S. Securities and Exchange Commission") == "Securities and Exchange Commission"
