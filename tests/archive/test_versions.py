from sqlalchemy import select

from dateline.archive.archive import Archive
from dateline.archive.database.connecting import reading, writing
from dateline.archive.kept import kept
from dateline.archive.versions import keep
from dateline.errors import UnreadableInput
from dateline.model import Article


def test_versions_are_numbered_in_the_order_given_and_known_by_what_they_tell(
    archive: Archive, pile: list[Article]
) -> None:
    from dateline.archive.database.schema import articles, told, versions

    unread = UnreadableInput("x", "it cannot be read", "Leave it")
    given = [*[*kept(pile, 1)][:3], (pile[3], unread)]
    with writing(archive._engine) as connection:
        numbers = keep(connection, given, [("2024-01-02", revision) for revision in (1, 1, 2, 2)])
        rows = [{"id": article.id, "newest": number} for (article, _), number in zip(given, numbers, strict=True)]
        connection.execute(articles.insert(), rows)
    with reading(archive._engine) as connection:
        found = connection.execute(select(versions).order_by(versions.c.id)).all()
        days = connection.execute(select(told.c.version).where(told.c.value == "2023-10-14")).scalars().all()
    assert [(row.id, row.article, row.added_at) for row in found] == [
        (number, article.id, revision)
        for number, (article, _), revision in zip(numbers, given, (1, 1, 2, 2), strict=True)
    ]
    assert [row.reading is None for row in found] == [False, False, False, True]
    assert set(days) == {row.id for row in found if row.article in {"f1", "f2"}}


def test_no_versions_are_kept_of_nothing(archive: Archive) -> None:
    with writing(archive._engine) as connection:
        assert keep(connection, [], []) == []
