"""What may be asked for, and what is refused before any article is read."""

import datetime as dt
import logging

import pytest

from dateline import OptionError, Request
from dateline.errors import InputError


@pytest.mark.parametrize("given", [{"dates": 0}, {"sentences": -1}, {"processes": 0}])
def test_less_than_one_is_refused(given: dict[str, int]) -> None:
    (name,) = given
    with pytest.raises(OptionError, match=f"{name} is .*Use 1 or more"):
        Request(**given)  # type: ignore[arg-type]


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(OptionError, match="Swap the two"):
        Request(since=dt.date(2021, 3, 2), until=dt.date(2021, 3, 1))
    Request(since=dt.date(2021, 3, 1), until=dt.date(2021, 3, 1))


def test_what_is_left_out_is_logged_when_nobody_asks_to_be_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="dateline"):
        Request().problem(InputError("a.txt:3", "it has no date", "Give it one"))
    assert [(record.levelname, record.message) for record in caplog.records] == [
        ("WARNING", "left out: a.txt:3: it has no date. Give it one")
    ]
