"""`dateline stories`: an archive in, its stories out."""

import datetime as dt
from typing import Annotated

import typer

from dateline.cli.options import Output, Place, date
from dateline.cli.output import format_of, put
from dateline.cli.running import Run

EXAMPLES = (
    "dateline stories",
    "dateline stories --since 2019-04-20 --query ferry --format json",
)


def stories(
    *,
    place: Place,
    output: Output,
    since: Annotated[
        dt.date | None,
        typer.Option(parser=date, metavar="DATE", help="Only stories told on this day or later.", show_default=False),
    ] = None,
    query: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only stories with an article that this finds.", show_default=False),
    ] = None,
    run: Run,
) -> None:
    """The stories of an archive, the one told last first, with days, articles, outlets and what is ahead.

    Formats: table, json.
    """
    from dateline.archive import open as open_archive
    from dateline.model import Stories

    format_ = format_of("stories", output)
    with open_archive(place.archive, read_only=True) as archive:
        found = archive.stories(since=since, query=query)
    put(Stories(tuple(found)), format_, output.path, ())
