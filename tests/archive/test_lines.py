import datetime as dt

import pytest

from dateline import OptionError, Request
from dateline.archive.archive import Archive
from dateline.model import Article

SURFACE = Request(parse=False)


def test_lines_of_a_timeline_that_was_made_are_found(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    assert archive.search("questioned").entries == ()
    archive.story(1).timeline(SURFACE)
    [line] = archive.search("questioned").entries
    assert (line.story, line.first) == (1, dt.date(2023, 10, 18))


def test_the_story_of_a_line_is_known_by_the_beginning_of_its_id(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    ferry, summit = archive.story(1), next(story for story in archive.stories() if "s1" in story.articles)
    line = ferry.timeline(SURFACE).entries[0].id
    archive.story(summit.id).timeline(SURFACE)
    assert archive.story_with(line[:8]).id == 1
    with pytest.raises(OptionError, match="more than one story"):
        archive.story_with("")
    archive.join(1, summit.id)
    with pytest.raises(OptionError, match="no timeline"):
        archive.story_with(line)
