"""Kinds of events by the words that name them, from `en/kinds.tsv`."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

_LIGHT = "-"
_ONCE = "!"


@dataclass(frozen=True, slots=True)
class _Kinds:
    of_word: dict[str, frozenset[str]]
    once: frozenset[str]
    light: frozenset[str]


@cache
def _table(language: str = "en") -> _Kinds:
    rows = resources.files("dateline.events").joinpath(language, "kinds.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, set[str]] = {}
    once = set()
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
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return _Kinds({word: frozenset(kinds) for word, kinds in found.items()}, frozenset(once), frozenset(light))


def kinds(words: Sequence[str]) -> frozenset[str]:
    """The kinds of events that words (in lower case, in order) name; empty when they name none that the table knows."""
    table = _table().of_word
    single = (kind for word in words for kind in table.get(word, ()))
    double = (kind for pair in itertools.pairwise(words) for kind in table.get("_".join(pair), ()))
    return frozenset((*single, *double))


def is_light(verb: str) -> bool:
    """Whether a verb (in lower case) leaves it to the nouns beside it what happens: `held`, `planned`, `called`."""
    return verb in _table().light


def happen_once() -> frozenset[str]:
    """Kinds of which one and the same thing has one: two dates for one of them cannot both be right."""
    return _table().once
