"""Gradient boosted trees (Friedman 2001), read from JSON: what `benchmarks/train_linking.py` writes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Vector = np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes as columns, the root first; a leaf is its own child on both sides."""

    feature: Sequence[int]
    """Which feature a node asks for."""
    most: Sequence[float]
    """The highest value that goes left."""
    left: Sequence[int]
    right: Sequence[int]
    logit: Sequence[float]
    """What a leaf adds."""


@dataclass(frozen=True, slots=True)
class Model:
    """Trees whose logits add up, and the probability from which the answer is yes."""

    bias: float
    threshold: float
    trees: Sequence[Tree]

    def probabilities(self, features: Matrix) -> Vector:
        """The probability of a yes for each row of features."""
        logits = np.full(len(features), self.bias)
        rows = np.arange(len(features))
        for tree in self.trees:
            feature, most, left, right = map(np.array, (tree.feature, tree.most, tree.left, tree.right))
            node = np.zeros(len(features), dtype=np.intp)
            while True:
                below = np.where(features[rows, feature[node]] <= most[node], left[node], right[node])
                if np.array_equal(below, node):
                    break
                node = below
            logits += np.array(tree.logit)[node]
        probabilities: Vector = 1.0 / (1.0 + np.exp(-logits))
        return probabilities


@cache
def model(name: str) -> Model:
    """The model of `en/<name>.json`."""
    read = json.loads((Path(__file__).parent / f"{name}.json").read_text("utf-8"))
    return Model(read["bias"], read["threshold"], [Tree(**tree) for tree in read["trees"]])
