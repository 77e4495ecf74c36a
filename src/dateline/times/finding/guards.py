"""What must hold in the text around an expression that could as well be no time at all."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import takewhile

Words = Mapping[str, Mapping[str, Sequence[str]]]

_FIGURES = re.compile(r"\d{4}")
_WORD_BEFORE = re.compile(r"([^\W\d_]*)\.?[ -]?$")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
_SIGNS_BEFORE = re.compile(r"(?:[#№.,$£€/:]|\d-)$")
_RANGE_BEFORE = re.compile(r"(?:\(|\d[-–])$")
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]\"'”’—–-]|$|\n)")
_JOINED = frozenset("/-_.=&?#%$")
_CAPITALISED = re.compile(r" [A-Z][a-z]")
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][a-z]+ \Z")

_WORDS = re.compile(r"[^\W_]+(?:[.,]\d+)*|%|[.;:!?]")
# Figures that hardly ever count anything, unless they are round: "the 2008 conventions", but "2000 votes".
_OUR_TIMES = range(1950, 2050)
# Years before which figures right behind a name number it: "the satellite Cosmos 1686", but "Paris 1944".
_NUMBERED_NAMES = 1800
_STOPS = frozenset(".;!?")
# Code points, and words, before "a day" among which the number of what is counted stands.
_REACH_OF_COUNTS = 60
_COUNTED_WITHIN = 6
# Code points looked at before an expression: room for the longest word of the lists.
_REACH = 14


@cache
def _words(language: str) -> Words:
    return tomllib.loads(files("dateline.times").joinpath(language, "guards.toml").read_text(encoding="utf-8"))


def holds(guard: str, text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether `guard` lets the expression from `start` to `end` pass."""
    return _GUARDS[guard](text, start, end, _words(language))


def _year(text: str, start: int, end: int, words: Words) -> bool:
    """Four figures are a year unless they count ("2000 people") or number ("No. 2000") something."""
    figures = _FIGURES.search(text, start, end)
    if figures is None:
        return True
    lists, around = words["year"], text[max(0, figures.start() - _REACH) : figures.start()]
    before, after = _word_before(around), _word_after(text, end)
    if _SIGNS_BEFORE.search(around) or before in lists["numbered"] or text[end : end + 1] in {"%", "$"}:
        return False
    number = int(figures[0])
    if number < _NUMBERED_NAMES and before not in lists["early_after"] and _CAPITAL_BEFORE.search(around):
        return False
    counted = after.endswith(tuple(lists["counted_endings"])) and not (number in _OUR_TIMES and number % 50)
    counted = after in lists["counted"] or (counted and after not in lists["not_counted"])
    if counted and before not in lists["surely_after"]:
        return False
    return 1400 <= number < 2100 or before in lists["early_after"] or bool(_RANGE_BEFORE.search(around))


def _antiquity(text: str, start: int, end: int, words: Words) -> bool:
    """Three figures are a year unless they count something: "in 241 peace was made" but not "in 241 ships"."""
    after = _word_after(text, end)
    return text[end : end + 1] not in _JOINED - {"."} and (
        not after.endswith(tuple(words["year"]["counted_endings"])) or after in words["year"]["not_counted"]
    )


def _units_of(text: str, start: int, end: int, words: Words) -> bool:
    """ "Months of talks", but not "the days of Nasser"."""
    if _word_after(text, end) != "of":
        return False
    return _word_before(text[max(0, start - _REACH) : start]) not in words["units_of"]["not_after"]


def _thing(text: str, start: int, end: int, words: Words) -> bool:
    """What is so old is nobody: "an 8-month-old truce" but not "an 8-month-old girl"."""
    return _word_after(text, end) not in {"", *words["thing"]["people"]}


def _habit(text: str, start: int, end: int, words: Words) -> bool:
    """What comes round is told: "open Monday to Friday", but not "they met Monday to Friday"."""
    cues = words["habit"]["around"]
    before = reversed(_WORDS.findall(text, max(0, start - _REACH_OF_COUNTS), start))
    after = _WORDS.findall(text, end, end + _REACH_OF_COUNTS)
    return any(word in cues for side in (before, after) for word in takewhile(_goes_on, side))


