"""Feeds in, the articles of their new items in an archive, again and again: asked politely, taken up where it ended.

A feed is asked only whether it has changed (ETag, Last-Modified); of its items only those that are new or were changed
are taken: by the page of each, unless the feed gives the whole text. What fails is tried again, each time later. A page
that never comes leaves what the feed gives of it.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dateline.errors import InputError, UnreachableAddress
from dateline.fetching.feeds import Item, articles_of, items_of
from dateline.fetching.fetch import LATER, Answered, Fetcher
from dateline.model import Article, Feed

if TYPE_CHECKING:
    from dateline.archive.adding import Added
    from dateline.archive.archive import Archive

# The longest a feed that fails is left alone, how often a page is asked for, and pages that are added together.
_LONGEST = dt.timedelta(days=1)
_TRIES = 5
_BATCH = 20


class Stopped(BaseException):
    """Watching was asked to end."""


class Stop:
    """The order to end: it is followed at once where a server is waited for, else when what is going on is done."""

    def __init__(self) -> None:
        self.is_given = False
        self._waits = False

    def __call__(self, *_: object) -> None:
        """Give the order; what a signal calls. Raises Stopped where there is nothing to be finished."""
        self.is_given = True
        if self._waits:
            raise Stopped

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Within, the order ends what is going on. Raises Stopped where it was given already."""
        self._waits = True
        try:
            if self.is_given:
                raise Stopped
            yield
        finally:
            self._waits = False


@dataclass(slots=True)
class Watch:
    """Watches the feeds of an archive."""

    archive: "Archive"
    fetcher: Fetcher
    every: dt.timedelta
    """How long is waited between two rounds."""
    now: Callable[[], dt.datetime]
    stop: Stop = field(default_factory=Stop)
    told_of: "Callable[[Added], object] | None" = None
    """Is told of each article when it is safe."""
    left_out: Callable[[InputError], object] = lambda _: None
    """Is told of each feed and each page from which nothing came."""

    def rounds(self, feeds: Sequence[str], *, once: bool) -> None:
        """Ask these feeds, or all that the archive watches where none is given: once, or until the order to stop."""
        try:
            while True:
                began = self.now()
                self.round(feeds)
                if once:
                    return
                with self.stop.heard():
                    self.fetcher.sleep(max(0.0, (began + self.every - self.now()).total_seconds()))
        except Stopped:
            return

    def round(self, feeds: Sequence[str]) -> None:
        """Ask each feed that may be asked now."""
        watched = self.archive.feeds
        for feed in watched.watch(feeds) if feeds else watched.all():
            if feed.not_before is None or feed.not_before <= self.now():
                watched.keep(self._asked(replace(feed, asked=self.now())))

    def _asked(self, feed: Feed) -> Feed:
        """Ask a feed and take in what is new; the feed as it was found."""
        known = {"etag": feed.etag or "", "modified": feed.modified or ""}
        try:
            with self.stop.heard():
                page = self.fetcher.fetch(feed.address, known)
            if page.status == 304:
                return replace(feed, not_before=None, failures=0, problem=None)
            found = items_of(page)
        except InputError as error:
            return self._failed(feed, error)
        for problem in found.problems:
            self.left_out(problem)
        waiting, alone = self._take(found.items)
        return replace(
            feed,
            title=found.title or feed.title,
            # While a page is waited for the feed is to come whole again.
            etag=None if waiting else page.etag,
            modified=None if waiting else page.modified,
            not_before=self.now() + dt.timedelta(seconds=alone) if alone else None,
            failures=0,
            problem=None,
        )

    def _failed(self, feed: Feed, error: InputError) -> Feed:
        """A feed from which nothing came, to be asked again later each time."""
        wait = min(_LONGEST, self.every * 2 ** min(feed.failures, 20))
        wait = max(wait, dt.timedelta(seconds=_asked_to_wait(error)))
        again = self.now() + wait
        self.left_out(UnreachableAddress(error.where, error.problem, f"It is asked again after {again:%Y-%m-%d %H:%M}"))
        return replace(feed, not_before=again, failures=feed.failures + 1, problem=error.problem)

    def _take(self, items: Sequence[Item]) -> tuple[bool, float]:
        """Add what is new; whether a page is still waited for, and the seconds the server asks to be left alone."""
        seen = self.archive.feeds.seen(item.id for item in items)
        fresh = [item for item in items if seen.get(item.id, (None, 0))[0] != item.stamp]
        waiting, alone = False, 0.0
        batch: list[Article] = []
        met: dict[str, tuple[str | None, int]] = {}
        # Feeds have their last item first; stories are told in the order they came out.
        for item in reversed(fresh):
            before, failures = seen.get(item.id, (None, 0))
            try:
                batch += self._articles(item)
                met[item.id] = item.stamp, 0
            except InputError as error:
                alone = _asked_to_wait(error)
                if _may_come(error) and failures + 1 < _TRIES:
                    waiting = True
                    met[item.id] = before, failures + 1
                else:
                    met[item.id] = item.stamp, 0
                    batch += [item.given] if item.given and item.given.published else []
                self.left_out(error)
            if len(batch) >= _BATCH or alone:
                self._keep(batch, met)
                batch, met = [], {}
            if alone:
                waiting = True
                break
        self._keep(batch, met)
        return waiting, alone

    def _articles(self, item: Item) -> list[Article]:
        """The articles of an item: of its page, unless the feed gives all of it."""
        given = item.given
        if given and given.published and (not given.excerpt or not item.address):
            return [given]
        assert item.address
        with self.stop.heard():
            page = self.fetcher.fetch(item.address)
        found = articles_of(page, item)
        if given and given.published and sum(len(article.text) for article in found) < len(given.text):
            return [given]
        return found

    def _keep(self, batch: Sequence[Article], met: dict[str, tuple[str | None, int]]) -> None:
        """Add articles, and only then keep that their items were seen: an end between the two doubles nothing."""
        if batch:
            for problem in self.archive.add(batch, told_of=self.told_of).left_out:
                self.left_out(problem)
        self.archive.feeds.saw(met)


def _asked_to_wait(error: InputError) -> float:
    """The seconds for which a server asks to be left alone."""
    return error.wait if isinstance(error, Answered) else 0.0


def _may_come(error: InputError) -> bool:
    """Whether a page may come another time: the server had a fault, too much to do, or did not answer."""
    if isinstance(error, Answered):
        return error.status >= 500 or error.status in (408, 425, 429)
    return isinstance(error, UnreachableAddress) and error.remedy == LATER
