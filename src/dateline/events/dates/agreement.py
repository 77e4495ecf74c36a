"""A status and a date in, a status that both can have out: nothing ahead has happened, nothing past is planned.

Each is read from other words, and either may be read wrongly. What does not agree is never stated as a fact.
"""

import dataclasses
import datetime as dt
import re

from dateline.languages import Language, made_once
from dateline.model import Status, Timex
from dateline.times.values import days

DONE = frozenset({Status.HAPPENED, Status.ONGOING})
"""What has been by the day it is told."""
PLANNED = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED})
"""What lies ahead on the day it is told."""
TURNED = frozenset({Status.CANCELLED, Status.POSTPONED})
"""What becomes of a plan that will not be on its day."""
_YEAR = re.compile(r"\b\d{4}\b")
_FIGURE = re.compile(r"\d")
_NAME = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"(\d{4})-\d\d(?:-\d\d)?")
# Days that a date covers at most if it is fixed.
_FIXED = 7


def agreed(status: Status, timex: Timex, published: dt.date | None) -> Status:
    """The status, or `uncertain` where the date, told on the day `published`, cannot have it."""
    if published is None or timex.first is None or timex.last is None:
        return status
    if timex.first > published and status in DONE:
        return Status.UNCERTAIN
    if timex.last < published and status in PLANNED:
        return Status.UNCERTAIN
    return status


def ahead(timex: Timex) -> Status:
    """The status of what is told of days to come: a plan for a day, or a hope for a longer stretch or for none."""
    is_fixed = bool(timex.text and timex.first and timex.last and (timex.last - timex.first).days < _FIXED)
    return Status.SCHEDULED if is_fixed else Status.EXPECTED


_WEEK = dt.timedelta(days=7)


@made_once
def _weekdays(language: Language) -> frozenset[str]:
    names = language.settings("times/words.toml")
    return frozenset(word.lower() for group in ("WEEKDAY", "WEEKDAYABBR") for word in names[group]["words"])


def names_a_weekday(language: Language, words: str) -> bool:
    """Whether words name a day of the week."""
    return not _weekdays(language).isdisjoint(_NAME.findall(words.lower()))


def read_again(language: Language, timex: Timex, published: dt.date) -> Timex | None:
    """A date ahead as it reads when it lies back: `in December`, told in November; None where its words fix it."""
    if timex.first is None or timex.last is None or _YEAR.search(timex.text):
        return None
    day = _DAY.match(timex.value)
    if day and not _FIGURE.search(timex.text):
        if not names_a_weekday(language, timex.text):
            # "The following day" is seven days from no other one.
            return None
        if timex.first != timex.last or timex.first.toordinal() <= _WEEK.days:
            return None
        earlier = timex.first - _WEEK
        if earlier > published:
            return None
        return dataclasses.replace(timex, value=earlier.isoformat() + timex.value[10:], first=earlier, last=earlier)
    month = _MONTH.match(timex.value)
    if month is None or (timex.first.month, timex.first.day) == (2, 29):
        return None
    year = int(month[1]) - 1
    value = f"{year:04}{timex.value[4:]}"
    covered = days(value[:10])
    if covered is None or covered[1] > published:
        return None
    return dataclasses.replace(timex, value=value, first=covered[0], last=covered[1])


def read_on(language: Language, timex: Timex, published: dt.date) -> Timex | None:
    """A weekday that lies back as the next one: of what "will be" on Friday; None where its words fix it."""
    if timex.first is None or timex.first != timex.last or (published - timex.first).days >= _WEEK.days:
        return None
    names = {name.lower() for name in _NAME.findall(timex.text)}
    if _FIGURE.search(timex.text) or not names or not names <= _weekdays(language) or not _may_go_on(timex.first):
        return None
    following = timex.first + _WEEK
    return dataclasses.replace(timex, value=following.isoformat(), first=following, last=following)


def _may_go_on(day: dt.date) -> bool:
    return day.toordinal() + _WEEK.days <= dt.date.max.toordinal()


# What the words of a clause say of a day ahead that is no plan.
_HEARD_AHEAD = frozenset({Status.DENIED, Status.EXPECTED, Status.PROPOSED})
# What they say of one that has come and is not over.
_AWAITED = frozenset({Status.SCHEDULED, Status.EXPECTED})


def was_planned(status: Status, timex: Timex, published: dt.date | None) -> bool:
    """Whether what is told as a plan lies before the day it is told: nothing is said of what became of it."""
    return published is not None and timex.last is not None and timex.last < published and status in PLANNED


def status_beside(status: Status, timex: Timex, published: dt.date | None, *, looks_ahead: bool = False) -> Status:
    """The status of what a side clause or a noun dates: taken for granted by the sentence, so its day tells it.

    `status` is what the words of the clause give; they are heard only where they take a plan back, or hope for it,
    demand it or deny it. `looks_ahead` is whether they speak of what is to come, which tells of a week or a month that
    is not over.
    """
    if published is None or timex.first is None or timex.last is None:
        return status
    if status in TURNED:
        return status
    if timex.first > published:
        return status if status in _HEARD_AHEAD else Status.SCHEDULED
    if looks_ahead and timex.last > published:
        return ahead(timex)
    if timex.last >= published and status in _AWAITED:
        # "Will have him serve as chief from Thursday", told on Thursday.
        return status
    return status if status is Status.ONGOING else Status.HAPPENED
