import pytest

from browsing import Browser

pytestmark = pytest.mark.slow


def test_words_are_found_and_marked(browser: Browser) -> None:
    page = browser.get("/search?query=flour").text
    assert "<mark>flour</mark>" in page
    assert "1 article" in page


def test_an_empty_query_lists_all(browser: Browser) -> None:
    assert browser.get("/search.json").json()["total"] == 6


@pytest.mark.parametrize(
    "query", ['"open', "a -", "*", '""', "f*rry", "((", "AND OR NOT", "'; DROP TABLE versions", "\x00", "%", "é" * 300]
)
def test_the_box_cannot_fail(browser: Browser, query: str) -> None:
    answer = browser.get("/search", params={"query": query})
    assert answer.status_code == 200


def test_a_query_that_cannot_be_read_is_sought_word_by_word_and_says_so(browser: Browser) -> None:
    page = browser.get("/search", params={"query": '"flour prices'}).text
    assert "the quotation mark is never closed" in page
    assert "<mark>flour</mark>" in page
    assert browser.get("/search.json", params={"query": '"flour'}).json()["error"]["at"] == 0


def test_facets_lead_on_and_filters_lead_back(browser: Browser) -> None:
    page = browser.get("/search?query=the").text
    assert "/search?query=the&amp;person=Jonas+Verrin" in page
    narrowed = browser.get("/search?query=the&person=Jonas+Verrin").text
    assert 'class="chip" href="/search?query=the"' in narrowed
    assert browser.get("/search.json?query=the&person=Jonas+Verrin").json()["total"] == 2


@pytest.mark.parametrize(
    "query", ["since=yesterday", "status=maybe", "story=x", "sort=best", "cursor=none", "story=99"]
)
def test_a_filter_that_is_none_is_told(browser: Browser, query: str) -> None:
    assert browser.get(f"/search?{query}").status_code in (400, 404)


def test_page_after_page_by_key(browser: Browser) -> None:
    first = browser.get("/search.json?sort=newest").json()
    assert first["cursor"] is None
    assert [hit["article"] for hit in first["articles"]][:2] == ["f3", "s2"]
