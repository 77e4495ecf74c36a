"""What is told of a noun, and what of it reads as a clause."""

from collections.abc import Callable

import pytest

from dateline.events.dates.clauses import side_clause
from dateline.events.parsing.parse import Parse

Parsed = Callable[[str], Parse]


def clause(parse: Parse, words: str) -> str | None:
    """What is cut out for a date, with an ellipsis for what only joins a noun and a clause about it."""
    start, text = parse.text.index(words), parse.text
    cut = side_clause(parse, start, start + len(words))
    if cut is None or cut.joint is None:
        return None if cut is None else cut.words.of(text)
    return text[cut.words.start : cut.joint.start] + " …" + text[cut.joint.end : cut.words.end]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Ada Quill, who took office in May, praised the firemen.", "May", "Ada Quill … took office in May"),
        ("Tor Lund and Ada Quill, who were fined in May, left.", "May", "Tor Lund and Ada Quill … were fined in May"),
        (
            "Rolf Oker, the mayor's successor as chairman who resigned in 2009, was fined.",
            "2009",
            "Rolf Oker, the mayor's successor as chairman … resigned in 2009",
        ),
        (
            "Even Mira Oker, the former mayor of Zell who ran for chairman in 2012, has left.",
            "2012",
            "Mira Oker, the former mayor of Zell … ran for chairman in 2012",
        ),
        (
            "They mourned the victims of the storm which struck Norway in May.",
            "May",
            "the storm … struck Norway in May",
        ),
        (
            "Ada Quill – who, after years of silence, spoke in May – has died.",
            "May",
            "Ada Quill …, after years of silence, spoke in May",
        ),
        (
            "The talks between Arland and Borland that began on Monday have failed.",
            "Monday",
            "The talks between Arland and Borland … began on Monday",
        ),
    ],
)
def test_a_clause_about_a_noun_is_whole_without_what_joins_them(
    text: str, words: str, told: str, parsed: Parsed
) -> None:
    assert clause(parsed(text), words) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The party does not resign; who of two died, nobody can tell.
        (
            "The leader of the Oker party, who resigned on Monday, was ill.",
            "The leader of the Oker party … resigned on Monday",
        ),
        (
            "A letter came from the chairman of the Oker company, who resigned on Monday.",
            "the chairman of the Oker company … resigned on Monday",
        ),
        ("They spoke to the founder of Zell, who died on Monday.", "founder of Zell, who died on Monday"),
        (
            "The April explosion of the Zell rig, which killed 11 men on Monday, is looked into.",
            "of the Zell rig, which killed 11 men on Monday",
        ),
    ],
)
def test_of_two_nouns_the_one_is_meant_that_can_be(text: str, told: str, parsed: Parsed) -> None:
    assert (clause(parsed(text), "Monday") or "").endswith(told)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She wants to sell the Zell ferry that Ada Quill bought in 2006.", "2006"),
        ("Ada Quill, whose house burned down in May, praised the firemen.", "May"),
        ("The trial was put off by Dr Quill, which is to begin on Monday.", "Monday"),
        ("No minister of Norway who resigned on Monday was paid.", "Monday"),
        ("He feared the kind of riots that shook Norway in May.", "May"),
        ("Ole Berg, a Zell sailor lost at sea in 2007, was her uncle.", "2007"),
        ("The songs of Lund and Quill, who died of cancer in 2007, were sung.", "2007"),
        ("The mayor and the banker, who resigned in May, met in Zell.", "May"),
    ],
)
def test_of_a_person_or_a_thing_nothing_happens(text: str, words: str, parsed: Parsed) -> None:
    assert clause(parsed(text), words) is None


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("They spoke of the meeting that Norway held in May.", "May", "the meeting that Norway held in May"),
        # The meeting broke up; what somebody says is nothing told of a storm.
        (
            "Oker left a second meeting with President Ada Quill, which broke up in May.",
            "May",
            "a second meeting with President Ada Quill … broke up in May",
        ),
        (
            "The dam at Corran did give way during Storm Ash, Norden's government admitted in May, days later.",
            "May",
            "Storm Ash, Norden's government admitted in May",
        ),
        ("The treaty signed by Norway in May did not calm the markets.", "May", "The treaty signed by Norway in May"),
    ],
)
def test_what_names_a_happening_or_what_was_done_to_a_thing_stays(
    text: str, words: str, told: str, parsed: Parsed
) -> None:
    assert clause(parsed(text), words) == told
