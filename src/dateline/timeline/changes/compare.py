"""An event before some articles came out and after in, what kind of change they make to it out."""

from collections.abc import Sequence

from dateline.model import Basis, ChangeKind, ConflictKind, Entry, Evidence, Status

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
AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED})
"""Of what was to come."""
FACT = frozenset({Status.HAPPENED, Status.ONGOING})
"""Of what is told to be so."""


def kind_of(
    before: Entry, after: Entry, told: Sequence[Evidence], *, revised: bool, is_news: bool
) -> ChangeKind | None:
    """How an event differs that was told before; None where it is only told again.

    `told` are the new passages. `revised`: they bring a figure up to date. `is_news`: it is no background, which every
    report repeats, so that another source that tells it is a confirmation.
    """
    if before.status in AHEAD and after.status in FACT:
        return ChangeKind.CAME_TRUE
    if after.status in _TURNS and after.status is not before.status:
        return _TURNS[after.status]
    disputes = _disputes(after) - _disputes(before)
    if any(kind is ConflictKind.STATUS for kind, _ in disputes) and any(e.status is Status.DENIED for e in told):
        return ChangeKind.DENIED
    if not before.date.overlaps(after.date):
        # What was known to be reported only, and has its day now, was not moved; nor was what has taken place.
        is_past = before.status in FACT and after.status in FACT
        return ChangeKind.REVISED if is_past or before.date.basis is Basis.REPORTED else ChangeKind.MOVED
    if disputes or revised or after.date.length < before.date.length:
        return ChangeKind.REVISED
    if _is_firmer(before, after) or (is_news and _has_another_source(before, after, told)):
        return ChangeKind.CONFIRMED
    return None


def _is_firmer(before: Entry, after: Entry) -> bool:
    return _FIRMNESS.get(after.status, -1) > _FIRMNESS.get(before.status, -1)


def _has_another_source(before: Entry, after: Entry, told: Sequence[Evidence]) -> bool:
    """Whether another independent source bears out what stood before."""
    borne_out = any(
        evidence.status.bears_out(after.status) and _FIRMNESS.get(evidence.status, 0) >= _FIRMNESS.get(after.status, 0)
        for evidence in told
    )
    return borne_out and before.status.bears_out(after.status) and after.sources > before.sources


def _disputes(entry: Entry) -> set[tuple[ConflictKind, frozenset[str]]]:
    return {(conflict.kind, frozenset(claim.value for claim in conflict.claims)) for conflict in entry.conflicts}
