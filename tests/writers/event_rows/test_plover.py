"""JSON Lines in PLOVER's names."""

import json

from dateline.model import EventRow
from dateline.writers.event_rows.plover import write_jsonl


def test_an_object_a_line(rows: list[EventRow]) -> None:
    lines: list[bytes] = []
    write_jsonl(rows, lines.append)
    met, arrested = (json.loads(line) for line in lines)
    assert (met["event_type"], met["status"], met["quad"], met["text"]) == (
        "CONSULT",
        "planned",
        1,
        '"The two are\tto meet,\nin the port," a spokesman said.',
    )
    assert [actor["country"] for actor in met["actor"]] == ["PRK", "RUS"]
    assert (arrested["date"], arrested["actor"], arrested["event_mode"]) == (None, [], None)


def test_it_says_whose_work_the_codes_rest_on(rows: list[EventRow]) -> None:
    lines: list[bytes] = []
    write_jsonl(rows[:1], lines.append)
    assert "MIT" in json.loads(lines[0])["license"]
