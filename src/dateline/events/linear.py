"""Linear models over named features, with whole-number weights.

Whole numbers add up to the same sum on every machine and in any order, so a decision never hangs on the last bit of a
floating-point sum. Weights are logits times `SCALE`.
"""

import gzip
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat

SCALE = 100
"""A weight of 100 is a logit of 1: two decimals were enough to keep every figure."""

Weights = dict[str, int]


@cache
def weights(name: str) -> Weights:
    """The weights of the model `name`: `en/<name>.weights.gz`, a feature and its weight a line, by a tab."""
    packed = (files("dateline.events") / "en" / f"{name}.weights.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    return {feature: int(weight) for feature, _, weight in (line.rpartition("\t") for line in lines)}


def score(model: Weights, features: Iterable[str]) -> int:
    """The sum of the weights of `features`; a feature the model does not know counts nothing."""
    return sum(map(model.get, features, repeat(0)))
