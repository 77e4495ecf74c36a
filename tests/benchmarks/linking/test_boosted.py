"""Gradient boosted trees."""

import numpy as np
import pytest

from linking.boosted import Model, Tree, model

# A first feature up to .5 goes left; right of it, a second up to 2 is likelier than one above.
TREE = Tree([0, 0, 1, 0, 0], [0.5, 0, 2.0, 0, 0], [1, 1, 3, 3, 4], [2, 1, 4, 3, 4], [0, -1.0, 0, 2.0, 1.0])


def test_a_row_gets_what_the_leaves_it_falls_into_add_up_to() -> None:
    rows = np.array([[0.5, 9.0], [0.6, 2.0], [0.6, 2.1]])
    likelihood = Model(0.5, 0.5, [TREE, TREE]).probabilities(rows)
    assert np.log(likelihood / (1 - likelihood)) == pytest.approx([-1.5, 4.5, 2.5])


def test_no_rows_get_nothing() -> None:
    assert Model(0.5, 0.5, [TREE]).probabilities(np.zeros((0, 2))).shape == (0,)


def test_every_node_of_the_model_for_linking_has_its_place() -> None:
    for tree in model("linking").trees:
        assert len({len(column) for column in (tree.feature, tree.most, tree.left, tree.right, tree.logit)}) == 1
        assert {*tree.left, *tree.right, 0} == set(range(len(tree.feature)))
