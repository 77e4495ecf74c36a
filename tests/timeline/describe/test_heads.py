"""How the headline of a line reads."""

import datetime as dt

import pytest

from dateline import Article, Entry, timeline_of


def told(text: str, date: str) -> Entry:
    """The line of a date in the timeline of one article of Friday 12 March 2021."""
    (line,) = (e for e in timeline_of([Article("a", text, dt.date(2021, 3, 12))]).entries if e.date.value == date)
    return line


@pytest.mark.parametrize(
    ("text", "date", "headline"),
    [
        (
            "Ada Quill, who sold the Zell ferry in 2016, met the mayor of Corran on Thursday.",
            "2016",
            "Ada Quill … sold the Zell ferry in 2016",
        ),
        (
            "Ada Quill – who, after years at sea, sold the Zell ferry in 2016 – met the mayor of Corran on Thursday.",
            "2016",
            "Ada Quill …, after years at sea, sold the Zell ferry in 2016",
        ),
    ],
)
def test_what_only_joins_a_name_and_what_is_told_of_it_is_left_out(text: str, date: str, headline: str) -> None:
    line = told(text, date)
    assert line.headline == headline
    assert line.evidence[0].exact in text


def test_a_whole_sentence_keeps_its_words() -> None:
    text = "Ada Quill, who sold the Zell ferry, met the mayor of Corran on Thursday."
    assert told(text, "2021-03-11").headline == text
