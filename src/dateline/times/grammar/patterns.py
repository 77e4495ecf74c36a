"""The pattern language of the rules, compiled for matching against strings of symbols.

    the WEEKDAY ["," | on]      words, classes (in capitals), an optional part, alternatives, signs in quotation marks
    day:(DAY | NTHDAY)          a named slot; a class alone is a slot of its own name in small letters
    since <MONTH>               only what stands within < > is the expression, the rest is its context
    <MONTH DAY> "-" <DAY>       more than one expression

All rules are matched at once, by one finite automaton (Thompson 1968) whose states are worked out when a text first
needs them. It finds the longest match of any rule in time linear in the symbols, whatever the order of the
rules. Of two rules with the same longest match the earlier counts. Slots are then found by walking the one rule's
pattern over those few symbols.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import NamedTuple

_TOKEN = re.compile(r'"[^"\s]+"|[a-z_0-9]+:(?=[A-Z("(])|[^\W_]+|[][()|<>]')
_BLANKS = re.compile(r"\s+")


class Node(NamedTuple):
    """A part of a pattern: `kind` is class, sequence, choice, optional, slot or expression."""

    kind: str
    name: str = ""
    parts: tuple["Node", ...] = ()


def parse(source: str, macros: Mapping[str, Node]) -> Node:
    """Read a pattern; `macros` are named parts that may stand in it like classes. ValueError tells what is wrong."""
    tokens = _tokens(source)
    node, position = _choice(tokens, 0, macros)
    if position != len(tokens):
        raise ValueError(f"unexpected {tokens[position]!r} in pattern {source!r}")
    return node


def _tokens(source: str) -> list[str]:
    tokens = _TOKEN.findall(source)
    if "".join(tokens) != _BLANKS.sub("", source):
        raise ValueError(f"cannot read pattern {source!r}: beside words, brackets and | only signs in quotation marks")
    return tokens


def _choice(tokens: Sequence[str], position: int, macros: Mapping[str, Node]) -> tuple[Node, int]:
    options = []
    while True:
        parts: list[Node] = []
        while position < len(tokens) and tokens[position] not in "|])>":
            part, position = _part(tokens, position, macros)
            parts.append(part)
        if not parts:
            raise ValueError(f"empty alternative in {' '.join(tokens)!r}")
        options.append(parts[0] if len(parts) == 1 else Node("sequence", parts=tuple(parts)))
        if position == len(tokens) or tokens[position] != "|":
            return (options[0] if len(options) == 1 else Node("choice", parts=tuple(options))), position
        position += 1


_BRACKETS = {"[": ("]", "optional"), "(": (")", ""), "<": (">", "expression")}


def _part(tokens: Sequence[str], position: int, macros: Mapping[str, Node]) -> tuple[Node, int]:
    token = tokens[position]
    if token in macros:
        return macros[token], position + 1
    if token in _BRACKETS:
        closing, kind = _BRACKETS[token]
        inner, position = _choice(tokens, position + 1, macros)
        if position == len(tokens) or tokens[position] != closing:
            raise ValueError(f"{token} is not closed in {' '.join(tokens)!r}")
        return (Node(kind, parts=(inner,)) if kind else inner), position + 1
    if token[-1] == ":":
        inner, position = _part(tokens, position + 1, macros)
        return Node("slot", token[:-1], (_unnamed(inner),)), position
    if token[0].isupper():
        return Node("slot", token.lower(), (Node("class", token),)), position + 1
    return Node("class", f'"{token.strip(chr(34)).lower()}"'), position + 1


def _unnamed(node: Node) -> Node:
    """`node` without the slots within it: what has a name is one value."""
    if node.kind == "slot":
        return _unnamed(node.parts[0])
    return Node(node.kind, node.name, tuple(map(_unnamed, node.parts)))


def classes(patterns: Iterable[Node]) -> set[str]:
    """The classes and literal words (these in quotation marks) that patterns name."""
    names: set[str] = set()
    seen: set[int] = set()
    waiting = list(patterns)
    while waiting:
        node = waiting.pop()
        # Named parts are shared between patterns: once is enough.
        if id(node) not in seen:
            seen.add(id(node))
            waiting.extend(node.parts)
            if node.kind == "class":
                names.add(node.name)
    return names


def mirrored(node: Node) -> Node:
    """The pattern that matches the same symbols read from the last to the first."""
    return Node(node.kind, node.name, tuple(map(mirrored, reversed(node.parts))))


class Automaton:
    """All patterns at once."""

    def __init__(self, patterns: Sequence[Node], classes_of: Callable[[str], frozenset[str]]) -> None:
        """`patterns` in order of precedence; `classes_of` tells the classes of a symbol."""
        self._classes_of = classes_of
        self._working_out = Lock()
        # The nondeterministic automaton: its states are numbers, 0 the first and the rules' last ones next.
        self._rules = len(patterns)
        self._states = 1 + self._rules
        self._moves: dict[int, tuple[str, int]] = {}
        self._free: dict[int, list[int]] = {0: []}
        # The parts that lead from a state to another one, from the first that counts on, until the state is reached.
        self._ahead: dict[int, tuple[Sequence[Node], int, int]] = {}
        for rule, pattern in enumerate(patterns):
            self._free[0].append(self._leading((pattern,), 0, 1 + rule))
        # The deterministic one.
        self._known: dict[frozenset[int], _Known] = {}
        self._reached: dict[tuple[int, ...], _Known] = {}
        self._start = self._of(self._closure([0]))

    def longest(self, symbols: str, position: int) -> tuple[int, int] | None:
        """The rule with the longest match from `position` and the match's end; None when none matches."""
        state, found = self._start, None
        for end in range(position, len(symbols)):
            state = state[symbols[end]]
            if not state.members:
                break
            if state.accepts is not None:
                found = state.accepts, end + 1
        return found

    def matches(self, symbols: str) -> list[tuple[int, int]]:
        """The rules that match the first symbols, one for each length that there is, with it; the shortest first."""
        state, found = self._start, []
        for length, symbol in enumerate(symbols, 1):
            state = state[symbol]
            if not state.members:
                break
            if state.accepts is not None:
                found.append((state.accepts, length))
        return found

    def _leading(self, parts: Sequence[Node], first: int, end: int) -> int:
        """A new state, from which the `parts` from the `first` on lead to state `end`."""
        state = self._states
        self._states += 1
        self._ahead[state] = parts, first, end
        return state

    def _open(self, state: int) -> None:
        """Work out what leads on from a state that is reached for the first time."""
        parts, first, end = self._ahead.pop(state)
        if first + 1 < len(parts):
            end = self._leading(parts, first + 1, end)
        node = parts[first]
        if node.kind == "class":
            self._moves[state] = node.name, end
        elif node.kind == "choice":
            self._free[state] = [self._leading((part,), 0, end) for part in node.parts]
        else:
            self._free[state] = [self._leading(node.parts, 0, end)]
            if node.kind == "optional":
                self._free[state].append(end)

    def _closure(self, states: Sequence[int]) -> frozenset[int]:
        """The states that are reached from some without a symbol, with these."""
        reached, waiting = set(states), list(states)
        while waiting:
            state = waiting.pop()
            if state in self._ahead:
                self._open(state)
            for following in self._free.get(state, ()):
                if following not in reached:
                    reached.add(following)
                    waiting.append(following)
        return frozenset(reached)

    def _of(self, members: frozenset[int]) -> "_Known":
        known = self._known.get(members)
        if known is None:
            # The last state of the first rule is 1.
            rules = [state - 1 for state in members if 1 <= state <= self._rules]
            known = self._known[members] = _Known(members, min(rules, default=None), self._follow)
        return known

    def _follow(self, known: "_Known", symbol: str) -> "_Known":
        # States are worked out by one thread at a time; what is worked out is read without waiting.
        with self._working_out:
            if known.by_class is None:
                known.by_class = {}
                for member in known.members:
                    if member in self._moves:
                        name, target = self._moves[member]
                        known.by_class.setdefault(name, []).append(target)
            moves = known.by_class
            reached = tuple([target for name in self._classes_of(symbol) if name in moves for target in moves[name]])
            following = self._reached.get(reached)
            if following is None:
                following = self._reached[reached] = self._of(self._closure(reached))
            return following


