"""What an expression says, before it is known when that is.

A stretch of words of the language's tables ("a day earlier than last Friday") is read on its own, without its article;
news says the same things over and over, so what has been read is remembered by its words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from dateline.times.grammar import numbers
from dateline.times.grammar.patterns import EXPRESSION, Automaton, Slot, captures
from dateline.times.grammar.rules import Grammar, Modifier, Rule, grammar
from dateline.times.grammar.word_classes import Value

TYPES = {
    "date": "DATE",
    "unit": "DATE",
    "shift": "DATE",
    "open": "DATE",
    "ref": "DATE",
    "time": "TIME",
    "span": "DURATION",
    "set": "SET",
}
"""The TIMEX3 type of each kind of meaning, unless the rule says otherwise."""

# Words of one stretch read at once; only lists of figures or names of months run longer.
_LONGEST_STRETCH = 60
_LONGEST_MODIFIER = 7
_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression: where it stands in its stretch (code points), and what it says."""

    start: int
    end: int
    rule: str
    op: str
    type: str
    fields: Mapping[str, Value]
    mod: str | None = None

    def otherwise(self, words: str) -> "Reading":
        """What the same `words` say where the guard of their rule does not let them pass.

        What stays open leans on what follows, to which the last word belongs: "the day | before the vote".
        """
        op = str(self.fields["otherwise"])
        length = len(words.rsplit(None, 1)[0]) if op == "open" else len(words)
        return replace(self, end=self.start + length, op=op, type=TYPES[op])


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

    def __init__(self, language: str = "en") -> None:
        self.grammar: Grammar = grammar(language)
        self._by_symbols: dict[str, list[_Found]] = {}
        self._by_match: dict[tuple[int, str], Sequence[Slot]] = {}
        self._by_words: dict[str, tuple[Reading, ...]] = {}
        self.barren: set[str] = set()
        """Stretches, as symbols, in which nothing was found."""

    def read(self, words: str, tokens: Sequence[str], symbols: str) -> tuple[Reading, ...]:
        """The expressions in a stretch: its words, its tokens, and their symbols."""
        readings = self._by_words.get(words)
        if readings is None:
            readings = tuple(self._read(tokens, symbols))
            if not readings and len(symbols) <= _LONGEST_STRETCH:
                if len(self.barren) >= _REMEMBERED:
                    self.barren.clear()
                self.barren.add(symbols)
            elif len(words) < 200:
                if len(self._by_words) >= _REMEMBERED:
                    self._by_words.clear()
                self._by_words[words] = readings
        return readings

    def _read(self, tokens: Sequence[str], symbols: str) -> list[Reading]:
        offsets = list(accumulate(map(len, tokens), initial=0))
        readings = []
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
                readings.append(self._reading(item, words, offsets[cut + item.start], end))
        return readings

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
            if rule.meanings[0]["op"] != "none":
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
        spec = rule.meanings[min(expression, len(rule.meanings) - 1)]
        kind = str(spec.get("type", TYPES[str(spec["op"])]))
        for first in range(max(done, start - _LONGEST_MODIFIER), start):
            modifier = self._modifier(self.grammar.before, symbols[first:start], kind, rule.name)
            if modifier:
                start, mod = first, modifier.mod
                break
        for last in range(min(end + _LONGEST_MODIFIER, len(symbols)), end, -1):
            modifier = self._modifier(self.grammar.after, symbols[end:last], kind, rule.name)
            if modifier:
                end, mod = last, modifier.mod or mod
                break
        return _Found(start, end, rule, expression, own, mod)

    def _modifier(self, automaton: Automaton, symbols: str, kind: str, rule: str) -> Modifier | None:
        match = automaton.longest(symbols, 0)
        if match is None or match[1] != len(symbols):
            return None
        modifier = self.grammar.modifiers[match[0]]
        return modifier if kind in modifier.types or rule in modifier.types else None

    def _reading(self, item: _Found, tokens: Sequence[str], start: int, end: int) -> Reading:
        spec = item.rule.meanings[min(item.expression, len(item.rule.meanings) - 1)]
        fields: dict[str, Value] = {}
        for slot in item.slots:
            value = self._value(slot, tokens)
            if value is not None:
                fields[slot.name] = value
        fields |= {name: value for name, value in spec.items() if name not in {"op", "type", "mod"}}
        op = str(spec["op"])
        mod = item.mod or (str(spec["mod"]) if "mod" in spec else None)
        return Reading(start, end, item.rule.name, op, str(spec.get("type", TYPES[op])), fields, mod)

    def _value(self, slot: Slot, tokens: Sequence[str]) -> Value | None:
        readings = self.grammar.lexicon.readings
        if slot.classname is not None:
            return readings(tokens[slot.start].strip()).get(slot.classname)
        return numbers.read([token.strip() for token in tokens[slot.start : slot.end]], readings)


@cache
def reader(language: str = "en") -> Reader:
    """The reader of `language`, made once."""
    return Reader(language)
