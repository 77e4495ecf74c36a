"""What a date hangs on."""

from collections.abc import Callable

import pytest

from dateline.events.dates.governor import below, governor, preposition_of
from dateline.events.parsing.parse import Parse

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "words", "verb", "noun", "kind", "preposition"),
    [
        ("The dam at Ash broke on Monday.", "Monday", "broke", None, "own", "on"),
        ("The mayor said the dam would close on Monday.", "Monday", "close", None, "said", "on"),
        ("The captain, who was freed in May, said nothing.", "May", "freed", None, "relcl", "in"),
        ("Nine people died when the ferry sank on Monday.", "Monday", "sank", None, "own", "on"),
        ("Ash fears the strike of Monday.", "Monday", "fears", "strike", "own", "of"),
    ],
)
def test_a_date_hangs_on_a_verb_or_a_noun_in_a_clause(
    text: str, words: str, verb: str, noun: str | None, kind: str, preposition: str, parsed: Parsed
) -> None:
    parse = parsed(text)
    start = text.index(words)
    above = governor(parse, start, start + len(words))
    assert above is not None
    assert above.verb is not None
    assert parse.lowers[above.verb] == verb
    assert (None if above.noun is None else parse.lowers[above.noun]) == noun
    assert below(parse, above.verb) == kind
    assert preposition_of(parse, above) == preposition
