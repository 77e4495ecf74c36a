"""Whether a headline goes on from what stands before it in its article."""

import datetime as dt

import pytest

from dateline import Article
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.describe.leaning import leans
from dateline.timeline.select import passages

BEFORE = "Norden Bank said on Wednesday that it had a plan. Ada Quill, a banker, praised it."


def last(text: str) -> Telling:
    """What the last dated passage of an article of Friday 12 March 2021 tells, behind what it tells first."""
    article = Article("a", f"{BEFORE} {text}", dt.date(2021, 3, 12))
    return close_reading(passages.of(read_article(article)))[-1]


@pytest.mark.parametrize(
    "text",
    [
        "But Tor Lund sold the ferry Marigold on Thursday.",
        "A day later Tor Lund sold a ferry.",
        "Late on Thursday it sold a ferry.",
        "The Spaniard told Tor Lund on Thursday that Zell would wait.",
        "Tor Lund spoke on Thursday of such ferries.",
        "Another ferry was sold in Zell on Thursday.",
        "“We hope [the plan] fails,” Tor Lund said on Thursday.",
        "The plan failed on Thursday, Tor Lund said.",
    ],
)
def test_what_the_article_told_before_is_looked_for(text: str) -> None:
    assert leans(last(text))


@pytest.mark.parametrize(
    "text",
    [
        "Tor Lund sold the ferry Marigold on Thursday.",
        "Ada Quill sold a ferry on Thursday.",
        "Quill sold a ferry on Thursday.",
        "Tor Lund said on Thursday that the plan had failed.",
        "Tor Lund left the White House on Thursday.",
        "Tor Lund spoke on Thursday of such men as Emil Varga.",
        "The weather in Zell turned on Thursday.",
    ],
)
def test_what_is_told_by_itself_goes_on_from_nothing(text: str) -> None:
    assert not leans(last(text))
