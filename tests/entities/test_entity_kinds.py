from collections import Counter

import pytest

from dateline.entities.article_names import Names
from dateline.entities.entity_kinds import by_form, decide, votes
from dateline.languages import named
from dateline.model import EntityKind

ENGLISH = named("en")
PERSON, PLACE, ORGANISATION, OTHER = (
    EntityKind.PERSON,
    EntityKind.PLACE,
    EntityKind.ORGANISATION,
    EntityKind.OTHER,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ada Quill", PERSON),
        ("Norden Steel Inc.", ORGANISATION),
        ("Ministry of Health", ORGANISATION),
        ("Amur River", PLACE),
        ("France", PLACE),
        ("Hurricane Irene", OTHER),
        ("Lindow", None),
        ("Moscow", None),
    ],
)
def test_some_names_say_themselves_what_they_are_of(name: str, kind: EntityKind | None) -> None:
    assert by_form(ENGLISH, name) is kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The mayor, Brandl, 54, left.", "Brandl", PERSON),
        ("They met in Lindow on Friday.", "Lindow", PLACE),
        ("They sold the Corvan company.", "Corvan", ORGANISATION),
        ("President Akende spoke.", "Akende", PERSON),
    ],
)
def test_the_words_beside_a_name_tell_what_it_is_of(text: str, name: str, kind: EntityKind) -> None:
    names = Names(ENGLISH, text)
    found = next(found for found in names.found if found.name.text == name)
    assert kind in list(votes(names.toponyms, found))


def test_what_form_and_words_tell_is_weighed_together() -> None:
    told = {"Lindow": Counter({PLACE: 3})}
    assert decide(ENGLISH, ["Lindow"], told, {"Lindow": 3}) is PLACE
    assert decide(ENGLISH, ["Ada Quill"], {}, {}) is PERSON
    assert decide(ENGLISH, ["Zzyx"], {}, {}) is OTHER
