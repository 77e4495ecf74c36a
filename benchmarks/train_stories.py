"""Learn by what an article is put to a story, on the streams of `stories.py`.

    python benchmarks/train_stories.py [--held-out] [--without NAME,…]

The streams are run as people told the stories, in several orders, with those of ECB+ beside them, of which two at a
time are of one kind of event; each article with the stories it was compared with is an example, of which those of large
stories count less (by a power of their size). A logistic model over the features of `stories/evidence.py` and their
products, drawn to 0. Writes `languages/en/stories/joining.weights.gz` and, for headlines alone,
`joining-headlines.weights.gz`. With --held-out prints instead, for each half of the stories, what weights learned on
the other half make of it. `--frequencies` writes `frequencies.weights.gz`, in how many news texts each word and name
stands, from corpora that are in none of the streams.
"""

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from dateline.entities.article_names import Names
from dateline.stories.evidence import BIAS, FEATURES, SCALE, WEIGHTS, Model, logistic
from dateline.stories.features import name_term, stems
from dateline.stories.stream import THRESHOLD, THRESHOLD_OF_HEADLINES, Stream
from stories import CORPORA, ENGLISH, Told, clustered, kin, late, scored, shuffled, streams

FOLDER = Path(str(ENGLISH.folder)) / "stories"


class Fit(NamedTuple):
    """How weights are fitted."""

    free: float
    """How weakly they are drawn to 0."""
    by_size: float
    """The power of a story's size that counts against each of its examples."""


# Those that decide while it is learned and those of headlines; those of reports, which do best on stories left out.
FIRST = Fit(0.05, 0.5)
OF_REPORTS = Fit(0.3, 0.75)
_SHORT = FEATURES.index("short")
# How often it is learned again from what its own decisions led to, and rounds of the search for weights.
AGAIN = 1
ROUNDS = 300
# Texts of one corpus that count at most, and texts that must hold a term for it to be kept.
TEXTS = 400
SEEN = 3
# The first day that is given to articles that have none, and over how many days they spread.
BEGIN = 733_000
SPREAD = 5

Weights = dict[str, float]


class Choice(NamedTuple):
    """An article before the stories it was compared with."""

    found: list[tuple[float, ...]]
    """Of each story, what speaks for it."""
    right: list[bool]
    """Whether it is the one the article tells: at most one is; if none is, the article is to open one."""
    story: str


def choices(stream: Sequence[Told], weights: Model | None = None) -> list[Choice]:
    """Each article with the stories it is compared with, put to them as people told it, or by some weights.

    With weights, what is wrong stays: of the parts of a story that has come apart, the largest one is right.
    """
    pass_ = Stream(ENGLISH, weights=weights, threshold=0.0, threshold_of_headlines=0.0)
    held: dict[int, Counter[str]] = defaultdict(Counter)
    own: dict[str, int] = {}
    found: list[Choice] = []
    for told in stream:
        _, near = pass_.candidates(told.features)
        if near:
            counts = [held[story.id] for story, _ in near]
            sizes = [n[told.story] if n[told.story] * 2 >= n.total() else 0 for n in counts]
            most = max(sizes)
            right = [most > 0 and place == sizes.index(most) for place in range(len(sizes))]
            found.append(Choice([features for _, features in near], right, told.story))
        if weights:
            put = pass_.add(told.features).story
        elif told.story in own:
            put = own[told.story]
            pass_.assign(told.features, put)
        else:
            put = own[told.story] = pass_.open(told.features).id
        held[put][told.story] += 1
    return found


