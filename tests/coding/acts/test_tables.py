"""The tables that specialists write hold together."""

import pytest

from dateline.coding.acts.tables import agent_nouns, classes, frames, operators
from dateline.coding.country_codes import BODIES
from dateline.coding.ontology import MODES, SECTORS, TYPES
from dateline.languages import named

ENGLISH = named("en")


def test_frames_give_types_of_plover() -> None:
    assert {row.type for rows in frames(ENGLISH).values() for row in rows} <= set(TYPES)


def test_frames_ask_for_classes_that_there_are() -> None:
    asked = {c.noun_class for rows in frames(ENGLISH).values() for row in rows for c in row.conditions if c.noun_class}
    assert asked - {"who", "land", "who_or_land"} <= set(classes(ENGLISH))


def test_operators_give_types_of_plover() -> None:
    given = {
        made for rows in operators(ENGLISH).values() for row in rows for made in (row.kind, row.hostile, row.other)
    }
    assert given <= {*TYPES, "-", "=", "^"}


def test_modes_are_those_of_their_types() -> None:
    assert all(mode in MODES[type_] for type_, mode, _ in ENGLISH.table("coding/modes.tsv"))


@pytest.mark.parametrize("table", ["agents", "roles", "actors", "bodies", "leaders"])
def test_sectors_are_those_of_plover(table: str) -> None:
    column = 1 if table in ("agents", "roles") else 2
    given = {sector for row in ENGLISH.table(f"coding/{table}.tsv") for sector in row[column].split()}
    assert given - {"-"} <= SECTORS | BODIES


def test_what_asks_for_more_is_tried_first() -> None:
    rows = [row.key for row in frames(ENGLISH)["fire"]]
    assert rows.index("fire @weapon") < rows.index("fire subject:@armed !@official") or "fire @weapon" in rows


def test_the_last_words_of_roles_are_nouns_for_people() -> None:
    assert {"rebel", "minister", "farmer"} <= agent_nouns(ENGLISH)
