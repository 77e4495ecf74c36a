"""A story that takes long to read keeps nobody waiting: a page says so at once, programs are told when to ask again."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from browsing import Browser
from dateline.archive.archive import Archive
from dateline.archive.story import ArchivedStory
from dateline.web import desk
from dateline.web.app import app
from dateline.web.settings import Settings
from sample_stories import article


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """No timeline is made, and no change found, before it is set."""
    opened = threading.Event()
    opened.set()
    for name in ("timeline", "changes_for"):
        really = getattr(ArchivedStory, name)

        def slowly(*given: Any, really: Any = really, **more: Any) -> Any:
            opened.wait(30)
            return really(*given, **more)

        monkeypatch.setattr(ArchivedStory, name, slowly)
    monkeypatch.setattr(desk, "_PATIENCE", 0.0)
    yield opened
    opened.set()


@pytest.fixture
def reader(archive: Archive, gate: threading.Event) -> Iterator[Browser]:
    with Browser(app(archive, Settings(parse=False, owner="ada", patience=0.0))) as opened:
        yield opened


def until_there(reader: Browser, address: str) -> str:
    """The page, when it has been made."""
    while (answer := reader.get(address)).status_code == 202:
        assert int(answer.headers["retry-after"]) >= 1
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.mark.parametrize("part", ["", "/changes", "/names", "/sources", "/marks", "/lines/x"])
def test_a_page_says_at_once_that_it_is_being_made(reader: Browser, gate: threading.Event, part: str) -> None:
    gate.clear()
    page = reader.get(f"/stories/1{part}?level=all")
    assert (page.status_code, page.headers["retry-after"]) == (202, "1")
    assert 'content="1"></noscript>' in page.text
    assert f'data-making="/stories/1{part}?level=all"' in page.text
    assert "3 articles" in page.text
    twin = reader.get(f"/stories/1{part}.json")
    assert (twin.status_code, twin.headers["retry-after"]) == (202, "1")
    assert (twin.json()["story"], twin.json()["articles"]) == (1, 3)
    # Nobody else waits for it.
    assert reader.get("/stories").status_code == 200
    assert reader.get("/search?query=ferry").status_code == 200


@pytest.mark.parametrize(
    "address", ["/api/v1/stories/1/lines", "/stories/1/calendar.ics", "/stories/1/export?format=csv"]
)
def test_a_program_is_told_when_to_ask_again(reader: Browser, gate: threading.Event, address: str) -> None:
    gate.clear()
    answer = reader.get(address)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")


def test_a_story_that_goes_on_is_shown_as_it_was_until_it_is_read(
    reader: Browser, archive: Archive, gate: threading.Event
) -> None:
    assert "is being read" not in until_there(reader, "/stories/1")
    archive.add(
        [
            article(
                "f9", "2023-10-19", "Norden Lines pays", "The ferry company of Port Selm said on Thursday it would pay."
            )
        ],
        story="1",
    )
    gate.clear()
    shown = reader.get("/stories/1")
    assert shown.status_code == 200
    assert "is being read" in shown.text
    assert "Norden Lines pays" not in shown.text
    gate.set()
    while "is being read" in (page := reader.get("/stories/1")).text:
        assert page.status_code == 200
    assert "Norden Lines pays" in page.text


def test_what_cannot_be_told_is_said_and_not_asked_for_for_ever(reader: Browser, gate: threading.Event) -> None:
    assert reader.get("/stories/99").status_code == 404
    while (answer := reader.get("/stories/1/lines/nowhere")).status_code == 202:
        continue
    assert (answer.status_code, "no such line" in answer.text) == (404, True)
