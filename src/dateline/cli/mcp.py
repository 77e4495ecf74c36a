"""`dateline mcp`: an archive for assistants, over standard input and output."""

from typing import Annotated

import typer

from dateline.cli.options import Place
from dateline.cli.running import Run
from dateline.errors import OptionError

EXAMPLES = (
    "dateline mcp",
    "dateline mcp --archive news.db",
    "claude mcp add dateline -- dateline mcp --archive /home/ada/news.db",
)


def mcp(
    *,
    place: Place,
    parse: Annotated[
        bool | None,
        typer.Option(
            "--parse/--no-parse",
            help="Whether timelines rest on a dependency parse. If not given, they do when the parser is installed.",
            show_default=False,
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Let it add articles and mark lines, too; under your name, as an assistant.")
    ] = False,
    run: Run,
) -> None:
    """Lets an assistant ask an archive, over the Model Context Protocol: search, stories, timelines, changes, articles,
    evidence.

    A program starts it and speaks to it over standard input and output. The archive is only read, unless told
    otherwise.
    """
    try:
        import anyio

        from dateline.web.assistants.server import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"anyio", "mcp", "mcp_types"}:
            raise
        remedy = "`pip install 'dateline[mcp]'` brings it, in a clone `pip install '.[mcp]'`"
        raise OptionError(f"the Model Context Protocol is not installed. {remedy}") from None
    from dateline.archive import open as open_archive
    from dateline.web.desk import Desk
    from dateline.web.settings import Settings

    run.note_missing_parser(parse)
    settings = Settings(parse=parse)
    with open_archive(place.archive, read_only=not write) as archive:
        writes_as = f"{settings.owner} (assistant)" if write else None
        anyio.run(server(Desk(archive, settings), writes_as=writes_as).run_stdio_async)
