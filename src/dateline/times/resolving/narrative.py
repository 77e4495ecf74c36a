"""The time expressions of a text in, whether it reports the news or tells the past out.

The partial dates of a report ("on 3 June") belong to its publication, those of a narrative to the year it has come to.
Strötgen and Gertz (2016, Domain-sensitive Temporal Tagging) let the user say which; here the text's own dates tell.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.languages import Language
from dateline.times.finding.meanings import Meaning
from dateline.times.resolving.direction import report_marks

_LONG_PAST = 2
"""Years before publication from which a year counts as past."""
_YEARS_NEEDED = 4
"""Years of the long past a narrative names at least."""
_RECENT_YEARS_NEEDED = 6
"""Years before that of publication, the last one with them, that tell a narrative where nothing is seen from today."""
_TIMES_THE_REPORT = 4
"""How many of them there are for each expression that is seen from the day of publication."""

_HISTORY = 10
"""Years before publication from which a year is history."""
_YEARS_OF_HISTORY, _TIMES_OF_HISTORY = 2, 2
"""Years of history that are enough, and how many there are for each expression surely seen from publication."""
_YEARS_OF_A_LOUD_TEXT, _TIMES_IN_A_LOUD_TEXT = 12, 8
"""The same where the text has the marks of a report: a history with many quotations."""
_PER_MARK = 1000
"""Code points for each mark of a report that are enough to call a text quiet; news has one in 100 to 500."""
_ONE_IN_BY_CHANCE = 12
"""Of how many days one lies within a week of publication by chance, with some to spare."""

_LONG_AGO = frozenset({"bc", "bccentury", "bcdecade", "era"})
"""Fields of dates that only the long past has."""
_FROM_TODAY = frozenset({"deictic", "dir", "week", "yearoffset"})
"""Fields of expressions that count from the day of publication."""


class _Count(NamedTuple):
    """How many expressions of a text tell a story of the past, and how many report."""

    history: int
    """Dates of history, that is of long before the publication."""
    past: int
    """Years of the past, those of history among them."""
    before: int
    """Years before that of publication."""
    report: int
    """What is seen from the day of publication, or near it."""
    surely: int
    """Of these, what a story would not say."""


def tells_the_past(language: Language, meanings: Sequence[Meaning], published: dt.date | None, text: str = "") -> bool:
    """True for a text whose dates are of the long past and that hardly speaks of today or of weekdays.

    Most of such a `text` quotes nobody and foretells nothing; one that does must be full of such dates.
    """
    if published is None:
        return True
    named = sum("year" in m.fields or not _LONG_AGO.isdisjoint(m.fields) for m in meanings)
    if named < _YEARS_OF_HISTORY:
        return False
    count = _counted(meanings, published)
    return _is_full_of_history(count) or (_may_be_a_story(count) and _is_quiet(language, text))


def _counted(meanings: Sequence[Meaning], published: dt.date) -> _Count:
    history = past = before = report = surely = near = bare = 0
    for meaning in meanings:
        fields = meaning.fields
        if "year" in fields:
            history += int(fields["year"]) <= published.year - _HISTORY
            past += int(fields["year"]) <= published.year - _LONG_PAST
            before += int(fields["year"]) < published.year
        elif not _LONG_AGO.isdisjoint(fields):
            history, past = history + 1, past + 1
        elif _is_seen_from_today(meaning):
            report += 1
            surely += not _may_be_seen_from_a_story(meaning)
        elif {"month", "day"} <= fields.keys():
            bare += 1
            near += _is_near(fields, published)
    beyond_chance = near > 1 + bare // _ONE_IN_BY_CHANCE
    return _Count(history, past, before, report + near, surely + near * beyond_chance)


def _is_full_of_history(count: _Count) -> bool:
    return count.history >= _YEARS_OF_A_LOUD_TEXT and count.history > _TIMES_IN_A_LOUD_TEXT * count.surely


def _may_be_a_story(count: _Count) -> bool:
    if count.history >= _YEARS_OF_HISTORY and count.history > _TIMES_OF_HISTORY * count.surely:
        return True
    if not count.report and count.before >= _RECENT_YEARS_NEEDED:
        return True
    return count.past >= _YEARS_NEEDED and count.past > _TIMES_THE_REPORT * count.report


def _is_quiet(language: Language, text: str) -> bool:
    """Whether a text lacks the words that news is full of: "said", "will"."""
    return sum(map(text.count, report_marks(language))) * _PER_MARK <= len(text)


def _is_seen_from_today(meaning: Meaning) -> bool:
    """Whether an expression means something only on a given day: "last week", "three years ago", "on Tuesday"."""
    fields = meaning.fields
    if fields.get("anchor") == "focus":
        return False
    if "weekday" in fields:
        return "day" not in fields
    return meaning.kind == "shift" or "offset" in fields or not _FROM_TODAY.isdisjoint(fields)


def _may_be_seen_from_a_story(meaning: Meaning) -> bool:
    """A history also tells of "the next year" and "the last six months", and of what is left "today"."""
    fields = meaning.fields
    return (
        meaning.kind == "span" or fields.get("dir") == "next" or fields.get("offset") == 1 or fields.get("deictic") == 0
    )


def _is_near(fields: Mapping[str, object], published: dt.date) -> bool:
    """Whether a month and day without a year name a day within a week of publication, as reports do throughout."""
    try:
        day = dt.date(published.year, int(str(fields["month"])), int(str(fields["day"])))
    except (KeyError, ValueError):
        return False
    return min(abs((day - published).days), 365 - abs((day - published).days)) <= _NEAR


_NEAR = 7
"""Days around publication in which a report's partial dates mostly lie."""
