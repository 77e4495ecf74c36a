"""The expressions of a text in, the years of those bare dates that open the entries of a chronicle out, read together.

A chronicle sets out day by day what happened: its dates open their lines, and they go forward (or, newest first, back).
Of all years that the bare ones can have, those are taken with which the whole run goes on with the fewest steps the
wrong way and the least time in all, between the dates that say their year and the publication. So one slip, of the text
or of its reading, does not carry on to the end. The best run is found by dynamic programming (Bellman 1957).
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.languages import Language
from dateline.times.finding.placing import Placed
from dateline.times.grammar.word_classes import figures

# Entries that a chronicle has at least, and of how many steps one at most may go the wrong way.
_ENTRIES = 4
_STEPS_FOR_A_SLIP = 4
# Code points before the date that opens a line.
_LONGEST_OPENING = 6
# What a step the wrong way costs, in days, beside its length: the line of a page's own date is one. A longer gap than
# that is rather one.
_SLIP = 300
# What a date after the publication costs at most, in days: as many as it lies ahead. A chronicle ends with what has
# happened, but for a plan or two, or what was added since.
_AHEAD = 300
# Years before the publication, or before the first that is named, that a bare date may be in.
_YEARS_BACK = 3
# Months that a bare date within an entry may lie from the date that opens it.
_HALF_A_YEAR = dt.timedelta(183)
# Days from a date that says its year within which a bare one is of that year, unless it is as near the publication as
# what a report tells.
_BESIDE = dt.timedelta(4)
_NEWS = dt.timedelta(31)


class _Entry(NamedTuple):
    """The date that opens an entry: where it stands among the expressions, and what it says."""

    position: int
    month: int | None
    day: int
    year: int | None


def years_read_together(
    language: Language, text: str, placed: Sequence[Placed], published: dt.date | None
) -> Mapping[int, int]:
    """The year of each bare date of a chronicle, by its number among the expressions; none where it is no chronicle."""
    entries = _entries(language, text, placed, published)
    bare = [entry for entry in entries if entry.year is None]
    if len(entries) < _ENTRIES or not bare or (published is None and len(bare) == len(entries)):
        return {}
    named = [entry.year for entry in entries if entry.year is not None]
    latest = max([*named, published.year + 1] if published else named)
    earliest = min([*named, published.year - _YEARS_BACK] if published else named)
    if not named and published is not None:
        earliest = published.year - _YEARS_BACK
    candidates = [_days(entry, range(earliest, latest + 1)) for entry in entries]
    if not all(candidates):
        return {}
    forward, backward = _best(candidates, published, 1), _best(candidates, published, -1)
    way, (_, run) = min(((1, forward), (-1, backward)), key=lambda found: found[1][0])
    slips = sum((after - before).days * way < 0 for before, after in pairwise(run))
    if slips > (len(entries) - 1) // _STEPS_FOR_A_SLIP:
        return {}
    years = {entry.position: day.year for entry, day in zip(entries, run, strict=True) if entry.year is None}
    return years | _within(entries, run, placed)


def years_named(placed: Sequence[Placed], published: dt.date | None) -> dict[int, int]:
    """The years of bare dates that lie within days of one whose year a text names, and far from the publication.

    `Killed on 14 February 2013`, and further on `on 13 February he called her`: a trial tells of no other February.
    """
    if published is None:
        return {}
    named: list[dt.date] = []
    for here in placed:
        fields = here.meaning.fields
        if {"year", "month", "day"} <= fields.keys() and _NOT_BARE.isdisjoint(fields):
            named += _days(_Entry(0, int(fields["month"]), int(fields["day"]), int(fields["year"])), range(0))
    years: dict[int, int] = {}
    for position, here in enumerate(placed):
        fields = here.meaning.fields
        if not {"month", "day"} <= fields.keys() or "year" in fields or not _NOT_BARE.isdisjoint(fields):
            continue
        bare = _Entry(position, int(fields["month"]), int(fields["day"]), None)
        near = _days(bare, range(published.year - 1, published.year + 2))
        if any(abs(day - published) <= _NEWS for day in near):
            continue
        beside = {day.year for day in named if _is_beside(bare, day, published)}
        if len(beside) == 1:
            years[position] = beside.pop()
    return years


def _is_beside(bare: _Entry, day: dt.date, published: dt.date) -> bool:
    """Whether a bare date is within days of a named one, or that day itself where it is still to come."""
    reach = _BESIDE if day <= published else dt.timedelta(0)
    return any(abs(other - day) <= reach for other in _days(bare, range(day.year, day.year + 1)))


def _entries(language: Language, text: str, placed: Sequence[Placed], published: dt.date | None) -> list[_Entry]:
    """The dates that open a line, with at least a month, or with a year that holds for the lines below it."""
    opens = figures(language).opens_an_entry
    found: list[_Entry] = []
    for position, here in enumerate(placed):
        fields = here.meaning.fields
        if here.meaning.kind != "date" or not ("month" in fields or fields.keys() <= {"year", "guard"}):
            continue
        if not _NOT_BARE.isdisjoint(fields):
            continue
        line = text.rfind("\n", 0, here.start) + 1
        opening = text[line : here.start].strip(_BULLETS).lower()
        if here.start - line > _LONGEST_OPENING or (opening and opening not in opens):
            continue
        month = int(fields["month"]) if "month" in fields else None
        year = int(fields["year"]) if "year" in fields else None
        if month is None and not _ENDS_A_LINE.match(text, here.end):
            # "2007" is a heading, "1815 GMT" and "2007 was a year of" are none.
            continue
        found.append(_Entry(position, month, int(fields.get("day", 1)), year))
    if found and published is not None and (found[0].month, found[0].day) == (published.month, published.day):
        # The page's own date opens no entry.
        del found[0]
    return found


_ENDS_A_LINE = re.compile(r"[ \t]*:?[ \t]*(?:\n|$)")
_KINDS = frozenset({"date", "offset", "time"})
_BULLETS = " \t•·*–—-‣▪◦"
_NOT_BARE = frozenset({"dir", "yearoffset", "yearfocus", "year2", "monthoffset", "monthfocus", "nth", "beside", "edge"})


def _days(entry: _Entry, years: range) -> list[dt.date]:
    """The days that an entry may be of."""
    found = []
    for year in [entry.year] if entry.year is not None else years:
        try:
            found.append(dt.date(year, entry.month or 1, entry.day))
        except ValueError:
            continue
    return found


def _best(
    candidates: Sequence[Sequence[dt.date]], published: dt.date | None, way: int
) -> tuple[int, Sequence[dt.date]]:
    """The run of days that costs least when it goes forward (1) or back (-1), with what it costs."""
    costs = [[_ahead(day, published) for day in candidates[0]]]
    if published is not None and way < 0:
        costs[0] = [cost + abs((published - day).days) for cost, day in zip(costs[0], candidates[0], strict=True)]
    came_from: list[list[int]] = []
    for before, here in pairwise(candidates):
        steps = [[costs[-1][i] + _step(day, other, way) for i, day in enumerate(before)] for other in here]
        came_from.append([min(range(len(before)), key=step.__getitem__) for step in steps])
        costs.append([min(step) + _ahead(day, published) for step, day in zip(steps, here, strict=True)])
    if published is not None and way > 0:
        costs[-1] = [cost + abs((published - day).days) for cost, day in zip(costs[-1], candidates[-1], strict=True)]
    last = min(range(len(candidates[-1])), key=costs[-1].__getitem__)
    cost, chosen = costs[-1][last], [last]
    for origins in reversed(came_from):
        chosen.append(origins[chosen[-1]])
    return cost, [days[i] for days, i in zip(candidates, reversed(chosen), strict=True)]


def _step(before: dt.date, after: dt.date, way: int) -> int:
    days = (after - before).days * way
    return days if days >= 0 else _SLIP - days


def _ahead(day: dt.date, published: dt.date | None) -> int:
    return min((day - published).days, _AHEAD) if published is not None and day > published else 0


def _within(entries: Sequence[_Entry], run: Sequence[dt.date], placed: Sequence[Placed]) -> dict[int, int]:
    """The years of the bare dates inside the entries: those with which they lie nearest to the date that opens it."""
    years: dict[int, int] = {}
    ends = [entry.position for entry in entries[1:]] + [len(placed)]
    for entry, opening, end in zip(entries, run, ends, strict=True):
        for position in range(entry.position + 1, end):
            fields = placed[position].meaning.fields
            if placed[position].meaning.kind not in _KINDS or "month" not in fields or "year" in fields:
                continue
            if not _NOT_BARE.isdisjoint(fields):
                continue
            bare = _Entry(position, int(fields["month"]), int(fields.get("day", 1)), None)
            near = _days(bare, range(opening.year - 1, opening.year + 2))
            nearest = min(near, key=lambda day: abs((day - opening).days), default=None)
            if entry.month is not None and nearest is not None and abs(nearest - opening) <= _HALF_A_YEAR:
                years[position] = nearest.year
    return years
