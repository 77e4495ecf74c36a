"""`dateline events`: articles in, one coded row an event out, merged across the articles that tell it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.input import parts, story_of
from dateline.cli.options import FilesOrStory, Output, Since, Until, Work
from dateline.cli.output import format_among, opened
from dateline.cli.running import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.model import Article

EXAMPLES = (
    "dateline events examples/summit/articles",
    "dateline events corpus.jsonl --status all -o events.tsv",
    "dateline events corpus.jsonl --keep work.db -o events.parquet",
    "dateline events --story 1 --archive news.db -o events.csv",
    "dateline events examples/storm/articles --format dictionary -o dictionary.md",
)


class Standing(StrEnum):
    """Which rows are written, by how the event stands."""

    DONE = "done"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Coding:
    """What of the events is written."""

    status: Annotated[
        Standing,
        typer.Option(
            metavar="done|all",
            help="`all` writes what is planned, demanded, denied, called off or only claimed, too.",
        ),
    ] = Standing.DONE
    all_mentions: Annotated[
        bool, typer.Option("--all-mentions", help="One row for each report instead of one for each event.")
    ] = False
    keep: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Keep what was read in this file: a run that was stopped goes on from there, and later articles are "
            "added to it.",
            show_default=False,
        ),
    ] = None


def events(
    *,
    given: FilesOrStory,
    output: Output,
    since: Since = None,
    until: Until = None,
    coding: Coding,
    work: Work,
    run: Run,
) -> None:
    """Event rows in the PLOVER ontology: who did what to whom, where and when, with status, sources and passage.

    Formats: tsv (the columns of POLECAT, then our own), csv, jsonl (PLOVER's names), parquet, pairs (a row for each
    actor with each recipient), dictionary (what the columns hold).
    """
    from dateline.writers.event_rows import FORMATS, write_rows

    format_ = format_among(FORMATS, output)
    if format_ == "dictionary":
        with opened(output.path) as put:
            write_rows((), format_, lambda content: put(content, ""))
        return

    from dateline.pipeline import event_rows
    from dateline.request import Request
    from dateline.timeline.changes.versions import readable

    request = Request(since=since, until=until, parse=work.parse, processes=work.processes)
    articles: Iterable[Article]
    if of_archive := story_of(given):
        with of_archive as story:
            articles = readable(story.articles(), None)
    else:
        articles = parts(given, output.path, run)
    with run.asking(request) as asked, opened(output.path) as put:
        rows = event_rows(
            articles,
            asked,
            done_only=coding.status is Standing.DONE,
            all_mentions=coding.all_mentions,
            store=coding.keep,
        )
        write_rows(rows, format_, lambda content: put(content, ""))
