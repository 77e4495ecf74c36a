"""A stretch of time words in, what its expressions mean out, before it is known on which day that is.

A stretch of words of the language's tables ("a day earlier than last Friday") is read on its own, without its article;
news says the same things over and over, so what has been read is remembered by its words.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from dateline.languages import Language, made_once
from dateline.model import TimexType
from dateline.times.grammar import numbers
from dateline.times.grammar.patterns import EXPRESSION, Automaton, Slot, captures
from dateline.times.grammar.rules import Grammar, Modifier, Rule, Spec, grammar
from dateline.times.grammar.word_classes import DOUBTFUL_YEARS, Value

TYPES = {
    "date": TimexType.DATE,
    "unit": TimexType.DATE,
    "shift": TimexType.DATE,
    "open": TimexType.DATE,
    "ref": TimexType.DATE,
    "time": TimexType.TIME,
    "span": TimexType.DURATION,
    "set": TimexType.SET,
}
"""The TIMEX3 type of each kind of meaning, unless the rule says otherwise."""

# Words of one stretch read at once; only lists of figures or names of months run longer.
_LONGEST_STRETCH = 60
_LONGEST_MODIFIER = 7
# Stretches that are remembered, and how many code points the longest of them has.
_REMEMBERED = 100_000
_LONGEST_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Meaning:
    """One expression: where it stands in its stretch (code points), and what its words say."""

    start: int
    end: int
    rule: str
    """The name of the rule that found it."""
    kind: str
    """How it is resolved: one of TYPES."""
    type: TimexType
    fields: Mapping[str, Value]
    mod: str | None = None
    figures: int | None = None
    """Where figures stand in the stretch that are read as a year, but mostly count something: "May 3, 476"."""

    def otherwise(self, words: str) -> "Meaning":
        """What the same `words` mean where the guard of their rule does not let them pass.

        What stays open leans on what follows, to which the last word belongs: "the day | before the vote".
        """
        kind = str(self.fields["otherwise"])
        length = len(words.rsplit(None, 1)[0]) if kind == "open" else len(words)
        return replace(self, end=self.start + length, kind=kind, type=TYPES[kind])


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression found among symbols: tokens from `start` to `end`."""

    start: int
    end: int
    rule: Rule
    expression: int
    slots: tuple[Slot, ...]
    mod: str | None


