"""One thing that happens once, told for two days: conflicts of dates between entries."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.events.mentions.event_kinds import happen_once
from dateline.languages import Language, made_once
from dateline.model import Conflict, ConflictKind, Evidence, Status
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.conflicts import claim
from dateline.timeline.describe.standing import Standing
from dateline.timeline.merge.likeness import Rarity, likeness, model_of, rarity

# Days by which two dates of one event may differ before they are taken for two events.
_DATE_SLIP = 3
# Tellings of either side that are compared.
_COMPARED = 6
# Log odds, dates aside, from which two tellings of what happens once are one event on two dates.
_SAME_BUT_FOR_DATE = 2.0

_Numbered = tuple[Sequence[Standing], Sequence[Sequence[Evidence]]]


def of_dates(
    language: Language, events: Sequence[Standing], evidence: Sequence[Sequence[Evidence]]
) -> Mapping[int, list[Conflict]]:
    """By the number of an event: conflicts with that of another day which tells the same thing that happens once.

    `language` is that of the story; `evidence[i][j]` is the passage of `events[i].tellings[j]`.
    """
    found: dict[int, list[Conflict]] = {}
    near = list(_near(events))
    if near:
        rare = rarity([telling for event in events for telling in event.tellings], model_of(language))
        for one, other in near:
            if (conflict := _rival((events, evidence), one, other, rare)) is not None:
                found.setdefault(one, []).append(conflict)
                found.setdefault(other, []).append(conflict)
    return found


def _near(events: Sequence[Standing]) -> Iterator[tuple[int, int]]:
    """Pairs of events of one kind that happens once, a few days apart."""
    by_kind: dict[str, list[int]] = {}
    for number, event in enumerate(events):
        if _is_settled(event):
            kinds = {kind for t in event.tellings if t.trigger for kind in t.kinds}
            for kind in sorted(kinds & happen_once(event.tellings[0].language)):
                by_kind.setdefault(kind, []).append(number)
    pairs: dict[tuple[int, int], None] = {}
    for numbers in by_kind.values():
        numbers.sort(key=lambda number: (events[number].date.first, number))
        for i, one in enumerate(numbers):
            for other in numbers[i + 1 :]:
                slip = (events[other].date.first - events[one].date.first).days
                if slip > _DATE_SLIP:
                    break
                if slip > 0:
                    pairs.setdefault((one, other))
    yield from pairs


def _is_settled(event: Standing) -> bool:
    return event.date.is_day and any(
        t.reading.status is Status.HAPPENED and not t.reading.is_speech for t in event.tellings
    )


def _rival(told: _Numbered, one: int, other: int, rare: Rarity) -> Conflict | None:
    """The conflict of two events in their date, from the pair of tellings most alike; None when they are two events."""
    events, evidence = told
    left, right = (events[number].tellings[:_COMPARED] for number in (one, other))
    pairs = [
        (i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if a.trigger and a.trigger == b.trigger and a.kinds & b.kinds & happen_once(a.language) and _one_object(a, b)
    ]
    if {evidence[one][i].origin for i, _ in pairs} & {evidence[other][j].origin for _, j in pairs}:
        return None
    score, i, j = max(((likeness(left[i], right[j], rare), -i, -j) for i, j in pairs), default=(0.0, 0, 0))
    if score < _SAME_BUT_FOR_DATE:
        return None
    sides = [(left[-i], evidence[one][-i]), (right[-j], evidence[other][-j])]
    sides.sort(key=lambda side: str(side[0].article.available))
    claims = tuple(claim(telling.passage.date.value, telling, passage) for telling, passage in sides)
    return Conflict(ConflictKind.DATE, claims)


def _one_object(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one verb may have one object: nobody leaves Pyongyang when he leaves Vladivostok."""
    objects = {name for telling in (one, other) if (name := _object(telling))}
    return len(objects) < 2 and not any(name.isdigit() for name in objects)


def _object(telling: Telling) -> str | None:
    trigger = telling.reading.trigger
    if trigger is None:
        return None
    behind, possessive = _phrases(telling.language)
    found = behind.match(telling.article.text, trigger.end, telling.span.end)
    dated = found and any(timex.start <= found.start(1) < timex.end for timex in telling.passage.siblings)
    return possessive.sub("", found[1]) if found and not dated else None


@made_once
def _phrases(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The object behind a verb, and the ending of a name that says whose something is."""
    file = "timeline/conflicts.toml"
    return language.pattern(file, "object"), language.pattern(file, "possessive")
