"""Where passages about one event disagree: in numbers, in whether it is so, in its day and in its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from dateline.entities.toponyms import Location
from dateline.languages import Language, made_once
from dateline.model import Claim, Conflict, ConflictKind, Evidence, Status
from dateline.reading.figures.dated import is_of_date
from dateline.reading.figures.finding import Figure
from dateline.text.words import word_list
from dateline.timeline.close.plan_moves import is_new_day
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.standing import by_availability
from dateline.timeline.merge.apart import go_other_ways, outcomes
from dateline.timeline.merge.place_distance import apart, where

# Modifiers that leave room for another figure: at least four and nine do not disagree, at least fifteen and nine do.
_FROM = frozenset({"EQUAL_OR_MORE", "MORE_THAN"})
_UP_TO = frozenset({"EQUAL_OR_LESS", "LESS_THAN"})
# What `about` may be off by, as a share of the figure.
_ROUGHLY = 0.15
# Share of the words of the shorter of two passages from which a denial is of what the other says.
_SAME_MATTER = 1 / 3
# Tellings from the first on, and up to the last, that are compared with each other: an event told more often than twice
# this is told much the same in between.
_COMPARED = 100
# Days that a date covers at most for a denial to be of what another passage tells for it: in a year much is denied.
_LONGEST_DISPUTED = 31
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED})
# Characters before a verb in which its negation stands.
_NEGATED = 30

_WORD = re.compile(r"[^\W\d_]+")


class _Words(NamedTuple):
    """By what it is told that something is not so; `conflicts.toml` says what each is."""

    denials: frozenset[str]
    refusals: frozenset[str]
    denying: frozenset[str]
    negation: re.Pattern[str]
    condition: re.Pattern[str]


@made_once
def _words(language: Language) -> _Words:
    file = "timeline/conflicts.toml"
    return _Words(
        word_list(language, "denials"),
        word_list(language, "refusals"),
        language.words(file, "denying"),
        language.pattern(file, "negation"),
        language.pattern(file, "condition"),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling with the passage as it is shown."""

    telling: Telling
    evidence: Evidence

    @property
    def origin(self) -> str | None:
        return self.evidence.origin


def find(group: Sequence[Telling], evidence: Sequence[Evidence]) -> tuple[Conflict, ...]:
    """Conflicts within one event, told by `group`, each telling shown by the passage of its number.

    Only different sources can disagree: what one outlet writes twice is not a conflict, and what it or another one
    brings up to date is none either.
    """
    told = [_Told(telling, passage) for telling, passage in zip(group, evidence, strict=True)]
    told.sort(key=lambda one: by_availability(one.telling))
    told = _of_each_kind(told)
    return (*_numbers(told), *_status(told), *_outcomes(told), *_dates(told), *_places(told))


def _of_each_kind(told: Sequence[_Told]) -> list[_Told]:
    """The first telling of each source that says what none of its own said before; of very many the first and last."""
    first: dict[tuple[object, ...], _Told] = {}
    for one in told:
        telling = one.telling
        counted = tuple((figure.counts, figure.value) for figure in telling.figures)
        said = (
            one.origin,
            telling.reading.status,
            telling.passage.date.value,
            telling.trigger,
            telling.places,
            counted,
        )
        first.setdefault((*said, telling.reading.said_by), one)
    kept = list(first.values())
    return kept if len(kept) <= 2 * _COMPARED else [*kept[:_COMPARED], *kept[-_COMPARED:]]


def claim(value: str, telling: Telling, evidence: Evidence, sources: int = 1) -> Claim:
    """A claim that a passage is the first to make."""
    return Claim(value, evidence, telling.article.available, max(1, sources))


@dataclass(frozen=True, slots=True)
class _Count:
    figure: Figure
    told: _Told

    @property
    def origin(self) -> str | None:
        return self.told.origin


