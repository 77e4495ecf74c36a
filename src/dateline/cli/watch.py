"""`dateline watch`: feeds in, the articles of their new items in an archive, once or again and again."""

import datetime as dt
import re
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Place
from dateline.cli.output import opened
from dateline.cli.running import Run, say
from dateline.errors import InputError, OptionError

if TYPE_CHECKING:
    from dateline.archive.adding import Added

EXAMPLES = (
    "dateline watch https://meridian.example/feed.xml feeds.opml --every 15m",
    "dateline watch --once --quiet",
    "dateline watch --opml feeds.opml",
)
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}


def length(text: str) -> dt.timedelta:
    """A length of time as a user writes it. Raises BadParameter."""
    match = re.fullmatch(r"([1-9]\d{0,5})([smhd])", text)
    if not match:
        raise typer.BadParameter(f"{text!r} is not a length of time. Use a number with s, m, h or d, for example 15m")
    return dt.timedelta(seconds=int(match[1]) * _UNITS[match[2]])


def watch(
    *,
    feeds: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FEED-OR-FILE]...",
            help="Addresses of feeds, or files that hold some: OPML, one a line, or a table with a column url. "
            "If none is given, all that the archive watches.",
            show_default=False,
        ),
    ] = None,
    place: Place,
    every: Annotated[
        dt.timedelta,
        typer.Option(
            parser=length, metavar="TIME", help="How long to wait between two rounds: 15m, 2h.", show_default="15m"
        ),
    ] = "15m",  # type: ignore[assignment]
    once: Annotated[bool, typer.Option("--once", help="One round alone, for cron.")] = False,
    opml: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write the feeds that the archive watches as OPML, and end.", show_default=False
        ),
    ] = None,
    forget: Annotated[
        bool, typer.Option("--forget", help="Watch the feeds given no more. Their articles stay.")
    ] = False,
    run: Run,
) -> None:
    """Watch feeds: their new items are fetched, kept in the archive and put to stories; ends on SIGTERM.

    A line for each article is written when it is safe, as `add` does. A feed is remembered, and asked only whether it
    has changed. One that fails is named, and asked again later each time. One request at a time for each host, as its
    robots.txt allows; no machine of a private network is reached.
    """
    from dateline.archive import open as open_archive
    from dateline.fetching.fetch import Fetcher
    from dateline.fetching.lists import addresses
    from dateline.fetching.opml import written
    from dateline.fetching.watching import Stop, Watch

    given = addresses(feeds or ())
    with open_archive(place.archive) as archive, opened(opml) as put:
        if opml:
            put(written(archive.feeds.all()), "")
            return
        if forget:
            run.note(f"{archive.feeds.forget(given)} feeds are watched no more")
            return
        if not given and not archive.feeds.all():
            raise OptionError("no feed is watched. Name one: its address, or a file of addresses")

        def tell(one: "Added") -> None:
            if one.problem is None and not run.quiet:
                put(f"{one.became}\t{one.article}\t{'' if one.story is None else one.story}\n", one.article)

        def leave_out(problem: InputError) -> None:
            if once:
                run.problems.append(problem)
            else:
                say(f"left out: {problem}")

        stop = Stop()
        watching = Watch(
            archive, Fetcher(), every, lambda: dt.datetime.now(dt.UTC), stop=stop, told_of=tell, left_out=leave_out
        )
        before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            watching.rounds(given, once=once)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
    if stop.is_given and not run.quiet:
        say("stopped")
