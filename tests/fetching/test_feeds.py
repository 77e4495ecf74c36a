import datetime as dt

import pytest

from dateline.errors import UnreadableInput
from dateline.fetching.feeds import Item, articles_of, items_of
from dateline.fetching.fetch import Fetched

FEED = "https://meridian.example/feed"
PAGE = "https://meridian.example/ferry"
TEXT = (
    "The ferry Aurelia sank off Port Selm on Wednesday with 212 people on board, the coast guard said. Rescue boats "
    "pulled 180 passengers from the water near Cape Torrin, and the search for the others went on through the night."
)


def item_of(more: str) -> Item:
    body = f"<rss version='2.0'><channel><title>Meridian</title><item><title>Ferry</title>{more}</item></channel></rss>"
    [item] = items_of(Fetched(FEED, FEED, 200, body.encode())).items
    return item


@pytest.mark.parametrize(
    ("more", "known"),
    [
        (f"<link>{PAGE}</link>", PAGE),
        (f"<link>{PAGE}</link><guid isPermaLink='false'>12</guid>", PAGE),
        (f"<link>{PAGE}?from=rss</link><guid>{PAGE}</guid>", PAGE),
        (f"<link>{PAGE}</link><guid isPermaLink='false'>tag:meridian.example:12</guid>", "tag:meridian.example:12"),
        ("<guid isPermaLink='false'>12</guid><description>It sank.</description>", f"{FEED} 12"),
    ],
)  # fmt: skip
def test_an_item_is_known_by_an_id_that_no_other_feed_gives(more: str, known: str) -> None:
    assert item_of(more).id == known


def test_an_item_is_there_without_a_text_and_without_a_day() -> None:
    item = item_of(f"<link>{PAGE}</link>")
    assert (item.address, item.day, item.given, item.stamp) == (PAGE, None, None, "")


def test_a_page_is_filled_by_what_its_feed_tells() -> None:
    item = item_of(f"<link>{PAGE}</link><pubDate>Wed, 01 May 2024 09:00:00 GMT</pubDate><category>Coast</category>")
    page = Fetched(PAGE, PAGE, 200, f"<html><body><article><p>{TEXT}</p></article></body></html>".encode(), "text/html")
    [article] = articles_of(page, item)
    assert (article.published, article.title, article.source) == (dt.date(2024, 5, 1), "Ferry", "Meridian")
    assert (article.id, article.url, article.section, article.read_from) == (PAGE, PAGE, "Coast", PAGE)


def test_a_page_without_an_article_is_named_by_its_address() -> None:
    page = Fetched(PAGE, PAGE, 200, b"<html><body></body></html>", "text/html")
    with pytest.raises(UnreadableInput, match=PAGE):
        articles_of(page, item_of(f"<link>{PAGE}</link>"))


def test_an_empty_feed_is_a_feed() -> None:
    body = b"<rss version='2.0'><channel><title>Meridian</title></channel></rss>"
    assert items_of(Fetched(FEED, FEED, 200, body)).items == ()
