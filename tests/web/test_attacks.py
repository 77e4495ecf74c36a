"""Attacks on the pages, each a test: nothing runs, nothing leaks, nothing is lost."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from baiting import BAIT, baited_archive
from browsing import HOME, Browser
from dateline.archive.archive import Archive
from dateline.web.access.people import with_token
from dateline.web.access.roles import Role
from dateline.web.access.table import TABLE
from dateline.web.app import app
from dateline.web.settings import Settings

pytestmark = pytest.mark.slow

PASSWORD = "correct horse battery"


class Held(HTMLParser):
    """What a page holds that could run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.bad.append("script")
        if tag in ("style", "iframe", "object", "embed", "base", "link") and not (
            tag == "link" and (given.get("href") or "").startswith(("/static/", "/"))
        ):
            self.bad.append(tag)
        for name, value in attrs:
            held = (value or "").strip().lower()
            if name.startswith("on") or (name in ("style", "srcdoc", "formaction") and not held.startswith("/")):
                self.bad.append(f"{tag} {name}")
            if name in ("href", "src", "action", "xlink:href") and not held.startswith(("/", "#", f"{HOME}/")):
                self.bad.append(f"{tag} {name}={held[:40]}")


def check(page: str, where: str) -> None:
    held = Held()
    held.feed(page)
    assert held.bad == [], where
    assert "49" not in re.sub(r"\d{3,}", "", page) or "{{ 7*7 }}" in page, where
    assert "\x1b" not in page, where
    assert "\x00" not in page, where


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[Browser]:
    """An archive full of attacks, a person's among them."""
    with (
        baited_archive(tmp_path / "bait.db") as archive,
        Browser(app(archive, Settings(parse=False, owner=BAIT))) as browser,
    ):
        yield browser


def pages_of(browser: Browser) -> list[str]:
    """The addresses of all pages, with what stands in them filled in."""
    told = browser.get("/stories/1.json?level=all&hidden=1").json()
    filled = []
    for line in TABLE:
        method, path = line.split(maxsplit=1)
        if method != "GET" or path.startswith("/api/"):
            continue
        path = path.replace("{story:int}", "1")
        if "{entry}" in path:
            filled += [path.replace("{entry}", entry["id"]) for entry in told["entries"]]
        elif path == "/article":
            filled += [
                f"/article?id={quoted(one['id'])}&layer=times&layer=names&layer=events" for one in told["articles"]
            ]
        elif "{" not in path:
            filled.append(path)
    return [
        *filled,
        f"/search?query={quoted(BAIT)}",
        f"/stories?query={quoted(BAIT)}",
        f"/stories/1?words={quoted(BAIT)}",
    ]


def quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text)


def test_nothing_that_an_article_or_a_person_wrote_runs_or_loads_on_any_page(bait: Browser) -> None:
    addresses = pages_of(bait)
    assert len(addresses) > 25
    for address in addresses:
        answer = bait.get(address)
        assert answer.status_code < 500, address
        if answer.headers.get("content-type", "").startswith("text/html"):
            check(answer.text, address)
            assert "unsafe" not in answer.headers["content-security-policy"]


def test_an_attack_is_shown_as_the_words_it_is(bait: Browser) -> None:
    page = bait.get("/stories/1?level=all").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page


CHANGING = [line.split(maxsplit=1) for line in TABLE if line.split()[0] not in ("GET", "MOUNT")]


def filled(path: str) -> str:
    return re.sub(r"\{\w+:int\}", "1", re.sub(r"\{\w+\}", "x", path))


@pytest.mark.parametrize(("method", "path"), CHANGING)
def test_a_page_elsewhere_changes_nothing(browser: Browser, method: str, path: str) -> None:
    """CSRF: the browser would send its cookie with the form of a page elsewhere, and that is not enough."""
    browser.get("/add")
    address = filled(path)
    forms = {"content": b"kind=star", "headers": {"content-type": "application/x-www-form-urlencoded"}}
    assert browser.ask(method, address, **forms).status_code in (403, 405)
    for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        answer = browser.ask(method, address, json={}, headers=headers)
        assert answer.status_code == 403
        assert "another server" in answer.text


