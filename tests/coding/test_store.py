"""Tellings on disk: rows in order, one person with one code, and a run that goes on where it stopped."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.coding.store import RowStore
from dateline.model import Article

Making = Callable[..., dict[str, Any]]

ONE = "Kenyan police arrested 40 protesters in Nairobi after a march."
OTHER = "Two fishermen were detained off Lamu by Kenyan officers over unpaid fines."


def article(identity: str) -> Article:
    return Article(id=identity, text="x", published=dt.date(2019, 4, 24), source="Harbour Post")


def test_rows_come_in_order_of_date(making: Making) -> None:
    with RowStore() as store:
        store.add([(article("a1"), [making(OTHER, day="2019-04-24"), making(ONE, day="2019-04-22")])])
        assert [str(row.date and row.date.value) for row in store.rows()] == ["2019-04-22", "2019-04-24"]


def test_one_name_is_one_person(making: Making, taking_part: Making) -> None:
    told = {**taking_part("Foreign minister Anna Holt", "DNK", ("GOV",), "Anna Holt"), "is_told": True}
    unknown = taking_part("Holt", name="Holt")
    with RowStore() as store:
        store.add([(article("a1"), [making(ONE, actors=(told,))])])
        store.add([(article("a2"), [making(OTHER, actors=(unknown,), article="a2")])])
        assert [(row.actors[0].country, row.actors[0].sectors) for row in store.rows(all_mentions=True)] == [
            ("DNK", ("GOV",))
        ] * 2


def test_what_was_read_is_not_read_again(making: Making, tmp_path: Path) -> None:
    with RowStore(tmp_path / "work.db") as store:
        store.add([(article("a1"), [making(ONE)])])
    with RowStore(tmp_path / "work.db") as store:
        assert [store.holds(article(name)) for name in ("a1", "a2")] == [True, False]
        assert len(list(store.rows())) == 1


def test_rows_can_be_asked_for_again(making: Making) -> None:
    with RowStore() as store:
        store.add([(article("a1"), [making(ONE)])])
        assert [row.id for row in store.rows()] == [row.id for row in store.rows()]
