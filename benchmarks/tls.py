"""Timeline summarisation: dates and sentences against the timelines that journalists wrote.

    python benchmarks/tls.py                            Timeline17 and Entities under ../shared/corpora/tls
    python benchmarks/tls.py FOLDER… --queries          other folders of topics; steered by each topic's query words
    python benchmarks/tls.py --scorer PATH --python VENV/bin/python

A topic is a folder with `articles.jsonl` and `timelines.jsonl` (one reference a line, `[[date, [sentence, …]], …]`).
In the standard setting the system is told each reference's first and last day, its number of dates and its sentences a
date, and runs once a reference; in the free setting it is told nothing. A prediction is the sentence around each
entry's headline. Precision and recall are averaged over the references, F is of the averages. Sentences are read by
their surface, as where no parser is installed; `seconds` are those of one process.

The alignment-based ROUGE (Martschat and Markert 2017) is computed by a scorer run apart, `../shared/score/tls.py`, in
an environment of its own, `.venv-tls`, which `scripts/gate` makes. Another interpreter that has what it needs is named
with --python or in TLS_PYTHON. Without one, dates alone are scored.

Predictions are written to `benchmarks/out/tls/`, with a page for each topic that sets our timeline beside the
reference.
"""

import argparse
import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import tls_pages
from dateline.model import Article, Granularity, Timeline
from dateline.pipeline import timeline_of
from dateline.readers import read
from dateline.reading.article import read_article
from dateline.request import Request

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CORPORA = SHARED / "corpora" / "tls"
SCORER = SHARED / "score" / "tls.py"
OUT = ROOT / "benchmarks" / "out" / "tls"
# Where the scorer's interpreter is, when no other one is named.
SCORING = ROOT / ".venv-tls" / "bin" / "python"

# AR-1, AR-2 and date F1 over all 19 references of Timeline17, as published or as run by us.
PEERS_T17 = {
    "DATEWISE (Gholipour Ghalandari and Ifrim 2020)": (0.120, 0.035, 0.544),
    "DATEWISE, as run by us": (0.122, 0.037, 0.534),
    "CLUST (2020), as run by us": (0.080, 0.020, 0.403),
    "LLM-TLS (Llama-13B)": (0.118, 0.036, 0.528),
    "CHRONOS (Qwen-72B)": (0.116, 0.042, 0.522),
    "SUnSET (Qwen-72B)": (0.136, 0.044, 0.576),
    "SUnSET (GPT-4o)": (0.120, 0.039, 0.590),
    "DATEWISE on bpoil, egypt, finan, haiti, mj": (0.152, 0.048, 0.648),
    "CLUST on bpoil, egypt, finan, haiti, mj": (0.093, 0.023, 0.486),
}
PEERS_ENTITIES = {
    "DATEWISE, all 47 topics": (None, None, 0.205),
    "counts of mentions, all 47 topics": (None, None, 0.159),
}
PEERS: Mapping[str, Mapping[str, tuple[float | None, float | None, float]]] = {
    "t17": PEERS_T17,
    "entities": PEERS_ENTITIES,
}

Reference = Mapping[str, Sequence[str]]
"""Sentences by day."""


@dataclass(frozen=True)
class Topic:
    """One story with the timelines that journalists wrote of it."""

    name: str
    articles: Sequence[Article]
    references: Sequence[Reference]
    queries: tuple[str, ...]
    reading: float
    """Seconds that reading the articles took."""


@dataclass(frozen=True)
class Outcome:
    """What was made of one topic."""

    topic: Topic
    standard: Sequence[Reference]
    free: Timeline
    seconds: float
    """From raw text to the free timeline."""


def topics_of(folder: Path, *, steered: bool) -> list[Topic]:
    """The topics under a folder, by name."""
    return [_topic(path.parent, steered=steered) for path in sorted(folder.glob("*/timelines.jsonl"))]


def _topic(folder: Path, *, steered: bool) -> Topic:
    started = time.perf_counter()
    articles = read(folder / "articles.jsonl").articles
    reading = time.perf_counter() - started
    lines = (folder / "timelines.jsonl").read_text(encoding="utf-8").splitlines()
    meta = folder / "meta.json"
    words = json.loads(meta.read_text(encoding="utf-8"))["keywords"] if steered and meta.exists() else []
    return Topic(folder.name, articles, [_reference(json.loads(line)) for line in lines if line], tuple(words), reading)


