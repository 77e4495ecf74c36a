"""The reference page of the commands, made from the command line itself.

`python -m dateline.cli.reference > docs/commands.md` writes it again; a test tells when that is due.
"""

from collections.abc import Iterator
from typing import Any

import typer.main

from dateline.cli import app, statuses

_OPENING = """\
# Commands

`dateline COMMAND --help` says the same in the terminal. This page is made from the command line;
`python -m dateline.cli.reference` prints it.

Every command takes files, folders, globs (in quotes, so that `**` reaches Dateline) and `-` for standard input. See
[reading](reading.md) for formats and dates, and [output](output.md) for every field that is written. Progress and notes
go to standard error, progress only when that is a terminal.
"""


def reference() -> str:
    """The page, as Markdown."""
    commands: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    lines = [_OPENING, "| exit status | means |", "|---|---|"]
    lines += [f"| {status} | {_cell(meaning)} |" for status, meaning in statuses.MEANINGS.items()]
    for name, command in commands.items():
        within = getattr(command, "commands", None)
        for more, one in within.items() if within else (("", command),):
            lines += ["", *_command(f"{name} {more}".strip(), one)]
    return "\n".join(lines) + "\n"


def _command(name: str, command: Any) -> Iterator[str]:
    yield from (f"## `dateline {name}`", "", " ".join(command.help.split()), "")
    yield from ("| option | what | default |", "|---|---|---|")
    for param in command.params:
        if param.param_type_name == "argument":
            yield f"| `{param.metavar}` | {_cell(param.help)} | |"
        elif not getattr(param, "hidden", False):
            yield f"| {_names(param)} | {_cell(param.help)} | {_default(param)} |"
    heading, *examples = command.epilog.removeprefix("\b\n").splitlines()
    yield from ("", heading, "", "```sh", *(line.strip() for line in examples), "```")


def _names(param: Any) -> str:
    metavar = "" if param.is_flag else f" {param.metavar or 'N'}"
    names = (
        f"`{name}{metavar if name.startswith('--') else ''}`" for name in [*reversed(param.opts), *param.secondary_opts]
    )
    return ", ".join(names).replace("|", "\\|")


def _default(param: Any) -> str:
    return f"`{param.default}`" if param.default else ""


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    typer.echo(reference(), nl=False)
