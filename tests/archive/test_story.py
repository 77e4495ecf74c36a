import datetime as dt

from dateline import Request
from dateline.archive.archive import Archive
from dateline.model import Article
from dateline.pipeline import timeline_of

SURFACE = Request(parse=False)


def test_the_timeline_is_that_of_the_files(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    ferry = [article for article in pile if article.id.startswith("f")]
    assert archive.story(1).timeline(SURFACE) == timeline_of(ferry, SURFACE)


def test_changes_since_a_day(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    changes = archive.story(1).changes(dt.date(2023, 10, 15), SURFACE)
    assert "2023-10-18" in {change.date.value for change in changes.changes if change.kind == "new"}
