"""What differs between two moments of a story."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Article, Change, ChangeKind, Changes, Entry, Evidence, Status, Timeline
from dateline.text.words import content_words

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
# Share of the words that a passage keeps when its article is corrected.
_SAME_PASSAGE = 0.5


def compare(
    before: Timeline, after: Timeline, articles: Sequence[Article], since: dt.date, until: dt.date | None
) -> Changes:
    """The changes from `before`, the timeline as of the end of day `since`, to `after`, as of `until`.

    `articles` are all versions of all articles read. Only what rests on an article or version that came out after
    `since` is a change.
    """
    fresh = {a.id for a in articles if a.available is None or a.available > since}
    known = {a.id for a in articles if a.available is not None and a.available <= since}
    matches = _matches(before.entries, after.entries, fresh & known)
    changes = [
        change
        for entry in after.entries
        if (change := _change(matches.get(entry.id), entry, fresh, known, since)) is not None
    ]
    matched = {entry.id for entry in matches.values()}
    changes += [
        Change(ChangeKind.GONE, entry.id, entry.date, entry, None, entry.evidence)
        for entry in before.entries
        if entry.id not in matched and all(evidence.article in fresh for evidence in entry.evidence)
    ]
    changes.sort(key=lambda change: (change.date.first, change.date.last, change.kind, change.entry))
    return Changes(after.title, since, until, tuple(changes))


def _matches(before: Iterable[Entry], after: Iterable[Entry], replaced: set[str]) -> Mapping[str, Entry]:
    """For each later entry's id, the earlier entry that it continues.

    That is the one of the same id; else one of the same date on the same passage; else, where a newer version replaced
    an article, the one that the older version told in much the same words.
    """
    by_id = {entry.id: entry for entry in before}
    by_passage: dict[tuple[str, str], list[Entry]] = {}
    for entry in before:
        for evidence in entry.evidence:
            by_passage.setdefault((evidence.article, evidence.exact), []).append(entry)
    found: dict[str, Entry] = {}
    taken: set[str] = set()
    rest = []
    for entry in after:
        if entry.id in by_id:
            found[entry.id] = by_id[entry.id]
            taken.add(entry.id)
        else:
            rest.append(entry)
    for entry in rest:
        shared = (
            earlier
            for evidence in entry.evidence
            for earlier in by_passage.get((evidence.article, evidence.exact), ())
            if earlier.id not in taken and earlier.date.value == entry.date.value
        )
        if (earlier := next(shared, None)) is not None:
            found[entry.id] = earlier
            taken.add(earlier.id)
    for entry in rest:
        articles = {evidence.article for evidence in entry.evidence} & replaced
        if entry.id in found or not articles:
            continue
        candidates = [
            (_likeness(earlier, entry, articles), earlier.id) for earlier in by_id.values() if earlier.id not in taken
        ]
        likeness, identity = max(candidates, default=(0.0, ""))
        if likeness >= _SAME_PASSAGE:
            found[entry.id] = by_id[identity]
            taken.add(identity)
    return found


def _likeness(earlier: Entry, later: Entry, articles: set[str]) -> float:
    """The largest share of words that a passage of the same article keeps from one entry to the other."""
    pairs = (
        (set(content_words(old.exact)), set(content_words(new.exact)))
        for old in earlier.evidence
        for new in later.evidence
        if old.article == new.article and new.article in articles
    )
    return max((len(old & new) / max(1, min(len(old), len(new))) for old, new in pairs), default=0.0)


def _change(earlier: Entry | None, entry: Entry, fresh: set[str], known: set[str], since: dt.date) -> Change | None:
    """How a later entry differs from the earlier one it continues; None when nothing new was told."""
    if earlier is None:
        told = tuple(evidence for evidence in entry.evidence if evidence.article in fresh)
        if len(told) < len(entry.evidence) or not told:
            return None
        return Change(ChangeKind.NEW, entry.id, entry.date, None, entry, told)
    kind = _kind(earlier, entry, fresh & known, since)
    if kind is None:
        return None
    old = {(evidence.article, evidence.exact) for evidence in earlier.evidence}
    new = tuple(evidence for evidence in entry.evidence if (evidence.article, evidence.exact) not in old)
    return Change(kind, entry.id, entry.date, earlier, entry, new) if new else None


def _kind(earlier: Entry, entry: Entry, replaced: set[str], since: dt.date) -> ChangeKind | None:
    if any(_rewritten(evidence, entry) for evidence in earlier.evidence if evidence.article in replaced):
        return ChangeKind.CORRECTED
    if entry.status in _TURNS and entry.status is not earlier.status:
        return _TURNS[entry.status]
    if earlier.date.value != entry.date.value:
        return ChangeKind.MOVED
    if len(entry.conflicts) > len(earlier.conflicts):
        return ChangeKind.REVISED
    firmer = _FIRMNESS.get(entry.status, -1) > _FIRMNESS.get(earlier.status, -1)
    recent = entry.date.last >= since - dt.timedelta(days=_NEWS_DAYS)
    if firmer or (entry.sources > earlier.sources and recent):
        return ChangeKind.CONFIRMED
    return None


def _rewritten(evidence: Evidence, entry: Entry) -> bool:
    """Whether the article of a passage tells the event in other words now."""
    now = [other.exact for other in entry.evidence if other.article == evidence.article]
    return evidence.exact not in now
