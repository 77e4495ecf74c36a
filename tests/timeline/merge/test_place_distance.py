from collections.abc import Callable

import pytest

from dateline.entities.toponyms import Location
from dateline.timeline.close.tellings import Telling
from dateline.timeline.merge.place_distance import apart, where

OSLO = Location("NO", 59.91, 10.75, "a capital")
DRAMMEN = Location("NO", 59.74, 10.20, "its country is named in the article")  # 36 km away
BERGEN = Location("NO", 60.39, 5.32, "its country is named in the article")  # 305 km away
NORWAY = Location("NO", None, None, "a country")
SWEDEN = Location("SE", None, None, "a country")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (OSLO, BERGEN, True),
        (OSLO, DRAMMEN, False),
        (OSLO, NORWAY, False),
        (OSLO, SWEDEN, True),
        (OSLO, None, None),
        (None, None, None),
    ],
)
def test_two_places_are_apart_by_kilometres_or_countries(
    one: Location | None, other: Location | None, expected: bool | None
) -> None:
    assert apart(one, other) is apart(other, one) is expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ilona Varga met the miners in Oslo on March 3.", "Oslo"),
        ("Ilona Varga met the miners on March 3, before she went to Oslo.", None),
        ("In Oslo, Ilona Varga met the miners on March 3 and praised them.", None),
        ("Ilona Varga met miners from Bergen in Oslo on March 3.", "Oslo"),
    ],
)
def test_it_took_place_where_the_words_behind_the_verb_say(
    tell: Callable[..., list[Telling]], text: str, place: str | None
) -> None:
    (telling,) = tell((4, text))
    assert where(telling) == place
