import re

import pytest

from browsing import Browser


def lines_of(page: str) -> list[str]:
    return re.findall(r'<article class="entry" id="entry-(\w+)"', page)


def test_a_story_shows_the_lines_that_its_twin_has(browser: Browser) -> None:
    told = browser.get("/stories/1.json").json()
    assert lines_of(browser.get("/stories/1").text) == [entry["id"] for entry in told["entries"]]


def test_filters_stand_in_the_address(browser: Browser) -> None:
    every, some = (len(lines_of(browser.get(f"/stories/1?level=all{more}").text)) for more in ("", "&words=questioned"))
    assert every > some == 1
    assert len(browser.get("/stories/1.json?level=all&words=questioned").json()["entries"]) == 1


def test_a_filter_that_is_none_is_told_and_not_a_fault(browser: Browser) -> None:
    assert browser.get("/stories/1?since=yesterday").status_code == 400
    assert browser.get('/stories/1?words="open').status_code == 400
    assert "No line of this story is like that" in browser.get("/stories/1?words=zebra").text


def test_evidence_stands_in_its_paragraph_and_leads_to_its_article(browser: Browser) -> None:
    page = browser.get("/stories/1?words=questioned").text
    assert "<mark>" in page
    assert re.search(r'href="/article\?id=f3&amp;start=\d+&amp;end=\d+#passage"', page)


def test_a_line_has_an_address_of_its_own(browser: Browser) -> None:
    entry = browser.get("/stories/1.json").json()["entries"][0]
    assert browser.get(f"/stories/1/lines/{entry['id']}.json").json() == entry
    assert entry["headline"][:30] in browser.get(f"/stories/1/lines/{entry['id']}").text
    assert browser.get("/stories/1/lines/none").status_code == 404


def test_a_story_that_is_not_there(browser: Browser) -> None:
    assert browser.get("/stories/99").status_code == 404
    assert browser.get("/stories/99.json").json()["error"]["code"] == "no-such-story"


@pytest.mark.parametrize("part", ["figures", "names", "places", "sources", "changes", "changes?since=2023-10-15"])
def test_each_part_of_a_story_has_its_page_and_its_twin(browser: Browser, part: str) -> None:
    path, _, query = part.partition("?")
    assert browser.get(f"/stories/1/{part}").status_code == 200
    assert browser.get(f"/stories/1/{path}.json?{query}").status_code == 200


def test_as_it_was_told_at_the_end_of_a_day(browser: Browser) -> None:
    page = browser.get("/stories/1?as_of=2023-10-14").text
    assert "As it was told at the end of 14 October 2023" in page
    assert "questioned" not in page


def test_what_changed_leads_to_the_lines(browser: Browser) -> None:
    page = browser.get("/stories/1/changes?since=2023-10-15").text
    [address, *_] = re.findall(r'class="headline" dir="auto"><a href="(/stories/1/lines/\w+)"', page)
    assert browser.get(address).status_code == 200


def test_what_changed_since_somebody_looked(browser: Browser) -> None:
    assert browser.get("/stories/1/changes.json").json()["changes"]
    browser.send("/stories/1/changes", "/stories/1/seen")
    assert browser.get("/stories/1/changes.json").json()["changes"] == []


def test_looking_at_a_page_changes_nothing(browser: Browser) -> None:
    first = browser.get("/stories/1/changes.json").json()
    assert browser.get("/stories/1/changes.json").json() == first
