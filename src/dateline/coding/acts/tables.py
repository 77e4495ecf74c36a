"""The tables of a language by which acts are coded: frames of verbs, operators, classes of nouns.

They are written for people who code events, and are theirs to extend: `docs/events-coded.md` says how.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dateline.languages import Language, made_once


@dataclass(frozen=True, slots=True)
class Condition:
    """What must, or must not, stand with a verb."""

    where: str
    """`obj`, `subject`, `inf`, or a preposition or particle."""
    noun_class: str
    """The class of nouns that stands there; empty for anything."""
    holds: bool
    """Whether it must stand there; if not, it must not."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb with what stands beside it tells."""

    key: str
    """The row as it is listed where rules are counted: `launch @attack`."""
    particle: str
    conditions: tuple[Condition, ...]
    type: str
    recipient: tuple[str, ...]
    """Places in which the recipient is looked for, in order."""


@dataclass(frozen=True, slots=True)
class Operator:
    """What a predicate makes of an act it governs."""

    key: str
    particle: str
    kind: str
    """What a kind act becomes; `-` for no event, `=` for what it is."""
    hostile: str
    other: str
    recipient: tuple[str, ...]


@made_once
def frames(language: Language) -> dict[str, list[Frame]]:
    """Frames by the lemma of their verb, in the order of the table."""
    found: dict[str, list[Frame]] = {}
    for verbs, given, type_, recipient in language.table("coding/verbs.tsv"):
        conditions = tuple(_condition(word) for word in given.split() if word != "-")
        for verb in verbs.split():
            lemma, _, particle = verb.partition("_")
            frame = Frame(f"{verb} {given}", particle.replace("_", " "), conditions, type_, tuple(recipient.split()))
            found.setdefault(lemma, []).append(frame)
    for rows in found.values():
        # What needs more beside it is more particular; a particle needs it most.
        rows.sort(key=lambda row: -(2 * bool(row.particle) + sum(c.holds for c in row.conditions)))
    return found


def _condition(word: str) -> Condition:
    holds = not word.startswith("!")
    word = word.removeprefix("!")
    if word.startswith("@"):
        return Condition("obj", word[1:], holds)
    where, _, noun_class = word.partition(":")
    return Condition(where, noun_class.removeprefix("@"), holds)


@made_once
def operators(language: Language) -> dict[tuple[str, str], list[Operator]]:
    """Operators by the lemma of the predicate and what it governs: `to`, `that` or `ing`."""
    found: dict[tuple[str, str], list[Operator]] = {}
    for predicates, governs, kind, hostile, other, recipient in language.table("coding/operators.tsv"):
        for predicate in predicates.split():
            lemma, _, particle = predicate.partition("_")
            operator = Operator(f"{predicate} {governs}", particle, kind, hostile, other, tuple(recipient.split()))
            found.setdefault((lemma, governs), []).append(operator)
    return found


@made_once
def classes(language: Language) -> dict[str, tuple[frozenset[str], frozenset[tuple[str, str]]]]:
    """The nouns of each class: single lemmas, and those of two parts as (first, second)."""
    found: dict[str, tuple[set[str], set[tuple[str, str]]]] = {}
    for name, lemmas in language.table("coding/word-classes.tsv"):
        single, double = found.setdefault(name, (set(), set()))
        for lemma in lemmas.split():
            first, _, second = lemma.partition("_")
            if second:
                double.add((first, second))
            else:
                single.add(lemma)
    return {name: (frozenset(single), frozenset(double)) for name, (single, double) in found.items()}


@made_once
def agent_nouns(language: Language) -> frozenset[str]:
    """Nouns for people and bodies, in lower case: the heads of the phrases of `agents.tsv` and `roles.tsv`."""
    phrases = [phrase for phrase, _ in language.table("coding/agents.tsv")]
    phrases += [phrase for given, _ in language.table("coding/roles.tsv") for phrase in given.split(";")]
    behind = language.words("coding/words.toml", "behind_heads")
    heads = frozenset(_head(phrase.lower().split(), behind) for phrase in phrases)
    return heads - language.words("coding/words.toml", "no_agents")


def _head(words: Sequence[str], behind: Container[str]) -> str:
    """The noun of a phrase: `minister` of `minister of livestock`."""
    return words[max(1, next((n for n, word in enumerate(words) if word in behind), len(words))) - 1]
