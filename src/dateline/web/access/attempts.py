"""Who tried to log in and failed in, whether they may try again out: a password is guessed slowly or not at all."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

MOST = 5
"""Failures of one name from one machine before it has to wait."""
WINDOW = 300.0
"""Seconds after which a failure counts no more."""
_KEPT = 10_000


class Attempts:
    """The failures of late."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[tuple[str, str], list[float]] = OrderedDict()
        self._lock = threading.Lock()
        self.at_once = threading.Semaphore(2)
        """How many passwords are checked at once: each takes a second's work and 64 MB, on purpose."""

    def may(self, name: str, machine: str) -> bool:
        """Whether somebody may try."""
        with self._lock:
            return len(self._of_late(name, machine)) < MOST

    def failed(self, name: str, machine: str) -> None:
        """They tried, and failed."""
        with self._lock:
            self._failed[name, machine] = [*self._of_late(name, machine), self._clock()]
            self._failed.move_to_end((name, machine))
            if len(self._failed) > _KEPT:
                self._failed.popitem(last=False)

    def _of_late(self, name: str, machine: str) -> list[float]:
        since = self._clock() - WINDOW
        return [at for at in self._failed.get((name, machine), ()) if at > since]
