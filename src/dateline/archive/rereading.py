"""Readings made by another version of the analysis in, read again out, a batch at a time."""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection, Engine, Row, bindparam, delete, select, update

from dateline.archive.database.connecting import reading, writing
from dateline.archive.database.rows import article_of
from dateline.archive.database.schema import told, versions
from dateline.archive.filing import features_packed
from dateline.archive.kept import Kept, kept
from dateline.archive.versions import tell
from dateline.errors import OutdatedReading
from dateline.reading.article import unpack

_BATCH = 200


def reread(engine: Engine, processes: int | None = None) -> int:
    """Read again every version whose reading does not fit, or is not there. Returns how many were read.

    What an article is known by is kept anew, too; which story it was put to stays.
    """
    count = 0
    with reading(engine) as connection:
        outdated = list(_outdated(connection))
    waiting = iter(outdated)
    while part := list(islice(waiting, _BATCH)):
        with reading(engine) as connection:
            rows = [row._mapping for row in connection.execute(select(versions).where(versions.c.id.in_(part))).all()]
        read = [
            (row["id"], outcome)
            for row, (_, outcome) in zip(rows, kept([article_of(row) for row in rows], processes), strict=True)
            if isinstance(outcome, Kept)
        ]
        with writing(engine) as connection:
            for version, outcome in read:
                keep(connection, version, outcome)
        count += len(read)
    return count


def keep(connection: Connection, version: int, read: Kept) -> None:
    """Keep the reading of a version in place of the one before."""
    connection.execute(
        update(versions)
        .where(versions.c.id == bindparam("version"))
        .values(reading=bindparam("packed"), features=bindparam("known_by")),
        {"version": version, "packed": read.reading, "known_by": features_packed(read.features)},
    )
    connection.execute(delete(told).where(told.c.version == version))
    tell(connection, [(version, read)])


def _outdated(connection: Connection) -> Iterator[int]:
    """The ids of versions whose reading does not fit."""
    last = 0
    while rows := connection.execute(
        select(versions).where(versions.c.id > last).order_by(versions.c.id).limit(_BATCH)
    ).all():
        for row in rows:
            last = row.id
            if not fits(row):
                yield row.id


def fits(row: Row[tuple[object, ...]]) -> bool:
    """Whether the reading of a version is there and is of this analysis and this text."""
    if row.reading is None:
        return False
    try:
        unpack(article_of(row._mapping), row.reading)
    except OutdatedReading:
        return False
    return True
