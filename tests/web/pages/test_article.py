import dataclasses
import datetime as dt
import html
import re

from browsing import Browser
from dateline.archive.archive import Archive


def text_of(page: str) -> str:
    found = re.search(r'<div class="article-text"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert found
    return html.unescape(re.sub(r"<[^>]+>", "", found[1]))


def test_the_text_is_shown_to_the_character_with_its_layers(browser: Browser, archive: Archive) -> None:
    page = browser.get("/article?id=f2&layer=times&layer=names&layer=attributions").text
    assert text_of(page) == archive.article("f2")[0].text
    page = browser.get("/article?id=f2&layer=times").text
    assert re.search(r'<span class="time" title="DATE 2023-10-14">Saturday</span>', page)


def test_the_twin_has_what_the_page_shows(browser: Browser) -> None:
    told = browser.get("/article.json?id=f2").json()
    text = told["article"]["text"]
    assert [text[one["start"] : one["end"]] for one in told["layers"]["timexes"]] == [
        one["text"] for one in told["layers"]["timexes"]
    ]
    assert told["story"] == 1


def test_a_passage_is_marked_where_an_address_says(browser: Browser) -> None:
    page = browser.get("/article?id=f2&start=0&end=11&layer=none").text
    assert '<mark id="passage">Nine people</mark>' in page


def test_lines_that_rest_on_it_lead_to_their_pages(browser: Browser) -> None:
    page = browser.get("/article?id=f3").text
    assert re.search(r'href="/stories/1/lines/\w+"', page)


def test_an_earlier_version_is_still_there_and_says_that_it_was_replaced(browser: Browser, archive: Archive) -> None:
    [first] = archive.article("f1")
    later = dt.datetime(2023, 10, 15, 9, tzinfo=dt.UTC)
    archive.add([dataclasses.replace(first, text=first.text.replace("212", "214"), updated=later)])
    assert "214 people" in browser.get("/article?id=f1").text
    earlier = browser.get("/article?id=f1&version=1").text
    assert "212 people" in earlier
    assert "A newer version has replaced this text" in earlier
    assert browser.get("/article?id=f1&version=3").status_code == 404


def test_what_is_not_there(browser: Browser) -> None:
    assert browser.get("/article?id=none").status_code == 404
    assert browser.get("/article").status_code == 404
    assert browser.get("/article?id=f1&start=x").status_code == 400
