from collections.abc import Callable

import pytest

from dateline.events.parsing.parse import Parse
from dateline.events.status.certainty import certainty, status_of
from dateline.events.status.decision import Statuses

Parsed = Callable[[str], Parse]


def test_certainty_falls_from_fact_to_hope_to_denial(parsed: Parsed) -> None:
    told = [
        ("The ministers signed the treaty.", "signed"),
        ("The ministers hope to sign the treaty.", "sign"),
        ("The ministers never signed the treaty.", "signed"),
    ]
    values = []
    for text, word in told:
        parse = parsed(text)
        values.append(certainty(parse, parse.words.index(word), Statuses(parse)))
    assert values[0] > 2 > values[1] > 0 > values[2]
    assert all(-3 <= value <= 3 for value in values)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The court neither approves nor rejects the plan.", "approves", "denied"),
        ("The envoy could not be reached for comment.", "comment", "denied"),
        ("The visit was called off.", "visit", "cancelled"),
        ("The two met in Oslo.", "met", "happened"),
    ],
)
def test_the_status_that_is_told_joins_rules_and_certainty(parsed: Parsed, text: str, word: str, expected: str) -> None:
    parse = parsed(text)
    assert status_of(parse, parse.words.index(word), Statuses(parse)).value == expected
