"""Linear models over named features, with whole-number weights.

Whole numbers add up to the same sum on every machine and in any order, so a decision never hangs on the last bit of a
floating-point sum. Weights are logits times `SCALE`.
"""

from collections.abc import Iterable, Mapping
from itertools import repeat

from dateline.languages import Language, remembered

SCALE = 100
"""A weight of 100 is a logit of 1: two decimals were enough to keep every figure."""

Weights = Mapping[str, int]


@remembered(16)
def weights(language: Language, name: str) -> Weights:
    """The weights of the model `name`, from a language's `events/<name>.weights.gz`; empty where it has none."""
    return language.weights(f"events/{name}.weights.gz")


def score(model: Weights, features: Iterable[str]) -> int:
    """The sum of the weights of `features`; a feature the model does not know counts nothing."""
    return sum(map(model.get, features, repeat(0)))
