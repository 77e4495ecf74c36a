"""The pages in Chromium, as an editor uses them: by mouse on a desk, by keyboard on a phone; printed; read by axe."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import icalendar
import pytest

from chromium import PHONE, WIDE, chromium, failings, served
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive

pytestmark = pytest.mark.slow

PASSWORD = "correct horse battery"

FIRST = (
    "Harbour of Tolm to reopen", "Tolm Courier", "2023-10-16",
    "The harbour of Tolm will reopen on 23 October, the port authority said.\n\n"
    "A crane fell into the basin on 12 October and blocked it.",
)  # fmt: skip
SECOND = (
    "Divers raise crane", "Bay Online", "2023-10-17",
    "Divers raised the crane from the basin of Tolm harbour on Tuesday.\n\n"
    "The harbour of Tolm will reopen on 23 October, its director Ilse Marn said.",
)  # fmt: skip
THIRD = (
    "Harbour opens a week later", "Tolm Courier", "2023-10-19",
    "The reopening of Tolm harbour was postponed from 23 October to 30 October, the port authority said on Thursday.",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[str]:
    """A server on an archive that holds nothing yet."""
    with (
        open_archive(tmp_path / "news.db", now=lambda: dt.datetime(2023, 10, 20, 9, tzinfo=dt.UTC)) as archive,
        served(archive) as address,
    ):
        yield address


def opened(browser: Any, address: str, size: dict[str, int], **more: Any) -> Any:
    """A page that complains of whatever the console complains of, and of any request that leaves the server."""
    page = browser.new_context(viewport=size, base_url=address, **more).new_page()
    page.on("pageerror", lambda error: pytest.fail(f"script: {error}"))
    page.on("console", lambda told: told.type != "error" or pytest.fail(f"console: {told.text}"))
    page.on("request", lambda asked: asked.url.startswith(address) or pytest.fail(f"asked for {asked.url}"))
    return page


def paste(page: Any, told: tuple[str, str, str, str]) -> None:
    title, source, day, text = told
    page.goto("/add")
    page.fill("#text", text)
    page.fill("#title", title)
    page.fill("#source", source)
    page.fill("#published", day)
    page.click("text=Add the text")
    page.wait_for_selector("text=1 article taken in", timeout=60_000)


def line(page: Any, words: str) -> Any:
    return page.locator(".lines .entry").filter(has=page.locator("h4", has_text=words)).first


def plans(address: str) -> dict[str, tuple[int, str, str]]:
    """What a calendar keeps that reads an address: sequence, status and day of each event, by its UID."""
    answer = httpx.get(address, timeout=60).raise_for_status()
    events = icalendar.Calendar.from_ical(answer.text).walk("VEVENT")
    return {
        str(one["UID"]): (int(str(one["SEQUENCE"])), str(one["STATUS"]), one.decoded("DTSTART").isoformat()[:10])
        for one in events
    }


def shows(page: Any, where: str, text: str) -> None:
    """Wait until a part of the page has a text: a form was sent, and its answer may take a moment."""
    page.locator(where).filter(has_text=text).first.wait_for()


def subscribed(page: Any, what: str) -> str:
    """The address that the page of a story gives to subscribe to."""
    page.goto("/stories/1")
    page.get_by_label("This story").get_by_role("link", name="Subscribe").click()
    page.wait_for_url("**/subscribe?of=1")
    address: str = page.get_by_label(what).input_value()
    return address


def test_an_editors_walk(browser: Any, empty: str) -> None:
    page = opened(browser, empty, WIDE)
    page.goto("/")
    shows(page, "main", "There is no story yet")
    paste(page, FIRST)
    paste(page, SECOND)
    page.goto("/stories/1")

    # The line, its evidence in its paragraph.
    entry = line(page, "will reopen")
    assert "scheduled" in entry.inner_text()
    entry.locator("summary").click()
    assert "will reopen on 23 October" in entry.locator("mark").first.inner_text()

    # Star, note, correct a date, join two lines.
    entry.get_by_role("button", name="Star").click()
    line(page, "will reopen").get_by_text("Starred").first.wait_for()
    line(page, "will reopen").get_by_role("link", name="Note, correct").click()
    page.fill("#note", "Ask Ilse Marn for the hour")
    page.click("button:text-is('Note')")
    shows(page, ".entry.single", "Ask Ilse Marn for the hour")
    page.goto("/stories/1?level=all")
    line(page, "A crane fell").get_by_role("link", name="Note, correct").click()
    page.fill("#date", "2023-10-11")
    page.click("text=Correct the date")
    shows(page, ".entry.single", "Dateline reads: Thu 12 Oct 2023")
    raised = page.locator("#other option", has_text="Divers raised").first.get_attribute("value")
    page.select_option("#other", raised)
    page.click("button:text-is('Join')")
    shows(page, ".entry.single", "joined by ada")
    page.goto("/stories/1?level=all")
    assert page.locator(".lines .entry").count() == 2

    # Subscribe: a calendar and a feed reader read their addresses now, and again when the plan was moved.
    calendar, feed = subscribed(page, "What is ahead: Harbour"), subscribed(page, "What changes: Harbour")
    [(uid, (sequence, status, day))] = plans(calendar).items()
    assert (status, day) == ("CONFIRMED", "2023-10-23")
    assert "2023-10-19" not in httpx.get(feed, timeout=60).text

    # A third article moves the plan; the change is seen, the marks are still there.
    page.goto("/stories/1/changes")
    page.click("text=I have seen this")
    paste(page, THIRD)
    page.goto("/stories")
    shows(page, "main", "1 new article")
    page.click("text=Moved since you last looked >> xpath=../.. >> a")
    assert page.locator(".changes .word", has_text=re.compile("moved|postponed")).count() >= 1
    page.goto("/stories/1?level=all")
    shows(page, ".lines", "starred by ada")
    shows(page, ".lines", "note by ada")
    shows(page, ".lines", "date corrected by ada")

    later = plans(calendar)[uid]
    assert later[0] > sequence
    assert later[1:] == ("CONFIRMED", "2023-10-30")
    assert "2023-10-19" in httpx.get(feed, timeout=60).text

    # Undo, by the record of what was done; and do it again.
    page.goto("/stories/1/marks")
    page.get_by_role("button", name=re.compile("Take back.*starred")).click()
    shows(page, "main", "taken back by ada")
    page.goto("/stories/1?level=all")
    assert "starred by ada" not in page.inner_text(".lines")
    page.goto("/stories/1/marks")
    page.get_by_role("button", name=re.compile("Do again.*starred")).click()
    page.get_by_role("button", name=re.compile("Take back.*starred")).wait_for()
    page.goto("/stories/1?level=all")
    shows(page, ".lines", "starred by ada")

    # What a person calls off is called off in the calendar, too.
    page.goto(f"/stories/1/lines/{uid.removesuffix('@dateline')}")
    page.select_option("#status", "cancelled")
    page.click("text=Correct the status")
    shows(page, ".entry.single", "status corrected by ada")
    last = plans(calendar)[uid]
    assert last[0] > later[0]
    assert last[1] == "CANCELLED"

    # Print.
    page.goto("/stories/1?level=all")
    page.emulate_media(media="print")
    assert page.locator(".notes-in-print").first.is_visible()
    assert len(page.pdf()) > 1_000


def test_a_calendar_that_cannot_log_in_reads_by_the_secret_of_its_reader(
    browser: Any, archive: Archive, users: Path
) -> None:
    with served(archive, users=users) as address:
        page = opened(browser, address, WIDE)
        page.goto("/login?next=/subscribe%3Fof%3D2")
        page.fill("#name", "rhea")
        page.fill("#password", PASSWORD)
        page.click("button:text-is('Log in')")
        page.wait_for_url("**/subscribe?of=2")
        calendar = page.locator("dd input").nth(1).input_value()
        with_secret = httpx.get(calendar, timeout=60)
        assert with_secret.text.startswith("BEGIN:VCALENDAR")
        assert "set-cookie" not in with_secret.headers
        assert httpx.get(calendar.partition("?")[0]).status_code == 401
        assert httpx.get(f"{calendar}x").status_code == 401
        # It opens what one subscribes to, and nothing else.
        secret = calendar.partition("?")[2]
        assert httpx.get(f"{address}/stories/2?{secret}").status_code == 401
        assert httpx.get(f"{address}/api/v1/stories?{secret}").status_code == 401


def focused(page: Any) -> str:
    told: str = page.evaluate(
        "() => { const e = document.activeElement; "
        # A page that has just come has its whole text in focus.
        "return e === document.body ? '' : (e.getAttribute('aria-label') || e.textContent || '') + ' #' + e.id; }"
    )
    return " ".join(told.split())


def tab_to(page: Any, words: str) -> None:
    """By the keyboard alone."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    raise AssertionError(f"no way to {words!r} by keyboard")


