"""Marks that news does not hold: the signs of photographers and archives, stamps of publication, closing credits.

All of them are a language's own data (`text/stamps.toml`). In comes a text, out go the places where one of them stands;
how much around each is skipped is decided in `furniture.py`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from dateline.languages import Language, alternatives, made_once
from dateline.model import SkipKind
from dateline.text.characters import encodable

_PATH = "text/stamps.toml"

# No class holds what lies beyond Latin-1: such ones take long to compile, and names stand in most of the patterns.
NAME = r"[A-Z](?:[\w.'\-]+(?:’[\w.'\-]*)*|(?:’[\w.'\-]*)+)"
"""One word of a person's name, as a pattern."""

_CAPITALS = r"[A-Z]{2}(?:[A-Z./'\-]|’)*(?: (?:[A-Z./'\-]|’)+){0,4}"
_REGION = r"[A-Z][\w.]+(?: [A-Z][\w.]+)?"

# The name of a part in braces: `{month}`; a count, such as `{1,2}`, is none.
_PART = re.compile(r"\{([a-z_]+)\}")


class Reach(StrEnum):
    """How much is skipped where a mark stands."""

    MARK = "mark"
    """The mark alone."""
    PARAGRAPH = "paragraph"
    """It, and the caption before it in its paragraph."""
    CAPTION = "caption"
    """The same, or the sentence on the line before."""
    SENTENCE = "sentence"
    """Its sentence, to the end of the paragraph."""


@dataclass(frozen=True)
class Mark:
    """A pattern to look for anywhere in a text; how it is written stands in `text/stamps.toml`."""

    gates: tuple[str, ...]
    """It is looked for only in a text that holds one of these, which is quicker to tell; in every text if none."""
    written: str
    """Its regular expression, which is made when a text first has a gate."""
    why: SkipKind
    reach: Reach
    core_written: str | None = None
    """A part of the pattern that is quickly found, where that stays on one line: only lines that hold it are read."""
    flags: re.RegexFlag = re.NOFLAG

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The mark itself."""
        return re.compile(self.written, self.flags)

    @cached_property
    def core(self) -> re.Pattern[str] | None:
        """The part of it that is quickly found."""
        return re.compile(self.core_written) if self.core_written else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where the mark stands in a text that holds one of its gates."""
        if self.core is None:
            yield from self.pattern.finditer(text)
            return
        end = 0
        while core := self.core.search(text, end):
            start = text.rfind("\n", end, core.start()) + 1 or end
            end = text.find("\n", core.end())
            end = len(text) if end < 0 else end
            yield from self.pattern.finditer(text, start, end)


class Marks:
    """The marks to look for, all gates at once: by a many-word automaton (Aho and Corasick 1975)."""

    def __init__(self, every: Iterable[Mark]) -> None:
        self._marks = [(frozenset(mark.gates), mark) for mark in every]
        self._gates = sorted({gate for gates, _ in self._marks for gate in gates})
        self._automaton = AhoCorasick(self._gates, implementation=Implementation.DFA)

    def finditer(self, text: str) -> Iterator[tuple[Mark, re.Match[str]]]:
        """Every place where a mark stands in the text, mark by mark."""
        hits = self._automaton.find_matches_as_indexes(encodable(text), overlapping=True)
        gates = {self._gates[number] for number in {hit[0] for hit in hits}}
        for own, mark in self._marks:
            if not own or not own.isdisjoint(gates):
                for found in mark.finditer(text):
                    yield mark, found


@made_once
def marks(language: Language) -> Marks:
    """The marks of a language."""
    settings = language.settings(_PATH)
    return Marks(_mark(language, row, settings["wires"]) for row in settings["marks"])


def expression(language: Language, written: str | Sequence[str]) -> re.Pattern[str]:
    """The regular expression of a pattern that names parts in braces, as `text/stamps.toml` and `furniture.toml` do."""
    return re.compile(_filled(written, _parts(language)))


def _mark(language: Language, row: Mapping[str, Any], wires: Sequence[str]) -> Mark:
    parts, core = _parts(language), row.get("core")
    return Mark(
        gates=tuple(
            gate.replace("{wire}", wire) for gate in row["gates"] for wire in (wires if "{wire}" in gate else ("",))
        ),
        written=_filled(row["pattern"], parts),
        why=SkipKind(row["why"]),
        reach=Reach(row["reach"]),
        core_written=_filled(core, parts) if core else None,
        flags=re.MULTILINE if row.get("by_line") else re.NOFLAG,
    )


@made_once
def _parts(language: Language) -> Mapping[str, str]:
    """The parts of patterns, by name; some hold parts themselves."""
    settings = language.settings(_PATH)
    return {
        **settings["parts"],
        "name": NAME,
        "names": rf"{NAME}(?: {alternatives(settings['particles'])}?{NAME}){{0,2}}",
        "capitals": _CAPITALS,
        "region": _REGION,
        "wire": alternatives(settings["wires"]),
        "archive": rf"{alternatives(settings['archives'])}(?!\w)",
    }


def _filled(written: str | Sequence[str], parts: Mapping[str, str]) -> str:
    """A pattern, given whole or in pieces, with its parts in place."""
    whole = written if isinstance(written, str) else "".join(written)
    return _PART.sub(lambda part: _filled(parts[part[1]], parts), whole)
