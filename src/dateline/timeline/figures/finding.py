"""Figures: how many of what, by the words of a passage."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.languages import english
from dateline.text.words import content_words, stem

# Characters around a figure in which the words stand that tell what is counted, within its clause.
_BEFORE, _AFTER = 60, 50
# Characters between `the number of people killed` and the figure it reached.
_TOTAL_REACH = 160
# States in which more are found as time goes by: a higher figure of a later day brings an earlier one up to date.
_GROW = frozenset({"killed", "injured", "missing", "arrested", "evacuated", "homeless", "infected"})
# States of which a report tells how many are in it on a day, not how many came to be.
_STANDING = frozenset({"missing", "homeless"})
# Characters before a figure in which the two words before it stand.
_WORDS_BEFORE = 18
# Signs that stand before their figure.
_SIGNS = "$€£¥"

_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a passage."""

    start: int
    """First character, within the passage."""
    end: int
    text: str
    """As written, with its hedge and what it counts: `at least 230 people`."""
    value: int | float
    to: int | float | None
    """The upper end of a range."""
    mod: str | None
    """How exact it is, as TIMEX3 has it: `EQUAL_OR_MORE`, `APPROX`, …"""
    counts: str
    """What is counted: the state of those who are (`killed`), else the noun, roughly stemmed; of a measure its kind."""
    noun: str
    """The noun as written, in lower case; `people` where all are counted who are in the state."""
    context: frozenset[str]
    """Where the noun alone says little (`people`), the words around it; else empty."""
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


