"""An act in, its mode and its contexts out: by the words of its clause, from two tables."""

from dataclasses import dataclass

from dateline.coding.acts.sentences import Act
from dateline.events.parsing.parse import Parse
from dateline.languages import Language, made_once


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    words: frozenset[str]
    verbs: frozenset[str]
    """The act's own verb, as a lemma."""
    classes: frozenset[str]
    """What the frame that the act goes by asks for, as a class of nouns."""
    runs: frozenset[tuple[str, ...]]
    """Words that follow one another."""


def _row(name: str, words: str) -> _Row:
    given = words.split()
    verbs = frozenset(word.removeprefix("verb:") for word in given if word.startswith("verb:"))
    runs = frozenset(tuple(word.split("_")) for word in given if "_" in word)
    classes = frozenset(word for word in given if word.startswith("@"))
    plain = frozenset(word for word in given if "_" not in word and not word.startswith(("verb:", "@")))
    return _Row(name, plain, verbs, classes, runs)


@made_once
def _modes(language: Language) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for type_, mode, words in language.table("coding/modes.tsv"):
        found.setdefault(type_, []).append(_row(mode, words))
    return found


@made_once
def _contexts(language: Language) -> list[_Row]:
    return [_row(context, words) for context, words in language.table("coding/contexts.tsv")]


def mode_of(parse: Parse, act: Act) -> str:
    """How an act was done, as a mode of its type; empty where the words do not tell."""
    rows = _modes(parse.language).get(act.type, ())
    verbs = {parse.lemmas[act.verb], parse.lemmas[act.trigger]}
    first = min(parse.left[act.verb], act.trigger)
    last = max(parse.right[act.verb], act.trigger)
    words = _words(parse, first, last)
    for row in rows:
        if verbs & row.verbs or row.classes.intersection(act.rule.split()) or _has(parse, row, words, first, last):
            return row.name
    return ""


def contexts_of(parse: Parse, sentence: int) -> tuple[str, ...]:
    """What the acts of a sentence are about."""
    first, end = parse.bounds[sentence]
    words = _words(parse, first, end - 1)
    return tuple(row.name for row in _contexts(parse.language) if _has(parse, row, words, first, end - 1))


def _words(parse: Parse, first: int, last: int) -> frozenset[str]:
    return frozenset(parse.lowers[first : last + 1]) | frozenset(parse.lemmas[first : last + 1])


def _has(parse: Parse, row: _Row, words: frozenset[str], first: int, last: int) -> bool:
    """Whether a stretch with these words has one of a row's words, or some that follow one another."""
    if not row.words.isdisjoint(words):
        return True
    runs = [run for run in row.runs if words.issuperset(run)]
    return any(
        all(word in (parse.lowers[k], parse.lemmas[k]) for k, word in enumerate(run, start))
        for run in runs
        for start in range(first, last + 2 - len(run))
    )