def add_by_keyboard(page: Any, told: tuple[str, str, str, str]) -> None:
    """Paste an article; of the days of a month and a year a date field takes the figures."""
    page.goto("/add")
    for field, value in zip(("#text", "#title", "#source", "#published"), (told[3], *told[:3]), strict=True):
        tab_to(page, field)
        page.keyboard.type(dt.date.fromisoformat(value).strftime("%m%d%Y") if field == "#published" else value)
    tab_to(page, "Add the text")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=1 article taken in", timeout=60_000)


def test_the_same_on_a_phone_by_keyboard(browser: Any, empty: str) -> None:
    page = opened(browser, empty, PHONE, has_touch=True)
    for told in (FIRST, SECOND):
        add_by_keyboard(page, told)
    page.goto("/stories")
    page.keyboard.press("Tab")
    assert "Skip to the content" in focused(page)
    tab_to(page, "Harbour of Tolm to reopen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/1")
    tab_to(page, "Evidence")
    page.keyboard.press("Enter")
    assert page.locator(".entry details[open] mark").first.is_visible()
    tab_to(page, "Star")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=★ Starred")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    # Note, correct a date, join.
    tab_to(page, "Note, correct")
    page.keyboard.press("Enter")
    page.wait_for_url("**/lines/**")
    tab_to(page, "#note")
    page.keyboard.type("Ask Ilse Marn")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=note by ada")
    tab_to(page, "#date")
    page.keyboard.press("Control+A")
    page.keyboard.type("2023-10-24")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=date corrected by ada")
    tab_to(page, "#other")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Join")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=joined by ada")

    # A third article: the change, the marks, undo.
    add_by_keyboard(page, THIRD)
    page.goto("/stories/1")
    tab_to(page, "What changed")
    page.keyboard.press("Enter")
    page.wait_for_selector(".changes li")
    tab_to(page, "By hand")
    page.keyboard.press("Enter")
    page.wait_for_url("**/marks")
    assert page.locator(".acts li").count() == 4
    tab_to(page, "Take back: joined")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=taken back by ada")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    # Subscribe.
    tab_to(page, "Subscribe")
    page.keyboard.press("Enter")
    page.wait_for_url("**/subscribe?of=1")
    tab_to(page, "Open")
    assert httpx.get(empty + str(page.evaluate("new URL(document.activeElement.href).pathname"))).status_code == 200


