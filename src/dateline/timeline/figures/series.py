"""Figures that several reports bring up to date: which of them belong together."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from dateline.events.mentions.event_kinds import kinds
from dateline.languages import Language, made_once
from dateline.model import Evidence, Point, Series, Span, Status
from dateline.reading.figures.dated import BACKGROUND_DAYS
from dateline.reading.figures.finding import Figure, counting
from dateline.timeline.close.stretches import Stretches
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.figures.candidates import CandidateFigure, Key, are_told_to_change, most_beside
from dateline.timeline.select.passages import PassageKey
from dateline.times.values import days

# Days between a figure and the next one of it at most.
_DAYS_APART = {"toll": BACKGROUND_DAYS, "measure": 180}
# The share of the figure before below which a lower one needs words that say that it fell; a toll never falls so far,
# though what one source raises it to may be less than what another one had.
_FELL = 0.8
# Words that two passages share at least where neither names anybody.
_WORDS_SHARED = 2
# Tellings of a series that a new one is compared with: the latest.
_COMPARED = 8
# Series of one thing that are open to a new figure: the latest. In a story of years there are many tolls.
_OPEN = 32

_TOLD = frozenset({Status.HAPPENED, Status.ONGOING})
# Figures of these only grow.
_NEVER_FEWER = frozenset({"killed", "injured", "infected"})


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure as one telling gives it."""

    figure: Figure
    as_of: str
    day: dt.date
    """The last one for which it is given."""
    telling: Telling
    entry: str | None

    @property
    def point(self) -> tuple[str, float, float | None]:
        return (self.as_of, self.figure.value, self.figure.to)

    @property
    def owner(self) -> str | None:
        """Whose it is, by the name nearest before it: `Norden Steel shares`."""
        before = self.telling.passage.text[: self.figure.start]
        named = ((before.rfind(name), name) for name in self.telling.names | self.telling.places_named)
        at, name = max(named, default=(-1, ""))
        return name if at >= 0 else None


def of(
    found: Sequence[CandidateFigure],
    groups: Sequence[Sequence[Telling]],
    ids: Sequence[str],
    stretches: Stretches,
    evidence_of: Callable[[Telling], Evidence],
) -> tuple[Series, ...]:
    """The series that the figures of a story give, those of most points first.

    `ids[i]` is the id of the entry of `groups[i]`; a figure of a passage without an entry is a point all the same.
    `stretches` are those of the articles, `evidence_of` shows a telling.

    Figures belong together when they count the same thing of the same event, by what is counted, who and what is
    named, and the days; a series has two days and two values at least, and one that is no toll words that say that it
    changed.
    """
    told = {
        telling.passage.key: (telling, entry) for group, entry in zip(groups, ids, strict=True) for telling in group
    }
    unread = {one.passage.key: one.passage for one in found if one.passage.key not in told}
    read: dict[PassageKey, tuple[Telling, str | None]] = {**told}
    read.update(
        (telling.passage.key, (telling, None)) for telling in close_reading(unread.values(), stretches=stretches)
    )
    by_key: dict[Key, list[list[_Row]]] = {}
    for key, row in sorted(_rows(found, read), key=lambda one: _order(one[1])):
        chains = by_key.setdefault(key, [])
        chain = next((chain for chain in reversed(chains[-_OPEN:]) if _continues(chain[-_COMPARED:], row)), None)
        if chain is None:
            chains.append(chain := [])
        chain.append(row)
    series = [chain for chains in by_key.values() for chain in chains if _is_series(chain)]
    series.sort(key=lambda chain: (-len({row.point for row in chain}), chain[0].day, chain[0].figure.counts))
    return tuple(_series(chain, evidence_of) for chain in series)


def _order(row: _Row) -> tuple[dt.date, str, str, int]:
    article = row.telling.article
    return (row.day, str(article.available), article.id, row.telling.passage.sentence.start + row.figure.start)