def _numbers(told: Sequence[_Told]) -> Iterator[Conflict]:
    things: list[list[_Count]] = []
    for one in told:
        for figure in one.telling.figures:
            if figure.is_part or is_of_date(figure, one.telling.passage.siblings, one.telling.span.start):
                continue
            count = _Count(figure, one)
            rows = next((rows for rows in things if any(_of_one_thing(row, count) for row in rows)), None)
            if rows is None:
                things.append(rows := [])
            rows.append(count)
    for rows in things:
        if claims := _disagreeing(rows):
            yield Conflict(ConflictKind.NUMBER, claims)


def _of_one_thing(one: _Count, other: _Count) -> bool:
    """Whether two figures count one thing: of what is no toll, three that met and fifteen that wrote are not one."""
    a, b = one.told.telling, other.told.telling
    apart = a.trigger and b.trigger and not _same_verb(a, b) and not one.figure.grows
    return not apart and one.figure.same_thing(other.figure)


def _disagreeing(rows: Sequence[_Count]) -> tuple[Claim, ...]:
    """The first claim of each figure that cannot stand beside another source's; empty where all can."""
    if _one_source_gives_all(rows):
        return ()
    rivals = [row for row in rows if any(_rival_counts(row, other) for other in rows)]
    first: dict[float, _Count] = {}
    for row in rivals:
        first.setdefault(row.figure.value, row)
    return tuple(
        claim(
            row.figure.text,
            row.told.telling,
            row.told.evidence,
            len({other.origin for other in rows if other.figure.value == value}),
        )
        for value, row in first.items()
    )


def _rival_counts(one: _Count, other: _Count) -> bool:
    return (
        one.origin != other.origin
        and not _compatible(one.figure, other.figure)
        and not (one.figure.grows and _day(one.told) != _day(other.told))
    )


def _compatible(one: Figure, other: Figure) -> bool:
    low, high = sorted((one, other), key=lambda figure: figure.value)
    if low.value == high.value or low.mod in _FROM or high.mod in _UP_TO or (low.to or low.value) >= high.value:
        return True
    return "APPROX" in {low.mod, high.mod} and high.value - low.value <= _ROUGHLY * high.value


def _one_source_gives_all(rows: Sequence[_Count]) -> bool:
    """Whether one source gives all the figures: then it counts two things, or brings its own up to date."""
    values = {row.figure.value for row in rows}
    return any(
        {row.figure.value for row in rows if row.origin == origin} == values for origin in {row.origin for row in rows}
    )


def _status(told: Sequence[_Told]) -> Iterator[Conflict]:
    denials = [one for one in told if one.telling.reading.status is Status.DENIED and _is_denial(one)]
    pair = next(((yes, no) for no in denials for yes in told if _denies(yes, no)), None)
    if pair is None:
        return
    affirming = {one.origin for one in told if one.telling.reading.status.affirms}
    sides = [(pair[0], len(affirming)), (pair[1], len({one.origin for one in denials}))]
    sides.sort(key=lambda side: told.index(side[0]))
    yield Conflict(
        ConflictKind.STATUS,
        tuple(claim(str(one.telling.reading.status), one.telling, one.evidence, count) for one, count in sides),
    )


def _outcomes(told: Sequence[_Told]) -> Iterator[Conflict]:
    """Two sources that tell one matter settled both ways: accepted and rejected."""
    pair = next(
        (
            (one, other)
            for one, other in combinations(told, 2)
            if one.origin != other.origin
            and go_other_ways(one.telling, other.telling, outcomes(one.telling.language))
            and one.telling.reading.status.affirms
            and other.telling.reading.status.affirms
        ),
        None,
    )
    if pair:
        yield Conflict(ConflictKind.STATUS, tuple(claim(_verb(one.telling), one.telling, one.evidence) for one in pair))


def _verb(telling: Telling) -> str:
    trigger = telling.reading.trigger
    return trigger.of(telling.article.text) if trigger else str(telling.reading.status)


