"""What was made, kept under what it was made of; so many at most."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Warm(Generic[Made]):
    """What was made, kept under what it was made of; the one that was asked for longest ago goes first.

    Who asks for what is just being made waits for it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Future[Made]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept under a key, made where nothing is. What `make` raises is raised and not kept."""
        with self._lock:
            known = self._kept.get(key)
            if known is None:
                mine: Future[Made] = Future()
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
