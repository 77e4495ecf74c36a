import datetime as dt

from dateline.model import Article
from dateline.text.copies import origins

WIRE = (
    "The ferry Marigold sank off Carsby, killing nine people in the cold of the morning. The captain of the ship "
    "told the inquiry that the pumps of the engine room had failed in the storm. The owners of the line said that a "
    "diver was to examine the wreck at the bottom of the sound in the spring."
)
OTHER = (
    "Nine died when a ferry went down in the sound on Monday. A spokesman for the coastguard blamed the weather, and "
    "the union of seamen blamed the age of the vessel, which was built in the yards of Hexton. The minister is to "
    "visit the town in the week to come and to hear the families of the dead."
)


def article(identity: str, text: str) -> Article:
    return Article(identity, text, dt.date(2021, 3, 2), f"Paper {identity}")


def test_a_copy_points_to_who_printed_it_first() -> None:
    assert origins([article("a", WIRE), article("b", WIRE)]) == {"a": "a", "b": "a"}


def test_a_copy_with_a_paragraph_of_its_own_is_a_copy() -> None:
    local = "Here in Hexton the news was met with disbelief in the pubs and on the quay of the old town."
    assert origins([article("a", WIRE), article("b", f"{local}\n{WIRE}")])["b"] == "a"


def test_a_shortened_copy_is_a_copy() -> None:
    assert origins([article("a", WIRE), article("b", WIRE[: len(WIRE) * 3 // 4])])["b"] == "a"


def test_two_reports_of_one_event_are_two() -> None:
    assert origins([article("a", WIRE), article("b", OTHER)]) == {"a": "a", "b": "b"}


def test_copies_of_a_copy_have_one_origin() -> None:
    found = origins(
        [article("a", WIRE), article("b", WIRE + " More follows."), article("c", WIRE + " More follows. Later.")]
    )
    assert set(found.values()) == {"a"}


def test_texts_too_short_to_tell_are_not_copies() -> None:
    assert origins([article("a", "The ferry sank."), article("b", "The ferry sank.")]) == {"a": "a", "b": "b"}


def test_the_page_around_a_report_does_not_make_it_a_copy() -> None:
    menu = "Home News Sport Weather Travel Culture Sign in Subscribe\n" * 20
    assert origins([article("a", menu + WIRE), article("b", menu + OTHER)])["b"] == "b"
