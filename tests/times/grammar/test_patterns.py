import pytest

from dateline.times.grammar.patterns import EXPRESSION, Automaton, captures, parse

# A toy language: the symbol of a word is its first letter.
CLASSES = {
    "t": frozenset({'"the"'}),
    "w": frozenset({"WEEKDAY"}),
    "d": frozenset({"DAY", "INT"}),
    "m": frozenset({"MONTH"}),
    "-": frozenset({'"-"'}),
}


def classes_of(symbol: str) -> frozenset[str]:
    return CLASSES.get(symbol, frozenset())


def test_the_longest_match_counts_whatever_the_order_of_the_rules() -> None:
    short, long = parse("MONTH", {}), parse("[WEEKDAY] MONTH DAY", {})
    for patterns, expected in (([short, long], 1), ([long, short], 0)):
        assert Automaton(patterns, classes_of).longest("wmd", 0) == (expected, 3)


def test_of_two_rules_with_the_same_match_the_earlier_counts() -> None:
    assert Automaton([parse("INT", {}), parse("DAY", {})], classes_of).longest("d", 0) == (0, 1)


def test_nothing_matches_where_no_rule_begins() -> None:
    assert Automaton([parse("MONTH DAY", {})], classes_of).longest("dm", 0) is None


def test_a_class_is_a_slot_of_its_name_and_a_group_may_be_given_one() -> None:
    slots = captures(parse("MONTH number:(INT | DAY)", {}), "md", classes_of)
    assert [(slot.name, slot.classname, slot.start) for slot in slots] == [("month", "MONTH", 0), ("number", None, 1)]


def test_expressions_are_told_from_their_context() -> None:
    slots = captures(parse('the <MONTH DAY> "-" <DAY>', {}), "tmd-d", classes_of)
    assert [(slot.start, slot.end) for slot in slots if slot.name == EXPRESSION] == [(1, 3), (4, 5)]


def test_a_named_part_stands_for_its_pattern() -> None:
    macros = {"DATE": parse("MONTH DAY", {})}
    assert Automaton([parse("the DATE", macros)], classes_of).longest("tmd", 0) == (0, 3)


@pytest.mark.parametrize("source", ["(MONTH", "MONTH)", "MONTH |", "[]", "MONTH $"])
def test_a_pattern_that_cannot_be_read_is_named(source: str) -> None:
    with pytest.raises(ValueError, match=r"pattern|closed|alternative"):
        parse(source, {})
