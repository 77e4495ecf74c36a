"""Figures: how many of what, by the words of a passage."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.languages import Language, alternatives, made_once
from dateline.text.words import content_words, stem

# Characters around a figure in which the words stand that tell what is counted, within its clause.
_BEFORE, _AFTER = 60, 50
# States in which more are found as time goes by: a higher figure of a later day brings an earlier one up to date.
_GROW = frozenset({"killed", "injured", "missing", "arrested", "evacuated", "homeless", "infected"})
# States of which a report tells how many are in it on a day, not how many came to be.
_STANDING = frozenset({"missing", "homeless"})
# Characters before a figure in which the two words before it stand.
_WORDS_BEFORE = 18
# What is filled into a pattern: a name in braces.
_BRACES = re.compile(r"\{([a-z_]+)\}")
# Signs that stand before their figure.
_SIGNS = "$€£¥"

_WORD = re.compile(r"[^\W\d_]+")


class Figure(NamedTuple):
    """A figure in a passage."""

    start: int
    """First character, within the passage."""
    end: int
    text: str
    """As written, with its hedge and what it counts: `at least 230 people`."""
    context: frozenset[str]
    """Where the noun alone says little (`people`), the words around it; else empty."""
    value: int | float
    to: int | float | None
    """The upper end of a range."""
    mod: str | None
    """How exact it is, as TIMEX3 has it: `EQUAL_OR_MORE`, `APPROX`, …"""
    counts: str
    """What is counted: the state of those who are (`killed`), else the noun, roughly stemmed; of a measure its kind."""
    noun: str
    """The noun as written, in lower case; `people` where all are counted who are in the state."""
    unit: str | None
    """Of money an ISO 4217 code, of other measures their unit, with what it is by: `barrels a day`; None of a count."""
    is_part: bool
    """Whether it comes on top of others or is a part of them: `two more people`."""
    is_total: bool
    """Whether it is told as the state of a count on that day, not as what one event did: `the toll rose to nine`."""
    is_change: bool
    """Whether words around it say that it was brought up to date."""

    @property
    def grows(self) -> bool:
        """Whether a later figure of it brings an earlier one up to date."""
        return self.counts in _GROW

    @property
    def is_owned(self) -> bool:
        """Whether it is somebody's: an amount of money or a share, not a rate of flow."""
        return self.unit == "percent" or self.is_money

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit is not None and self.unit[:3].isupper()

    def same_count(self, other: "Figure") -> bool:
        """Whether two figures seem to count the same thing."""
        if self.counts != other.counts or self.unit or other.unit:
            return False
        return not (self.context or other.context) or bool(self.context & other.context)

    def same_thing(self, other: "Figure") -> bool:
        """Whether two figures count the same thing of the same ones: children killed are not people killed."""
        return self.same_count(other) and (not self.grows or self.noun == other.noun)


