"""Train the model of `events.mentions.triggers` on UW factuality and ECB+; write it as whole-number weights.

    python benchmarks/train_triggers.py [--out DIR]

UW marks every event of its sentences; ECB+ marks some, so that only its nouns that are events are taken. Needs
scikit-learn, which Dateline itself does not. The same sentences give the same file, byte for byte.
"""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from dateline.events.mentions.triggers import features, kind_of
from status import CORPUS, ecb_events, read
from train_attribution import OUT, matrix, vocabulary_of, write

# Has no types, and is needed by nothing but the training scripts.
LogisticRegression: Any = import_module("sklearn.linear_model").LogisticRegression

# Strength of the ridge penalty: of 1, 2, 3, 5 and 10 the best in a three-fold cross-validation on UW's training part.
PENALTY = 3.0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", type=Path, default=OUT)
    chosen = arguments.parse_args()
    rows: list[list[str]] = []
    truth: list[bool] = []
    for parse, events in read(CORPUS / "train.jsonl"):
        marked = {event for event, _ in events}
        for position in range(len(parse)):
            kind = kind_of(parse, position)
            if kind not in ("", "sure"):
                rows.append(features(parse, position, kind))
                truth.append(position in marked)
    for parse, positions in ecb_events("train"):
        for position in positions:
            kind = kind_of(parse, position)
            if parse.tags[position][0] == "N" and kind not in ("", "sure"):
                rows.append(features(parse, position, kind))
                truth.append(True)
    vocabulary = vocabulary_of(rows)
    model = LogisticRegression(C=1 / PENALTY, solver="liblinear").fit(matrix(rows, vocabulary), truth)
    learned = {feature: float(model.coef_[0][column]) for feature, column in vocabulary.items()}
    learned["bias"] += float(model.intercept_[0])
    print("triggers", write(chosen.out / "triggers.weights.gz", learned))


if __name__ == "__main__":
    main()
