"""Tellings as plain values, with full names."""

import datetime as dt
import json

import pytest

from dateline.coding.plain import plain
from dateline.coding.reading import tellings
from dateline.events.parsing.parser import Parser
from dateline.model import Article
from dateline.reading.article import read_article

TEXT = "Danish foreign minister Anna Holt flew home. Holt condemned the arrest of two traders in Lagos."


def test_full_names_and_whom_the_article_names(loaded: Parser) -> None:
    reading = read_article(Article(id="a", text=TEXT, published=dt.date(2019, 4, 24), source="Example Wire"))
    [told] = tellings([reading], loaded)
    value = plain(reading, told)[-1]
    assert (value["actors"][0]["name"], value["actors"][0]["country"], value["people"]) == (
        "Anna Holt",
        "DNK",
        ["Anna Holt"],
    )
    assert json.loads(json.dumps(value)) == value


def sides(loaded: Parser, text: str) -> list[tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]]:
    """Name, country and words of the actors and the recipients of each act of a text of 24 April 2019."""
    reading = read_article(Article(id="a", text=text, published=dt.date(2019, 4, 24), source="Example Wire"))
    [told] = tellings([reading], loaded)
    return [
        (
            [(party["name"], party["country"], party["raw"]) for party in value["actors"]],
            [(party["name"], party["country"], party["raw"]) for party in value["recipients"]],
        )
        for value in plain(reading, told)
    ]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        # Whose soldiers they are is not told by where they are, nor by another word of the sentence.
        (
            "Soldiers in Kenya killed three Ghanaian traders.",
            [("", "", "Soldiers")],
            [("", "GHA", "three Ghanaian traders")],
        ),
        # The police are of where they act, and so is whom they act on.
        (
            "Police in Nairobi arrested 40 protesters.",
            [("", "KEN", "Police in Nairobi")],
            [("", "KEN", "40 protesters")],
        ),
        # An envoy for somebody is not that person; nor is his cabinet.
        (
            "An envoy for Peru's president Ada Quill urged Chile to withdraw.",
            [("", "PER", "envoy for Peru's president Ada Quill")],
            [("", "CHL", "Chile")],
        ),
        # Who marches in a city does not march against it.
        ("Thousands of Peruvians protested in Havana.", [("", "PER", "Thousands of Peruvians")], []),
        # What is no actor is no recipient.
        ("Peru agreed to widen the patrols to one or two other rivers.", [("", "PER", "Peru")], []),
    ],
)
def test_a_row_names_nobody_that_is_only_guessed(
    loaded: Parser, text: str, actors: list[tuple[str, str, str]], recipients: list[tuple[str, str, str]]
) -> None:
    assert sides(loaded, text)[0] == (actors, recipients)


def test_a_surname_that_is_a_city_too_is_of_no_country(loaded: Parser) -> None:
    told = sides(loaded, "Tony Hayward runs a ferry firm in Lima. The Peruvian president met Hayward.")
    assert [(country, raw) for _, country, raw in told[-1][1]] == [("", "Hayward")]


def test_nobody_is_said_to_accuse_because_it_was_in_his_country(loaded: Parser) -> None:
    told = sides(loaded, "Two Ghanaian ministers were criticised in Kenya.")
    assert [actors for actors, _ in told] == [[]]


def test_what_is_done_against_somebody_makes_nobody_one_of_them(loaded: Parser) -> None:
    text = "Norway defended Danish tactics against the Taliban."
    reading = read_article(Article(id="a", text=text, published=dt.date(2019, 4, 24), source="Example Wire"))
    [told] = tellings([reading], loaded)
    [value] = plain(reading, told)
    assert [(party["country"], party["sectors"]) for party in value["recipients"]] == [("DNK", [])]


def test_nobody_acts_on_himself(loaded: Parser) -> None:
    told = sides(loaded, "Danish prime minister Ole Holt came to Oslo. Holt demanded that he free two traders.")
    assert [recipients for _, recipients in told] == [[]]


def test_who_travels_in_his_own_country_visits_nobody(loaded: Parser) -> None:
    assert sides(loaded, "The US president arrived in southern California.") == []


def test_where_something_is_looked_into_nobody_is_accused(loaded: Parser) -> None:
    told = sides(loaded, "Danish prosecutors opened an inquiry in Norway.")
    assert [recipients for _, recipients in told] == [[]]
