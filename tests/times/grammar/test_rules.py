"""Every line of the tables shows what it is for, and does it."""

import datetime as dt

import pytest

from dateline.languages import available, named
from dateline.times import time_expressions
from dateline.times.finding.guards import GUARDS
from dateline.times.finding.meanings import TYPES
from dateline.times.grammar.patterns import classes
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


# Classes that figures have by their shape, in every language.
# fmt: off
FIGURES = {
    "INT", "NUM", "DAY", "HOUR", "YEAR", "YEAR2", "YEAR3", "YEARAHEAD", "MILITARY", "NTH", "NTHDAY", "HOURAM", "HOURPM",
    "HUNDREDS", "DECADE", "DECADE2", "DECADE3", "NUMDATE", "STAMP", "CLOCK", "DOTCLOCK", "FRACTION", "DAYPAIR", "MONEY",
}
# fmt: on


@pytest.mark.parametrize("tag", available())
def test_rules_name_classes_guards_and_kinds_of_meaning_that_exist(tag: str) -> None:
    language = named(tag)
    known = language.settings("times/words.toml").keys() | FIGURES
    rules, modifiers = grammar(language).rules, grammar(language).modifiers
    patterns = {part.name: part.pattern for part in rules} | {part.name: part.pattern for part in modifiers}
    for name, pattern in patterns.items():
        assert {found for found in classes([pattern]) if not found.startswith('"')} <= known, name
    for rule in rules:
        for spec in rule.specs:
            assert spec["kind"] in {*TYPES, "none"}, rule.name
            assert spec.get("otherwise", "open") in {*TYPES, "plain"}, rule.name
            assert spec.get("guard", "year") in GUARDS, rule.name
