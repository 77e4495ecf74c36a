"""`dateline fetch`: addresses in, a folder of their pages out, which the other commands read."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.running import Run, say
from dateline.errors import InputError, NothingToRead

EXAMPLES = (
    "dateline fetch https://meridian.example/talks https://harbour.example/2 -o pages",
    "dateline fetch addresses.txt -o pages",
)


def fetch(
    *,
    urls: Annotated[
        list[str],
        typer.Argument(
            metavar="URL",
            help="Addresses, or files that hold some: one a line, or a table with a column url.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder the pages are written to.")
    ] = Path("fetched"),
    run: Run,
) -> None:
    """Pages of the web into a folder, each once: beside `watch` the only command that opens connections.

    One request at a time for each host, as its robots.txt allows; no machine of a private network is reached. A page
    that is there already is asked for again only if it has changed.
    """
    from dateline.fetching.fetch import Fetcher
    from dateline.fetching.folder import Folder
    from dateline.fetching.lists import addresses

    wanted = addresses(urls)
    folder = Folder(output)
    fetcher = Fetcher()
    kept = unchanged = 0
    with run.progress("fetching") as progress:
        for number, address in enumerate(wanted, 1):
            try:
                page = fetcher.fetch(address, folder.known(address))
                if page.status == 304:
                    unchanged += 1
                else:
                    folder.keep(page)
                    kept += 1
            except InputError as error:
                run.problems.append(error)
            if progress:
                progress(number, len(wanted))
    if not kept and not unchanged:
        raise NothingToRead("nothing was fetched")
    if not run.quiet:
        say(f"{kept} fetched, {unchanged} unchanged, in {output}")