def _rows(
    found: Iterable[CandidateFigure], read: Mapping[PassageKey, tuple[Telling, str | None]]
) -> list[tuple[Key, _Row]]:
    """The figures that are told as facts, each for its day.

    A toll that one event took is as of the day of publication; what is so on a day, as of that day.
    """
    rows = []
    for one in found:
        telling, entry = read[one.passage.key]
        if telling.reading.status not in _TOLD:
            continue
        stands = one.figure.is_total or not one.figure.grows or telling.reading.is_speech
        as_of = one.date.value if stands and one.date.last <= one.published else one.published.isoformat()
        covered = days(as_of)
        if covered is not None:
            rows.append((one.key, _Row(one.figure, as_of, covered[1], telling, entry)))
    return rows


def _continues(chain: Sequence[_Row], row: _Row) -> bool:
    """Whether a figure brings those of a series up to date."""
    if any(row.point == other.point for other in chain):
        return True
    figure, latest = row.figure, chain[-1].figure
    if figure.counts in _NEVER_FEWER:
        highest = max(other.figure.value for other in chain)
        share = (figure.to or figure.value) / highest if highest else 1.0
        if share < (_FELL if figure.is_total and figure.is_change else 1.0):
            return False
    elif figure.value < _FELL * latest.value and not figure.is_change:
        return False
    if max(figure.value, latest.value) > most_beside(min(figure, latest, key=attrgetter("value"))):
        return False
    return any(_one_toll(other, row) if figure.grows else _one_thing(other, row) for other in chain)


def _one_toll(one: _Row, other: _Row) -> bool:
    """Whether two figures are of one toll: what one day took, told twice; or a total, told later."""
    if one.entry is not None and one.entry == other.entry:
        return True
    a, b = one.telling, other.telling
    if (other.day - one.day).days > _DAYS_APART["toll"] or not _related(a, b):
        return False
    if a.passage.date.overlaps(b.passage.date):
        return True
    told_later = one.figure.is_total or other.figure.is_total or a.reading.is_speech or b.reading.is_speech
    return told_later and (_share_names(a, b) or not (a.names and b.names))


def _one_thing(one: _Row, other: _Row) -> bool:
    if (other.day - one.day).days > _DAYS_APART["measure"]:
        return False
    if one.figure.unit is None and not (one.figure.is_change or other.figure.is_change):
        return False
    if one.figure.is_owned and one.owner != other.owner:
        return False
    if one.telling is other.telling:
        return True
    if one.figure.context and len(one.figure.context & other.figure.context) < _WORDS_SHARED:
        return False
    return _related(one.telling, other.telling)


def _related(one: Telling, other: Telling) -> bool:
    """Whether two tellings may speak of one event: by a place, a name, a kind of event or words."""
    if one.places_named and other.places_named:
        return bool(one.places_named & other.places_named)
    if _share_names(one, other):
        return True
    shared = (one.kinds | one.kinds_near) & (other.kinds | other.kinds_near) - _of_every_toll(one.language)
    return bool(shared) or len(one.words & other.words) >= _WORDS_SHARED


@made_once
def _of_every_toll(language: Language) -> frozenset[str]:
    """Kinds of events that every toll has."""
    return kinds(language, sorted(counting(language).toll))


def _share_names(one: Telling, other: Telling) -> bool:
    return not (one.names | one.places_named).isdisjoint(other.names | other.places_named)


def _is_series(chain: Sequence[_Row]) -> bool:
    return len({row.as_of for row in chain}) > 1 and are_told_to_change([row.figure for row in chain])


def _holding(row: _Row, evidence: Evidence) -> Evidence:
    """The passage of a row, or the whole sentence where the passage leaves the figure out."""
    passage = row.telling.passage
    start = passage.sentence.start
    if evidence.span.holds(Span(start + row.figure.start, start + row.figure.end)):
        return evidence
    return replace(evidence, start=start, end=passage.sentence.end, exact=passage.text)


def _series(chain: Sequence[_Row], evidence_of: Callable[[Telling], Evidence]) -> Series:
    first: dict[tuple[str, float, float | None], _Row] = {}
    for row in chain:
        first.setdefault(row.point, row)
    figure = chain[0].figure
    return Series(
        f"{figure.noun} {figure.counts}" if figure.grows else figure.counts if figure.unit else figure.noun,
        figure.unit or figure.noun,
        tuple(
            Point(
                row.as_of,
                row.figure.value,
                row.figure.text,
                _holding(row, evidence_of(row.telling)),
                row.entry,
                row.figure.to,
                row.figure.mod,
            )
            for row in first.values()
        ),
    )
