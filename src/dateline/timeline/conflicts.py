"""Where passages about one event disagree: in numbers, in whether it is so, and in its date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.events.kinds import happen_once
from dateline.model import Claim, Conflict, Evidence, Granularity, Status
from dateline.timeline.figures import Figure
from dateline.timeline.likeness import Rarity, likeness
from dateline.timeline.tellings import Telling

# Statuses by which an event takes place, is to, or may. What is called off is brought up to date, what is denied is
# disputed.
_AFFIRMED = frozenset({Status.HAPPENED, Status.ONGOING, Status.SCHEDULED, Status.EXPECTED, Status.UNCERTAIN})
# Modifiers that leave room for another figure: at least four and nine do not disagree, at least fifteen and nine do.
_FROM = frozenset({"EQUAL_OR_MORE", "MORE_THAN"})
_UP_TO = frozenset({"EQUAL_OR_LESS", "LESS_THAN"})
# What `about` may be off by, as a share of the figure.
_ROUGHLY = 0.15
# Days by which two dates of one event may differ before they are taken for two events.
_DATE_SLIP = 3
# Tellings of either side that are compared.
_COMPARED = 6
# Log odds, dates aside, from which two tellings of what happens once are one event on two dates.
_SAME_BUT_FOR_DATE = 2.0


@dataclass(frozen=True, slots=True)
class _Count:
    figure: Figure
    source: str
    evidence: Evidence


def find(
    evidence: Sequence[Evidence], sources: Sequence[str], counted: Sequence[Sequence[Figure]]
) -> tuple[Conflict, ...]:
    """Conflicts in number and status within one event.

    `sources[i]` is the independent source of `evidence[i]`, `counted[i]` what it counts; all by publication. Only
    different sources can disagree: what one outlet writes twice is not a conflict, and a figure that it raises is
    brought up to date.
    """
    return (*_numbers(evidence, sources, counted), *_status(evidence, sources))


def _numbers(
    evidence: Sequence[Evidence], sources: Sequence[str], counted: Sequence[Sequence[Figure]]
) -> list[Conflict]:
    things: list[list[_Count]] = []
    for passage, source, figures in zip(evidence, sources, counted, strict=True):
        for figure in figures:
            rows = next((rows for rows in things if any(row.figure.same_count(figure) for row in rows)), None)
            if rows is None:
                things.append(rows := [])
            rows.append(_Count(figure, source, passage))
    return [Conflict("number", claims) for rows in things if (claims := _disagreeing(rows))]


def _disagreeing(rows: Sequence[_Count]) -> tuple[Claim, ...]:
    """The first claim of each figure that cannot stand beside another source's; empty where all can."""
    if _one_source_gives_all(rows):
        return ()
    rivals = {
        row.figure.value
        for row in rows
        if any(row.source != other.source and not _compatible(row.figure, other.figure) for other in rows)
    }
    first: dict[int, _Count] = {}
    for row in rows:
        if row.figure.value in rivals:
            first.setdefault(row.figure.value, row)
    return tuple(Claim(row.figure.text, row.evidence) for row in first.values())


def _compatible(one: Figure, other: Figure) -> bool:
    low, high = sorted((one, other), key=lambda figure: figure.value)
    if low.value == high.value or low.mod in _FROM or high.mod in _UP_TO:
        return True
    return "APPROX" in {low.mod, high.mod} and high.value - low.value <= _ROUGHLY * high.value


def _one_source_gives_all(rows: Sequence[_Count]) -> bool:
    """Whether one source gives all the figures: then it counts two things, or brings its own up to date."""
    values = {row.figure.value for row in rows}
    return any(
        {row.figure.value for row in rows if row.source == source} == values for source in {row.source for row in rows}
    )


def _status(evidence: Sequence[Evidence], sources: Sequence[str]) -> list[Conflict]:
    told = list(zip(evidence, sources, strict=True))
    denials = [(passage, source) for passage, source in told if passage.status is Status.DENIED]
    pairs = (
        (yes, no)
        for no, denier in denials
        for yes, source in told
        if yes.status in _AFFIRMED and source != denier and (yes.said_by is None or yes.said_by != no.said_by)
    )
    pair = next(pairs, None)
    if pair is None:
        return []
    order = {id(passage): number for number, passage in enumerate(evidence)}
    claims = sorted(pair, key=lambda passage: order[id(passage)])
    return [Conflict("status", tuple(Claim(str(passage.status), passage) for passage in claims))]


def of_dates(
    groups: Sequence[Sequence[Telling]],
    evidence: Sequence[Sequence[Evidence]],
    sources: Sequence[Sequence[str]],
    rare: Rarity,
) -> Mapping[int, list[Conflict]]:
    """By the number of a group: conflicts with a group of another day that tells the same thing which happens once.

    For each group its tellings, and of each the evidence and its independent source.
    """
    found: dict[int, list[Conflict]] = {}
    by_kind: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        if _is_settled(group):
            for kind in sorted({kind for t in group if t.trigger for kind in t.kinds} & happen_once()):
                by_kind.setdefault(kind, []).append(number)
    pairs: dict[tuple[int, int], None] = {}
    for numbers in by_kind.values():
        numbers.sort(key=lambda number: (groups[number][0].passage.date.first, number))
        for i, one in enumerate(numbers):
            day = groups[one][0].passage.date.first
            for other in numbers[i + 1 :]:
                slip = (groups[other][0].passage.date.first - day).days
                if slip > _DATE_SLIP:
                    break
                if slip > 0:
                    pairs.setdefault((one, other))
    for one, other in pairs:
        if (claim := _rival(groups, evidence, sources, one, other, rare)) is not None:
            found.setdefault(one, []).append(claim)
            found.setdefault(other, []).append(claim)
    return found


def _is_settled(group: Sequence[Telling]) -> bool:
    return group[0].passage.date.granularity is Granularity.DAY and any(
        t.reading.status is Status.HAPPENED and not t.reading.is_speech for t in group
    )


def _rival(
    groups: Sequence[Sequence[Telling]],
    evidence: Sequence[Sequence[Evidence]],
    sources: Sequence[Sequence[str]],
    one: int,
    other: int,
    rare: Rarity,
) -> Conflict | None:
    """The conflict of two groups in their date, from the pair of tellings most alike; None when they are two events."""
    pairs = [
        (i, j)
        for i, a in enumerate(groups[one][:_COMPARED])
        for j, b in enumerate(groups[other][:_COMPARED])
        if a.trigger and a.trigger == b.trigger and a.kinds & b.kinds & happen_once()
    ]
    if {sources[one][i] for i, _ in pairs} & {sources[other][j] for _, j in pairs}:
        return None
    best = max(((likeness(groups[one][i], groups[other][j], rare), -i, -j) for i, j in pairs), default=(0.0, 0, 0))
    if best[0] < _SAME_BUT_FOR_DATE:
        return None
    claims = [
        (groups[one][-best[1]], evidence[one][-best[1]]),
        (groups[other][-best[2]], evidence[other][-best[2]]),
    ]
    claims.sort(key=lambda claim: str(claim[0].article.published))
    return Conflict("date", tuple(Claim(telling.passage.date.value, passage) for telling, passage in claims))
