"""Right and wrong, as read by hand, in, a linear model of what is right out, or how well it tells what it has not seen.

Serves the scripts that learn how far a line, or an event row, is to be trusted. Needs scikit-learn.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from train_attribution import matrix, vocabulary_of

# Parts of which one is left out at a time.
FOLDS = 10

Example = tuple[str, list[str], bool]
"""Of what it is a part, an article or a story; how it is told, by names; and whether it is right."""


def fitted(examples: Sequence[Example], model: Callable[[], Any]) -> dict[str, float]:
    """The weights of a model of what is right."""
    vocabulary = vocabulary_of([told for _, told, _ in examples])
    rows = matrix([told for _, told, _ in examples], vocabulary)
    learned = model().fit(rows, [right for *_, right in examples])
    weights = {feature: float(learned.coef_[0][column]) for feature, column in vocabulary.items()}
    weights["bias"] += float(learned.intercept_[0])
    return weights


def held_out(examples: Sequence[Example], model: Callable[[], Any], shares: Sequence[float], scale: int) -> None:
    """Print the share of what is right among that of most confidence, and the least confidence of these.

    What is of one article, or of one story, is asked of a model that has seen nothing of it. Confidence is printed in
    so many parts of a logit.
    """
    names = sorted({name for name, _, _ in examples})
    fold_of = {name: number % FOLDS for number, name in enumerate(names)}
    told: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = fitted([one for one in examples if fold_of[one[0]] != fold], model)
        asked = [one for one in examples if fold_of[one[0]] == fold]
        told += [(sum(weights.get(name, 0.0) for name in set(names)), right) for _, names, right in asked]
    told.sort(key=lambda pair: -pair[0])
    for share in shares:
        kept = told[: round(share * len(told))]
        right = np.mean([one for _, one in kept])
        print(f"{share:4.0%} of {len(told)}: {right:.3f} right, from {kept[-1][0] * scale:.0f}")
