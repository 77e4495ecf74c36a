"""A lasting place for articles: their versions, readings and stories, searched and asked for timelines."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

__all__ = ["open"]


def open(  # noqa: A001 - `dateline.open`
    where: str | Path = "dateline.db",
    *,
    read_only: bool = False,
    now: Callable[[], dt.datetime] | None = None,
) -> "Archive":
    """Open an archive: a file, or an address such as `postgresql+psycopg://user@host/database`.

    It is made where it is not there, unless it is only to be read. `now` stands in for the clock. Raises ArchiveError
    where it cannot be used.
    """
    try:
        from dateline.archive.archive import Archive  # noqa: PLC0415 - only who keeps articles needs a database
    except ModuleNotFoundError as error:
        if error.name not in {"sqlalchemy", "alembic"}:
            raise
        remedy = "`pip install 'dateline[archive]'` brings it, in a clone `pip install '.[archive]'`"
        raise ArchiveError(str(where), f"{error.name} is not installed", remedy) from error
    return Archive(where, read_only=read_only, **({"now": now} if now else {}))
