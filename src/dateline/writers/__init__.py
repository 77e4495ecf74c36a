"""Timelines, changes, articles and annotations → text, one module a format, imported when it is asked for."""

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

from dateline.errors import OptionError
from dateline.model import Annotation, Article, Changes, Timeline
from dateline.writers.page import Page

__all__ = ["FORMATS", "write"]

# result → format → module of this package and function in it: (result, Page) → str.
_WRITERS: Mapping[str, Mapping[str, str]] = {
    "timeline": {
        "table": "table.write_timeline",
        "json": "json.write_timeline",
        "markdown": "markdown.write_timeline",
        "csv": "csv.write_timeline",
        "html": "html.write_timeline",
        "ics": "ics.write_timeline",
        "timelinejs": "timelinejs.write_timeline",
        "jsonld": "jsonld.write_timeline",
        "geojson": "geojson.write_timeline",
        "webannotation": "webannotation.write_timeline",
    },
    "changes": {
        "table": "table.write_changes",
        "json": "json.write_changes",
        "markdown": "markdown.write_changes",
        "csv": "csv.write_changes",
    },
    "articles": {
        "jsonl": "articles.write_articles",
    },
    "annotations": {
        "jsonl": "json.write_annotations",
        "timeml": "timeml.write_annotations",
    },
}

FORMATS: Mapping[str, tuple[str, ...]] = {result: tuple(formats) for result, formats in _WRITERS.items()}
"""The formats of each result: `timeline`, `changes`, `articles`, `annotations`. A terminal is given the first."""


def write(
    result: Timeline | Changes | Sequence[Article] | Iterable[Annotation],
    format: str,  # noqa: A002 - the name the command line has for it
    *,
    articles: Sequence[Article] = (),
    changes: Changes | None = None,
    width: int = 80,
    color: bool = False,
) -> str:
    """`result` as text in one of `FORMATS`.

    `articles` are those the result was made from, in any order and version: where a format has room for it, evidence
    is then shown inside its paragraph, and changes name the outlets. `changes` opens a timeline's page with what
    differs from an earlier one. `width` (columns) and `color` are for the terminal.

    Raises OptionError for a format this kind of result is not written in.
    """
    match result:
        case Timeline():
            kind = "timeline"
        case Changes():
            kind = "changes"
        case [Article(), *_]:
            kind = "articles"
        case _:
            kind = "annotations"
    if format not in _WRITERS[kind]:
        raise OptionError(f"{kind}: no format {format!r}; possible are {', '.join(FORMATS[kind])}")
    module, function = _WRITERS[kind][format].split(".")
    writer = cast(
        Callable[[object, Page], str], getattr(importlib.import_module(f"dateline.writers.{module}"), function)
    )
    return writer(result, Page(articles, changes, width, color))
