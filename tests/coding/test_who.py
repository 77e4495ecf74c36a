"""Words for somebody → country and sectors: role words first, then names with their days."""

import datetime as dt

import pytest

from dateline.coding.who import code, countries_in, land_of, may_take_part
from dateline.languages import named

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("phrase", "country", "sectors"),
    [
        ("Syrian rebels", "SYR", ("REB",)),
        ("the North Korean leader", "PRK", ("GOV",)),
        ("Nepal's opposition leader", "NPL", ("OPP",)),
        ("Muslim leaders in France", "FRA", ("REL",)),
        ("the Bolivian Supreme Court", "BOL", ("JUD",)),
        ("Chile's Defense Ministry", "CHL", ("GOV", "MIL")),
        ("former Danish prime minister Anna Holt", "DNK", ("ELI",)),
        ("two Chinese warplanes", "CHN", ("MIL",)),
        ("soldiers", "", ("MIL",)),
        ("Boko Haram gunmen", "NGA", ("REB", "UAF")),
        ("members of the Knesset", "ISR", ("LEG",)),
        ("President of the Chadian Human Rights League", "TCD", ("SOC", "GOV")),
        ("the World Health Organization", "IGO", ("MED",)),
        ("Amnesty International", "NGO", ("SOC",)),
        ("Norway", "NOR", ()),
        ("Belgrade", "SRB", ("GOV",)),
        ("Mikkel Thorsen", "", ()),
        # A city's name that is part of a person's; and of a body's.
        ("Constantine Ro", "", ()),
        ("Marta Valencia", "", ()),
        ("Sergio Moro", "", ()),
        ("Denver Public Schools", "USA", ("EDU",)),
        # What tells whose something is stands inside a name, too.
        ("the Lord's Resistance Army", "UGA", ("REB",)),
        ("the People's Republic of China", "CHN", ()),
        ("the ruling Mongolian People’s Party", "MNG", ("PTY",)),
        # Who took office since the Phoenix actors were written; with accents, or without.
        ("Gustavo Petro", "COL", ("GOV",)),
        ("Zuzana Čaputová", "SVK", ("GOV",)),
        ("al-Qaida affiliate", "IMG", ("REB",)),
        # What is named like an office is one, whosever it is.
        ("the Senate", "USA", ("LEG",)),
        ("the Kenyan Senate", "KEN", ("LEG",)),
        ("ex-Danish prime minister", "DNK", ("ELI",)),
        ("Social Democrats in Sweden", "SWE", ("PTY",)),
        ("Congolese troops", "COD", ("MIL",)),
        ("Kyiv", "UKR", ("GOV",)),
        # A town of several words that nothing else is called, and no person.
        ("Puerto Penasco", "MEX", ()),
        ("Juan Aldama", "", ()),
        ("suspected Boko Haram supporters", "NGA", ("REB", "UNK")),
        ("supporters of Gustavo Petro", "COL", ("UNK", "GOV")),
        ("Sunni militants in Iraq", "IRQ", ("REB", "REL")),
        ("Azerbaijani forces", "AZE", ("MIL",)),
        ("Azerbaijani opposition forces", "AZE", ("UAF", "OPP")),
        ("prison inmates", "", ("CVL",)),
        # What stands for a city at airports is none.
        ("new NGOs", "NGO", ("SOC",)),
        ("a DEL spokesman", "", ()),
        ("the talks", "", ()),
    ],
)
def test_country_and_sectors(phrase: str, country: str, sectors: tuple[str, ...]) -> None:
    found = code(ENGLISH, phrase)
    assert (found.country, found.sectors) == (country, sectors)


@pytest.mark.parametrize(
    ("day", "sectors"),
    [
        (dt.date(2010, 5, 1), ("GOV",)),
        (dt.date(2023, 5, 1), ()),
        (dt.date(2001, 5, 1), ()),
    ],
)
def test_a_leader_past_his_last_day_is_of_his_country_and_of_no_known_sector(
    day: dt.date, sectors: tuple[str, ...]
) -> None:
    found = code(ENGLISH, "Angela Merkel", day)
    assert (found.country, found.sectors) == ("DEU", sectors)


def test_between_two_offices_one_is_of_the_country_of_the_one_before() -> None:
    days = (dt.date(2012, 5, 1), dt.date(2016, 5, 1), dt.date(2021, 5, 1))
    found = [code(ENGLISH, "Donald Tusk", day) for day in days]
    assert [(one.country, one.sectors) for one in found] == [("POL", ("GOV",)), ("IGO", ("GOV",)), ("IGO", ())]


def test_the_words_go_before_the_dictionary() -> None:
    assert code(ENGLISH, "former German chancellor Angela Merkel", dt.date(2010, 5, 1)).sectors[0] == "ELI"


def test_a_group_that_took_power_is_its_government_from_then_on() -> None:
    days = (dt.date(2020, 1, 1), dt.date(2022, 1, 1))
    assert [code(ENGLISH, "the Taliban", day).sectors for day in days] == [("REB",), ("GOV",)]


def test_a_country_alone_is_told_from_its_people() -> None:
    assert [code(ENGLISH, words).is_country for words in ("the United States", "Rome", "Italian miners")] == [
        True,
        True,
        False,
    ]


def test_the_countries_of_a_sentence() -> None:
    text = "Police in Ghana arrested a Togolese trader whom Interpol sought."
    assert countries_in(ENGLISH, text) == ["GHA", "TGO"]


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Ghana votes. Accra was calm, Ghanaian radio said, and Togo watched.", "GHA"),
        ("Ghana and Togo meet. Ghana hopes; Togo waits; Ghana insists.", ""),
        ("Ghana votes.", ""),
    ],
)
def test_the_country_that_a_text_is_about(text: str, land: str) -> None:
    assert land_of(ENGLISH, text) == land


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("The tenants threw stones at the landlord's car.", False),
        ("The cook refused to leave the old kitchen.", False),
        ("The cook refused to leave Ghana.", True),
        ("They left Ghana.", True),
        ("The cook refused to obey the police.", True),
        ("The cook blamed the Ghana-born baker.", True),
        ("He wrote to 'Ghana'.", True),
        ("They blamed al-Shabab.", True),
    ],
)
def test_only_a_sentence_with_somebody_who_counts_may_hold_an_act(text: str, may: bool) -> None:
    assert may_take_part(ENGLISH, text) is may
