"""A language of a dozen words of its own (`tests/languages/qlo`), from a file to a timeline."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import Article, Request, Status, Timeline, annotate, changes_of, read, timeline_of, write
from dateline.languages import add, named, remove
from dateline.readers import ReadResult
from dateline.reading.article import read_article
from dateline.reading.many import readings
from dateline.times.grammar.rules import grammar
from dateline.times.tagger import time_expressions
from dateline.writers import FORMATS

# Harko Vandel said that Port Selm burned yesterday. Port Selm will close on Monday.
GRUMAR = """\
Tol: 2019-04-23
Lon: qlo
Source: Sel Grumar

Harko Vandel meli ta Port Selm brundi tovar.
Port Selm zul faro Lund.
"""
# Port Selm closed on 22 April.
VESTI = """\
Tol: 2019-04-25
Lon: qlo
Source: Lon Vesti

Port Selm fari 22 Vimar.
"""
UNPARSED = Request(parse=False)


@pytest.fixture(autouse=True)
def lonish() -> Iterator[None]:
    """The language is there for these tests alone."""
    add("qlo", Path(__file__).parent / "qlo")
    yield
    remove("qlo")


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadResult:
    (tmp_path / "grumar.txt").write_text(GRUMAR, encoding="utf-8")
    (tmp_path / "vesti.txt").write_text(VESTI, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return read(".")


@pytest.fixture
def timeline(reading: ReadResult) -> Timeline:
    return timeline_of(reading.articles, UNPARSED)


def test_a_head_is_read_by_its_labels(reading: ReadResult) -> None:
    assert (reading.problems, reading.notes) == ((), ())
    assert [(article.published, article.language, article.source) for article in reading.articles] == [
        (dt.date(2019, 4, 23), "qlo", "Sel Grumar"),
        (dt.date(2019, 4, 25), "qlo", "Lon Vesti"),
    ]


def test_times_are_found_by_its_rules_and_turn_where_its_words_turn(reading: ReadResult) -> None:
    found = [timex for article in reading.articles for timex in read_article(article).timexes]
    assert [(timex.text, timex.value) for timex in found] == [
        ("tovar", "2019-04-22"),
        ("Lund", "2019-04-29"),
        ("22 Vimar", "2019-04-22"),
    ]


@pytest.mark.usefixtures("reading")
def test_each_of_its_rules_keeps_its_example() -> None:
    for rule in grammar(named("qlo")).rules:
        values = [timex.value for timex in time_expressions(named("qlo"), rule.example, dt.date(2019, 4, 25))]
        assert tuple(values) == rule.expected, rule.name


def test_a_timeline_has_its_headlines_statuses_and_speakers(timeline: Timeline) -> None:
    assert [
        (entry.date.value, entry.status, entry.headline, entry.evidence[0].said_by) for entry in timeline.entries
    ] == [
        ("2019-04-22", Status.HAPPENED, "Port Selm fari 22 Vimar.", None),
        ("2019-04-22", Status.HAPPENED, "Harko Vandel meli ta Port Selm brundi tovar.", "Harko Vandel"),
        ("2019-04-29", Status.SCHEDULED, "Port Selm zul faro Lund.", None),
    ]
    assert timeline.title == "Port Selm"


def test_without_a_parser_of_its_own_it_goes_by_the_surface(reading: ReadResult, timeline: Timeline) -> None:
    assert timeline_of(reading.articles) == timeline
    assert list(annotate(reading.articles)) == list(annotate(reading.articles, request=UNPARSED))


@pytest.mark.parametrize("format", FORMATS["timeline"])
def test_every_format_has_it(format: str, reading: ReadResult, timeline: Timeline) -> None:  # noqa: A002
    assert write(timeline, format, articles=reading.articles)


def test_changes_are_told(reading: ReadResult) -> None:
    changes = changes_of(reading.articles, dt.date(2019, 4, 24), UNPARSED).changes
    assert [change.kind for change in changes] == ["new"]


def test_several_processes_read_the_same(reading: ReadResult) -> None:
    alone, shared = ([one.timexes for one in readings(reading.articles * 200, n)] for n in (1, 2))
    assert alone == shared


def test_a_story_may_hold_two_languages(reading: ReadResult) -> None:
    english = Article("e", "Port Selm burned on 22 April 2019.", dt.date(2019, 4, 24), "The Meridian", language="en")
    told = timeline_of([*reading.articles, english], UNPARSED)
    assert "Port Selm burned on 22 April 2019." in [entry.headline for entry in told.entries]
    assert len(told.entries) == 4


def test_messages_name_it_beside_english(tmp_path: Path, reading: ReadResult) -> None:
    assert reading.problems == ()
    (tmp_path / "x.txt").write_text("Tol: 2019-04-23\nLon: Spanish\n\nEl puerto ardió ayer.", encoding="utf-8")
    (problem,) = read("x.txt").problems
    assert "Dateline reads English (en) and Lonish (qlo)" in problem.problem