def _reference(rows: Sequence[tuple[str, Sequence[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for day, sentences in rows:
        found.setdefault(day[:10], []).extend(sentences)
    return dict(sorted(found.items()))


def outcome_of(topic: Topic) -> Outcome:
    """The timelines of a topic in both settings."""
    standard = [
        day_sentences(timeline_of(topic.articles, _asked_like(reference, topic.queries)), topic.articles)
        for reference in topic.references
    ]
    started = time.perf_counter()
    free = timeline_of(topic.articles, Request(queries=topic.queries, parse=False, processes=1))
    return Outcome(topic, standard, free, topic.reading + time.perf_counter() - started)


def _asked_like(reference: Reference, queries: tuple[str, ...]) -> Request:
    """The size and span of a reference."""
    sentences = sum(len(those) for those in reference.values())
    return Request(
        dates=len(reference),
        sentences=max(1, round(sentences / len(reference))),
        since=dt.date.fromisoformat(min(reference)),
        until=dt.date.fromisoformat(max(reference)),
        queries=queries,
        days_only=True,
        parse=False,
    )


def day_sentences(timeline: Timeline, articles: Sequence[Article]) -> dict[str, list[str]]:
    """For each day of a timeline the sentences that its headlines stand in."""
    by_id = {article.id: article for article in articles}
    found: dict[str, list[str]] = {}
    for entry in timeline.entries:
        if entry.date.granularity is Granularity.DAY:
            head = entry.evidence[0]
            article = by_id[head.article]
            sentence = next(s for s in read_article(article).sentences if s.start <= head.start < s.end)
            found.setdefault(entry.date.first.isoformat(), []).append(" ".join(sentence.of(article.text).split()))
    return found


def adjacent(days: Sequence[str]) -> float:
    """The share of dates that lie on the day after the one before them; the first has none before it."""
    numbers = sorted(dt.date.fromisoformat(day).toordinal() for day in days)
    return sum(after - before == 1 for before, after in pairwise(numbers)) / max(1, len(numbers) - 1)


def date_scores(pairs: Sequence[tuple[Reference, Reference]]) -> tuple[float, float, float]:
    """Precision and recall of dates, averaged over pairs of a prediction and its reference, and F of the averages."""
    hits = [len(set(ours) & set(reference)) for ours, reference in pairs]
    precision = statistics.fmean(hit / (len(ours) or 1) for hit, (ours, _) in zip(hits, pairs, strict=True))
    recall = statistics.fmean(hit / len(reference) for hit, (_, reference) in zip(hits, pairs, strict=True))
    return precision, recall, f_of(precision, recall)


def f_of(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def write_predictions(outcomes: Sequence[Outcome], folder: Path) -> None:
    """What the scorer reads: `standard/<topic>/<reference>.json` and `free/<topic>.json`."""
    for outcome in outcomes:
        name = outcome.topic.name
        for number, prediction in enumerate(outcome.standard):
            _write(folder / "standard" / name / f"{number}.json", prediction)
        _write(folder / "free" / f"{name}.json", day_sentences(outcome.free, outcome.topic.articles))


def _write(path: Path, prediction: Reference) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(prediction, ensure_ascii=False, indent=1), encoding="utf-8")


def rouge(python: str, scorer: Path, predictions: Path, gold: Path) -> dict[str, Any] | None:
    """What the scorer says by topic, for each reference precision, recall and F of each figure; None without it."""
    if not scorer.exists():
        return None
    result = predictions / "scores.json"
    command = [python, str(scorer), str(predictions), str(gold), "--json", str(result)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        print(f"AR not measured: {run.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    scores: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))["results"]
    return scores


def _mean_f(rows: Sequence[Mapping[str, Any]], figure: str) -> float:
    precision = statistics.fmean(row[figure]["precision"] for row in rows)
    return f_of(precision, statistics.fmean(row[figure]["recall"] for row in rows))


def print_table(name: str, setting: str, outcomes: Sequence[Outcome], scores: Mapping[str, Any] | None) -> None:
    """One line a topic, their average, and the peers."""
    print(f"\n{name}, {setting} setting")
    print(
        f"{'':48}{'AR-1':>7}{'AR-2':>7}{'dates':>7}{'refs':>6}{'shown':>7}{'adjacent':>10}{'theirs':>7}{'articles':>9}{'seconds':>9}"
    )
    all_pairs: list[tuple[Reference, Reference]] = []
    all_rows: list[Any] = []
    for outcome in outcomes:
        pairs = _pairs(outcome, setting)
        rows = scores[outcome.topic.name] if scores else []
        all_pairs += pairs
        all_rows += rows
        size = f"{len(outcome.topic.articles):>9}{outcome.seconds:>9.2f}" if setting == "free" else ""
        _line(f"  {outcome.topic.name}", pairs, rows, size)
    _line("Dateline", all_pairs, all_rows, "")
    if setting == "standard":
        for peer, (one, two, dates) in PEERS.get(name, {}).items():
            print(f"{peer:48}{_figure(one)}{_figure(two)}{_figure(dates)}")


def _pairs(outcome: Outcome, setting: str) -> list[tuple[Reference, Reference]]:
    references = outcome.topic.references
    if setting == "standard":
        return list(zip(outcome.standard, references, strict=True))
    free = day_sentences(outcome.free, outcome.topic.articles)
    return [(free, reference) for reference in references]


def _line(name: str, pairs: Sequence[tuple[Reference, Reference]], rows: Sequence[Any], size: str) -> None:
    ones = [_mean_f(rows, figure) if rows else None for figure in ("rouge_1", "rouge_2")]
    shown = statistics.fmean(len(ours) for ours, _ in pairs)
    beside, theirs = (statistics.fmean(adjacent(list(pair[side])) for pair in pairs) for side in (0, 1))
    print(
        f"{name:48}{''.join(map(_figure, ones))}{_figure(date_scores(pairs)[2])}{len(pairs):>6}{shown:>7.0f}"
        f"{beside:>10.2f}{theirs:>7.2f}{size}"
    )


def _figure(value: float | None) -> str:
    return f"{'–':>7}" if value is None else f"{value:>7.3f}"


def scorer_python() -> str:
    """The interpreter that the scorer runs in: named in TLS_PYTHON, or that of its own environment, or our own."""
    return os.environ.get("TLS_PYTHON") or (str(SCORING) if SCORING.exists() else sys.executable)


@cache
def _standard(name: str) -> Sequence[tuple[Topic, Sequence[Reference]]]:
    """Each topic of a folder with its timelines in the standard setting, by reference."""
    return [
        (
            topic,
            [
                day_sentences(timeline_of(topic.articles, _asked_like(reference, ())), topic.articles)
                for reference in topic.references
            ],
        )
        for topic in topics_of(CORPORA / name, steered=False)
    ]


def figures(name: str) -> tuple[dict[str, float], list[Path]] | None:
    """Date F1 x 100 of a folder of topics in the standard setting, with its gold; None when it is not at hand."""
    made = _standard(name)
    if not made:
        return None
    pairs = [pair for topic, ours in made for pair in zip(ours, topic.references, strict=True)]
    return {"date F1": 100 * date_scores(pairs)[2]}, _gold(name)


def alignments(name: str) -> tuple[dict[str, float], list[Path]] | None:
    """AR-1 and AR-2 x 100 in the standard setting, with the gold; None when corpus or scorer are not at hand."""
    if not SCORER.exists() or not (made := _standard(name)):
        return None
    with tempfile.TemporaryDirectory() as folder:
        for topic, ours in made:
            for number, prediction in enumerate(ours):
                _write(Path(folder) / topic.name / f"{number}.json", prediction)
        scores = rouge(scorer_python(), SCORER, Path(folder), CORPORA / name)
    if scores is None:
        return None
    rows = [row for topic in scores.values() for row in topic]
    return {f"AR-{size}": 100 * _mean_f(rows, f"rouge_{size}") for size in (1, 2)}, _gold(name)


def _gold(name: str) -> list[Path]:
    return sorted((CORPORA / name).glob("*/timelines.jsonl"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[CORPORA / "t17", CORPORA / "entities"])
    parser.add_argument("--queries", action="store_true", help="steer by the query words of each topic's meta.json")
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the script that computes AR-1 and AR-2")
    parser.add_argument("--python", default=scorer_python(), help="its interpreter")
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    options = parser.parse_args()
    for folder in options.folders:
        outcomes = [outcome_of(topic) for topic in topics_of(folder, steered=options.queries)]
        if not outcomes:
            print(f"{folder}: no topic there; a topic is a folder with articles.jsonl and timelines.jsonl")
            continue
        out = options.out / folder.name
        write_predictions(outcomes, out)
        for setting in ("standard", "free"):
            scores = rouge(options.python, options.scorer, out / setting, folder)
            print_table(folder.name, setting, outcomes, scores)
        for outcome in outcomes:
            topic = outcome.topic
            for number, (ours, reference) in enumerate(zip(outcome.standard, topic.references, strict=True)):
                tls_pages.write(
                    out / f"{topic.name}-{number}.html", f"{topic.name}, reference {number}", ours, reference
                )
        print(f"pages: {out}/*.html")


if __name__ == "__main__":
    main()
