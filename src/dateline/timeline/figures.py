"""Figures: how many of what, by whom and as of when; and series of them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.text.words import content_words, stem

# Characters around a figure in which the words stand that tell what is counted, within its clause.
_BEFORE, _AFTER = 60, 50
# Characters between `the number of people killed` and the figure it reached.
_TOTAL_REACH = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a passage."""

    start: int
    """First character, within the passage."""
    end: int
    text: str
    """As written, with its hedge and what it counts: `at least 230 people`."""
    value: int
    mod: str | None
    """How exact it is, as TIMEX3 has it: `EQUAL_OR_MORE`, `APPROX`, …"""
    counts: str
    """What is counted: the state of those who are (`killed`), else the noun, roughly stemmed."""
    context: frozenset[str]
    """Where the noun alone says little (`people`), the words around it; else empty."""

    def same_count(self, other: "Figure") -> bool:
        """Whether two figures seem to count the same thing."""
        if self.counts != other.counts:
            return False
        return not (self.context or other.context) or bool(self.context & other.context)


@dataclass(frozen=True, slots=True)
class _Counting:
    plain: re.Pattern[str]
    """Groups: hedge, figure, multiplier, noun."""
    total: re.Pattern[str]
    """Groups: what is counted, hedge, figure, multiplier."""
    mod: dict[str, str]
    number: dict[str, int]
    multiplier: dict[str, int]
    general: frozenset[str]
    measure: frozenset[str]
    state: dict[str, str]


@cache
def _counting(language: str = "en") -> _Counting:
    data = tomllib.loads(
        resources.files("dateline.timeline").joinpath(language, "figures.toml").read_text(encoding="utf-8")
    )
    words = data["words"]
    number = {word: value for value, word in enumerate(words["number"].split())}
    mod = {hedge: name for name, hedges in data["hedge"].items() for hedge in hedges}
    hedge = rf"(?:({'|'.join(mod)}) )?"
    figure = rf"(\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}|{'|'.join(number)})(?: ({'|'.join(words['multiplier'])}))?"
    noun = rf"([a-z]{{3,}}s|{'|'.join(words['counted'].split())})"
    total = "|".join(words["total"].split())
    reaches = "|".join(words["reaches"])
    return _Counting(
        re.compile(rf"(?<![\w$€£.,-]){hedge}{figure} (?:[a-z][a-z-]+ )?{noun}\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:{total})\b([^.;:]{{0,{_TOTAL_REACH}}}?) (?:{reaches}) {hedge}{figure}\b(?!\S*\d)",
            re.IGNORECASE,
        ),
        mod,
        number,
        words["multiplier"],
        frozenset(words["general"].split()),
        frozenset(words["measure"].split()),
        {word: state for state, forms in data["state"].items() for word in forms.split()},
    )


def figures(passage: str) -> list[Figure]:
    """The figures of a passage that count something, in order."""
    counting = _counting()
    found: dict[int, Figure] = {}
    for match in counting.total.finditer(passage):
        counts, context = _counted(counting, match[0], None)
        start = match.start(2) if match[2] else match.start(3)
        words = passage[start : match.end()]
        found[match.start(3)] = Figure(
            start, match.end(), words, _value(counting, match[3], match[4]), _mod(counting, match[2]), counts, context
        )
    for match in counting.plain.finditer(passage):
        noun = match[4].lower()
        if noun in counting.measure or match.start(2) in found:
            continue
        counts, context = _counted(counting, _clause(passage, *match.span()), noun)
        found[match.start(2)] = Figure(
            *match.span(),
            match[0],
            _value(counting, match[2], match[3]),
            _mod(counting, match[1]),
            counts,
            context,
        )
    return [found[at] for at in sorted(found)]


def _value(counting: _Counting, figure: str, multiplier: str | None) -> int:
    plain = figure.lower().replace(",", "")
    value = counting.number[plain] if plain in counting.number else int(plain)
    return value * (counting.multiplier[multiplier.lower()] if multiplier else 1)


def _mod(counting: _Counting, hedge: str | None) -> str | None:
    return counting.mod[hedge.lower()] if hedge else None


def _clause(passage: str, start: int, end: int) -> str:
    """The words around a figure, up to the next mark on either side."""
    before = re.split(r"[,;:—–.]", passage[max(0, start - _BEFORE) : start])[-1]
    after = re.split(r"[,;:—–.]", passage[end : end + _AFTER])[0]
    return before + passage[start:end] + after


def _counted(counting: _Counting, around: str, noun: str | None) -> tuple[str, frozenset[str]]:
    """What is counted, and the words that must agree when the noun alone says little."""
    words = re.findall(r"[a-z]+", around.lower())
    state = counting.state.get(noun or "") or next((counting.state[w] for w in words if w in counting.state), None)
    if state:
        return state, frozenset()
    if noun is not None and noun not in counting.general:
        return stem(noun), frozenset()
    return noun or "total", frozenset(content_words(around)) - {stem(noun or "")}
