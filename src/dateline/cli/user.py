"""`dateline user`: who may log in to what `dateline serve` shows; passwords come from the terminal or a pipe."""

import getpass
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.running import Run, say
from dateline.errors import OptionError

HELP = "Who may log in to what `dateline serve` shows."
EPILOG = ""

Users = Annotated[Path, typer.Option(metavar="FILE", help="The file of those who may log in.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name they log in by.", show_default=False)]


def add(
    *,
    name: Name,
    role: Annotated[str, typer.Option(metavar="ROLE", help="read, mark (and read) or add (and mark).")] = "read",
    users: Users = Path("users.json"),
    run: Run,
) -> None:
    """Let somebody log in, or give them another password and role. The password is asked for, or read from a pipe."""
    from dateline.web.access.people import with_person
    from dateline.web.access.roles import Role

    if role not in list(Role):
        raise OptionError(f"there is no role {role!r}. Use read, mark or add")
    with_person(users, name, _password(), Role(role))
    if not run.quiet:
        say(f"{name} may log in with {users}")


def token(*, name: Name, users: Users = Path("users.json"), run: Run) -> None:
    """A new token of somebody for the API, written once: it is not kept, only its hash is."""
    from dateline.web.access.people import with_token

    typer.echo(with_token(users, name))


def people(*, users: Users = Path("users.json"), run: Run) -> None:
    """Who may log in: a line each, name and role."""
    from dateline.web.access.people import read

    for person in read(users).values():
        typer.echo(f"{person.name}\t{person.role}")


def remove(*, name: Name, users: Users = Path("users.json"), run: Run) -> None:
    """Let somebody log in no more: sessions and tokens end at once."""
    from dateline.web.access.people import without_person

    without_person(users, name)
    if not run.quiet:
        say(f"{name} may log in no more")


COMMANDS: Mapping[str, tuple[Callable[..., None], Sequence[str]]] = {
    "add": (
        add,
        ("dateline user add ada --role mark", "echo $PASSWORD | dateline user add bo --users users.json"),
    ),
    "token": (token, ("dateline user token ada",)),
    "list": (people, ("dateline user list",)),
    "remove": (remove, ("dateline user remove bo",)),
}
"""What can be done, each with its examples."""


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != first:
        raise OptionError("the two passwords are not the same. Begin again")
    return first
