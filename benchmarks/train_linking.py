"""Train the trees by which event mentions are linked across articles, and the likeness from which they are one.

    python benchmarks/train_linking.py [--corpus ../shared/corpora/events/ecbplus/train.jsonl]

Needs scikit-learn, and the parser's model for the lemmas. Every pair of validated mentions of one topic of ECB+ train
(Cybulska and Vossen 2014) is an example. The threshold is the one with the best CoNLL F1 when each fifth of the topics
is linked by trees of the other four; the score printed is that of those links. Writes `linking/linking.json`.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from events import CORPUS, Topic, conll, topics
from linking import boosted, linking

TARGET = Path(linking.__file__).parent / "linking.json"
FOLDS = 5
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
# Of 6 to 24 leaves, .04 to .08 and 20 to 200 examples a leaf, by the folds: all within half a point.
TREES = {
    "learning_rate": 0.08,
    "max_iter": 120,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 200,
    "l2_regularization": 20,
    "max_features": 0.4,
    "early_stopping": False,
    "random_state": 0,
}
# Only each of so many pairs that share neither story nor lemma is an example, and counts for all: they are easy.
EASY = 8


class Pairs:
    """The pairs of mentions of one topic, each with its features and whether it is of one happening."""

    def __init__(self, topic: Topic) -> None:
        chains = np.array(topic.chains)
        self.features = linking.features(topic.mentions, topic.texts)
        self.same = (chains[:, None] == chains[None, :])[np.triu_indices(len(chains), 1)]
        alike = self.features[:, linking.FEATURES.index("story")] + self.features[:, linking.FEATURES.index("lemma")]
        easy = (alike == 0) & ~self.same
        self.kept = ~easy | (np.arange(len(easy)) % EASY == 0)
        self.weight = np.where(easy, EASY, 1.0)


def train(known: list[Pairs], threshold: float = 0.5) -> boosted.Model:
    """Trees from the pairs of some topics."""
    trained = HistGradientBoostingClassifier(**TREES).fit(
        np.vstack([pairs.features[pairs.kept] for pairs in known]),
        np.concatenate([pairs.same[pairs.kept] for pairs in known]),
        np.concatenate([pairs.weight[pairs.kept] for pairs in known]),
    )
    bias = round(float(trained._baseline_prediction.item()), 4)
    return boosted.Model(bias, threshold, [_tree(each[0].nodes) for each in trained._predictors])


def _tree(nodes: Any) -> boosted.Tree:
    """A tree of scikit-learn in columns."""
    own = np.arange(len(nodes))
    leaf = nodes["is_leaf"].astype(bool)
    return boosted.Tree(
        np.where(leaf, 0, nodes["feature_idx"]).tolist(),
        [0.0 if is_leaf else round(float(most), 5) for is_leaf, most in zip(leaf, nodes["num_threshold"], strict=True)],
        np.where(leaf, own, nodes["left"]).tolist(),
        np.where(leaf, own, nodes["right"]).tolist(),
        [round(float(logit), 4) if is_leaf else 0.0 for is_leaf, logit in zip(leaf, nodes["value"], strict=True)],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS / "train.jsonl")
    known = topics(parser.parse_args().corpus)
    pairs = [Pairs(topic) for topic in known]
    models = [train([each for i, each in enumerate(pairs) if i % FOLDS != fold]) for fold in range(FOLDS)]
    likeness = [models[i % FOLDS].probabilities(each.features) for i, each in enumerate(pairs)]

    def score(threshold: float) -> float:
        linked = [
            linking.group(alike, len(topic.mentions), threshold) for topic, alike in zip(known, likeness, strict=True)
        ]
        return conll(known, linked).average

    scores = {threshold: score(threshold) for threshold in THRESHOLDS}
    best = max(scores, key=scores.__getitem__)
    baseline = conll(known, [[mention.lemma for mention in topic.mentions] for topic in known]).average
    for threshold, reached in scores.items():
        print(
            f"threshold {threshold}: CoNLL F1 on topics left out {100 * reached:.1f}, same lemma {100 * baseline:.1f}"
        )
    model = train(pairs, best)
    trees = [{name: getattr(tree, name) for name in boosted.Tree.__slots__} for tree in model.trees]
    written = json.dumps({"bias": model.bias, "threshold": best, "trees": trees}, separators=(",", ":"))
    TARGET.write_text(written.replace('{"feature', '\n{"feature') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
