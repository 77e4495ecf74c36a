"""The fuzz run: the same input for the same seed, faults found, told and cut down."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

import fuzz
from dateline import Article, annotate
from dateline.writers import FORMATS, markdown
from rough import checking
from rough.checking import Fault, check
from rough.making import KINDS, Case, make
from rough.read_back import READ_BACK
from rough.shrinking import shown, shrink

CLOSING = "The port of Mellow Bay closed on Monday, May 3, said Ada Quill. Dockers had walked out the day before."


def case(*texts: str, **fields: Any) -> Case:
    return Case("plain", tuple(Article(f"a{n}", text, dt.date(2021, 5, 4)) for n, text in enumerate(texts)), **fields)


def test_a_seed_and_a_number_give_the_same_input() -> None:
    assert make(7, 42) == make(7, 42)
    assert make(7, 42) != make(7, 43)
    assert make(7, 42) != make(8, 42)


def test_every_kind_of_input_has_its_turn() -> None:
    assert {make(1, number).kind for number in range(400)} == set(KINDS)


def test_every_format_is_read_back() -> None:
    assert set(READ_BACK) == {form for forms in FORMATS.values() for form in forms}


def test_news_as_it_should_be_has_no_fault() -> None:
    assert [check(case(CLOSING, CLOSING, draw=draw)).faults for draw in range(4)] == [()] * 4


@pytest.fixture
def broken_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    def write_timeline(timeline: Any, _: Any) -> str:
        if any("dockers" in entry.evidence[0].exact.casefold() for entry in timeline.entries):
            raise IndexError("no docker")
        return ""

    monkeypatch.setattr(markdown, "write_timeline", write_timeline)


def with_markdown(*texts: str) -> Case:
    """An input that is written as Markdown, among others, and not under front matter too."""
    cases = (case(*texts, draw=draw) for draw in range(50))
    return next(c for c in cases if [fault.check for fault in check(c).faults] == ["write markdown"])


def test_an_error_is_a_fault_by_the_function_it_comes_from(broken_writer: None) -> None:
    (fault,) = check(with_markdown(CLOSING)).faults
    assert (fault.check, fault.told) == ("write markdown", "no docker")
    assert fault.cause.startswith("error IndexError in ")


def test_a_failing_input_is_cut_down_to_what_makes_it_fail(broken_writer: None) -> None:
    failing = with_markdown("It rained in Velmara on Sunday.", CLOSING)
    (fault,) = check(failing).faults
    least = shrink(failing, fault.cause)
    (article,) = least.articles
    assert "ockers" in article.text
    assert len(article.text) < 40
    assert shown(least) == [f"Article('a', {article.text!r}, dt.date.fromisoformat('2021-05-04'))"]


def test_what_takes_too_long_is_broken_off_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> Sequence[object]:
        while True:
            pass

    monkeypatch.setattr(checking, "SECONDS", 0.01)
    monkeypatch.setattr(checking, "SECONDS_A_KB", 0.0)
    monkeypatch.setattr(checking, "timeline_of", endless)
    faults = check(case(CLOSING)).faults
    assert Fault("timeline", "error TookTooLong in the check itself", "more than 0.1 s") in faults


def test_a_passage_that_is_not_the_articles_is_a_fault() -> None:
    articles = case(CLOSING).articles
    (annotation,) = annotate(articles)
    (moved,) = case("X" + CLOSING).articles
    with pytest.raises(AssertionError, match="a span of timexes is not its text"):
        checking._sound_annotations([annotation], [moved])


@pytest.mark.slow
def test_a_short_run_finds_nothing() -> None:
    faults = [(row.number, fault) for row in fuzz.portion(fuzz.SEED, range(60)) for fault in row.faults]
    # Seconds are counted by the command alone: here other tests run beside, and each line is traced.
    assert [(number, fault.cause) for number, fault in faults if checking.TOO_LONG not in fault.cause] == []
