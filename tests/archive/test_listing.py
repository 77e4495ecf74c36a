import datetime as dt

from dateline.archive.archive import Archive
from dateline.model import Article


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
