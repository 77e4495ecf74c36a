"""The `.rules` tables of a language in, the rules and modifiers of its time expressions out, ready to be matched.

A line of a table is `name :: pattern :: meaning :: example => value`; a line `NAME = pattern` names a part that the
patterns below it may use. `docs/times.md` explains how to write one.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from dateline.languages import Language, made_once
from dateline.times.grammar.patterns import Automaton, Node, classes, mirrored, parse
from dateline.times.grammar.word_classes import Lexicon, Value

TABLES = ("parts", "not-times", "times", "dates", "relative", "durations", "sets")
"""The tables in order of precedence between rules that match the same words."""

Spec = Mapping[str, Value]


class Rule(NamedTuple):
    """One line of a table."""

    name: str
    pattern: Node
    specs: tuple[Spec, ...]
    """What each expression of the pattern means: `kind` says how it is resolved, the rest are fields it gives."""
    example: str
    expected: tuple[str, ...]
    """The values of the expressions in `example`, published on Thursday, 25 April 2019."""


class Modifier(NamedTuple):
    """Words before or after an expression that belong to it and say something of its extent."""

    name: str
    pattern: Node
    before: bool
    types: frozenset[str]
    """The TIMEX3 types it goes with."""
    mod: str
    """The TIMEX3 `mod`; empty when the words change nothing."""


class Grammar(NamedTuple):
    """What a language's tables say, ready for use."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    automaton: Automaton
    modifiers: tuple[Modifier, ...]
    before: Automaton
    """The modifiers before an expression, to be matched from it backwards."""
    after: Automaton
    """The modifiers behind an expression."""


@made_once
def grammar(language: Language) -> Grammar:
    """The grammar of the language: its tables, read and compiled."""
    macros: dict[str, Node] = {}
    rules: list[Rule] = []
    for table in TABLES:
        for line in language.rules(f"times/{table}.rules"):
            if "::" in line:
                rules.append(_rule(line, macros))
            else:
                name, _, source = line.partition("=")
                macros[name.strip()] = parse(source, macros)
    modifiers = [_modifier(line, macros) for line in language.rules("times/modifiers.rules")]
    patterns = [rule.pattern for rule in rules] + [modifier.pattern for modifier in modifiers]
    lexicon = Lexicon(language, classes(patterns))
    return Grammar(
        lexicon,
        tuple(rules),
        Automaton([rule.pattern for rule in rules], lexicon.classes),
        tuple(modifiers),
        Automaton([mirrored(m.pattern) if m.before else _NEVER for m in modifiers], lexicon.classes),
        Automaton([_NEVER if m.before else m.pattern for m in modifiers], lexicon.classes),
    )


_NEVER = Node("class", "no token is in this class")


def _rule(line: str, macros: Mapping[str, Node]) -> Rule:
    name, pattern, meaning, example = (column.strip() for column in line.split("::"))
    passage, _, values = example.partition("=>")
    specs = tuple(_spec(part.split()) for part in meaning.split(";"))
    return Rule(name, parse(pattern, macros), specs, passage.strip(), tuple(values.split()))


def _spec(words: list[str]) -> Spec:
    spec: dict[str, Value] = {"kind": words[0]}
    for word in words[1:]:
        name, _, value = word.partition("=")
        spec[name] = _constant(value)
    return spec


def _constant(word: str) -> Value:
    for number in (int, float):
        with suppress(ValueError):
            return number(word)
    return word


def _modifier(line: str, macros: Mapping[str, Node]) -> Modifier:
    name, pattern, side, types, mod = (column.strip() for column in line.split("::"))
    if side not in {"before", "after"}:
        raise ValueError(f"a modifier stands before or after, not {side!r}, in {line!r}")
    return Modifier(name, parse(pattern, macros), side == "before", frozenset(types.split()), mod)
