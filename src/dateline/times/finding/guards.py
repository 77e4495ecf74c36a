"""An expression and the text around it in, whether it is a time at all out: "2000" is a year, or counts people.

One function a guard; the rules name the guard that their expressions must pass.
"""

import re
from collections.abc import Callable
from itertools import takewhile
from typing import Any, NamedTuple

from dateline.languages import Language, made_once

_FIGURES = re.compile(r"\d{4}")
_WORD_BEFORE = re.compile(r"([^\W\d_]*)\.?[ -]?\Z")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
_ODDS = re.compile(r"-\d{1,2} ([a-z]+)")
_RATE_BEHIND = re.compile(r" [a-z]+ ([a-z]+) ([a-z]+)")
_SIGNS_BEFORE = re.compile(r"(?:[#№.,$£€/:]|\d-|(?<!\d)(?:\d{3}|0\d{2,4}|0\d{2,4} \d{3,4}) )\Z")
_RANGE_BEFORE = re.compile(r"(?:\(|\d[-–])\Z")
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]\"'”’—–-]|$|\n)")
_ENDS_A_DATE = re.compile(r"[.,;:!?)\]\"”–—]|\s+[(–—]|\s*(?:\n|$)")
_JOINED = frozenset("/-_.=&?#%$")
_CAPITALISED = re.compile(r" [A-Z][a-z]")
_STREET = re.compile(r"(?: [A-Z0-9][\w.'’-]*){1,4}")
_DATE_AHEAD = re.compile(r" (?:\d{1,2} )?[A-Z][a-z]+\.? \d")
_AGED = re.compile(r", \d{1,3},")
_DATED_BEFORE = re.compile(r"(?:\d|([^\W\d_]+)) +[^\W\d_]+ \Z")
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][a-z]+ \Z")

_WORDS = re.compile(r"[^\W_]+(?:[.,]\d+)*|%|[.;:!?]")
# Figures that hardly ever count anything, unless they are round: "the 2008 conventions", but "2000 votes".
_OUR_TIMES = range(1950, 2050)
# Years before which figures right behind a name number it: "the satellite Cosmos 1686", but "Paris 1944".
_NUMBERED_NAMES = 1800
_OPENS_AN_ENTRY = re.compile(r"^(\d{4}) (?=[A-Z“\"‘'])", re.MULTILINE)
# Entries of a live report at least, and years that the entries of a chronicle have as a rule.
_ENTRIES = 4
_LAST_CENTURY, _NEXT_CENTURY = "1900", "2100"
_STOPS = frozenset(".;!?")
# Code points, and words, before "a day" among which the number of what is counted stands.
_REACH_OF_COUNTS = 60
_COUNTED_WITHIN = 6
# Code points around a quarter or half among which the words of sport stand.
_REACH_OF_PERIODS = 120
# Code points looked at before an expression: room for the longest word of the lists.
_REACH = 14


class _Words(NamedTuple):
    """The words of a language that the guards look for; `times/guards.toml` says what each is, part by part."""

    year_counted: frozenset[str]
    year_counted_endings: tuple[str, ...]
    year_not_counted: frozenset[str]
    year_counting: frozenset[str]
    year_over: frozenset[str]
    year_rates: frozenset[str]
    year_surely_after: frozenset[str]
    year_surely_dated: frozenset[str]
    year_streets: frozenset[str]
    year_numbered: frozenset[str]
    year_early_after: frozenset[str]
    year_clock_before: frozenset[str]
    year_odds: frozenset[str]
    whole_year_after: frozenset[str]
    whole_year_before: frozenset[str]
    whole_year_range: frozenset[str]
    nth_played: frozenset[str]
    name_first_names: frozenset[str]
    name_after: frozenset[str]
    name_joined: frozenset[str]
    name_months: frozenset[str]
    name_titles: frozenset[str]
    name_followed_by: frozenset[str]
    noun_before: frozenset[str]
    coming_after: frozenset[str]
    coming_before: frozenset[str]
    coming_before_endings: tuple[str, ...]
    noun_behind_no_noun: frozenset[str]
    noun_behind_of_a_person: frozenset[str]
    rate_counted: frozenset[str]
    rate_counted_endings: tuple[str, ...]
    rate_not_counted: frozenset[str]
    rate_numbers: frozenset[str]
    units_of_followed_by: frozenset[str]
    units_of_not_after: frozenset[str]
    which_told_by: frozenset[str]
    which_joining: frozenset[str]
    thing_people: frozenset[str]
    habit_around: frozenset[str]
    daily_before: frozenset[str]
    daily_every: frozenset[str]
    daily_units: frozenset[str]
    period_sport: frozenset[str]
    period_trade: frozenset[str]
    period_next: frozenset[str]


