"""`dateline add`: files in, their articles kept in an archive, each line told when it is safe."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.input import account
from dateline.cli.options import Input, Place, Work
from dateline.cli.output import opened
from dateline.cli.running import Run, say

if TYPE_CHECKING:
    from dateline.archive.adding import Added

EXAMPLES = (
    "dateline add news/ --archive news.db",
    "cat articles.jsonl | dateline add -",
    "dateline add reports/ --story 'Port Selm ferry'",
)


def add(
    *,
    given: Input,
    place: Place,
    story: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="File them by hand under a story, by its id or a name of yours.", show_default=False
        ),
    ] = None,
    work: Work,
    run: Run,
) -> None:
    """Read articles and keep them in an archive: new ones, newer versions; what is known is passed over.

    A line for each article is written when it is safe: `new`, `version` or `known`, its id and its story. Stopped at
    any moment, the same command takes up where it ended. An empty archive takes back what `dateline export` wrote.
    """
    from dateline.archive import open as open_archive

    if export := _export(given.paths):
        with open_archive(place.archive) as archive, export.open(encoding="utf-8") as lines:
            restored = archive.restore(lines, str(export), work.processes)
        say(f"{restored} articles taken back from {export}")
        return
    result = account(given, None, run, other_languages=True)
    with open_archive(place.archive) as archive, opened(None) as put:

        def tell(one: "Added") -> None:
            if one.problem is None and not run.quiet:
                told = "" if one.story is None else str(one.story)
                put(f"{one.became}\t{one.article}\t{told}\n", one.article)

        added = archive.add(result.articles, story=story, by=getpass.getuser(), processes=work.processes, told_of=tell)
    run.problems += added.left_out
    for gone, into in added.joined:
        run.note(f"story {gone} has grown together with {into}")
    for whole, part in added.parted:
        run.note(f"story {whole} has fallen apart: a part of it is story {part} now")
    if not run.quiet:
        left_out = len(run.problems)
        say(f"{added.new} new, {added.versions} new versions, {added.known} known, {left_out} left out")


def _export(paths: list[str]) -> Path | None:
    """The file, where the one that is given holds an export."""
    from dateline.archive.exporting import is_export

    if len(paths) != 1 or not (path := Path(paths[0])).is_file():
        return None
    with path.open("rb") as file:
        return path if is_export(file.readline(200).decode("utf-8", "replace")) else None
