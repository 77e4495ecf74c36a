"""Tellings on disk: rows in order, one person with one code, and a run that goes on where it stopped."""

import dataclasses
import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.coding.store import RowStore
from dateline.model import Article

Making = Callable[..., dict[str, Any]]

ONE = "Kenyan police arrested 40 protesters in Nairobi after a march."
OTHER = "Two fishermen were detained off Lamu by Kenyan officers over unpaid fines."


def article(identity: str) -> Article:
    return Article(id=identity, text="x", published=dt.date(2019, 4, 24), source="Harbour Post")


def test_rows_come_in_order_of_date_and_those_without_one_last(making: Making) -> None:
    third = making("Kenyan police had seized the printing press of a weekly.", day="")
    with RowStore() as store:
        store.add([(article("a1"), [third, making(OTHER, day="2019-04-24"), making(ONE, day="2019-04-22")])])
        assert [row.date and row.date.value for row in store.rows()] == ["2019-04-22", "2019-04-24", None]


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


def test_a_newer_version_of_an_article_replaces_it(making: Making, tmp_path: Path) -> None:
    older, newer = article("a1"), dataclasses.replace(article("a1"), updated=dt.datetime(2019, 4, 26, 9, tzinfo=dt.UTC))
    with RowStore(tmp_path / "work.db") as store:
        store.add([(older, [making(ONE), making(OTHER)])])
        assert (store.holds(older), store.holds(newer)) == (True, False)
        store.add([(newer, [making(OTHER)])])
        assert [row.evidence for row in store.rows()] == [OTHER]


def test_another_version_of_dateline_reads_again(
    making: Making, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RowStore(tmp_path / "work.db") as store:
        store.add([(article("a1"), [making(ONE)])])
        monkeypatch.setattr("dateline.coding.store.__version__", "99")
        assert not store.holds(article("a1"))


def test_another_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("What the harbour master said.", encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE row (mine TEXT)")
    for name in ("notes.txt", "other.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(dateline.OptionError, match=name):
            RowStore(tmp_path / name)
        assert (tmp_path / name).read_bytes() == before
