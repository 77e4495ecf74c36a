"""The options of the commands, in bundles that several commands share; each option with its help and its check.

A bundle is a dataclass with a field for each option; `dateline.cli.running` opens the bundles that a command takes.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.request import Depth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Article, Timeline
    from dateline.request import Request

# A number of days, of which a calendar has room for.
_DAYS = re.compile(r"(\d{1,6})\s*d(?:ays?)?")


def date(text: str) -> dt.date:
    """A calendar day as the command line takes it."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date. Use YYYY-MM-DD, for example 2019-04-25") from None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier moment: a day, a number of days before the newest article, or when a reader looked last."""

    day: dt.date | None = None
    days: int = 0
    is_last_look: bool = False

    def than(self, articles: "Sequence[Article]", as_of: dt.date | None) -> dt.date:
        """The day at whose end it lies."""
        if self.day:
            return self.day
        out = [a.available for a in articles if a.available and (as_of is None or a.available <= as_of)]
        return max(out, default=dt.date.min + dt.timedelta(days=self.days)) - dt.timedelta(days=self.days)


def earlier(text: str) -> Earlier:
    """An earlier moment as the command line takes it: `2019-04-25`, `7d`, `last`."""
    if text == "last":
        return Earlier(is_last_look=True)
    if found := _DAYS.fullmatch(text):
        return Earlier(days=int(found[1]))
    try:
        return Earlier(dt.date.fromisoformat(text))
    except ValueError:
        wanted = "Use YYYY-MM-DD, for example 2019-04-25, or a number of days, for example 7d"
        raise typer.BadParameter(f"{text!r} is neither a date nor a number of days. {wanted}") from None


def _day_option(text: str) -> Any:
    return typer.Option(parser=date, metavar="DATE", help=text, show_default=False)


class Grain(StrEnum):
    """How exact the date of an entry must be for it to be shown."""

    ANY = "any"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Input:
    """Which articles are read."""

    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.", show_default=False),
    ]
    published: Annotated[
        dt.date | None, _day_option("Publication day of the articles that do not give one themselves.")
    ] = None
    undated: Annotated[
        bool,
        typer.Option(
            "--undated",
            help="Keep articles without a publication day; only dates that are given in full count in them.",
        ),
    ] = False
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD=COLUMN,…",
            help="Which columns of a table hold what: text=Body,published=Day. Else their names tell.",
            show_default=False,
        ),
    ] = None
    map: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help='Which values of JSON hold what, as TOML: text = "article.body", published = "meta.date".',
            show_default=False,
        ),
    ] = None


Archive = Annotated[
    str,
    typer.Option(
        metavar="FILE-OR-URL",
        envvar="DATELINE_ARCHIVE",
        help="The archive: a file, or postgresql+psycopg://user@host/database.",
    ),
]


@dataclass(frozen=True, slots=True)
class Place:
    """Which archive is meant."""

    archive: Archive = "dateline.db"


@dataclass(frozen=True, slots=True)
class FilesOrArchive(Input):
    """Which articles are shown: those of files, or all of an archive."""

    paths: Annotated[
        list[str],
        typer.Argument(metavar="[PATH]...", help="Files, folders, globs, or - for standard input.", show_default=False),
    ] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FilesOrStory(Input):
    """Which articles are read: those of files, or those of a story of an archive."""

    paths: Annotated[
        list[str],
        typer.Argument(metavar="[PATH]...", help="Files, folders, globs, or - for standard input.", show_default=False),
    ] = field(default_factory=list)
    story: Annotated[
        str | None,
        typer.Option(metavar="ID", help="A story of the archive, instead of files.", show_default=False),
    ] = None
    archive: Archive = "dateline.db"


@dataclass(frozen=True, slots=True)
class Output:
    """How the result is written, and where."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="How to write the result. If not given, the output file's suffix decides, else the first format.",
            show_default=False,
        ),
    ] = None
    path: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to this file instead of standard output.", show_default=False
        ),
    ] = None
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin CSV with a byte-order mark, by which Excel knows that it is UTF-8.")
    ] = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a story is shown."""

    as_of: Annotated[dt.date | None, _day_option("Only articles published by the end of this day.")] = None
    query: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT",
            help="Show first what tells of these words. May be given several times.",
            show_default=False,
        ),
    ] = None
    level: Annotated[
        Depth | None,
        typer.Option(
            metavar="key|normal|all",
            help="`key`: what the story is about; `normal`: and what belongs to it; `all`: every dated statement. If "
            "not given, as many as the pile allows, and what a reader is shown has the background at its end.",
            show_default=False,
        ),
    ] = None
    granularity: Annotated[
        Grain, typer.Option(metavar="any|day", help="`day` leaves out entries dated to a week, a month or a year.")
    ] = Grain.ANY
    title: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="Title of the timeline. If not given, the headline that fits best, or who and what most name.",
            show_default=False,
        ),
    ] = None


class Only(StrEnum):
    """Which lines are wanted, by what persons did to them."""

    STARRED = "starred"


class Without(StrEnum):
    """Which lines are not wanted, by what persons did to them."""

    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class ByHand:
    """Which lines are shown, by what persons did to them."""

    only: Annotated[
        Only | None,
        typer.Option(metavar="starred", help="Of a story of an archive, only the starred lines.", show_default=False),
    ] = None
    without: Annotated[
        Without | None,
        typer.Option(
            metavar="hidden",
            help="Leave hidden lines out of JSON, CSV, xlsx and Parquet, too; the other formats never have them.",
            show_default=False,
        ),
    ] = None

    def of(self, timeline: "Timeline") -> "Timeline":
        """The timeline with these lines."""
        wanted = timeline.starred() if self.only else timeline
        return wanted.without_hidden() if self.without else wanted


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a timeline is shown."""

    dates: Annotated[
        int | None,
        typer.Option(metavar="N", help="Show at most N dates. If not given, the story decides.", show_default=False),
    ] = None
    sentences: Annotated[
        int | None, typer.Option(metavar="N", help="Show at most N entries for each date.", show_default=False)
    ] = None


