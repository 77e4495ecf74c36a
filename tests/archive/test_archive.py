import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline import OptionError, Request, UnknownStory
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.model import Article
from dateline.pipeline import timeline_of

Members = Callable[[Archive], set[tuple[str, ...]]]
SURFACE = Request(parse=False)


def test_a_story_says_what_it_is(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    summit = next(story for story in archive.stories() if "s1" in story.articles)
    assert summit.title in {"Leaders of Varland and Ostria to meet in Brenn", "Treaty on the Soma is ready, Marek says"}
    assert (summit.outlets, summit.first, summit.last) == (1, dt.date(2023, 10, 14), dt.date(2023, 10, 17))
    assert summit.ahead >= 1


def test_stories_by_day_and_by_words(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    assert [s.articles for s in archive.stories(since=dt.date(2023, 10, 18))] == [("f1", "f2", "f3")]
    assert [s.articles for s in archive.stories(query="flour")] == [("b1",)]


def test_the_timeline_is_that_of_the_files(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    ferry = [article for article in pile if article.id.startswith("f")]
    assert archive.story(1).timeline(SURFACE) == timeline_of(ferry, SURFACE)


def test_lines_of_a_timeline_that_was_made_are_found(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    assert archive.search("questioned").entries == ()
    archive.story(1).timeline(SURFACE)
    [line] = archive.search("questioned").entries
    assert (line.story, line.first) == (1, dt.date(2023, 10, 18))


def test_changes_since_a_day(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    changes = archive.story(1).changes(dt.date(2023, 10, 15), SURFACE)
    assert "2023-10-18" in {change.date.value for change in changes.changes if change.kind == "new"}


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


def test_a_person_joins_splits_moves_and_entitles(archive: Archive, pile: list[Article], members: Members) -> None:
    archive.add(pile)
    new = archive.split(["f3"], by="ada")
    assert members(archive) == {("f1", "f2"), ("f3",), ("s1", "s2"), ("b1",)}
    assert archive.join(1, new, by="ada") == 1
    assert archive.story(new).id == 1
    archive.move("b1", 1, by="ada")
    assert ("f1", "f2", "b1", "f3") in members(archive)
    archive.entitle(1, "The Aurelia", by="ada")
    archive.add([replace(pile[0], id="f9", text=pile[0].text + " It was the third ferry to sink.")])
    assert archive.story(1).noun.title == "The Aurelia"
    assert archive.check().broken == ()


def test_what_a_person_split_is_not_joined_again(archive: Archive, pile: list[Article], members: Members) -> None:
    archive.add(pile)
    archive.split(["f3"], by="ada")
    archive.add([replace(pile[0], id="x", text="Apples are cheap this year, growers in Tolm say.", title="Apples")])
    assert ("f3",) in members(archive)


def test_an_unknown_story_is_told(archive: Archive) -> None:
    with pytest.raises(UnknownStory, match="no story '7'"):
        archive.story("7")
    with pytest.raises(OptionError, match="no article nobody"):
        archive.split(["nobody"])


def test_two_open_archives_see_each_other(where: str, pile: list[Article], members: Members) -> None:
    with open_archive(where) as one, open_archive(where) as other:
        for number, article in enumerate(pile):
            (one, other)[number % 2].add([article])
        assert members(one) == members(other) == {("f1", "f2", "f3"), ("s1", "s2"), ("b1",)}


def test_a_reading_of_another_version_is_read_again(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    from sqlalchemy import update

    from dateline.archive.connecting import writing
    from dateline.archive.schema import versions

    with writing(archive._engine) as connection:
        connection.execute(update(versions).values(reading=b"en\0" + b"0" * 40))
    ferry = [article for article in pile if article.id.startswith("f")]
    assert archive.story(1).timeline(SURFACE) == timeline_of(ferry, SURFACE)
    assert archive.reread() == 3
    assert archive.reread() == 0