def _goes_on(word: str) -> bool:
    return word not in _STOPS


def _alone(text: str, start: int, end: int, words: Words) -> bool:
    """Nothing that the expression could lean on follows: "the day before" but not "the day before the vote"."""
    return bool(_ENDS.match(text, end))


def _noun(text: str, start: int, end: int, words: Words) -> bool:
    """No noun follows: "in the past" but not "the past president"."""
    return _alone(text, start, end, words) or _word_after(text, end) in words["noun"]["before"]


def _nth(text: str, start: int, end: int, words: Words) -> bool:
    """A day of a month, not the n-th of something: "on the 9th he left" or "fell" but not "on the 9th floor"."""
    return _noun(text, start, end, words) or _word_after(text, end).endswith(tuple(words["coming"]["before_endings"]))


def _name(text: str, start: int, end: int, words: Words) -> bool:
    """ "June Jones" is nobody's month, unless a word leads up to it as in "in June Jones left"."""
    lists = words["name"]
    if text[start:end] not in lists["first_names"] or not _CAPITALISED.match(text, end):
        return True
    around = text[max(0, start - _REACH) : start]
    return (
        around[-1:] in {"-", "/", "("}
        or _word_before(around) in lists["after"]
        or _word_after(text, end) in lists["followed_by"]
    )


def _no_title(text: str, start: int, end: int, words: Words) -> bool:
    """A capital between capitals is part of a name: "daily walks" but not "China Daily USA"."""
    return not (text[start].isupper() and (_CAPITAL_BEFORE.search(text, max(0, start - _REACH), start)))


def _whole(text: str, start: int, end: int, words: Words) -> bool:
    """The figures are not a part of an address or a number: "/2011/01/25/index.html"."""
    return text[start - 1 : start] not in _JOINED and text[end : end + 1] not in _JOINED - {"."}


def _abbreviation(text: str, start: int, end: int, words: Words) -> bool:
    """No surname follows: "Jan Brewer" is nobody's January."""
    return text[end - 1] == "." or not _CAPITALISED.match(text, end)


def _coming(text: str, start: int, end: int, words: Words) -> bool:
    """What is told has not come: "will soon leave" but not "soon left"."""
    lists, behind = words["coming"], _word_after(text, end)
    if behind in lists["before"] or behind.endswith(tuple(lists["before_endings"])):
        return False
    return _word_before(text[max(0, start - _REACH) : start]) not in lists["after"]


def _noun_behind(text: str, start: int, end: int, words: Words) -> bool:
    """A noun follows that a month goes with: "the March elections" but not "the March on Rome"."""
    lists, behind = words["noun_behind"], _word_after(text, end)
    return behind.islower() and behind not in lists["no_noun"] and behind not in lists["of_a_person"]


def _rate(text: str, start: int, end: int, words: Words) -> bool:
    """Counted things come before: "90 flights a day" but not "it lasts a day"."""
    lists = words["rate"]
    before = _WORDS.findall(text, max(0, start - _REACH_OF_COUNTS), start)
    if not before or before[-1].istitle() or before[-1] in lists["not_counted"]:
        return False
    if before[-1] in lists["counted"]:
        return True
    counted = any(word[0].isdigit() or word.lower() in lists["numbers"] for word in before[-_COUNTED_WITHIN:-1])
    return counted and before[-1].endswith(tuple(lists["counted_endings"]))


def _word_before(around: str) -> str:
    found = _WORD_BEFORE.search(around)
    return found[1].lower() if found else ""


def _word_after(text: str, end: int) -> str:
    """The word after `end`; empty when it is a name, which is neither counted nor a noun of the lists."""
    found = _WORD_AFTER.match(text, end)
    return found[1] if found else ""


_GUARDS: dict[str, Callable[[str, int, int, Words], bool]] = {
    "year": _year,
    "alone": _alone,
    "noun": _noun,
    "name": _name,
    "coming": _coming,
    "noun_behind": _noun_behind,
    "nth": _nth,
    "rate": _rate,
    "habit": _habit,
    "thing": _thing,
    "units_of": _units_of,
    "antiquity": _antiquity,
    "abbreviation": _abbreviation,
    "no_title": _no_title,
    "whole": _whole,
}
