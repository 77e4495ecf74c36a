"""A stretch of time words in, what its expressions mean out, before it is known on which day that is.

A stretch of words of the language's tables ("a day earlier than last Friday") is read on its own, without its article;
news says the same things over and over, so what has been read is remembered by its words.
"""

from collections.abc import Container, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from dateline.languages import Language, made_once
from dateline.model import TimexType
from dateline.times.grammar import numbers
from dateline.times.grammar.patterns import EXPRESSION, Automaton, Slot, captures
from dateline.times.grammar.rules import Grammar, Modifier, Rule, Spec, grammar
from dateline.times.grammar.word_classes import DOUBTFUL_YEARS, Value, token_pattern

_NAMED_DAY = frozenset({"month", "easter"})
_PLAIN = "plain"
"""What a rule says of words whose guard does not hold, where they are a weekday without the last of them."""

TYPES = {
    "date": TimexType.DATE,
    "unit": TimexType.DATE,
    "shift": TimexType.DATE,
    "offset": TimexType.DATE,
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
# Code points behind a stretch that may tell where its last token ends: as many as the longest figures have.
_LOOKED_AHEAD = 30
# Stretches that are remembered, and how many code points the longest of them has.
_REMEMBERED = 100_000
_LONGEST_REMEMBERED = 200


class Meaning(NamedTuple):
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

        What stays open leans on what follows, to which the last word belongs: "the day | before the vote". So does
        the plain weekday in "the Friday | before the vote".
        """
        kind = str(self.fields["otherwise"])
        if kind == _PLAIN:
            plain: dict[str, Value] = {**self.fields, "open": 1}
            del plain["beside"]
            return self._replace(end=self.start + len(words.rsplit(None, 1)[0]), fields=plain)
        length = len(words.rsplit(None, 1)[0]) if kind == "open" else len(words)
        return self._replace(end=self.start + length, kind=kind, type=TYPES[kind])


class _Found(NamedTuple):
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
        self._cut = token_pattern(language).findall
        self._by_symbols: dict[str, list[_Found]] = {}
        self._by_match: dict[tuple[int, str], Sequence[Slot]] = {}
        self._remembered = 0
        self.named_days = frozenset(
            rule.name
            for rule in self.grammar.rules
            if not _NAMED_DAY.isdisjoint(rule.specs[0]) and "year" not in rule.specs[0]
        )
        """The rules of feasts and the like, which say themselves on which day they are."""
        self.known: dict[str, dict[str, Sequence[Meaning]] | None] = {}
        """What was read before, by the symbols of a stretch and then by its words.

        None stands for symbols that say nothing whatever the words.
        """

    def read(self, text: str, start: int, end: int, high: int, symbols: str) -> Sequence[Meaning]:
        """The expressions in the stretch of a text from `start` to `end`, in a window that ends at `high`."""
        if len(symbols) <= _LONGEST_STRETCH and not self._found(symbols):
            self._remember(symbols)
            return ()
        meanings = self._read(self._tokens(text, start, end, high), symbols)
        # What figures may count stands behind the stretch: those are looked at anew each time.
        doubtful = any(meaning.figures is not None for meaning in meanings)
        if end - start < _LONGEST_REMEMBERED and not doubtful:
            by_words = self._remember(symbols, {})
            if by_words is not None:
                by_words[text[start:end]] = meanings
        return meanings

    def read_counting(
        self, text: str, start: int, end: int, high: int, symbols: str, figures: Container[int]
    ) -> Sequence[Meaning]:
        """As `read`, those `figures` (where they stand in the stretch) being numbers and no years."""
        tokens = self._tokens(text, start, end, high)
        starts = accumulate(map(len, tokens), initial=0)
        symbol_of_number = self.grammar.lexicon.symbol_of_number
        counting = [
            symbol_of_number(token) if at in figures else symbol
            for at, token, symbol in zip(starts, tokens, symbols, strict=False)
        ]
        return self._read(tokens, "".join(counting))

    def _remember(
        self, symbols: str, by_words: dict[str, Sequence[Meaning]] | None = None
    ) -> dict[str, Sequence[Meaning]] | None:
        if self._remembered >= _REMEMBERED:
            self.known.clear()
            self._remembered = 0
        self._remembered += 1
        return self.known.setdefault(symbols, by_words)

    def _tokens(self, text: str, start: int, end: int, high: int) -> list[str]:
        """The tokens of a stretch, as they are cut in its window."""
        tokens = self._cut(text, start, min(high, end + _LOOKED_AHEAD))
        starts = accumulate(map(len, tokens), initial=start)
        return [token for token, at in zip(tokens, starts, strict=False) if at < end]

    def _read(self, tokens: Sequence[str], symbols: str) -> list[Meaning]:
        offsets = list(accumulate(map(len, tokens), initial=0))
        meanings = []
        for cut in range(0, len(symbols), _LONGEST_STRETCH):
            words = tokens[cut : cut + _LONGEST_STRETCH]
            for item in self._found(symbols[cut : cut + _LONGEST_STRETCH]):
                last = cut + item.end - 1
                end = offsets[last] + len(tokens[last].rstrip())
                meaning = self._meaning(item, words, offsets[cut + item.start], end)
                for slot in item.slots:
                    if slot.classname in DOUBTFUL_YEARS:
                        meaning = meaning._replace(figures=offsets[cut + slot.start])
                meanings.append(meaning)
        return meanings

    def _found(self, symbols: str) -> Sequence[_Found]:
        found = self._by_symbols.get(symbols)
        if found is None:
            if len(self._by_symbols) >= _REMEMBERED:
                self._by_symbols.clear()
                self._by_match.clear()
            found = self._by_symbols[symbols] = self._find(symbols)
        return found

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
        type_, mod = _type_of(_spec(rule, expression)), None
        before = symbols[max(done, start - _LONGEST_MODIFIER) : start]
        if found := self._modifier(self.grammar.before, before[::-1], type_, rule.name):
            modifier, length = found
            start, mod = start - length, modifier.mod
        if found := self._modifier(self.grammar.after, symbols[end : end + _LONGEST_MODIFIER], type_, rule.name):
            modifier, length = found
            end, mod = end + length, modifier.mod or mod
        return _Found(start, end, rule, expression, own, mod)

    def _modifier(self, automaton: Automaton, symbols: str, type_: TimexType, rule: str) -> tuple[Modifier, int] | None:
        """The longest modifier that goes with an expression, and its length in tokens; `symbols` lead away from it."""
        for number, length in reversed(automaton.matches(symbols)):
            modifier = self.grammar.modifiers[number]
            if type_ in modifier.types or rule in modifier.types:
                return modifier, length
        return None

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
