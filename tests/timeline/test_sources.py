"""Which outlets tell a thing on their own, and which print an agency's report."""

import datetime as dt

import pytest

from dateline import Article, Dateline, timeline_of
from dateline.timeline.sources import credited_agency, independent

DAY = dt.date(2021, 3, 5)


def article(
    name: str, source: str | None, text: str = "", agency: str | None = None, byline: str | None = None
) -> Article:
    dateline = Dateline(place="LINDOW", agency=agency) if agency else None
    return Article(name, text or f"Something that {name} wrote.", DAY, source, byline=byline, dateline=dateline)


def origins(*articles: Article, **copies: str) -> dict[str, str]:
    return {a.id: copies.get(a.id, a.id) for a in articles}


def count(*articles: Article, **copies: str) -> int:
    sources = independent(articles, origins(*articles, **copies))
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
    sources = independent([early, own], {"a": "a", "b": "a"})
    assert sources.of("a") == sources.of("b") == "nordenpressagency"


@pytest.mark.parametrize(
    ("one", "other"), [("www.theguardian.com", "The Guardian"), ("https://lindow-echo.co.uk", "Lindow Echo")]
)
def test_an_outlet_is_one_by_its_name_and_its_site(one: str, other: str) -> None:
    assert count(article("a", one), article("b", other)) == 1


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("The bridge is open.\n\nWith files from AP", "AP"),
        (
            "The bridge is open. Additional reporting by nobody.\n\nwith reporting from Agence France-Presse",
            "Agence France-Presse",
        ),
        ("The bridge is open. (Reuters)", "Reuters"),
        ("The bridge is open. Source: Xinhua", "Xinhua"),
        ("The bridge is open, with files from the ministry.", None),
        ("A spokesman (Holm) opened it.", None),
    ],
)
def test_credit_lines(text: str, agency: str | None) -> None:
    assert credited_agency(article("a", "Lindow Echo", text)) == agency


def test_a_byline_that_is_an_agency() -> None:
    assert credited_agency(article("a", "Lindow Echo", byline="By The Associated Press")) == "Associated Press"
    assert credited_agency(article("a", "Lindow Echo", byline="Rosa Feld")) is None


def test_outlets_that_cite_one_agency_for_a_fact_are_one_source_of_it() -> None:
    story = [
        Article("a", "The Lindow bridge reopened on Tuesday, Reuters reported.", DAY, "Gressow Post"),
        Article("b", "According to Reuters, the Lindow bridge reopened on Tuesday.", DAY, "Lindow Echo"),
    ]
    (entry,) = timeline_of(story).entries
    assert (len(entry.evidence), entry.sources) == (2, 1)
