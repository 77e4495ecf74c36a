"""The reference page of the commands, made from the command line itself.

`python -m dateline.cli_reference > docs/commands.md` writes it again; a test tells when that is due.
"""

from typing import Any

import typer.main

from dateline.cli import app

_OPENING = """\
# Commands

`dateline COMMAND --help` says the same in the terminal. This page is made from the command line;
`python -m dateline.cli_reference` prints it.

Every command takes files, folders, globs (quoted, so that `**` reaches Dateline) and `-` for standard input; see
[reading](reading.md) for formats and dates, [output](output.md) for every field that is written. Progress goes to
standard error and only when that is a terminal.

| exit status | means |
|---|---|
| 0 | everything was read |
| 1 | the output is there, and something was left out: each piece is named on standard error with the reason |
| 2 | there is no output: nothing could be read, or an option cannot be met |
"""


def reference() -> str:
    """The page, as Markdown."""
    commands: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    lines = [_OPENING]
    for name, command in commands.items():
        lines += [f"## `dateline {name}`", "", " ".join(command.help.split()), ""]
        lines += ["| option | what | default |", "|---|---|---|"]
        for param in command.params:
            if param.param_type_name == "argument":
                lines.append(f"| `{param.metavar}` | {_cell(param.help)} | |")
            elif not getattr(param, "hidden", False):
                lines.append(f"| {_names(param)} | {_cell(param.help)} | {_default(param)} |")
        heading, *examples = command.epilog.split("\n\n")
        lines += ["", heading, "", "```sh", *(line.strip("`") for line in examples), "```", ""]
    return "\n".join(lines).rstrip() + "\n"


def _names(param: Any) -> str:
    metavar = "" if param.is_flag else f" {param.metavar or 'N'}"
    names = (
        f"`{name}{metavar if name.startswith('--') else ''}`" for name in [*reversed(param.opts), *param.secondary_opts]
    )
    return ", ".join(names).replace("|", "\\|")


def _default(param: Any) -> str:
    return f"`{param.default}`" if param.default not in {None, False, ""} else ""


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    typer.echo(reference(), nl=False)
