import re
from collections.abc import Callable
from typing import Any

import pytest

from browsing import Browser
from dateline.archive.archive import Archive
from sample_stories import article

pytestmark = pytest.mark.slow

Line = Callable[[str], dict[str, Any]]


@pytest.fixture
def line(browser: Browser) -> Line:
    """A line of the first story, by words of its headline."""

    def found(words: str) -> dict[str, Any]:
        told = browser.get("/stories/1.json?level=all&hidden=1").json()["entries"]
        return next(one for one in told if words in one["headline"])

    return found


def mark(browser: Browser, entry: str, kind: str, **fields: Any) -> int:
    page = f"/stories/1/lines/{entry}"
    return browser.send(page, f"{page}/marks", {"kind": kind, **fields}).status_code


@pytest.mark.parametrize(
    ("kind", "fields", "shown"),
    [
        ("star", {}, "starred by ada"),
        ("note", {"value": "Ask the prosecutors"}, "Ask the prosecutors"),
        ("tag", {"value": "captain"}, "captain"),
        ("hide", {}, "hidden by ada"),
        ("date", {"value": "2023-10-17"}, "date corrected by ada; Dateline reads: Wed 18 Oct 2023"),
        ("status", {"value": "denied"}, "status corrected by ada"),
        ("headline", {"value": "Verrin heard"}, "headline corrected by ada"),
        ("speaker", {"value": "the prosecutors"}, "speaker corrected by ada"),
    ],
)  # fmt: skip
def test_a_mark_is_shown_with_who_made_it_and_is_taken_back(
    browser: Browser, line: Line, kind: str, fields: dict[str, str], shown: str
) -> None:
    entry = line("questioned")["id"]
    before = browser.get("/stories/1.json?level=all&hidden=1").json()
    assert mark(browser, entry, kind, **fields) == 303
    page = browser.get(f"/stories/1/lines/{entry}").text
    assert shown in page
    number = re.search(r'action="/marks/(\d+)/undo"', page)
    assert number
    assert browser.send(f"/stories/1/lines/{entry}", f"/marks/{number[1]}/undo").status_code == 303
    assert browser.get("/stories/1.json?level=all&hidden=1").json() == before


def test_a_hidden_line_is_not_shown_until_it_is_asked_for(browser: Browser, line: Line) -> None:
    entry = line("questioned")["id"]
    mark(browser, entry, "hide")
    assert f'id="entry-{entry}"' not in browser.get("/stories/1?level=all").text
    assert f'id="entry-{entry}"' in browser.get("/stories/1?level=all&hidden=1").text


def test_starred_and_tagged_lines_alone(browser: Browser, line: Line) -> None:
    entry = line("questioned")["id"]
    mark(browser, entry, "star")
    mark(browser, entry, "tag", value="captain")
    for query in ("starred=1", "tag=captain"):
        told = browser.get(f"/stories/1.json?level=all&{query}").json()["entries"]
        assert [one["id"] for one in told] == [entry]


def test_lines_are_joined_and_split_again(browser: Browser, line: Line) -> None:
    one, other = line("questioned")["id"], line("sank off Port Selm")["id"]
    count = len(browser.get("/stories/1.json?level=all").json()["entries"])
    mark(browser, one, "join", other=other)
    told = browser.get("/stories/1.json?level=all").json()["entries"]
    assert len(told) == count - 1
    joined = next(entry for entry in told if entry["id"] == one)
    assert len(joined["evidence"]) >= 2
    mark(browser, one, "split", passage="1")
    assert len(browser.get("/stories/1.json?level=all").json()["entries"]) == count


def test_a_line_of_ones_own_says_who_wrote_it(browser: Browser) -> None:
    fields = {"headline": "The minister flew over the wreck", "date": "2023-10-16", "source": "a call with her office"}
    answer = browser.send("/stories/1/marks", "/stories/1/lines", fields)
    page = browser.get(answer.headers["location"]).text
    assert "written by ada" in page
    assert "a call with her office" in page
    assert "No article: a person wrote it" in page


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("date", {"value": "soon"}),
        ("status", {"value": "maybe"}),
        ("note", {"value": " "}),
        ("king", {}),
        ("split", {}),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_kept(
    browser: Browser, line: Line, kind: str, fields: dict[str, str]
) -> None:
    assert mark(browser, line("questioned")["id"], kind, **fields) == 400
    assert browser.get("/stories/1/marks.json").json()["marks"] == []


def test_a_new_article_that_says_otherwise_is_pointed_out(browser: Browser, line: Line, archive: Archive) -> None:
    entry = line("questioned")["id"]
    mark(browser, entry, "status", value="denied")
    text = "Captain Jonas Verrin was questioned by prosecutors in Port Selm on Wednesday, 18 October, they said."
    archive.add([article("f8", "2023-10-20", "Captain was questioned", text)], story="1")
    page = browser.get(f"/stories/1/lines/{entry}").text
    assert "contradicted (" in page


def test_an_article_is_moved_a_story_is_called_and_joined(browser: Browser, archive: Archive) -> None:
    bakery = next(story.id for story in archive.stories() if story.articles == ("b1",))
    assert browser.send("/stories/1/marks", "/stories/1/title", {"title": "Aurelia"}).status_code == 303
    assert "Aurelia" in browser.get("/stories").text
    assert browser.send("/article?id=b1", "/article/move", {"id": "b1", "story": "1"}).status_code == 303
    assert "b1" in archive.stories()[0].articles
    undone = browser.get("/stories/1/marks").text
    number = re.search(r'action="/marks/(\d+)/undo"', undone)
    assert number
    browser.send("/stories/1/marks", f"/marks/{number[1]}/undo", {"back": "marks"})
    assert archive.story(bakery).noun.articles == ("b1",)
    assert browser.send("/stories/1/marks", "/stories/1/join", {"other": str(bakery)}).status_code == 303
    assert len(archive.stories()) == 2


def test_the_record_shows_what_was_taken_back(browser: Browser, line: Line) -> None:
    entry = line("questioned")["id"]
    mark(browser, entry, "star")
    browser.send("/stories/1/marks", "/marks/1/undo", {"back": "marks"})
    page = browser.get("/stories/1/marks").text
    assert "taken back by <bdi>ada</bdi>" in page
    assert browser.get("/stories/1/marks.json").json()["marks"][0]["undone_by"] == "ada"
    assert browser.send("/stories/1/marks", "/marks/1/undo").status_code == 400


def test_what_was_taken_back_can_be_done_again(browser: Browser, line: Line) -> None:
    entry = line("questioned")["id"]
    mark(browser, entry, "note", value="Ask the prosecutors")
    assert "Do again" not in browser.get("/stories/1/marks").text
    browser.send("/stories/1/marks", "/marks/1/undo", {"back": "marks"})
    assert "Do again" in browser.get("/stories/1/marks").text
    assert (
        browser.send("/stories/1/marks", "/marks/1/redo", {"back": "marks"}).headers["location"] == "/stories/1/marks"
    )
    told = browser.get("/stories/1/marks.json").json()["marks"]
    assert [one["values"] for one in told if not one.get("undone_by")] == [["Ask the prosecutors"]]