def test_a_form_of_another_session_is_worth_nothing(archive: Archive, browser: Browser) -> None:
    with Browser(app(archive, Settings(parse=False))) as other:
        token = other.get("/add").text.split('name="form_token" value="')[1].split('"')[0]
    answer = browser.ask("POST", "/add/text", data={"form_token": token, "text": "x"})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static//etc/passwd",
        "/static/..\\app.py",
        "/static/%00",
        "/stories/../../etc/passwd",
    ],
)
def test_no_path_leads_out(browser: Browser, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code in (400, 404, 422)
    assert "import" not in answer.text


def test_a_request_that_comes_too_slowly_is_ended(archive: Archive) -> None:
    async def slowly() -> AsyncIterator[bytes]:
        for _ in range(1_000):
            yield b"a"
            await asyncio.sleep(0.02)

    with Browser(app(archive, Settings(parse=False, slowest_request=0.1))) as browser:
        headers = {"content-type": "application/x-www-form-urlencoded", "origin": HOME}
        assert browser.ask("POST", "/add/text", content=slowly(), headers=headers).status_code == 408


def test_a_request_that_says_it_is_short_and_is_not(archive: Archive) -> None:
    async def long() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"a" * 100

    with Browser(app(archive, Settings(parse=False, largest_request=1_000))) as browser:
        headers = {"content-type": "application/x-www-form-urlencoded", "origin": HOME}
        assert browser.ask("POST", "/add/address", content=long(), headers=headers).status_code == 413


def test_a_form_of_a_million_fields_is_refused(browser: Browser) -> None:
    content = b"&".join([b"a=1"] * 100_000)
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.ask("POST", "/add/address", content=content, headers=headers).status_code in (400, 413)


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x"]
)
def test_a_form_that_is_none(browser: Browser, kind: str) -> None:
    answer = browser.ask("POST", "/add/files", content=b"--y\r\n\r\nrubbish", headers={"content-type": kind})
    assert answer.status_code in (400, 403)


def test_a_token_is_its_owners_role_and_no_more(archive: Archive, users: Path) -> None:
    reading = with_token(users, "rhea")
    with Browser(app(archive, Settings(users=users, parse=False))) as browser:
        headers = {"authorization": f"Bearer {reading}"}
        assert browser.get("/stories.json", headers=headers).status_code == 200
        for method, path in CHANGING:
            rule = TABLE[f"{method} {path}"]
            if rule.role.may(Role.MARK):
                refused = browser.ask(method, filled(path), json={}, headers=headers)
                assert refused.status_code == 403, path


def test_a_token_without_a_role_is_worth_nothing(archive: Archive, users: Path) -> None:
    token = with_token(users, "rhea")
    users.write_text(users.read_text("utf-8").replace('"role": "read"', '"role": "anyone"'), "utf-8")
    with Browser(app(archive, Settings(users=users, parse=False))) as browser:
        answer = browser.get("/stories.json", headers={"authorization": f"Bearer {token}"})
        assert answer.status_code in (401, 403)
        assert "Aurelia" not in answer.text


def test_nobody_who_did_not_log_in_sees_anything(archive: Archive, users: Path) -> None:
    with Browser(app(archive, Settings(users=users, parse=False))) as browser:
        for line, rule in TABLE.items():
            method, path = line.split(maxsplit=1)
            if method == "MOUNT" or rule.role is Role.ANYONE:
                continue
            answer = browser.ask(method, filled(path))
            assert answer.status_code in (401, 403), line
            assert "Aurelia" not in answer.text, line


def test_a_thousand_tabs_of_one_user_are_all_answered(archive: Archive) -> None:
    with Browser(app(archive, Settings(parse=False))) as browser:
        answers = browser.get_all(["/stories/1", "/stories", "/search?query=ferry", "/article?id=f1"] * 250)
        assert {answer.status_code for answer in answers} == {200}


def test_the_log_holds_no_secret_and_nothing_that_was_sought(
    archive: Archive, users: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "dateline.web")
    with Browser(app(archive, Settings(users=users, parse=False))) as browser:
        browser.get("/search?query=whistleblower&secret=s3cret", headers={"authorization": "Bearer dl_guess"})
        browser.send("/login", "/login", {"name": "max", "password": PASSWORD})
        browser.get("/search?query=whistleblower")
    assert "/search" in caplog.text
    for secret in ("whistleblower", "s3cret", "dl_guess", PASSWORD):
        assert secret not in caplog.text
