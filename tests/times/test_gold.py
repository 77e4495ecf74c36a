"""The tagger on whole texts with all their time expressions marked: `gold/*.txt`, where the marks are explained."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.languages import named
from dateline.times import time_expressions

ENGLISH = named("en")
GOLD = Path(__file__).parent / "gold"
MARK = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")


class Expression(NamedTuple):
    start: int
    end: int
    type: str
    value: str
    mod: str | None


class Marked(NamedTuple):
    """A text without its marks, what they say, and the stretches of which they say nothing."""

    text: str
    published: dt.date | None
    expressions: list[Expression]
    open: list[range]


def marked(path: Path) -> Iterator[Marked]:
    _, *parts = path.read_text(encoding="utf-8").split("== ")
    for part in parts:
        head, _, body = part.partition("\n")
        text, expressions, unsure, position = "", [], [], 0
        for mark in MARK.finditer(body):
            text += body[position : mark.start()]
            start, position = len(text), mark.end()
            text += mark[1]
            if mark[2] == "?":
                unsure.append(range(start, len(text)))
            else:
                expressions.append(expression(start, len(text), mark[2]))
        yield Marked(text + body[position:], None if head == "-" else dt.date.fromisoformat(head), expressions, unsure)


def expression(start: int, end: int, said: str) -> Expression:
    value, _, mod = said.partition("~")
    if value.startswith("SET:"):
        return Expression(start, end, "SET", value.removeprefix("SET:"), mod or None)
    length = value.startswith("P") and not value.endswith("_REF")
    kind = "DURATION" if length else "TIME" if re.search(r"\dT", value) else "DATE"
    return Expression(start, end, kind, value, mod or None)


@pytest.mark.parametrize("name", ["news", "narratives"])
def test_nearly_all_of_the_marked_expressions_are_found_as_they_are(name: str) -> None:
    right = wanted = said = 0
    for text in marked(GOLD / f"{name}.txt"):
        found = [
            Expression(t.start, t.end, t.type, t.value, t.mod)
            for t in time_expressions(ENGLISH, text.text, text.published)
            if not any(t.start < stretch.stop and stretch.start < t.end for stretch in text.open)
        ]
        right += len({*found} & {*text.expressions})
        wanted += len(text.expressions)
        said += len(found)
    assert wanted > 300
    assert right / wanted > 0.97
    assert right / said > 0.97


def test_a_history_is_read_the_same_whenever_it_was_published() -> None:
    for text in marked(GOLD / "narratives.txt"):
        values = [timex.value for timex in time_expressions(ENGLISH, text.text, None)]
        assert [timex.value for timex in time_expressions(ENGLISH, text.text, dt.date(2009, 6, 1))] == values
