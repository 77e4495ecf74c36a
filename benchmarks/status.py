"""How well statuses and certainties agree with UW factuality (Lee et al. 2015).

    python benchmarks/status.py [--part dev] [--errors N]

UW scores events in single sentences from −3 (certainly did not happen) to 3 (certainly did). Its scores are mapped to
what a timeline must keep apart, and so are statuses:

    took place    score ≥ 2        happened, ongoing
    open          −1 < score < 2   scheduled, expected, proposed, postponed, uncertain
    did not       score ≤ −1       denied, cancelled

What UW annotators hold for certain to come ("will reduce", 3.0) is ahead all the same: a status keeps it apart from
what took place, so that the open class cannot reach full precision on UW. `certainty` is compared with the scores.
"""

import argparse
import json
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dateline.events import parser
from dateline.events.certainty import certainty, status_of
from dateline.events.parse import Parse
from dateline.events.status import Statuses
from dateline.model import Span, Status

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpora" / "factuality" / "uw"

CLASSES = ("took place", "open", "did not")
TOOK_PLACE = (Status.HAPPENED, Status.ONGOING)
DID_NOT = (Status.DENIED, Status.CANCELLED)


def read(path: Path) -> list[tuple[Parse, list[tuple[int, float]]]]:
    """The sentences of a UW file, parsed, with the position and the score of each event."""
    sentences: dict[str, tuple[str, list[tuple[int, float]]]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        sentences.setdefault(row["sentence_id"], (row["sentence"], []))[1].append((row["start"], row["score"]))
    parses = parser.load().parse((text, [Span(0, len(text))]) for text, _ in sentences.values())
    return [
        (parse, [(bisect_right(parse.ends, start), score) for start, score in events])
        for parse, (_, events) in zip(parses, sentences.values(), strict=True)
    ]


def gold_class(score: float) -> str:
    return CLASSES[0] if score >= 2 else CLASSES[1] if score > -1 else CLASSES[2]


def status_class(status: Status) -> str:
    return CLASSES[0] if status in TOOK_PLACE else CLASSES[2] if status in DID_NOT else CLASSES[1]


def correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Pearson's r."""
    mean_one, mean_other = sum(one) / len(one), sum(other) / len(other)
    shared = sum((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True))
    spread = math.sqrt(sum((a - mean_one) ** 2 for a in one) * sum((b - mean_other) ** 2 for b in other))
    return shared / spread


def measure(part: str, errors: int = 0) -> tuple[dict[str, float], Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """The figures in per cent (r times 100), the confusion of classes, and the statuses by class of the score."""
    confusion: Counter[tuple[str, str]] = Counter()
    statuses_by_class: Counter[tuple[str, str]] = Counter()
    gold, ours = [], []
    for parse, events in read(CORPUS / f"{part}.jsonl"):
        statuses = Statuses(parse)
        for event, score in events:
            status = status_of(parse, event, statuses)
            gold.append(score)
            ours.append(certainty(parse, event, statuses))
            pair = gold_class(score), status_class(status)
            confusion[pair] += 1
            statuses_by_class[status.value, pair[0]] += 1
            if pair[0] != pair[1] and errors > 0:
                errors -= 1
                print(f"{score:5.1f}  {ours[-1]:5.1f}  {status:10} [{parse.words[event]}]  {parse.text}")
    f1 = []
    for name in CLASSES:
        right = confusion[name, name]
        f1.append(200 * right / (sum(confusion[name, c] for c in CLASSES) + sum(confusion[c, name] for c in CLASSES)))
    did_not = CLASSES[2]
    right = confusion[did_not, did_not]
    figures = {
        "correlation x 100": 100 * correlation(gold, ours),
        "accuracy": 100 * sum(confusion[c, c] for c in CLASSES) / len(gold),
        "macro F1": sum(f1) / len(f1),
        "did not: recall": 100 * right / sum(confusion[did_not, c] for c in CLASSES),
        "did not: precision": 100 * right / sum(confusion[c, did_not] for c in CLASSES),
    }
    return figures, confusion, statuses_by_class


def figures() -> tuple[dict[str, float], list[Path]] | None:
    """For the gate: the figures on dev with its file; None when corpus or parser are not at hand."""
    gold = CORPUS / "dev.jsonl"
    if not gold.exists() or not parser.installed():
        return None
    return measure("dev")[0], [gold]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--part", choices=("train", "dev"), default="dev")
    arguments.add_argument("--errors", type=int, default=0, help="show so many events in the wrong class")
    chosen = arguments.parse_args()
    reached, confusion, statuses = measure(chosen.part, chosen.errors)
    print(f"\n{'gold, across: ours':20}", *(f"{name:>12}" for name in CLASSES))
    for name in CLASSES:
        print(f"{name:20}", *(f"{confusion[name, other]:12}" for other in CLASSES))
    print(f"\n{'status, across: gold':20}", *(f"{name:>12}" for name in CLASSES))
    for status in Status:
        print(f"{status:20}", *(f"{statuses[status.value, other]:12}" for other in CLASSES))
    print()
    for figure, value in reached.items():
        print(f"{figure:24} {value:6.1f}")


if __name__ == "__main__":
    main()
