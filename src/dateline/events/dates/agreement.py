"""A status and a date in, a status that both can have out: nothing ahead has happened, nothing past is planned.

Each is read from other words, and either may be read wrongly. What does not agree is never stated as a fact.
"""

import datetime as dt

from dateline.model import Status, Timex

_DONE = frozenset({Status.HAPPENED, Status.ONGOING})
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED})
TURNED = frozenset({Status.CANCELLED, Status.POSTPONED})
"""What becomes of a plan that will not be on its day."""
# Days that a date covers at most if it is fixed.
_FIXED = 7


def agreed(status: Status, timex: Timex, published: dt.date | None) -> Status:
    """The status, or `uncertain` where the date, told on the day `published`, cannot have it."""
    if published is None or timex.first is None or timex.last is None:
        return status
    if timex.first > published and status in _DONE:
        return Status.UNCERTAIN
    if timex.last < published and status in _AHEAD:
        return Status.UNCERTAIN
    return status


def was_planned(status: Status, timex: Timex, published: dt.date | None) -> bool:
    """Whether what is told as a plan lies before the day it is told: nothing is said of what became of it."""
    return published is not None and timex.last is not None and timex.last < published and status in _AHEAD


def status_beside(status: Status, timex: Timex, published: dt.date | None) -> Status:
    """The status of what a side clause or a noun dates: taken for granted by the sentence, so its day tells it.

    `status` is what the words of the clause give; they are heard only where they take a plan back.
    """
    if published is None or timex.first is None or timex.last is None:
        return status
    if status in TURNED:
        return status
    if timex.first > published:
        if status is Status.DENIED:
            return status
        is_fixed = (timex.last - timex.first).days < _FIXED
        return Status.SCHEDULED if is_fixed else Status.EXPECTED
    return status if status is Status.ONGOING else Status.HAPPENED
