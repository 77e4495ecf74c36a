"""How right the temporal tagger is, rule by rule, and how fast.

    python benchmarks/timex.py                  both corpora, each half of them, against what others reach
    python benchmarks/timex.py --rules          how often each rule fires and how often rightly, on the half read
    python benchmarks/timex.py --errors         what differs from the gold, on the half read
    python benchmarks/timex.py --speed          the tagger against `re.findall(r"\\w+", text)`, and on hostile text

The corpora are TimeBank and AQUAINT as TempEval-3 gave them out (UzZaman et al. 2013), in `../shared/corpora/timex`.
A half of the articles of each, drawn at random, is read when rules are written; the other is only ever scored.
Scores are F1 x 100 as the TempEval-3 scorer has them: strict is the same span, relaxed an overlapping one, type and
value those that overlap and have the same attribute.
"""

import argparse
import datetime as dt
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from dateline.languages import named
from dateline.model import Timex
from dateline.text.sentences import split
from dateline.times import time_expressions
from dateline.times.grammar.rules import grammar
from dateline.times.tagger import trace

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
TIMEX = CORPORA / "timex"
NAMES = ("timebank", "aquaint")
# The language of the corpora.
ENGLISH = named("en")
SPEED_TEXT = CORPORA / "attribution" / "polnear" / "train.jsonl"

SEED = 2013
"""Draws the half that is read while rules are written."""

# From the literature and from runs of 2026 with the same scorer: strict, relaxed, type, value.
PEERS = {
    "HeidelTime 2.2.1 with TreeTagger": {"timebank": (85.3, 91.9, 89.7, 79.6), "aquaint": (81.3, 92.5, 84.4, 73.1)},
    "SUTime": {"timebank": (74.4, 82.9, 76.9, 62.0), "aquaint": (76.8, 89.3, 77.3, 67.3)},
    "recognizers-text": {"timebank": (62.5, 85.4, 74.7, 47.6), "aquaint": (70.1, 86.1, 75.9, 41.6)},
    "duckling": {"timebank": (38.9, 75.4, 59.9, 32.9), "aquaint": (41.2, 76.7, 64.5, 35.9)},
    "dateparser search_dates": {"timebank": (22.3, 55.9, 46.2, 24.3), "aquaint": (30.7, 77.6, 68.5, 31.1)},
    "chrono-node": {"timebank": (51.9, 70.8, 59.0, 43.6), "aquaint": (61.5, 82.8, 73.2, 60.8)},
}

Gold = Mapping[str, Any]


class Document(NamedTuple):
    """An article of a corpus with its gold, and what the tagger says of it, each expression with its rule."""

    id: str
    text: str
    gold: Sequence[Gold]
    tagged: Sequence[tuple[Timex, str]]


