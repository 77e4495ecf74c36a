import datetime as dt

import pytest

from dateline.times.resolving.clock import day_meant, on_day
from dateline.times.resolving.context import Context, Fields, Focus

DAY = (dt.date(2019, 4, 25), dt.date(2019, 4, 25))


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"clock": "10:30"}, "2019-04-25T10:30"),
        ({"clock": "10:30", "pm": 1}, "2019-04-25T22:30"),
        ({"hour": 12, "am": 1}, "2019-04-25T00:00"),
        ({"hour": 12, "pm": 1}, "2019-04-25T12:00"),
        ({"dotclock": "3.20", "am": 1}, "2019-04-25T03:20"),
        ({"houram": 6}, "2019-04-25T06:00"),
        ({"hourpm": 6}, "2019-04-25T18:00"),
        ({"military": "0600", "zone": "Z"}, "2019-04-25T06:00Z"),
        ({"clockword": 24}, "2019-04-25T24:00"),
        ({"hour": 4, "part": "AF"}, "2019-04-25T16:00"),
        ({"hour": 4, "part": "MO"}, "2019-04-25T04:00"),
        ({"part": "NI"}, "2019-04-25TNI"),
    ],
)
def test_a_time_is_written_on_its_day(fields: Fields, value: str) -> None:
    assert on_day(fields, DAY) == (value, DAY, None, None, None)


def test_a_time_without_a_day_leaves_it_open() -> None:
    assert on_day({"part": "MO"}, None).value == "XXXX-XX-XXTMO"


def test_the_day_is_that_of_the_sentence_before_that_of_publication() -> None:
    context = Context(dt.date(2019, 5, 1), Focus(), lambda: 0)
    assert day_meant({"hour": 4}, context) == (dt.date(2019, 5, 1), dt.date(2019, 5, 1))
    assert day_meant({"hour": 4}, context._replace(nearby=DAY)) == DAY


def test_the_next_morning_is_counted_from_the_day_in_focus() -> None:
    focus = Focus()
    focus.remember("2019-04-25", DAY, named=True)
    context = Context(dt.date(2019, 5, 1), focus, lambda: 0)
    assert day_meant({"anchor": "focus", "days": 1, "part": "MO"}, context) == (dt.date(2019, 4, 26),) * 2