def test_dragging_across_days_narrows_the_timeline(browser: Any, archive: Archive) -> None:
    with served(archive) as address:
        page = opened(browser, address, WIDE)
        page.goto("/stories/1?level=all")
        count = page.locator(".lines .entry").count()
        box = page.locator(".band .columns").bounding_box()
        page.mouse.move(box["x"] + box["width"] - 60, box["y"] + 40)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 40, steps=4)
        page.mouse.up()
        page.wait_for_url("**since=**")
        assert 0 < page.locator(".lines .entry").count() < count
        page.locator(".chip").first.click()
        page.wait_for_url(lambda url: "since=" not in url)


def test_a_filter_counts_at_once_by_mouse_and_when_it_is_asked_for_by_keyboard(browser: Any, archive: Archive) -> None:
    with served(archive) as address:
        page = opened(browser, address, WIDE)
        page.goto("/stories/1?level=all")
        tab_to(page, "Filter the lines")
        page.keyboard.press("Enter")
        tab_to(page, "#source")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.selectedIndex") == 1
        tab_to(page, "Show these")
        assert "source=" not in page.url
        page.keyboard.press("Enter")
        page.wait_for_url("**source=**")
        page.locator("[name=status]").first.click()
        page.wait_for_url("**status=**")
        assert page.locator(".chip").count() == 2


def test_without_scripts_everything_is_there(browser: Any, archive: Archive) -> None:
    with served(archive) as address:
        page = opened(browser, address, WIDE, java_script_enabled=False)
        page.goto("/stories/1")
        page.click("text=Filter the lines")
        page.fill("#words", "questioned")
        page.click("text=Show these")
        assert page.locator(".lines .entry").count() == 1
        page.click(".entry summary")
        assert page.locator(".entry mark").is_visible()
        page.click("text=☆ Star")
        shows(page, ".lines", "★ Starred")


def test_a_printed_timeline_is_compact(browser: Any, archive: Archive) -> None:
    with served(archive) as address:
        page = opened(browser, address, WIDE)
        page.goto("/stories/1")
        page.locator(".entry summary").first.click()
        page.emulate_media(media="print")
        assert not page.locator(".entry blockquote").first.is_visible()
        assert page.locator(".notes-in-print").first.is_visible()
        assert not page.locator(".bar").is_visible()
        assert page.locator(".articles li").first.is_visible()
        assert len(page.pdf()) > 1_000


PAGES = (
    "/stories", "/stories?query=ferry", "/stories/1", "/stories/1?level=all&words=ferry", "/stories/1/changes",
    "/stories/1/names", "/stories/1/places", "/stories/1/sources", "/stories/1/figures", "/stories/1/marks",
    "/article?id=f2&start=0&end=40&layer=times&layer=events&layer=names&layer=attributions&layer=skipped",
    "/search?query=ferry", '/search?query="open', "/searches", "/subscribe?of=1", "/add", "/nowhere", "/login",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_against_any_page(browser: Any, archive: Archive, scheme: str) -> None:
    size = WIDE if scheme == "light" else PHONE
    entry = archive.story(1).timeline().entries[0]
    archive.story(1).mark("note", entry, "Call the coast guard", by="ada")
    with served(archive) as address:
        found: list[str] = []
        page = browser.new_context(viewport=size, base_url=address, color_scheme=scheme).new_page()
        for path in (*PAGES, f"/stories/1/lines/{entry.id}"):
            page.goto(path)
            page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
            found += [f"{path}: {one}" for one in failings(page)]
            if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
                found.append(f"{path}: is wider than the screen")
    assert found == []
