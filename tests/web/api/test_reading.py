import json
from typing import Any

import pytest

from browsing import Browser
from dateline.archive.archive import Archive
from sample_stories import article

pytestmark = pytest.mark.slow

API = "/api/v1"


def asked(browser: Browser, address: str) -> Any:
    answer = browser.get(f"{API}{address}")
    assert answer.status_code == 200, answer.text
    return json.loads(answer.text)


@pytest.mark.parametrize(
    ("operation", "twin"),
    [
        ("/stories/1/timeline?person=Aurelia", "/stories/1.json?person=Aurelia"),
        ("/stories/1/timeline?level=all&status=happened", "/stories/1.json?level=all&status=happened"),
        ("/stories/1/changes?since=2023-10-15", "/stories/1/changes.json?since=2023-10-15"),
        ("/stories/1/sources", "/stories/1/sources.json"),
        ("/article?id=f1", "/article.json?id=f1"),
        ("/search?query=ferry&limit=20", "/search.json?query=ferry"),
    ],
)
def test_an_answer_is_that_of_the_page(browser: Browser, operation: str, twin: str) -> None:
    assert asked(browser, operation) == json.loads(browser.get(twin).text)


def test_a_story_is_found_and_known_by_its_id(browser: Browser) -> None:
    found = asked(browser, "/stories?query=Soma")
    assert [story["id"] for story in found["stories"]] == [2]
    assert asked(browser, "/stories/2") == found["stories"][0]
    assert asked(browser, "/stories?since=2023-10-18")["total"] == 1
    assert asked(browser, "/stories?query=zeppelin")["outcome"] == "nothing found"


@pytest.mark.parametrize(
    ("address", "of"), [("/stories?limit=1", "stories"), ("/stories/1/lines?level=all&limit=1", "entries")]
)
def test_page_by_page_comes_everything_once(browser: Browser, address: str, of: str) -> None:
    found, here = [], asked(browser, address)
    while True:
        found += here[of]
        if here["next_cursor"] is None:
            break
        here = asked(browser, f"{address}&cursor={here['next_cursor']}")
    assert len(found) == here["total"] > 1
    assert found == asked(browser, address.replace("limit=1", "limit=200"))[of]


def test_a_cursor_stays_right_while_articles_are_added(browser: Browser, archive: Archive) -> None:
    first = asked(browser, "/stories?limit=1")
    told = "A museum of clocks was opened in Hallin on Friday, two hundred years after the first one was made there."
    archive.add([article("n1", "2023-12-01", "Museum of clocks opens", told)])
    second = asked(browser, f"/stories?limit=1&cursor={first['next_cursor']}")
    assert second["stories"][0]["id"] not in {story["id"] for story in first["stories"]}
    assert second["total"] == first["total"] + 1


def test_a_line_has_its_passages_and_a_story_its_diary_and_marks(browser: Browser, archive: Archive) -> None:
    [line, *_] = asked(browser, "/stories/1/lines")["entries"]
    assert asked(browser, f"/stories/1/lines/{line['id']}") == line
    assert asked(browser, "/stories/1/diary")["periods"][0]["until"] == "2023-10-14"
    mark = archive.story(1).mark("star", line["id"], by="ada")
    archive.undo(mark.id, by="ada")
    assert [one["undone_by"] for one in asked(browser, "/stories/1/marks")["marks"]] == ["ada"]


def test_what_changed_is_told_since_whoever_asks_looked_last(browser: Browser, archive: Archive) -> None:
    assert asked(browser, "/stories/1/changes")["changes"]
    archive.story(1).seen_by("ada")
    assert asked(browser, "/stories/1/changes?since=last")["changes"] == []


@pytest.mark.parametrize("address", ["/stories", "/stories/1/timeline", "/search?query=ferry", "/article?id=f1"])
def test_what_is_known_is_not_sent_again(browser: Browser, address: str) -> None:
    tag = browser.get(f"{API}{address}").headers["etag"]
    again = browser.get(f"{API}{address}", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert browser.get(f"{API}{address}", headers={"if-none-match": '"another"'}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/stories/77", 404, "no-such-story"),
        ("/stories/99999999999999999999999/timeline", 404, "no-such-story"),
        ("/stories/1/lines/none", 404, "no-such-line"),
        ("/article?id=none", 404, "no-such-article"),
        ("/article", 404, "no-such-article"),
        ("/article?id=f1&version=9", 404, "no-such-version"),
        ("/article?id=f1&version=x", 400, "option"),
        ("/stories?limit=0", 400, "option"),
        ("/stories?limit=201", 400, "option"),
        ("/stories?limit=ten", 400, "option"),
        ("/stories?cursor=x", 400, "option"),
        ("/stories?since=yesterday", 400, "option"),
        ("/stories/1/timeline?status=perhaps", 400, "option"),
        ("/stories/1/timeline?sources=0", 400, "option"),
        ("/stories/1/changes?since=", 400, "option"),
        ("/stories/1/changes?since=2023-10-18&until=2023-10-14", 400, "option"),
        ("/search?sort=best", 400, "option"),
        ("/search?story=99999999999999999999", 400, "option"),
        ("/nowhere", 404, "no-such-page"),
    ],
)
def test_whatever_goes_wrong_has_one_shape(browser: Browser, address: str, status: int, code: str) -> None:
    answer = browser.get(f"{API}{address}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert set(answer.json()["error"]) == {"code", "message", "hint", "at"}


def test_a_query_that_cannot_be_read_is_told_with_its_place(browser: Browser) -> None:
    answer = browser.get(f'{API}/search?query=ferry "Port')
    assert (answer.status_code, answer.json()["error"]["at"]) == (400, 6)
