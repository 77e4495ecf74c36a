"""What is one event: passages of one story, told by different articles under different words."""

from collections import Counter
from collections.abc import Sequence

from dateline.model import Status
from dateline.timeline.likeness import FINE, NEVER, Rarity, likeness, rarity
from dateline.timeline.tellings import Telling

# Tellings of a group that a new one is compared with: the first ones, which made it what it is.
_COMPARED = 6
# Groups that a telling is compared with at most: those that share the most with it.
_CANDIDATES = 12

# Groups of one date beyond which what they share finds no candidates any more: it is no mark of any of them, and the
# time would grow with the square of what is told of the date.
_WIDESPREAD = 64

# Log odds between a telling of one group and one of another from which the groups are one: they were started apart by
# what was told first. By reading such pairs of a score of stories: above it all were one event, at 0 half of them.
_SURELY_ONE = 1.0

# What lies ahead or is in doubt: told at a coarser grain, it may be fulfilled on another day.
_OPEN = frozenset({Status.EXPECTED, Status.SCHEDULED, Status.PROPOSED, Status.UNCERTAIN})


def merge(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Group the tellings of a story into events, each group and the groups by publication.

    Tellings of one date join when they are likely of one event; then what is told by the month or the year joins the
    day on which exactly one event fits. The order of the input does not matter.
    """
    rare = rarity(tellings)
    groups = []
    by_date: dict[str, list[Telling]] = {}
    for telling in sorted(tellings, key=by_publication):
        by_date.setdefault(telling.passage.date.value, []).append(telling)
    for value in sorted(by_date):
        groups += _joined(_on_one_date(by_date[value], rare), rare)
    groups = _coarse_into_fine(groups, rare)
    for group in groups:
        group.sort(key=by_publication)
    return sorted(groups, key=lambda group: by_publication(group[0]))


def _on_one_date(tellings: Sequence[Telling], rare: Rarity) -> list[list[Telling]]:
    """Group tellings that share a date value, in order of publication: each joins the group it is most like."""
    groups: list[list[Telling]] = []
    holding: dict[str, dict[int, None]] = {}
    of_article: dict[tuple[int, str], list[Telling]] = {}
    for telling in tellings:
        own = _features(telling, rare)
        near: dict[int, float] = {}
        for feature, weight in own:
            numbers = holding.get(feature, {})
            for number in numbers if len(numbers) <= _WIDESPREAD else ():
                near[number] = near.get(number, 0.0) + weight
        ranked = sorted(near, key=lambda number: (-near[number], number))[:_CANDIDATES]
        likely = (
            (_likeness(telling, groups[n], of_article.get((n, telling.article.id), ()), rare), len(groups[n]), -n)
            for n in ranked
        )
        best = max(likely, default=(0.0, 0, 0))
        if best[0] > 0:
            joined = -best[2]
            groups[joined].append(telling)
        else:
            joined = len(groups)
            groups.append([telling])
        of_article.setdefault((joined, telling.article.id), []).append(telling)
        for feature, _ in own:
            holding.setdefault(feature, {})[joined] = None
    return groups


def _joined(groups: Sequence[list[Telling]], rare: Rarity) -> list[list[Telling]]:
    """Groups of one date, those joined that have tellings surely of one event."""
    kept: list[list[Telling]] = []
    holding: dict[str, dict[int, None]] = {}
    for group in groups:
        near: Counter[int] = Counter()
        own = sorted({feature for telling in group[:_COMPARED] for feature, _ in _features(telling, rare)})
        for feature in own:
            numbers = holding.get(feature, {})
            near.update(list(numbers) if len(numbers) <= _WIDESPREAD else ())
        ranked = sorted(near, key=lambda number: (-near[number], number))[:_CANDIDATES]
        joined = next((n for n in ranked if _surely_one(kept[n], group, rare)), len(kept))
        if joined == len(kept):
            kept.append([])
        kept[joined].extend(group)
        for feature in own:
            holding.setdefault(feature, {})[joined] = None
    return kept


def _surely_one(one: Sequence[Telling], other: Sequence[Telling], rare: Rarity) -> bool:
    pairs = [(a, b) for a in one[:_COMPARED] for b in other[:_COMPARED]]
    if any(a.article.id == b.article.id and a.span.overlaps(b.span) for a, b in pairs):
        return False
    return any(likeness(a, b, rare) >= _SURELY_ONE for a, b in pairs)


def _features(telling: Telling, rare: Rarity) -> list[tuple[str, float]]:
    """What candidates must share at least one of, with its weight."""
    return [
        *((f"w {word}", rare.words[word]) for word in sorted(telling.words)),
        *((f"n {name}", rare.names[name]) for name in sorted(telling.names | telling.places_named)),
        *((f"k {kind}", 1.0) for kind in sorted(telling.kinds)),
    ]


def _likeness(telling: Telling, group: Sequence[Telling], of_article: Sequence[Telling], rare: Rarity) -> float:
    """How like a telling is to a group: to the one of it that it is most like.

    `of_article` are those of the group that the telling's own article tells: one passage is in one group, and two
    passages that overlap are in two.
    """
    twins = [other for other in of_article if other.span.overlaps(telling.span)]
    if twins:
        return -NEVER if any(other.span == telling.span for other in twins) else NEVER
    return max(likeness(telling, other, rare) for other in group[:_COMPARED])


def _coarse_into_fine(groups: Sequence[list[Telling]], rare: Rarity) -> list[list[Telling]]:
    """Let what is told by a coarser date join the one event of a finer date within it that fits."""
    ordered = sorted(groups, key=lambda group: (_days(group), group[0].passage.date.first, by_publication(group[0])))
    kept: list[list[Telling]] = []
    naming: dict[tuple[int, str], list[int]] = {}
    for group in ordered:
        if group[0].passage.date.granularity not in FINE and all(t.reading.status not in _OPEN for t in group):
            near = Counter(n for year in _years(group) for name in _named(group) for n in naming.get((year, name), ()))
            within = [number for number in near if _holds(group, kept[number])]
            within.sort(key=lambda number: (-near[number], number))
            fits = [kept[number] for number in within[:_CANDIDATES] if _fits(group, kept[number], rare)]
            if len(fits) == 1:
                fits[0].extend(group)
                continue
        for year in _years(group):
            for name in _named(group):
                naming.setdefault((year, name), []).append(len(kept))
        kept.append(group)
    return kept


def _fits(coarse: Sequence[Telling], fine: Sequence[Telling], rare: Rarity) -> bool:
    """Whether one of the first tellings of a coarser date is likely of the event of a finer one."""
    told = {telling.article.id for telling in coarse[:_COMPARED]}
    of_article: dict[str, list[Telling]] = {}
    for other in fine:
        if other.article.id in told:
            of_article.setdefault(other.article.id, []).append(other)
    return any(_likeness(t, fine, of_article.get(t.article.id, ()), rare) > 0 for t in coarse[:_COMPARED])


def _named(group: Sequence[Telling]) -> list[str]:
    """Every name in the tellings of a group."""
    return sorted({name for telling in group for name in telling.names | telling.ties | telling.places_named})


def _years(group: Sequence[Telling]) -> range:
    date = group[0].passage.date
    return range(date.first.year, date.last.year + 1)


def _holds(coarse: Sequence[Telling], fine: Sequence[Telling]) -> bool:
    """Whether the date of one group lies within the longer one of another."""
    outer, inner = coarse[0].passage.date, fine[0].passage.date
    return _days(fine) < _days(coarse) and outer.first <= inner.first and inner.last <= outer.last


def _days(group: Sequence[Telling]) -> int:
    date = group[0].passage.date
    return (date.last - date.first).days


def by_publication(telling: Telling) -> tuple[str, str, int]:
    """Tellings in order of publication, then of article and place in it."""
    article = telling.article
    return (article.published.isoformat() if article.published else "9999", article.id, telling.passage.timex.start)
