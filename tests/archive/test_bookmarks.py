from dateline import Request
from dateline.archive.archive import Archive
from dateline.model import Article

SURFACE = Request(parse=False)


def test_changes_since_a_reader_looked_last(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile[:3])
    story = archive.story(1)
    assert story.changes_for("ada", SURFACE).changes
    assert story.changes_for("ada", SURFACE).changes == ()
    archive.add(pile)
    assert "2023-10-18" in {change.date.value for change in story.changes_for("ada", SURFACE, look_on=False).changes}
    assert story.changes_for("ada", SURFACE).changes
    assert story.changes_for("ada", SURFACE).changes == ()
    assert len(story.changes_for("bo", SURFACE).changes) > 1


def test_what_came_late_is_news_for_a_reader(archive: Archive, pile: list[Article]) -> None:
    archive.add([article for article in pile if article.id in {"f2", "f3"}])
    archive.story(1).changes_for("ada", SURFACE)
    archive.add(pile[:1])
    assert "f1" in archive.story(1).noun.articles
    changed = archive.story(1).changes_for("ada", SURFACE).changes
    assert changed
    assert {evidence.article for change in changed for evidence in change.evidence} >= {"f1"}
