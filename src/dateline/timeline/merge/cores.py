"""A merged event in, what of it tells its happening out, and what only names it or tells something that goes with it.

Passages of one date are merged by all that they share, and a great event is named in many that tell something else:
`Rand resigned before the vote on Sunday`. Such a passage is of the same matter and no evidence that it took place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from dateline.model import Status
from dateline.timeline.close import plan_moves as moves
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.standing import standing
from dateline.timeline.headlines import headline
from dateline.timeline.memory import Memory
from dateline.timeline.merge.apart import kept_apart
from dateline.timeline.merge.happening import tells_the_same
from dateline.timeline.select.events import Event
from dateline.timeline.select.passages import PassageKey

# What is told as having been is no plan.
_FACT = frozenset({Status.HAPPENED, Status.ONGOING})


def with_cores(events: Iterable[Event], memory: Memory | None = None) -> list[Event]:
    """The events, each resting on what tells its happening; what else was merged is further, or of another day its own.

    The happening is that of the headline, or where that only names it what most articles tell.
    """
    found = []
    memory = memory or Memory()
    for event in events:
        rests_on = (event.chosen, *event.tellings)
        core, rest = memory.get(("core", *event.tellings[0].passage.key), rests_on, partial(_split, event))
        day = standing(core).date
        own = [telling for telling in rest if not telling.passage.date.overlaps(day)]
        beside = [telling for telling in rest if telling.passage.date.overlaps(day)]
        found.append(replace(event, tellings=core, further=beside))
        found += [Event(part, None) for part in _parts(own)]
    return found


def _split(event: Event) -> tuple[Sequence[Telling], list[Telling]]:
    group = event.tellings
    parts = _parts(group)
    if len(parts) == 1:
        return group, []
    stands = standing(group)
    head = group[headline(group, stands.status, stands.date, event.chosen)]
    is_moved = any(moves.is_new_day(telling.passage) for telling in group)
    core = max(
        parts,
        key=lambda part: (
            any(moves.is_new_day(telling.passage) for telling in part),
            any(telling.passage.date == stands.date for telling in part),
            any(not telling.reading.in_passing for telling in part),
            head.passage.key in _keys(part),
            len({telling.article.id for telling in part}),
        ),
    )
    # What was planned for the old day is of the plan that was moved.
    day = standing(core).date
    kept = _keys(core) | _keys(
        telling
        for telling in group
        if moves.is_new_day(telling.passage)
        or (is_moved and telling.reading.status not in _FACT and not telling.passage.date.overlaps(day))
    )
    return (
        [telling for telling in group if telling.passage.key in kept],
        [telling for telling in group if telling.passage.key not in kept],
    )


def _parts(group: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings, those together that tell one happening by way of others."""
    parts: list[list[Telling]] = []
    for telling in group:
        near = [
            part
            for part in parts
            if any(tells_the_same(telling, other) for other in part)
            and not any(kept_apart(telling, other) for other in part)
        ]
        others = [part for part in parts if not any(part is one for one in near)]
        parts = [*others, [*(other for part in near for other in part), telling]]
    return parts


def _keys(tellings: Iterable[Telling]) -> set[PassageKey]:
    return {telling.passage.key for telling in tellings}
