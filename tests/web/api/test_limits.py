import pytest

from dateline.web.api.limits import Limits


def test_who_asks_too_often_waits_and_nobody_else() -> None:
    now = 100.0
    limits = Limits(60, lambda: now)
    assert [limits.wait("ada") for _ in range(60)] == [0.0] * 60
    assert limits.wait("ada") == pytest.approx(1.0)
    assert limits.wait("max") == 0.0
    now += 0.5
    assert limits.wait("ada") == pytest.approx(0.5)
    now += 0.5
    assert limits.wait("ada") == 0.0
    assert limits.wait("ada") == pytest.approx(1.0)


def test_who_was_away_for_long_has_no_more_than_a_minutes_worth() -> None:
    now = 0.0
    limits = Limits(2, lambda: now)
    limits.wait("ada")
    now = 10_000.0
    assert [limits.wait("ada") > 0 for _ in range(3)] == [False, False, True]
