import json
from pathlib import Path
from typing import Any

import pytest

from browsing import Browser
from dateline.archive.archive import Archive
from dateline.web.access.people import with_token
from dateline.web.app import app
from dateline.web.settings import Settings

pytestmark = pytest.mark.slow

API = "/api/v1"
GIVEN = {"published": "2023-10-20", "source": "The Selm Courier", "text": "The ferry Aurelia was raised off Port Selm."}


def sent(browser: Browser, address: str, body: Any, status: int = 200) -> Any:
    answer = browser.ask("POST", f"{API}{address}", json=body)
    assert answer.status_code == status, answer.text
    return json.loads(answer.text)


def test_each_article_is_accounted_for_and_a_bad_one_costs_no_other(browser: Browser, archive: Archive) -> None:
    articles = [
        GIVEN,
        {**GIVEN, "published": "31 April 2023"},
        {"text": "No day."},
        "no article",
        None,
        GIVEN,
        {"id": "f1", "published": "2023-10-14", "updated": "2023-10-15T09:00:00Z", "text": "The ferry sank at dawn."},
    ]
    report = sent(browser, "/articles", {"articles": articles})
    assert [one["number"] for one in report["articles"]] == list(range(1, 8))
    assert [one["became"] for one in report["articles"]] == [
        "new", "left out", "left out", "left out", "left out", "left out", "version",
    ]  # fmt: skip
    assert [report[key] for key in ("new", "versions", "known", "left_out")] == [1, 1, 0, 5]
    assert all(one["problem"] and one["hint"] for one in report["articles"] if one["became"] == "left out")
    [added] = archive.article(report["articles"][0]["article"])
    assert (added.text, added.read_from) == (GIVEN["text"], "given:1")
    assert len(archive.article("f1")) == 2


def test_articles_without_an_id_are_known_when_they_come_again(browser: Browser) -> None:
    first = sent(browser, "/articles", {"articles": [GIVEN]})
    again = sent(browser, "/articles", {"articles": [{**GIVEN, "text": "Another text."}, GIVEN]})
    assert [one["became"] for one in again["articles"]] == ["new", "known"]
    assert again["articles"][0]["article"] != first["articles"][0]["article"]


def test_articles_are_filed_by_hand_where_that_is_asked(browser: Browser, archive: Archive) -> None:
    report = sent(browser, "/articles", {"articles": [GIVEN], "story": "The wreck"})
    assert archive.story("The wreck").id == report["articles"][0]["story"]
    assert sent(browser, "/articles", {"articles": []})["articles"] == []


def test_a_line_is_marked_by_whoever_asks_and_the_mark_taken_back(browser: Browser) -> None:
    [line, other, *_] = browser.get(f"{API}/stories/1/lines?level=all").json()["entries"]
    lines = f"/stories/1/lines/{line['id']}"
    noted = sent(browser, f"{lines}/marks", {"kind": "note", "values": ["Ask the coast guard."]}, 201)
    assert (noted["kind"], noted["by"], noted["values"]) == ("note", "ada", ["Ask the coast guard."])
    joined = sent(browser, f"{lines}/marks", {"kind": "join", "values": [other["id"]]}, 201)
    assert len(browser.get(f"{API}{lines}").json()["hand"]["marks"]) == 2
    assert sent(browser, f"/marks/{joined['id']}/undo", {})["undone_by"] == "ada"
    assert sent(browser, f"{lines}/marks", {"kind": "star"}, 201)["kind"] == "star"


def test_a_line_of_ones_own_and_stories_by_hand(browser: Browser) -> None:
    written = sent(browser, "/stories/1/lines", {"headline": "We called.", "date": "2023-10-19"}, 201)
    line = browser.get(f"{API}/stories/1/lines/{written['lines'][0]['entry']}").json()
    assert (line["headline"], line["evidence"]) == ("We called.", [])
    assert sent(browser, "/stories/3/title", {"title": " The  bakers "})["title"] == "The bakers"
    moved = sent(browser, "/article/move", {"article": "b1", "story": 1})
    assert "b1" in moved["articles"]
    alone = sent(browser, "/article/move", {"article": "b1", "title": "Bread"})
    assert (alone["articles"], alone["title"]) == (["b1"], "Bread")
    assert sent(browser, "/stories/2/join", {"story": 1})["id"] == 1


