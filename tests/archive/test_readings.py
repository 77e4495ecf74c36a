from dateline import Request
from dateline.archive.archive import Archive
from dateline.model import Article
from dateline.pipeline import timeline_of

SURFACE = Request(parse=False)


def test_a_reading_of_another_version_is_read_again(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    from sqlalchemy import update

    from dateline.archive.database.connecting import writing
    from dateline.archive.database.schema import versions

    with writing(archive._engine) as connection:
        connection.execute(update(versions).values(reading=b"en\0" + b"0" * 40))
    ferry = [article for article in pile if article.id.startswith("f")]
    assert archive.story(1).timeline(SURFACE) == timeline_of(ferry, SURFACE)
    assert archive.reread() == 3
    assert archive.reread() == 0
