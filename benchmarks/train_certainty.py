"""Train the model of `dateline.events.status.certainty` on UW factuality and write it as whole-number weights.

    python benchmarks/train_certainty.py [--corpus DIR] [--out DIR]

Needs scikit-learn, which Dateline itself does not. The same sentences give the same file, byte for byte.
"""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from dateline.events.status.certainty import features
from dateline.events.status.decision import Statuses
from status import CORPUS, read
from train_attribution import OUT, matrix, vocabulary_of, write

# Neither has types, and neither is needed by anything but this script.
Ridge: Any = import_module("sklearn.linear_model").Ridge

# Strength of the ridge penalty: the best of 5, 10, 20 and 40 in a five-fold cross-validation on the training data.
PENALTY = 10.0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", type=Path, default=CORPUS)
    arguments.add_argument("--out", type=Path, default=OUT)
    chosen = arguments.parse_args()
    rows: list[list[str]] = []
    truth: list[float] = []
    for parse, events in read(chosen.corpus / "train.jsonl"):
        statuses = Statuses(parse)
        for event, score in events:
            rows.append(features(parse, event, statuses))
            truth.append(score)
    vocabulary = vocabulary_of(rows)
    model = Ridge(alpha=PENALTY, solver="sparse_cg", tol=1e-6).fit(matrix(rows, vocabulary), truth)
    learned = {feature: float(model.coef_[column]) for feature, column in vocabulary.items()}
    learned["bias"] += float(model.intercept_)
    print("certainty", write(chosen.out / "certainty.weights.gz", learned))


if __name__ == "__main__":
    main()