class Counting(NamedTuple):
    """How a language counts; `figures.toml` says what each is."""

    thousands: str
    decimal: str
    mod: Mapping[str, str]
    """The modifier of TIMEX3 that a hedge stands for."""
    number: Mapping[str, int]
    multiplier: Mapping[str, int]
    general: frozenset[str]
    everybody: frozenset[str]
    measure: frozenset[str]
    part: frozenset[str]
    part_of: list[str]
    change: frozenset[str]
    changed_by: frozenset[str]
    arrives: frozenset[str]
    came_to: tuple[str, ...]
    """With the blank before it."""
    compared: frozenset[str]
    reckoned: frozenset[str]
    supposed: frozenset[str]
    no_noun: frozenset[str]
    began: frozenset[str]
    toll: frozenset[str]
    state: Mapping[str, str]
    measured: Mapping[str, str]
    in_percent: frozenset[str]
    unit: Mapping[str, str]
    plain: re.Pattern[str]
    """Named groups: hedge, low, by, high, of, noun."""
    total: re.Pattern[str]
    """Named groups: noun, reach, hedge, low, by, high."""
    money: re.Pattern[str]
    """Named groups: hedge, sign, low, by, high, per."""
    amount: re.Pattern[str]
    """Named groups: hedge, low, by, high, unit, per."""
    gates: Mapping[re.Pattern[str], tuple[str, ...]]
    """Of patterns, what a text in lower case holds one of where they match at all, which is quicker to tell."""
    before: re.Pattern[str]
    """Named groups: low, by."""
    from_before: tuple[str, ...]
    by_day: re.Pattern[str]
    joined_on: re.Pattern[str]

    def names_number(self, text: str) -> bool:
        """Whether a text holds a number in words."""
        return not self.number.keys().isdisjoint(_WORD.findall(text.lower()))

    def found(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """Every place where one of these patterns matches, which has `gates`."""
        lowered = text.lower()
        return pattern.finditer(text) if any(gate in lowered for gate in self.gates[pattern]) else iter(())

    def value(self, figure: str, multiplier: str | None) -> int | float:
        """A figure as a number."""
        plain = figure.lower()
        if plain[0].isalpha():
            value: float = sum(self.number.get(part, 0) for part in _WORD.findall(plain))
        else:
            digits = plain.replace(self.thousands, "")
            value = float(digits.replace(self.decimal, ".") if self.decimal else digits)
        value *= self.multiplier[multiplier.lower()] if multiplier else 1
        return int(value) if value == int(value) else round(value, 6)


def _any_of(words: Iterable[str]) -> str:
    """A pattern of these words, the longest first; by first letters, of which one is looked at and not every word."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()) or "(?!)"


@made_once
def counting(language: Language) -> Counting:
    """The words and patterns by which a language counts."""
    settings = language.settings("reading/figures.toml")
    words = settings["words"]
    ones = {word: value for value, word in enumerate(words["number"].split())}
    tens = {word: 20 + 10 * place for place, word in enumerate(words["tens"].split())}
    mod = {hedge: name for name, hedges in settings["hedge"].items() for hedge in hedges}
    multiplier = dict(words["multiplier"])
    short = dict(words["short"])
    measures = settings["measures"]
    unit = {word: unit for unit, *forms in measures["units"] for word in forms}
    signs = [word for word in unit if word[-1] in _SIGNS]
    units = [word for word in unit if word[-1] not in _SIGNS]
    sets = {
        key: frozenset(words[key].split())
        for key in (
            *("general", "everybody", "measure", "part", "change", "changed_by", "arrives", "compared", "reckoned"),
            *("supposed", "no_noun", "began", "toll"),
        )
    }
    patterns = _filled(
        settings["patterns"],
        hedge=_any_of(mod),
        number=_any_of(ones),
        tens=_any_of(tens),
        multiplier=_in_order(multiplier),
        short=_in_order(short),
        counted=_in_order(words["counted"].split()),
        total=_in_order(words["total"].split()),
        reaches=_in_order(words["reaches"]),
        by_day=_in_order(words["by_day"]),
        sign=alternatives(signs),
        unit=alternatives(units),
        # What none of these begins with is no figure, hedged or not: told by one character, not by trying every word.
        opens=rf"(?=[\d{''.join(sorted({word[0] for word in (*words['between'].split(), *mod, *ones, *tens)}))}])",
    )
    return Counting(
        **sets,
        thousands=settings["thousands"],
        decimal=settings["decimal"],
        part_of=words["part_of"].split(),
        came_to=tuple(f" {word}" for word in words["came_to"].split()),
        in_percent=frozenset(measures["in_percent"].split()),
        mod=mod,
        number=ones | tens,
        multiplier=multiplier | short,
        unit=unit,
        state={word: state for state, forms in settings["state"].items() for word in forms.split()},
        measured={word: kind for kind, forms in measures["kinds"] for word in forms.split()},
        from_before=tuple(words["from_before"]),
        plain=patterns["plain"],
        total=patterns["total"],
        money=patterns["money"],
        amount=patterns["amount"],
        before=patterns["before"],
        by_day=patterns["by_day"],
        joined_on=patterns["joined_on"],
        gates={
            patterns["total"]: tuple(words["total"].split()),
            patterns["money"]: tuple(_SIGNS),
            patterns["amount"]: tuple(units),
        },
    )


def _in_order(words: Iterable[str]) -> str:
    return "|".join(words) or "(?!)"


def _filled(written: Mapping[str, str], **words: str) -> dict[str, re.Pattern[str]]:
    """Expressions with what stands in braces filled in: `words` by their names, or other expressions by theirs.

    Those that stand in others are parts of these alone.
    """

    def fill(pattern: str) -> str:
        return _BRACES.sub(lambda name: words[name[1]] if name[1] in words else fill(written[name[1]]), pattern)

    parts = {name for pattern in written.values() for name in _BRACES.findall(pattern)} - words.keys()
    return {name: re.compile(fill(pattern), re.IGNORECASE) for name, pattern in written.items() if name not in parts}


def figures(language: Language, passage: str) -> list[Figure]:
    """The figures of a passage that count persons or things, in order."""
    how = counting(language)
    found: dict[int, Figure] = {}
    for match in how.found(how.total, passage):
        start = match.start("hedge") if match["hedge"] else match.start("low")
        found[match.start("low")] = _figure(language, passage, match, start, match[0], match["noun"])
    for match in how.plain.finditer(passage):
        noun = match["noun"].lower()
        if noun not in how.measure and noun not in how.no_noun and match.start("low") not in found:
            clause = _clause(passage, *match.span())
            found[match.start("low")] = _figure(language, passage, match, match.start(), clause, noun)
    return [found[at] for at in sorted(found)]


def _figure(
    language: Language, passage: str, match: re.Match[str], start: int, clause: str, noun: str | None
) -> Figure:
    how = counting(language)
    is_total = match.re is how.total
    noun = noun.lower() if noun else None
    counts, context = _counted(language, clause, noun, clause.find(match[0]) + len(match[0]))
    if noun in how.state and (named := match.groupdict().get("of")) and named.endswith("s"):
        noun = named.lower()
    before = _WORD.findall(passage[max(0, start - _WORDS_BEFORE) : start].lower())[-2:]
    beside = {*before[-1:], *_WORD.findall(match[0].lower())[-2:]}
    return Figure(
        start,
        match.end(),
        passage[start : match.end()],
        context,
        how.value(match["low"], match["by"]),
        how.value(match["high"], match["by"]) if match["high"] else None,
        how.mod.get(((match["hedge"] or match["reach"]) if is_total else match["hedge"] or "").lower()),
        counts,
        "people" if counts in _GROW and (noun is None or noun in how.everybody) else noun or counts,
        None,
        is_part=(bool(before) and before == how.part_of) or (not match["hedge"] and not how.part.isdisjoint(beside)),
        is_total=is_total or counts in _STANDING,
        is_change=is_total or (counts in _GROW and not how.change.isdisjoint(_WORD.findall(clause.lower()))),
    )


def _clause(passage: str, start: int, end: int) -> str:
    """The words around a figure, up to the next mark on either side."""
    before = re.split(r"[,;:—–.]", passage[max(0, start - _BEFORE) : start])[-1]
    after = re.split(r"[,;:—–.]", passage[end : end + _AFTER])[0]
    return before + passage[start:end] + after


def _counted(language: Language, around: str, noun: str | None, at: int) -> tuple[str, frozenset[str]]:
    """What is counted, and the words that must agree when the noun alone says little; `at` is where the figure ends."""
    how = counting(language)
    state = how.state.get(noun or "") or _state(how, around[:at], around[at:])
    if state:
        return state, frozenset()
    if noun is not None and noun not in how.general:
        return stem(language, noun), frozenset()
    return noun or "total", frozenset(content_words(language, around)) - {stem(language, noun or "")}


def _state(how: Counting, before: str, after: str) -> str | None:
    """The state that the words behind a figure name before another one is joined on, else the nearest before it."""
    behind = _WORD.findall(how.joined_on.split(after.lower())[0])
    ahead = reversed(_WORD.findall(before.lower()))
    return next((how.state[word] for word in (*behind, *ahead) if word in how.state), None)
