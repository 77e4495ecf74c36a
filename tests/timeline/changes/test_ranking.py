"""In which order changes are shown."""

import datetime as dt
from dataclasses import replace

import pytest

from dateline import Change, ChangeKind, Level
from dateline.reading.entry_dates import date_of
from dateline.timeline.changes.ranking import Weighed, ranked

MARCH_5, MARCH_6 = dt.date(2021, 3, 5), dt.date(2021, 3, 6)


def weighed(
    name: str, kind: ChangeKind = ChangeKind.NEW, level: Level = Level.KEY, value: str = "2021-03-06", **told: float
) -> Weighed:
    date = date_of(value)
    assert date is not None
    importance, nearness = told.get("importance", 1.0), told.get("nearness", 1.0)
    return Weighed(Change(kind, name, date, None, None, (), level), importance, nearness, frozenset())


def order(*changes: Weighed) -> list[str]:
    return [change.entry for change in ranked(changes, MARCH_5, MARCH_6)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (weighed("turned", ChangeKind.CANCELLED), weighed("news")),
        (weighed("true", ChangeKind.CAME_TRUE), weighed("news")),
        (weighed("key"), weighed("turned beside", ChangeKind.CANCELLED, Level.NORMAL)),
        (weighed("told by many"), weighed("told by few", importance=0.4)),
        (weighed("near"), weighed("beside", nearness=0.2)),
        (weighed("today"), weighed("weeks ahead", value="2021-03-27")),
        (weighed("today"), weighed("weeks ago", value="2021-02-13")),
        (weighed("a day"), weighed("a month", value="2021-03")),
        (weighed("new"), weighed("confirmed", ChangeKind.CONFIRMED)),
        (weighed("new"), weighed("unconfirmed", ChangeKind.UNCONFIRMED)),
    ],
)
def test_what_stands_first(first: Weighed, second: Weighed) -> None:
    wanted = [first.change.entry, second.change.entry]
    assert order(first, second) == order(second, first) == wanted


def test_what_is_told_in_the_words_of_another_gives_way() -> None:
    words = frozenset({"dairy", "open", "gressow"})
    first = replace(weighed("first"), words=words)
    again = replace(weighed("again", importance=0.9), words=words | {"cow"})
    other = weighed("other", importance=0.2)
    assert order(first, again, other) == ["first", "other", "again"]
