from collections.abc import Callable

import pytest

from dateline.events.parse import Parse
from dateline.events.status import Statuses

Parsed = Callable[[str], Parse]


def status(parse: Parse, word: str) -> str:
    return Statuses(parse).of(parse.words.index(word)).value


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The two leaders met in Vienna.", "met", "happened"),
        ("The two leaders did not meet in Vienna.", "meet", "denied"),
        ("The two leaders will meet in Vienna.", "meet", "expected"),
        ("The two leaders may meet in Vienna.", "meet", "uncertain"),
        ("The two leaders are meeting in Vienna.", "meeting", "ongoing"),
        ("The minister failed to reach an agreement.", "reach", "denied"),
        ("The minister failed to reach an agreement.", "agreement", "denied"),
        ("The minister managed to reach an agreement.", "reach", "happened"),
        ("The minister did not manage to reach an agreement.", "reach", "denied"),
        ("The minister hopes to visit Oslo.", "visit", "expected"),
        ("The visit was scheduled for May.", "visit", "scheduled"),
        ("The visit was called off.", "visit", "cancelled"),
        ("The visit was postponed.", "visit", "postponed"),
        ("The general threatened to attack the town.", "attack", "proposed"),
        ("The court ordered the ministry to pay.", "pay", "proposed"),
        ("They are on track to meet by the end of April.", "meet", "expected"),
        ("There was no agreement.", "agreement", "denied"),
        ("No agreements were expected from the meeting.", "expected", "denied"),
        ("The agency raised the possibility of a third summit.", "summit", "uncertain"),
        ("Plans for a new summit were published.", "summit", "expected"),
        ("The police prevented an attack.", "attack", "denied"),
        ("The leaders signed an agreement.", "agreement", "happened"),
        ("The ministry denied that the plant leaked.", "leaked", "denied"),
        ("If the talks fail, the strike will go on.", "fail", "uncertain"),
        ("The road has yet to reopen.", "reopen", "denied"),
        ("The planned visit drew protests.", "visit", "expected"),
        ("The minister left without signing the treaty.", "signing", "denied"),
    ],
)
def test_the_words_around_an_event_tell_its_status(parsed: Parsed, text: str, word: str, expected: str) -> None:
    assert status(parsed(text), word) == expected


def test_a_negated_refusal_affirms(parsed: Parsed) -> None:
    assert status(parsed("She did not fail to appear."), "appear") == "happened"


def test_what_is_said_keeps_its_own_tense(parsed: Parsed) -> None:
    parse = parsed("Officials said that the ship would sail and that the port had reopened.")
    assert (status(parse, "said"), status(parse, "sail"), status(parse, "reopened")) == (
        "happened",
        "expected",
        "happened",
    )
