"""The time expressions of the shipped examples, as a careful reader marks them."""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Timex
from dateline.pipeline import annotate
from dateline.readers import read

EXAMPLES = Path(__file__).parents[2] / "examples"
FIELDS = ("start", "end", "text", "type", "value", "mod", "quant")


@pytest.mark.parametrize("story", ["storm", "summit"])
def test_the_expressions_of_every_dated_paragraph_are_right(story: str) -> None:
    lines = (EXAMPLES / story / "timexes.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {line["id"]: line["timexes"] for line in map(json.loads, lines)}
    # Of an article in two versions, the later one has the gold.
    articles = {article.id: article for article in read(EXAMPLES / story / "articles").articles}
    checked = 0
    for article, annotation in zip(articles.values(), annotate(articles.values(), ["times"]), strict=True):
        # Captions, datelines and notes have no gold: what is known as one, and paragraphs without any, are left out.
        told = [t for t in annotation.timexes or () if not any(t.span.overlaps(s.span) for s in annotation.skipped)]
        wanted = by_paragraph(article.text, gold.get(article.id, []))
        found = by_paragraph(article.text, [described(timex) for timex in told])
        for paragraph, expected in wanted.items():
            assert found.get(paragraph) == expected, article.id
            checked += len(expected)
    assert checked == sum(map(len, gold.values()))


def described(timex: Timex) -> dict[str, Any]:
    return {name: value for name in FIELDS if (value := getattr(timex, name)) is not None}


def by_paragraph(text: str, timexes: list[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    paragraphs: dict[int, list[dict[str, Any]]] = {}
    for timex in timexes:
        paragraphs.setdefault(text.count("\n", 0, timex["start"]), []).append(timex)
    return paragraphs
