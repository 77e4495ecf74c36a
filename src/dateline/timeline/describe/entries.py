"""From a group of tellings to an entry: headline, evidence, status, sources."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.entities.toponyms import Location, locate
from dateline.languages import Language
from dateline.model import Conflict, Entry, EntryDate, Evidence, Place, Status
from dateline.text.words import word_list
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe import conflicts
from dateline.timeline.describe.date_conflicts import of_dates
from dateline.timeline.describe.history import by_availability, date_of, status_of, turns
from dateline.timeline.describe.provenance import Sources
from dateline.timeline.describe.stance import beside_each_other
from dateline.timeline.merge.likeness import model_of, rarity

# Characters a headline reads well in; shorter says too little, longer is a paragraph.
_SHORTEST, _LONGEST = 40, 220
# Words of a passage from which nobody else finds the same ones.
_OWN_WORDS = 6
# What a headline loses for each thing that keeps it from being understood alone. By reading small timelines.
_OPENS_WITH_POINTER = 3.0
_OFF_LENGTH = 1.0
_SECOND_HAND = 0.5
_LATER_IN_ARTICLE = 0.5
_OTHER_STATUS = 2.0
_OTHER_DATE = 3.0


def entries(
    language: Language,
    groups: Sequence[Sequence[Telling]],
    sources: Sources,
    importance: Sequence[float],
    heads: Sequence[Telling | None],
) -> list[Entry]:
    """The entries for groups of tellings of one event each, in their order; each group by publication.

    `language` is that of the story, `importance[i]` that of `groups[i]`, from 0 to 1; `heads[i]` is the one of them
    whose passage is the headline, None for the one that serves best by itself.
    """
    groups = [beside_each_other(group) for group in groups]
    evidence = [_word_for_word(evidence_of(telling, sources) for telling in group) for group in groups]
    rivals = of_dates(groups, evidence, rarity([t for group in groups for t in group], model_of(language)))
    return [
        _entry(group, evidence[number], rivals.get(number, ()), importance[number], heads[number])
        for number, group in enumerate(groups)
    ]


def _word_for_word(passages: Iterable[Evidence]) -> list[Evidence]:
    """Passages of one event, those that repeat an earlier one word for word being its source's report."""
    first: dict[str, str | None] = {}
    return [
        replace(passage, origin=first.setdefault(" ".join(passage.exact.casefold().split()), passage.origin))
        if passage.exact.count(" ") >= _OWN_WORDS
        else passage
        for passage in passages
    ]


def _entry(
    group: Sequence[Telling],
    passages: Sequence[Evidence],
    rivals: Sequence[Conflict],
    importance: float,
    chosen: Telling | None,
) -> Entry:
    told = _in_own_words(group)
    status, date = status_of(told), date_of(told)
    head = min(
        range(len(group)), key=lambda number: (not _is(group[number], chosen), _reluctance(group[number], status, date))
    )
    order = [head, *(number for number in range(len(group)) if number != head)]
    return Entry(
        id=identity(group[0]),
        date=date,
        status=status,
        headline=" ".join(group[head].exact.split()),
        evidence=tuple(dict.fromkeys(passages[number] for number in order)),
        participants=_names(group[number].participants for number in order),
        places=_places([group[number] for number in order]),
        sources=_independent(group, passages, status, date),
        conflicts=(*conflicts.find(group, passages), *rivals),
        importance=round(importance, 4),
        history=turns(told),
    )


def _in_own_words(group: Sequence[Telling]) -> list[Telling]:
    """Tellings without those that repeat an earlier one word for word: what is printed again is no later word on it."""
    first: dict[tuple[str, str], Telling] = {}
    for telling in sorted(group, key=by_availability):
        first.setdefault((" ".join(telling.exact.split()), telling.passage.date.value), telling)
    return list(first.values())


def _is(telling: Telling, chosen: Telling | None) -> bool:
    return chosen is not None and telling.passage is chosen.passage


def _independent(group: Sequence[Telling], passages: Sequence[Evidence], status: Status, date: EntryDate) -> int:
    """How many sources tell it on their own as the entry has it: one at most for each article, that of its first such.

    Who denies what the entry affirms, or dates it to other days, is no source of it.
    """
    of_article: dict[str, str | None] = {}
    for telling, passage in zip(group, passages, strict=True):
        told = telling.passage.date
        if passage.status.bears_out(status) and told.first <= date.last and date.first <= told.last:
            of_article.setdefault(passage.article, passage.origin)
    return max(1, len(set(of_article.values())))


def identity(first: Telling) -> str:
    """An id from the passage that first told the event: its article, its words, and which of them date it.

    Where the passage stands is left out, so that a correction elsewhere in the article does not make it another event.
    """
    words = f"{first.article.id}\0{first.exact}\0{first.passage.timex.start - first.span.start}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def evidence_of(telling: Telling, sources: Sources) -> Evidence:
    """The passage of a telling, as it is shown."""
    start, end = telling.span
    reading = telling.reading
    return Evidence(
        telling.article.id,
        start,
        end,
        telling.exact,
        reading.status,
        reading.said_by,
        telling.passage.date.value,
        sources.of(telling.article.id, reading.said_by, telling.exact),
    )


def _reluctance(telling: Telling, status: Status, date: EntryDate) -> tuple[float, str, str, int]:
    """How little a telling serves as the headline of such an entry; among equals the first published does."""
    words = telling.exact.split()
    article = telling.article
    opening = words[0].strip("“”\"'‘’(").lower()
    second = words[1].lower() if len(words) > 1 else ""
    loss = 0.0
    pointers = word_list(telling.language, "pointers")
    if opening in pointers or f"{opening}_{second}" in pointers:
        loss += _OPENS_WITH_POINTER
    if not _SHORTEST <= len(telling.exact) <= _LONGEST:
        loss += _OFF_LENGTH
    if telling.reading.said_by and not telling.reading.is_speech:
        loss += _SECOND_HAND
    if telling.reading.status is not status:
        loss += _OTHER_STATUS
    if telling.passage.date.last < date.first or date.last < telling.passage.date.first:
        loss += _OTHER_DATE
    loss += _LATER_IN_ARTICLE * telling.passage.order / max(1, telling.passage.of)
    published = article.published.isoformat() if article.published else "9999"
    return (loss, published, article.id, telling.span.start)


def _places(tellings: Sequence[Telling]) -> tuple[Place, ...]:
    """The places named, each where the first article that settles it says it lies."""
    found: dict[str, Location | None] = {}
    for telling in tellings:
        for name in telling.places:
            found[name] = found.get(name) or locate(name, telling.article.text)
    return tuple(
        Place(name, at.country, at.latitude, at.longitude, at.reason) if at else Place(name)
        for name, at in found.items()
    )


def _names(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))
