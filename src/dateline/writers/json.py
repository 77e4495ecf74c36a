"""JSON: the nouns as they stand in `model/`, a field a key, in the order of the fields."""

import dataclasses
import datetime as dt
import json
import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.errors import OptionError
from dateline.writers.page import Page

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from dateline.model import Annotation, Changes, Diary, Marks, SearchResult, Stories, Timeline

# Characters JSON lets stand that a terminal or a reader of the raw file may stumble over: DEL and the C1 controls, line
# separators, directional formatting; and the two that YAML, which JSON is too, has no place for. Escaped, the value is
# the same.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
# Lone surrogates are no characters: they cannot be encoded, and many readers refuse their escape (RFC 8259, 8.2).
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(noun: Any) -> Any:
    """A noun as objects, arrays, strings and numbers: days in ISO 8601, a `Span` as `[start, end]`."""
    if dataclasses.is_dataclass(noun):
        values = ((field, getattr(noun, field.name)) for field in dataclasses.fields(noun))
        return {
            field.name: plain(value)
            for field, value in values
            if not (value is None and field.metadata.get("omit_none"))
        }
    if isinstance(noun, tuple):
        return [plain(item) for item in noun]
    if isinstance(noun, dt.date):
        return noun.isoformat()
    return noun


def write_timeline(timeline: "Timeline", page: Page) -> str:
    """A timeline as one JSON object."""
    return dump(timeline, indent=2)


def write_changes(changes: "Changes", page: Page) -> str:
    """Changes as one JSON object."""
    return dump(changes, indent=2)


def write_diary(diary: "Diary", page: Page) -> str:
    """A diary as one JSON object."""
    return dump(diary, indent=2)


def write_stories(stories: "Stories", page: Page) -> str:
    """Stories as one JSON object."""
    return dump(stories, indent=2)


def write_search(result: "SearchResult", page: Page) -> str:
    """A page of what a search found as one JSON object."""
    return dump(result, indent=2)


def write_marks(marks: "Marks", page: Page) -> str:
    """Marks as one JSON object."""
    return dump(marks, indent=2)


def write_annotations(annotations: "Iterable[Annotation]", page: Page) -> str:
    """Annotations as JSON Lines: one object a line, in the order given."""
    return "".join(annotation_line(annotation) for annotation in annotations)


def annotation_line(annotation: "Annotation") -> str:
    """One annotation as one line, with its line break."""
    return dump(annotation, indent=None)


def read_timeline(json_text: str) -> "Timeline":
    """The timeline that `write_timeline` wrote; OptionError when it is not one."""
    from pydantic import ValidationError  # noqa: PLC0415 - slow to import, and only reading needs it

    try:
        return _timeline_reader().validate_json(json_text)
    except ValidationError as error:
        raise OptionError(f"not a timeline as Dateline writes it: {error}") from error


@cache
def _timeline_reader() -> "TypeAdapter[Timeline]":
    from pydantic import TypeAdapter  # noqa: PLC0415

    from dateline.model import Timeline  # noqa: PLC0415 - most runs have no need of it

    return TypeAdapter(Timeline)


def dump(noun: object, indent: int | None) -> str:
    """A noun, or an object of plain values, as JSON with a line break behind it."""
    text = json.dumps(plain(noun), ensure_ascii=False, indent=indent, allow_nan=False)
    text = _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return _LONE_SURROGATE.sub("\ufffd", text) + "\n"
