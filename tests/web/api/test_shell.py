from typing import Any

import pytest

from browsing import Browser
from dateline.archive.archive import Archive
from dateline.web.app import app
from dateline.web.desk import Desk
from dateline.web.settings import Settings


def test_who_asks_too_often_is_told_how_long_to_wait(archive: Archive) -> None:
    with Browser(app(archive, Settings(parse=False, a_minute=3))) as browser:
        answers = [browser.get("/api/v1/stories/1") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert answers[-1].json()["error"]["code"] == "too-often"
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 20


def test_a_request_that_is_too_large_is_refused_in_the_one_shape(archive: Archive) -> None:
    with Browser(app(archive, Settings(parse=False, largest_request=1_000, largest_upload=2_000))) as browser:
        for address, size in (("/stories/1/title", 1_001), ("/articles", 2_001)):
            body = {"title": "x" * size}
            answer = browser.ask("POST", f"/api/v1{address}", json=body)
            assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too-large")


def test_a_fault_of_ours_tells_nothing_of_the_inside(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("the secret path /home/ada")

    monkeypatch.setattr(Desk, "stories", fails)
    answer = browser.get("/api/v1/stories")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "fault")
    assert "secret" not in answer.text


def test_what_is_sent_must_be_json_or_it_could_come_from_a_page_elsewhere(browser: Browser) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        headers = {"content-type": kind}
        answer = browser.ask("POST", "/api/v1/stories/1/title", content=b'{"title": "x"}', headers=headers)
        assert answer.status_code in (400, 403)
        assert set(answer.json()["error"]) == {"code", "message", "hint", "at"}


@pytest.mark.parametrize(
    ("method", "address", "more", "status", "code"),
    [
        ("GET", "/nowhere", {}, 404, "no-such-page"),
        ("GET", "/stories/99", {}, 404, "no-such-story"),
        ("GET", "/stories/1/lines/none", {}, 404, "no-such-line"),
        ("DELETE", "/stories", {}, 405, "method"),
        ("PUT", "/stories/1/title", {"json": {}}, 405, "method"),
        ("GET", "/stories?limit=0", {}, 400, "option"),
        ("GET", "/stories?cursor=x", {}, 400, "option"),
        ("GET", "/search?query=%22open", {}, 400, "query"),
        ("GET", "/stories", {"headers": {"host": "evil.example"}}, 400, "host"),
        ("GET", "/stories", {"headers": {"authorization": "Bearer dl_guess"}}, 401, "token"),
        ("POST", "/stories/1/title", {"json": {"title": 1}}, 422, "body"),
        ("POST", "/stories/1/title", {"json": {"title": "x", "more": 1}}, 422, "body"),
        ("POST", "/stories/1/title", {"content": b"{", "headers": {"content-type": "application/json"}}, 400, "json"),
        ("POST", "/stories/1/title", {"json": {}, "headers": {"origin": "https://evil.example"}}, 403, "origin"),
        ("POST", "/stories/1/title", {"content": b"", "headers": {"content-length": "-1"}}, 413, "too-large"),
    ],
)
def test_whatever_goes_wrong_has_one_shape(
    browser: Browser, method: str, address: str, more: dict[str, Any], status: int, code: str
) -> None:
    answer = browser.ask(method, f"/api/v1{address}", **more)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert set(answer.json()) == {"error"}
    assert set(answer.json()["error"]) == {"code", "message", "hint", "at"}
    assert answer.headers["content-type"] == "application/json"
    assert ("allow" in answer.headers) == (status == 405)
    assert ("www-authenticate" in answer.headers) == (status == 401)
