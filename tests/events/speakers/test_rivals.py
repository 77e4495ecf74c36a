"""Whether a pronoun may as well mean another one than who was found."""

import pytest

from dateline.entities.article_names import Names
from dateline.events.speakers.people import People
from dateline.events.speakers.rivals import ends_quotation, has_rival
from dateline.languages import named
from dateline.text.sentences import split

ENGLISH = named("en")


def people(text: str) -> People:
    return People(Names(ENGLISH, text), split(ENGLISH, text))


@pytest.mark.parametrize(
    ("text", "found", "word", "has", "because"),
    [
        (
            "Mayor Karl Weiss shut the yard. Lund, who owns it, dared Karl Weiss to go on. On Monday he laughed.",
            "Karl Weiss",
            "he",
            True,
            "Lund opens the sentence before",
        ),
        (
            "Lund, 62, is a banker who rose through the ranks of Tor Quill. On Monday he laughed.",
            "Tor Quill",
            "he",
            True,
            "an age tells of a person too",
        ),
        (
            "Lund laughed at Mayor Karl Weiss. On Monday he resigned.",
            "Karl Weiss",
            "he",
            False,
            "of a name by which nothing stands it is open whether it is a person's",
        ),
        (
            "The wedding of Karl Weiss to Ada Quill pleased the queen. Next week she will sail.",
            "Ada Quill",
            "she",
            True,
            "the queen may be meant",
        ),
        (
            "Ada Quill met the queen. Next week she will sail.",
            "Ada Quill",
            "she",
            False,
            "who acts in the sentence before is meant",
        ),
        (
            "Ada Quill was shot at home. A police spokeswoman knew no more. On Monday she spoke.",
            "Ada Quill",
            "she",
            True,
            "the spokeswoman may be meant",
        ),
        (
            "The town cheered Ada Quill. The bridge was shut. On Monday she spoke.",
            "Ada Quill",
            "she",
            False,
            "nobody else is spoken of",
        ),
        (
            "The town cheered Ada Quill. The king left. On Monday she spoke.",
            "Ada Quill",
            "she",
            False,
            "a king is no she",
        ),
    ],
)
def test_who_may_be_meant_instead(text: str, found: str, word: str, has: bool, because: str) -> None:
    assert has_rival(people(text), word, text.rindex(f" {word} ") + 1, found, -1) is has, because


def test_who_spoke_in_the_sentence_before_is_meant() -> None:
    text = "Tor Lund will pay, said Karl Weiss. On Monday he flew home."
    assert not has_rival(people(text), "he", text.index("he flew"), "Karl Weiss", text.index("said"))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("“They know it.\nWeiss will go.”", True),
        ("“They know it.”\n“Weiss will go.”", False),
        ("They know it.\nWeiss will go.", False),
    ],
)
def test_a_quotation_that_a_paragraph_parts(text: str, ends: bool) -> None:
    assert ends_quotation(people(text), 1) is ends
