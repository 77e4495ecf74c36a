"""What was made, kept under what it was made of; so many at most."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Made = TypeVar("Made")

_AT_ONCE = 2
"""Things that are made beside the requests at once; others wait for their turn."""
_WAITING = 16
"""Requests that wait for such a thing at once: the others are told at once, so that threads are left for the rest."""


@dataclass(eq=False)
class StillMaking(Exception):
    """What was asked for is being made, and takes its time."""

    seconds: float
    """Since it was first asked for."""
    is_begun: bool
    """Whether its turn has come."""


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Made]):
    future: Future[Made] = field(default_factory=Future)
    asked: float = field(default_factory=time.monotonic)


class Warm(Generic[Made]):
    """What was made, kept under what it was made of; the one that was asked for longest ago goes first.

    Who asks for what is just being made waits for it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, _Kept[Made]] = OrderedDict()
        self._lock = threading.Lock()
        self._beside = ThreadPoolExecutor(_AT_ONCE, "making")
        self._waiting = threading.Semaphore(_WAITING)

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept under a key, made where nothing is. What `make` raises is raised and not kept."""
        kept, is_mine = self._place(key)
        if is_mine:
            self._make(kept, make)
        return self._given(key, kept)

    def soon(self, key: Hashable, make: Callable[[], Made], patience: float) -> Made:
        """The same, made beside the requests. Raises StillMaking where it is not there so many seconds after it was
        first asked for; it goes on being made, and whoever asks again is given it.
        """
        kept, is_mine = self._place(key)
        if is_mine:
            self._beside.submit(self._make, kept, make)
        if not kept.future.done():
            left = kept.asked + patience - time.monotonic()
            if left > 0 and self._waiting.acquire(blocking=False):
                try:
                    kept.future.exception(left)
                except TimeoutError:
                    pass
                finally:
                    self._waiting.release()
        if not kept.future.done():
            raise StillMaking(time.monotonic() - kept.asked, kept.future.running())
        return self._given(key, kept)

    def latest(self, wanted: Callable[[Hashable], bool]) -> Made | None:
        """What was asked for last of what is kept under such a key; None where nothing is."""
        with self._lock:
            found = [kept.future for key, kept in self._kept.items() if wanted(key)]
        return next((one.result() for one in reversed(found) if one.done() and one.exception() is None), None)

    def close(self) -> None:
        """Begin nothing more beside the requests; what is being made is finished."""
        self._beside.shutdown(cancel_futures=True)

    def _place(self, key: Hashable) -> tuple[_Kept[Made], bool]:
        """What is kept under a key, and whether its place is new: then who asks has to make it."""
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
                return known, False
            made = self._kept[key] = _Kept()
            ended = [one for one, kept in self._kept.items() if kept.future.done()]
            for one in ended[: max(0, len(self._kept) - self._most)]:
                del self._kept[one]
            return made, True

    def _make(self, kept: _Kept[Made], make: Callable[[], Made]) -> None:
        kept.future.set_running_or_notify_cancel()
        try:
            kept.future.set_result(make())
        except BaseException as error:  # raised where it was asked for
            kept.future.set_exception(error)

    def _given(self, key: Hashable, kept: _Kept[Made]) -> Made:
        try:
            return kept.future.result()
        except BaseException:
            with self._lock:
                if self._kept.get(key) is kept:
                    del self._kept[key]
            raise
