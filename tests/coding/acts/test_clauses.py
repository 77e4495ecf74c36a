"""The arguments of a verb: agent, object, and what stands behind its prepositions."""

from collections.abc import Callable

import pytest

from dateline.coding.acts.clauses import clause_of, is_of
from dateline.events.parsing.parse import Parse


@pytest.mark.parametrize(
    ("text", "verb", "agent", "patient"),
    [
        ("The army shelled the port.", "shelled", "army", "port"),
        ("The port was shelled by the army.", "shelled", "army", "port"),
        ("The port was shelled.", "shelled", None, "port"),
        ("The minister agreed to meet the miners.", "meet", "minister", "miners"),
    ],
)
def test_actives_and_passives(
    parsed: Callable[[str], Parse], text: str, verb: str, agent: str | None, patient: str
) -> None:
    parse = parsed(text)
    clause = clause_of(parse, parse.words.index(verb))
    named = [None if head is None else parse.words[head] for head in (clause.agent, clause.object)]
    assert named == [agent, patient]


def test_what_stands_behind_prepositions_of_the_object_too(parsed: Callable[[str], Parse]) -> None:
    parse = parsed("The navy launched an attack on the harbour in Corran.")
    clause = clause_of(parse, parse.words.index("launched"))
    assert [(word, parse.words[head]) for word, head in clause.behind] == [("on", "harbour"), ("in", "Corran")]


@pytest.mark.parametrize(
    ("text", "word", "noun_class", "is_one"),
    [
        ("They launched an airstrike.", "airstrike", "attack", True),
        ("They launched a series of attacks.", "series", "attack", True),
        ("They began a hunger strike.", "strike", "strike", True),
        ("They launched a product.", "product", "attack", False),
        ("They met Mikkel Thorsen.", "Thorsen", "who", True),
        ("They met the rebels.", "rebels", "who", True),
        ("They met the deadline.", "deadline", "who", False),
    ],
)
def test_classes_of_nouns(parsed: Callable[[str], Parse], text: str, word: str, noun_class: str, is_one: bool) -> None:
    parse = parsed(text)
    assert is_of(parse, parse.words.index(word), noun_class) is is_one
