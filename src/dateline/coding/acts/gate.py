"""Which sentences can hold an act at all, told from their words: only these are parsed.

A sentence can hold one if it has a verb of some frame together with nouns of every class that the frame asks for, or an
operator, or a verb of saying with a modal by which somebody demands something. Forms of verbs are made from their
lemmas by the regular endings in `coding/words.toml`, and by a table of irregular ones.

A linear model over the words was tried on top, trained on what came of parsing 6,500 such sentences: to keep 97 of 100
acts of topics left out it had to let 80 of 100 sentences through, which is not worth a model.
"""

import re

from dateline.coding.acts.tables import Frame, classes, frames, operators
from dateline.events.attribution.speech_words import sayings
from dateline.languages import Language, made_once

_WORD = re.compile(r"[\w’'.-]*\w")
_PARTS = re.compile(r"[-’']")
_OPEN_CLASSES = frozenset(("who", "land", "who_or_land"))
_ARGUMENTS = frozenset(("obj", "subject", "inf", "any", "that", "ahead", "many"))
_CHANGES_NOTHING = frozenset(("-", "="))


class Gate:
    """What a language's tables ask a sentence to have."""

    def __init__(self, language: Language) -> None:
        endings = language.settings("coding/words.toml")["verb_endings"]
        self._verbs: dict[str, str] = {}
        self._needs: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
        for lemma, rows in frames(language).items():
            self._needs[lemma] = [_needs(row) for row in rows]
        for (lemma, _), governing in operators(language).items():
            if any({row.kind, row.hostile, row.other} - _CHANGES_NOTHING for row in governing):
                self._needs[lemma] = [(frozenset(), frozenset())]
        for lemma in self._needs:
            for form in _forms(lemma, endings):
                self._verbs.setdefault(form, lemma)
        for form, lemma in language.table("coding/irregular-verbs.tsv"):
            if lemma in self._needs:
                self._verbs[form] = lemma
        self._says = {form for lemma in sayings(language) for form in _forms(lemma, endings)}
        self._says |= {
            form for form, lemma in language.table("coding/irregular-verbs.tsv") if lemma in sayings(language)
        }
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
        words |= {part for word in words if "-" in word or "’" in word or "'" in word for part in _PARTS.split(word)}
        if not words.isdisjoint(self._must) and not words.isdisjoint(self._says):
            return True
        verbs = {self._verbs[word] for word in words if word in self._verbs}
        if not verbs:
            return False
        held: set[str] = set()
        for word in words:
            held |= self._nouns.get(word, _NO_CLASS)
        return any(needed <= held and beside <= words for verb in verbs for needed, beside in self._needs[verb])


_NO_CLASS: frozenset[str] = frozenset()


def _needs(row: Frame) -> tuple[frozenset[str], frozenset[str]]:
    """The classes of nouns that a frame asks for, and the prepositions and particles."""
    asked = [condition for condition in row.conditions if condition.holds]
    nouns = frozenset(one.noun_class for one in asked if one.noun_class and one.noun_class not in _OPEN_CLASSES)
    beside = {one.where for one in asked if one.where not in _ARGUMENTS}
    return nouns, frozenset((*beside, *row.particle.split()))


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
