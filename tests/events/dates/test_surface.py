"""What the words beside a date tell, where there is no tree."""

import datetime as dt

import pytest

from dateline.entities.article_names import Names
from dateline.events.dates import surface
from dateline.events.surface import sentence
from dateline.events.surface.article import SurfaceArticle
from dateline.languages import named
from dateline.model import Timex
from dateline.text import sentences
from dateline.times import tag

ENGLISH = named("en")
PUBLISHED = dt.date(2022, 9, 15)


def cut(text: str, words: str) -> tuple[sentence.SurfaceSentence, Timex]:
    timexes = tag(text, PUBLISHED, "en")
    (span,) = sentences.split(ENGLISH, text)
    made = sentence.cut(SurfaceArticle(Names(ENGLISH, text), [span]), span, timexes)
    return made, next(t for t in timexes if t.text == words)


@pytest.mark.parametrize(
    ("text", "words", "is_direct"),
    [
        ("The road opens on Friday.", "Friday", True),
        ("The road will open on Friday, said Rosa Feld, a spokeswoman for the town.", "Friday", True),
        ("The council demanded that the inquiry begin next week.", "next week", True),
        ("The road opens before a vote on Friday.", "Friday", False),
        ("Tuesday's vote will force the council to resign.", "Tuesday", False),
        ("The road, which opens on Friday, is long.", "Friday", False),
    ],
)
def test_nothing_stands_between_a_date_and_the_verb_of_the_sentence(text: str, words: str, is_direct: bool) -> None:
    assert surface.is_direct(*cut(text, words)) is is_direct


@pytest.mark.parametrize(
    ("text", "words", "is_compared"),
    [
        ("The flood was the worst in the valley since 1953.", "1953", True),
        ("More people came than in 2008.", "2008", True),
        ("The river is higher today than it was in 2008.", "2008", True),
        ("It was the most important congress since the last one in 2002.", "2002", True),
        ("The firm sold 80 ferries, compared with fewer than 60 in May.", "May", True),
        (
            "Corran Lines raised its offer to 82 crowns a share, up from its first offer of 70 crowns a share in May.",
            "May",
            True,
        ),
        ("The numbers were down on a fair in the town in May.", "May", True),
        ("The firm has seen its sales rise by a third from the previous year.", "the previous year", True),
        ("Ada Quill said on Friday that she liked what Marl had said the previous day.", "the previous day", False),
        ("The firm was down on its luck and was sold in May.", "May", False),
        ("It was her first visit since she took power in May.", "May", False),
        ("He has been under house arrest since May.", "May", False),
        ("The firm rose from a fire in 2002.", "2002", False),
        ("The square has been closed since May.", "May", False),
        ("The worst flood came in 1953.", "1953", False),
        ("Support for the dam rose to 44 percent from 54 percent in July.", "July", True),
        ("Flour cost 48 crowns a sack, up from around 40 crowns in July.", "July", True),
        ("The fair has 48 stalls, up from 40 stalls on Monday.", "Monday", False),
        ("The ferry raised its fare from 2 crowns to 3 crowns in July.", "July", False),
        ("They took 40 crowns from the till in July.", "July", False),
        ("The port counted 800 strikes last year, up 6.6% on 2004.", "2004", True),
        ("Support for the mayor stood at 45%, down five points from early last month.", "early last month", True),
        ("Shares in the port were up 6.6% on Monday.", "Monday", False),
        ("The port needed more just to keep its fleet level from the year before.", "the year before", True),
        ("The fleet had shrunk the year before.", "the year before", False),
    ],
)
def test_what_something_is_measured_against(text: str, words: str, is_compared: bool) -> None:
    assert surface.is_compared(*cut(text, words)) is is_compared


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        (
            "The mayor of Lindow, who took office in May, praised the firemen.",
            "May",
            "The mayor of Lindow, who took office in May",
        ),
        ("The council met, after the dam at Ash broke on Monday.", "Monday", "the dam at Ash broke on Monday."),
        ("The council met after it was told of the leak on Monday.", "Monday", None),
    ],
)
def test_a_clause_is_cut_out_where_the_words_show_it(text: str, words: str, clause: str | None) -> None:
    span = surface.side_clause(*cut(text, words))
    assert (span.of(text) if span else None) == clause


def test_features_tell_how_far_a_date_lies_from_publication() -> None:
    assert "age=ahead" in surface.features(*cut("The road opens on Friday.", "Friday"), PUBLISHED)
    assert "age=long ago" in surface.features(*cut("The road opened in 1953.", "1953"), PUBLISHED)
