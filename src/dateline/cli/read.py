"""`dateline read`: files of any format in, articles in Dateline's own format out, to be looked at and mended."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.input import account
from dateline.cli.options import Input, Output
from dateline.cli.output import format_of, opened
from dateline.cli.running import Run, say

if TYPE_CHECKING:
    from dateline.readers import ReadResult

EXAMPLES = (
    "dateline read pile/ -o articles.jsonl",
    "dateline read export.docx feed.xml table.xlsx --explain",
    "dateline read table.csv --columns text=Body,published=Day -o articles.jsonl",
)

# Columns of the table of files, and the longest name that is shown whole.
_NAME = 60


def read(
    *,
    given: Input,
    output: Output,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say for each article what its day, its outlet and its title came from.")
    ] = False,
    run: Run,
) -> None:
    """Files of any format as articles in Dateline's own format, one JSON object a line.

    A table on standard error says what was read, as what, and what was left aside. Articles in languages that are not
    analysed are written too. Formats: jsonl.
    """
    format_of("articles", output)
    result = account(given, output.path, run, other_languages=True)

    from dateline.writers.articles import article_line

    with opened(output.path) as put:
        for article in result.articles:
            put(article_line(article), article.id)
    if not run.quiet:
        for line in _table(result):
            say(line)
    if explain:
        for line in _explained(result):
            say(line)


def _table(result: "ReadResult") -> Iterator[str]:
    """What came of each file."""
    rows: list[Sequence[str]] = [("file", "read as", "articles", "left out")]
    for file in result.files:
        what = ", ".join(file.kinds) if not file.aside else f"left aside: {file.aside}"
        rows.append((_short(file.name), what or "not read", str(file.articles), str(file.left_out or "")))
    widths = [max(len(row[i]) for row in rows) for i in range(2)]
    for row in rows:
        yield f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:>8}  {row[3]:>8}".rstrip()


def _short(name: str) -> str:
    return name if len(name) <= _NAME else f"…{name[-_NAME + 1 :]}"


def _explained(result: "ReadResult") -> Iterator[str]:
    for article in result.articles:
        told = result.told.get(article.read_from, {})
        parts = [
            f"{label} {getattr(article, field) or 'not known'} ({told[field]})"
            if field in told
            else f"{label} {getattr(article, field) or 'not known'}"
            for field, label in (("published", "day"), ("source", "outlet"), ("title", "title"))
        ]
        excerpt = ", an excerpt" if article.excerpt else ""
        yield f"{article.read_from}: {told.get('read as', 'text')}{excerpt}; {'; '.join(parts)}"
