import datetime as dt
from dataclasses import replace
from pathlib import Path

from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.model import Feed

ONE, OTHER = "https://meridian.example/feed", "https://harbour.example/rss"
NOON = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)


def test_feeds_are_kept_as_they_were_found(archive: Archive) -> None:
    assert archive.feeds.watch([ONE, OTHER, ONE]) == [Feed(ONE), Feed(OTHER)]
    found = Feed(ONE, title="Meridian", etag='"7"', asked=NOON, not_before=NOON, failures=2, problem="status 500")
    archive.feeds.keep(found)
    assert archive.feeds.all() == [Feed(OTHER), found]
    assert archive.feeds.watch([ONE]) == [found]


def test_a_feed_is_forgotten_and_no_other(archive: Archive) -> None:
    archive.feeds.watch([ONE, OTHER])
    assert archive.feeds.forget([ONE, "https://nowhere.example/"]) == 1
    assert archive.feeds.all() == [Feed(OTHER)]


def test_items_are_known_again(archive: Archive) -> None:
    archive.feeds.saw({"a": ("2024-05-01", 0), "b": (None, 2)})
    archive.feeds.saw({"b": ("2024-05-02", 0)})
    assert archive.feeds.seen(["a", "b", "c"]) == {"a": ("2024-05-01", 0), "b": ("2024-05-02", 0)}


def test_they_go_out_and_back_with_the_archive(archive: Archive, tmp_path: Path) -> None:
    [feed] = archive.feeds.watch([ONE])
    archive.feeds.keep(replace(feed, title="Meridian", asked=NOON))
    archive.feeds.saw({"a": ("2024-05-01", 0)})
    with open_archive(tmp_path / "other.db") as other:
        other.restore(list(archive.export()))
        assert other.feeds.all() == archive.feeds.all()
        assert other.feeds.seen(["a"]) == {"a": ("2024-05-01", 0)}
