from collections.abc import Callable

import pytest

from dateline.events.parsing.parse import Parse
from dateline.events.status.decision import Statuses

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The claim that the board met is false.", "met", "denied"),
        ("The claim that the board met is true.", "met", "uncertain"),
        ("The owner dismissed as false a report that the board met.", "met", "denied"),
        ("Reports of a mutiny were dismissed as nonsense by the navy.", "mutiny", "denied"),
        ("Reports of a mutiny were not denied.", "mutiny", "uncertain"),
        ("Reports of a mutiny were confirmed by the navy.", "mutiny", "happened"),
        ("The owner denied reports of a shooting.", "shooting", "denied"),
        ("The rumours of a coup are false.", "coup", "denied"),
        ("The rumours of a coup went on.", "coup", "uncertain"),
        ("The owner rejected a proposal for a merger.", "merger", "proposed"),
    ],
)
def test_what_a_claim_says_that_is_said_not_to_be_so_did_not_happen(
    parsed: Parsed, text: str, word: str, expected: str
) -> None:
    parse = parsed(text)
    assert Statuses(parse).of(parse.words.index(word)).value == expected
