import json

import pytest

from browsing import Browser
from dateline.web.pages.export import EXPORTS
from dateline.writers import BINARY_FORMATS, FORMATS

pytestmark = pytest.mark.slow


def test_every_format_of_a_timeline_can_be_taken_away() -> None:
    assert set(EXPORTS) == {*FORMATS["timeline"], *BINARY_FORMATS["timeline"]} - {"table"}


@pytest.mark.parametrize("format_", EXPORTS)
def test_it_is_a_file_with_a_name_of_ours_that_no_browser_runs(browser: Browser, format_: str) -> None:
    answer = browser.get(f"/stories/1/export?format={format_}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="story-1.')
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.content


def test_it_holds_the_lines_that_are_shown(browser: Browser) -> None:
    taken = json.loads(browser.get("/stories/1/export?format=json&words=questioned").content)
    assert taken["entries"] == browser.get("/stories/1.json?words=questioned").json()["entries"]
    assert len(taken["entries"]) == 1


@pytest.mark.parametrize("format_", ["", "table", "../../etc/passwd", "exe", "json\r\nx: y"])
def test_a_format_that_is_none(browser: Browser, format_: str) -> None:
    assert browser.get("/stories/1/export", params={"format": format_}).status_code == 400
