"""Which sentences are parsed."""

import pytest

from dateline.coding.acts.gate import gate
from dateline.languages import empty, named


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("Police arrested 40 people.", True),
        ("The army launched three airstrikes.", True),
        ("The firm launched a product.", False),
        ("Rebels shot down a plane.", True),
        ("Norway said its offer must stand.", True),
        ("The bread must rise.", False),
        ("The weather was mild on Tuesday.", False),
        ("Germany suspended its aid.", True),
        ("The player was suspended.", False),
    ],
)
def test_a_sentence_needs_a_verb_and_what_stands_with_it(sentence: str, may: bool) -> None:
    assert gate(named("en")).may_hold(sentence) is may


def test_without_tables_nothing_is_parsed() -> None:
    assert not gate(empty()).may_hold("Police arrested 40 people.")
