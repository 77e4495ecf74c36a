"""What is one event: passages of one story, told by different articles under different words."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dateline.languages import Language
from dateline.timeline.close.tellings import Telling
from dateline.timeline.memory import Memory
from dateline.timeline.merge import across_dates as across
from dateline.timeline.merge.blocking import Window, marks
from dateline.timeline.merge.likeness import Model, Rarity, likeness, model_of, rarity, together
from dateline.timeline.select.passages import by_publication

# Log odds from which two groups of one date are one. Of news clusters left out of the fit (train_merging.py --held-out)
# 95 of 100 merged entries were one event at 1.2, 91 at 1.0, and 96 at 1.5, where one in ten more is told twice.
LIKELY = 1.3
# Earlier tellings of a date that a new one is compared with: those that share the most with it.
_CANDIDATES = 24
# Times that a passage tells one date again and is compared each time, with the words around it.
_TOLD_AGAIN = 3


def merge(
    language: Language, tellings: Sequence[Telling], model: Model | None = None, memory: Memory | None = None
) -> list[list[Telling]]:
    """Group the tellings of a story into events, each group and the groups by publication.

    Tellings of one date join when they are likely of one event. Then what gives no day joins what is told of it; what
    is told by the week, the month or the year joins the day within it on which exactly one event fits; what was moved
    to another day joins what is told of that day; and so does what is surely one event though dated differently. The
    order of the input does not matter.

    `language` is that of the story. Another `model` than the one that comes with it is for measuring that.
    """
    rare = rarity(tellings, model or model_of(language), memory)
    by_date: dict[str, list[Telling]] = {}
    for telling in sorted(tellings, key=_order):
        by_date.setdefault(telling.passage.date.value, []).append(telling)
    groups = [group for value in sorted(by_date) for group in _on_one_date(by_date[value], rare)]
    for joined in (across.reported, across.finer, across.moved, across.slipped):
        groups = joined(groups, rare)
        for group in groups:
            group.sort(key=_order)
        groups.sort(key=lambda group: _order(group[0]))
    return groups


def _on_one_date(tellings: Sequence[Telling], rare: Rarity) -> list[list[Telling]]:
    """Group tellings that share a date value, in order of publication.

    From the likeliest pair on, the groups of its two are joined when they are likely one as a whole: that a passage is
    like one other is not enough where the rest of its group tells something else.
    """
    known: dict[tuple[int, int], float] = {}

    def like(one: int, other: int) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in known:
            known[pair] = likeness(tellings[pair[0]], tellings[pair[1]], rare)
        return known[pair]

    group_of = list(range(len(tellings)))
    groups = {number: [number] for number in group_of}

    def join(one: int, other: int) -> None:
        for number in groups[other]:
            group_of[number] = one
        groups[one] = sorted(groups[one] + groups.pop(other))

    twins = _twins(tellings)
    for first, twin in twins:
        join(group_of[first], twin)
    # A list that names one date a hundred times is not compared with the rest a hundred times.
    times = Counter[int]()
    again = set[int]()
    for first, twin in twins:
        times[first] += 1
        if times[first] > _TOLD_AGAIN:
            again.add(twin)
    likely = sorted((-like(*pair), *pair) for pair in _pairs(tellings, rare, again))
    for negated, *pair in likely:
        one, other = sorted(group_of[number] for number in pair)
        if -negated < LIKELY:
            break
        if one != other and (together(groups[one], groups[other], like) - negated) / 2 >= LIKELY:
            join(one, other)
    return [[tellings[number] for number in group] for group in groups.values()]


def _twins(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Numbers of the first telling and of each later one that one passage gives of the same date."""
    first: dict[tuple[str, int, int], int] = {}
    found = []
    for number, telling in enumerate(tellings):
        earlier = first.setdefault((telling.article.id, *telling.span), number)
        if earlier != number:
            found.append((earlier, number))
    return found


def _pairs(tellings: Sequence[Telling], rare: Rarity, but: AbstractSet[int]) -> list[tuple[int, int]]:
    """Numbers of tellings that share enough to be compared, the earlier one first; none of `but`."""
    window = Window(_CANDIDATES)
    return [
        (earlier, number)
        for number, telling in enumerate(tellings)
        if number not in but
        for earlier in window.alike_then_add(number, marks(telling, rare))
    ]


def _order(telling: Telling) -> tuple[str, str, int]:
    return by_publication(telling.passage)
