"""Timelines, changes, diaries, articles and annotations → text, one module a format, imported when it is asked for."""

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from dateline import model
from dateline.errors import OptionError
from dateline.writers.page import Page

if TYPE_CHECKING:
    from dateline.model import Annotation, Article, Changes, Diary, Marks, SearchResult, Stories, Timeline

__all__ = ["BINARY_FORMATS", "FORMATS", "write", "write_bytes"]

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
        "frontmatter": "markdown.write_with_front_matter",
        "timesketch": "timesketch.write_csv",
        "timesketchjsonl": "timesketch.write_jsonl",
        "ftm": "followthemoney.write_timeline",
        "ninjs": "ninjs.write_timeline",
        "csljson": "sources.write_csl",
        "ris": "sources.write_ris",
    },
    "changes": {
        "table": "table.write_changes",
        "json": "json.write_changes",
        "markdown": "markdown.write_changes",
        "csv": "csv.write_changes",
        "html": "html.write_changes",
        "atom": "atom.write_changes",
    },
    "diary": {
        "table": "table.write_diary",
        "json": "json.write_diary",
        "markdown": "markdown.write_diary",
        "csv": "csv.write_diary",
        "html": "html.write_diary",
        "atom": "atom.write_diary",
    },
    "articles": {
        "jsonl": "articles.write_articles",
    },
    "stories": {
        "table": "stories.write_stories",
        "json": "json.write_stories",
    },
    "search": {
        "table": "stories.write_search",
        "json": "json.write_search",
    },
    "marks": {
        "table": "marks.write_marks",
        "json": "json.write_marks",
    },
    "annotations": {
        "jsonl": "json.write_annotations",
        "timeml": "timeml.write_annotations",
    },
}

# Formats that are no text.
_BINARY: Mapping[str, Mapping[str, str]] = {
    result: {"xlsx": "sheet.write_xlsx", "parquet": "sheet.write_parquet"}
    for result in ("timeline", "changes", "diary")
}

# Formats that say of a line that a person hid it; from all others it is left out.
_TELL_WHAT_IS_HIDDEN = frozenset({"json", "csv", *_BINARY["timeline"]})

FORMATS: Mapping[str, tuple[str, ...]] = {result: tuple(formats) for result, formats in _WRITERS.items()}
"""The formats of each result: `timeline`, `changes`, `diary`, `articles`, `stories`, `search`, `marks`, `annotations`.

A terminal is given the first.
"""


BINARY_FORMATS: Mapping[str, tuple[str, ...]] = {result: tuple(formats) for result, formats in _BINARY.items()}
"""The formats that `write_bytes` writes beside them, by result."""


def write(
    result: "Timeline | Changes | Diary | Stories | SearchResult | Marks | Sequence[Article] | Iterable[Annotation]",
    format: str,  # noqa: A002 - the name the command line has for it
    *,
    articles: "Sequence[Article]" = (),
    width: int = 80,
    color: bool = False,
    ids: bool = False,
    most: int | None = None,
) -> str:
    """`result` as text in one of `FORMATS`.

    `articles` are those the result was made from, in any order and version: where a format has room for it, evidence
    is then shown inside its paragraph, and changes name the outlets. `width` (columns), `color` and `ids` (of
    lines, by which they are marked) are for the terminal; of changes, `most` of each section are shown where they are
    read and not computed with.

    Raises OptionError for a format this kind of result is not written in.
    """
    kind = _kind(result)
    if format not in _WRITERS[kind]:
        raise OptionError(f"{kind}: no format {format!r}; possible are {', '.join(FORMATS[kind])}")
    writer = cast(Callable[[object, Page], str], _writer(_WRITERS[kind][format]))
    shown = (
        result.without_hidden() if isinstance(result, model.Timeline) and format not in _TELL_WHAT_IS_HIDDEN else result
    )
    return writer(shown, Page(articles, width, color, ids, most))


def write_bytes(
    result: "Timeline | Changes | Diary",
    format: str,  # noqa: A002 - the name the command line has for it
    *,
    articles: "Sequence[Article]" = (),
) -> bytes:
    """`result` in one of `BINARY_FORMATS`: an Excel workbook or a Parquet table.

    Raises OptionError for another format, or where the library that writes it is not installed.
    """
    kind = _kind(result)
    if format not in _BINARY.get(kind, {}):
        raise OptionError(f"{kind}: no format {format!r}; possible are {', '.join(BINARY_FORMATS[kind])}")
    writer = cast(Callable[[object, Page], bytes], _writer(_BINARY[kind][format]))
    return writer(result, Page(articles))


def _kind(result: object) -> str:
    # Each noun is imported when the ones before it do not fit.
    match result:
        case model.Timeline():
            return "timeline"
        case model.Changes():
            return "changes"
        case model.Diary():
            return "diary"
        case model.Stories():
            return "stories"
        case model.SearchResult():
            return "search"
        case model.Marks():
            return "marks"
        case [model.Article(), *_]:
            return "articles"
    return "annotations"


def _writer(place: str) -> object:
    module, function = place.split(".")
    return getattr(importlib.import_module(f"dateline.writers.{module}"), function)