def load(corpus: str) -> list[Document]:
    """The articles of `corpus` in order of id, tagged."""
    folder = TIMEX / corpus
    gold = {line["id"]: line["timexes"] for line in _lines(folder / "gold.jsonl")}
    articles = sorted(_lines(folder / "articles.jsonl"), key=lambda article: str(article["id"]))
    return [
        Document(
            a["id"], a["text"], gold[a["id"]], trace(ENGLISH, a["text"], dt.date.fromisoformat(a["published"][:10]))
        )
        for a in articles
    ]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def halves(documents: Sequence[Document]) -> tuple[list[Document], list[Document]]:
    """The half that is read and the half that is kept back."""
    ids = [document.id for document in documents]
    read = set(random.Random(SEED).sample(ids, len(ids) // 2))
    return [d for d in documents if d.id in read], [d for d in documents if d.id not in read]


def align(document: Document) -> list[tuple[Gold | None, tuple[Timex, str] | None]]:
    """Gold and tagged expressions side by side, one to one: the same span first, then overlapping ones in order."""
    gold, tagged = document.gold, document.tagged
    free_gold, free_tagged = set(range(len(gold))), set(range(len(tagged)))
    pairs = []

    def take(fits: Callable[[Gold, Timex], bool]) -> None:
        for i in sorted(free_gold, key=lambda i: (int(gold[i]["start"]), i)):
            for j in sorted(free_tagged):
                if fits(gold[i], tagged[j][0]):
                    pairs.append((gold[i], tagged[j]))
                    free_gold.remove(i)
                    free_tagged.remove(j)
                    break

    take(lambda g, t: (g["start"], g["end"]) == (t.start, t.end))
    take(lambda g, t: min(g["end"], t.end) > max(g["start"], t.start))
    missed = [(gold[i], None) for i in sorted(free_gold)]
    spurious = [(None, tagged[j]) for j in sorted(free_tagged)]
    return [*pairs, *missed, *spurious]


def score(documents: Sequence[Document]) -> dict[str, float]:
    """strict, relaxed, type and value: F1 x 100, the micro-average over all articles."""
    hits: Counter[str] = Counter()
    total = 0
    for document in documents:
        total += len(document.gold) + len(document.tagged)
        for gold, found in align(document):
            if gold is not None and found is not None:
                hits.update(_agreements(gold, found[0]))
    return {name: 200 * hits[name] / total if total else 100.0 for name in ("strict", "relaxed", "type", "value")}


def _agreements(gold: Gold, timex: Timex) -> list[str]:
    same = {
        "strict": (gold["start"], gold["end"]) == (timex.start, timex.end),
        "relaxed": True,
        "type": gold["type"] == timex.type,
        "value": gold["value"] == timex.value,
    }
    return [name for name, holds in same.items() if holds]


def figures(corpus: str) -> tuple[dict[str, float], list[Path]] | None:
    """The scores on `corpus` with the gold file they rest on; None when it is not at hand."""
    path = TIMEX / corpus / "gold.jsonl"
    return (score(load(corpus)), [path]) if path.exists() else None


def print_scores() -> None:
    print(f"{'':36}{'strict':>9}{'relaxed':>9}{'type':>9}{'value':>9}")
    for corpus in NAMES:
        documents = load(corpus)
        read, kept = halves(documents)
        print(f"{corpus}, {sum(len(d.gold) for d in documents)} expressions in {len(documents)} articles")
        for name, part in (("Dateline", documents), ("  the half that is read", read), ("  the half kept back", kept)):
            print(f"  {name:34}" + "".join(f"{value:9.1f}" for value in score(part).values()))
        for name, rows in PEERS.items():
            print(f"  {name:34}" + "".join(f"{value:9.1f}" for value in rows[corpus]))


def print_rules() -> None:
    """Each rule: how often it fired, overlapped a gold expression, had its span, its value."""
    fired: Counter[str] = Counter()
    right: dict[str, Counter[str]] = {"relaxed": Counter(), "strict": Counter(), "value": Counter()}
    for corpus in NAMES:
        for document in halves(load(corpus))[0]:
            for gold, found in align(document):
                if found is None:
                    continue
                fired[found[1]] += 1
                for name in _agreements(gold, found[0]) if gold is not None else ():
                    if name in right:
                        right[name][found[1]] += 1
    print(f"{'rule':22}{'fired':>8}{'relaxed':>9}{'strict':>9}{'value':>9}")
    for rule, count in sorted(fired.items(), key=lambda item: (-item[1], item[0])):
        print(f"{rule:22}{count:8}" + "".join(f"{right[name][rule]:9}" for name in ("relaxed", "strict", "value")))
    silent = [r.name for r in grammar(ENGLISH).rules if r.name not in fired and r.specs[0]["kind"] != "none"]
    print(f"{len(fired)} rules fired, {len(silent)} did not: {', '.join(silent)}")


def print_errors() -> None:
    for corpus in NAMES:
        for document in halves(load(corpus))[0]:
            for gold, found in align(document):
                if gold is None or found is None or len(_agreements(gold, found[0])) < 4:
                    place = (
                        (gold["start"], gold["end"]) if gold else (found[0].start, found[0].end) if found else (0, 0)
                    )
                    around = document.text[max(0, place[0] - 60) : place[1] + 30].replace("\n", " ")
                    wanted = f"{gold['text']!r} {gold['type']} {gold['value']}" if gold else "nothing"
                    said = f"{found[0].text!r} {found[0].type} {found[0].value} ({found[1]})" if found else "nothing"
                    print(f"{document.id}: gold {wanted}; Dateline {said}; {around}")


def measure_tagger(runs: int = 5) -> dict[str, float]:
    """Seconds of the whole tagger over the speed text, of its parts, and what they are measured against.

    `ratio` is the tagger's time, sentence splitting included, over that of `re.findall(r"\\w+", text)`: the best of
    `runs` for each, in this one process.
    """
    articles = [(a["text"], dt.date.fromisoformat(a["published"][:10])) for a in _lines(SPEED_TEXT)]
    started = time.perf_counter()
    for text, published in articles:
        time_expressions(ENGLISH, text, published)
    first = time.perf_counter() - started
    words = _best(runs, lambda: [re.findall(r"\w+", text) for text, _ in articles])
    sentences = _best(runs, lambda: [split(ENGLISH, text) for text, _ in articles])
    whole = _best(runs, lambda: [time_expressions(ENGLISH, text, published) for text, published in articles])
    size = sum(len(text.encode()) for text, _ in articles) / 1e6
    return {
        "megabytes": size,
        "findall": words,
        "sentences": sentences,
        "tagger": whole,
        "tagger, first run": first,
        "ratio": whole / words,
        "megabytes a second": size / whole,
        "articles of 2 kB a second": size * 1000 / 2 / whole,
    }


def measure_hostile_text(size: int = 10_000_000) -> dict[str, float]:
    """Megabytes a second on one line of `size` characters each, of text that a careless tagger would drown in."""
    lines = {
        "digits": "1998",
        "months": "May ",
        "the day before": "the day before ",
        "commas": ",",
        "numbers": "twenty one ",
        "dates": "3 May 1998 ",
    }
    speeds = {}
    for name, unit in lines.items():
        line = unit * (size // len(unit))
        speeds[name] = size / 1e6 / _best(1, partial(time_expressions, ENGLISH, line, dt.date(2019, 4, 25)))
    return speeds


def _best(runs: int, work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", action="store_true", help="how often each rule fires, and how often rightly")
    parser.add_argument("--errors", action="store_true", help="what differs from the gold, on the half that is read")
    parser.add_argument("--speed", action="store_true", help="how fast, and on hostile text")
    arguments = parser.parse_args()
    if arguments.speed:
        for name, value in (measure_tagger() | measure_hostile_text()).items():
            print(f"{name:32}{value:10.3f}")
    elif not TIMEX.exists():
        print(f"{TIMEX} is not here: nothing to measure on")
    elif arguments.rules:
        print_rules()
    elif arguments.errors:
        print_errors()
    else:
        print_scores()


if __name__ == "__main__":
    main()
