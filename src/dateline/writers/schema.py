"""JSON Schemas of what is written, generated from the nouns and shipped beside this module.

`python -m dateline.writers.schema` writes them again after a change to `model/`; a test tells when that is due.
"""

import ast
import dataclasses
import inspect
import json
import sys
import textwrap
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline import model

RESULTS: Mapping[str, type] = {
    "timeline": model.Timeline,
    "changes": model.Changes,
    "diary": model.Diary,
    "annotation": model.Annotation,
    "stories": model.Stories,
    "search": model.SearchResult,
    "marks": model.Marks,
}
"""What has a schema: a timeline, changes, a diary, one line of annotations, stories, a page of a search, and marks."""

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHIPPED = files("dateline.writers") / "schemas"


def load(result: str) -> Schema:
    """The shipped schema of one of `RESULTS`."""
    schema: Schema = json.loads((_SHIPPED / f"{result}.json").read_text("utf-8"))
    return schema


def generate(noun: type) -> Schema:
    """The JSON Schema (2020-12) of a noun as the JSON writer writes it, described by docstrings.

    The noun is one of `model/`, or of another module that has, or imports, all the nouns of its own that it is made of.
    """
    generated = _as_pydantic_gives_it(noun)
    definitions = generated.pop("$defs", {})
    at_hand = {name: getattr(model, name) for name in model.__all__} | vars(sys.modules[noun.__module__])
    return {
        "$schema": _DIALECT,
        "title": noun.__name__,
        **_as_written(generated, noun),
        "$defs": {name: _as_written(schema, at_hand[name]) for name, schema in sorted(definitions.items())},
    }


def _as_pydantic_gives_it(noun: type) -> Schema:
    from pydantic import TypeAdapter  # noqa: PLC0415 - slow to import, and only the makers of the schemas need it

    return TypeAdapter(noun).json_schema(mode="serialization")


def _as_written(schema: Schema, noun: type) -> Schema:
    """A definition as pydantic gives it, brought in line with how the noun is written."""
    kept = {key: value for key, value in schema.items() if key != "title"}
    if issubclass(noun, StrEnum):
        meanings = _meanings(noun)
        if not meanings:
            return kept
        del kept["enum"]
        return {**kept, "oneOf": [{"const": word.value, "description": meanings[word.name]} for word in noun]}
    if not dataclasses.is_dataclass(noun):
        bounds = [{key: value for key, value in item.items() if key != "title"} for item in kept["prefixItems"]]
        return {**kept, "description": inspect.getdoc(noun), "prefixItems": bounds}
    inherited = {
        name: field["description"]
        for base in noun.__bases__
        if dataclasses.is_dataclass(base)
        for name, field in _as_pydantic_gives_it(base)["properties"].items()
    }
    omitted = {field.name for field in dataclasses.fields(noun) if field.metadata.get("omit_none")}
    return {
        **kept,
        "properties": {
            # pydantic reads the docstrings of a class's own fields alone.
            name: _property({"description": inherited.get(name), **field}, name in omitted)
            for name, field in kept["properties"].items()
        },
        "required": [name for name in kept["properties"] if name not in omitted],
        "additionalProperties": False,
    }


def _property(schema: Schema, omitted_when_none: bool) -> Schema:
    kept = {key: value for key, value in schema.items() if key not in ("title", "default")}
    if not omitted_when_none:
        return kept
    written = [each for each in kept.pop("anyOf") if each != {"type": "null"}]
    return {**(written[0] if len(written) == 1 else {"anyOf": written}), **kept}


def _meanings(words: type[StrEnum]) -> dict[str, str]:
    """The docstring under each member, which Python does not keep, by the member's name."""
    [definition] = ast.parse(textwrap.dedent(inspect.getsource(words))).body
    assert isinstance(definition, ast.ClassDef)
    return {
        member.targets[0].id: inspect.cleandoc(meaning.value.value)
        for member, meaning in zip(definition.body, definition.body[1:], strict=False)
        if isinstance(member, ast.Assign)
        and isinstance(member.targets[0], ast.Name)
        and isinstance(meaning, ast.Expr)
        and isinstance(meaning.value, ast.Constant)
        and isinstance(meaning.value.value, str)
    }


def written(schema: Schema) -> str:
    """A schema as it is shipped."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for result, noun in RESULTS.items():
        (Path(str(_SHIPPED)) / f"{result}.json").write_text(written(generate(noun)), encoding="utf-8")
