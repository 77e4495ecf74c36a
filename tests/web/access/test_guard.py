from pathlib import Path

import pytest

from browsing import HOME, Browser
from dateline.archive.archive import Archive
from dateline.web.access.guard import POLICY
from dateline.web.app import app
from dateline.web.settings import Settings

pytestmark = pytest.mark.slow


def test_every_answer_says_what_it_may_load(browser: Browser) -> None:
    for address in ("/stories", "/stories.json", "/nowhere", "/static/web.css", "/"):
        headers = browser.get(address).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY


def test_nobody_on_the_way_keeps_a_page(browser: Browser) -> None:
    assert browser.get("/stories").headers["cache-control"] == "no-store"
    assert browser.get("/nowhere").headers["cache-control"] == "no-store"
    assert browser.get("/stories.json").headers["cache-control"] == "private, no-cache"


def test_a_name_that_was_made_to_point_here_gets_nothing(browser: Browser) -> None:
    answer = browser.get("/stories", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "ferry" not in answer.text.lower()


def test_what_is_not_in_the_table_is_not_there(browser: Browser) -> None:
    assert browser.get("/elsewhere").status_code == 404
    assert browser.ask("DELETE", "/stories").status_code == 405


def test_nobody_reads_who_did_not_log_in(archive: Archive, users: Path) -> None:
    with Browser(app(archive, Settings(users=users, parse=False))) as browser:
        assert browser.get("/stories").status_code == 401
        answer = browser.get("/stories.json")
        assert answer.status_code == 401
        assert answer.json()["error"]["code"] == "login"
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("given", ["Bearer dl_guessed", "Bearer ", "Basic YWRhOng="])
def test_a_token_that_was_guessed(archive: Archive, users: Path, given: str) -> None:
    with Browser(app(archive, Settings(users=users, parse=False))) as browser:
        assert browser.get("/stories.json", headers={"authorization": given}).status_code == 401


def test_a_proxy_is_believed_only_on_this_machine(archive: Archive) -> None:
    settings = Settings(host="0.0.0.0", names=("news.example",), proxy_header="X-Remote-User", parse=False)
    said = {"x-remote-user": "ada"}
    with Browser(app(archive, settings), "http://news.example") as near:
        assert near.get("/stories", headers=said).status_code == 200
        assert near.get("/stories").status_code == 401
    with Browser(app(archive, settings), "http://news.example", ("203.0.113.7", 4000)) as far:
        assert far.get("/stories", headers=said).status_code == 403


def test_a_proxys_header_counts_only_where_it_is_switched_on(archive: Archive, users: Path) -> None:
    with Browser(app(archive, Settings(users=users, parse=False))) as browser:
        assert browser.get("/stories", headers={"x-remote-user": "adam"}).status_code == 401


def test_a_request_that_is_too_large(browser: Browser) -> None:
    answer = browser.ask("GET", "/stories.json", content=b"x" * 1_000_001, headers={"origin": HOME})
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "too-large"


def test_a_fault_of_ours_leaves_with_the_same_headers_and_tells_nothing(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fault(*_: object, **__: object) -> None:
        raise ValueError("/home/ada/secret.txt")

    with Browser(app(archive, Settings(parse=False))) as browser:
        monkeypatch.setattr(archive, "search", fault)
        for address in ("/search", "/search.json"):
            answer = browser.get(address)
            assert answer.status_code == 500
            assert answer.headers["content-security-policy"] == POLICY
            assert "secret" not in answer.text
    assert "secret.txt" in caplog.text


def test_an_option_that_cannot_be_met_leaves_with_the_same_headers(browser: Browser) -> None:
    answer = browser.get("/search?cursor=none")
    assert answer.status_code == 400
    assert answer.headers["content-security-policy"] == POLICY