def _is_denial(one: _Told) -> bool:
    """Whether it is the event that is denied: by a word of denial or refusal, or a negation right before its verb."""
    telling, text, known = one.telling, one.telling.exact, _words(one.telling.language)
    if known.condition.search(text):
        return False
    words = _WORD.findall(text.lower())
    if not (known.denials | known.refusals).isdisjoint(words) or not known.denying.isdisjoint(words[:1]):
        return True
    trigger = telling.reading.trigger
    before = telling.article.text[max(telling.span.start, trigger.start - _NEGATED) : trigger.start] if trigger else ""
    return known.negation.search(before) is not None


def _denies(yes: _Told, no: _Told) -> bool:
    """Whether a denial of one source is of what another one says is so or may be."""
    speakers = {yes.telling.reading.said_by, no.telling.reading.said_by}
    return (
        yes.telling.reading.status.affirms
        and max(yes.telling.passage.date.length, no.telling.passage.date.length) <= _LONGEST_DISPUTED
        and yes.origin != no.origin
        and (len(speakers) > 1 or speakers == {None})
        and _same_matter(yes.telling, no.telling)
    )


def _same_matter(one: Telling, other: Telling) -> bool:
    """Whether two tellings speak of one verb or kind of event; or the other denies it in much the same words."""
    if (one.trigger and one.trigger == other.trigger) or one.kinds & other.kinds:
        return True
    shorter = min(len(one.words), len(other.words))
    shares = bool(shorter) and len(one.words & other.words) >= _SAME_MATTER * shorter
    return shares and not _words(other.language).denials.isdisjoint(_WORD.findall(other.exact.lower()))


def _dates(told: Sequence[_Told]) -> Iterator[Conflict]:
    """Facts on two days, or plans that two sources tell for two days on one day; of what was not put off."""
    by_day: dict[str, list[_Told]] = {}
    if any(one.telling.reading.status is Status.POSTPONED or is_new_day(one.telling.passage) for one in told):
        return
    for one in told:
        date = one.telling.passage.date
        if date.is_day and one.telling.passage.is_dated and one.telling.reading.status.affirms:
            by_day.setdefault(date.value, []).append(one)
    pairs = combinations(by_day.values(), 2)
    rivals = [pair for pair in pairs if any(_rival_days(a, b) for a in pair[0] for b in pair[1])]
    values = dict.fromkeys(side[0].telling.passage.date.value for pair in rivals for side in pair)
    if values:
        yield Conflict(
            ConflictKind.DATE,
            tuple(
                claim(value, side[0].telling, side[0].evidence, len({one.origin for one in side}))
                for value in values
                for side in (by_day[value],)
            ),
        )


def _rival_days(one: _Told, other: _Told) -> bool:
    statuses = {one.telling.reading.status, other.telling.reading.status}
    return (
        one.origin != other.origin
        and one.telling.article.id != other.telling.article.id
        and (statuses == {Status.HAPPENED} or (statuses <= _AHEAD and _day(one) == _day(other)))
        and not (one.telling.reading.is_speech or other.telling.reading.is_speech)
    )


def _located(telling: Telling, place: str) -> Location | None:
    return telling.named.names.toponyms.locate(place)


def _places(told: Sequence[_Told]) -> Iterator[Conflict]:
    """Two places that cannot be one, each told as where the same thing took place or is to."""
    placed = [(one, name) for one in told if one.telling.reading.status.affirms and (name := where(one.telling))]
    for (one, name), (other, elsewhere) in combinations(placed, 2):
        if one.origin == other.origin or name == elsewhere or not _same_verb(one.telling, other.telling):
            continue
        text, its_text = one.telling.article.text, other.telling.article.text
        far = apart(_located(one.telling, name), _located(other.telling, elsewhere))
        # Of places that no gazetteer settles, one may lie within the other: then an article names both.
        if far or (far is None and elsewhere not in text and name not in its_text):
            yield Conflict(
                ConflictKind.PLACE,
                (claim(name, one.telling, one.evidence), claim(elsewhere, other.telling, other.evidence)),
            )
            return


def _same_verb(one: Telling, other: Telling) -> bool:
    return bool((one.trigger and one.trigger == other.trigger) or one.kinds & other.kinds)


def _day(one: _Told) -> str:
    return str(one.telling.article.available)
