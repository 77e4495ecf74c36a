"""Kinds of events by the words that name them, from `en/kinds.tsv`."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from dateline.languages import english
from dateline.text.words import stem

_LIGHT = "-"
_ONCE = "!"
_OF_VERBS = "~"


@dataclass(frozen=True, slots=True)
class _Kinds:
    of_word: dict[str, frozenset[str]]
    once: frozenset[str]
    of_verbs: frozenset[str]
    light: frozenset[str]


@cache
def _table(language: str = "en") -> _Kinds:
    rows = resources.files("dateline.events").joinpath(language, "kinds.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, set[str]] = {}
    once, of_verbs = set(), set()
    light: list[str] = []
    for row in rows:
        if not row or row.startswith("#"):
            continue
        kind, words = row.split("\t")
        if kind == _LIGHT:
            light += words.split()
            continue
        if kind.endswith(_ONCE):
            kind = kind.removesuffix(_ONCE)
            once.add(kind)
        elif kind.endswith(_OF_VERBS):
            kind = kind.removesuffix(_OF_VERBS)
            of_verbs.add(kind)
        for word in words.split():
            for form in {word, stem(english(), word) if "_" not in word else _stemmed_first(word)}:
                found.setdefault(form, set()).add(kind)
    return _Kinds(
        {word: frozenset(kinds) for word, kinds in found.items()},
        frozenset(once),
        frozenset(of_verbs),
        frozenset(light),
    )


def kinds(words: Sequence[str]) -> frozenset[str]:
    """The kinds of events that words (in lower case, in order) name, wherever they stand in a sentence."""
    return kinds_of_verb(words) - _table().of_verbs


def kinds_of_verb(words: Sequence[str]) -> frozenset[str]:
    """The kinds that words name when it is they that tell what happens: a verb, with the word behind it or without."""
    pairs = (f"{opening}_{second}" for first, second in itertools.pairwise(words) if (opening := _opening(first)))
    return frozenset().union(*map(_of, words), *map(_of, pairs))


@lru_cache(maxsize=1 << 16)
def _of(words: str) -> frozenset[str]:
    """The kinds that a word names, or two that are joined by `_`."""
    table = _table().of_word
    return table.get(words) or table.get(stem(english(), words)) or frozenset()


@lru_cache(maxsize=1 << 16)
def _opening(word: str) -> str | None:
    """The stem of a word; None where the table has no two words of which it is the first."""
    root = stem(english(), word)
    return root if root in _openings() else None


@cache
def _openings() -> frozenset[str]:
    return frozenset(first for first, joined, _ in (words.partition("_") for words in _table().of_word) if joined)


def _stemmed_first(phrase: str) -> str:
    first, _, rest = phrase.partition("_")
    return f"{stem(english(), first)}_{rest}"


def is_light(verb: str) -> bool:
    """Whether a verb (in lower case) leaves it to the nouns beside it what happens: `held`, `planned`, `called`."""
    return verb in _table().light


def happen_once() -> frozenset[str]:
    """Kinds of which one and the same thing has one: two dates for one of them cannot both be right."""
    return _table().once
