"""Articles → rows, as the library gives them."""

import datetime as dt
from pathlib import Path

import pytest

import dateline

POST = (
    "Kenyan police arrested 40 protesters in Nairobi on Tuesday. "
    "The Kenyan president is expected to visit Ghana in May."
)
COAST = "Police in Nairobi arrested 40 protesters on Tuesday, Kenyan officials said."


def article(identity: str, text: str, source: str) -> dateline.Article:
    return dateline.Article(id=identity, text=text, published=dt.date(2019, 4, 24), source=source)


ARTICLES = [article("post", POST, "Harbour Post"), article("coast", COAST, "Daily Coast")]


@pytest.mark.usefixtures("loaded")
def test_two_papers_tell_one_event() -> None:
    [row] = dateline.event_rows(ARTICLES)
    assert (row.type, row.status, row.source_count, row.reports) == ("COERCE", "happened", 2, 2)
    assert row.date is not None
    assert row.date.value == "2019-04-23"


@pytest.mark.usefixtures("loaded")
def test_what_is_planned_comes_on_request_alone() -> None:
    rows = list(dateline.event_rows(ARTICLES, done_only=False))
    assert [(row.type, row.status) for row in rows] == [("COERCE", "happened"), ("CONSULT", "expected")]


@pytest.mark.usefixtures("loaded")
def test_the_order_of_the_articles_changes_nothing() -> None:
    assert list(dateline.event_rows(ARTICLES)) == list(dateline.event_rows(ARTICLES[::-1]))


@pytest.mark.usefixtures("loaded")
def test_the_passage_is_that_of_its_article() -> None:
    texts = {article.id: article.text for article in ARTICLES}
    for row in dateline.event_rows(ARTICLES, done_only=False, all_mentions=True):
        assert texts[row.article][row.start : row.end] == row.evidence


@pytest.mark.usefixtures("loaded")
def test_a_kept_run_goes_on(tmp_path: Path) -> None:
    store = tmp_path / "work.db"
    assert len(list(dateline.event_rows(ARTICLES[:1], store=store))) == 1
    [row] = dateline.event_rows(ARTICLES, store=store)
    assert row.source_count == 2


@pytest.mark.usefixtures("loaded")
def test_only_days_asked_for() -> None:
    request = dateline.Request(since=dt.date(2019, 4, 24))
    assert list(dateline.event_rows(ARTICLES, request)) == []


@pytest.mark.usefixtures("loaded")
def test_the_layer_of_an_annotation() -> None:
    [annotation] = dateline.annotate(ARTICLES[1:], layers=["coding"])
    assert annotation.coding is not None
    [event] = annotation.coding
    assert (event.type, event.mode, event.actor[0].code, event.actor[0].sector) == ("COERCE", "arrest", "KEN", "COP")
    assert annotation.events is None


def test_without_a_parser_the_layer_is_empty() -> None:
    [annotation] = dateline.annotate(ARTICLES[1:], layers=["coding"], request=dateline.Request(parse=False))
    assert annotation.coding == ()
