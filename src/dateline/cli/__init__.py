"""The command line: a module for each command, which calls the library and writes what comes back."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, NoReturn

import typer

from dateline import __version__
from dateline.cli import (
    add,
    annotate,
    changes,
    events,
    fetch,
    keeping,
    mark,
    mcp,
    read,
    search,
    serve,
    statuses,
    stories,
    timeline,
    user,
    watch,
)
from dateline.cli.running import as_command

# Objects made before Python looks for cycles among them: a timeline makes millions and hardly a cycle, and looking for
# them every 700 objects took a tenth of the time, for the same memory.
_BEFORE_COLLECTION = 100_000

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Plain help: that in colours takes longer to import than all else it does.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Turns dated news articles into a sourced timeline: what happened, what was said and by whom, what is "
    "planned, denied or called off, on which day, each line tied to the passage it rests on.",
    epilog="\b\nExit status:\n" + "\n".join(f"{status:>4}  {meaning}" for status, meaning in statuses.MEANINGS.items()),
)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


def _add(command: Callable[..., None], examples: Sequence[str], name: str | None = None, to: typer.Typer = app) -> None:
    epilog = "\b\nExamples:\n" + "\n".join(f"  {line}" for line in examples)
    to.command(name, epilog=epilog)(as_command(command))


_add(timeline.timeline, timeline.EXAMPLES)
_add(changes.changes, changes.EXAMPLES)
_add(events.events, events.EXAMPLES)
_add(annotate.annotate, annotate.EXAMPLES)
_add(read.read, read.EXAMPLES)
_add(fetch.fetch, fetch.EXAMPLES)
_add(watch.watch, watch.EXAMPLES)
_add(add.add, add.EXAMPLES)
_add(stories.stories, stories.EXAMPLES)
_add(search.search, search.EXAMPLES)
_add(serve.serve, serve.EXAMPLES)
_add(mcp.mcp, mcp.EXAMPLES)
_users = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Who may log in to what `dateline serve` shows.")
_add(user.add, user.ADD_EXAMPLES, to=_users)
_add(user.token, user.TOKEN_EXAMPLES, to=_users)
_add(user.people, user.LIST_EXAMPLES, "list", to=_users)
_add(user.remove, user.REMOVE_EXAMPLES, to=_users)
app.add_typer(_users, name="user")
_add(keeping.reread, keeping.REREAD_EXAMPLES)
_add(keeping.export, keeping.EXPORT_EXAMPLES)
_add(keeping.check, keeping.CHECK_EXAMPLES)


_marks = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=mark.HELP, epilog=mark.EPILOG)
for _name, (_command, _examples) in mark.COMMANDS.items():
    _add(_command, _examples, _name, _marks)
app.add_typer(_marks, name="mark")


def main() -> None:
    """The `dateline` command."""
    _hold_closed_streams()
    signal.signal(signal.SIGTERM, _terminate)
    gc.set_threshold(_BEFORE_COLLECTION, *gc.get_threshold()[1:])
    app()


def _hold_closed_streams() -> None:
    """Put nothing in the place of standard streams that are closed, so that no file of ours takes it."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def _terminate(_signal: int, _frame: object) -> NoReturn:
    """End as an error does, so that nothing half written stays and no other process either."""
    sys.exit(statuses.TERMINATED)
