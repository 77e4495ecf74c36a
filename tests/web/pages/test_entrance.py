from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from browsing import Browser
from dateline.archive.archive import Archive
from dateline.web.access.people import with_person, without_person
from dateline.web.access.roles import Role
from dateline.web.app import app
from dateline.web.pages.entrance import inside
from dateline.web.settings import Settings

pytestmark = pytest.mark.slow

PASSWORD = "correct horse battery"
COOKIE = "dateline-8017"


@pytest.fixture
def outside(archive: Archive, users: Path) -> Iterator[Browser]:
    """A server with people, seen by somebody who has not logged in."""
    with Browser(app(archive, Settings(users=users, parse=False))) as browser:
        yield browser


def enter(browser: Browser, name: str = "max", password: str = PASSWORD, onward: str = "") -> httpx.Response:
    return browser.send("/login", "/login", {"name": name, "password": password, "next": onward})


def test_one_logs_in_and_goes_on_to_where_one_wanted(outside: Browser) -> None:
    assert 'href="/login?next=%2Fstories%2F1"' in outside.get("/stories/1").text
    answer = enter(outside, onward="/stories/1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/stories/1")
    assert outside.get("/stories/1").status_code == 200
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_a_role_may_what_it_may_and_no_more(outside: Browser) -> None:
    enter(outside, "rhea")
    assert outside.get("/stories").status_code == 200
    assert outside.get("/add").status_code == 403
    assert 'href="/add"' not in outside.get("/stories").text
    assert "Star" not in outside.get("/stories/1").text
    entry = outside.get("/stories/1.json").json()["entries"][0]["id"]
    refused = outside.send("/stories/1/changes", f"/stories/1/lines/{entry}/marks", {"kind": "star"})
    assert refused.status_code == 403


def test_a_wrong_password_and_a_name_that_nobody_has_are_told_alike(outside: Browser) -> None:
    one, other = enter(outside, "max", "wrong password"), enter(outside, "nobody", "wrong password")
    assert one.status_code == other.status_code == 401
    assert "Name or password is wrong" in one.text
    assert "Name or password is wrong" in other.text


def test_a_session_that_somebody_slipped_in_is_worth_nothing(outside: Browser) -> None:
    """Session fixation: the session that was there before is not the one that is logged in."""
    outside.get("/login")
    before = outside.cookies[COOKIE]
    enter(outside)
    assert outside.cookies[COOKIE] != before
    outside.cookies.set(COOKIE, before, domain="127.0.0.1")
    outside.cookies.clear()
    outside.cookies.set(COOKIE, before)
    assert outside.get("/stories").status_code == 401


def test_who_logs_out_is_out_wherever_the_cookie_was_taken(outside: Browser) -> None:
    enter(outside)
    taken = outside.cookies[COOKIE]
    assert outside.send("/stories", "/logout").status_code == 303
    outside.cookies.clear()
    outside.cookies.set(COOKIE, taken)
    assert outside.get("/stories").status_code == 401


def test_a_new_password_and_a_removed_name_end_sessions(outside: Browser, users: Path) -> None:
    enter(outside)
    with_person(users, "max", "another long password", Role.MARK)
    assert outside.get("/stories").status_code == 401
    enter(outside, "adam")
    assert outside.get("/stories").status_code == 200
    without_person(users, "adam")
    assert outside.get("/stories").status_code == 401


def test_it_is_not_tried_for_ever(outside: Browser) -> None:
    for _ in range(5):
        enter(outside, "max", "wrong password")
    assert enter(outside, "max", PASSWORD).status_code == 429


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/a\nb",
        "stories",
    ],
)
def test_one_does_not_go_on_to_elsewhere(address: str) -> None:
    assert inside(address) == "/stories"


def test_one_goes_on_within() -> None:
    assert inside("/stories/1?level=all") == "/stories/1?level=all"
