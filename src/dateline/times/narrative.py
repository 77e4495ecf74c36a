"""Whether a text reports the news or tells the past.

The partial dates of a report ("on 3 June") belong to its publication, those of a narrative to the year it has come to.
Strötgen and Gertz (2016, Domain-sensitive Temporal Tagging) let the user say which; here the text's own dates tell.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from dateline.times.reading import Reading

_LONG_PAST = 2
"""Years before publication from which a year counts as past."""
_YEARS_NEEDED = 4
"""Years of the long past a narrative names at least."""
_RECENT_YEARS_NEEDED = 6
"""Years before that of publication, the last one with them, that tell a narrative where nothing is seen from today."""
_TIMES_THE_REPORT = 4
"""How many of them there are for each expression that is seen from the day of publication."""

_FROM_TODAY = frozenset({"deictic", "dir", "week", "yearoffset"})
"""Fields of expressions that count from the day of publication."""


def tells_the_past(readings: Sequence[Reading], published: dt.date | None) -> bool:
    """True for a text whose dates are of the long past and that hardly speaks of today or of weekdays."""
    if published is None:
        return True
    past = before = report = 0
    for reading in readings:
        fields = reading.fields
        if "year" in fields:
            past += int(fields["year"]) <= published.year - _LONG_PAST
            before += int(fields["year"]) < published.year
        elif _is_seen_from_today(reading) or _is_near(fields, published):
            report += 1
    if not report:
        return before >= _RECENT_YEARS_NEEDED or past >= _YEARS_NEEDED
    return past >= _YEARS_NEEDED and past > _TIMES_THE_REPORT * report


def _is_seen_from_today(reading: Reading) -> bool:
    """Whether an expression means something only on a given day: "last week", "three years ago", "on Tuesday"."""
    fields = reading.fields
    if fields.get("anchor") == "focus":
        return False
    if "weekday" in fields:
        return "day" not in fields
    return reading.op == "shift" or "offset" in fields or not _FROM_TODAY.isdisjoint(fields)


def _is_near(fields: Mapping[str, object], published: dt.date) -> bool:
    """Whether a month and day without a year name a day within a week of publication, as reports do throughout."""
    try:
        day = dt.date(published.year, int(str(fields["month"])), int(str(fields["day"])))
    except (KeyError, ValueError):
        return False
    return min(abs((day - published).days), 365 - abs((day - published).days)) <= _NEAR


_NEAR = 7
"""Days around publication in which a report's partial dates mostly lie."""
