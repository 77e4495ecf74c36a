"""Which event mentions, across articles, are of one happening."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline import Span
from dateline.events.linking import FEATURES, average_link, features, link, told

TEXTS = {
    "a": "A ferry sank off Skarn on Sunday. Nine people died when the ferry sank. Divers found the captain alive.",
    "b": "The sinking of the Skarn ferry killed nine people. Divers looked for the captain of the ferry off Skarn.",
    "c": "Ilona Varga opened the Gressow dairy. She praised its cheese. The dairy of Gressow is the oldest of all.",
}
LEMMAS = {"sank": "sink", "died": "die", "killed": "kill", "sinking": "sinking", "opened": "open", "praised": "praise"}


def mentions(*wanted: tuple[str, str]) -> list[int]:
    """The happenings of triggers, each given by its article and its words."""
    found = []
    for article, trigger in wanted:
        text = TEXTS[article]
        at = text.index(trigger)
        start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
        sentence = Span(start, text.find(".", at) + 1)
        found.append(told(article, text, sentence, Span(at, at + len(trigger)), LEMMAS[trigger]))
    return link(found, TEXTS)


def test_two_articles_tell_one_death() -> None:
    assert mentions(("a", "died"), ("b", "killed")) == [0, 0]


def test_other_happenings_stay_apart() -> None:
    assert mentions(("a", "died"), ("c", "opened"), ("c", "praised")) == [0, 1, 2]


def test_nothing_to_link() -> None:
    assert link([], {}) == []


def test_every_pair_is_judged_by_every_feature() -> None:
    told_twice = [told("a", TEXTS["a"], Span(0, 33), Span(8, 12), "sink") for _ in range(3)]
    assert features(told_twice, TEXTS).shape == (3, len(FEATURES))


def test_average_link_joins_what_is_like_most_of_a_group() -> None:
    likeness = np.array([[0, 0.9, 0.8, 0.1], [0.9, 0, 0.1, 0.1], [0.8, 0.1, 0, 0.1], [0.1, 0.1, 0.1, 0]])
    assert average_link(likeness, 0.5) == [0, 0, 1, 2]
    assert average_link(likeness, 0.4) == [0, 0, 0, 1]


@given(st.lists(st.floats(0, 1), min_size=10, max_size=10), st.floats(0.01, 1))
def test_groups_are_numbered_in_order_of_first_appearance(values: list[float], least: float) -> None:
    likeness = np.zeros((5, 5))
    likeness[np.triu_indices(5, 1)] = values
    groups = average_link(likeness + likeness.T, least)
    assert list(dict.fromkeys(groups)) == list(range(len(set(groups))))
