"""Which outlets tell a thing on their own, and which print an agency's report."""

import datetime as dt

import pytest

from dateline import Article, Dateline, Status, timeline_of
from dateline.languages import named
from dateline.text.copies import Copies
from dateline.timeline.describe.provenance import credited_agency, independent

ENGLISH = named("en")

DAY = dt.date(2021, 3, 5)


def article(
    name: str, source: str | None, text: str = "", agency: str | None = None, byline: str | None = None
) -> Article:
    dateline = Dateline(place="LINDOW", agency=agency) if agency else None
    return Article(name, text or f"Something that {name} wrote.", DAY, source, byline=byline, dateline=dateline)


def count(*articles: Article, **copies: str) -> int:
    sources = independent(ENGLISH, articles, Copies(copies))
    return len({sources.of(a.id) for a in articles})


def test_outlets_that_write_for_themselves_are_independent() -> None:
    assert count(article("a", "Aar Wire"), article("b", "Lindow Echo")) == 2


def test_a_copy_and_its_origin_are_one_source() -> None:
    assert count(article("a", "Aar Wire"), article("b", "Lindow Echo"), b="a") == 1


@pytest.mark.parametrize("credit", ["NPA", "Norden Press Agency", "npa"])
def test_an_agency_is_one_by_its_name_and_its_acronym(credit: str) -> None:
    assert count(article("a", "Norden Press Agency"), article("b", "Lindow Echo", agency=credit)) == 1


def test_two_papers_that_print_one_agency_are_one_source() -> None:
    assert count(article("a", "Lindow Echo", agency="AFP"), article("b", "Gressow Post", agency="AFP")) == 1


def test_a_copy_printed_before_its_origin_belongs_to_the_agency_it_names() -> None:
    early = article("a", "Lindow Echo", agency="NPA")
    own = article("b", "Norden Press Agency")
    sources = independent(ENGLISH, [early, own], Copies({"b": "a"}))
    assert sources.of("a") == sources.of("b") == "Norden Press Agency"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("www.theguardian.com", "The Guardian"),
        ("https://lindow-echo.co.uk", "Lindow Echo"),
        ("news.lindowecho.com/world", "THE LINDOW ECHO"),
        ("Gressow Broadcasting", "Gressow Broadcasting News Online"),
        ("GBC", "Gressow Broadcasting Corporation"),
        ("The New Gressow Times", "ngtimes.com"),
        ("Norden Press Agency (NPA)", "NPA"),
        ("uk.reuters.com", "Reuters UK"),
    ],
)
def test_an_outlet_is_one_however_it_is_written(one: str, other: str) -> None:
    assert count(article("a", one), article("b", other)) == 1


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("The bridge is open.\n\nWith files from AP", "AP"),
        (
            "The bridge is open. Additional reporting by nobody.\n\nwith reporting from Agence France-Presse",
            "AFP",
        ),
        ("The bridge is open. (Reuters)", "Reuters"),
        ("The bridge is open. Source: Xinhua", "Xinhua"),
        ("The bridge is open, with files from the ministry.", None),
        ("A spokesman (Holm) opened it.", None),
    ],
)
def test_credit_lines(text: str, agency: str | None) -> None:
    assert credited_agency(ENGLISH, article("a", "Lindow Echo", text)) == agency


def test_a_byline_that_is_an_agency() -> None:
    assert credited_agency(ENGLISH, article("a", "Lindow Echo", byline="By The Associated Press")) == "AP"
    assert credited_agency(ENGLISH, article("a", "Lindow Echo", byline="Rosa Feld")) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gressow Post", "Gazette Postal"),  # both GP, which nobody writes
        ("Amur Press", "AP"),
        ("Morning Star", "Evening Star"),
        ("ada.wordpress.com", "piet.wordpress.com"),
    ],
)
def test_outlets_with_like_names_are_two(one: str, other: str) -> None:
    assert count(article("a", one), article("b", other)) == 2


@pytest.mark.parametrize(
    "byline",
    [
        "Reuters Staff",
        "Rosa Feld, Reuters",
        "Reuters in Lindow",
        "Rosa Feld and Reuters",
        "By Reuters",
        "Reuters (Lindow) Staff",
        "www.reuters.com",
    ],
)
def test_bylines_that_name_an_agency(byline: str) -> None:
    assert credited_agency(ENGLISH, article("a", "Lindow Echo", byline=byline)) == "Reuters"


@pytest.mark.parametrize(
    ("said_by", "passage"),
    [
        ("Reuters", ""),
        ("the Reuters news agency", ""),
        (None, "The bridge is open, the minister told Reuters."),
        (None, "Reuters reported that the bridge was open."),
        ("Jan Oker", "The bridge is open, Jan Oker said in an interview with Reuters."),
    ],
)
def test_a_passage_that_cites_an_agency_is_its_report(said_by: str | None, passage: str) -> None:
    sources = independent(ENGLISH, [article("a", "Lindow Echo")], Copies({}))
    assert sources.of("a", said_by, passage) == "Reuters"


@pytest.mark.parametrize(
    ("said_by", "passage", "origin"),
    [
        ("Kommersant", "Russia's Kommersant newspaper reported that the bridge was open.", "Kommersant"),
        ("Kommersant", "The bridge was open, the daily Kommersant said.", "Kommersant"),
        ("the Norden News Agency", "The bridge was open, the Norden News Agency said.", "Norden News Agency"),
        ("Norden Steel", "The bridge was open, Norden Steel said.", "Lindow Echo"),
    ],
)
def test_an_outlet_of_which_there_is_no_article_is_known_by_what_it_is_called(
    said_by: str, passage: str, origin: str
) -> None:
    assert independent(ENGLISH, [article("a", "Lindow Echo")], Copies({})).of("a", said_by, passage) == origin


def test_a_passage_that_cites_nobody_is_the_report_of_its_outlet() -> None:
    sources = independent(ENGLISH, [article("a", "Lindow Echo")], Copies({}))
    assert sources.of("a", "Jan Oker", "Jan Oker told a crowd that the bridge was open.") == "Lindow Echo"


def test_an_outlet_that_another_one_cites_is_the_source() -> None:
    story = [
        Article("a", "The Lindow bridge reopened on Tuesday, its keeper told the Echo.", DAY, "Lindow Echo"),
        Article("b", "The Lindow bridge reopened on Tuesday, the Lindow Echo reported.", DAY, "Gressow Post"),
    ]
    (entry,) = timeline_of(story).entries
    assert entry.sources == 1
    assert {evidence.origin for evidence in entry.evidence} == {"Lindow Echo"}


def test_who_denies_it_is_no_source_of_it() -> None:
    story = [
        Article("a", "The dam above Gressow burst on March 3, five villagers said.", DAY, "Lindow Echo"),
        Article("b", "The dam above Gressow burst on March 3 and flooded the school.", DAY, "Gressow Post"),
        Article("c", "Minister Jan Oker denied that the dam above Gressow had burst on March 3.", DAY, "Aar Wire"),
    ]
    (entry,) = timeline_of(story).entries
    assert len({evidence.origin for evidence in entry.evidence}) == 3
    assert entry.sources == (1 if entry.status is Status.DENIED else 2)


def test_outlets_that_cite_one_agency_for_a_fact_are_one_source_of_it() -> None:
    story = [
        Article("a", "The Lindow bridge reopened on Tuesday, Reuters reported.", DAY, "Gressow Post"),
        Article("b", "According to Reuters, the Lindow bridge reopened on Tuesday.", DAY, "Lindow Echo"),
    ]
    (entry,) = timeline_of(story).entries
    assert (len(entry.evidence), entry.sources) == (2, 1)
