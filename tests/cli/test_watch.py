"""`dateline watch` as a user meets it; the site is on this machine, which only tests may reach."""

import functools
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.fetching import fetch
from local_site import HERE, Answer, Site, resolve, serving

TEXT = (
    "The ferry Aurelia sank off Port Selm on Wednesday with 212 people on board, the coast guard said. Rescue boats "
    "pulled 180 passengers from the water near Cape Torrin, and the search for the others went on through the night."
)
pytestmark = pytest.mark.slow


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    monkeypatch.setenv("DATELINE_ARCHIVE", str(tmp_path / "news.db"))
    monkeypatch.setattr(fetch, "Fetcher", functools.partial(fetch.Fetcher, allowed=(HERE,), resolve=resolve, pause=0.0))
    with serving() as served:
        served.page("/ferry", "Ferry sinks", "2024-05-01", TEXT)
        served.feed("/feed", f"<item><title>Ferry sinks</title><link>{served.at('/ferry')}</link></item>")
        yield served


def test_a_line_for_each_article_and_feeds_are_remembered(site: Site, dateline: Callable[..., Any]) -> None:
    done = dateline("watch", site.at("/feed"), "--once")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == f"new\t{site.at('/ferry')}\t1\n"
    again = dateline("watch", "--once")
    assert (again.returncode, again.stdout) == (0, b"")
    assert b"Ferry sinks" in dateline("stories").stdout


def test_opml_in_and_out_and_a_feed_forgotten(site: Site, dateline: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "mine.opml").write_text(f"<opml><body><outline xmlUrl='{site.at('/feed')}'/></body></opml>")
    dateline("watch", tmp_path / "mine.opml", "--once")
    assert dateline("watch", "--opml", tmp_path / "out.opml").returncode == 0
    assert f'text="Meridian news" xmlUrl="{site.at("/feed")}"' in (tmp_path / "out.opml").read_text()
    assert b"1 feeds are watched no more" in dateline("watch", site.at("/feed"), "--forget").stderr
    nothing = dateline("watch", "--once")
    assert nothing.returncode == 2
    assert b"no feed is watched" in nothing.stderr


def test_what_fails_is_named_and_the_rest_goes_on(site: Site, dateline: Callable[..., Any]) -> None:
    site.answers["/bad"] = Answer(status=500)
    done = dateline("watch", site.at("/bad"), site.at("/feed"), "--once")
    assert done.returncode == 1
    assert b"/bad: the server answers with status 500. It is asked again after" in done.stderr
    assert done.stdout.startswith(b"new\t")


def test_it_ends_well_on_sigterm(site: Site, dateline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(_: float) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(fetch, "Fetcher", functools.partial(fetch.Fetcher, sleep=wait))
    done = dateline("watch", site.at("/feed"), "--every", "2h")
    assert (done.returncode, done.stderr) == (0, b"dateline: stopped\n")
    assert done.stdout.startswith(b"new\t")


@pytest.mark.parametrize("every", ["15", "0m", "1w", "soon"])
def test_a_length_of_time_that_is_none_is_refused(site: Site, dateline: Callable[..., Any], every: str) -> None:
    done = dateline("watch", site.at("/feed"), "--every", every)
    assert done.returncode == 2
    assert b"is not a length of time" in done.stderr
