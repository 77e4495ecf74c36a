"""What a verb tells by itself: by the first frame that fits what stands with it."""

from collections.abc import Callable

import pytest

from dateline.coding.acts.framing import Framing
from dateline.coding.acts.moods import Moods
from dateline.events.parsing.parse import Parse


@pytest.mark.parametrize(
    ("text", "verb", "type_", "recipients"),
    [
        ("Norway suspended aid to Peru.", "suspended", "SANCTION", ["Peru"]),
        ("Norway suspended talks with Peru.", "suspended", "SANCTION", ["Peru"]),
        ("Norway suspended the captain.", "suspended", "", []),
    ],
)
def test_the_object_decides(
    parsed: Callable[[str], Parse], text: str, verb: str, type_: str, recipients: list[str]
) -> None:
    parse = parsed(text)
    base = Framing(parse, Moods(parse), ()).base(parse.words.index(verb))
    found = (base.type, [parse.words[head] for head in base.recipients]) if base else ("", [])
    assert found == (type_, recipients)
