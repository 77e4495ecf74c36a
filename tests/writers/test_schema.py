import json

import jsonschema  # type: ignore[import-untyped]
import pytest

from dateline.model import Status, Timeline
from dateline.writers import write
from dateline.writers.schema import RESULTS, generate, load


@pytest.mark.parametrize("result", RESULTS)
def test_the_shipped_schema_is_the_one_the_nouns_give(result: str) -> None:
    assert load(result) == generate(RESULTS[result]), "run python -m dateline.writers.schema"


@pytest.mark.parametrize("result", RESULTS)
def test_it_is_a_schema_in_which_every_field_is_described(result: str) -> None:
    schema = load(result)
    jsonschema.Draft202012Validator.check_schema(schema)
    for noun in (schema, *schema["$defs"].values()):
        assert noun["description"]
        assert all(field["description"] for field in noun.get("properties", {}).values())


def test_every_status_has_its_meaning() -> None:
    words = load("timeline")["$defs"]["Status"]["oneOf"]
    assert [word["const"] for word in words] == list(Status)
    assert words[0]["description"] == "Told as a fact of the past."


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("title",), None),
        (("entries", 0, "status"), "perhaps"),
        (("entries", 0, "date", "first"), "1 May"),
        (("entries", 0, "evidence", 0, "start"), "0"),
        (("entries", 0, "date", "granularity"), "hour"),
        (("entries", 0, "more"), 1),
    ],
)
def test_what_breaks_the_contract_is_not_valid(timeline: Timeline, path: tuple[str | int, ...], value: object) -> None:
    written = json.loads(write(timeline, "json"))
    place = written
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    validator = jsonschema.Draft202012Validator(load("timeline"), format_checker=jsonschema.FormatChecker())
    assert not validator.is_valid(written)
