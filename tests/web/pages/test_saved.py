import pytest

from browsing import Browser
from dateline.web.failures import Failure
from dateline.web.pages.saved import address_of, feed_of

pytestmark = pytest.mark.slow


def test_a_search_is_saved_under_a_name_and_shown_again(browser: Browser) -> None:
    page = "/search?query=ferry&source=The+Selm+Courier"
    assert browser.send(page, "/searches", {"name": "The <ferry>", "address": page}).status_code == 303
    shown = browser.get("/searches").text
    assert "The &lt;ferry&gt;" in shown
    assert "saved by <bdi>ada</bdi>" in shown
    assert 'href="/search?query=ferry&amp;source=The+Selm+Courier"' in shown
    assert browser.get("/searches.json").json()["searches"][0]["address"] == page
    assert browser.send("/searches", "/searches/1/forget").status_code == 303
    assert browser.get("/searches.json").json() == {"searches": []}


def test_the_filters_of_a_story_can_be_saved_where_there_are_some(browser: Browser) -> None:
    assert 'formaction="/searches"' not in browser.get("/stories/1").text
    assert 'value="/stories/1?status=happened"' in browser.get("/stories/1?status=happened").text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("/search?query=a&cursor=xyz&since=", "/search?query=a"),
        ("/stories/12?status=denied&status=happened", "/stories/12?status=denied&status=happened"),
        ("/search?query=%22a%26b%22", "/search?query=%22a%26b%22"),
        ("/stories/1", "/stories/1"),
    ],
)
def test_every_filter_is_kept(given: str, kept: str) -> None:
    assert address_of(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "https://evil.example/search?query=a", "//evil.example/search", "javascript:alert(1)", "/login?next=/", "",
        "/stories/1/export?format=csv", "/search?since=never", "/stories/1?level=most", "/search?query=" + "a" * 2_000,
        "http://[", "/stories/\u0661",
    ],
)  # fmt: skip
def test_no_other_address_is_kept(given: str) -> None:
    with pytest.raises(Failure) as failed:
        address_of(given)
    assert failed.value.status == 400


def test_what_is_saved_is_subscribed_to() -> None:
    assert feed_of("/search?query=a&place=Selm") == "/subscribe?query=a&place=Selm"
    assert feed_of("/stories/12?status=denied") == "/subscribe?of=12"
