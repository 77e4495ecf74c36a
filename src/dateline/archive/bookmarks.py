"""How far each reader has seen a story: the revision of the archive as of which it was looked at."""

from sqlalchemy import Connection, delete, insert, select

from dateline.archive.database.schema import bookmarks


def seen(connection: Connection, reader: str, story: int) -> int | None:
    """The revision as of which a reader has seen a story; None where there was no look at it."""
    where = (bookmarks.c.reader == reader) & (bookmarks.c.story == story)
    return connection.execute(select(bookmarks.c.revision).where(where)).scalar()


def look_on(connection: Connection, reader: str, story: int, revision: int) -> None:
    """A reader has seen a story as of a revision."""
    where = (bookmarks.c.reader == reader) & (bookmarks.c.story == story)
    connection.execute(delete(bookmarks).where(where))
    connection.execute(insert(bookmarks).values(reader=reader, story=story, revision=revision))