@pytest.mark.parametrize(
    ("address", "body", "status", "code"),
    [
        ("/articles", {"articles": "none"}, 422, "body"),
        ("/articles", [], 422, "body"),
        ("/articles", {"articles": [{}] * 1_001}, 413, "too-many"),
        ("/stories/1/lines/none/marks", {"kind": "star"}, 404, "no-such-line"),
        ("/stories/1/lines", {"headline": "x", "date": "soon"}, 400, "option"),
        ("/stories/1/lines", {"headline": "x", "date": "2023", "colour": "red"}, 422, "body"),
        ("/stories/77/title", {"title": "x"}, 404, "no-such-story"),
        ("/stories/1/title", {"title": " "}, 400, "option"),
        ("/stories/1/join", {"story": 10**30}, 404, "no-such-story"),
        ("/marks/77/undo", {}, 400, "option"),
        ("/marks/99999999999999999999/undo", {}, 400, "option"),
        ("/article/move", {"article": "none", "story": 1}, 400, "option"),
    ],
)
def test_what_cannot_be_done_is_told_in_the_one_shape(
    browser: Browser, address: str, body: Any, status: int, code: str
) -> None:
    assert sent(browser, address, body, status)["error"]["code"] == code


@pytest.mark.parametrize("body", ["", "{", "[" * 100_000, '{"articles": [NaN}'])
def test_what_is_no_json_is_told(browser: Browser, body: str) -> None:
    answer = browser.ask("POST", f"{API}/articles", content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "json")


@pytest.mark.parametrize("kind", ["write", "open", "title", "move", "join-stories", "split-story"])
def test_what_is_no_mark_of_a_line_is_refused(browser: Browser, kind: str) -> None:
    [line, *_] = browser.get(f"{API}/stories/1/lines").json()["entries"]
    answer = browser.ask("POST", f"{API}/stories/1/lines/{line['id']}/marks", json={"kind": kind, "values": ["x"]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "option")


def test_a_token_does_what_its_owner_may(archive: Archive, users: Path) -> None:
    with Browser(app(archive, Settings(users=users, parse=False))) as browser:

        def status(name: str | None, address: str, body: Any) -> int:
            headers = {"authorization": f"Bearer {with_token(users, name)}"} if name else {}
            return browser.ask("POST", f"{API}{address}", json=body, headers=headers).status_code

        assert [status(name, "/articles", {"articles": [GIVEN]}) for name in (None, "rhea", "max", "adam")] == [
            401, 403, 403, 200,
        ]  # fmt: skip
        assert [status(name, "/stories/1/title", {"title": "x"}) for name in (None, "rhea", "max")] == [401, 403, 200]
        [act] = [mark for mark in archive.marks() if mark.kind == "title"]
        assert act.by == "max"


def test_a_search_is_given_a_name_and_forgotten(browser: Browser) -> None:
    saved = sent(browser, "/searches", {"name": "Ferry", "address": "/search?query=ferry"}, 201)
    assert (saved["name"], saved["by"]) == ("Ferry", "ada")
    assert browser.get(f"{API}/searches").json()["searches"] == [saved]
    refused = sent(browser, "/searches", {"name": "Evil", "address": "//evil.example/"}, 400)
    assert refused["error"]["code"] == "option"
    assert sent(browser, f"/searches/{saved['id']}/forget", {}) == {"searches": []}


def test_what_was_taken_back_is_done_again(browser: Browser) -> None:
    [line, *_] = browser.get(f"{API}/stories/1/lines").json()["entries"]
    made = sent(browser, f"/stories/1/lines/{line['id']}/marks", {"kind": "star"}, 201)
    assert sent(browser, f"/marks/{made['id']}/redo", {}, 400)["error"]["code"] == "option"
    sent(browser, f"/marks/{made['id']}/undo", {})
    assert sent(browser, f"/marks/{made['id']}/redo", {})["kind"] == "star"
    assert browser.get(f"{API}/stories/1/lines/{line['id']}").json()["hand"]["marks"][0]["kind"] == "star"
