"""Attacks on what is taken away or printed: every format, an attack in every field. Nothing runs, nothing loads."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import icalendar
import openpyxl
import pytest
from markdown_it import MarkdownIt

from baiting import BAIT, PAYLOADS, baited_archive
from browsing import Browser
from chromium import WIDE, chromium, served
from dateline.archive.archive import Archive
from dateline.web.app import app
from dateline.web.pages.export import EXPORTS
from dateline.web.settings import Settings

pytestmark = pytest.mark.slow

PAGE = "/stories/1/export?level=all&hidden=1&format="


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with baited_archive(tmp_path_factory.mktemp("bait") / "bait.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def taken(archive: Archive) -> dict[str, bytes]:
    """The story in every format."""
    with Browser(app(archive, Settings(parse=False))) as browser:
        answers = {format_: browser.get(PAGE + format_) for format_ in EXPORTS}
    for format_, answer in answers.items():
        assert answer.status_code == 200, format_
        assert answer.headers["content-type"] == "application/octet-stream"
        assert re.fullmatch(r'attachment; filename="story-1\.[a-z.]+"', answer.headers["content-disposition"])
    return {format_: answer.content for format_, answer in answers.items()}


@pytest.fixture(scope="module")
def browser(taken: dict[str, bytes]) -> Iterator[Any]:
    # What is taken away comes first: the browser's loop has the thread for itself.
    with chromium() as opened:
        yield opened


def watched(browser: Any, allowed: str) -> tuple[Any, list[str]]:
    """A page, and what it asks for beyond what is allowed, or runs."""
    page, bad = browser.new_context(viewport=WIDE).new_page(), list[str]()

    def ran(dialog: Any) -> None:
        bad.append(f"ran {dialog.message}")
        dialog.dismiss()

    def asked(request: Any) -> None:
        if not request.url.startswith(allowed):
            bad.append(f"asked for {request.url}")

    page.on("dialog", ran)
    page.on("request", asked)
    return page, bad


def untouched(page: Any) -> list[str]:
    """What of a page another style than ours has changed."""
    return list(
        page.evaluate(
            """() => {
                const told = (element) => element.outerHTML.slice(0, 80);
                const bad = [...document.querySelectorAll("[style], base, iframe, object, embed, img")].map(told);
                for (const link of document.querySelectorAll("a[href]"))
                    if (!/^(https?|file):/.test(new URL(link.getAttribute("href"), location).href))
                        bad.push(told(link));
                if (getComputedStyle(document.body).display !== "block") bad.push("the body is hidden");
                for (const element of document.querySelectorAll("*")) {
                    const style = getComputedStyle(element);
                    if (style.backgroundImage !== "none" || style.color === "rgb(255, 0, 0)") bad.push(told(element));
                }
                return bad;
            }"""
        )
    )


def test_the_page_that_is_taken_away_runs_loads_and_styles_nothing_of_others(
    browser: Any, taken: dict[str, bytes], tmp_path: Any
) -> None:
    path = tmp_path / "story.html"
    path.write_bytes(taken["html"])
    page, bad = watched(browser, path.as_uri())
    page.goto(path.as_uri())
    assert untouched(page) == []
    assert "@import url(https://evil.example/a.css)" in page.inner_text("body")
    assert len(page.query_selector_all("style")) == 1
    page.emulate_media(media="print")
    assert len(page.pdf()) > 1_000
    assert bad == []


@pytest.mark.parametrize(
    "address", ["/stories/1?level=all&hidden=1", "/stories/1/marks", "/searches", "/stories/1/changes"]
)
def test_what_is_printed_loads_and_styles_nothing_of_others(browser: Any, archive: Archive, address: str) -> None:
    with served(archive) as home:
        page, bad = watched(browser, home)
        page.goto(home + address)
        assert untouched(page) == []
        page.emulate_media(media="print")
        assert untouched(page) == []
        assert len(page.pdf()) > 1_000
        assert bad == []


@pytest.mark.parametrize("format_", ["markdown", "frontmatter"])
def test_markdown_has_no_element_link_or_picture_of_others(taken: dict[str, bytes], format_: str) -> None:
    text = taken[format_].decode()
    if format_ == "frontmatter":
        head, text = text.removeprefix("---\n").split("\n---\n", 1)
        assert set(re.findall(r"^(\w+): ", head, re.M)) == {"title", "entries", "from", "to", "sources", "generator"}
        assert all(json.loads(line.partition(": ")[2]) is not None for line in head.splitlines())
    kinds, stack = set(), list(MarkdownIt("commonmark", {"html": True}).parse(text))
    while stack:
        token = stack.pop()
        stack += token.children or []
        kinds.add(token.type)
    assert kinds.isdisjoint({"html_block", "html_inline", "image", "link_open", "fence", "code_block"})
    assert "evil.example" in text


@pytest.mark.parametrize("format_", ["csv", "timesketch"])
def test_no_cell_of_a_table_is_a_formula(taken: dict[str, bytes], format_: str) -> None:
    [header, *rows] = csv.reader(io.StringIO(taken[format_].decode(), newline=""))
    assert rows
    assert {len(row) for row in rows} == {len(header)}
    cells = [(name, cell) for row in rows for name, cell in zip(header, row, strict=True)]
    assert [one for one in cells if re.match(r"[\s=+\-@\t\r\uff1d\uff0b\uff0d\uff20]", one[1])] == []
    assert any("HYPERLINK" in cell for _, cell in cells)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(taken: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(taken["xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "d"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert any(str(cell.value).startswith('=HYPERLINK("https://evil') for cell in cells)


def test_what_timelinejs_takes_for_html_is_ours(taken: dict[str, bytes]) -> None:
    for slide in json.loads(taken["timelinejs"])["events"]:
        for text in slide["text"].values():
            tags = re.findall(r"<[^>]*>", text)
            assert {tag for tag in tags if not tag.startswith("<a ")} <= {
                "<blockquote>", "</blockquote>", "<p>", "</p>", "<cite>", "</cite>", "</a>",
            }  # fmt: skip
            assert not [tag for tag in tags if tag.startswith("<a ")], "no article here has an address of the web"


def test_lines_of_a_calendar_and_of_references_are_ours(taken: dict[str, bytes]) -> None:
    calendar = icalendar.Calendar.from_ical(taken["ics"].decode())
    assert calendar.walk("VEVENT")
    assert [name for event in calendar.walk("VEVENT") for name in event if name.startswith("X-EVIL")] == []
    lines = [line for line in re.split(r"\r?\n", taken["ris"].decode()) if line]
    assert [line for line in lines if not re.match(r"[A-Z][A-Z0-9]  - ", line)] == []
    assert not [line for line in lines if line.startswith("UR  - javascript:")]


@pytest.mark.parametrize(
    "format_",
    ["json", "jsonld", "geojson", "webannotation", "timesketchjsonl", "ftm", "ninjs", "csljson", "timelinejs"],
)
def test_json_holds_what_was_written_as_text_and_no_address_that_runs(taken: dict[str, bytes], format_: str) -> None:
    lines = taken[format_].decode().splitlines() if format_ in ("timesketchjsonl", "ftm") else [taken[format_].decode()]
    held = list[tuple[str, str]]()

    def walk(key: str, value: object) -> None:
        if isinstance(value, dict):
            for name, one in value.items():
                walk(name, one)
        elif isinstance(value, list):
            for one in value:
                walk(key, one)
        elif isinstance(value, str):
            held.append((key, value))

    for line in lines:
        walk("", json.loads(line))
    assert any("alert(1)" in text for _, text in held) or format_ == "geojson", "no line has a place"
    # Our own JSON tells what an article says its address is; the others are for programs that open addresses.
    addresses = {"@id", "url", "uri", "URL", "sourceUrl", "link", "link_url", "href"}
    if format_ != "json":
        assert [one for one in held if one[0] in addresses and one[1].startswith("javascript:")] == []


def test_every_attack_is_in_every_format_that_tells_all(taken: dict[str, bytes]) -> None:
    told = json.loads(taken["json"])
    notes = {mark["values"][0] for entry in told["entries"] for mark in entry.get("hand", {}).get("marks", ())
             if mark["kind"] == "note"}  # fmt: skip
    assert {*PAYLOADS, BAIT} - {note.strip() for note in notes} <= {"\t=1+1"}
