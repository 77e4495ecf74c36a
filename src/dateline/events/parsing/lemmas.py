"""Lemmas by the tables and in the way of spaCy's English lemmatizer, looked up once a form and tag.

spaCy's own component works a token at a time and searches its list of known words from end to end, which took a sixth
of the parser's time.
"""

from typing import Any, NamedTuple

from dateline.languages import Language

# Lemmas kept; news has fewer distinct forms, and a flood of junk must not fill the memory.
_REMEMBERED = 200_000

_PARTS = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}
_BASE = frozenset(("VB", "VBP", "NN", "JJ", "RB"))


class _Part(NamedTuple):
    """The tables of a part of speech."""

    rules: list[tuple[str, str]]
    """An ending, and what stands in its place."""
    known: frozenset[str]
    """Lemmas; of several that the rules give, one of these is preferred."""
    exceptions: dict[str, list[str]]


class Lemmas(dict[tuple[str, str], str]):
    """The lemma of a lower-cased form with its Penn tag."""

    def __init__(self, language: Language, lookups: Any) -> None:
        """`lookups` are those of spaCy's lemmatizer."""
        self._irregular = {(form, tag): lemma for form, tag, lemma in language.table("events/lemmas.tsv")}
        super().__init__(self._irregular)
        rules, known, exceptions = (lookups.get_table(f"lemma_{name}") for name in ("rules", "index", "exc"))
        self._parts = {
            initial: _Part(rules.get(name, []), frozenset(known.get(name, ())), exceptions.get(name, {}))
            for initial, name in _PARTS.items()
        }

    def __missing__(self, form: tuple[str, str]) -> str:
        lower, tag = form
        part = self._parts.get(tag[:1])
        lemma = lower if part is None or tag in _BASE or tag[:3] == "NNP" else _lemma(lower, part)
        if len(self) >= _REMEMBERED:
            self.clear()
            self.update(self._irregular)
        self[form] = lemma
        return lemma


def _lemma(form: str, part: _Part) -> str:
    """The last exception that is no rule's; else what the last rule with a known word gives, else the first rule."""
    known: list[str] = []
    odd: list[str] = []
    unknown: list[str] = []
    for old, new in part.rules:
        lemma = form[: len(form) - len(old)] + new
        if not lemma or not form.endswith(old):
            continue
        (known if lemma in part.known else unknown if lemma.isalpha() else odd).append(lemma)
    found = [*reversed(known), *odd]
    exceptions = [lemma for lemma in part.exceptions.get(form, ()) if lemma not in found]
    return next(iter([*reversed(exceptions), *found, *unknown]), form)
