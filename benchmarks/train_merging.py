"""Train the weights by which passages of one date are taken to tell one event.

    python benchmarks/train_merging.py STORIES JUDGEMENTS… [--held-out]

STORIES is a folder with `<set>/<story>.jsonl`, articles in the native format; each JUDGEMENTS file is `<set>.json`:

    {"<story>": {"label": {"<article>:<start>": "<event>", …}, "amb": [["<article>:<start>", …], …], "junk": […]}}

`label` names the event that a reader takes the passage of a time expression to tell, which is known by its article's id
(eight characters of it) and the offset of its first character; `amb` are pairs that may be judged either way and `junk`
is furniture: both are left out. Every pair of passages of one date is an example; a date with many passages counts by
the root of its pairs. The weights may not change sign, and are drawn to those of a first guess: a score of stories
cannot say that a shared name means nothing. Needs SciPy and the parser. Writes
`src/dateline/timeline/en/likeness.json`; with --held-out prints instead how well pairs of each story are told apart by
weights trained on the others.
"""

import argparse
import itertools
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from dateline.events import parser
from dateline.readers import read
from dateline.skim import skim
from dateline.timeline import likeness, passages
from dateline.timeline.tellings import Telling, close_reading

TARGET = Path(likeness.__file__).parent / "en" / "likeness.json"

# The first guess, in log odds at the feature's fullest, and the least that must be left of it in the end.
GUESS: Mapping[str, tuple[float, float]] = {
    "words": (2.0, 0.0),
    "many_words": (1.5, 0.0),
    "same_words": (1.0, 0.0),
    "near": (1.0, 0.0),
    "trigger": (1.2, 0.0),
    "kind": (1.8, 0.0),
    "names": (0.8, 0.8),
    "rare_name": (0.8, 0.6),
    "place": (1.0, 0.5),
    "count": (2.0, 2.0),
    "background": (0.5, 0.0),
    "definite": (1.3, 1.3),
    "lead": (0.5, 0.0),
    "one_moment": (0.8, 0.0),
    "one_sentence": (1.0, 0.0),
    "one_speaker": (0.8, 0.0),
    "only_kind": (-2.0, -2.0),
    "other_kind": (-0.8, 0.0),
    "other_names": (-0.8, -0.8),
    "other_place": (-0.8, -0.8),
    "other_speaker": (-2.0, 0.0),
    "speech_and_deed": (-1.2, 0.0),
    "one_article": (-0.5, 0.0),
    "coarse": (-0.8, 0.0),
}
BIAS = -2.4
# How strongly weights are drawn to the guess; 3 to 30 make no difference that the stories could show.
STRENGTH = 10.0

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True)
class Pairs:
    """The pairs of passages of one date of a story that share anything, with a reader's answer."""

    story: str
    features: Array
    same: Array


def tellings_of(path: Path) -> list[Telling]:
    """What the articles of a file tell, by date, as a small story's timeline reads it."""
    articles = sorted(read(path).articles, key=lambda article: (str(article.published), article.id))
    found = [passage for article in articles for passage in passages.of(skim(article))]
    dated = passages.by_value(passages.first_told(found)).values()
    return close_reading([passage for those in dated for passage in those], parser.load())


def key(telling: Telling) -> str:
    return f"{telling.article.id[:8]}:{telling.passage.timex.start}"


def pairs_of(stories: Path, judgements: Path) -> Iterator[Pairs]:
    """The judged pairs of every date of every story of a set."""
    for name, judged in json.loads(judgements.read_text(encoding="utf-8")).items():
        told = tellings_of(stories / judgements.stem / f"{name}.jsonl")
        rare = likeness.rarity(told)
        either_way = {frozenset(pair) for pair in judged["amb"]}
        dated: dict[str, list[Telling]] = {}
        for telling in told:
            if key(telling) in judged["label"] and key(telling) not in judged["junk"]:
                dated.setdefault(telling.passage.date.value, []).append(telling)
        for those in dated.values():
            rows, same = [], []
            for one, other in itertools.combinations(those, 2):
                if frozenset((key(one), key(other))) not in either_way and likeness.comparable(one, other):
                    rows.append([float(value) for value in likeness.features(one, other, rare)])
                    same.append(float(judged["label"][key(one)] == judged["label"][key(other)]))
            if rows:
                yield Pairs(f"{judgements.stem} {name}", np.array(rows), np.array(same))


def fitted(examples: Sequence[Pairs]) -> Array:
    """Weights in the order of the features, the bias behind them."""
    rows = np.vstack([pairs.features for pairs in examples])
    sign = 2 * np.concatenate([pairs.same for pairs in examples]) - 1
    weight = np.concatenate([np.full(len(pairs.same), len(pairs.same) ** -0.5) for pairs in examples])
    weight *= len(weight) / weight.sum()
    guess = np.array([GUESS[name][0] for name in likeness.FEATURES])

    def loss(at: Array) -> tuple[float, Array]:
        margin = sign * (rows @ at[:-1] + at[-1])
        pull = at[:-1] - guess
        slope = -weight * sign / (1 + np.exp(margin))
        value = float((weight * np.logaddexp(0, -margin)).sum() + STRENGTH / 2 * (pull**2).sum())
        return value, np.append(rows.T @ slope + STRENGTH * pull, slope.sum())

    bounds: list[tuple[float | None, float | None]] = [
        (GUESS[name][1], None) if GUESS[name][0] > 0 else (None, GUESS[name][1]) for name in likeness.FEATURES
    ]
    found: Array = minimize(loss, np.append(guess, BIAS), jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)]).x
    return found


def print_held_out(examples: Sequence[Pairs]) -> None:
    """How often pairs of each story are judged as by the reader, by weights trained on the other stories."""
    right = total = taken = found = same = 0
    for story in sorted({pairs.story for pairs in examples}):
        weights = fitted([pairs for pairs in examples if pairs.story != story])
        for pairs in examples:
            if pairs.story == story:
                likely = pairs.features @ weights[:-1] + weights[-1] > 0
                right += int((likely == (pairs.same > 0)).sum())
                total += len(likely)
                taken += int(likely.sum())
                found += int((likely & (pairs.same > 0)).sum())
                same += int(pairs.same.sum())
    print(f"{total} pairs, {same} of them of one event: {100 * right / total:.1f} % judged as by the reader,")
    print(f"precision {100 * found / taken:.1f} %, recall {100 * found / same:.1f} %")


def main() -> None:
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("stories", type=Path)
    command.add_argument("judgements", type=Path, nargs="+")
    command.add_argument("--held-out", action="store_true")
    options = command.parse_args()
    examples = [pairs for path in options.judgements for pairs in pairs_of(options.stories, path)]
    if options.held_out:
        print_held_out(examples)
        return
    weights = fitted(examples)
    written = {name: round(float(w), 3) for name, w in zip((*likeness.FEATURES, "bias"), weights, strict=True)}
    assert not any(math.isnan(weight) for weight in written.values())
    TARGET.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
