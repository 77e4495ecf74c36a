"""Tellings → events: what is one and what is two, and what its row says."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.coding.merging import events, key_of, row_of, row_value
from dateline.model import Status

Plain = dict[str, Any]
Making = Callable[..., Plain]


ONE = "Kenyan police arrested 40 protesters in Nairobi after a march."
AGAIN = "Police in Nairobi arrested some 40 protesters who had joined a march."
OTHER = "Two fishermen were detained off Lamu by Kenyan officers over unpaid fines."


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ({"evidence": AGAIN, "source": "Daily Coast"}, 1),
        ({"evidence": ONE, "day": "2019-04-29"}, 2),
        ({"evidence": AGAIN, "day": "2019-04-25", "basis": "reported"}, 1),
        ({"evidence": AGAIN, "day": "2019-04-25"}, 2),
        ({"evidence": OTHER}, 2),
        ({"evidence": AGAIN, "mode": "deport"}, 2),
        ({"evidence": AGAIN, "day": "", "basis": ""}, 1),
        ({"evidence": AGAIN, "day": "", "basis": "", "published": "2019-05-24"}, 2),
        ({"evidence": OTHER, "day": "", "basis": ""}, 2),
    ],
    ids=[
        "other words",
        "another week",
        "a report two days later",
        "two days apart",
        "other people",
        "another mode",
        "a report without a day",
        "a late report without a day",
        "other people without a day",
    ],
)
def test_one_event_or_two(making: Making, second: Plain, number: int) -> None:
    assert len(list(events([making(ONE), making(**second)]))) == number


def test_each_report_by_itself_where_that_is_asked_for(making: Making) -> None:
    assert len(list(events([making(ONE), making(ONE)], apart=True))) == 2


def test_the_key_goes_by_country_and_not_by_name(making: Making, taking_part: Making) -> None:
    one = making(ONE, actors=(taking_part("Kim", "PRK", ("GOV",), "Kim Jong Un"),))
    other = making(ONE, actors=(taking_part("the North Korean leader", "PRK", ("GOV",)),))
    assert key_of(one) == key_of(other)


def test_what_several_do_together_has_all_as_actors(making: Making, taking_part: Making) -> None:
    kim, putin = taking_part("Kim", "PRK", ("GOV",)), taking_part("Putin", "RUS", ("GOV",))
    talks = making("Kim met Putin.", type_="CONSULT", mode="", actors=(kim,), recipients=(putin,), is_mutual=True)
    turned = making("Putin met Kim.", type_="CONSULT", mode="", actors=(putin,), recipients=(kim,), is_mutual=True)
    assert key_of(talks) == key_of(turned)
    [event] = events([talks])
    row = row_of(*row_value(event))
    assert ([actor.raw for actor in row.actors], row.recipients) == (["Kim", "Putin"], ())


def test_who_prints_the_same_words_is_not_counted_again(making: Making) -> None:
    [event] = events(
        [making(ONE), making(ONE, source="Daily Coast"), making(AGAIN, source="Example Wire", article="a3")]
    )
    row = row_of(*row_value(event))
    assert (row.source_count, row.sources) == (2, ("Daily Coast", "Example Wire", "Harbour Post"))


def test_who_credits_one_agency_is_not_counted_again(making: Making) -> None:
    [event] = events([making(ONE, origin="NPA"), making(AGAIN, source="Daily Coast", origin="NPA")])
    assert row_of(*row_value(event)).source_count == 1


def test_the_latest_report_tells_how_it_stands(making: Making) -> None:
    told = [
        making(ONE, status="scheduled", published="2019-04-22"),
        making(AGAIN, status="happened", published="2019-04-24"),
    ]
    [event] = events(told)
    assert row_of(*row_value(event)).status is Status.HAPPENED


def test_the_day_that_words_give_goes_before_that_of_a_report(making: Making) -> None:
    told = [making(ONE), making(AGAIN, day="2019-04-24", basis="reported")]
    [event] = events(told)
    date = row_of(*row_value(event)).date
    assert date is not None
    assert (date.value, date.basis) == ("2019-04-23", "computed")
