"""The language data of `dateline.events`: tables in `en/`, read once."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


def table(name: str) -> list[list[str]]:
    """The rows of the tab-separated table `name`, without comments (`#`) and blank lines."""
    text = (files("dateline.events") / "en" / f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """Which marks open a quotation and which close it."""

    pattern: re.Pattern[str]
    """Any mark."""
    closers: dict[str, frozenset[str]]
    """For each opening mark, the marks that close it."""
    single: frozenset[str]
    """Marks that are apostrophes too."""
    sideless: frozenset[str]
    """Marks that may open or close, by where they stand."""


@cache
def quotation_marks() -> QuotationMarks:
    """The marks of `en/quotation-marks.tsv`."""
    closers: dict[str, frozenset[str]] = {}
    single: set[str] = set()
    sideless: set[str] = set()
    for opening, closing, kind in table("quotation-marks"):
        closers[opening] = frozenset(closing.split(" "))
        if kind == "single":
            single.update((opening, *closers[opening]))
        if kind != "double":
            sideless.add(opening)
    every = {*closers, *(mark for closing in closers.values() for mark in closing)}
    longest_first = sorted(every, key=lambda mark: (-len(mark), mark))
    return QuotationMarks(
        re.compile("|".join(map(re.escape, longest_first))), closers, frozenset(single), frozenset(sideless)
    )


@cache
def speech_tag() -> re.Pattern[str]:
    """What tells who said the words before it: `…, said Moreau`. The first group is the mark they end with."""
    verbs = "|".join(form for row in table("speech-tags") for form in row[0].split())
    name = r"(?:(?:[a-z]+ ){0,3}[A-Z][\w.-]*|the|a|an|he|she|they|one)"
    return re.compile(rf"([,!?]) (?:(?:{verbs}) {name}\b|(?:he|she|they|(?:[A-Z][\w-]* ){{1,3}})\s?(?:{verbs})\b)")


@cache
def sayings() -> frozenset[str]:
    """Verbs that pass on what someone says: the class `say` of `en/cue-classes.tsv`."""
    return frozenset(lemma for kind, lemmas in table("cue-classes") if kind == "say" for lemma in lemmas.split())


@cache
def speaker_nouns(*kinds: str) -> frozenset[str]:
    """Nouns that name speakers of these kinds, by `en/speaker-nouns.tsv`."""
    return frozenset(noun for kind, nouns in table("speaker-nouns") if kind in kinds for noun in nouns.split())
