"""Events in, entries out: with status, date, headline, evidence, sources, conflicts."""

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import is_

from dateline.entities.toponyms import Location
from dateline.languages import Language
from dateline.model import Entry, EntryDate, Evidence, Level, Place, Status
from dateline.timeline.close.tellings import Telling, told_once
from dateline.timeline.describe import conflicts
from dateline.timeline.describe.context import about, context_of, meaning_of
from dateline.timeline.describe.date_conflicts import of_dates
from dateline.timeline.describe.heads import wording
from dateline.timeline.describe.provenance import Sources
from dateline.timeline.describe.standing import Standing, standing
from dateline.timeline.headlines import headline
from dateline.timeline.select.events import Event
from dateline.timeline.select.passages import PassageKey
from dateline.times.values import days

# Words of a passage from which nobody else finds the same ones.
_OWN_WORDS = 6
# Moments of an event that are kept: as it was, as it is, and both as a parser has them.
_MOMENTS = 4


def entries(
    language: Language,
    events: Sequence[Event],
    sources: Sources,
    importance: Sequence[float],
    levels: Sequence[Level],
    described: "Described | None" = None,
) -> list[Entry]:
    """The entries for events, in their order.

    `language` is that of the story, `importance[i]`, from 0 to 1, and `levels[i]` are those of `events[i]`. `described`
    is for who describes most of the events again.
    """
    known = described or Described()
    found = [known.of(event, sources) for event in events]
    rivals = of_dates(language, [one.stands for one in found], [one.passages for one in found])
    ids = identities([one.stands.tellings[0] for one in found])
    return [
        replace(
            one.entry,
            id=ids[number],
            conflicts=(*one.entry.conflicts, *rivals.get(number, ())),
            importance=round(importance[number], 4),
            level=levels[number],
            further=tuple(dict.fromkeys(evidence_of(telling, sources) for telling in event.further)),
        )
        for number, (event, one) in enumerate(zip(events, found, strict=True))
    ]


@dataclass(frozen=True, slots=True)
class _Description:
    """An event as it is shown, by itself."""

    event: Event
    stands: Standing
    origins: Sequence[str | None]
    """Whose report each of its tellings is."""
    passages: Sequence[Evidence]
    entry: Entry
    """Without its id, its weight and its level."""


class Described:
    """Events as they were described: one that is told as before, by the same sources, is not described again."""

    def __init__(self) -> None:
        self._of: dict[PassageKey, deque[_Description]] = {}

    def of(self, event: Event, sources: Sources) -> _Description:
        """The description of an event."""
        before = self._of.setdefault(event.tellings[0].passage.key, deque(maxlen=_MOMENTS))
        known = next((one for one in before if _is_told_as(one.event, event)), None)
        stands = known.stands if known else standing(event.tellings)
        origins = [_origin(telling, sources) for telling in stands.tellings]
        if known and known.origins == origins:
            return known
        passages = _word_for_word(map(_evidence, stands.tellings, origins))
        made = _Description(event, stands, origins, passages, _entry(stands, event.chosen, passages))
        before.append(made)
        return made


def _is_told_as(one: Event, other: Event) -> bool:
    return (
        one.chosen is other.chosen
        and len(one.tellings) == len(other.tellings)
        and all(map(is_, one.tellings, other.tellings))
    )


def _word_for_word(passages: Iterable[Evidence]) -> list[Evidence]:
    """Passages of one event, those that repeat an earlier one word for word being its source's report."""
    first: dict[str, str | None] = {}
    origins = [
        (passage, first.setdefault(" ".join(passage.exact.casefold().split()), passage.origin))
        if passage.exact.count(" ") >= _OWN_WORDS
        else (passage, passage.origin)
        for passage in passages
    ]
    return [passage if origin == passage.origin else replace(passage, origin=origin) for passage, origin in origins]


