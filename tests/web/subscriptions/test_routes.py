import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import HOME, Browser
from dateline.archive.archive import Archive
from dateline.web.access.people import read, with_token
from dateline.web.app import app
from dateline.web.settings import Settings

pytestmark = pytest.mark.slow

ADDRESSES = ("/calendar.ics", "/stories/2/calendar.ics", "/stories/2/changes.atom", "/search.atom?query=treaty")


@pytest.fixture
def closed(archive: Archive, users: Path) -> Iterator[Browser]:
    """A server where people log in, asked by a program that cannot."""
    with Browser(app(archive, Settings(users=users, parse=False))) as opened:
        yield opened


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_subscribed_to_is_sent_once(browser: Browser, address: str) -> None:
    first = browser.get(address)
    assert first.status_code == 200
    assert first.headers["content-type"].startswith(("text/calendar", "application/atom+xml"))
    assert b"Brenn" in first.content
    again = browser.get(address, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert browser.ask("HEAD", address).headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_program_that_cannot_log_in_reads_by_the_secret_of_its_owner(
    closed: Browser, users: Path, address: str
) -> None:
    secret = read(users)["rhea"].secret
    sign = "&" if "?" in address else "?"
    assert closed.get(address).status_code == 401
    for guess in ("", secret[:-1], f"{secret}x", secret.swapcase()):
        assert closed.get(f"{address}{sign}secret={guess}").status_code == 401
    assert closed.get(f"{address}{sign}secret={secret}").status_code == 200


def test_a_secret_opens_calendars_and_feeds_and_nothing_else(closed: Browser, users: Path) -> None:
    secret = read(users)["adam"].secret
    for address in ("/stories.json", "/stories/1.json", "/search.json", "/subscribe.json", "/api/v1/openapi.json"):
        assert closed.get(f"{address}?secret={secret}").status_code == 401
    asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    assert closed.ask("POST", f"/mcp?secret={secret}", json=asked).status_code == 401


def test_the_page_shows_each_reader_addresses_that_work(closed: Browser, users: Path) -> None:
    secret = read(users)["max"].secret
    headers = {"authorization": f"Bearer {with_token(users, 'max')}"}
    offers = json.loads(closed.get("/subscribe.json?of=2&query=treaty&place=Brenn", headers=headers).text)
    assert [offer["program"] for offer in offers] == ["calendar", "calendar", "feed reader", "feed reader"]
    shown = closed.get("/subscribe?of=2", headers=headers).text
    for offer in offers:
        assert secret in offer["address"]
        assert closed.get(offer["address"].removeprefix(HOME)).status_code == 200
    assert offers[1]["address"] in shown


def test_alone_at_this_machine_no_secret_is_needed(browser: Browser) -> None:
    page = browser.get("/subscribe?of=1")
    assert page.status_code == 200
    assert f"{HOME}/stories/1/calendar.ics" in page.text
    assert "secret" not in page.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/stories/77/calendar.ics", 404),
        ("/stories/77/changes.atom", 404),
        ("/search.atom?query=%22open", 400),
        ("/search.atom?since=yesterday", 400),
        ("/subscribe?of=77", 404),
        ("/subscribe?since=yesterday", 400),
    ],
)
def test_what_there_is_not_is_told(browser: Browser, address: str, status: int) -> None:
    assert browser.get(address).status_code == status