@dataclass(frozen=True, slots=True)
class Counting:
    """How a language counts, from `figures.toml`."""

    mod: dict[str, str]
    number: dict[str, int]
    multiplier: dict[str, int]
    general: frozenset[str]
    everybody: frozenset[str]
    measure: frozenset[str]
    part: frozenset[str]
    change: frozenset[str]
    arrives: frozenset[str]
    compared: frozenset[str]
    reckoned: frozenset[str]
    supposed: frozenset[str]
    no_noun: frozenset[str]
    began: frozenset[str]
    former: frozenset[str]
    by_day: re.Pattern[str]
    stands: re.Pattern[str]
    state: dict[str, str]
    measured: dict[str, str]
    in_percent: frozenset[str]
    unit: dict[str, str]
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
    """What a figure was before. Named groups: low, by."""
    from_before: tuple[str, ...]

    def names_number(self, text: str) -> bool:
        """Whether a text holds a number in words."""
        return not self.number.keys().isdisjoint(_WORD.findall(text.lower()))

    def found(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """Every place where one of these patterns matches, which has `gates`."""
        lowered = text.lower()
        return pattern.finditer(text) if any(gate in lowered for gate in self.gates[pattern]) else iter(())

    def value(self, figure: str, multiplier: str | None) -> int | float:
        """A figure as a number."""
        plain = figure.lower().replace(",", "")
        value = sum(self.number[part] for part in plain.split("-")) if plain[0].isalpha() else float(plain)
        value *= self.multiplier[multiplier.lower()] if multiplier else 1
        return int(value) if value == int(value) else round(value, 6)


def _any_of(words: Iterable[str]) -> str:
    """A pattern of these words, the longest first; by first letters, of which one is looked at and not every word."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


@cache
def counting(language: str = "en") -> Counting:
    """The words and patterns by which a language counts."""
    data = tomllib.loads(
        resources.files("dateline.timeline").joinpath(language, "figures.toml").read_text(encoding="utf-8")
    )
    words = data["words"]
    number = {word: value for value, word in enumerate(words["number"].split())}
    tens = {word: 20 + 10 * place for place, word in enumerate(words["tens"].split())}
    mod = {hedge: name for name, hedges in data["hedge"].items() for hedge in hedges}
    multiplier = words["multiplier"] | words["short"]
    unit = {word: unit for unit, forms in data["unit"].items() for word in forms}
    longest_first = [re.escape(word) for word in sorted(unit, key=len, reverse=True)]
    signs = "|".join(word for word in longest_first if word[-1] in _SIGNS)
    units = "|".join(word for word in longest_first if word[-1] not in _SIGNS)
    hedge = rf"(?:(?P<hedge>{_any_of(mod)}) )?"
    spelt = rf"(?:{_any_of(tens)})(?:-(?:{_any_of(number)}))?|{_any_of(number)}"
    digits = r"\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?"
    by = rf"(?: (?P<by>{'|'.join(words['multiplier'])}))?"
    # What none of these begins with is no figure, hedged or not: told by one character, not by trying every word.
    opens = rf"(?=[\d{''.join(sorted({word[0] for word in ('between', *mod, *number, *tens)}))}])"
    low = rf"(?:between )?(?P<low>{digits}|{spelt})"
    to = rf"(?: to |-|–| and )(?P<high>{digits})"
    noun = rf"(?P<noun>[a-z]{{3,}}s|{'|'.join(words['counted'].split())})"
    per = r"(?:(?: \([^()]{0,60}\))?(?: of [a-z]+(?: [a-z]+)?)?[ -](?:a|an|per|each|every)[ -](?P<per>[a-z]+))?"
    short = rf"(?: ?(?P<by>{'|'.join([*words['multiplier'], *words['short']])})\b)?"
    lists = {
        key: frozenset(words[key].split())
        for key in ("general", "everybody", "measure", "part", "change", "compared", "reckoned", "supposed", "no_noun")
    }
    total = re.compile(
        rf"\b(?:{'|'.join(words['total'].split())})\b(?: of (?:[a-z-]+ ){{0,2}}?{noun}\b)?"
        rf"[^.;:]{{0,{_TOTAL_REACH}}}? "
        rf"(?P<reach>{'|'.join(words['reaches'])}) {hedge}{low}{by}\b(?!\S*\d)(?P<high>)?",
        re.IGNORECASE,
    )
    money = re.compile(rf"(?<![\w]){hedge}(?P<sign>{signs}) ?{low}{short}(?:{to})?{per}", re.IGNORECASE)
    amount = re.compile(
        rf"(?<![\w$€£¥.,-]){opens}{hedge}{low}(?:{to})?{by} ?(?P<unit>{units})(?!\w){per}", re.IGNORECASE
    )
    return Counting(
        **lists,
        began=frozenset(words["began"].split()),
        former=frozenset(words["former"].split()),
        arrives=frozenset(words["arrives"].split()),
        in_percent=frozenset(data["percent"]["of"].split()),
        mod=mod,
        number=number | tens,
        multiplier=multiplier,
        unit=unit,
        state={word: state for state, forms in data["state"].items() for word in forms.split()},
        measured={word: kind for kind, forms in data["measured"].items() for word in forms.split()},
        from_before=tuple(words["from_before"]),
        stands=re.compile(rf"\b(?:{'|'.join(words['stands'].split())})\b", re.IGNORECASE),
        by_day=re.compile(rf"\b(?:{'|'.join(words['by_day'])}) (?:the )?$", re.IGNORECASE),
        plain=re.compile(
            rf"(?<![\w$€£¥.,-]){opens}{hedge}{low}(?:{to})?{by} (?:(?P<of>[a-z][a-z-]+) )?{noun}\b", re.IGNORECASE
        ),
        total=total,
        money=money,
        amount=amount,
        gates={
            total: tuple(words["total"].split()),
            money: tuple(_SIGNS),
            amount: tuple(word for word in unit if word[-1] not in _SIGNS),
        },
        before=re.compile(rf"\b(?:up|down) from {low}{by}\b", re.IGNORECASE),
    )


def figures(passage: str) -> list[Figure]:
    """The figures of a passage that count persons or things, in order."""
    how = counting()
    found: dict[int, Figure] = {}
    for match in how.found(how.total, passage):
        start = match.start("hedge") if match["hedge"] else match.start("low")
        found[match.start("low")] = _figure(how, passage, match, start, match[0], match["noun"])
    for match in how.plain.finditer(passage):
        noun = match["noun"].lower()
        if noun not in how.measure and noun not in how.no_noun and match.start("low") not in found:
            clause = _clause(passage, *match.span())
            found[match.start("low")] = _figure(how, passage, match, match.start(), clause, noun)
    return [found[at] for at in sorted(found)]


def _figure(how: Counting, passage: str, match: re.Match[str], start: int, clause: str, noun: str | None) -> Figure:
    is_total = match.re is how.total
    noun = noun.lower() if noun else None
    counts, context = _counted(how, clause, noun, clause.find(match[0]) + len(match[0]))
    if noun in how.state and (named := match.groupdict().get("of")) and named.endswith("s"):
        noun = named.lower()
    before = _WORD.findall(passage[max(0, start - _WORDS_BEFORE) : start].lower())[-2:]
    beside = {*before[-1:], *_WORD.findall(match[0].lower())[-2:]}
    return Figure(
        start,
        match.end(),
        passage[start : match.end()],
        how.value(match["low"], match["by"]),
        how.value(match["high"], match["by"]) if match["high"] else None,
        how.mod.get(((match["hedge"] or match["reach"]) if is_total else match["hedge"] or "").lower()),
        counts,
        "people" if counts in _GROW and (noun is None or noun in how.everybody) else noun or counts,
        context,
        None,
        is_part=before == ["of", "the"] or (not match["hedge"] and not how.part.isdisjoint(beside)),
        is_total=is_total or counts in _STANDING,
        is_change=is_total or (counts in _GROW and not how.change.isdisjoint(_WORD.findall(clause.lower()))),
    )


def _clause(passage: str, start: int, end: int) -> str:
    """The words around a figure, up to the next mark on either side."""
    before = re.split(r"[,;:—–.]", passage[max(0, start - _BEFORE) : start])[-1]
    after = re.split(r"[,;:—–.]", passage[end : end + _AFTER])[0]
    return before + passage[start:end] + after


def _counted(how: Counting, around: str, noun: str | None, at: int) -> tuple[str, frozenset[str]]:
    """What is counted, and the words that must agree when the noun alone says little; `at` is where the figure ends."""
    state = how.state.get(noun or "") or _state(how, around[:at], around[at:])
    if state:
        return state, frozenset()
    if noun is not None and noun not in how.general:
        return stem(english(), noun), frozenset()
    return noun or "total", frozenset(content_words(english(), around)) - {stem(english(), noun or "")}


def _state(how: Counting, before: str, after: str) -> str | None:
    """The state that the words behind a figure name before another one is joined on, else the nearest before it."""
    behind = _WORD.findall(re.split(r"\b(?:and|while|but|as)\b", after.lower())[0])
    ahead = reversed(_WORD.findall(before.lower()))
    return next((how.state[word] for word in (*behind, *ahead) if word in how.state), None)