def _entry(stands: Standing, chosen: Telling | None, passages: Sequence[Evidence]) -> Entry:
    told = stands.tellings
    head = headline(told, stands.status, stands.date, chosen)
    order = [head, *(number for number in range(len(told)) if number != head)]
    return Entry(
        id="",
        date=stands.date,
        status=stands.status,
        headline=wording(told[head]),
        meaning=meaning_of(told[head]),
        context=context_of(told[head]),
        about=about(told[head]),
        evidence=tuple(dict.fromkeys(passages[number] for number in order)),
        participants=_agreed([told[number].participants for number in order]),
        places=_places([told[number] for number in order]),
        sources=independent_sources(passages, stands.status, stands.date),
        conflicts=conflicts.find(told, passages),
        importance=0.0,
        history=stands.history,
    )


def independent_sources(passages: Sequence[Evidence], status: Status, date: EntryDate) -> int:
    """How many sources tell it on their own as the entry has it: one at most for each article, that of its first such.

    Who denies what the entry affirms, or dates it to other days, is no source of it.
    """
    of_article: dict[str, str | None] = {}
    for passage in passages:
        covered = days(passage.date) if passage.date else None
        on_its_day = covered is None or (covered[0] <= date.last and date.first <= covered[1])
        if passage.status.bears_out(status) and on_its_day:
            of_article.setdefault(passage.article, passage.origin)
    return max(1, len(set(of_article.values())))


def identities(first_tellings: Sequence[Telling]) -> list[str]:
    """An id for each event from the passage that first told it: its article, its words, and which of them date it.

    Where the passage stands is left out, so that a correction elsewhere in the article does not make it another event.
    Of events that an article tells in the same words, the second and later ones are told apart by their number.
    """
    known: Counter[str] = Counter()
    found: dict[PassageKey, str] = {}
    for telling in sorted(first_tellings, key=lambda telling: telling.passage.key):
        words = f"{telling.article.id}\0{telling.exact}\0{telling.passage.timex.start - telling.span.start}"
        known[words] += 1
        marked = words if known[words] == 1 else f"{words}\0{known[words]}"
        found[telling.passage.key] = hashlib.sha256(marked.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return [found[telling.passage.key] for telling in first_tellings]


def evidence_of(telling: Telling, sources: Sources) -> Evidence:
    """The passage of a telling, as it is shown."""
    return _evidence(telling, _origin(telling, sources))


def _origin(telling: Telling, sources: Sources) -> str:
    return sources.of(telling.article.id, telling.reading.said_by, telling.exact)


def _evidence(telling: Telling, origin: str | None) -> Evidence:
    start, end = telling.span
    reading = telling.reading
    date = telling.passage.date.value if telling.passage.is_dated else None
    return Evidence(telling.article.id, start, end, telling.exact, reading.status, reading.said_by, date, origin)


def _places(tellings: Sequence[Telling]) -> tuple[Place, ...]:
    """The places named, each where the first article that settles it by its region, else the first, says it lies."""
    found: dict[str, Location | None] = dict.fromkeys(_agreed([telling.places for telling in tellings]))
    for telling in tellings:
        for name, at in _located(telling):
            known = found.get(name)
            if name in found and at and (known is None or (at.is_told and not known.is_told)):
                found[name] = at
    return tuple(
        Place(name, at.country, at.latitude, at.longitude, at.reason) if at else Place(name)
        for name, at in found.items()
    )


@told_once
def _located(telling: Telling) -> Sequence[tuple[str, Location | None]]:
    """Its places, each with where its article says that it lies."""
    return [(name, telling.named.names.toponyms.locate(name)) for name in telling.places]


def _agreed(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The names of the first passage, and those that several have; of all where the first has none."""
    times = Counter(name for names in lists for name in dict.fromkeys(names))
    first = next((names for names in lists if names), ())
    return tuple(dict.fromkeys([*first, *(name for names in lists for name in names if times[name] > 1)]))
