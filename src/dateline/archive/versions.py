"""Versions of articles in, with what was read of them; rows of the archive out: a whole batch at a time."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert

from dateline.archive.database.rows import row_of
from dateline.archive.database.schema import told, versions
from dateline.archive.filing import features_packed
from dateline.archive.kept import Kept
from dateline.errors import InputError
from dateline.model import Article

Read = tuple[Article, Kept | InputError]
"""An article with what is kept of its reading, or with the reason why there is none."""


def keep(connection: Connection, given: Sequence[Read], added: Sequence[tuple[str, int]]) -> list[int]:
    """Keep versions. Returns their numbers, in order. `added` has of each when it was, and as of which revision."""
    rows = [
        {
            **row_of(article),
            "added": moment,
            "added_at": revision,
            "reading": read.reading if isinstance(read, Kept) else None,
            "features": features_packed(read.features) if isinstance(read, Kept) else None,
        }
        for (article, read), (moment, revision) in zip(given, added, strict=True)
    ]
    if not rows:
        return []
    made = insert(versions).returning(versions.c.id, sort_by_parameter_order=True)
    numbers = list(connection.execute(made, rows).scalars())
    tell(connection, [(number, read) for number, (_, read) in zip(numbers, given, strict=True)])
    return numbers


def tell(connection: Connection, read: Sequence[tuple[int, Kept | InputError]]) -> None:
    """Keep what versions tell of, by which they are searched."""
    rows = [
        {"version": version, "kind": kind, "value": value}
        for version, kept in read
        if isinstance(kept, Kept)
        for kind, value in kept.told
    ]
    if rows:
        connection.execute(insert(told), rows)
