"""The time expressions of the shipped examples, as a careful reader marks them."""

import json
from pathlib import Path

import pytest

from dateline.pipeline import annotate
from dateline.readers import read

EXAMPLES = Path(__file__).parents[2] / "examples"
FIELDS = ("start", "end", "text", "type", "value", "mod", "quant")


@pytest.mark.parametrize("story", ["storm", "summit"])
def test_all_expressions_of_the_story_are_found_and_right(story: str) -> None:
    lines = (EXAMPLES / story / "timexes.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {line["id"]: line["timexes"] for line in map(json.loads, lines)}
    annotations = {a.id: a for a in annotate(read(EXAMPLES / story / "articles").articles, ["times"])}
    assert annotations.keys() >= gold.keys()
    for article, expected in gold.items():
        # Headers, datelines, captions and notes have no gold: what is found there is left out.
        aside = [(skip.start, skip.end) for skip in annotations[article].skipped]
        found = [
            {name: value for name in FIELDS if (value := getattr(timex, name)) is not None}
            for timex in annotations[article].timexes or ()
            if not any(start <= timex.start < end for start, end in aside)
        ]
        assert found == expected, article
