"""`dateline changes`: articles and a day in, what differs in their story since that day out."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.input import read, story_of, tell_of_later_ones
from dateline.cli.options import LAST, FilesOrStory, Moment, Output, Shown, Work, requested
from dateline.cli.output import format_of, put
from dateline.cli.running import Run
from dateline.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Article

EXAMPLES = (
    "dateline changes examples/summit/articles --since 2019-04-25",
    "dateline changes news/ --since 2019-04-23 --as-of 2019-04-25 --format json",
    "dateline changes news/ --since 2019-04-23 -o today.html",
    "dateline changes --story 1 --since last --reader ada",
)


def changes(
    *,
    given: FilesOrStory,
    since: Moment,
    reader: Annotated[
        str, typer.Option(metavar="NAME", help="Whose bookmark `--since last` goes by, and puts forward.")
    ] = "me",
    output: Output,
    shown: Shown,
    work: Work,
    run: Run,
) -> None:
    """What is new, confirmed, moved, called off or corrected since a day, or since a reader looked last.

    Formats: table, json, markdown, csv, xlsx, parquet, html (the timeline's page, opened by what changed).
    """
    request = requested(shown, work)
    format_ = format_of("changes", output, "html")
    run.note_missing_parser(work.parse)
    articles: Sequence[Article]
    if of_archive := story_of(given):
        with of_archive as story, run.asking(request) as asked:
            articles = story.articles()
            tell_of_later_ones(articles, request.as_of, run)
            found = story.compared_for(reader, asked) if since == LAST else story.compared(since, asked)
    else:
        if since == LAST:
            raise OptionError("--since last is for a story of an archive, with --story. For files, give a day")
        articles = read(given, output.path, run)
        tell_of_later_ones(articles, request.as_of, run)

        from dateline.pipeline import compared

        with run.asking(request) as asked:
            found = compared(articles, since, asked)
    if format_ == "html":
        put(found.after, format_, output.path, articles, changes=found.changes)
    else:
        put(found.changes, format_, output.path, articles, mark=output.bom)
