"""Train the weights by which event mentions are linked across articles, and the likeness from which they are one.

    python benchmarks/train_linking.py [--corpus ../shared/corpora/events/ecbplus/train.jsonl]

Needs scikit-learn, and the parser's model for the lemmas. Every pair of validated mentions of one topic of ECB+ train
(Cybulska and Vossen 2014) is an example. The threshold is the best CoNLL F1 on the same topics. Writes
`src/dateline/events/en/linking.json`.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from dateline.events import linking
from events import CORPUS, Topic, conll, topics

TARGET = Path(linking.__file__).parent / "en" / "linking.json"
# Inverse strength of regularisation; .1 to 1 make no difference on the training topics.
STRENGTH = 0.3
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def same(topic: Topic) -> list[bool]:
    """For every pair of mentions, whether they are of one happening."""
    chains = topic.chains
    return [one == other for i, one in enumerate(chains) for other in chains[i + 1 :]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS / "train.jsonl")
    known = topics(parser.parse_args().corpus)
    pairs = [linking.features(topic.mentions, topic.texts) for topic in known]
    scale = StandardScaler().fit(np.vstack(pairs))
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(scale.transform(np.vstack(pairs)), [answer for topic in known for answer in same(topic)])
    weights = model.coef_[0] / scale.scale_
    bias = float(model.intercept_[0] - (weights * scale.mean_).sum())
    written = {name: round(float(weight), 4) for name, weight in zip(linking.FEATURES, weights, strict=True)}
    written["bias"] = round(bias, 4)

    def score(threshold: float) -> float:
        TARGET.write_text(json.dumps({**written, "threshold": threshold}, indent=2) + "\n", encoding="utf-8")
        linking._model.cache_clear()
        return conll(known, [linking.link(topic.mentions, topic.texts) for topic in known]).average

    best = max(THRESHOLDS, key=score)
    print(f"threshold {best}: CoNLL F1 on the training topics {100 * score(best):.1f}")


if __name__ == "__main__":
    main()
