"""Which sentence of its article tells what a passage takes for known."""

import datetime as dt

import pytest

from dateline import Article
from dateline.reading.article import read_article
from dateline.timeline.close.antecedents import introduced
from dateline.timeline.select import passages

LEAD = "The mill of Corran has stood empty since a storm."


def told_by(*sentences: str) -> str | None:
    """The sentence that tells what the last one takes for known."""
    reading = read_article(Article("a", " ".join(sentences), dt.date(2021, 3, 12)))
    last = passages.of(reading)[-1]
    number = introduced(last, last.told.cut.words)
    return None if number is None else reading.sentences[number].of(reading.article.text)


@pytest.mark.parametrize(
    ("telling", "known"),
    [
        ("Corran Lines bought an app for tickets.", "Norland blocked the app on Thursday."),
        ("Corran Lines bought the messaging app Telegraf.", "Norland blocked the app on Thursday."),
        ("Corran Lines bought the Telegraf app.", "Norland blocked the app on Thursday."),
        ("Ada Quill works at Corran Bank.", "The bank cut 300 jobs on Thursday."),
        ("Eleven miners were trapped below Zell.", "On Thursday the miners called for help."),
        ("The mill paid for a two-year study.", "The two-year study was set aside on Thursday."),
    ],
)
def test_a_noun_is_told_by_a_name_beside_it_or_as_something_new(telling: str, known: str) -> None:
    assert told_by(LEAD, telling, "Ada Quill had no comment.", known) == telling


@pytest.mark.parametrize(
    ("before", "alone"),
    [
        ("Ada Quill spoke of the app.", "Norland blocked the app on Thursday."),
        ("Norland will test Corran Lines.", "Ada Quill watched the test on Thursday."),
        ("A year went by in Zell.", "Ada Quill left by the end of the year, she said on Thursday."),
        ("Corran Lines bought an app.", "Norland blocked Telegraf, the app, on Thursday."),
        ("Corran Lines bought an app.", "Norland blocked the app of Corran Lines on Thursday."),
        (
            "Nobody speaks of an app in Zell. Ada Quill left. Tor Lund came. Zell slept.",
            "Norland cut the app on Thursday.",
        ),
    ],
)
def test_what_nothing_near_tells_or_what_is_told_here_has_none(before: str, alone: str) -> None:
    assert told_by(LEAD, before, alone) is None


def test_what_an_article_keeps_to_is_told_where_it_first_comes_up() -> None:
    first = "A caravan of 200 painters left Zell."
    rest = ("Ada Quill met the caravan.", "It rained.", "A caravan is slow.", "Tor Lund waited.", "It snowed.")
    assert told_by(first, *rest, "Norland stopped the caravan on Thursday.") == first


def test_the_words_before_a_noun_tell_which_one_it_is() -> None:
    counsel = "Special counsel Ada Quill asks questions."
    assert (
        told_by(
            "The Corran House counsel left.",
            counsel,
            "Tor Lund saw the counsel.",
            "On Thursday the special counsel resigned.",
        )
        == counsel
    )
