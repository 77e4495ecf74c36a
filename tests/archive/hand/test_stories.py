"""What a person does to stories stands above the machine for good, and can be taken back: `archive/hand/filed.py`."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import OptionError, Request
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.model import Article, MarkKind
from sample_stories import FERRY, article

Members = Callable[[Archive], set[tuple[str, ...]]]
SURFACE = Request(parse=False)
APART = {("f1", "f2", "f3"), ("s1", "s2"), ("b1",)}


def _further(number: int) -> Article:
    """One more article of the ferry."""
    identity, _, title, text = FERRY[1]
    return replace(article(f"{identity}-{number}", f"2023-10-{16 + number}", title, text), source=f"Post {number}")


def test_each_act_is_a_mark_and_taking_it_back_puts_the_articles_where_they_were(
    archive: Archive, pile: list[Article], members: Members
) -> None:
    archive.add(pile)
    titles = {story.id: story.title for story in archive.stories()}
    placed = {article.id: archive.why(article.id) for article in pile}
    new = archive.split(["f3", "b1"], by="ada")
    archive.move("s2", new, by="ada")
    archive.join(1, new, by="bo")
    archive.entitle(1, "The Aurelia", by="bo")
    kinds = [mark.kind for mark in archive.marks()]
    assert kinds == ["split-story", "split-story", "move", "join-stories", "title"]
    assert {frozenset(own) for own in members(archive)} == {
        frozenset({"f1", "f2", "f3", "b1", "s2"}),
        frozenset({"s1"}),
    }
    with pytest.raises(OptionError, match="mark 4 put the same articles"):
        archive.undo(1)
    for number in (5, 4, 3, 2, 1):
        archive.undo(number, by="cy")
    assert members(archive) == APART
    assert {story.id: story.title for story in archive.stories()} == titles
    assert {article.id: archive.why(article.id) for article in pile} == placed
    assert archive.marks() == []
    assert archive.check().broken == ()


def test_what_was_taken_back_can_be_done_again_and_taken_back_once_more(
    archive: Archive, pile: list[Article], members: Members
) -> None:
    archive.add(pile)
    new = archive.split(["f3"], by="ada", title="The captain")
    archive.move("s2", new, by="ada")
    archive.join(1, new, by="bo")
    archive.entitle(1, "The Aurelia", by="bo")
    after = {frozenset(own) for own in members(archive)}
    numbers = [mark.id for mark in archive.marks()]
    for number in reversed(numbers):
        archive.undo(number)
    assert members(archive) == APART
    # What is split again has a number of its own: what was put to it then cannot be put to it now.
    again = archive.redo(numbers[0], by="cy")
    assert (again.kind, again.by, again.id) == ("split-story", "cy", numbers[-1] + len(numbers) + 1)
    assert archive.story(again.stories[-1]).noun.title == "The captain"
    archive.join(1, again.stories[-1])
    archive.move("s2", 1)
    assert {frozenset(own) for own in members(archive)} == after
    assert archive.redo(numbers[-1]).values == ("The Aurelia",)
    assert archive.story(1).noun.title == "The Aurelia"
    with pytest.raises(OptionError, match=f"mark {again.id} is in force"):
        archive.redo(again.id)
    assert archive.check().broken == ()


def test_titles_go_back_to_the_one_before(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    machine = archive.story(1).noun.title
    archive.entitle(1, "One", by="ada")
    archive.entitle(1, "Two", by="bo")
    archive.undo(1)
    assert archive.story(1).noun.title == "Two"
    archive.undo(2)
    assert archive.story(1).noun.title == machine


def test_a_timeline_is_called_as_a_person_called_the_story(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    archive.entitle(1, "The Aurelia", by="ada")
    assert archive.story(1).timeline(SURFACE).title == "The Aurelia"
    assert archive.story(1).timeline(Request(parse=False, title="Ferries")).title == "Ferries"


def test_an_article_that_was_moved_stays_and_its_stories_are_not_joined(
    archive: Archive, pile: list[Article], members: Members
) -> None:
    archive.add(pile)
    archive.move("f3", archive.split(["f2"], by="ada"), by="ada")
    for number in range(3):
        archive.add([_further(number)])
    [moved] = [story for story in archive.stories() if "f3" in story.articles]
    assert "f2" in moved.articles
    assert "f1" not in moved.articles


def test_what_is_apart_stays_so_when_a_story_goes_on_under_another_id(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    new = archive.split(["f3"], by="ada")
    [summit] = [story.id for story in archive.stories() if "s1" in story.articles]
    archive.join(summit, new, by="ada")
    from dateline.archive.database.connecting import reading
    from dateline.archive.filing import apart_by_hand

    with reading(archive._engine) as connection:
        assert apart_by_hand(connection) == {frozenset({1, min(summit, new)})}
    archive.undo(2)
    archive.undo(1)
    with reading(archive._engine) as connection:
        assert apart_by_hand(connection) == set()


def test_stories_that_a_person_joined_stay_one(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    [summit] = [story.id for story in archive.stories() if "s1" in story.articles]
    archive.join(1, summit, by="ada")
    archive.add([_further(0)])
    assert archive.story(summit).id == 1
    assert {"f1", "s1", "s2"} <= set(archive.story(1).noun.articles)


def test_marks_of_lines_go_with_their_articles(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    line = next(entry for entry in archive.story(1).timeline(SURFACE).entries if "questioned" in entry.headline)
    archive.story(1).mark("star", line, by="ada")
    archive.story(1).write("Mine", "2023-10-20", by="ada")
    new = archive.split(["f3"], by="ada")
    assert [mark.kind for mark in archive.story(new).marks() if mark.kind is MarkKind.STAR] == ["star"]
    assert [mark.kind for mark in archive.story(1).marks() if mark.lines] == ["write"]
    archive.join(1, new)
    assert {mark.kind for mark in archive.story(new).marks() if mark.lines} == {"star", "write"}


def test_a_story_that_was_opened_by_hand_is_not_unopened(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile, story="All of it", by="ada")
    [opened] = archive.marks()
    assert (opened.kind, opened.values) == ("open", ("All of it",))
    with pytest.raises(OptionError, match="cannot be taken back"):
        archive.undo(opened.id)


def test_an_export_of_the_first_form_is_taken_back(archive: Archive, pile: list[Article], tmp_path: Path) -> None:
    archive.add(pile)
    lines = [line.replace('"form": 2', '"form": 1') for line in archive.export()]
    what = json.dumps({"of": 1, "story": 2, "articles": ["f3"]})
    act = {"kind": "split", "what": what, "by": "ada", "at": "2024-01-02T03:04:05+00:00"}
    with open_archive(tmp_path / "other.db") as other:
        other.restore([*lines, json.dumps({"act": act})])
        [mark] = other.marks()
        assert (mark.id, mark.kind, mark.stories, mark.articles) == (1, "split-story", (1, 2), ("f3",))
