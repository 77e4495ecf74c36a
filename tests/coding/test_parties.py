"""Heads of phrases → who takes part, and what settles his country."""

from collections.abc import Callable

import pytest

from dateline.coding.parties import Parties
from dateline.events.parsing.parse import Parse


@pytest.mark.parametrize(
    ("text", "head", "found"),
    [
        (
            "French and Egyptian warships began exercises.",
            "warships",
            [("French warships", "FRA"), ("Egyptian warships", "EGY")],
        ),
        (
            "The heads of the armies of Peru, Chile and the African Union met in Lima.",
            "heads",
            [
                ("heads of armies of Peru", "PER"),
                ("heads of armies of Chile", "CHL"),
                ("heads of armies of African Union", "IGO"),
            ],
        ),
        ("Police arrested 40 protesters in Nairobi.", "Police", [("Police", "KEN")]),
        ("Anna Holt, the Danish foreign minister, resigned.", "Holt", [("Anna Holt", "DNK")]),
        ("Police in Ghana arrested a Togolese trader.", "trader", [("Togolese trader", "TGO")]),
        ("They attacked the convoy.", "They", []),
        # What somebody is accused of is no part of him; a thing takes no country from its sentence.
        ("Peru accused the government of intimidation.", "government", [("government", "PER")]),
        ("Peru welcomed the compromise.", "compromise", [("compromise", "")]),
    ],
)
def test_words_and_country(parsed: Callable[[str], Parse], text: str, head: str, found: list[tuple[str, str]]) -> None:
    parse = parsed(text)
    parties = Parties(parse, None).of([parse.words.index(head)])
    assert [(party.text, party.coded.country) for party in parties] == found


def test_nobody_takes_the_country_of_whom_he_acts_on(parsed: Callable[[str], Parse]) -> None:
    parse = parsed("The rebels released two Indian hostages.")
    rebels = [parse.words.index("rebels")]
    parties = Parties(parse, None)
    assert [party.coded.country for given in ((), ("IND",)) for party in parties.of(rebels, given)] == ["IND", ""]


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("The army closed the road.", "army", "GHA"),
        ("Foreign soldiers closed the road.", "soldiers", ""),
        ("Ministers closed the road.", "Ministers", ""),
        ("The farmers closed the road.", "farmers", ""),
        ("In Togo the army closed the road.", "army", "TGO"),
    ],
)
def test_the_army_is_of_the_country_that_the_article_is_about(
    parsed: Callable[[str], Parse], text: str, head: str, country: str
) -> None:
    parse = parsed(text)
    [party] = Parties(parse, None, land=lambda: "GHA").of([parse.words.index(head)])
    assert party.coded.country == country


def test_a_body_that_several_countries_have_is_of_the_one_that_the_article_is_about(
    parsed: Callable[[str], Parse],
) -> None:
    parse = parsed("The Senate condemned the raid.")
    senate = [parse.words.index("Senate")]
    [of_none], [of_brazil] = (Parties(parse, None, land=about).of(senate) for about in (str, lambda: "BRA"))
    [of_both] = Parties(parse, None, land=lambda: "BRA", is_named=lambda country: country == "USA").of(senate)
    assert [one.coded.country for one in (of_none, of_brazil, of_both)] == ["USA", "BRA", "USA"]
