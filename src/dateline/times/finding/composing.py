"""Expressions in text order in, those that name a day together put together out: "two days | before | Christmas".

A length beside a date is an offset from it. Which dates there are, the rules know; so an offset is a construction over
any of them, and no rule.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from dateline.languages import Language, made_once
from dateline.model import TimexType
from dateline.times.finding.meanings import Meaning
from dateline.times.finding.placing import Placed
from dateline.times.grammar.numbers import VAGUE
from dateline.times.grammar.word_classes import Value

# Kinds of meaning that an offset may begin with.
_LENGTHS = frozenset({"span", "open", "date", "shift"})
# Rules that say how long or how often, and nothing of when.
_PLAIN = frozenset({"length", "rate-after-count"})
# The longest joining words, and what is looked at before a length.
_LONGEST_JOIN = 16
_REACH = 24
# Lengths that stand for no number of days.
_INEXACT = frozenset({"LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"})
_CLOCK = frozenset({"hour", "minute", "second"})
# Units from which "a week tomorrow" and "two weeks from Tuesday" are counted.
_WEEKS = frozenset({"week", "fortnight"})
# Fields of a weekday that leans on what follows.
# Fields of a weekday by itself.
_BARE_WEEKDAY = frozenset({"weekday", "dir"})
# Fields of a date that is a day.
_DAYS = frozenset({"day", "weekday", "easter", "of"})
_WEEKDAY_LEFT_OPEN = frozenset({"weekday", "open", "otherwise"})
# Fields of a year that stands alone, and units that count from one: not "the week before the 2016 convention".
_YEAR_ALONE = frozenset({"year", "guard"})
_YEARS = frozenset({"year", "decade", "century"})


class _Joins(NamedTuple):
    """The words of a language that join a length to a date; `times/offsets.toml` says what each is."""

    before: frozenset[str]
    after: frozenset[str]
    counted_from: frozenset[str]
    ahead_of: frozenset[str]
    eve: re.Pattern[str]
    lasting: tuple[str, ...]
    not_lasting: tuple[str, ...]
    since: tuple[str, ...]
    not_calendar: frozenset[str]


@made_once
def _joins(language: Language) -> _Joins:
    data = language.settings("times/offsets.toml")
    return _Joins(
        before=frozenset(data["before"]),
        after=frozenset(data["after"]),
        counted_from=frozenset(data["counted_from"]),
        ahead_of=frozenset(data["ahead_of"]),
        eve=re.compile(data["eve"]),
        lasting=tuple(f" {word}" for word in data["lasting"]),
        not_lasting=tuple(f" {word}" for word in data["not_lasting"]),
        since=tuple(data["since"]),
        not_calendar=frozenset(data["not_calendar"]),
    )


def composed(language: Language, text: str, placed: Iterable[Placed]) -> list[Placed]:
    """The expressions, a length and the date that it counts from being one."""
    found: list[Placed] = []
    for one in placed:
        here = _from_its_eve(_joins(language), text, one)
        last = found[-1] if found else None
        if (
            last is not None
            and here.meaning.kind == "date"
            and last.meaning.kind in _LENGTHS
            and last.sentence == here.sentence
            and here.start - last.end <= _LONGEST_JOIN
        ):
            together = _together(_joins(language), text, last, here)
            if together is not None:
                found[-1] = together
                continue
        found.append(here)
    return found


def _together(joins: _Joins, text: str, length: Placed, date: Placed) -> Placed | None:
    """The offset that two expressions are; None where they are none."""
    join = text[length.end : date.start].strip().lower()
    before = f" {text[max(0, length.start - _REACH) : length.start].lower()}"
    own = length.meaning.fields
    if length.meaning.kind == "date":
        # "The Friday before Christmas", but not "on Friday before the Monday vote".
        sign = _sign(joins, join) if own.keys() >= _WEEKDAY_LEFT_OPEN else 0
        return _offset(length, date, {"toward": own["weekday"], "unit": "day", "sign": sign}) if sign else None
    if str(own.get("unit")) in _CLOCK or "unit" not in own:
        return None
    if date.meaning.fields.keys() <= _YEAR_ALONE and own["unit"] not in _YEARS:
        return None
    if length.meaning.kind == "shift":
        # "A week ago Sunday"
        alone = not join and own["unit"] in _WEEKS and own["sign"] == -1 and _is_bare_weekday(date)
        return _offset(length, date, {"n": own["n"], "unit": own["unit"], "sign": -1}) if alone else None
    if length.meaning.kind == "open":
        sign = _sign(joins, join)
        return _offset(length, date, {"n": 1, "unit": own["unit"], "sign": sign}) if sign else None
    if length.meaning.rule not in _PLAIN:
        return None
    sign = _of_length(joins, text, join, length, date)
    lasts = before.endswith(joins.lasting) and not before.endswith(joins.not_lasting)
    if not sign or lasts:
        return None
    if not joins.not_calendar.isdisjoint(text[length.start : length.end].split()):
        return None
    count = VAGUE if length.meaning.mod in _INEXACT else own.get("n", 1)
    ahead: dict[str, Value] = {"dir": "next"} if _is_said_ahead(joins, join, date) else {}
    return _offset(length, date, {**ahead, "n": count, "unit": own["unit"], "sign": sign})


def _from_its_eve(joins: _Joins, text: str, date: Placed) -> Placed:
    """A day with the words that make it the one before: "on | the eve of Christmas"."""
    if date.meaning.kind != "date" or _DAYS.isdisjoint(date.meaning.fields):
        return date
    found = joins.eve.search(text, max(0, date.start - _REACH), date.start)
    if found is None:
        return date
    eve = Placed(date.offset, date.sentence, date.meaning._replace(start=found.start() - date.offset))
    return _offset(eve, date, {"n": 1, "unit": "day", "sign": -1})


def _is_bare_weekday(date: Placed) -> bool:
    return "weekday" in date.meaning.fields and date.meaning.fields.keys() <= _BARE_WEEKDAY


def _is_said_ahead(joins: _Joins, join: str, date: Placed) -> bool:
    """Whether a weekday that a length counts from lies ahead whatever the tense: "a week from | Friday"."""
    said = join in joins.counted_from or join in joins.ahead_of
    return said and date.meaning.fields.keys() == {"weekday"}


def _sign(joins: _Joins, join: str) -> int:
    return -1 if join in joins.before else 1 if join in joins.after else 0


def _of_length(joins: _Joins, text: str, join: str, length: Placed, date: Placed) -> int:
    """Whether a length counts back from a date (-1) or on from it (1); 0 where it does not count from it."""
    if sign := _sign(joins, join):
        return sign
    if join in joins.counted_from:
        return int(date.meaning.fields.keys() != {"year"} and str(length.meaning.fields["unit"]) != "year")
    if str(length.meaning.fields["unit"]) not in _WEEKS:
        return 0
    if join in joins.ahead_of:
        return int(date.meaning.fields.keys() == {"weekday"})
    if join:
        return 0
    # "A week tomorrow", "a week last Tuesday", "two weeks today since the fire".
    fields = date.meaning.fields
    back = int(fields.get("deictic", 0)) < 0 or fields.get("dir") == "last" or text.startswith(joins.since, date.end)
    return (-1 if back else 1) if "deictic" in fields or "dir" in fields else 0


def _offset(length: Placed, date: Placed, count: dict[str, Value]) -> Placed:
    meaning = Meaning(
        length.meaning.start,
        date.end - length.offset,
        "offset",
        "offset",
        TimexType.DATE,
        {**{name: value for name, value in date.meaning.fields.items() if value != "last"}, **count},
        date.meaning.mod,
    )
    return Placed(length.offset, length.sentence, meaning)
