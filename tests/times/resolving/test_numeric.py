import datetime as dt

import pytest

from dateline.times.resolving.context import Context, Focus
from dateline.times.resolving.numeric import day_first, full_year, numeric


def context(order: bool | None = None) -> Context:
    return Context(dt.date(2019, 4, 25), Focus(), lambda: 0, day_first=order)


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("2019-04-23", "2019-04-23"),
        ("23.04.2019", "2019-04-23"),
        ("04/23/2019", "2019-04-23"),
        ("23/04/2019", "2019-04-23"),
        ("23/04/19", "2019-04-23"),
        ("23/04/98", "1998-04-23"),
        ("04.05.2019", "2019-05-04"),
        ("05/05/2019", "2019-05-05"),
        ("2019-04-23T10:30", "2019-04-23T10:30"),
    ],
)
def test_a_date_that_can_be_read_in_one_way_only(figure: str, value: str) -> None:
    found = numeric(figure, context())
    assert found is not None
    assert (found.value, found.ambiguous) == (value, None)


@pytest.mark.parametrize("figure", ["31/02/2019", "13/13/2019", "192.168.1", "1.2.345", "2019-13-01"])
def test_figures_that_are_no_date(figure: str) -> None:
    assert numeric(figure, context()) is None


def test_the_order_is_the_countrys() -> None:
    assert day_first("us", []) is False
    assert day_first("FR", ["04/23/2019"]) is True


def test_the_order_is_that_of_other_dates_unless_they_disagree() -> None:
    assert day_first(None, ["04/05/2019", "23/04/2019"]) is True
    assert day_first(None, ["04/05/2019", "04/23/2019"]) is False
    assert day_first(None, ["23/04/2019", "04/23/2019"]) is None
    assert day_first(None, ["04/05/2019"]) is None


def test_an_order_that_nothing_tells_is_marked() -> None:
    found = numeric("04/05/2019", context())
    assert found is not None
    assert (found.value, found.ambiguous) == ("2019-04-05", True)
    known = numeric("04/05/2019", context(order=True))
    assert known is not None
    assert (known.value, known.ambiguous) == ("2019-05-04", None)


def test_two_figures_are_a_year_of_the_last_eighty_or_the_next_twenty() -> None:
    assert [full_year(short, context()) for short in (19, 39, 40, 99)] == [2019, 2039, 1940, 1999]
