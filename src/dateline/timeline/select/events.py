"""Events in, those that are shown out: the events of the sentences that tell each date best, within its room."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dateline.text.copies import Copies
from dateline.timeline.close.tellings import Telling
from dateline.timeline.select.passages import PassageKey
from dateline.timeline.select.sentences import SentenceChoice


@dataclass(frozen=True, slots=True)
class Event:
    """What becomes one entry."""

    tellings: Sequence[Telling]
    """By publication."""
    chosen: Telling | None
    """The one whose sentence was chosen to tell the date; None where none was."""
    further: Sequence[Telling] = ()
    """What others tell of the same matter on the same day."""


def every(groups: Sequence[Sequence[Telling]]) -> list[Event]:
    """Each group of tellings as an event that is shown."""
    return [Event(group, None) for group in groups]


def best(
    groups: Sequence[Sequence[Telling]],
    choices: Sequence[SentenceChoice],
    undated_alone: float,
    copies: Copies,
    kept: Collection[PassageKey] = (),
) -> list[Event]:
    """The events of the sentences that tell each date best, within its quota, and what only opens reports.

    Days come before months, so that what is told by the month as well stands under its day. What gives no day needs a
    second independent article, but for such a share of it, the first published first. What is `kept` has its event in
    any case.
    """
    group_of: dict[PassageKey, tuple[int, Telling]] = {
        telling.passage.key: (number, telling) for number, group in enumerate(groups) for telling in group
    }
    taken: set[int] = set()
    events: list[Event] = []
    for choice in sorted(choices, key=lambda choice: choice.date.length):
        left = choice.quota.words
        picked = 0
        told = [sentence for sentence in choice.heads if sentence.key in group_of]
        # What tells of a date in passing gives way to what tells of nothing else.
        for sentence in sorted(told, key=lambda sentence: group_of[sentence.key][1].is_beside):
            number, telling = group_of[sentence.key]
            length = sentence.text.count(" ") + 1
            is_alone = bool(events) and picked >= choice.quota.alone and not _has_another(groups[number], copies)
            if picked == choice.quota.entries or number in taken or (picked and length > left) or is_alone:
                continue
            taken.add(number)
            picked += 1
            left -= length
            events.append(Event(groups[number], telling))
    always = [number for number, group in enumerate(groups) if any(one.passage.key in kept for one in group)]
    events += [Event(groups[number], None) for number in always if number not in taken]
    taken.update(always)
    undated = [
        group
        for number, group in enumerate(groups)
        if number not in taken and not any(telling.passage.is_dated for telling in group)
    ]
    shared = [group for group in undated if _has_another(group, copies)]
    alone = [group for group in undated if not _has_another(group, copies)]
    return [*events, *(Event(group, None) for group in [*shared, *alone[: round(undated_alone * len(alone))]])]


def _has_another(group: Sequence[Telling], copies: Copies) -> bool:
    return copies.independent(telling.article.id for telling in group) > 1
