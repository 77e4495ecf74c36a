"""By what the role of a date is told in the tree."""

from collections.abc import Callable

from dateline.events.dates.features import features
from dateline.events.parsing.parse import Parse

Parsed = Callable[[str], Parse]


def test_the_way_from_a_date_to_its_verb_and_that_verb_are_told(parsed: Parsed) -> None:
    text = "The mayor said the dam would close on Monday."
    start = text.index("Monday")
    found = features(parsed(text), start, start + len("Monday"))
    assert {"path=pobj>prep", "prep=on", "below=said direct", "verb lemma=close", "subject=NN"} <= set(found)


def test_what_hangs_on_nothing_tells_nothing(parsed: Parsed) -> None:
    assert features(parsed("The dam broke."), 100, 106) == ["not parsed"]
