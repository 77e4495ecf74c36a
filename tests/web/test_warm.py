import threading
from functools import partial

import pytest

from dateline.web.warm import StillMaking, Warm


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


def test_what_takes_long_is_made_beside_and_given_to_who_asks_again() -> None:
    warm: Warm[int] = Warm(2)
    may_end = threading.Event()
    made = []

    def make() -> int:
        made.append(1)
        may_end.wait(10)
        return 7

    for _ in range(3):
        with pytest.raises(StillMaking):
            warm.soon("a", make, 0.0)
    may_end.set()
    assert (warm.soon("a", make, 10.0), made) == (7, [1])
    warm.close()


def test_who_asks_later_waits_no_longer_than_the_first() -> None:
    warm: Warm[int] = Warm(2)
    may_end = threading.Event()
    with pytest.raises(StillMaking):
        warm.soon("a", lambda: may_end.wait(10) and 7, 0.05)
    for _ in range(50):
        with pytest.raises(StillMaking) as still:
            warm.soon("a", lambda: 8, 0.05)
    assert 0.05 <= still.value.seconds < 5
    may_end.set()
    warm.close()


def test_what_fails_beside_is_told_to_who_asks_again_and_made_anew_after() -> None:
    warm: Warm[float] = Warm(2)
    may_end = threading.Event()
    with pytest.raises(StillMaking):
        warm.soon("a", lambda: may_end.wait(10) / 0, 0.0)
    may_end.set()
    with pytest.raises(ZeroDivisionError):
        warm.soon("a", lambda: 7, 10.0)
    assert warm.soon("a", lambda: 8, 10.0) == 8
    warm.close()


def test_what_is_being_made_is_not_dropped_for_what_comes() -> None:
    warm: Warm[int] = Warm(1)
    may_end = threading.Event()
    with pytest.raises(StillMaking):
        warm.soon("a", lambda: may_end.wait(10) and 7, 0.0)
    assert [warm.get(key, lambda: 1) for key in "bcd"] == [1, 1, 1]
    may_end.set()
    assert warm.soon("a", lambda: 8, 10.0) == 7
    warm.close()


def test_the_latest_of_what_was_made() -> None:
    warm: Warm[int] = Warm(3)
    assert warm.latest(lambda _: True) is None
    for key, value in (("a", 1), ("b", 2)):
        warm.get(key, partial(int, value))
    assert warm.latest(lambda key: key == "a") == 1
    assert warm.latest(lambda _: True) == 2
