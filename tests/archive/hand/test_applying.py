import datetime as dt
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import Request, timeline_of
from dateline.archive.hand.applying import apply, given_date
from dateline.archive.hand.marking import marked_line, parted, written_line
from dateline.model import Mark, MarkedLine, MarkKind, Point, Series, Timeline
from dateline.writers import write
from sample_stories import FERRY, article

NOW = dt.datetime(2024, 1, 2, tzinfo=dt.UTC)
ARTICLES = tuple(article(*told) for told in FERRY)
TEXTS = {one.id: one.text for one in ARTICLES}


@cache
def ferry() -> Timeline:
    return timeline_of(ARTICLES, Request(parse=False))


def mark(kind: MarkKind, *lines: MarkedLine, values: tuple[str, ...] = (), number: int = 1) -> Mark:
    return Mark(number, kind, "ada", NOW, 1, values, lines)


def told(timeline: Timeline) -> Counter[tuple[str, str]]:
    """Each passage, with how many lines have it."""
    return Counter((p.article, p.exact) for entry in timeline.entries for p in dict.fromkeys(entry.passages))


@st.composite
def acts(draw: st.DrawFn) -> list[Mark]:
    """What a person may do, one act after the other, to the lines as they are by then."""
    made: list[Mark] = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        lines = apply(ferry(), made, TEXTS, {}).entries
        line = draw(st.sampled_from(lines))
        kind = draw(st.sampled_from(["star", "note", "date", "join", "split", "write"]))
        if kind == "join":
            other = draw(st.sampled_from(lines))
            made.append(mark(MarkKind.JOIN, marked_line(line), marked_line(other), number=number))
        elif kind == "split" and len(line.evidence) > 1:
            leaving = draw(st.sampled_from(line.evidence))
            made.append(mark(MarkKind.SPLIT, *parted(line, [leaving]), number=number))
        elif kind == "write":
            own, values = written_line("Mine", "2023-10", "happened", "", None, "", str(number))
            made.append(mark(MarkKind.WRITE, own, values=values, number=number))
        elif kind in {"star", "note", "date"}:
            values = {"note": ("here",), "date": ("2023-10-16",)}.get(kind, ())
            made.append(mark(MarkKind(kind), marked_line(line), values=values, number=number))
    return made


@given(acts())
@settings(deadline=None, max_examples=50)
def test_no_passage_is_lost_or_doubled_and_no_mark_is_lost(made: list[Mark]) -> None:
    timeline = apply(ferry(), made, TEXTS, {})
    assert told(timeline) == told(ferry())
    on_lines = {one.id for entry in timeline.entries if entry.hand for one in entry.hand.marks}
    assert on_lines | {one.id for one in timeline.resting or ()} == {one.id for one in made}
    assert timeline.resting is None
    assert [entry.place for entry in timeline.entries] == sorted(entry.place for entry in timeline.entries)


@given(acts())
@settings(deadline=None, max_examples=25)
def test_what_is_taken_back_leaves_nothing(made: list[Mark]) -> None:
    taken_back = [replace(one, undone_by="bo", undone_at=NOW) for one in made]
    assert write(apply(ferry(), taken_back, TEXTS, {}), "json") == write(ferry(), "json")


@cache
def moved_on() -> tuple[Timeline, dict[str, str]]:
    """The same story, each article with a paragraph more before it."""
    later = [replace(one, text=f"The weather on the coast is fair.\n{one.text}") for one in ARTICLES]
    return timeline_of(later, Request(parse=False)), {one.id: one.text for one in later}


@given(acts())
@settings(deadline=None, max_examples=25)
def test_marks_are_found_again_in_newer_versions(made: list[Mark]) -> None:
    timeline, texts = moved_on()
    then, now = apply(ferry(), made, TEXTS, {}), apply(timeline, made, texts, {})
    assert _hands(now) == _hands(then)


def _hands(timeline: Timeline) -> list[tuple[str, list[int]]]:
    return [(entry.headline, [one.id for one in entry.hand.marks]) for entry in timeline.entries if entry.hand]


def test_without_marks_it_is_the_same() -> None:
    assert apply(ferry(), [], TEXTS, {}) is ferry()


def test_figures_name_the_line_that_a_line_went_into() -> None:
    first, second = ferry().entries[0], ferry().entries[-1]
    points = tuple(Point("2023-10-18", 9, "nine", second.evidence[0], entry) for entry in (second.id, first.id, None))
    counted = replace(ferry(), series=(Series("people killed", "people", points),))
    joined = apply(counted, [mark(MarkKind.JOIN, marked_line(first), marked_line(second))], TEXTS, {})
    assert [point.entry for point in joined.series[0].points] == [first.id, first.id, None]


@pytest.mark.parametrize("value", ["2023-10-16", "2023-10", "2023-W42", "2023-Q4", "2023", "2023-10-14/2023-10-16"])
def test_a_date_that_a_person_gives_is_as_exact_as_he_gives_it(value: str) -> None:
    date = given_date(value)
    assert date
    assert (date.value, date.basis) == (value, "given")


@pytest.mark.parametrize("value", ["", "October", "2023-13", "2023-02-30", "16.10.2023", "PAST_REF", "XXXX-10"])
def test_what_names_no_day_is_no_date(value: str) -> None:
    assert given_date(value) is None


def test_an_article_of_before_the_mark_contradicts_nothing() -> None:
    line = ferry().entries[0]
    one = replace(
        mark(MarkKind.DATE, replace(marked_line(line), passages=line.evidence[:1]), values=("2020",)), revision=5
    )
    for added, contradicted in ((4, False), (6, True)):
        timeline = apply(ferry(), [one], TEXTS, dict.fromkeys(TEXTS, added))
        [hand] = [entry.hand for entry in timeline.entries if entry.hand]
        assert bool(hand.contradictions) == contradicted