class Reader:
    """Reads stretches of one language."""

    def __init__(self, language: Language) -> None:
        self.grammar: Grammar = grammar(language)
        self._by_symbols: dict[str, list[_Found]] = {}
        self._by_match: dict[tuple[int, str], Sequence[Slot]] = {}
        self._by_words: dict[str, tuple[Meaning, ...]] = {}
        self.barren: set[str] = set()
        """Stretches, as symbols, in which nothing was found."""

    def read(self, words: str, tokens: Sequence[str], symbols: str) -> tuple[Meaning, ...]:
        """The expressions in a stretch: its words, its tokens, and their symbols."""
        meanings = self._by_words.get(words)
        if meanings is None:
            meanings = tuple(self._read(tokens, symbols))
            if not meanings and len(symbols) <= _LONGEST_STRETCH:
                if len(self.barren) >= _REMEMBERED:
                    self.barren.clear()
                self.barren.add(symbols)
            elif len(words) < _LONGEST_REMEMBERED:
                if len(self._by_words) >= _REMEMBERED:
                    self._by_words.clear()
                self._by_words[words] = meanings
        return meanings

    def read_counting(self, tokens: Sequence[str], symbols: str, figures: Container[int]) -> Sequence[Meaning]:
        """As `read`, those `figures` (where they stand in the stretch) being numbers and no years."""
        starts = accumulate(map(len, tokens), initial=0)
        as_number = self.grammar.lexicon.as_number
        counting = [
            as_number(token) if start in figures else symbol
            for start, token, symbol in zip(starts, tokens, symbols, strict=False)
        ]
        return self._read(tokens, "".join(counting))

    def _read(self, tokens: Sequence[str], symbols: str) -> list[Meaning]:
        offsets = list(accumulate(map(len, tokens), initial=0))
        meanings = []
        for cut in range(0, len(symbols), _LONGEST_STRETCH):
            part, words = symbols[cut : cut + _LONGEST_STRETCH], tokens[cut : cut + _LONGEST_STRETCH]
            found = self._by_symbols.get(part)
            if found is None:
                if len(self._by_symbols) >= _REMEMBERED:
                    self._by_symbols.clear()
                    self._by_match.clear()
                found = self._by_symbols[part] = self._find(part)
            for item in found:
                last = cut + item.end - 1
                end = offsets[last] + len(tokens[last].rstrip())
                meaning = self._meaning(item, words, offsets[cut + item.start], end)
                for slot in item.slots:
                    if slot.classname in DOUBTFUL_YEARS:
                        meaning = replace(meaning, figures=offsets[cut + slot.start])
                meanings.append(meaning)
        return meanings

    def _find(self, symbols: str) -> list[_Found]:
        found: list[_Found] = []
        position = done = 0
        automaton, rules = self.grammar.automaton, self.grammar.rules
        while position < len(symbols):
            match = automaton.longest(symbols, position)
            if match is None:
                position += 1
                continue
            number, end = match
            rule = rules[number]
            slots = self._slots(number, symbols[position:end])
            spans = sorted((s.start, s.end) for s in slots if s.name == EXPRESSION) or [(0, end - position)]
            if spans[0][0]:
                # Words before the expression were context: a rule that reads on from its first word goes first.
                within = automaton.longest(symbols, position + spans[0][0])
                if within and within[1] > position + spans[0][1]:
                    position += spans[0][0]
                    continue
            if rule.specs[0]["kind"] != "none":
                slots = [Slot(s.name, s.classname, s.start + position, s.end + position) for s in slots]
                for i, (first, last) in enumerate(spans):
                    found.append(self._widened(symbols, done, position + first, position + last, rule, i, slots))
                    done = found[-1].end
            position = max(end, done)
        return found

    def _slots(self, number: int, symbols: str) -> Sequence[Slot]:
        """The slots of a rule in the symbols that it matched."""
        key = number, symbols
        slots = self._by_match.get(key)
        if slots is None:
            pattern = self.grammar.rules[number].pattern
            slots = self._by_match[key] = captures(pattern, symbols, self.grammar.lexicon.classes)
        return slots

    def _widened(
        self, symbols: str, done: int, start: int, end: int, rule: Rule, expression: int, slots: Sequence[Slot]
    ) -> _Found:
        """The expression with the modifiers around it."""
        inside = [s for s in slots if s.name != EXPRESSION]
        own = tuple(s for s in inside if start <= s.start and s.end <= end)
        named = {s.name for s in own}
        # In "April 23-25" each part says what the other leaves out.
        own += tuple(s for s in inside if s.name not in named)
        mod = None
        type_ = _type_of(_spec(rule, expression))
        for first in range(max(done, start - _LONGEST_MODIFIER), start):
            modifier = self._modifier(self.grammar.before, symbols[first:start], type_, rule.name)
            if modifier:
                start, mod = first, modifier.mod
                break
        for last in range(min(end + _LONGEST_MODIFIER, len(symbols)), end, -1):
            modifier = self._modifier(self.grammar.after, symbols[end:last], type_, rule.name)
            if modifier:
                end, mod = last, modifier.mod or mod
                break
        return _Found(start, end, rule, expression, own, mod)

    def _modifier(self, automaton: Automaton, symbols: str, type_: TimexType, rule: str) -> Modifier | None:
        match = automaton.longest(symbols, 0)
        if match is None or match[1] != len(symbols):
            return None
        modifier = self.grammar.modifiers[match[0]]
        return modifier if type_ in modifier.types or rule in modifier.types else None

    def _meaning(self, item: _Found, tokens: Sequence[str], start: int, end: int) -> Meaning:
        spec = _spec(item.rule, item.expression)
        fields: dict[str, Value] = {}
        for slot in item.slots:
            value = self._value(slot, tokens)
            if value is not None:
                fields[slot.name] = value
        fields |= {name: value for name, value in spec.items() if name not in {"kind", "type", "mod"}}
        mod = item.mod or (str(spec["mod"]) if "mod" in spec else None)
        return Meaning(start, end, item.rule.name, str(spec["kind"]), _type_of(spec), fields, mod)

    def _value(self, slot: Slot, tokens: Sequence[str]) -> Value | None:
        values_of = self.grammar.lexicon.values_of
        if slot.classname is not None:
            return values_of(tokens[slot.start].strip()).get(slot.classname)
        return numbers.read([token.strip() for token in tokens[slot.start : slot.end]], values_of)


def _spec(rule: Rule, expression: int) -> Spec:
    """What the rule says of one of its expressions; the last spec holds for those that have none of their own."""
    return rule.specs[min(expression, len(rule.specs) - 1)]


def _type_of(spec: Spec) -> TimexType:
    return TimexType(str(spec["type"])) if "type" in spec else TYPES[str(spec["kind"])]


@made_once
def reader(language: Language) -> Reader:
    """The reader of the language, with what it remembers."""
    return Reader(language)
