import datetime as dt
from typing import Any

import pytest

from dateline.archive.archive import Archive
from dateline.model import Article, Timeline
from dateline.pipeline import timeline_of_readings
from dateline.request import Request
from dateline.web.desk import Desk
from dateline.web.settings import Settings
from sample_stories import article


def test_a_timeline_is_made_once_for_each_state_of_its_story(archive: Archive) -> None:
    desk = Desk(archive, Settings(parse=False))
    first = desk.timeline(1)
    assert desk.timeline(1) is first
    more: Article = article(
        "f9", "2023-10-19", "Norden Lines pays", "The ferry company of Port Selm said on Thursday it would pay."
    )
    archive.add([more], story="1")
    assert desk.timeline(1) is not first
    assert "f9" in {one.id for one in desk.timeline(1).articles}


def test_changes_and_diaries_are_those_of_the_archive_made_once(archive: Archive) -> None:
    desk = Desk(archive, Settings(parse=False))
    since = dt.date(2023, 10, 15)
    changes = desk.changes(1, since)
    assert changes == archive.story(1).changes(since, Request(parse=False))
    assert desk.changes(1, since) is changes
    assert desk.changes(1, since, dt.date(2023, 10, 16)) != changes
    assert desk.diary(1) is desk.diary(1)
    assert [period.since for period in desk.diary(1).periods if period.changes] != []


def test_a_mark_does_not_make_a_story_be_read_again(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def counted(*given: Any) -> Timeline:
        made.append(1)
        return timeline_of_readings(*given)

    monkeypatch.setattr("dateline.archive.told.timeline_of_readings", counted)
    desk = Desk(archive, Settings(parse=False))
    entry = desk.timeline(1).entries[0]
    archive.story(1).mark("star", entry, by="ada")
    made.clear()
    marked = desk.timeline(1)
    assert marked.entries[0].hand
    assert made == []
    assert marked == archive.story(1).timeline(Request(parse=False))
