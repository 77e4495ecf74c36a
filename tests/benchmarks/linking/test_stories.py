"""Which articles of a topic tell one story."""

import math

import pytest

from linking.stories import plane, rarity, stories

FERRY = [
    "The ferry Alma sank off Skarn on Sunday with 41 people on board. Divers searched the wreck.",
    "Divers found nine people in the wreck of the Alma. The ferry had left Skarn with 41 people.",
    "Why did the Alma sink? The ferry of 1974 left Skarn overloaded, divers and police say.",
]
BRIDGE = [
    "A bridge over the Tarn collapsed on Friday. Engineers of Gressow had warned of cracks in the bridge.",
    "Gressow had known of the cracks: engineers asked in March to close the bridge over the Tarn.",
    "Two lorries fell into the Tarn when the bridge near Gressow collapsed, police and engineers say.",
]


def test_two_stories_of_one_topic_are_told_apart() -> None:
    assert stories(plane([FERRY[0], BRIDGE[0], FERRY[1], BRIDGE[1], FERRY[2], BRIDGE[2]])) == [0, 1, 0, 1, 0, 1]


def test_the_plane_does_not_depend_on_the_order_of_articles() -> None:
    assert plane([*FERRY, *BRIDGE])[0, 3] == pytest.approx(plane([*BRIDGE, *FERRY])[3, 0])


def test_an_article_alone_is_a_story() -> None:
    assert stories(plane(FERRY[:1])) == [0]


def test_a_word_of_every_article_is_less_rare_than_one_of_a_single_one() -> None:
    rare = rarity(FERRY)
    assert rare["ferry"] < rare["board"] == math.log(4) / math.log(4)
