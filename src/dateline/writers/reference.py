"""The reference page of every output field, made from the shipped schemas and the columns of the CSV.

`python -m dateline.writers.reference > docs/output.md` writes it again; a test tells when that is due.
"""

from collections.abc import Iterable, Iterator, Mapping

from dateline.writers import FORMATS
from dateline.writers.csv import CHANGES_COLUMNS, TIMELINE_COLUMNS
from dateline.writers.schema import Schema, load

_OPENING = """\
# What Dateline writes

Every field of every output. Dates are ISO 8601 calendar days (proleptic Gregorian). Offsets are Unicode code points
into the article's text as read, end exclusive, so that `text[start:end]` is the passage. Text of the articles comes
out as that text in every format: mark-up in it is escaped, and control characters are shown by their Unicode pictures
(`␛` for ESC) where a format cannot carry them. JSON carries every character.

This page is made from the docstrings of `model/`; `python -m dateline.writers.reference` prints it.
"""
_SECTIONS = {
    "timeline": (
        "Timeline",
        "`dateline timeline --format json` writes one object. Its JSON Schema ships with the package as "
        "`dateline/writers/schemas/timeline.json`.",
    ),
    "changes": (
        "Changes",
        "`dateline changes --format json` writes one object. Its JSON Schema is `schemas/changes.json`; the nouns it "
        "shares with a timeline are described there.",
    ),
    "diary": (
        "Diary",
        "`dateline changes --each day --format json` writes one object, the changes of each day or week in turn. Its "
        "JSON Schema is `schemas/diary.json`.",
    ),
    "annotation": (
        "Annotations",
        "`dateline annotate` writes JSON Lines: an object a line, an article an object. The JSON Schema of a line is "
        "`schemas/annotation.json`.",
    ),
    "stories": (
        "Stories",
        "`dateline stories --format json` writes one object. Its JSON Schema is `schemas/stories.json`.",
    ),
    "search": (
        "What a search found",
        "`dateline search --format json` writes one object. Its JSON Schema is `schemas/search.json`.",
    ),
    "marks": (
        "Marks",
        "`dateline mark list --format json` writes one object. Its JSON Schema is `schemas/marks.json`.",
    ),
}
_CSV = """\
CSV follows RFC 4180, with a header row and CRLF line ends. A row is a passage: the entry's columns repeat on each of
its rows, so that rows can be counted by passage, by `entry` or by `article`. A text cell that a spreadsheet would run
as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line break, or with blanks or apostrophes before one of
these) has one apostrophe put in front; take that one away to have the text. Control characters are shown by their
pictures, one for one. Where every character counts, use the JSON.
"""


def reference() -> str:
    """The page, as Markdown."""
    described: set[str] = set()
    lines = [_OPENING, "## Formats", "", *_formats()]
    for result, (heading, opening) in _SECTIONS.items():
        lines += [f"## {heading}", "", opening, "", *_nouns(load(result), described)]
    lines += ["## CSV", "", _CSV]
    lines += ["### Columns of a timeline", "", *_table(("column", "meaning"), _code_first(TIMELINE_COLUMNS))]
    lines += ["### Columns of changes", "", *_table(("column", "meaning"), _code_first(CHANGES_COLUMNS))]
    return "\n".join(lines).rstrip() + "\n"


def _formats() -> Iterator[str]:
    yield from _table(
        ("result", "formats"),
        ((result, ", ".join(f"`{format_}`" for format_ in formats)) for result, formats in FORMATS.items()),
    )


def _nouns(schema: Schema, described: set[str]) -> Iterator[str]:
    """The noun of a schema and those it is made of, each noun once a page."""
    nouns = {schema["title"]: schema, **schema["$defs"]}
    for name in _reading_order(schema["title"], nouns):
        if name not in described:
            described.add(name)
            yield from _noun(name, nouns[name])


def _reading_order(first: str, nouns: Mapping[str, Schema]) -> list[str]:
    """A noun, then those it names, in the order it names them."""
    order = [first]
    for name in order:
        named = (_named(field) for field in nouns[name].get("properties", {}).values())
        order += [noun for noun in dict.fromkeys(named) if noun and noun not in order]
    return order


def _noun(name: str, schema: Schema) -> Iterator[str]:
    yield f"### {name}"
    yield ""
    yield _folded(schema["description"])
    yield ""
    if "properties" in schema:
        required = set(schema["required"])
        rows = (
            (f"`{key}`", _kind(field) + ("" if key in required else ", or absent"), _folded(field["description"]))
            for key, field in schema["properties"].items()
        )
        yield from _table(("key", "is", "meaning"), rows)
    elif "oneOf" in schema:
        yield from _table(
            ("value", "meaning"),
            ((f"`{word['const']}`", _folded(word["description"])) for word in schema["oneOf"]),
        )
    elif "enum" in schema:
        yield ", ".join(f"`{word}`" for word in schema["enum"]) + "."
        yield ""


def _kind(field: Schema) -> str:
    """What a field holds, in words."""
    if "anyOf" in field:
        return " or ".join(_kind(each) for each in field["anyOf"])
    if "$ref" in field:
        noun = _named(field)
        return f"[{noun}](#{noun.lower()})" if noun else ""
    if field["type"] == "array":
        return f"list of {_kind(field['items'])}"
    return str(field.get("format", field["type"]))


def _named(field: Schema) -> str | None:
    """The noun a field holds, one or many of; None when it holds none."""
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    inner = [*field.get("anyOf", ()), *([field["items"]] if "items" in field else [])]
    return next((noun for noun in map(_named, inner) if noun), None)


def _code_first(meanings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((f"`{name}`", meaning) for name, meaning in meanings.items())


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(row)} |"
    yield ""


def _folded(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    print(reference(), end="")
