import datetime as dt
import threading
from functools import partial

import pytest

from dateline.archive.archive import Archive
from dateline.model import Article
from dateline.request import Request
from dateline.web.desk import Desk, Warm
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


def test_only_so_much_is_kept() -> None:
    warm: Warm[str] = Warm(2)
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key

    for key in ("a", "b", "a", "c", "a", "b"):
        warm.get(key, partial(make, key))
    assert made == ["a", "b", "c", "b"]


def test_what_fails_is_not_kept() -> None:
    warm: Warm[int] = Warm(2)
    with pytest.raises(ZeroDivisionError):
        warm.get("a", lambda: 1 // 0)
    assert warm.get("a", lambda: 7) == 7


def test_a_thousand_who_ask_at_once_cost_one() -> None:
    warm: Warm[int] = Warm(2)
    begun, may_end = threading.Event(), threading.Event()
    made = []

    def make() -> int:
        made.append(1)
        begun.set()
        may_end.wait(10)
        return 7

    got: list[int] = []
    threads = [threading.Thread(target=lambda: got.append(warm.get("a", make))) for _ in range(20)]
    for thread in threads:
        thread.start()
    begun.wait(10)
    may_end.set()
    for thread in threads:
        thread.join()
    assert (got, made) == ([7] * 20, [1])
