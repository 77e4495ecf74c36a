"""`dateline search`: words in, the articles and lines of timelines of an archive that hold them out."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from dateline.cli.options import Output, Place, date
from dateline.cli.output import format_of, put
from dateline.cli.running import Run

EXAMPLES = (
    "dateline search ferry sinking",
    "dateline search '\"Port Selm\" -strike div*' --from 2019-04-01 --sort newest",
    "dateline search --person Quill --format json",
)


def _text(metavar: str, told: str) -> Any:
    return typer.Option(metavar=metavar, help=told, show_default=False)


def _day(name: str, told: str) -> Any:
    return typer.Option(name, parser=date, metavar="DATE", help=told, show_default=False)


@dataclass(frozen=True, slots=True)
class Sifted:
    """What an article must be to be found, beside its words."""

    since: Annotated[dt.date | None, _day("--from", "Published on this day or later.")] = None
    until: Annotated[dt.date | None, _day("--to", "Published on this day or earlier.")] = None
    told: Annotated[dt.date | None, _day("--told", "Telling of this day.")] = None
    source: Annotated[str | None, _text("OUTLET", "Of this outlet.")] = None
    place_named: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="Naming this place.", show_default=False)
    ] = None
    person: Annotated[str | None, _text("NAME", "Naming this person, in full or by surname.")] = None
    status: Annotated[str | None, _text("STATUS", "Of lines of timelines: `scheduled`, `denied` and so on.")] = None
    story: Annotated[int | None, _text("ID", "Of this story.")] = None


def search(
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...",
            help='Words, "phrases", -without, prefix*. Without any, all is found.',
            show_default=False,
        ),
    ] = None,
    place: Place,
    output: Output,
    sifted: Sifted,
    sort: Annotated[str, typer.Option(metavar="relevance|newest|oldest", help="In which order.")] = "relevance",
    limit: Annotated[int, typer.Option(metavar="N", help="How many on a page.")] = 10,
    cursor: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The next page, as the page before names it.", show_default=False)
    ] = None,
    run: Run,
) -> None:
    """Articles that hold what is sought, each by one sentence, and lines of timelines; with counts over all found.

    Lines of timelines are found once the timeline of their story was made. Formats: table, json.
    """
    from dateline.archive import open as open_archive
    from dateline.archive.searching.search import Filters

    format_ = format_of("search", output)
    filters = Filters(
        source=sifted.source,
        since=sifted.since,
        until=sifted.until,
        told=sifted.told,
        place=sifted.place_named,
        person=sifted.person,
        status=sifted.status,
        story=sifted.story,
    )
    with open_archive(place.archive, read_only=True) as archive:
        found = archive.search(" ".join(words or ()), filters=filters, sort=sort, limit=limit, cursor=cursor)
    put(found, format_, output.path, ())
