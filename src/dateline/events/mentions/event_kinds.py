"""Kinds of events by the words that name them, from `kinds.tsv`."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from dateline.languages import Language, made_once, remembered
from dateline.text.words import stem

_LIGHT = "-"
_ONCE = "!"
_OF_VERBS = "~"


class _Kinds(NamedTuple):
    of_word: dict[str, frozenset[str]]
    once: frozenset[str]
    of_verbs: frozenset[str]
    light: frozenset[str]


@made_once
def _table(language: Language) -> _Kinds:
    found: dict[str, set[str]] = {}
    once, of_verbs = set(), set()
    light: list[str] = []
    for kind, words in language.table("events/kinds.tsv"):
        if kind == _LIGHT:
            light += words.split()
            continue
        if kind.endswith(_ONCE):
            once.add(kind.removesuffix(_ONCE))
        elif kind.endswith(_OF_VERBS):
            of_verbs.add(kind.removesuffix(_OF_VERBS))
        for word in words.split():
            for form in {word, stem(language, word) if "_" not in word else _stemmed_first(language, word)}:
                found.setdefault(form, set()).add(kind.rstrip(_ONCE + _OF_VERBS))
    return _Kinds(
        {word: frozenset(kinds) for word, kinds in found.items()},
        frozenset(once),
        frozenset(of_verbs),
        frozenset(light),
    )


def kinds(language: Language, words: Sequence[str]) -> frozenset[str]:
    """The kinds of events that words (in lower case, in order) name, wherever they stand in a sentence."""
    return kinds_of_verb(language, words) - _table(language).of_verbs


def kinds_of_verb(language: Language, words: Sequence[str]) -> frozenset[str]:
    """The kinds that words name when it is they that tell what happens: a verb, with the word behind it or without."""
    opening, of = _opening.of(language), _of.of(language)
    pairs = (f"{root}_{second}" for first, second in itertools.pairwise(words) if (root := opening(first)))
    return frozenset().union(*map(of, words), *map(of, pairs))


@remembered(1 << 16)
def _of(language: Language, words: str) -> frozenset[str]:
    """The kinds that a word names, or two that are joined by `_`."""
    table = _table(language).of_word
    return table.get(words) or table.get(stem(language, words)) or frozenset()


@remembered(1 << 16)
def _opening(language: Language, word: str) -> str | None:
    """The stem of a word; None where the table has no two words of which it is the first."""
    root = stem(language, word)
    return root if root in _openings(language) else None


@made_once
def _openings(language: Language) -> frozenset[str]:
    return frozenset(
        first for first, joined, _ in (words.partition("_") for words in _table(language).of_word) if joined
    )


def _stemmed_first(language: Language, phrase: str) -> str:
    first, _, rest = phrase.partition("_")
    return f"{stem(language, first)}_{rest}"


def is_light(language: Language, verb: str) -> bool:
    """Whether a verb (in lower case) leaves it to the nouns beside it what happens: `held`, `planned`, `called`."""
    return verb in _table(language).light


def happen_once(language: Language) -> frozenset[str]:
    """Kinds of which one and the same thing has one: two dates for one of them cannot both be right."""
    return _table(language).once