class _Known(dict[str, "_Known"]):
    """A deterministic state: from symbol to the state that follows, worked out when a text first needs it."""

    __slots__ = ("_follow", "accepts", "by_class", "members")

    def __init__(
        self, members: frozenset[int], accepts: int | None, follow: Callable[["_Known", str], "_Known"]
    ) -> None:
        """`members` are the states of the nondeterministic automaton it stands for: none when nothing can match."""
        self.members = members
        self.accepts = accepts
        self.by_class: dict[str, list[int]] | None = None
        self._follow = follow

    def __missing__(self, symbol: str) -> "_Known":
        following = self[symbol] = self._follow(self, symbol)
        return following


class Slot(NamedTuple):
    """What a match says in one place: the field's name, the class of its word, the tokens it lies in.

    `classname` is None when the slot holds more than a single class: it is a number then.
    """

    name: str
    classname: str | None
    start: int
    end: int


EXPRESSION = "<>"
"""The name of the slots that tell where an expression stands."""


def captures(pattern: Node, symbols: str, classes_of: Callable[[str], frozenset[str]]) -> list[Slot]:
    """The slots that `pattern` fills when it matches the whole of `symbols`; ValueError when it does not.

    Optional parts are taken when they can be, alternatives in their order.
    """
    for end, slots in _walk(pattern, symbols, 0, classes_of):
        if end == len(symbols):
            return list(slots)
    raise ValueError("the pattern does not match these symbols")


def _walk(
    node: Node, symbols: str, position: int, classes_of: Callable[[str], frozenset[str]]
) -> Iterator[tuple[int, tuple[Slot, ...]]]:
    match node.kind:
        case "class":
            if position < len(symbols) and node.name in classes_of(symbols[position]):
                yield position + 1, ()
        case "choice":
            for part in node.parts:
                yield from _walk(part, symbols, position, classes_of)
        case "optional":
            yield from _walk(node.parts[0], symbols, position, classes_of)
            yield position, ()
        case "sequence":
            yield from _walk_all(node.parts, symbols, position, classes_of)
        case _:
            inner = node.parts[0]
            name = EXPRESSION if node.kind == "expression" else node.name
            classname = inner.name if inner.kind == "class" else None
            for end, slots in _walk(inner, symbols, position, classes_of):
                yield end, (Slot(name, classname, position, end), *slots)


def _walk_all(
    parts: Sequence[Node], symbols: str, position: int, classes_of: Callable[[str], frozenset[str]]
) -> Iterator[tuple[int, tuple[Slot, ...]]]:
    if not parts:
        yield position, ()
        return
    for middle, first in _walk(parts[0], symbols, position, classes_of):
        for end, rest in _walk_all(parts[1:], symbols, middle, classes_of):
            yield end, first + rest
