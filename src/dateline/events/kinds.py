"""Kinds of events by the words that name them, from `en/kinds.tsv`."""

from collections.abc import Iterable
from functools import cache
from importlib import resources


@cache
def _kinds_by_word(language: str = "en") -> dict[str, frozenset[str]]:
    table = resources.files("dateline.events").joinpath(language, "kinds.tsv").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            kind, words = line.split("\t")
            for word in words.split():
                found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def kinds(words: Iterable[str]) -> frozenset[str]:
    """The kinds of events that words (in lower case) name; empty when they name none that the table knows."""
    table = _kinds_by_word()
    return frozenset(kind for word in words for kind in table.get(word, ()))
