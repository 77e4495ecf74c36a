"""Whether the words around a date look back or ahead, told by the nearest verb without a parser."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from dateline.model import Span

# Code points looked at on either side: most clauses end within.
_REACH = 120
# What a headline does not end with.
_FULL_STOPS = (".", "!", "?", '"', "”", "'", "’")
# Words before "until Monday" among which the one that moves the date stands.
_MOVED_REACH = 8

_WORD = re.compile(r"``|''|[^\W\d_]+(?:['’]t)?|['’]ll\b|[;:“”\"—–]")


class _Cues(NamedTuple):
    single: dict[str, int]
    double: dict[tuple[str, str], int]
    endings: tuple[str, ...]
    not_back: frozenset[str]
    names: frozenset[str]
    neither_after: frozenset[str]
    moved: frozenset[str]
    moved_to: frozenset[str]
    planned: str
    not_planned: frozenset[str]
    ahead_of_possessive: frozenset[str]
    clause: frozenset[str]
    possessives: tuple[str, ...]
    before_the_story: frozenset[str]


@cache
def _cues(language: str) -> _Cues:
    data = tomllib.loads(files("dateline.times").joinpath(language, "tense.toml").read_text(encoding="utf-8"))
    senses = {cue: sense for name, sense in (("back", -1), ("ahead", 1)) for cue in data[name]}
    senses |= {f"{first} {second}": 1 for first in data["arranged_after"] for second in data["arranged"]}
    pairs = {(first, second): sense for cue, sense in senses.items() for first, _, second in [cue.partition(" ")]}
    return _Cues(
        {first: sense for (first, second), sense in pairs.items() if not second},
        {pair: sense for pair, sense in pairs.items() if pair[1]},
        tuple(data["back_endings"]),
        frozenset(data["not_back"]),
        frozenset(data["names"]),
        frozenset(data["neither_after"]),
        frozenset(data["moved"]),
        frozenset(data["moved_to"]),
        data["planned"],
        frozenset(data["not_planned"]),
        frozenset(data["ahead_of_possessive"]),
        frozenset(data["clause"]),
        tuple(data["possessives"]),
        frozenset(data["before_the_story"]),
    )


def look(text: str, sentence: Span, start: int, end: int, language: str = "en") -> int:
    """-1 when the words around `start` to `end` look back, 1 when they look ahead, 0 when they do not tell.

    The nearest cue before the date counts, within its clause; where there is none, the first one after it.
    """
    cues = _cues(language)
    before = _WORD.findall(text, max(sentence.start, start - _REACH), start)
    possessive = text.startswith(cues.possessives, end)
    if possessive and cues.ahead_of_possessive & {" ".join(before[-1:]).lower(), " ".join(before[-2:]).lower()}:
        return 1
    if before and before[-1] in cues.moved_to and not cues.moved.isdisjoint(before[-_MOVED_REACH:]):
        return 1
    for position in range(len(before) - 1, -1, -1):
        if before[position].lower() in cues.clause:
            break
        sense = _sense(before, position, cues)
        if sense:
            return sense
    if possessive:
        # What follows is a noun: "as of Friday's close".
        return -1
    after = _WORD.findall(text, end, min(sentence.end, end + _REACH))
    told = next((sense for position in range(len(after)) if (sense := _sense(after, position, cues))), 0)
    return told or int(not text.endswith(_FULL_STOPS, start, sentence.end) and _is_planned(before, cues))


def tells_before(text: str, sentence: Span, start: int, language: str = "en") -> bool:
    """Whether the words around `start` tell what had been before the story: "which he had left in"."""
    words = _WORD.findall(text, max(sentence.start, start - _REACH), min(sentence.end, start + _REACH))
    return not _cues(language).before_the_story.isdisjoint(words)


def _is_planned(words: Sequence[str], cues: _Cues) -> bool:
    """Whether a headline without a verb that tells has an infinitive, which there is a plan."""
    return any(
        first == cues.planned and second.islower() and second not in cues.not_planned
        for first, second in pairwise(words)
    )


def _sense(words: Sequence[str], position: int, cues: _Cues) -> int:
    """What the word at `position` tells by itself, or with the word before it."""
    word = words[position]
    previous = words[position - 1].lower() if position else ""
    if sense := cues.double.get((previous, word)):
        return sense
    if previous in cues.neither_after:
        return 0
    if word in cues.names:
        return 0
    if sense := cues.single.get(word.lower()):
        return sense
    return -1 if word.islower() and word.endswith(cues.endings) and word not in cues.not_back else 0
