"""Train the models of `dateline.events.dates.roles` on judged passages, or say how well they do on stories left out.

    python benchmarks/train_date_roles.py [--held-out] [--errors]

`benchmarks/judged/passages.jsonl` and `date-roles.jsonl` have a line for each dated passage that was read: where it
stands in an article of `../shared/corpora`, and under `right` the role of its date and whether anything happened on it.
The first were drawn with every second one from a sentence of several dates or clauses, the others as they come. No text
is kept.
`--held-out` trains on seven eighths of the stories and counts on the last, eight times over; what it prints is what
stories that were never seen would give. Needs the parser, and scikit-learn, which Dateline itself does not. The same
passages give the same files, byte for byte.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from dateline.events.dates import features, surface
from dateline.events.dates.roles import MODEL, PARSED_MODEL, DateRole
from dateline.events.linear import SCALE
from dateline.events.parsing import parser
from dateline.languages import named
from dateline.model import Article, Timex
from dateline.readers import read
from dateline.reading.article import ArticleReading, read_article
from dateline.reading.dated import DatedSentence
from train_attribution import matrix, write_rounded

# Neither has types, and neither is needed by anything but this script.
LogisticRegression: Any = import_module("sklearn.linear_model").LogisticRegression

ENGLISH = named("en")
ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
JUDGEMENTS = [ROOT / "benchmarks" / "judged" / name for name in ("passages.jsonl", "date-roles.jsonl")]
OUT = ROOT / "src" / "dateline" / "languages" / "en" / "events"

# How little a weight is held back: the best of 0.1, 0.3 and 1 over stories left out.
STRENGTH = 0.3
# A feature counts from so many passages on.
RAREST = 2
FOLDS = 8
# Weights below this, in hundredths of a logit, are left out to keep the files small.
SMALLEST = 2


@dataclass(frozen=True)
class Judged:
    """A passage as it was judged, with what tells of its date."""

    story: str
    text: str
    role: str
    is_event: bool
    by_surface: Sequence[str]
    by_parse: Sequence[str]


def judged() -> list[Judged]:
    """The judged passages whose articles are at hand."""
    rows = [json.loads(line) for path in JUDGEMENTS for line in path.read_text("utf-8").splitlines()]
    articles = _articles({row["article"] for row in rows})
    readings: dict[str, ArticleReading] = {}
    parses = parser.load(ENGLISH)
    found = []
    for row in rows:
        article = articles.get(row["article"])
        if article is None:
            continue
        if article.id not in readings:
            readings[article.id] = read_article(article)
        place = _place(readings[article.id], row["timex"])
        if place is None:
            continue
        sentence, timex = place
        parse = next(iter(parses.parse([(article.text, [sentence.span])])))
        by_surface = surface.features(sentence.cut, timex, article.published)
        right = row["right"]
        text = f"{article.text[sentence.span.start : timex.start]}[{timex.text}]"
        text += article.text[timex.end : sentence.span.end]
        found.append(
            Judged(
                row["story"] or row["article"],
                " ".join(text.split()),
                right["role"],
                bool(right["event"]),
                by_surface,
                [*by_surface, *features.features(parse, timex.start, timex.end)],
            )
        )
    return found


def _articles(wanted: set[str]) -> Mapping[str, Article]:
    files = [
        *sorted(CORPORA.glob("stories/news*/articles.jsonl")),
        *sorted(CORPORA.glob("attribution/polnear/*.jsonl")),
        *sorted(CORPORA.glob("tls/*/*/articles.jsonl")),
    ]
    return {article.id: article for path in files for article in read(path).articles if article.id in wanted}


def _place(reading: ArticleReading, span: Sequence[int]) -> tuple[DatedSentence, Timex] | None:
    """The sentence and the time expression that a judgement is of; None where the tagger finds none there now."""
    for sentence in reading.dated:
        for timex in sentence.timexes:
            if timex.start < span[1] and span[0] < timex.end and timex.first is not None:
                return sentence, timex
    return None


def learn(rows: Sequence[Sequence[str]], passages: Sequence[Judged]) -> dict[str, int]:
    """The weights of a model: of each role against the others, and of events against none."""
    counts = Counter(feature for row in rows for feature in set(row))
    kept = sorted(feature for feature, count in counts.items() if count >= RAREST)
    columns = matrix(rows, {feature: column for column, feature in enumerate(kept)})
    learned: dict[str, int] = {}
    named_rows = []
    for name in (*DateRole, "event"):
        truth = [one.is_event if name == "event" else one.role == name for one in passages]
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(columns, truth)
        named_rows.append((str(name), model.coef_[0], model.intercept_[0]))
    for name, weights, bias in named_rows:
        for feature, weight in zip(kept, weights, strict=True):
            total = weight + bias if feature == "bias" else weight
            if abs(round(total * SCALE)) >= SMALLEST:
                learned[f"{name}|{feature}"] = round(float(total) * SCALE)
    return learned


def told(learned: Mapping[str, int], row: Sequence[str]) -> tuple[str, bool]:
    """What a model says of a passage."""

    def score(name: str) -> int:
        return sum(learned.get(f"{name}|{feature}", 0) for feature in row)

    return max(DateRole, key=score).value, score("event") > 0


def held_out(passages: Sequence[Judged], *, show: bool) -> None:
    """Print how often role and event are right on stories that were left out of training."""
    order = np.random.default_rng(0).permutation(sorted({one.story for one in passages}))
    fold = {story: number % FOLDS for number, story in enumerate(order.tolist())}
    for name in (MODEL, PARSED_MODEL):
        rows = [one.by_surface if name == MODEL else one.by_parse for one in passages]
        right_roles: Counter[str] = Counter()
        of_role: Counter[str] = Counter(one.role for one in passages)
        events = beside = 0
        for left_out in range(FOLDS):
            inside = [k for k, one in enumerate(passages) if fold[one.story] != left_out]
            learned = learn([rows[k] for k in inside], [passages[k] for k in inside])
            for k, one in enumerate(passages):
                if fold[one.story] != left_out:
                    continue
                role, is_event = told(learned, rows[k])
                right_roles[one.role] += role == one.role
                beside += (role == "main") == (one.role == "main")
                events += is_event == one.is_event
                if show and role != one.role and name == PARSED_MODEL:
                    print(f"{one.role} read as {role}: {one.text[:300]}")
        size = len(passages)
        print(
            f"{name}: role {100 * right_roles.total() / size:.1f} %, main or not {100 * beside / size:.1f} %, "
            f"event {100 * events / size:.1f} % of {size}"
        )
        print("  " + ", ".join(f"{role} {right_roles[role]}/{of_role[role]}" for role in DateRole))


def main() -> None:
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--held-out", action="store_true", help="count on stories left out, and write nothing")
    command.add_argument("--errors", action="store_true", help="print what is wrong there")
    options = command.parse_args()
    passages = judged()
    if options.held_out:
        held_out(passages, show=options.errors)
        return
    for name in (MODEL, PARSED_MODEL):
        rows = [one.by_surface if name == MODEL else one.by_parse for one in passages]
        print(name, write_rounded(OUT / f"{name}.weights.gz", learn(rows, passages)))


if __name__ == "__main__":
    main()
