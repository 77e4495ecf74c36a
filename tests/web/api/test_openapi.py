import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from browsing import Browser
from dateline.web.api.examples import examples_of
from dateline.web.api.openapi import described, shipped, written
from dateline.web.api.routes import OPERATIONS

DOCUMENT: dict[str, Any] = json.loads(shipped())


def operations() -> list[tuple[str, dict[str, Any]]]:
    return [(f"{method.upper()} {path}", one) for path, of in DOCUMENT["paths"].items() for method, one in of.items()]


def test_the_description_is_as_the_code_is() -> None:
    made = written(described(OPERATIONS, examples_of(OPERATIONS)))
    assert shipped() == made, "run: python -m dateline.web.api.openapi"


def test_it_is_what_the_server_gives(browser: Browser) -> None:
    answer = browser.get("/api/v1/openapi.json")
    assert answer.text == shipped()
    assert browser.get("/api/v1/openapi.json", headers={"if-none-match": answer.headers["etag"]}).status_code == 304


@pytest.mark.parametrize(("name", "operation"), operations(), ids=[name for name, _ in operations()])
def test_every_operation_is_told_of_with_an_example_that_is_as_its_schema(name: str, operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert "Needs the role" in operation["description"]
    assert all(parameter["description"] for parameter in operation["parameters"])
    contents = [answer["content"] for answer in operation["responses"].values() if "content" in answer]
    contents += [operation["requestBody"]["content"]] if "requestBody" in operation else []
    assert contents
    for content in contents:
        told = content["application/json"]
        whole = {**told["schema"], "components": DOCUMENT["components"]}
        example = told["example"]
        if name == "POST /api/v1/articles" and "story" in example:
            # One of the articles is there to show what is said of one that cannot be read.
            example = {**example, "articles": example["articles"][:-1]}
        Draft202012Validator(whole).validate(example)
    assert {"400", "401", "403", "404", "413", "422", "429", "500"} <= set(operation["responses"])


def test_every_field_of_every_noun_is_described() -> None:
    silent = [
        f"{name}.{field}"
        for name, schema in DOCUMENT["components"]["schemas"].items()
        for field, of in schema.get("properties", {}).items()
        if not of.get("description")
    ]
    assert silent == []


def test_each_operation_has_an_id_of_its_own() -> None:
    ids = [operation["operationId"] for _, operation in operations()]
    assert len(set(ids)) == len(ids) == len(OPERATIONS)