@made_once
def _words(language: Language) -> _Words:
    data = language.settings("times/guards.toml")
    lists: dict[str, Any] = {}
    for part, named in data.items():
        for name, words in named.items():
            lists[f"{part}_{name}"] = tuple(words) if name.endswith("endings") else frozenset(words)
    return _Words(**lists)


def holds(language: Language, guard: str, text: str, start: int, end: int) -> bool:
    """Whether `guard` lets the expression from `start` to `end` pass."""
    return GUARDS[guard](text, start, end, _words(language))


def _year(text: str, start: int, end: int, words: _Words) -> bool:
    """Four figures are a year unless they count ("2000 people") or number ("No. 2000") something."""
    figures = _FIGURES.search(text, start, end)
    if figures is None:
        return True
    around = text[max(0, figures.start() - _REACH) : figures.start()]
    before, after = _word_before(around), _word_after(text, end)
    if _SIGNS_BEFORE.search(around) or before in words.year_numbered or text[end : end + 1] in {"%", "$"}:
        return False
    odds = _ODDS.match(text, figures.end())
    if odds is not None and odds[1] in words.year_odds:
        return False
    if _is_of_a_live_report(text, figures.start()):
        return False
    if _is_of_an_address(text, figures.end(), before, words):
        return False
    number = int(figures[0])
    if number < _NUMBERED_NAMES and before not in words.year_early_after and _CAPITAL_BEFORE.search(around):
        return False
    if before in words.year_over and number % 50 == 0:
        # "Over 2000 were killed."
        return False
    counts = not (number in _OUR_TIMES and number % 50) or before in words.year_counting or _is_a_rate(text, end, words)
    plural = after.endswith(words.year_counted_endings) and after not in words.year_not_counted
    counted = after in words.year_counted or (plural and counts)
    if counted and before not in words.year_surely_after:
        return False
    is_early = before in words.year_early_after and not _is_of_the_clock(around, before, words)
    return 1400 <= number < 2100 or is_early or bool(_RANGE_BEFORE.search(around))


def _is_of_the_clock(around: str, before: str, words: _Words) -> bool:
    """ "Asleep at about | 1100", but not "about | 1100"."""
    return _word_before(around.rstrip()[: -len(before)]) in words.year_clock_before


def _is_a_rate(text: str, end: int, words: _Words) -> bool:
    """ "1965 | parts a day"."""
    behind = _RATE_BEHIND.match(text, end)
    return behind is not None and behind[1] in words.year_rates and behind[2] in words.daily_units


def _is_of_a_live_report(text: str, start: int) -> bool:
    """Whether figures that open a line are the time of an entry of a live report: "1418 The BBC has opened a page."

    Those of a chronicle of years are not all times of a day, or all are of the last century or this one.
    """
    if not _OPENS_AN_ENTRY.match(text, start) or not (start == 0 or text[start - 1] == "\n"):
        return False
    times = _OPENS_AN_ENTRY.findall(text)
    return (
        len(times) >= _ENTRIES
        and all(time < "2400" and time[2:] < "60" for time in times)
        and not all(_LAST_CENTURY <= time < _NEXT_CENTURY for time in times)
    )


def _is_of_an_address(text: str, end: int, before: str, words: _Words) -> bool:
    """ "1990 Main Street", but not "in 1990 Main Street was closed"."""
    street = _STREET.match(text, end)
    if street is None or before in words.year_surely_dated:
        return False
    return not words.year_streets.isdisjoint(street[0].replace(".", "").split())