def fitted(rows: Sequence[Choice], how: Fit = FIRST) -> Weights:
    """The weights with which what is right is chosen likeliest: a conditional logit, opening a story having odds 1.

    After McFadden, "Conditional logit analysis of qualitative choice behavior" (1974).
    """
    values = np.array([found for row in rows for found in row.found])
    right = np.array([is_right for row in rows for is_right in row.right])
    of = np.repeat(np.arange(len(rows)), [len(row.found) for row in rows])
    first = np.flatnonzero(np.r_[True, of[1:] != of[:-1]])
    opens = ~np.logical_or.reduceat(right, first)
    sizes = Counter(row.story for row in rows)
    counts = np.array([sizes[row.story] ** -how.by_size for row in rows])
    mean, spread = values.mean(0), values.std(0) + 1e-3
    pairs = list(combinations_with_replacement(range(len(FEATURES)), 2))
    plain = (values - mean) / spread
    wide = np.hstack([plain, *(plain[:, [one]] * plain[:, [other]] for one, other in pairs)])
    wide_mean, wide_spread = wide.mean(0), wide.std(0) + 1e-3
    wide = np.hstack([(wide - wide_mean) / wide_spread, np.ones((len(wide), 1))])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = wide @ weights
        most = np.maximum(np.maximum.reduceat(odds, first), 0.0)
        each = np.exp(odds - most[of])
        whole = np.add.reduceat(each, first) + np.exp(-most)
        chosen = np.where(opens, 0.0, np.add.reduceat(np.where(right, odds, 0.0), first))
        lost = counts @ (most + np.log(whole) - chosen)
        slope = wide.T @ (counts[of] * (each / whole[of] - right))
        slope[:-1] += weights[:-1] / how.free
        return float(lost + weights[:-1] @ weights[:-1] / (2 * how.free)), slope

    fit = minimize(loss, np.zeros(wide.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    scaled = fit[:-1] / wide_spread
    number = len(FEATURES)
    both = np.zeros((number, number))
    for (one, other), weight in zip(pairs, scaled[number:], strict=True):
        both[one, other] = weight / (spread[one] * spread[other])
    linear = scaled[:number] / spread
    bias = float(fit[-1] - scaled @ wide_mean - linear @ mean + mean @ both @ mean)
    single = linear - (both + both.T) @ mean
    named: Weights = {BIAS: bias, **{name: float(single[at]) for at, name in enumerate(FEATURES)}}
    return named | {f"{FEATURES[one]}*{FEATURES[other]}": float(both[one, other]) for one, other in pairs}


def rounded(weights: Weights) -> dict[str, int]:
    """Weights as they are written."""
    return {name: round(SCALE * weight) for name, weight in weights.items()}


def both_fitted(rows: Sequence[Choice]) -> dict[str, dict[str, int]]:
    """The weights for reports and those for headlines alone, by file."""
    sides = of_reports(rows), [row for row in rows if row.found[0][_SHORT]]
    return {name: rounded(fitted(side)) for name, side in zip(WEIGHTS, sides, strict=True)}


def of_reports(rows: Sequence[Choice]) -> list[Choice]:
    """What of the choices was not of a headline alone."""
    return [row for row in rows if not row.found[0][_SHORT]]


def model_of(weights: Mapping[str, Mapping[str, int]]) -> Model:
    """The model of some weights, by file."""
    return Model(*(logistic(weights[name]) for name in WEIGHTS))


def learned(every: Mapping[str, Sequence[Told]]) -> dict[str, dict[str, int]]:
    """Weights learned on some streams: for headlines on all of them, and with these for reports on the others."""
    reports = [*(stream for name, stream in every.items() if name != "headlines"), *small()]
    headlines = both_fitted(followed([*every.values(), *small()], both_fitted))[WEIGHTS[1]]

    def with_headlines(rows: Sequence[Choice]) -> dict[str, dict[str, int]]:
        return dict(zip(WEIGHTS, (rounded(fitted(of_reports(rows))), headlines), strict=True))

    rows = of_reports(followed(reports, with_headlines))
    return dict(zip(WEIGHTS, (rounded(fitted(rows, OF_REPORTS)), headlines), strict=True))


def followed(
    told: Iterable[Sequence[Told]], by: Callable[[Sequence[Choice]], Mapping[str, Mapping[str, int]]]
) -> list[Choice]:
    """The choices of some streams in several orders: as people told them, then as those learned of these decide.

    An article that comes on the day of others has no place among them, and what was put wrongly stays wrong; to learn
    from what one's own decisions lead to is after Ross, Gordon and Bagnell, AISTATS 2011.
    """
    mixed = [order for stream in told for order in (stream, shuffled(stream, 101), late(stream, 201))]
    rows = [row for stream in mixed for row in choices(stream)]
    for _ in range(AGAIN):
        weights = model_of(by(rows))
        rows += [row for stream in mixed for row in choices(stream, weights)]
    return rows


def small(seed: int = 1) -> list[list[Told]]:
    """Streams of two stories each, both of one kind of event (ECB+, train), on days close to one another.

    In a large stream hardly an article is compared with a story that is not its own and yet much like it.
    """
    chance = random.Random(seed)
    return [
        _mixed([[_on(told, BEGIN + chance.randint(0, SPREAD)) for told in side] for side in pair])
        for pair in kin("train")
    ]


def _mixed(stories: Sequence[Sequence[Told]]) -> list[Told]:
    return sorted((told for story in stories for told in story), key=_day)


def _day(told: Told) -> int:
    return told.features.day or 0


def _on(told: Told, day: int) -> Told:
    """The same article on another day, what it tells of moved along."""
    own = told.features
    by = day - (own.day if own.day is not None else day)
    return replace(told, features=replace(own, day=day, days=frozenset({day, *(one + by for one in own.days)})))


def halves(every: dict[str, list[Told]]) -> Callable[[str], int]:
    """Which half a story is in: of stories of a kind by size, two in one half, two in the other."""
    half: dict[str, int] = {}
    for stream in every.values():
        sizes = Counter(told.story for told in stream if told.story not in half)
        for kind in ("t17/", ""):
            ranked = sorted((-n, story) for story, n in sizes.items() if story.startswith(kind) and story not in half)
            half |= {story: int(place % 4 in (1, 2)) for place, (_, story) in enumerate(ranked)}
    return half.__getitem__


def held_out(every: dict[str, list[Told]]) -> None:
    half = halves(every)
    for test in (0, 1):
        other = {name: [told for told in stream if half(told.story) != test] for name, stream in every.items()}
        weights = learned(other)
        for name, stream in every.items():
            left = [told for told in stream if half(told.story) == test]
            own = THRESHOLD_OF_HEADLINES if name == "headlines" else THRESHOLD
            for threshold in (own - 0.5, own, own + 0.5):
                found = clustered(
                    left, weights=model_of(weights), threshold=threshold, threshold_of_headlines=threshold
                )
                print(test, f"{name:10} {threshold:5}", scored([told.story for told in left], found), flush=True)


def frequencies(without: Sequence[str]) -> dict[str, int]:
    """In how many texts of news each word and name stands."""
    files = [folder / "articles.jsonl" for folder in sorted((CORPORA / "tls" / "entities").iterdir())]
    files += [CORPORA / "attribution" / "polnear" / "train.jsonl"]
    files += [CORPORA / "timex" / name / "articles.jsonl" for name in ("timebank", "aquaint")]
    counts: Counter[str] = Counter()
    texts = 0
    for file in files:
        if file.parent.name in without:
            continue
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        for row in [row for row in rows if row.get("text")][:TEXTS]:
            text = f"{row.get('title') or ''}\n{row['text']}"
            names = Names(ENGLISH, text)
            told = {name_term(ENGLISH, names.full(name.text)) for name in names.all}
            counts.update(told | set(stems(ENGLISH, text)))
            texts += 1
    kept = {term: n for term, n in counts.items() if n >= SEEN and not {"\t", "\n"} & set(term)}
    return {"#texts": texts, **kept}


def write(name: str, weights: dict[str, int]) -> None:
    lines = "".join(f"{feature}\t{weight}\n" for feature, weight in sorted(weights.items()))
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.weights.gz").write_bytes(gzip.compress(lines.encode(), 9, mtime=0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--frequencies", action="store_true")
    parser.add_argument("--without", default="")
    asked = parser.parse_args()
    without = [name for name in asked.without.split(",") if name]
    if asked.frequencies:
        write("frequencies", frequencies(without))
        return
    every = streams(without)
    if asked.held_out:
        held_out(every)
        return
    for name, weights in learned(every).items():
        write(name, weights)


if __name__ == "__main__":
    main()
