"""Whether a text reports the news or tells the past.

The partial dates of a report ("on 3 June") belong to its publication, those of a narrative to the year it has come to.
Strötgen and Gertz (2016, Domain-sensitive Temporal Tagging) let the user say which; here the text's own dates tell.
"""

import datetime as dt
from collections.abc import Sequence

from dateline.times.reading import Reading

_LONG_PAST = 2
"""Years before publication from which a year counts as past."""
_YEARS_NEEDED = 4
"""Years of the long past a narrative names at least."""

_OF_THE_DAY = frozenset({"deictic", "which-unit", "this-part", "last-night", "ago"})


def tells_the_past(readings: Sequence[Reading], published: dt.date | None) -> bool:
    """True for a text whose dates are of the long past and that hardly speaks of today or of weekdays."""
    if published is None:
        return True
    past = report = 0
    for reading in readings:
        if reading.rule in _OF_THE_DAY or (reading.rule == "weekday"):
            report += 1
        elif "year" in reading.fields and int(reading.fields["year"]) <= published.year - _LONG_PAST:
            past += 1
    return past >= _YEARS_NEEDED and past > 4 * report