def _antiquity(text: str, start: int, end: int, words: _Words) -> bool:
    """Three figures are a year unless they count something: "in 241 peace was made" but not "in 241 ships"."""
    after = _word_after(text, end)
    return text[end : end + 1] not in _JOINED - {"."} and (
        not after.endswith(words.year_counted_endings) or after in words.year_not_counted
    )


def _whole_year(text: str, start: int, end: int, words: _Words) -> bool:
    """Figures that hardly ever are a year end a whole date: "on May 3, 2250." but not "on May 3, 2250 people"."""
    if _word_before(text[max(0, start - _REACH) : start]) in words.whole_year_after:
        return True
    after = _word_after(text, end)
    if after in words.whole_year_range and _DATE_AHEAD.match(text, text.index(after, end) + len(after)):
        return True
    return bool(_ENDS_A_DATE.match(text, end)) or after in words.whole_year_before


def _units_of(text: str, start: int, end: int, words: _Words) -> bool:
    """ "Months of talks", but not "the days of Nasser"."""
    if _word_after(text, end) not in words.units_of_followed_by:
        return False
    return _word_before(text[max(0, start - _REACH) : start]) not in words.units_of_not_after


def _which(text: str, start: int, end: int, words: _Words) -> bool:
    """No event follows that tells which one it is: "the week", but not "the week of her visit"."""
    behind = _WORDS.findall(text, end, end + _REACH)[:2]
    if not behind or behind[0] in words.which_told_by:
        return not behind
    is_named = len(behind) > 1 and behind[1][0].isupper() and behind[0] in words.which_joining
    return not is_named and " ".join(behind) not in words.which_told_by


def _thing(text: str, start: int, end: int, words: _Words) -> bool:
    """What is so old is nobody: "an 8-month-old truce" but not "an 8-month-old girl"."""
    after = _word_after(text, end)
    return bool(after) and after not in words.thing_people


def _habit(text: str, start: int, end: int, words: _Words) -> bool:
    """What comes round is told: "open Monday to Friday", but not "they met Monday to Friday"."""
    cues = words.habit_around
    before = reversed(_WORDS.findall(text, max(0, start - _REACH_OF_COUNTS), start))
    after = _WORDS.findall(text, end, end + _REACH_OF_COUNTS)
    return any(word in cues for side in (before, after) for word in takewhile(_goes_on, side))


def _daily(text: str, start: int, end: int, words: _Words) -> bool:
    """A time of every day: "on air daily in two languages at 9.10", but not "met the daily at noon"."""
    before = reversed(_WORDS.findall(text, max(0, start - _REACH_OF_COUNTS), start))
    unit = ""
    for word in takewhile(_goes_on, before):
        if word in words.daily_before or (word in words.daily_every and unit in words.daily_units):
            return True
        unit = word
    return False


def _period(text: str, start: int, end: int, words: _Words) -> bool:
    """A quarter or half of a year, not of a match: "third-quarter profit", but not "scored in the second half"."""
    if _word_after(text, end) in words.period_next:
        return False
    around = _WORDS.findall(text, max(0, start - _REACH_OF_PERIODS), end + _REACH_OF_PERIODS)
    small = {word.lower() for word in around}
    return small.isdisjoint(words.period_sport) or not small.isdisjoint(words.period_trade)


def _goes_on(word: str) -> bool:
    return word not in _STOPS


def _alone(text: str, start: int, end: int, words: _Words) -> bool:
    """Nothing that the expression could lean on follows: "the day before" but not "the day before the vote"."""
    return bool(_ENDS.match(text, end))


def _noun(text: str, start: int, end: int, words: _Words) -> bool:
    """No noun follows: "in the past" but not "the past president"."""
    return _alone(text, start, end, words) or _word_after(text, end) in words.noun_before


def _nth(text: str, start: int, end: int, words: _Words) -> bool:
    """A day of a month, not the n-th of something: "on the 9th he left" or "fell" but not "on the 9th floor".

    Nor of a round of sport that the words around tell of: "drove into the trees on the 9th and made bogey".
    """
    if not (_noun(text, start, end, words) or _word_after(text, end).endswith(words.coming_before_endings)):
        return False
    around = _WORDS.findall(text, max(0, start - _REACH_OF_PERIODS), end + _REACH_OF_PERIODS)
    return words.nth_played.isdisjoint(word.lower() for word in around)


