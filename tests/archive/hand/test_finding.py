from dataclasses import replace

import pytest

from dateline import Request, timeline_of
from dateline.archive.hand.finding import Lines, located
from dateline.archive.hand.marking import marked_line
from dateline.model import Evidence, Span, Status
from sample_stories import FERRY, article

TEXT = "The dam broke. Mr. Roe said: the dam broke.\nThe dam\n broke again."


def passage(start: int, exact: str) -> Evidence:
    return Evidence("a", start, start + len(exact), exact, Status.HAPPENED, None)


@pytest.mark.parametrize(
    ("one", "span"),
    [
        (passage(0, "The dam broke."), Span(0, 14)),
        (passage(16, "The dam broke"), Span(0, 13)),
        (passage(3, "The dam broke again."), Span(44, 65)),
        (passage(3, "The dam held."), None),
        (passage(0, " "), None),
    ],
    ids=["where it stood", "nearest, letter by letter", "whatever the white space", "gone", "nothing"],
)
def test_where_a_passage_stands_now(one: Evidence, span: Span | None) -> None:
    assert located(one, {"a": TEXT}) == span
    assert located(one, {"b": TEXT}) is None


def test_a_line_is_found_by_its_passages_whatever_its_id() -> None:
    articles = [article(*told) for told in FERRY]
    texts = {one.id: one.text for one in articles}
    entries = timeline_of(articles, Request(parse=False)).entries
    lines = Lines(entries, texts)
    for number, entry in enumerate(entries):
        marked = marked_line(entry)
        assert lines.number(marked) == number
        assert lines.number(replace(marked, entry="0")) == number
        assert lines.number(replace(marked, passages=())) == number
    assert lines.number(replace(marked, entry="0", passages=())) is None


def test_what_is_cut_otherwise_by_a_new_reading_is_found_where_it_overlaps() -> None:
    articles = [article(*told) for told in FERRY]
    entries = timeline_of(articles, Request(parse=False)).entries
    lines = Lines(entries, {one.id: one.text for one in articles})
    whole = entries[0].evidence[0]
    part = replace(whole, end=whole.start + 20, exact=whole.exact[:20])
    assert lines.number(replace(marked_line(entries[0]), entry="0", passages=(part,))) == 0


def test_of_two_lines_on_one_sentence_it_is_that_of_the_very_words() -> None:
    articles = [article(*told) for told in FERRY]
    first, second = timeline_of(articles, Request(parse=False)).entries[:2]
    whole = first.evidence[0]
    part = replace(whole, end=whole.start + 20, exact=whole.exact[:20])
    lines = Lines([first, replace(second, evidence=(part,))], {one.id: one.text for one in articles})
    assert lines.number(replace(marked_line(second), entry="0", passages=(part,))) == 1
    assert lines.number(replace(marked_line(first), entry="0", passages=(whole,))) == 0


def test_a_passage_that_is_gone_gives_way_to_another_of_its_line() -> None:
    articles = [article(*told) for told in FERRY]
    entries = timeline_of(articles, Request(parse=False)).entries
    lines = Lines(entries, {one.id: one.text for one in articles})
    gone = replace(entries[0].evidence[0], exact="It was withdrawn.")
    marked = marked_line(entries[0])
    assert lines.number(replace(marked, passages=(gone, *marked.passages))) == 0
    assert lines.number(replace(marked, passages=(gone,))) is None
