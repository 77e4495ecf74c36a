"""Operations in, their description as OpenAPI 3.1 out, made of docstrings; with an answer to each as an example.

`python -m dateline.web.api.openapi` writes it again, beside this module, after a change to an operation or a noun; a
test tells when that is due. What is written is what `/api/v1/openapi.json` gives.
"""

import dataclasses
import inspect
import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.web.access.table import rule_of
from dateline.web.api.answers import Failed
from dateline.web.api.examples import Example, examples_of
from dateline.web.api.shell import ROOT, Operation
from dateline.writers.schema import generate

Document = dict[str, Any]

_SHIPPED = files("dateline.web.api") / "openapi.json"
_INFO = {
    "title": "Dateline",
    "version": "1",
    "summary": "Dated news articles, the stories they tell, and a sourced timeline of each.",
    "description": (
        "Every line of a timeline rests on passages: `article`, `start`, `end` are code points into the text of an "
        "article, and `exact` is what stands there. Days are ISO 8601. Answers to GET have an ETag; send it as "
        "If-None-Match, and an answer you have is not sent again. What is sent is `application/json`, and nothing "
        "else is taken. Whatever goes wrong has one shape, `Failed`. A client in Python is the library itself."
    ),
    "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
}
# What may go wrong, with what makes it.
_FAILURES = {
    "400": "Something asked for is none",
    "401": "Nobody is logged in, or the token is nobody's",
    "403": "Your role is too small, or the request comes from a page of another server",
    "404": "There is none",
    "413": "The request is too large",
    "422": "The body is not what is taken, or an article cannot be read",
    "429": "Asked too often; Retry-After says how many seconds to wait",
    "500": "A fault of Dateline's own",
    "503": "The archive cannot be used now, or the answer is being made; Retry-After says how many seconds to wait",
}


def shipped() -> str:
    """The description as it is shipped."""
    return _SHIPPED.read_text("utf-8")


def described(operations: list[Operation], examples: Mapping[str, Example]) -> Document:
    """The description of operations; `examples` has answers by method and path."""
    schemas: Document = {}
    paths: Document = {}
    for operation in operations:
        path = ROOT + re.sub(r"\{(\w+):\w+\}", r"{\1}", operation.path)
        paths.setdefault(path, {})[operation.method.lower()] = _operation(operation, schemas, examples)
    _ref(Failed, schemas)
    schemas["GivenArticle"]["additionalProperties"] = True
    failure = {"description": "What went wrong.", "content": _json({"$ref": "#/components/schemas/Failed"})}
    return {
        "openapi": "3.1.0",
        "info": _INFO,
        "security": [{}, {"token": []}],
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "responses": {"Failed": failure},
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "`dateline user token NAME` makes one. Alone at 127.0.0.1 none is needed.",
                }
            },
        },
    }


def _operation(operation: Operation, schemas: Document, examples: Mapping[str, Example]) -> Document:
    answer = _json(_ref(operation.gives, schemas))
    key = f"{operation.method} {operation.path}"
    if key in examples:
        answer["application/json"]["example"] = examples[key].answer
    rule = rule_of(operation.method, ROOT + operation.path)
    responses: Document = {str(operation.status): {"description": "The answer.", "content": answer}}
    if operation.method == "GET":
        responses["304"] = {"description": "You have it: the ETag named in If-None-Match is that of the answer."}
    for status, words in _FAILURES.items():
        responses[status] = {"$ref": "#/components/responses/Failed", "description": f"{words}."}
    told = inspect.cleandoc(operation.handler.__doc__ or "")
    made: Document = {
        "operationId": operation.handler.__name__,
        "summary": told.partition(". ")[0].rstrip("."),
        "description": f"{told}\n\nNeeds the role `{rule.role}`." if rule else told,
        "parameters": [*_of_path(operation), *_of_query(operation, schemas)],
        "responses": responses,
    }
    if operation.takes:
        body = _json(_ref(operation.takes, schemas))
        if key in examples:
            body["application/json"]["example"] = examples[key].body
        schemas[operation.takes.__name__]["required"] = _needed(operation.takes)
        made["requestBody"] = {"required": True, "content": body}
    return made


def _needed(taken: type) -> list[str]:
    """The fields without which it is not taken."""
    return [one.name for one in dataclasses.fields(taken) if one.default is dataclasses.MISSING]


_OF_PATH = {
    "story": "The story's id.",
    "entry": "The line's id.",
    "mark": "The mark's number.",
    "search": "The saved search's number.",
}


def _of_path(operation: Operation) -> Iterator[Document]:
    for name, kind in re.findall(r"\{(\w+)(?::(\w+))?\}", operation.path):
        schema = {"type": "integer", "minimum": 0} if kind == "int" else {"type": "string"}
        yield {"name": name, "in": "path", "required": True, "description": _OF_PATH[name], "schema": schema}


def _of_query(operation: Operation, schemas: Document) -> Iterator[Document]:
    for asked in operation.asks:
        noun = asked if isinstance(asked, type) else type(asked)
        properties = _into(schemas, generate(noun))["properties"]
        for field in dataclasses.fields(noun):
            schema = dict(properties[field.name])
            told = schema.pop("description", "")
            default = field.default if asked is noun else getattr(asked, field.name)
            required = default is dataclasses.MISSING
            if not required and default not in (None, "", frozenset()):
                schema["default"] = default
            yield {
                "name": field.name,
                "in": "query",
                "required": required,
                "description": told,
                "schema": _without_null(schema),
            }


def _without_null(schema: Document) -> Document:
    """The schema of a parameter, which is there or is not: no address can hold null."""
    written = [one for one in schema.pop("anyOf", [schema]) if one != {"type": "null"}]
    return {**written[0], **schema}


def _ref(noun: type, schemas: Document) -> Document:
    schemas[noun.__name__] = _into(schemas, generate(noun))
    return {"$ref": f"#/components/schemas/{noun.__name__}"}


def _into(schemas: Document, schema: Document) -> Document:
    """A schema whose definitions are put among the others."""
    del schema["$schema"]
    definitions = schema.pop("$defs")
    for name, of in definitions.items():
        schemas[name] = _moved(of)
    moved: Document = _moved(schema)
    return moved


def _moved(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _moved(value)
            for key, value in schema.items()
        }
    return [_moved(one) for one in schema] if isinstance(schema, list) else schema


def _json(schema: Document) -> Document:
    return {"application/json": {"schema": schema}}


def written(document: Document) -> str:
    """A description as it is shipped."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    from dateline.web.api.routes import OPERATIONS

    Path(str(_SHIPPED)).write_text(written(described(OPERATIONS, examples_of(OPERATIONS))), "utf-8")
