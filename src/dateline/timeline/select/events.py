"""Events in, those that are shown out: the events of the sentences that tell each date best, within its room."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.text.copies import Copies
from dateline.timeline.close.tellings import Telling
from dateline.timeline.select.limits import Limits, room
from dateline.timeline.select.passages import PassageKey
from dateline.timeline.select.sentences import SentenceChoice


@dataclass(frozen=True, slots=True)
class Event:
    """What becomes one entry."""

    tellings: Sequence[Telling]
    """By publication."""
    chosen: Telling | None
    """The one whose sentence was chosen to tell the date; None where none was."""


def every(groups: Sequence[Sequence[Telling]]) -> list[Event]:
    """Each group of tellings as an event that is shown."""
    return [Event(group, None) for group in groups]


def best(
    groups: Sequence[Sequence[Telling]], choices: Sequence[SentenceChoice], limits: Limits, copies: Copies
) -> list[Event]:
    """The events of the sentences that tell each date best.

    What follows the first of a date must fit into the words that its entries may have together, and may have to be told
    by a second independent article (`Limits`). Days come before months, so that what is told by the month as well
    stands under its day.
    """
    group_of: dict[PassageKey, tuple[int, Telling]] = {
        telling.passage.key: (number, telling) for number, group in enumerate(groups) for telling in group
    }
    taken: set[int] = set()
    events: list[Event] = []
    for choice in sorted(choices, key=lambda choice: choice.date.length):
        most = limits.entries(choice.date)
        left = room(most)
        picked = 0
        first_needs_another = limits.periods_need_another and bool(events) and not choice.date.is_day
        told = [sentence for sentence in choice.heads if sentence.key in group_of]
        # What tells of a date in passing gives way to what tells of nothing else.
        for sentence in sorted(told, key=lambda sentence: group_of[sentence.key][1].is_beside):
            number, telling = group_of[sentence.key]
            length = sentence.text.count(" ") + 1
            needs_another = limits.further_need_another if picked else first_needs_another
            alone = copies.independent(t.article.id for t in groups[number]) < 2
            if picked == most or number in taken or (picked and length > left) or (needs_another and alone):
                continue
            taken.add(number)
            picked += 1
            left -= length
            events.append(Event(groups[number], telling))
    return events
