"""Whether the words of two tellings tell one happening."""

import datetime as dt

import pytest

from dateline import Article
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.merge.happening import has_the_same_words, tells_the_same
from dateline.timeline.select import passages

DAY = dt.date(2021, 3, 10)


def telling(text: str, name: str = "a") -> Telling:
    """What the last dated passage of a report of Wednesday 10 March 2021 tells."""
    return close_reading(passages.of(read_article(Article(name, text, DAY))))[-1]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("The Lindow ferry sank on Tuesday.", "It sank off Skarn on Tuesday, said the harbour.", True),
        ("The train on Tuesday had 11 carriages.", "There were 15 carriages on Tuesday.", True),
        ("The toll rose to nine dead on Tuesday.", "At least 15 people were dead in Skarn on Tuesday.", True),
        ("The bank released a list of 28 nations on Tuesday.", "Envoys of 20 nations met on Tuesday.", False),
        ("A joint statement may be issued on Tuesday.", "Lindow denied a joint statement was due on Tuesday.", True),
        ("Varga was arrested on Tuesday.", "Police detained Varga on Tuesday.", True),
        (
            "Brinland halted all trade with Skarn on Tuesday after the rocket fire.",
            "Brinland cut off trade with Skarn on Tuesday when rockets fell into its bay.",
            True,
        ),
        ("Varga was arrested on Tuesday.", "Police detained nine poachers on Tuesday.", False),
        ("Hundreds gathered in anger on Tuesday.", "Widows gathered on Tuesday to honour the drowned.", False),
        ("Danish tourists left the island by air on Tuesday.", "Iranian students left the island on Tuesday.", False),
        ("Varga told Brandl on Tuesday she would resign.", "Varga told Brandl on Tuesday of a stolen boat.", False),
        ("Oren Hale's win drew two million viewers on Tuesday.", "Mira Solt drew fewer viewers on Tuesday.", False),
        ("No election will be held in Lindow on Thursday.", "Lindow is to elect a mayor on Thursday.", True),
        ("Oren Hale will not seek re-election on Thursday.", "Lindow is to elect a mayor on Thursday.", False),
        ("Oren Hale's visit on Thursday was cancelled.", "Oren Hale is to visit Lindow on Thursday.", True),
        ("Oren Hale's visit on Thursday was cancelled.", "Mira Solt is to visit Lindow on Thursday.", False),
        ("Varga was arrested on Tuesday.", "Varga flew to Lindow on Tuesday.", False),
        ("Fans of the club wept in the rain on Tuesday.", "On Tuesday fans of the club sang in the rain.", True),
        ("The council accepted the offer on Tuesday.", "The council rejected it on Tuesday.", True),
        ("Nine people died on Tuesday.", "Twelve people were killed on Tuesday.", True),
        ("Nine drowned in flooding on Tuesday night.", "A flash flood swept through Lindow on Tuesday night.", True),
        ("Nine drowned in flooding on Tuesday night.", "A flash flood swept through Lindow on Tuesday.", False),
        (
            "Denmark halted its grain trade with Iran on Tuesday.",
            "Denmark cut grain trade with Iran on Tuesday.",
            True,
        ),
        ("Ilona Varga said on Tuesday the dam was safe.", "Ilona Varga told the Echo on Tuesday she was tired.", False),
        ("Ilona Varga said on Tuesday the dam was safe.", "The dam is safe, Ilona Varga told us on Tuesday.", True),
        ("The mayor said on Tuesday the dam was safe.", "The dam is safe, Ilona Varga told us on Tuesday.", False),
    ],
)
def test_what_tells_the_same(one: str, other: str, is_one: bool) -> None:
    assert tells_the_same(telling(one, "a"), telling(other, "b")) is is_one


def test_the_same_words_tell_one_thing_whatever_the_verb() -> None:
    wept = telling("Fans of the club wept in the cold rain at Gressow on Tuesday.")
    assert has_the_same_words(wept, telling("On Tuesday fans of the club sang in the cold rain at Gressow.", "b"))
    assert not has_the_same_words(wept, telling("On Tuesday fans of a band sang at Gressow.", "b"))
