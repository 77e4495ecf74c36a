"""The counters of an archive: `revision`, which every batch and every act raises, and `looked`."""

from sqlalchemy import Connection, select, update

from dateline.archive.database.schema import state


def counter(connection: Connection, key: str) -> int:
    """One of the archive's counters."""
    return int(connection.execute(select(state.c.value).where(state.c.key == key)).scalar_one())


def raised(connection: Connection) -> int:
    """The number of the revision that is about to be written, which is one more than the last."""
    revision = counter(connection, "revision") + 1
    connection.execute(update(state).where(state.c.key == "revision").values(value=revision))
    return revision
