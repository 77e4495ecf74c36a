import datetime as dt

from dateline import Request
from dateline.archive.archive import Archive
from dateline.model import Article
from sample_stories import article

SURFACE = Request(parse=False)


def test_the_articles_of_a_story_by_day(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    assert archive.days([1]) == {1: {dt.date(2023, 10, day): 1 for day in (14, 15, 18)}}


def test_what_came_since_a_reader_looked(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    assert archive.fresh([1], "ada") == {}
    archive.story(1).changes_for("ada", SURFACE)
    assert archive.fresh([1], "ada") == {1: 0}
    archive.add([article("f4", "2023-10-20", "Norden Lines pays", "Norden Lines will pay, it said.")], story="1")
    assert archive.fresh([1], "ada") == {1: 1}
    assert archive.fresh([1], "bo") == {}


def test_what_is_planned_for_some_days(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    summit = next(story.id for story in archive.stories() if "s1" in story.articles)
    archive.story(summit).timeline(SURFACE)
    week = archive.ahead(dt.date(2023, 10, 18), dt.date(2023, 10, 24))
    assert ("scheduled", dt.date(2023, 10, 20)) in {(line.status, line.first) for line in week}
    assert archive.ahead(dt.date(2023, 10, 21), dt.date(2023, 10, 24)) == []


def test_the_state_changes_with_articles_and_with_a_persons_hand(archive: Archive, pile: list[Article]) -> None:
    states = [archive.state()]
    archive.add(pile)
    states.append(archive.state())
    archive.add(pile)
    assert archive.state() == states[-1]
    archive.entitle(1, "Aurelia")
    states.append(archive.state())
    assert len(set(states)) == 3
