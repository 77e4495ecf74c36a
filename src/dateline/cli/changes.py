"""`dateline changes`: articles and a day in, what differs in their story since that day out."""

from dateline.cli.input import read, tell_of_later_ones
from dateline.cli.options import Input, Moment, Output, Shown, Work, requested
from dateline.cli.output import format_of, put
from dateline.cli.running import Run

EXAMPLES = (
    "dateline changes examples/summit/articles --since 2019-04-25",
    "dateline changes news/ --since 2019-04-23 --as-of 2019-04-25 --format json",
    "dateline changes news/ --since 2019-04-23 -o today.html",
)


def changes(*, given: Input, since: Moment, output: Output, shown: Shown, work: Work, run: Run) -> None:
    """What is new, confirmed, moved, called off or corrected since a day.

    Formats: table, json, markdown, csv, xlsx, parquet, html (the timeline's page, opened by what changed).
    """
    request = requested(shown, work)
    format_ = format_of("changes", output, "html")
    run.note_missing_parser(work.parse)
    articles = read(given, output.path, run)
    tell_of_later_ones(articles, request.as_of, run)

    from dateline.pipeline import compared

    with run.asking(request) as asked:
        found = compared(articles, since, asked)
    if format_ == "html":
        put(found.after, format_, output.path, articles, changes=found.changes)
    else:
        put(found.changes, format_, output.path, articles, mark=output.bom)
