"""The figures of new articles in, those that bring an earlier one up to date out: a toll that rose, an estimate cut."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.model import FigureChange, Point
from dateline.text.copies import Copies
from dateline.timeline.changes.ledger import Known, Ledger
from dateline.timeline.close.stretches import Stretches
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.entries import evidence_of
from dateline.timeline.describe.provenance import Sources
from dateline.timeline.figures import series
from dateline.timeline.figures.candidates import Key, candidates, key_of

# Days for which a figure is looked back for.
_DAYS = 180


@dataclass(frozen=True, slots=True)
class Raised:
    """A figure that is another one now."""

    change: FigureChange
    by: int
    """The number of the event whose new passage gives it."""
    holder: int
    """The number of the event that had the figure before: often the same."""


def raised(ledger: Ledger, fresh: Sequence[Telling], copies: Copies, sources: Sources) -> Iterator[Raised]:
    """What the new passages of a moment bring up to date, each figure once."""
    new = {telling.article.id for telling in fresh}
    oldest = min((t.article.available for t in fresh if t.article.available), default=dt.date.min)
    told: dict[Telling, Known] = {}
    for key in _keys(fresh):
        for telling, event in ledger.counting(key):
            if telling.article.available and (oldest - telling.article.available).days <= _DAYS:
                told[telling] = event
    if not any(telling.article.id not in new for telling in told):
        return
    groups = {event.number: [telling for telling, its in told.items() if its is event] for event in told.values()}
    found = series.of(
        candidates((telling.passage for telling in told), copies),
        list(groups.values()),
        [str(number) for number in groups],
        Stretches({}),
        lambda telling: evidence_of(telling, sources),
    )
    for one in found:
        before = [point for point in one.points if point.evidence.article not in new]
        after = [point for point in one.points if point.evidence.article in new]
        latest = max(before, key=_when, default=None)
        known = {(point.value, point.to) for point in before}
        raising = [point for point in after if (point.value, point.to) not in known and point.entry is not None]
        if latest is not None and raising and latest.entry is not None:
            point = max(raising, key=_when)
            yield Raised(FigureChange(one.counts, latest, point), int(point.entry or 0), int(latest.entry))


def _keys(tellings: Iterable[Telling]) -> list[Key]:
    """What the figures of passages count."""
    figures = (one.figure for t in tellings for one in t.passage.told.figures.get(t.passage.timex.start, ()))
    return list(dict.fromkeys(key_of(figure) for figure in figures))


def _when(point: Point) -> tuple[str, float]:
    return (point.as_of, point.value)
