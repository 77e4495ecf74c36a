import datetime as dt
import json

import jsonschema  # type: ignore[import-untyped]

from dateline.model import Evidence, Mark, MarkedLine, MarkKind, Marks, Status
from dateline.writers import write
from dateline.writers.schema import load

AT = dt.datetime(2024, 5, 3, 10, 20, tzinfo=dt.UTC)
PASSAGE = Evidence("a1", 0, 12, "It\x1b[31m broke.", Status.HAPPENED, None)
LINE = MarkedLine("4d4fb7748bba", "2023-10-14", "happened", "The bridge\x1b[31m broke " + "again " * 20, (PASSAGE,))
MARKS = Marks(
    (
        Mark(1, MarkKind.NOTE, "ada", AT, 3, ("Ask\nwho",), (LINE,), undone_by="bo", undone_at=AT),
        Mark(2, MarkKind.JOIN, "bo", AT, 3, (), (LINE, LINE)),
        Mark(12, MarkKind.MOVE, "bo", AT, 4, (), (), ("a1",), (3, 4)),
        Mark(13, MarkKind.TITLE, "bo", AT, 4, ("The bridge",), stories=(4,)),
    )
)


def test_a_line_for_each_mark() -> None:
    note, join, move, title = write(Marks(MARKS.marks), "table").splitlines()
    assert note.startswith(
        "1   2024-05-03 10:20  ada  note   Ask who on 4d4fb7748bba 2023-10-14 “The bridge␛[31m broke again"
    )
    assert note.endswith("…” [story 3] (taken back by bo)")
    assert " + 4d4fb7748bba" in join
    assert move == "12  2024-05-03 10:20  bo   move   a1 story 3 → story 4"
    assert title == "13  2024-05-03 10:20  bo   title  The bridge story 4"
    assert write(Marks(()), "table") == "No marks.\n"


def test_as_json_it_is_of_its_schema() -> None:
    written = json.loads(write(MARKS, "json"))
    jsonschema.Draft202012Validator(load("marks"), format_checker=jsonschema.FormatChecker()).validate(written)
    assert written["marks"][0]["at"] == "2024-05-03T10:20:00+00:00"
    assert "undone_by" not in written["marks"][1]
