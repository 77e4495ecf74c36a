"""What pages and API ask of an archive, in one place: each answer is a noun of the model, the same for both.

Timelines are kept warm: one for each state of a story, the latest asked for first, so many at most. A thousand readers
of one story cost one timeline.
"""

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar, cast

from dateline.archive.archive import Archive, ArchivedStory
from dateline.model import Changes, Diary, Period, Stories, Timeline
from dateline.request import Request
from dateline.web.settings import Settings

_Made = TypeVar("_Made")

_TIMELINES = 64
"""Timelines that are kept."""
_CHANGES = 64
"""Changes and diaries that are kept."""


class Desk:
    """The questions, on one archive."""

    def __init__(self, archive: Archive, settings: Settings) -> None:
        self.archive = archive
        self.settings = settings
        self._timelines: Warm[Timeline] = Warm(_TIMELINES)
        self._changes: Warm[Changes | Diary] = Warm(_CHANGES)

    def stories(self, since: dt.date | None = None, query: str | None = None) -> Stories:
        """The stories, the one told last first."""
        return Stories(tuple(self.archive.stories(since=since, query=query)))

    def story(self, story: int) -> ArchivedStory:
        """One story. Raises UnknownStory."""
        return self.archive.story(story)

    def timeline(self, story: int, as_of: dt.date | None = None) -> Timeline:
        """The timeline of a story as it is now, or was at the end of a day. Raises UnknownStory, NothingToRead."""
        of = self.archive.story(story)
        return self._timelines.get((of.id, of.state(), as_of), lambda: of.timeline(self._request(as_of)))

    def changes(self, story: int, since: dt.date, as_of: dt.date | None = None) -> Changes:
        """What changed in a story since the end of a day. Raises UnknownStory, NothingToRead, OptionError."""
        of = self.archive.story(story)
        key = (of.id, of.state(), since, as_of)
        return cast(Changes, self._changes.get(key, lambda: of.changes(since, self._request(as_of))))

    def diary(self, story: int) -> Diary:
        """What each day changed in a story. Raises UnknownStory, NothingToRead."""
        of = self.archive.story(story)
        key = (of.id, of.state())
        return cast(Diary, self._changes.get(key, lambda: of.diary(Period.DAY, self._request())))

    def _request(self, as_of: dt.date | None = None) -> Request:
        return Request(parse=self.settings.parse, as_of=as_of, processes=1)


class Warm(Generic[_Made]):
    """What was made, kept under what it was made of; the one that was asked for longest ago goes first.

    Who asks for what is just being made waits for it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Future[_Made]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What is kept under a key, made where nothing is. What `make` raises is raised and not kept."""
        with self._lock:
            known = self._kept.get(key)
            if known is None:
                mine: Future[_Made] = Future()
                self._kept[key] = mine
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
            else:
                self._kept.move_to_end(key)
        if known is not None:
            return known.result()
        try:
            mine.set_result(make())
        except BaseException as error:
            with self._lock:
                if self._kept.get(key) is mine:
                    del self._kept[key]
            mine.set_exception(error)
            raise
        return mine.result()
