"""Train the weights by which passages of one date are taken to tell one event, on the judgements of `judged.py`.

    python benchmarks/train_merging.py [--held-out] [SET …]

Every pair of passages of one date that a reader judged is an example; a date with many passages counts by the root of
its pairs. Each passage is read twice, with the parser and without, since one set of weights serves both. The weights
are drawn to a first guess, which for most features is that they say nothing. Needs SciPy and the parser. Writes
`languages/en/timeline/likeness.toml`; with --held-out prints instead what weights fitted on nine tenths of the stories
make of the last tenth: of its pairs, and of its entries as `judged.py` counts them.
"""

import argparse
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from dateline.languages import named
from dateline.timeline.close.tellings import Telling
from dateline.timeline.merge import likeness
from dateline.timeline.merge.likeness import FEATURES, Model
from judged import Story, count, print_counts, stories

ENGLISH = named("en")
TARGET = Path(str(ENGLISH.folder)) / "timeline" / "likeness.toml"

# The first guess where it is other than 0, in log odds at the feature's fullest: judged pairs are few in which
# something is counted, only `the summit` is spoken of or a plan comes to nothing; a day long past is known for
# one thing, and two places or speakers speak against one event, whatever a hundred stories say.
GUESS: Mapping[str, float] = {
    "count": 2.0,
    "definite": 1.3,
    "turned": 2.0,
    "background": 0.5,
    "other_place": -0.8,
    "other_kind": -0.5,
    "other_speaker": -1.5,
}
# How strongly weights are drawn to the guess, those of no guess to 0.
FIRM = 100.0
STRENGTH = 10.0
FOLDS = 10
UNFITTED = Model(0.0, (0.0,) * len(FEATURES))

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True)
class Pairs:
    """The pairs of passages of one date of a story that share anything, with a reader's answer."""

    features: Array
    same: Array


def pairs_of(story: Story) -> Iterator[Pairs]:
    """The judged pairs of every date of a story."""
    rare = likeness.rarity(story.tellings, UNFITTED)
    dated: dict[str, list[Telling]] = {}
    for telling in filter(story.is_judged, story.tellings):
        dated.setdefault(telling.passage.date.value, []).append(telling)
    for those in dated.values():
        rows, same = [], []
        for one, other in itertools.combinations(those, 2):
            answer = story.is_one(one, other)
            if answer is not None and likeness.comparable(one, other):
                rows.append([float(value) for value in likeness.features(one, other, rare)])
                same.append(float(answer))
        if rows:
            yield Pairs(np.array(rows), np.array(same))


def fitted(examples: Sequence[Pairs]) -> Model:
    """The model that tells these pairs apart best."""
    rows = np.vstack([pairs.features for pairs in examples])
    sign = 2 * np.concatenate([pairs.same for pairs in examples]) - 1
    weight = np.concatenate([np.full(len(pairs.same), len(pairs.same) ** -0.5) for pairs in examples])
    weight *= len(weight) / weight.sum()
    guess = np.array([GUESS.get(name, 0.0) for name in FEATURES])
    strength = np.array([FIRM if name in GUESS else STRENGTH for name in FEATURES])

    def loss(at: Array) -> tuple[float, Array]:
        margin = sign * (rows @ at[:-1] + at[-1])
        pull = at[:-1] - guess
        slope = -weight * sign / (1 + np.exp(margin))
        value = float((weight * np.logaddexp(0, -margin)).sum() + (strength * pull**2).sum() / 2)
        return value, np.append(rows.T @ slope + strength * pull, slope.sum())

    found: Array = minimize(loss, np.append(guess, 0.0), jac=True, method="L-BFGS-B").x
    return Model(round(float(found[-1]), 3), tuple(round(float(weight), 3) for weight in found[:-1]))


def print_held_out(judged: Sequence[Story], known: Sequence[Story]) -> None:
    """What is made of stories by weights fitted on the known ones of other names."""
    examples: dict[str, list[Pairs]] = {}
    for story in known:
        examples.setdefault(story.name, []).extend(pairs_of(story))
    right = total = taken = found = same = 0
    by_set: dict[str, Counter[str]] = {}
    for fold in range(FOLDS):
        out = judged[fold::FOLDS]
        names = {story.name for story in out}
        model = fitted([pairs for name, those in examples.items() if name not in names for pairs in those])
        for story in out:
            by_set.setdefault(story.set, Counter()).update(count(story, model))
            for pairs in pairs_of(story):
                likely = pairs.features @ np.array(model.weights) + model.bias > 0
                right += int((likely == (pairs.same > 0)).sum())
                total += len(likely)
                taken += int(likely.sum())
                found += int((likely & (pairs.same > 0)).sum())
                same += int(pairs.same.sum())
    print(f"{total} pairs, {same} of them of one event: {100 * right / total:.1f} % judged as by the reader,")
    print(f"precision {100 * found / taken:.1f} %, recall {100 * found / same:.1f} %")
    print_counts(by_set)


def main() -> None:
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("sets", nargs="*", metavar="SET", help="only these, such as 'first ten'")
    command.add_argument("--held-out", action="store_true", help="measure on stories left out, and write nothing")
    options = command.parse_args()
    judged = list(stories(options.sets)), list(stories(options.sets, is_parsed=False))
    if options.held_out:
        for name, number in (("with the parser", 0), ("without", 1)):
            print(name)
            print_held_out(judged[number], [*judged[0], *judged[1]])
        return
    model = fitted([pairs for story in itertools.chain(*judged) for pairs in pairs_of(story)])
    written = TARGET.read_text(encoding="utf-8")
    for name, weight in (("bias", model.bias), *zip(FEATURES, model.weights, strict=True)):
        written = re.sub(rf"(?m)^{name} = .*", f"{name} = {weight}", written)
    TARGET.write_text(written, encoding="utf-8")
    print(f"wrote {TARGET}")


if __name__ == "__main__":
    main()
