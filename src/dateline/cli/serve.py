"""`dateline serve`: an archive in, its pages and its API out, at an address of this machine."""

import dataclasses
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.input import account
from dateline.cli.options import FilesOrArchive, Input, Place, Work
from dateline.cli.running import Run, say
from dateline.errors import OptionError

if TYPE_CHECKING:
    from types import ModuleType

    from dateline.archive.archive import Archive

EXAMPLES = (
    "dateline serve examples/summit/articles",
    "dateline serve --archive news.db",
    "dateline serve --archive news.db --host 0.0.0.0 --name news.example --users users.json",
)

_PATIENCE = 1.0
"""Seconds until a page says that its story is being read: most are told in less."""


def serve(
    *,
    given: FilesOrArchive,
    place: Place,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address that is listened on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes a free one.")] = 8017,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A host name it is asked for by; repeatable.", show_default=False),
    ] = None,
    users: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Who may log in: `dateline user add` makes it.", show_default=False),
    ] = None,
    proxy_header: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The header in which a proxy on this machine names who asks.", show_default=False
        ),
    ] = None,
    https: Annotated[bool, typer.Option("--https", help="Browsers reach it by https, through a proxy.")] = False,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")] = False,
    work: Work,
    run: Run,
) -> None:
    """Pages and API on an archive, for a browser on this machine. Files that are named are shown at once, in an archive
    that is gone afterwards.

    Alone at 127.0.0.1 nobody logs in; any other address needs --users, or a proxy that says who asks.
    """
    serving = _serving()
    from dateline.archive import open as open_archive
    from dateline.web.app import app
    from dateline.web.settings import Settings

    settings = Settings(
        host=host,
        port=port,
        names=tuple(name or ()),
        users=users,
        proxy_header=proxy_header,
        https=https,
        parse=work.parse,
        patience=_PATIENCE,
    )
    with ExitStack() as stack:
        at = stack.enter_context(serving.listening(settings))
        where = place.archive
        if given.paths:
            where = str(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dateline-"))) / "dateline.db")
        archive = stack.enter_context(open_archive(where))
        if given.paths:
            _fill(archive, given, work, run)
        settings = dataclasses.replace(settings, port=at.getsockname()[1])
        address = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/"

        def ready(_: object) -> None:
            if not run.quiet:
                say(f"serving {'what was read' if given.paths else where} at {address} – stop with Ctrl+C")
            if not no_open and settings.is_loopback:
                import webbrowser

                webbrowser.open(address)

        serving.serve(app(archive, settings), at, ready)


def _fill(archive: "Archive", given: Input, work: Work, run: Run) -> None:
    """Put what is read into an archive that is made for it."""
    result = account(given, None, run, other_languages=True)
    with run.progress("adding") as progress:
        done = 0

        def tell(_: object) -> None:
            nonlocal done
            done += 1
            if progress:
                progress(done, len(result.articles))

        added = archive.add(result.articles, processes=work.processes, told_of=tell)
    run.problems += added.left_out


def _serving() -> "ModuleType":
    try:
        from dateline.web import serving
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("dateline"):
            raise
        raise OptionError(
            f"{error.name} is not installed. `pip install 'dateline[web]'` brings it, in a clone `pip install '.[web]'`"
        ) from error
    return serving
