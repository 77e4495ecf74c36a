from pathlib import Path

import pytest

from dateline.errors import OptionError
from dateline.fetching.lists import addresses
from dateline.fetching.opml import feeds_of, is_opml, written
from dateline.model import Feed

LIST = """<?xml version="1.0"?>
<opml version="1.1"><head><title>Mine</title></head><body>
<outline text="News"><outline type="rss" text="Meridian" xmlUrl="https://meridian.example/feed"/>
<outline type="link" text="A page" url="https://meridian.example/about"/></outline>
<outline text="Harbour &amp; sea" xmlUrl="https://harbour.example/rss"/><outline text="Odd" xmlUrl="feed:nowhere"/>
</body></opml>
"""


def test_feeds_are_found_at_any_depth() -> None:
    assert is_opml(LIST)
    assert feeds_of(LIST) == ["https://meridian.example/feed", "https://harbour.example/rss"]


def test_a_file_of_them_is_a_list_of_addresses(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(LIST, "utf-8")
    assert addresses([str(path)]) == feeds_of(LIST)
    path.write_text("<opml><body/></opml>", "utf-8")
    with pytest.raises(OptionError, match="holds no address"):
        addresses([str(path)])


def test_what_is_written_is_read_again() -> None:
    feeds = [Feed("https://a.example/?a=1&b=2", title='"News" & <more>'), Feed("https://b.example/rss")]
    assert feeds_of(written(feeds)) == [feed.address for feed in feeds]


def test_no_entity_is_followed() -> None:
    bomb = '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    listed = '<opml><body><outline xmlUrl="https://a.example/&x;"/></body></opml>'
    assert all("root" not in address for address in feeds_of(bomb + listed))
