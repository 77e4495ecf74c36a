"""The draft of an example's expectations."""

import datetime as dt
import json
from collections.abc import Sequence

import pytest

import draft_expected
import facts
from dateline import Article, timeline_of

ARTICLES = [
    Article(
        "wire-1",
        "MELLOW BAY, May 3 (Southern Wire) - Ada Quill said on Monday that the ferry Marigold will sail "
        "again on May 7. At least 12 people were hurt when it ran aground on Sunday.",
        dt.date(2021, 5, 3),
        "Southern Wire",
    ),
    Article(
        "courier-1",
        "The sailing of the ferry Marigold on May 7 has been called off, Ada Quill said on Wednesday. "
        "14 people were hurt when the ferry ran aground on Sunday.",
        dt.date(2021, 5, 5),
        "Mellow Bay Courier",
    ),
]


@pytest.fixture(scope="module")
def draft() -> dict[str, object]:
    draft: dict[str, object] = json.loads(
        draft_expected.written(draft_expected.drafted(ARTICLES, [dt.date(2021, 5, 3)]))
    )
    return draft


def test_what_is_drafted_is_given(draft: dict[str, object]) -> None:
    missing = {
        what: outcome.missing
        for what, outcome in facts.check(facts.Story(draft, ARTICLES, timeline_of(ARTICLES), True)).items()
    }
    assert missing == {what: [] for what in missing}
    assert {"articles", "facts", "headlines", "changes since 2021-05-03"} <= set(missing)


def test_a_fact_has_its_anchor_value_status_and_speaker(draft: dict[str, Sequence[dict[str, str]]]) -> None:
    sailing = next(fact for fact in draft["facts"] if fact["value"] == "2021-05-07")
    assert sailing == {
        "article": "wire-1",
        "anchor": "Ada Quill said on Monday that",
        "value": "2021-05-07",
        "status": "scheduled",
        "said_by": "Ada Quill",
    }


def test_an_item_stands_on_a_line() -> None:
    lines = draft_expected.written({"about": "a", "facts": [{"value": "2021"}, {"value": "2022"}], "none": []})
    assert lines == '{\n  "about": "a",\n  "facts": [\n    {"value": "2021"},\n    {"value": "2022"}\n  ]\n}\n'