@dataclass(frozen=True, slots=True)
class Work:
    """How the work is done."""

    parse: Annotated[
        bool | None,
        typer.Option(
            "--parse/--no-parse",
            help="Whether to parse the sentences shown, which tells status and speaker better. "
            "If not given, they are parsed when the parser is installed.",
            show_default=False,
        ),
    ] = None
    processes: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="Use at most N processes for many articles. If not given, one for each core.",
            show_default=False,
        ),
    ] = None


Since = Annotated[dt.date | None, _day_option("Only events on this day or later.")]
Until = Annotated[dt.date | None, _day_option("Only events on this day or earlier.")]
Moment = Annotated[
    Earlier | None,
    typer.Option(
        parser=earlier,
        metavar="DATE|Nd|last",
        help="The earlier moment: the end of this day, or so many days before the newest article (7d); with "
        "--story also when this reader looked last.",
        show_default=False,
    ),
]
Layers = Annotated[
    str, typer.Option(metavar="LAYER,…", help="Which layers to write: times, attributions, events, names, coding.")
]


def requested(
    shown: Shown, work: Work, room: Room | None = None, since: dt.date | None = None, until: dt.date | None = None
) -> "Request":
    """What these options ask of the library. Raises OptionError for what it cannot do."""
    from dateline.request import Request

    return Request(
        title=shown.title,
        dates=room.dates if room else None,
        sentences=room.sentences if room else None,
        since=since,
        until=until,
        queries=tuple(shown.query or ()),
        level=shown.level,
        days_only=shown.granularity is Grain.DAY,
        as_of=shown.as_of,
        parse=work.parse,
        processes=work.processes,
    )
