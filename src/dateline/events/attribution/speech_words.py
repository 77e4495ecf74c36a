"""Words by which attributions are read, as a language has them: quotation marks, verbs of saying, kinds of speakers."""

import re
from typing import NamedTuple

from dateline.languages import Language, alternatives, made_once

_ATTRIBUTION = "events/attribution.toml"


class QuotationMarks(NamedTuple):
    """Which marks open a quotation and which close it."""

    pattern: re.Pattern[str]
    """Any mark."""
    closers: dict[str, frozenset[str]]
    """For each opening mark, the marks that close it."""
    single: frozenset[str]
    """Marks that are apostrophes too."""
    sideless: frozenset[str]
    """Marks that may open or close, by where they stand."""


@made_once
def quotation_marks(language: Language) -> QuotationMarks:
    """The marks of `quotation-marks.tsv`."""
    closers: dict[str, frozenset[str]] = {}
    single: set[str] = set()
    sideless: set[str] = set()
    for opening, closing, kind in language.table("events/quotation-marks.tsv"):
        closers[opening] = frozenset(closing.split(" "))
        if kind == "single":
            single.update((opening, *closers[opening]))
        if kind != "double":
            sideless.add(opening)
    every = {*closers, *(mark for closing in closers.values() for mark in closing)}
    return QuotationMarks(re.compile(alternatives(every)), closers, frozenset(single), frozenset(sideless))


@made_once
def speech_tag(language: Language) -> re.Pattern[str]:
    """What tells who said the words before it: `…, said Moreau`. The first group is the mark they end with."""
    verbs, openings, pronouns = (
        alternatives(language.settings(_ATTRIBUTION)["speech_tag"][key].split())
        for key in ("verbs", "openings", "pronouns")
    )
    name = rf"(?:(?:[a-z]+ ){{0,3}}[A-Z][\w.-]*|{openings})"
    return re.compile(rf"([,!?]) (?:{verbs} {name}\b|(?:{pronouns}|(?:[A-Z][\w-]* ){{1,3}})\s?{verbs}\b)")


@made_once
def sayings(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, that pass on what someone says."""
    return language.words(_ATTRIBUTION, "say")


@made_once
def quoting(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, that tell whom somebody quotes: `quoted her as saying`."""
    return language.words(_ATTRIBUTION, "quoting")


@made_once
def speaking(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, whose subject speaks, whatever noun it is."""
    return language.words(_ATTRIBUTION, "speak")


@made_once
def pledging(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, by which somebody denies, promises or charges what no clause tells: `denied meeting them`."""
    return language.words(_ATTRIBUTION, "pledge")


@made_once
def acting(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, that pass on words and tell of deeds as well: `called it wrong`, `called a strike`."""
    return language.words(_ATTRIBUTION, "acting")


@made_once
def learning_of(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, by which somebody comes to know something: `learned that they had left`."""
    return language.words(_ATTRIBUTION, "learning")


@made_once
def showing(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, by which somebody puts something before others, words or not: `posted a picture`."""
    return language.words(_ATTRIBUTION, "showing")


@made_once
def hearing(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, by which something becomes known and nobody says it: `the court heard that`, `it emerged`."""
    return language.words(_ATTRIBUTION, "hearing")


@made_once
def threatening(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, that are a word of whoever can speak alone: `the deal threatened to fail` tells none."""
    return language.words(_ATTRIBUTION, "threatening")


@made_once
def proving(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, by which a deed or a writing lets something be seen: `demonstrated that they meant it`."""
    return language.words(_ATTRIBUTION, "proving")


@made_once
def uncovering(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, by which somebody tells something or comes up with a thing: `revealed a plan`, `a new coat`."""
    return language.words(_ATTRIBUTION, "uncovering")


@made_once
def things_told(language: Language) -> frozenset[str]:
    """Nouns, as lemmas, of what can be told by such a verb, besides writings: `revealed his name`."""
    return language.words(_ATTRIBUTION, "things_told")


@made_once
def naming(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, that tell what something goes by: `a group calling itself Free Zell`."""
    return language.words(_ATTRIBUTION, "naming")


@made_once
def itself(language: Language) -> frozenset[str]:
    """Pronouns by which something is done to oneself."""
    return language.words(_ATTRIBUTION, "itself")


@made_once
def seeming(language: Language) -> frozenset[str]:
    """Verbs, as lemmas, that tell what something looks like: `revealed what seemed to be a limp`."""
    return language.words(_ATTRIBUTION, "seeming")


@made_once
def anybody(language: Language) -> frozenset[str]:
    """Pronouns that mean whoever reads: `any sailor will tell you`."""
    return language.words(_ATTRIBUTION, "anybody")


@made_once
def days(language: Language) -> frozenset[str]:
    """Words that open a day or a month."""
    return language.words(_ATTRIBUTION, "days")


@made_once
def with_preposition(language: Language) -> frozenset[str]:
    """Words, as lemmas, that are a cue together with the preposition behind them: `according to`."""
    return language.words(_ATTRIBUTION, "with_preposition")
