"""Learn by what an article is put to a story, on the streams of `stories.py`.

    python benchmarks/train_stories.py [--held-out] [--without NAME,…]

The streams are run as people told the stories, with those of ECB+ beside them, of which two at a time are of one kind
of event; each article with each story it was compared with is an example, of which those of large stories count less
(by the root of their size). A logistic model over the features of `stories/evidence.py` and their products, drawn to 0,
needs scikit-learn. Writes `languages/en/stories/joining.weights.gz`. With --held-out prints instead, for each half of
the stories, what weights learned on the other half make of it. `--frequencies` writes `frequencies.weights.gz`, in how
many news texts each word and name stands, from corpora that are in none of the streams.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import PolynomialFeatures

from dateline.entities.article_names import Names
from dateline.stories.evidence import BIAS, FEATURES, SCALE, Model
from dateline.stories.features import NAME
from dateline.stories.stream import THRESHOLD, THRESHOLD_OF_HEADLINES, Stream
from dateline.text.words import content_words
from stories import CORPORA, ENGLISH, Told, clustered, kin, scored, streams

FOLDER = Path(str(ENGLISH.folder)) / "stories"
# How weakly weights are drawn to 0, and how a story's size counts against each of its examples.
FREE = 0.05
BY_SIZE = 0.5
# Texts of one corpus that count at most, and texts that must hold a term for it to be kept.
TEXTS = 400
SEEN = 3
# The first day that is given to articles that have none, and over how many days they spread.
BEGIN = 733_000
SPREAD = 5

Example = tuple[tuple[float, ...], bool, str]
Weights = dict[str, float]


def examples(stream: Sequence[Told]) -> list[Example]:
    """Each article with each story it is compared with: what speaks for it, whether it is right, and its own story."""
    pass_ = Stream(ENGLISH)
    gold: dict[int, Counter[str]] = {}
    own: dict[str, int] = {}
    rows: list[Example] = []
    for told in stream:
        _, near = pass_.candidates(told.features)
        for story, found in near:
            counts = gold[story.id]
            rows.append((found, counts[told.story] * 2 >= counts.total(), told.story))
        if told.story in own:
            put = own[told.story]
            pass_.assign(told.features, put)
        else:
            put = own[told.story] = pass_.open(told.features).id
        gold.setdefault(put, Counter())[told.story] += 1
    return rows


def fitted(rows: Sequence[Example]) -> Weights:
    """The weights of a logistic model of these examples."""
    values = np.array([row[0] for row in rows])
    right = np.array([row[1] for row in rows]).astype(int)
    sizes = Counter(row[2] for row in rows)
    counts = np.array([sizes[row[2]] ** -BY_SIZE for row in rows])
    mean, spread = values.mean(0), values.std(0) + 1e-3
    products = PolynomialFeatures(2, include_bias=False)
    wide = products.fit_transform((values - mean) / spread)
    wide_mean, wide_spread = wide.mean(0), wide.std(0) + 1e-3
    fit = LogisticRegression(C=FREE, max_iter=500).fit((wide - wide_mean) / wide_spread, right, sample_weight=counts)
    weights = fit.coef_[0] / wide_spread
    bias = float(fit.intercept_[0] - weights @ wide_mean)
    number = len(FEATURES)
    linear, both = np.zeros(number), np.zeros((number, number))
    for powers, weight in zip(products.powers_, weights, strict=True):
        of = [feature for feature in range(number) for _ in range(powers[feature])]
        if len(of) == 1:
            linear[of[0]] = weight
        else:
            both[of[0], of[1]] = weight
    raw = both / np.outer(spread, spread)
    plain = linear / spread - (raw + raw.T) @ mean
    bias += float(mean @ raw @ mean - linear @ (mean / spread))
    named: Weights = {BIAS: bias, **{name: float(plain[at]) for at, name in enumerate(FEATURES)}}
    for one in range(number):
        for other in range(one, number):
            named[f"{FEATURES[one]}*{FEATURES[other]}"] = float(raw[one, other])
    return named


def model_of(weights: Weights) -> Model:
    """The model of some weights."""
    numbers = range(len(FEATURES))
    products = [
        tuple((other, weights[f"{FEATURES[one]}*{FEATURES[other]}"]) for other in numbers if other >= one)
        for one in numbers
    ]
    return Model(weights[BIAS], tuple(weights[name] for name in FEATURES), tuple(products))


def learned(told: Iterable[Sequence[Told]]) -> Weights:
    """Weights learned on some streams."""
    rows = [row for stream in told for row in examples(stream)]
    return fitted(rows)


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
        weights = learned([*other.values(), *small()])
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
            counts.update({NAME + names.full(name.text) for name in names.all} | set(content_words(ENGLISH, text)))
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
    write("joining", {name: round(SCALE * weight) for name, weight in learned([*every.values(), *small()]).items()})


if __name__ == "__main__":
    main()
