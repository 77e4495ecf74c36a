from collections.abc import Callable
from typing import Any

import pytest

from dateline.coding.wholeness import is_whole

Making = Callable[..., dict[str, Any]]

WORDS = "Peru condemned the plan."


def test_who_acts_is_told_by_country(making: Making, taking_part: Making) -> None:
    known, unknown = taking_part("Peru", "PER"), taking_part("lawmakers", sectors=("LEG",))
    assert is_whole(making(WORDS, type_="AGREE", mode="", actors=(known,)))
    assert not is_whole(making(WORDS, type_="AGREE", mode="", actors=(unknown,)))


@pytest.mark.parametrize("type_", ["SUPPORT", "ACCUSE", "REQUEST", "THREATEN", "REJECT", "COERCE"])
def test_words_for_or_against_are_words_to_somebody(making: Making, taking_part: Making, type_: str) -> None:
    peru, chile, thing = taking_part("Peru", "PER"), taking_part("Chile", "CHL"), taking_part("residents")
    assert is_whole(making(WORDS, type_=type_, mode="", actors=(peru,), recipients=(chile,)))
    assert not is_whole(making(WORDS, type_=type_, mode="", actors=(peru,), recipients=(thing,)))


def test_force_counts_by_whomever_where_it_is_told_on_whom(making: Making, taking_part: Making) -> None:
    gunmen, guests = taking_part("gunmen", sectors=("UAF",)), taking_part("guests", sectors=("CVL",))
    kenyans = taking_part("Kenyan soldiers", "KEN", ("MIL",))
    assert is_whole(making("", type_="ASSAULT", actors=(gunmen,), recipients=(kenyans,)))
    assert is_whole(making("", type_="ASSAULT", actors=(), recipients=(kenyans,)))
    assert not is_whole(making("", type_="ASSAULT", actors=(gunmen,), recipients=(guests,)))
    assert not is_whole(making("", type_="ASSAULT", actors=(guests,), recipients=(kenyans,)))


def test_what_stands_in_quotation_marks_is_no_row(making: Making, taking_part: Making) -> None:
    assert is_whole(making(""))
    assert not is_whole({**making(""), "is_quoted": True})


@pytest.mark.parametrize("doubt", [{"is_plain": False}, {"confidence": -50}])
def test_what_is_told_in_a_way_that_is_often_misread_is_no_row(making: Making, doubt: dict[str, Any]) -> None:
    assert not is_whole({**making(""), **doubt})


def test_a_judge_who_agrees_is_no_event(making: Making, taking_part: Making) -> None:
    judge, senate = taking_part("judge", "PER", ("JUD",)), taking_part("senate", "PER", ("LEG",))
    assert not is_whole(making(WORDS, type_="AGREE", mode="", actors=(judge,), recipients=()))
    assert is_whole(making(WORDS, type_="AGREE", mode="", actors=(senate,), recipients=()))


def test_force_on_nobody_is_no_row(making: Making, taking_part: Making) -> None:
    assert not is_whole(making("", type_="ASSAULT", actors=(taking_part("army", "PER", ("MIL",)),), recipients=()))


def test_what_one_says_that_one_should_do_oneself_is_no_demand(making: Making, taking_part: Making) -> None:
    peru = taking_part("Peru", "PER")
    chile, itself = ({**taking_part(code, code), "is_country": True} for code in ("CHL", "PER"))
    assert is_whole(making(WORDS, type_="REQUEST", mode="", actors=(peru,), recipients=(chile,)))
    assert not is_whole(making(WORDS, type_="REQUEST", mode="", actors=(peru,), recipients=(chile, itself)))
