from pathlib import Path
from xml.etree import ElementTree as ET

from dateline.model import Entity, EntityKind, Form, Mention
from dateline.web.pages.map import map_of
from dateline.web.pages.shell import STATIC


def place(name: str, latitude: float | None, longitude: float | None, mentions: int = 1) -> Entity:
    named = tuple(Mention("a", at, at + 1, name) for at in range(mentions))
    return Entity(EntityKind.PLACE, name, (Form(name, mentions),), 1, named, None, latitude, longitude)


def test_places_stand_within_the_part_that_is_shown_the_one_named_most_largest() -> None:
    drawn = map_of([place("Tolm", 43.1, 131.9, 9), place("Corran", 39.0, 125.7), place("Nowhere", None, None)])
    assert drawn
    left, top, width, height = drawn.box
    assert width == 2 * height
    assert all(left < spot.x < left + width and top < spot.y < top + height for spot in drawn.spots)
    assert [spot.place.name for spot in drawn.spots] == ["Tolm", "Corran"]
    assert drawn.spots[0].size > drawn.spots[1].size


def test_the_ends_of_the_world_are_within_it() -> None:
    for latitude, longitude in ((90, 180), (-90, -180), (0, 0)):
        drawn = map_of([place("Pole", latitude, longitude)])
        assert drawn
        left, top, width, height = drawn.box
        assert -180 <= left <= left + width <= 180
        assert -90 <= top <= top + height <= 90
    whole = map_of([place("East", 60, 179), place("West", -60, -179)])
    assert whole
    assert whole.box == (-180, -90, 360, 180)


def test_no_place_no_map() -> None:
    assert map_of([place("Nowhere", None, None)]) is None


def test_the_outlines_hold_nothing_but_shapes_and_their_credit() -> None:
    world = Path(STATIC / "world.svg")
    assert world.stat().st_size < 120_000
    assert "Natural Earth" in world.read_text("utf-8")
    root = ET.fromstring(world.read_text("utf-8"))
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {"svg", "path"}
