import threading
from functools import partial

import pytest

from dateline.web.warm import Warm


def test_only_so_much_is_kept() -> None:
    warm: Warm[str] = Warm(2)
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key

    for key in ("a", "b", "a", "c", "a", "b"):
        warm.get(key, partial(make, key))
    assert made == ["a", "b", "c", "b"]


def test_what_fails_is_not_kept() -> None:
    warm: Warm[int] = Warm(2)
    with pytest.raises(ZeroDivisionError):
        warm.get("a", lambda: 1 // 0)
    assert warm.get("a", lambda: 7) == 7


def test_a_thousand_who_ask_at_once_cost_one() -> None:
    warm: Warm[int] = Warm(2)
    begun, may_end = threading.Event(), threading.Event()
    made = []

    def make() -> int:
        made.append(1)
        begun.set()
        may_end.wait(10)
        return 7

    got: list[int] = []
    threads = [threading.Thread(target=lambda: got.append(warm.get("a", make))) for _ in range(20)]
    for thread in threads:
        thread.start()
    begun.wait(10)
    may_end.set()
    for thread in threads:
        thread.join()
    assert (got, made) == ([7] * 20, [1])
