"""Every line of the tables shows what it is for, and does it."""

import datetime as dt

import pytest

from dateline.languages import named
from dateline.times import time_expressions
from dateline.times.grammar.rules import Rule, grammar

ENGLISH = named("en")
THURSDAY = dt.date(2019, 4, 25)


@pytest.mark.parametrize("rule", grammar(ENGLISH).rules, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_has_the_value_beside_it(rule: Rule) -> None:
    assert rule.example
    assert tuple(timex.value for timex in time_expressions(ENGLISH, rule.example, THURSDAY)) == rule.expected


def test_rules_and_modifiers_have_names_of_their_own() -> None:
    rules = [rule.name for rule in grammar(ENGLISH).rules]
    modifiers = [modifier.name for modifier in grammar(ENGLISH).modifiers]
    assert len(set(rules)) == len(rules)
    assert len(set(modifiers)) == len(modifiers)


def test_modifiers_go_with_types_or_rules_that_exist() -> None:
    known = {rule.name for rule in grammar(ENGLISH).rules} | {"DATE", "TIME", "DURATION", "SET"}
    for modifier in grammar(ENGLISH).modifiers:
        assert modifier.types <= known, modifier.name
