"""Which words name events."""

from collections.abc import Callable

import pytest

from dateline.events.mentions.triggers import triggers
from dateline.events.parsing.parse import Parse

Parsed = Callable[[str], Parse]


def named(parse: Parse) -> set[str]:
    return {parse.words[position] for position in triggers(parse)}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The merger was approved after three weeks of talks.", {"merger", "approved", "talks"}),
        ("Tavro filed for bankruptcy on Monday.", {"filed", "bankruptcy"}),
        ("The agreement ended a strike by pilots.", {"agreement", "ended", "strike"}),
        ("The decline of sales and the fall of prices worried investors.", {"decline", "sales", "fall", "worried"}),
        ("The fire destroyed the hall, and its rebuilding took a year.", {"fire", "destroyed", "rebuilding", "took"}),
        ("The council made a decision.", {"made", "decision"}),
        ("A vote will take place in May.", {"vote", "take"}),
    ],
)
def test_verbs_and_nouns_of_happenings_are_triggers(parsed: Parsed, text: str, events: set[str]) -> None:
    assert events <= named(parsed(text))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("The airline has been based in Oslo for years.", {"airline", "has", "been", "years"}),
        ("According to the mayor, the bridge is old.", {"According", "mayor", "bridge", "is"}),
        ("The owner of the ship has a house near the harbour.", {"owner", "ship", "house", "harbour"}),
        ("The minister will not have been told.", {"minister", "will", "have", "been"}),
    ],
)
def test_auxiliaries_things_and_persons_are_none(parsed: Parsed, text: str, others: set[str]) -> None:
    assert others.isdisjoint(named(parsed(text)))
