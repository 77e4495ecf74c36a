"""Train the model of `dateline.coding.confidence` on event rows read by hand and write it as whole-number weights.

    python benchmarks/train_rows.py [--held-out] [--out DIR]

`judged/rows.jsonl` has the rows: where each stands, no text, and what was wrong with it. What has been mended since
counts as right; a row that is no longer written, and those of the last draws, are left out. With `--held-out` nothing
is written: each article is asked of a model that has not seen it, and the share of right rows is printed for those of
most confidence. Needs scikit-learn.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from dateline.coding.plain import plain
from dateline.coding.reading import tellings
from dateline.coding.wholeness import is_enough
from dateline.events.linear import SCALE
from dateline.events.parsing import parser
from dateline.languages import named
from dateline.model import Article
from dateline.readers import read
from dateline.reading.article import read_article
from train_attribution import write
from trusting import Example, fitted, held_out

# It has no types, and is needed by nothing but this script.
LogisticRegression: Any = import_module("sklearn.linear_model").LogisticRegression

ENGLISH = named("en")
CORPORA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
JUDGED = Path(__file__).resolve().parent / "judged" / "rows.jsonl"
OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "languages" / "en" / "coding"
# Inverse strength of the penalty: of 0.03, 0.1 and 0.3 the best on articles left out, by little.
LOOSENESS = 0.1
SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Row = dict[str, Any]


def judged() -> list[Row]:
    """The rows that were read."""
    return [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]


def articles(rows: Sequence[Row]) -> Iterator[tuple[str, Article]]:
    """The articles that rows were drawn from, with the corpus of each."""
    for corpus in sorted({row["corpus"] for row in rows}):
        asked = {row["article"] for row in rows if row["corpus"] == corpus}
        for article in read(CORPORA / corpus / "articles.jsonl").articles:
            if article.id in asked:
                yield corpus, article


def examples(rows: Sequence[Row]) -> Iterator[Example]:
    """Of each row that is still written: its article, how it is told, and whether it is right."""
    known = {(row["corpus"], row["article"], row["start"], row["type"]): row for row in rows}
    read_ = [(corpus, read_article(article)) for corpus, article in articles(rows)]
    told = tellings([reading for _, reading in read_], parser.load(ENGLISH))
    for (corpus, reading), found in zip(read_, told, strict=True):
        for telling, value in zip(found, plain(reading, found), strict=True):
            row = known.get((corpus, reading.article.id, value["start"], value["type"]))
            if row is not None and is_enough(value):
                yield reading.article.id, list(telling.features), not row["fault"] or row.get("mended", False)


def model() -> Any:
    """A model that has learned nothing."""
    return LogisticRegression(C=LOOSENESS, max_iter=2000)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--held-out", action="store_true", help="measure instead of writing")
    arguments.add_argument("--out", type=Path, default=OUT)
    chosen = arguments.parse_args()
    found = list(examples([row for row in judged() if not row.get("exam")]))
    if chosen.held_out:
        held_out(found, model, SHARES, SCALE)
        return
    print("rows", len(found), write(chosen.out / "rows.weights.gz", fitted(found, model)))


if __name__ == "__main__":
    main()
