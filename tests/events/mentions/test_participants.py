"""Who takes part in an event, and where it takes place."""

from collections.abc import Callable

import pytest

from dateline.events.mentions.participants import participants, place
from dateline.events.parsing.parse import Parse

Parsed = Callable[[str], Parse]


def roles(parse: Parse, word: str) -> set[tuple[str, str]]:
    return {(taking.role, taking.text) for taking in participants(parse, parse.words.index(word))}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ada Okoro told reporters that it was over.", "told", {("agent", "Ada Okoro"), ("recipient", "reporters")}),
        ("The minister was due to meet the miners.", "meet", {("agent", "The minister"), ("patient", "the miners")}),
        ("The shares are likely to fall.", "fall", {("agent", "The shares")}),
        (
            "A letter was lost in March and later bought by a museum.",
            "bought",
            {("patient", "A letter"), ("agent", "a museum")},
        ),
        ("The union urged the mayor to resign.", "resign", {("agent", "the mayor")}),
        ("The firm succeeded in selling the yard.", "selling", {("agent", "The firm"), ("patient", "the yard")}),
        ("The army gave the boats to the villagers.", "gave", {("recipient", "the villagers")}),
        (
            "A strike by train drivers that was set to begin on Sunday was averted.",
            "averted",
            {("patient", "A strike by train drivers")},
        ),
    ],
)
def test_roles_follow_the_tree(parsed: Parsed, text: str, word: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= roles(parsed(text), word)


def test_on_what_it_is_shown_takes_no_part(parsed: Parsed) -> None:
    text = "On Norden FM, Karl Weiss sang a song."
    assert roles(parsed(text), "sang") == {("agent", "Karl Weiss"), ("patient", "a song")}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The two met in Vienna.", "met", "Vienna"),
        ("Tavro filed a lawsuit in a court in Halvern.", "filed", "Halvern"),
        ("Gunmen stopped a car near the town of Adel.", "stopped", "Adel"),
        ("The envoy visited Menara.", "visited", "Menara"),
        ("Okoro met the mayor of Oslo.", "met", None),
        ("They accused Norland of a plot.", "accused", None),
    ],
)
def test_the_place_is_where_the_event_is(parsed: Parsed, text: str, word: str, expected: str | None) -> None:
    parse = parsed(text)
    found = place(parse, parse.words.index(word))
    assert (found and found.text) == expected