def _name(text: str, start: int, end: int, words: _Words) -> bool:
    """ "June Jones" is nobody's month, unless a word leads up to it as in "in June Jones left"."""
    if text[start:end] not in words.name_first_names:
        return True
    around = text[max(0, start - _REACH) : start]
    before = _word_before(around)
    if before in words.name_titles or (_AGED.match(text, end) and before not in words.name_after):
        return False
    if not _CAPITALISED.match(text, end):
        # A season behind a name is a surname: "August Winter".
        is_season = text[start:end] not in words.name_months
        return not (is_season and _CAPITAL_BEFORE.search(around) and before not in words.name_after)
    return (
        around[-1:] in {"-", "/", "("}
        or before in words.name_after
        or (before in words.name_joined and _is_joined_to_a_date(around, words))
        or _word_after(text, end) in words.name_followed_by
    )


def _is_joined_to_a_date(around: str, words: _Words) -> bool:
    """ "3 May and June", "May to June", but not "Ann Jones and June Carter"."""
    found = _DATED_BEFORE.search(around)
    return found is not None and (found[1] is None or found[1] in words.name_months)


def _no_title(text: str, start: int, end: int, words: _Words) -> bool:
    """A capital between capitals is part of a name: "daily walks" but not "China Daily USA"."""
    return not (text[start].isupper() and (_CAPITAL_BEFORE.search(text, max(0, start - _REACH), start)))


def _whole(text: str, start: int, end: int, words: _Words) -> bool:
    """The figures are not a part of an address or a number: "/2011/01/25/index.html"."""
    return text[start - 1 : start] not in _JOINED and text[end : end + 1] not in _JOINED - {"."}


def _abbreviation(text: str, start: int, end: int, words: _Words) -> bool:
    """No surname follows: "Jan Brewer" is nobody's January."""
    return text[end - 1] == "." or not _CAPITALISED.match(text, end)


def _coming(text: str, start: int, end: int, words: _Words) -> bool:
    """What is told has not come: "will soon leave" but not "soon left"."""
    behind = _word_after(text, end)
    if behind in words.coming_before or behind.endswith(words.coming_before_endings):
        return False
    return _word_before(text[max(0, start - _REACH) : start]) not in words.coming_after


def _noun_behind(text: str, start: int, end: int, words: _Words) -> bool:
    """A noun follows that a month goes with: "the March elections" but not "the March on Rome"."""
    behind = _word_after(text, end)
    return behind.islower() and behind not in words.noun_behind_no_noun and behind not in words.noun_behind_of_a_person


def _rate(text: str, start: int, end: int, words: _Words) -> bool:
    """Counted things come before: "90 flights a day" but not "it lasts a day"."""
    before = _WORDS.findall(text, max(0, start - _REACH_OF_COUNTS), start)
    if not before or before[-1].istitle() or before[-1] in words.rate_not_counted:
        return False
    if before[-1] in words.rate_counted:
        return True
    counted = any(word[0].isdigit() or word.lower() in words.rate_numbers for word in before[-_COUNTED_WITHIN:-1])
    return counted and before[-1].endswith(words.rate_counted_endings)


def _word_before(around: str) -> str:
    found = _WORD_BEFORE.search(around)
    return found[1].lower() if found else ""


def _word_after(text: str, end: int) -> str:
    """The word after `end`; empty when it is a name, which is neither counted nor a noun of the lists."""
    found = _WORD_AFTER.match(text, end)
    return found[1] if found else ""


GUARDS: dict[str, Callable[[str, int, int, _Words], bool]] = {
    "year": _year,
    "whole_year": _whole_year,
    "alone": _alone,
    "noun": _noun,
    "name": _name,
    "coming": _coming,
    "noun_behind": _noun_behind,
    "nth": _nth,
    "rate": _rate,
    "habit": _habit,
    "daily": _daily,
    "period": _period,
    "which": _which,
    "thing": _thing,
    "units_of": _units_of,
    "antiquity": _antiquity,
    "abbreviation": _abbreviation,
    "no_title": _no_title,
    "whole": _whole,
}
"""The guards that a rule may name; each says in its first line what it tells apart."""
