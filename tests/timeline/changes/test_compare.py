"""What kind of change new passages make to an event that was told before."""

import datetime as dt
from dataclasses import replace

import pytest

from dateline import ChangeKind, Claim, Conflict, Entry, Evidence, Status
from dateline.model import ConflictKind, EntryDate
from dateline.reading.entry_dates import date_of
from dateline.timeline.changes.compare import kind_of


def entry(status: Status, value: str = "2021-03-09", sources: int = 1) -> Entry:
    date = date_of(value)
    assert isinstance(date, EntryDate)
    return Entry("id", date, status, "The dairy opens.", (), (), (), sources, (), 1.0)


def passage(status: Status) -> Evidence:
    return Evidence("later", 0, 16, "The dairy opens.", status, None)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (Status.SCHEDULED, Status.HAPPENED, ChangeKind.CAME_TRUE),
        (Status.EXPECTED, Status.ONGOING, ChangeKind.CAME_TRUE),
        (Status.PROPOSED, Status.SCHEDULED, ChangeKind.CONFIRMED),
        (Status.UNCERTAIN, Status.HAPPENED, ChangeKind.CONFIRMED),
        (Status.SCHEDULED, Status.CANCELLED, ChangeKind.CANCELLED),
        (Status.SCHEDULED, Status.POSTPONED, ChangeKind.POSTPONED),
        (Status.HAPPENED, Status.DENIED, ChangeKind.DENIED),
        (Status.DENIED, Status.DENIED, None),
        (Status.HAPPENED, Status.HAPPENED, None),
    ],
)
def test_by_the_status(before: Status, after: Status, kind: ChangeKind | None) -> None:
    assert kind_of(entry(before), entry(after), [passage(after)], revised=False, is_news=True) is kind


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("2021-03-09", "2021-03-20", ChangeKind.MOVED),
        ("2021-03", "2021-03-20", ChangeKind.REVISED),
        ("2021-03-09", "2021-03", None),
    ],
)
def test_by_the_date(before: str, after: str, kind: ChangeKind | None) -> None:
    old, new = entry(Status.SCHEDULED, before), entry(Status.SCHEDULED, after)
    assert kind_of(old, new, [passage(Status.SCHEDULED)], revised=False, is_news=True) is kind


def test_what_has_taken_place_is_not_moved_when_another_day_is_told() -> None:
    old, new = entry(Status.HAPPENED, "2021-03-09"), entry(Status.HAPPENED, "2021-03-08")
    assert kind_of(old, new, [passage(Status.HAPPENED)], revised=False, is_news=True) is ChangeKind.REVISED


@pytest.mark.parametrize(("is_news", "kind"), [(True, ChangeKind.CONFIRMED), (False, None)])
def test_another_source_confirms_what_is_news(is_news: bool, kind: ChangeKind | None) -> None:
    old, new = entry(Status.HAPPENED), entry(Status.HAPPENED, sources=2)
    assert kind_of(old, new, [passage(Status.HAPPENED)], revised=False, is_news=is_news) is kind


def test_a_figure_that_is_another_one_is_a_revision() -> None:
    old, new = entry(Status.HAPPENED), entry(Status.HAPPENED)
    assert kind_of(old, new, [passage(Status.HAPPENED)], revised=True, is_news=True) is ChangeKind.REVISED


@pytest.mark.parametrize(
    ("disputed", "told", "kind"),
    [
        (ConflictKind.STATUS, Status.DENIED, ChangeKind.DENIED),
        # Accepted by one and rejected by another: nobody denies it.
        (ConflictKind.STATUS, Status.HAPPENED, ChangeKind.REVISED),
        (ConflictKind.NUMBER, Status.DENIED, ChangeKind.REVISED),
        (ConflictKind.NUMBER, Status.HAPPENED, ChangeKind.REVISED),
    ],
)
def test_what_is_disputed_now(disputed: ConflictKind, told: Status, kind: ChangeKind) -> None:
    old, later = entry(Status.HAPPENED), passage(told)
    claims = (Claim("one", passage(Status.HAPPENED), None, 1), Claim("other", later, None, 1))
    new = replace(old, conflicts=(Conflict(disputed, claims),))
    assert kind_of(old, new, [later], revised=False, is_news=False) is kind
    assert kind_of(new, new, [later], revised=False, is_news=False) is None


def test_dates_are_compared_by_their_days() -> None:
    assert entry(Status.HAPPENED).date.first == dt.date(2021, 3, 9)
