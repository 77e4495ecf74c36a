"""The two ends of a range in, both out so that it does not end before it begins: "December to February 2015".

What one end says of the year or the day holds for the other, but not past New Year or midnight.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.languages import Language
from dateline.model import Timex
from dateline.times.finding.meanings import Meaning
from dateline.times.grammar.word_classes import figures
from dateline.times.resolving.context import Resolved, dated
from dateline.times.values import shifted

_YEAR = re.compile(r"\d{4}|['’]\d\d\b")
# Code points between the ends of a range: room for "and until" and the spaces around it.
_LONGEST_JOIN = 12
# Code points before a range among which stands what opens it, and what is moved from its one end to the other.
_REACH = 60
_WORDS = re.compile(r"[^\W\d_]+")


def is_a_stretch(language: Language, text: str, begin: int, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two expressions, in a sentence from `begin` on, are the ends of what lasts from the one to the other.

    "From Monday to Wednesday" and "between Monday and Wednesday", but not "moved from Monday to Wednesday".
    """
    small = _words_before(text, begin, first[0])
    beside = figures(language)
    if not beside.moving.isdisjoint(small):
        return False
    if are_joined(language, text, first[1], second[0]):
        return True
    joined = 0 < second[0] - first[1] <= _LONGEST_JOIN and text[first[1] : second[0]].strip().lower() in beside.pairs
    return joined and not beside.openers.isdisjoint(small[-2:])


def are_listed(language: Language, text: str, end: int, start: int) -> bool:
    """Whether what stands between the ends of two expressions makes them a pair: "and"."""
    return 0 < start - end <= _LONGEST_JOIN and text[end:start].strip().lower() in figures(language).pairs


def is_joined_in_order(language: Language, text: str, first: Timex, second: int) -> bool:
    """Whether what begins at `second` is joined to an expression before it and does not lie before that.

    Of what is moved the new day may be the earlier one: "brought forward from July 2 to June 20".
    """
    if not are_joined(language, text, first.end, second):
        return False
    beside = figures(language)
    words = _words_before(text, text.rfind(". ", 0, first.start) + 1, first.start)
    is_moved = not beside.moving.isdisjoint(words) and not beside.moving_from.isdisjoint(words[-2:])
    return not is_moved


def _words_before(text: str, begin: int, start: int) -> Sequence[str]:
    """The words right before an expression, in a sentence from `begin` on, in lower case."""
    return [word.lower() for word in _WORDS.findall(text, max(begin, start - _REACH), start)]


class End(NamedTuple):
    """One end of a range: what its words say, when that is, and the words."""

    meaning: Meaning
    resolved: Resolved
    text: str


def are_joined(language: Language, text: str, end: int, start: int) -> bool:
    """Whether what stands between the ends of two expressions joins them to a range: "to", "until", a dash."""
    return 0 < start - end <= _LONGEST_JOIN and text[end:start].strip().lower() in figures(language).joins


def in_order(first: End, second: End) -> tuple[Resolved, Resolved]:
    """The two ends, the one that does not say its year, week or day itself moved where the range would be reversed."""
    ends = first.resolved.covers, second.resolved.covers
    if ends[0] is None or ends[1] is None or first.meaning.rule == second.meaning.rule == _HOURS:
        return first.resolved, second.resolved
    if second.meaning.kind == first.meaning.kind == "time":
        if ends[1][0] <= ends[0][0] and second.resolved.value < first.resolved.value:
            if not _says_its_day(second):
                return first.resolved, _on_another_day(second.resolved, 1)
            if not _says_its_day(first):
                return _on_another_day(first.resolved, -1), second.resolved
            if "weekday" in second.meaning.fields and "day" not in second.meaning.fields:
                # "From 9 a.m. Monday until 5 p.m. Friday": the Friday after it.
                return first.resolved, _on_another_day(second.resolved, 7)
        return first.resolved, second.resolved
    if ends[1][1] >= ends[0][0] or not (_is_of_a_year(first) and _is_of_a_year(second)):
        return first.resolved, second.resolved
    if not _says_its_year(first):
        return _in_another_year(first.resolved, -1), second.resolved
    if not _says_its_year(second):
        return first.resolved, _in_another_year(second.resolved, 1)
    return first.resolved, second.resolved


def listed(first: End, second: End, published: dt.date | None) -> Resolved:
    """The second of a pair, in the year after where the first lies ahead and it would lie back: "in May and June"."""
    ends = first.resolved.covers, second.resolved.covers
    if published is None or ends[0] is None or ends[1] is None or not published < ends[0][0]:
        return second.resolved
    is_reversed = ends[1][1] < published and _is_of_a_year(first) and _is_of_a_year(second)
    return _in_another_year(second.resolved, 1) if is_reversed and not _says_its_year(second) else second.resolved


_HOURS = "clock-range"
"""The rule whose first end has its half of the day from the second: "between 6 and 7 p.m."."""
_DAY_FIELDS = frozenset({"weekday", "deictic", "day"})


def _says_its_day(end: End) -> bool:
    return not _DAY_FIELDS.isdisjoint(end.meaning.fields)


def _is_of_a_year(end: End) -> bool:
    """Whether it is a part of a year: "from 3 May", but not "from Friday"."""
    return not {"month", "season", "quarter"}.isdisjoint(end.meaning.fields)


def _says_its_year(end: End) -> bool:
    """Whether the words give the year, or what stands in for one."""
    fields = end.meaning.fields
    return bool(_YEAR.search(end.text)) or not {"dir", "yearoffset", "yearfocus", "monthoffset"}.isdisjoint(fields)


def _in_another_year(end: Resolved, years: int) -> Resolved:
    year = int(end.value[:4]) + years
    found = dated(f"{year:04}{end.value[4:]}")
    return found if found.covers is not None else end


def _on_another_day(end: Resolved, days: int) -> Resolved:
    day = shifted(end.covers[0], days, "day") if end.covers else None
    return Resolved(day.isoformat() + end.value[10:], (day, day)) if day is not None else end
