import json
from dataclasses import fields, replace
from functools import cache
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import OptionError
from dateline.model import Annotation, Changes, Entry, Evidence, Timeline
from dateline.writers import write
from dateline.writers.json import read_timeline
from dateline.writers.schema import load


@cache
def _validator(result: str) -> Any:
    return jsonschema.Draft202012Validator(load(result), format_checker=jsonschema.FormatChecker())


def test_a_timeline_is_the_contract(timeline: Timeline) -> None:
    written = json.loads(write(timeline, "json"))
    assert list(written) == [field.name for field in fields(Timeline) if not field.metadata.get("omit_none")]
    assert list(written["articles"][0]) == ["id", "source", "title", "published", "url"]
    entry = written["entries"][-1]
    assert list(entry) == [field.name for field in fields(Entry) if not field.metadata.get("omit_none")]
    assert entry["date"] == {
        "value": "2023-05-04",
        "first": "2023-05-04",
        "last": "2023-05-04",
        "granularity": "day",
        "basis": "stated",
    }
    assert list(entry["evidence"][0]) == [f.name for f in fields(Evidence) if not f.metadata]
    assert entry["evidence"][1]["said_by"] == "Ada Holm"
    assert entry["places"] == [{"name": "Port Elma"}]


def test_an_annotation_is_one_line_without_the_layers_not_asked_for(annotation: Annotation) -> None:
    first, second = write([annotation, annotation], "jsonl").splitlines()
    assert first == second
    written = json.loads(first)
    assert "names" not in written
    assert written["timexes"] == [
        {
            "start": 60,
            "end": 65,
            "text": "May 4",
            "type": "DATE",
            "value": "2023-05-04",
            "first": "2023-05-04",
            "last": "2023-05-04",
        }
    ]
    assert written["attributions"][0]["source"] == [[67, 85]]
    assert written["skipped"] == [{"start": 0, "end": 24, "why": "dateline"}]


def test_a_change_has_null_for_what_was_not_there(changes: Changes) -> None:
    new, confirmed, gone = json.loads(write(changes, "json"))["changes"]
    assert new["before"] is None
    assert confirmed["before"]["sources"] == 1
    assert confirmed["after"]["sources"] == 2
    assert gone["after"] is None


def test_every_result_is_valid_by_its_schema(timeline: Timeline, changes: Changes, annotation: Annotation) -> None:
    _validator("timeline").validate(json.loads(write(timeline, "json")))
    _validator("changes").validate(json.loads(write(changes, "json")))
    _validator("annotation").validate(json.loads(write([annotation], "jsonl")))


def test_letters_of_every_script_stand_as_they_are(hostile_timeline: Timeline) -> None:
    assert "😀 éà עברית" in write(hostile_timeline, "json")


def test_nothing_in_the_text_can_steer_a_terminal_and_nothing_is_lost(hostile_timeline: Timeline, hostile: str) -> None:
    written = write(hostile_timeline, "json")
    assert not set(written) & set("\x00\x1b\x9b\u202e\u2066\u2069")
    assert json.loads(written)["title"] == hostile


@pytest.mark.slow
@settings(deadline=None)
@given(data=st.data())
def test_any_timeline_comes_back_as_it_was(timelines: st.SearchStrategy[Timeline], data: st.DataObject) -> None:
    timeline = data.draw(timelines)
    written = write(timeline, "json")
    assert read_timeline(written) == timeline
    assert written.encode("utf-8")
    _validator("timeline").validate(json.loads(written))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"title": "x", "articles": []}', "nonsense"])
def test_what_is_not_a_timeline_is_refused(text: str) -> None:
    with pytest.raises(OptionError, match="not a timeline"):
        read_timeline(text)


def test_what_yaml_has_no_place_for_is_escaped(timeline: Timeline) -> None:
    assert "\uffff" not in write(replace(timeline, title="Port\uffff"), "frontmatter").partition("\n#")[0]
