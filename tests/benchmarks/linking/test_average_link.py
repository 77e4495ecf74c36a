"""Groups of what is alike, by average link."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from linking.average_link import Matrix, average_link

SIZE = 6
PAIRS = SIZE * (SIZE - 1) // 2


def square(values: list[float]) -> Matrix:
    likeness = np.zeros((SIZE, SIZE))
    likeness[np.triu_indices(SIZE, 1)] = values
    return likeness + likeness.T


def test_average_link_joins_what_is_like_most_of_a_group() -> None:
    likeness = np.array([[0, 0.9, 0.8, 0.1], [0.9, 0, 0.1, 0.1], [0.8, 0.1, 0, 0.1], [0.1, 0.1, 0.1, 0]])
    assert average_link(likeness, 0.5) == [0, 0, 1, 2]
    assert average_link(likeness, 0.4) == [0, 0, 0, 1]


def closest_first(likeness: Matrix, least: float) -> set[frozenset[int]]:
    """Average link as it is defined: the closest two groups are joined until none are close enough."""
    groups = [frozenset([number]) for number in range(len(likeness))]
    while len(groups) > 1:
        mean, one, other = max(
            (likeness[np.ix_(list(a), list(b))].mean(), i, j)
            for i, a in enumerate(groups)
            for j, b in enumerate(groups[:i])
        )
        if mean < least:
            break
        groups = [*(each for i, each in enumerate(groups) if i not in {one, other}), groups[one] | groups[other]]
    return set(groups)


@given(st.permutations(range(PAIRS)), st.floats(0, 1))
def test_chains_of_neighbours_find_the_groups_of_joining_the_closest_first(order: list[int], least: float) -> None:
    likeness = square([(2.0**place - 1) / 2**PAIRS for place in order])
    found = average_link(likeness, least)
    assert {frozenset(np.flatnonzero(np.array(found) == each).tolist()) for each in found} == closest_first(
        likeness, least
    )


@given(st.lists(st.floats(0, 1), min_size=PAIRS, max_size=PAIRS), st.floats(0.01, 1))
def test_groups_are_numbered_in_order_of_first_appearance(values: list[float], least: float) -> None:
    groups = average_link(square(values), least)
    assert list(dict.fromkeys(groups)) == list(range(len(set(groups))))


def test_nothing_makes_no_groups() -> None:
    assert average_link(np.zeros((0, 0)), 0.5) == []
