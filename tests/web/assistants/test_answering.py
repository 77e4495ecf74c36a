import datetime as dt
from dataclasses import replace

import pytest

from dateline import Request, timeline_of
from dateline.model import Article, ArticleReference, Evidence, Status, Timeline
from dateline.web.assistants.addresses import Addresses
from dateline.web.assistants.answering import PASSAGES, Answering, shortened
from dateline.writers.phrasing.citations import references

WIRE = Article(
    "wire",
    "Ada Quill will open the bridge on 4 May, the port said.\n"
    "The old bridge of Selm fell in 1987. It was never rebuilt.",
    dt.date(2023, 4, 27),
    "Coast Wire",
    url="https://wire.example/1",
)
ECHO = Article(
    "echo", "Ada Quill will open the bridge on 4 May, Coast Wire reported.", dt.date(2023, 4, 28), url="javascript:x()"
)


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return timeline_of([WIRE, ECHO], Request(parse=False))


@pytest.fixture(scope="module")
def put(timeline: Timeline) -> Answering:
    return Answering(Addresses(), references(timeline))


def evidence(article: Article, exact: str) -> Evidence:
    start = article.text.index(exact)
    return Evidence(article.id, start, start + len(exact), exact, Status.HAPPENED, None)


def test_a_passage_has_its_outlet_day_and_address(put: Answering) -> None:
    passage = put.passage(replace(evidence(WIRE, "The old bridge of Selm fell in 1987."), origin="Coast Wire"))
    assert (passage.source, passage.published, passage.url) == ("Coast Wire", WIRE.published, WIRE.url)
    assert passage.address == f"dateline://articles/wire?chars={passage.start},{passage.end}"
    assert passage.origin is None  # the outlet's own


def test_the_report_of_another_is_told_as_theirs_and_no_script_is_an_address(put: Answering) -> None:
    passage = put.passage(replace(evidence(ECHO, "Ada Quill"), origin="Coast Wire"))
    assert (passage.origin, passage.url) == ("Coast Wire", None)


def test_a_long_passage_is_cut_and_still_what_stands_there() -> None:
    article = Article("long", "The minister said that " + "and that " * 1_000, dt.date(2023, 4, 27))
    put = Answering(Addresses(), {"long": ArticleReference.to(article)})
    passage = put.with_paragraph(evidence(article, article.text), [article])
    assert passage.shortened
    assert passage.end - passage.start < 2_000
    assert article.text[passage.start : passage.end] == passage.exact


def test_the_words_around_a_passage_are_those_of_its_paragraph(put: Answering) -> None:
    passage = put.with_paragraph(evidence(WIRE, "fell in 1987."), [WIRE])
    assert (passage.before, passage.after) == ("The old bridge of Selm ", " It was never rebuilt.")


def test_a_line_shows_its_first_passages_and_says_how_many_there_are(put: Answering, timeline: Timeline) -> None:
    [opening] = [entry for entry in timeline.entries if entry.date.value == "2023-05-04"]
    line = put.line(3, replace(opening, evidence=opening.evidence * 3, participants=("x" * 999,) * 99))
    assert (len(line.passages), line.passages_in_all) == (PASSAGES, len(opening.evidence) * 3 + len(opening.further))
    assert line.address == f"dateline://stories/3/lines/{opening.id}"
    assert len(line.participants) < 50
    assert max(map(len, line.participants)) <= 200


@pytest.mark.parametrize(("text", "shown"), [(None, None), ("", ""), ("short", "short"), ("too long", "too …")])
def test_what_is_not_quoted_ends_in_an_ellipsis_where_it_is_long(text: str | None, shown: str | None) -> None:
    assert shortened(text, 5) == shown
