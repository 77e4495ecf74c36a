"""The command line: a module for each command, which calls the library and writes what comes back."""

import gc
import os
import signal
import sys
from collections import UserDict
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup
from typer.main import get_command

from dateline import __version__
from dateline.cli import statuses
from dateline.cli.running import as_command

# Objects made before Python looks for cycles among them: a timeline makes millions and hardly a cycle, and looking for
# them every 700 objects took a tenth of the time, for the same memory.
_BEFORE_COLLECTION = 1_000_000

# From a command to its module, in which it is a function of its name, and to what that calls its examples there.
_COMMANDS: Mapping[str, tuple[str, str]] = {
    "timeline": ("timeline", "EXAMPLES"),
    "changes": ("changes", "EXAMPLES"),
    "events": ("events", "EXAMPLES"),
    "annotate": ("annotate", "EXAMPLES"),
    "read": ("read", "EXAMPLES"),
    "fetch": ("fetch", "EXAMPLES"),
    "watch": ("watch", "EXAMPLES"),
    "add": ("add", "EXAMPLES"),
    "stories": ("stories", "EXAMPLES"),
    "search": ("search", "EXAMPLES"),
    "serve": ("serve", "EXAMPLES"),
    "mcp": ("mcp", "EXAMPLES"),
    "reread": ("keeping", "REREAD_EXAMPLES"),
    "export": ("keeping", "EXPORT_EXAMPLES"),
    "check": ("keeping", "CHECK_EXAMPLES"),
}
# Modules each of whose COMMANDS is a command of one that has the module's name.
_GROUPS = ("user", "mark")


class _Made(UserDict[str, Any]):
    """Each command by its name, imported and made when it is asked for: to make them all takes longer than one runs."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys((*_COMMANDS, *_GROUPS)))

    def __getitem__(self, name: str) -> Any:
        if name in self.data and self.data[name] is None:
            self.data[name] = get_command(_of_one(name) if name in _COMMANDS else _of_group(name))
            self.data[name].name = name
        return self.data[name]


class _Commands(TyperGroup):
    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Made()


app = typer.Typer(
    name="dateline",
    cls=_Commands,
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


def _of_one(name: str) -> typer.Typer:
    where, examples = _COMMANDS[name]
    module = import_module(f"dateline.cli.{where}")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    _add(alone, name, getattr(module, name), getattr(module, examples))
    return alone


def _of_group(name: str) -> typer.Typer:
    module = import_module(f"dateline.cli.{name}")
    group = typer.Typer(
        add_completion=False, no_args_is_help=True, rich_markup_mode=None, help=module.HELP, epilog=module.EPILOG
    )
    for one, (command, examples) in module.COMMANDS.items():
        _add(group, one, command, examples)
    return group


def _add(to: typer.Typer, name: str, command: Callable[..., None], examples: Sequence[str]) -> None:
    epilog = "\b\nExamples:\n" + "\n".join(f"  {line}" for line in examples)
    to.command(name, epilog=epilog)(as_command(command))


def main() -> None:
    """The `dateline` command."""
    _hold_closed_streams()
    signal.signal(signal.SIGTERM, _terminate)
    gc.set_threshold(_BEFORE_COLLECTION, *gc.get_threshold()[1:])
    try:
        app()
    finally:
        # On its way out Python looks for cycles among all that is left, which takes a tenth of a small run. The memory
        # goes back at once with the process: what is frozen is not looked at.
        gc.freeze()


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
