"""Feeds of a site on this machine, which only tests may reach, watched into an archive."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.errors import InputError
from dateline.fetching.fetch import Fetcher
from dateline.fetching.watching import Stop, Stopped, Watch
from local_site import HERE, Answer, Site, resolve, serving

NOON = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)
FERRY = (
    "The ferry Aurelia sank off Port Selm on Wednesday with 212 people on board, the coast guard said. Rescue boats "
    "pulled 180 passengers from the water near Cape Torrin, and the search for the others went on through the night."
)
TALKS = (
    "The presidents of Varland and Ostria will meet in Brenn on 20 May to sign a treaty on the river Soma, the foreign "
    "ministry of Varland said on Thursday. The two countries have quarrelled over its water for thirty years."
)
TEASER = f"<description>{FERRY[:97]}</description>"


def item(path: str, title: str, day: str = "Wed, 01 May 2024 09:00:00 GMT", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{path}</link><pubDate>{day}</pubDate>{more}</item>"


@dataclass
class Watcher:
    """An archive that watches the site, with a clock that moves only when somebody waits."""

    site: Site
    archive: Archive
    now: dt.datetime = NOON
    left_out: list[str] = field(default_factory=list)
    stop: Stop = field(default_factory=Stop)
    rounds: int = 1

    def clock(self) -> float:
        return (self.now - NOON).total_seconds()

    def sleep(self, seconds: float) -> None:
        self.now += dt.timedelta(seconds=seconds)
        if seconds > 600:
            self.rounds -= 1
            if not self.rounds:
                self.stop()

    def watch(self, *paths: str, once: bool = True) -> list[str]:
        """One round; the paths that were asked for in it."""
        self.site.asked.clear()
        fetcher = Fetcher(allowed=(HERE,), resolve=resolve, clock=self.clock, sleep=self.sleep)
        watch = Watch(
            self.archive, fetcher, dt.timedelta(minutes=15), lambda: self.now, stop=self.stop,
            left_out=self.note,
        )  # fmt: skip
        watch.rounds([self.site.at(path) for path in paths], once=once)
        return [path for path, _ in self.site.asked if path != "/robots.txt"]

    def note(self, problem: InputError) -> None:
        self.left_out.append(str(problem).replace(self.site.at(""), ""))

    def texts(self) -> dict[str, list[str]]:
        """Of each article the texts of its versions, by the path of its id."""
        with_ids = [id_ for story in self.archive.stories() for id_ in story.articles]
        return {
            id_.removeprefix(self.site.at("")): [version.text for version in self.archive.article(id_)]
            for id_ in with_ids
        }


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Watcher]:
    with serving() as site, open_archive(tmp_path / "news.db", now=lambda: NOON) as archive:
        site.page("/ferry", "Ferry sinks", "2024-05-01", FERRY)
        site.page("/talks", "Talks", "2024-05-02", TALKS)
        site.feed("/feed", item(site.at("/talks"), "Talks") + item(site.at("/ferry"), "Ferry sinks"), ETag='"1"')
        yield Watcher(site, archive)


def test_the_pages_of_new_items_are_kept_and_put_to_stories(here: Watcher) -> None:
    assert here.watch("/feed") == ["/feed", "/ferry", "/talks"]
    assert here.left_out == []
    assert here.texts().keys() == {"/ferry", "/talks"}
    [ferry] = here.archive.article(here.site.at("/ferry"))
    assert (ferry.source, ferry.published, ferry.title) == ("The Meridian", dt.date(2024, 5, 1), "Ferry sinks")
    assert "Aurelia" in ferry.text
    assert [feed.title for feed in here.archive.feeds.all()] == ["Meridian news"]


def test_a_feed_is_asked_only_whether_it_has_changed_and_no_page_twice(here: Watcher) -> None:
    here.watch("/feed")
    assert here.watch() == ["/feed"]
    assert here.site.asked[-1] == ("/feed", '"1"')
    here.site.page("/strike", "Strike", "2024-05-02", TALKS.replace("treaty", "strike"))
    here.site.feed("/feed", item(here.site.at("/strike"), "Strike") + item(here.site.at("/ferry"), "Ferry sinks"))
    assert here.watch() == ["/feed", "/strike"]


def test_an_item_that_was_changed_is_fetched_again_as_a_newer_version(here: Watcher) -> None:
    here.watch("/feed")
    updated = "<a:updated xmlns:a='http://www.w3.org/2005/Atom'>2024-05-02T10:00:00Z</a:updated>"
    here.site.page("/ferry", "Ferry sinks", "2024-05-01", FERRY + " Nine people are dead.")
    here.site.feed("/feed", item(here.site.at("/ferry"), "Ferry sinks", more=updated))
    assert here.watch() == ["/feed", "/ferry"]
    first, second = here.texts()["/ferry"]
    assert "Nine" in second
    assert "Nine" not in first


def test_a_whole_text_in_the_feed_needs_no_page(here: Watcher) -> None:
    whole = f"<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>{FERRY}</content:encoded>"
    here.site.feed("/feed", item(here.site.at("/ferry"), "Ferry sinks", more=whole))
    assert here.watch("/feed") == ["/feed"]
    assert here.texts() == {"/ferry": [FERRY]}


def test_a_page_that_never_comes_leaves_the_teaser(here: Watcher) -> None:
    here.site.answers["/ferry"] = Answer(status=404)
    here.site.feed("/feed", item(here.site.at("/ferry"), "Ferry sinks", more=TEASER))
    here.watch("/feed")
    assert here.left_out == ["/ferry: the server answers with status 404. Check the address, or try again later"]
    assert [version.excerpt for version in here.archive.article(here.site.at("/ferry"))] == [True]
    assert here.watch() == ["/feed"]


def test_a_page_whose_server_has_a_fault_is_asked_for_again_five_times(here: Watcher) -> None:
    page = here.site.answers["/ferry"]
    here.site.answers["/ferry"] = Answer(status=500)
    here.watch("/feed")
    assert here.texts().keys() == {"/talks"}
    # Without its mark: the feed is to come whole again.
    assert here.watch() == ["/feed", "/ferry"]
    assert here.site.asked[0] != ("/feed", '"1"')
    here.site.answers["/ferry"] = page
    here.watch()
    assert here.texts().keys() == {"/ferry", "/talks"}
    here.site.answers["/talks"] = Answer(status=500)
    here.site.feed("/other", item(here.site.at("/gone"), "Gone"))
    here.site.answers["/gone"] = Answer(status=503)
    assert [here.watch("/other") for _ in range(6)] == [["/other", "/gone"]] * 5 + [["/other"]]


def test_a_feed_that_fails_is_named_and_left_alone_longer_each_time(here: Watcher) -> None:
    here.site.answers["/bad"] = Answer(status=500)
    asked = [bool(here.watch("/bad")) for _ in range(2)]
    assert asked == [True, False]
    assert here.left_out == ["/bad: the server answers with status 500. It is asked again after 2024-05-02 12:15"]
    here.now += dt.timedelta(minutes=15)
    here.watch("/bad")
    assert here.left_out[-1].endswith("after 2024-05-02 12:45")
    here.now += dt.timedelta(minutes=30)
    here.site.feed("/bad", item(here.site.at("/ferry"), "Ferry sinks"))
    assert here.watch("/bad") == ["/bad", "/ferry"]
    assert [feed.failures for feed in here.archive.feeds.all()] == [0]


def test_a_server_is_left_alone_as_long_as_it_asks_to_be(here: Watcher) -> None:
    here.site.answers["/bad"] = Answer(status=429, headers={"Retry-After": "7200"})
    here.watch("/bad")
    assert here.left_out[-1].endswith("It is asked again after 2024-05-02 14:00")
    here.site.answers["/ferry"] = Answer(status=503, headers={"Retry-After": "3600"})
    assert here.watch("/feed") == ["/feed", "/ferry"]
    assert here.watch("/feed") == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<html><body><p>Front page</p></body></html>", "it is an HTML page, and no feed"),
        ("<rss><channel><item>", "is broken"),
        ('{"text": "The ferry sank.", "published": "2024-05-01"}', "no feed"),
    ],
)
def test_what_is_no_feed_is_said(here: Watcher, body: str, told: str) -> None:
    here.site.answers["/feed"] = Answer(body)
    here.watch("/feed")
    assert told in here.left_out[0]
    assert here.texts() == {}


def test_a_json_feed_is_watched_too(here: Watcher) -> None:
    one = f'{{"id": "7", "url": "{here.site.at("/ferry")}", "summary": "It sank.", "date_published": "2024-05-01"}}'
    here.site.answers["/feed"] = Answer(
        f'{{"version": "https://jsonfeed.org/version/1.1", "title": "Meridian", "items": [{one}]}}'
    )
    assert here.watch("/feed") == ["/feed", "/ferry"]
    assert here.texts().keys() == {"/ferry"}


def test_items_of_two_feeds_may_have_one_number_each(here: Watcher) -> None:
    numbered = "<guid isPermaLink='false'>12</guid>"
    here.site.feed("/one", item(here.site.at("/ferry"), "Ferry sinks", more=numbered))
    here.site.feed("/two", item(here.site.at("/talks"), "Talks", more=numbered))
    here.watch("/one", "/two")
    assert here.texts().keys() == {"/ferry", "/talks"}


def test_an_item_that_leads_to_a_private_machine_is_left_out(here: Watcher) -> None:
    here.site.feed("/feed", item("http://169.254.169.254/latest", "Talks"))
    here.watch("/feed")
    assert "a machine of a private network" in here.left_out[0]


def test_rounds_go_on_until_the_order_to_stop(here: Watcher) -> None:
    here.rounds = 3
    assert here.watch("/feed", once=False).count("/feed") == 3
    assert here.now - NOON == dt.timedelta(minutes=45)


def test_an_order_to_stop_is_heard_at_once_where_somebody_waits_and_else_later() -> None:
    stop = Stop()
    stop()
    with pytest.raises(Stopped), stop.heard():
        pytest.fail("it goes on")
    other = Stop()
    with pytest.raises(Stopped), other.heard():
        other()
