"""How often somebody asks in, how long they have to wait out: a token bucket for each of them."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

_KNOWN = 10_000
"""Of whom it is remembered how often they asked; of the others it begins anew."""


class Limits:
    """So many requests a minute of each, and as many at once."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.a_minute = a_minute
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, who: str) -> float:
        """Seconds until somebody may ask again; 0 where they may now, which is then counted."""
        now = self._clock()
        with self._lock:
            left, since = self._left.pop(who, (float(self.a_minute), now))
            left = min(self.a_minute, left + (now - since) * self.a_minute / 60)
            may = left >= 1
            self._left[who] = (left - may, now)
            if len(self._left) > _KNOWN:
                self._left.popitem(last=False)
        return 0.0 if may else (1 - left) * 60 / self.a_minute
