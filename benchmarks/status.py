"""How well statuses and certainties agree with UW factuality (Lee et al. 2015).

    python benchmarks/status.py [--part dev] [--errors N]

UW scores events in single sentences from −3 (certainly did not happen) to 3 (certainly did). Its scores are mapped to
what a timeline must keep apart, and so are statuses:

    took place    score ≥ 2        happened, ongoing
    open          −1 < score < 2   scheduled, expected, proposed, postponed, uncertain
    did not       score ≤ −1       denied, cancelled

Which words are found to name events is measured on the same sentences, where UW marks every event, and on the
validated sentences of ECB+, which marks some, so that there only recall counts.

What UW annotators hold for certain to come ("will reduce", 3.0) is ahead all the same: a status keeps it apart from
what took place, so that the open class cannot reach full precision on UW. `certainty` is compared with the scores.
"""

import argparse
import json
import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.events.mentions.triggers import triggers
from dateline.events.parsing import parser
from dateline.events.parsing.parse import Parse
from dateline.events.status.certainty import certainty, status_of
from dateline.events.status.decision import Statuses
from dateline.languages import named
from dateline.model import Span, Status

ENGLISH = named("en")

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpora" / "factuality" / "uw"
ECB = ROOT.parent / "shared" / "corpora" / "events" / "ecbplus"

CLASSES = ("took place", "open", "did not")
PARTS_OF_SPEECH = {"VB": "verbs", "NN": "nouns", "JJ": "adjectives"}
TOOK_PLACE = (Status.HAPPENED, Status.ONGOING)
DID_NOT = (Status.DENIED, Status.CANCELLED)


def read(path: Path) -> list[tuple[Parse, list[tuple[int, float]]]]:
    """The sentences of a UW file, parsed, with the position and the score of each event."""
    sentences: dict[str, tuple[str, list[tuple[int, float]]]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        sentences.setdefault(row["sentence_id"], (row["sentence"], []))[1].append((row["start"], row["score"]))
    parses = parser.load(ENGLISH).parse((text, [Span(0, len(text))]) for text, _ in sentences.values())
    return [
        (parse, [(bisect_right(parse.ends, start), score) for start, score in events])
        for parse, (_, events) in zip(parses, sentences.values(), strict=True)
    ]


def uw_events(part: str) -> list[tuple[Parse, set[int]]]:
    """The sentences of a UW part, parsed, with the positions of their events."""
    return [
        (parse, {event for event, _ in events if event < len(parse)})
        for parse, events in read(CORPUS / f"{part}.jsonl")
    ]


def ecb_events(part: str) -> Iterator[tuple[Parse, list[int]]]:
    """The validated sentences of each ECB+ article, parsed, with the position of the head of each event."""
    articles = [json.loads(line) for line in (ECB / f"{part}.jsonl").read_text("utf-8").splitlines()]
    sentences: list[list[Span]] = []
    for article in articles:
        bounds: dict[int, Span] = {}
        for start, end, number in article["tokens"]:
            if number in article["validated_sentences"]:
                bounds[number] = Span(bounds[number].start if number in bounds else start, end)
        sentences.append(list(bounds.values()))
    parses = parser.load(ENGLISH).parse(
        (article["text"], spans) for article, spans in zip(articles, sentences, strict=True)
    )
    for article, parse in zip(articles, parses, strict=True):
        events = (m for m in article["mentions"] if m["kind"] == "event" and m["validated"])
        yield parse, [_head(parse, mention["start"], mention["end"]) for mention in events]


def _head(parse: Parse, start: int, end: int) -> int:
    """The word of a stretch that hangs on none of the others."""
    first = bisect_right(parse.ends, start)
    last = max(first, bisect_left(parse.starts, end) - 1)
    inside = range(first, last + 1)
    return next((p for p in inside if parse.heads[p] == p or parse.heads[p] not in inside), first)


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


@dataclass(slots=True)
class Found:
    """How many gold events there are, how many of them are triggers of ours, and how many triggers of ours are none."""

    gold: int = 0
    found: int = 0
    spurious: int = 0

    @property
    def recall(self) -> float:
        return 100 * self.found / max(1, self.gold)

    @property
    def precision(self) -> float:
        return 100 * self.found / max(1, self.found + self.spurious)


def trigger_table(parses: Iterable[tuple[Parse, Collection[int]]]) -> dict[str, Found]:
    """Gold events against the triggers found, by part of speech and over all."""
    rows = {name: Found() for name in (*PARTS_OF_SPEECH.values(), "other", "all")}
    for parse, gold in parses:
        ours = set(triggers(parse))
        for position in {*gold, *ours}:
            for name in (PARTS_OF_SPEECH.get(parse.tags[position][:2], "other"), "all"):
                rows[name].gold += position in gold
                rows[name].found += position in gold and position in ours
                rows[name].spurious += position not in gold
    return rows


def figures() -> tuple[dict[str, float], list[Path]] | None:
    """For the gate: the figures on dev with its file; None when corpus or parser are not at hand."""
    gold = CORPUS / "dev.jsonl"
    if not gold.exists() or not parser.installed(ENGLISH):
        return None
    found = trigger_table(uw_events("dev"))
    reached = {
        "triggers: recall": found["all"].recall,
        "triggers: recall of nouns": found["nouns"].recall,
        "triggers: precision": found["all"].precision,
    }
    return measure("dev")[0] | reached, [gold]


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
    for corpus, events in (("UW", uw_events(chosen.part)), ("ECB+", ecb_events(chosen.part) if ECB.exists() else ())):
        print(f"\n{'triggers, ' + corpus:20} {'gold':>12} {'recall':>12} {'precision':>12}")
        for name, row in trigger_table(events).items():
            precision = f"{row.precision:12.1f}" if corpus == "UW" else f"{'-':>12}"
            print(f"{name:20} {row.gold:12} {row.recall:12.1f} {precision}")


if __name__ == "__main__":
    main()
