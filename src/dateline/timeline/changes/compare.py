"""What differs between two moments of a story."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.languages import Language
from dateline.model import Article, Basis, Change, ChangeKind, Changes, Entry, Evidence, Point, Status, Timeline
from dateline.timeline.changes.continuation import continued
from dateline.timeline.changes.versions import readable

# Statuses of what has not come to pass, from the least settled to the most.
_FIRMNESS = {
    Status.UNCERTAIN: 0,
    Status.PROPOSED: 1,
    Status.EXPECTED: 2,
    Status.SCHEDULED: 3,
    Status.ONGOING: 4,
    Status.HAPPENED: 4,
}
_TURNS = {
    Status.CANCELLED: ChangeKind.CANCELLED,
    Status.POSTPONED: ChangeKind.POSTPONED,
    Status.DENIED: ChangeKind.DENIED,
}
# Days before the earlier moment from which an event still counts as news: another outlet telling it is a confirmation.
# What lies further back is background that every report repeats.
_NEWS_DAYS = 7


def compare(
    language: Language,
    before: Timeline,
    after: Timeline,
    articles: Sequence[Article],
    since: dt.date,
    until: dt.date | None,
) -> Changes:
    """The changes from `before`, the timeline as of the end of day `since`, to `after`, as of `until`.

    `language` is that of the story, `articles` are all versions of all articles read. Only what rests on an article or
    version that came out after `since` is a change.
    """
    fresh = {a.id for a in articles if a.available is None or a.available > since}
    known = {a.id for a in articles if a.available is not None and a.available <= since}
    newest = {article.id: article.text for article in readable(articles)}
    earlier = continued(language, before.entries, after.entries, fresh & known)
    moment = _Moment(before, after, since, fresh, {article: newest[article] for article in fresh & known})
    changes = [change for entry in after.entries if (change := moment.change(earlier.get(entry.id), entry)) is not None]
    matched = {entry.id for entry in earlier.values()}
    changes += [
        Change(ChangeKind.GONE, entry.id, entry.date, entry, None, entry.evidence)
        for entry in before.entries
        if entry.id not in matched and all(moment.took_back(evidence) for evidence in entry.evidence)
    ]
    changes.sort(key=lambda change: (change.date.first, change.date.last, change.kind, change.entry))
    return Changes(after.title, since, until, tuple(changes))


@dataclass(frozen=True, slots=True)
class _Moment:
    """What was there before, what is there now, and what came out in between."""

    before: Timeline
    after: Timeline
    since: dt.date
    fresh: set[str]
    """Ids of the articles that came out since, some of them as newer versions."""
    replaced: Mapping[str, str]
    """The text of those of which a version was there before."""

    def took_back(self, evidence: Evidence) -> bool:
        """Whether an article says a passage no more."""
        return evidence.article in self.replaced and evidence.exact not in self.replaced[evidence.article]

    def change(self, earlier: Entry | None, entry: Entry) -> Change | None:
        """How a later entry differs from the earlier one it continues; None when nothing new was told."""
        told = tuple(evidence for evidence in entry.evidence if evidence.article in self.fresh)
        if earlier is None:
            if len(told) < len(entry.evidence):
                return None
            raised = self._raised(entry)
            return Change(ChangeKind.REVISED if raised else ChangeKind.NEW, entry.id, entry.date, raised, entry, told)
        old = {(evidence.article, evidence.exact) for evidence in earlier.evidence}
        new = tuple(evidence for evidence in told if (evidence.article, evidence.exact) not in old)
        taken_back = tuple(evidence for evidence in earlier.evidence if self.took_back(evidence))
        revises = self._revises(earlier, entry)
        kind = ChangeKind.CORRECTED if taken_back else _kind(earlier, entry, new, revises, self.since)
        if kind is None or not (new or taken_back):
            return None
        return Change(kind, entry.id, entry.date, earlier, entry, new or taken_back)

    def _raised(self, entry: Entry) -> Entry | None:
        """The earlier entry whose figure an entry that tells nothing else brings up to date."""
        for points in self._points_in(entry):
            own = [point for point in points if point.entry == entry.id]
            if all(any(_tells_as(point.evidence, e) for point in own) for e in entry.evidence):
                holders = (
                    holder
                    for point in reversed(points)
                    if point.value not in {one.value for one in own}
                    and (holder := next((e for e in self.before.entries if _rests_on(e, point.evidence)), None))
                )
                if (holder := next(holders, None)) is not None:
                    return holder
        return None

    def _revises(self, earlier: Entry, entry: Entry) -> bool:
        """Whether new passages of an entry bring a figure of its old ones up to date."""
        for points in self._points_in(entry):
            own = [point for point in points if point.entry == entry.id]
            known = {point.value for point in own if _rests_on(earlier, point.evidence)}
            if known and any(p.value not in known for p in own if p.evidence.article in self.fresh):
                return True
        return False

    def _points_in(self, entry: Entry) -> Iterator[tuple[Point, ...]]:
        """The points of each series that has one in an entry."""
        for series in self.after.series:
            if any(point.entry == entry.id for point in series.points):
                yield series.points


def _kind(earlier: Entry, entry: Entry, new: Sequence[Evidence], revises: bool, since: dt.date) -> ChangeKind | None:
    if entry.status in _TURNS and entry.status is not earlier.status:
        return _TURNS[entry.status]
    disputes = _disputes(entry) - _disputes(earlier)
    if any(kind == "status" for kind, _ in disputes) and any(e.status is Status.DENIED for e in new):
        return ChangeKind.DENIED
    if not earlier.date.overlaps(entry.date):
        # What was known to be reported only, and has its day now, was not moved.
        return ChangeKind.REVISED if earlier.date.basis is Basis.REPORTED else ChangeKind.MOVED
    if disputes or revises:
        return ChangeKind.REVISED
    if _is_firmer(earlier, entry) or _has_another_source(earlier, entry, new, since):
        return ChangeKind.CONFIRMED
    if entry.date.length < earlier.date.length:
        return ChangeKind.REVISED
    return None


def _is_firmer(earlier: Entry, entry: Entry) -> bool:
    return _FIRMNESS.get(entry.status, -1) > _FIRMNESS.get(earlier.status, -1)


def _has_another_source(earlier: Entry, entry: Entry, new: Sequence[Evidence], since: dt.date) -> bool:
    """Whether another source bears out what stood before, of what is news still."""
    recent = (since - entry.date.last).days <= _NEWS_DAYS
    borne_out = any(
        evidence.status.bears_out(entry.status) and _FIRMNESS.get(evidence.status, 0) >= _FIRMNESS.get(entry.status, 0)
        for evidence in new
    )
    return recent and borne_out and earlier.status.bears_out(entry.status) and entry.sources > earlier.sources


def _disputes(entry: Entry) -> set[tuple[str, frozenset[str]]]:
    return {(conflict.kind, frozenset(claim.value for claim in conflict.claims)) for conflict in entry.conflicts}


def _rests_on(entry: Entry, passage: Evidence) -> bool:
    return any(_overlap_in_text(passage, evidence) for evidence in entry.passages)


def _tells_as(one: Evidence, other: Evidence) -> bool:
    """Whether two passages are one, or the same words."""
    return one.exact == other.exact or _overlap_in_text(one, other)


def _overlap_in_text(one: Evidence, other: Evidence) -> bool:
    return one.article == other.article and one.span.overlaps(other.span)
