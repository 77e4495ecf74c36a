"""Which sentences can hold an act at all, told from their words: only these are parsed.

A sentence can hold one if it has a verb of some frame together with nouns of every class that the frame asks for, or an
operator, or a modal by which somebody demands something. The forms of verbs are made from their lemmas by the spelling
rules of English-like endings that `coding/words.toml` lists, and from a table of irregular ones.
"""

import re

from dateline.coding.tables import classes, frames, operators
from dateline.languages import Language, made_once

_WORD = re.compile(r"[\w’'.-]*\w")
_OPEN_CLASSES = frozenset(("who", "land", "who_or_land"))
_CHANGES_NOTHING = frozenset(("-", "="))


class Gate:
    """What a language's tables ask a sentence to have."""

    def __init__(self, language: Language) -> None:
        endings = language.settings("coding/words.toml")["verb_endings"]
        self._verbs: dict[str, str] = {}
        self._needs: dict[str, list[frozenset[str]]] = {}
        for lemma, rows in frames(language).items():
            self._needs[lemma] = [
                frozenset(
                    condition.noun_class
                    for condition in row.conditions
                    if condition.holds and condition.noun_class and condition.noun_class not in _OPEN_CLASSES
                )
                for row in rows
            ]
        for (lemma, _), governing in operators(language).items():
            if any({row.kind, row.hostile, row.other} - _CHANGES_NOTHING for row in governing):
                self._needs[lemma] = [frozenset()]
        for lemma in self._needs:
            for form in _forms(lemma, endings):
                self._verbs.setdefault(form, lemma)
        for form, lemma in language.table("coding/irregular-verbs.tsv"):
            if lemma in self._needs:
                self._verbs[form] = lemma
        self._must = language.words("coding/words.toml", "must")
        self._nouns: dict[str, set[str]] = {}
        for name, (single, double) in classes(language).items():
            for noun in (*single, *(second for _, second in double)):
                for form in (noun, *(noun + ending for ending in endings["plural"])):
                    self._nouns.setdefault(form, set()).add(name)
                if noun.endswith("y"):
                    self._nouns.setdefault(noun[:-1] + endings["of_y"], set()).add(name)

    def may_hold(self, sentence: str) -> bool:
        """Whether a sentence may tell an act."""
        words = {word.lower() for word in _WORD.findall(sentence)}
        words |= {part for word in words if "-" in word or "’" in word or "'" in word for part in _parts(word)}
        if words & self._must:
            return True
        verbs = {self._verbs[word] for word in words if word in self._verbs}
        if not verbs:
            return False
        held: set[str] = set()
        for word in words:
            held |= self._nouns.get(word, set())
        return any(needed <= held for verb in verbs for needed in self._needs[verb])


def _parts(word: str) -> list[str]:
    return re.split(r"[-’']", word)


def _forms(lemma: str, endings: dict[str, list[str]]) -> set[str]:
    """A verb's lemma with regular endings: `stop`, `stops`, `stopped`; `deny`, `denies`; `arrive`, `arriving`."""
    found = {lemma, *(lemma + ending for ending in endings["plain"])}
    if lemma.endswith("e"):
        found |= {lemma[:-1] + ending for ending in endings["plain"]}
    if lemma.endswith("y"):
        found |= {lemma[:-1] + ending for ending in endings["y"]}
    if lemma[-1:].isalpha():
        found |= {lemma + lemma[-1] + ending for ending in endings["plain"]}
    return found


@made_once
def gate(language: Language) -> Gate:
    """The gate of a language."""
    return Gate(language)
