"""Train the model of `dateline.timeline.describe.trust` on lines read by hand and write it as whole-number weights.

    python benchmarks/train_trust.py [--held-out] [--out DIR]

`judged/lines.jsonl` has the lines: where the passage stands that heads each, its date, its status, no text, and what
was wrong with it. A line that is not built any more, or built otherwise, is left out. The lines of the shipped
examples, plain reports that were written to be read rightly, are learned with them. With `--held-out` nothing is
written: the lines of each story are asked of a model that has seen none of them, and the share of right lines is
printed for those of most confidence. Needs the parser and scikit-learn.
"""

import argparse
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from dateline.languages import Language
from dateline.model import Article, Entry
from dateline.pipeline import timeline_of
from dateline.readers import read
from dateline.request import Depth, Request
from dateline.timeline.describe import timeline as describing
from dateline.timeline.describe.entries import entries as make
from dateline.timeline.describe.standing import head_of
from dateline.timeline.describe.trust import features
from dateline.timeline.select.events import Event
from readings import faults
from train_attribution import SMALLEST, write_rounded
from trusting import Example, fitted, held_out

# It has no types, and is needed by nothing but this script.
LogisticRegression: Any = import_module("sklearn.linear_model").LogisticRegression

CORPORA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
JUDGED = Path(__file__).resolve().parent / "judged" / "lines.jsonl"
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
# How many judged lines one of the examples counts for.
COUNTS_FOR = 2
OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "languages" / "en" / "timeline"
# Inverse strength of the penalty: of 0.003, 0.005, 0.01 and 0.02 the smallest of the best, on stories left out.
LOOSENESS = 0.01
# Articles of a story that are read at once.
PILE = 15
# Weights are thousandths of a logit: many small ones add up to a confidence.
SCALE = 1000
SHARES = (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 0.95, 0.98, 1.0)

Line = dict[str, Any]


def judged() -> list[Line]:
    """The lines that were read."""
    return [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]


def is_misread(row: Line) -> bool:
    """Whether a line has another fault than that it was hard to understand: what it needs stands beside it since."""
    return any(fault != "hard alone" for fault in faults(row))


def is_read_otherwise(row: Line, line: Entry) -> bool:
    """Whether a line was held to be a scrap that has lost its `, who` since, and is a clause."""
    return "not an event" in row["faults"] and line.headline not in " ".join(line.evidence[0].exact.split())


def piles(rows: Sequence[Line]) -> Iterator[tuple[str, list[Article]]]:
    """The articles that lines rest on, by story, those of a large one in parts: all that they tell is read closely."""
    for corpus in sorted({row["corpus"] for row in rows}):
        articles = {article.id: article for article in read(CORPORA / corpus / "articles.jsonl").articles}
        of_story: dict[str, dict[str, Article]] = {}
        for row in rows:
            if row["corpus"] == corpus and row["article"] in articles:
                of_story.setdefault(row["story"], {})[row["article"]] = articles[row["article"]]
        for story, found in sorted(of_story.items()):
            ordered = sorted(found.values(), key=lambda article: (article.published or dt.date.max, article.id))
            yield from ((story, list(some)) for some in batched(ordered, PILE))


def batched(articles: Sequence[Article], number: int) -> Iterator[Sequence[Article]]:
    """So many articles at a time."""
    return (articles[start : start + number] for start in range(0, len(articles), number))


def described(articles: Sequence[Article]) -> list[tuple[Event, Entry]]:
    """The events of all that articles tell, with their lines."""
    found: list[tuple[Event, Entry]] = []

    def entries(language: Language, events: Sequence[Event], *rest: Any) -> list[Entry]:
        made = make(language, events, *rest)
        found.extend(zip(events, made, strict=True))
        return made

    with patch.object(describing, "entries", entries):
        timeline_of(articles, Request(level=Depth.ALL, note=lambda _: None, problem=lambda _: None))
    return found


def examples(rows: Sequence[Line]) -> Iterator[Example]:
    """Of each line that is still built as it was: its story, how it is told, and whether it is right."""
    known = {(row["article"], row["start"], row["end"], row["date"], row["status"]): row for row in rows}
    for story, articles in piles(rows):
        for event, line in described(articles):
            first = line.evidence[0]
            row = known.get((first.article, first.start, first.end, line.date.value, line.status))
            if row is not None and row["story"] == story and not is_read_otherwise(row, line):
                yield story, list(features(*head_of(event))), not is_misread(row)


def ours() -> Iterator[Example]:
    """The lines of the shipped examples."""
    for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        for event, _ in described(read(folder / "articles").articles):
            yield folder.name, list(features(*head_of(event))), True


def model() -> Any:
    """A model that has learned nothing."""
    return LogisticRegression(C=LOOSENESS, solver="liblinear", random_state=0)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--held-out", action="store_true", help="measure instead of writing")
    arguments.add_argument("--out", type=Path, default=OUT)
    chosen = arguments.parse_args()
    found = list(examples(judged()))
    if chosen.held_out:
        held_out(found, model, SHARES, SCALE)
        return
    found += COUNTS_FOR * list(ours())
    weights = {feature: round(SCALE * weight) for feature, weight in fitted(found, model).items()}
    kept = {feature: weight for feature, weight in weights.items() if abs(weight) >= SMALLEST}
    print("trust", len(found), write_rounded(chosen.out / "trust.weights.gz", kept))


if __name__ == "__main__":
    main()
