"""Events in, fewer out: what further passages tell of the same matter stands under its line and not beside it.

Merging is strict, since what it joins has one status and one date. The tellings of a day's main event that it cannot
reach, and what one speaker says on one day, are of one matter all the same: a reader wants them in one place.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.languages import Language
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.standing import standing
from dateline.timeline.merge.across_dates import as_one
from dateline.timeline.merge.apart import is_part
from dateline.timeline.merge.blocking import Window, marks
from dateline.timeline.merge.likeness import STANDING, Rarity, are_two, model_of, rarity
from dateline.timeline.select.events import Event

# Log odds, dates aside, from which two events of one day are of one matter, of one week, month or year, in which more
# happens that is alike, and of what one speaker says on a day. By reading what was gathered in a score of stories.
_ONE_MATTER, _ONE_COARSE_MATTER = 0.0, 0.6
_ONE_SPEECH = -1.5
# Events of a day that one is compared with: those that share the most with it.
_CANDIDATES = 12


def gathered(language: Language, events: Sequence[Event], importance: Sequence[float]) -> list[Event]:
    """The events, each with what others tell of the same matter on the same date; in their order.

    `importance[i]` is that of `events[i]`: the weightier one holds the other.
    """
    rare = rarity([telling for event in events for telling in event.tellings], model_of(language))
    by_date: dict[str, list[int]] = {}
    stands = [standing(event.tellings) for event in events]
    for number, one in enumerate(stands):
        by_date.setdefault(one.date.value, []).append(number)
    under: dict[int, int] = {}
    for numbers in by_date.values():
        window = Window(_CANDIDATES)
        for number in sorted(numbers, key=lambda number: (-importance[number], number)):
            own = sorted({m for t in events[number].tellings[:STANDING] for m in marks(t, rare)})
            near = [n for n in window.alike(own) if stands[number].status.bears_out(stands[n].status)]
            is_day = stands[number].date.is_day
            likely = [(_above(events[n].tellings, events[number].tellings, rare, is_day=is_day), -n) for n in near]
            best = max(likely, default=(-1.0, 0))
            if best[0] > 0:
                under[number] = -best[1]
            else:
                window.add(number, own)
    further: dict[int, list[Telling]] = {}
    for number, holder in sorted(under.items()):
        further.setdefault(holder, []).extend((*events[number].tellings, *events[number].further))
    return [
        replace(event, further=(*event.further, *further.get(number, ())))
        for number, event in enumerate(events)
        if number not in under
    ]


def _above(holder: Sequence[Telling], other: Sequence[Telling], rare: Rarity, *, is_day: bool) -> float:
    """By how much two groups of one date are likelier of one matter than they must be; below 0 where they are of two.

    `is_day` is whether their date is a day.
    """
    pairs = [(a, b) for a in holder[:STANDING] for b in other[:STANDING]]
    if any(are_two(a, b) for a, b in pairs) or all(_is_elsewhere(a, b) for a, b in pairs):
        return -1.0
    least = _ONE_SPEECH if _is_one_speech(holder, other) else _ONE_MATTER
    return as_one(list(holder), list(other), rare) - (least if is_day else _ONE_COARSE_MATTER)


def _is_elsewhere(one: Telling, other: Telling) -> bool:
    """Whether both name places and none of one is, or holds, one of the other: `Lindow`, `the Lindow harbour`."""
    if not (one.places_named and other.places_named):
        return False
    return not any(is_part(a, b) for a in one.places_named for b in other.places_named)


def _is_one_speech(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Whether all of both is what one speaker says."""
    speakers = {telling.reading.said_by if telling.is_statement else None for telling in (*one, *other)}
    return len(speakers) == 1 and None not in speakers
