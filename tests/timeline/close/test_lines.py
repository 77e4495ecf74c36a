"""What makes a line of a timeline, and what does not."""

import datetime as dt

import pytest

from dateline import Article, Request, timeline_of
from dateline.reading.article import read_article
from dateline.timeline.close.lines import telling_something
from dateline.timeline.close.tellings import close_reading
from dateline.timeline.select import passages


def lines(text: str) -> list[str]:
    """The passages of an article of Friday 12 March 2021 that make a line."""
    reading = read_article(Article("a", text, dt.date(2021, 3, 12)))
    return [telling.exact for telling in telling_something(close_reading(passages.of(reading)))]


@pytest.mark.parametrize(
    "text",
    [
        "I was in the mill when it caught fire on Thursday.",
        "On Thursday we’ll open our hospital in Zell to the first patients.",
        "The barge that I saw in Zell on Thursday sank.",
        "13 March Also in the top three Corran Five, Marigold",
        "This article was amended on 11 March 2021.",
        "Ada Quill said at a news conference on Thursday.",
        "Ada Quill said on Thursday.",
        "My colleague Tor Lund will be reading the votes in Zell on Thursday.",
        "Ada Quill told Parliament in a speech on Thursday, smiling.",
        "This story was corrected on Thursday to give the name of the ferry.",
        "• this article was further amended on 11 March 2021 to take out a name.",
        "The following correction was printed in the Zell Courier's Corrections column, Thursday March 11 2021",
        "A shorter version of Ada Quill's piece was published on Thursday 11 March 2021.",
    ],
)
def test_what_nobody_says_what_tells_of_nothing_and_what_is_said_of_an_article_make_none(text: str) -> None:
    assert lines(f"The mill of Corran burned. {text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "“I was in the mill when it caught fire on Thursday,” said Ada Quill.",
        "Ada Quill said on Thursday that “we will open the mill”.",
        "We will open the mill on Monday, Ada Quill said.",
        "Ada Quill said yes on Thursday.",
        "“No comment,” Ada Quill said on Thursday.",
        "Ada Quill told Parliament on Thursday of a fire in the mill.",
        "Ada Quill told Parliament the truth on Thursday.",
        "Ada Quill said on Thursday that the mill would open.",
        "“The mill is safe,” Ada Quill said on Thursday.",
        "A mine from World War I was found off Zell on Thursday.",
        "F.B.I. agents searched the mill on Thursday.",
        "Two thousand painters demonstrate in Zell on Thursday.",
        "11 March 2021: Fire at the mill of Corran.",
        "The law on articles was amended on Thursday.",
        "The new version of the Zell law was published on Thursday.",
        "Ada Quill’s report was amended on Thursday after a vote.",
    ],
)
def test_what_happens_and_what_somebody_says_makes_one(text: str) -> None:
    assert lines(f"The mill of Corran stands. {text}")


@pytest.mark.parametrize(
    ("text", "is_line"),
    [
        ("Ada Quill has read all documents showing the results of tests made on Thursday.", False),
        ("Farms in the north, where Norway’s support was slashed in 1991, are poor.", True),
        ("A storm took the mill on Thursday.", True),
    ],
)
def test_a_piece_in_which_nobody_acts_and_no_verb_tells_of_somebody_is_no_line(text: str, is_line: bool) -> None:
    article = Article("a", f"A storm took the ferry of Zell on Tuesday. {text}", dt.date(2021, 3, 12))
    entries = timeline_of([article], Request(parse=True)).entries
    assert len(entries) == 1 + is_line
