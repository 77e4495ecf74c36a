"""A file name or an address in, a database that is ready out; whatever is wrong with it is one clear sentence.

SQLite writes ahead (WAL) and waits for the disk (`synchronous=FULL`), so that what was reported as added survives a
power cut; PostgreSQL does so by itself.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

from dateline.archive.database.migrating import brought_up, revision_of
from dateline.archive.database.whole import is_cut_off
from dateline.errors import ArchiveError, OptionError

# Seconds to wait for another process that writes.
_PATIENCE = 60
# The number of the lock by which PostgreSQL has one writer at a time: any that nobody else takes.
_WRITER = 0x0DA7E11E
# How an address of PostgreSQL begins, with the one driver that comes with Dateline.
_SERVER = "postgresql+psycopg"


def connected(where: str | Path, read_only: bool = False) -> Engine:
    """The database of an archive, made or brought up to the present schema where it is not.

    Raises ArchiveError where there is none to be had.
    """
    address = str(where)
    engine = _server(address, read_only) if "://" in address else _file(Path(where), read_only)
    try:
        with told(address):
            _ready(engine, address, read_only)
    except ArchiveError:
        engine.dispose()
        raise
    return engine


def is_sqlite(engine: Engine) -> bool:
    """Whether the archive is a file."""
    return engine.dialect.name == "sqlite"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees the archive as it stands now."""
    with told(_name(engine)), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: the only one at its time. All of it is kept, or nothing."""
    with told(_name(engine)), engine.connect() as connection, connection.begin():
        if is_sqlite(engine):
            connection.execute(text("BEGIN IMMEDIATE"))
        else:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER})
        yield connection


@contextmanager
def told(where: str) -> Iterator[None]:
    """What a database complains of, as an ArchiveError; of what was asked, that there is no such thing."""
    try:
        yield
    except (OverflowError, DataError) as error:
        raise OptionError(
            "there is nothing like that: it holds a number or a character no archive has room for"
        ) from error
    except (DBAPIError, sqlite3.Error) as error:
        raise ArchiveError(where_of(where), *_reason(error)) from error


def where_of(address: str) -> str:
    """An address as it may be shown: without its password."""
    head, _, rest = address.partition("://")
    login, at, host = rest.rpartition("@")
    return f"{head}://{login.split(':', 1)[0]}@{host}" if at else address


def _name(engine: Engine) -> str:
    return engine.url.database or "" if is_sqlite(engine) else engine.url.render_as_string(hide_password=True)


def _file(path: Path, read_only: bool) -> Engine:
    if not read_only and not path.parent.is_dir():
        raise ArchiveError(str(path), "its folder is not there", "Make the folder, or name another archive")
    if path.is_dir():
        raise ArchiveError(str(path), "it is a folder", "Name a file")
    if read_only and not (path.exists() and path.stat().st_size):
        raise ArchiveError(str(path), "there is no such archive", "`dateline add` makes one")
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\0":
                raise ArchiveError(str(path), "it is not an archive", "Name another file")
        if is_cut_off(path):
            raise ArchiveError(str(path), *_DAMAGED)
    writable = all(os.access(one, os.W_OK) for one in (path.parent, *([path] if path.exists() else [])))
    if not read_only and not writable:
        raise ArchiveError(str(path), *_NOT_PERMITTED)
    # SQLite makes files beside one that is written ahead, where it may. One that nobody has open is whole by itself.
    still = not writable and not path.with_name(f"{path.name}-wal").exists()
    # A connection each time: a process that is forked must not share one.
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=NullPool,
        creator=lambda: sqlite3.connect(
            f"file:{quote(str(path))}{'?immutable=1' if still else ''}", uri=True, timeout=_PATIENCE
        ),
    )

    @event.listens_for(engine, "connect")
    def _set(connection: Any, _: object) -> None:
        # SQLAlchemy begins transactions, not the driver, which would begin them too late.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA cache_size=-65536")
        cursor.close()

    return engine


def _server(address: str, read_only: bool) -> Engine:
    arguments = {"options": "-c default_transaction_read_only=on"} if read_only else {}
    remedy = "Use a file, or postgresql+psycopg://user:password@host/database"
    try:
        if make_url(address).drivername != _SERVER:
            raise ArchiveError(where_of(address), "it is not an address of an archive", remedy)
        return create_engine(address, pool_pre_ping=True, pool_size=2, connect_args=arguments)
    except ArgumentError as error:
        raise ArchiveError(where_of(address), "it is not an address of an archive", remedy) from error
    except ModuleNotFoundError as error:
        remedy = "`pip install 'dateline[postgres]'` brings it"
        raise ArchiveError(where_of(address), f"the driver {error.name} is not installed", remedy) from error


def _ready(engine: Engine, where: str, read_only: bool) -> None:
    """Bring the schema up; refuse one that is newer than this program, and what holds something else: it is let be."""
    known = revision_of(engine)
    if known == "other":
        raise ArchiveError(where_of(where), "another program keeps its tables there", "Name another archive")
    if known == "unknown":
        remedy = "Bring Dateline up to date: pip install --upgrade dateline"
        raise ArchiveError(where_of(where), "a newer Dateline has made it", remedy)
    if known != "present" and read_only:
        raise ArchiveError(where_of(where), "it is of an older Dateline", "`dateline check` brings it up to date")
    if is_sqlite(engine) and not read_only:
        with engine.connect() as connection:
            connection.execute(text("PRAGMA journal_mode=WAL"))
    if known != "present":
        brought_up(engine)


def _reason(error: BaseException) -> tuple[str, str]:
    """What is wrong and what to do, of what a database says."""
    said = " ".join(str(getattr(error, "orig", None) or error).split())
    low = said.lower()
    for words, problem, remedy in _KNOWN:
        if any(word in low for word in words):
            return problem, remedy
    kind = "it does not answer" if isinstance(error, OperationalError) else "it refuses"
    return f"{kind} ({said[:200]})", "Nothing of what was reported as added is lost. Try again"


_NOT_PERMITTED = ("writing to it is not permitted", "Allow writing to the file and to its folder")
_DAMAGED = ("it is damaged", "Restore it from a copy, or from what `dateline export` wrote")
_KNOWN = (
    (("readonly", "read-only"), *_NOT_PERMITTED),
    (("full", "no space"), "the disk is full", "Make room and start again: what was reported as added is kept"),
    (
        ("disk i/o error",),
        "the disk cannot be written or read",
        "See whether it is full, at a limit or broken, and start again: what was reported as added is kept",
    ),
    (("malformed", "not a database", "could not decode"), *_DAMAGED),
    (("database is locked",), "another process writes to it without end", "Wait for it, or end it"),
    (("password", "authentication"), "the user or the password is wrong", "Correct the address"),
    (("unable to open",), "it cannot be opened", "Check the name and who may read it"),
    (("does not exist",), "there is no such database", "Make it with createdb, or correct the address"),
    (
        ("connection", "terminating", "closed", "server"),
        "the server does not answer",
        "Start it or check the address, then start again: what was reported as added is kept",
    ),
)
