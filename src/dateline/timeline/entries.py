"""From a group of tellings to an entry: headline, evidence, status, sources."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Article, Entry, EntryDate, Evidence, Place, Status
from dateline.text.words import word_list
from dateline.timeline import conflicts
from dateline.timeline.tellings import Telling

# Characters a headline reads well in; shorter says too little, longer is a paragraph.
_SHORTEST, _LONGEST = 40, 220
# What a headline loses for each thing that keeps it from being understood alone. By reading small timelines.
_OPENS_WITH_POINTER = 3.0
_OFF_LENGTH = 1.0
_SECOND_HAND = 0.5
_LATER_IN_ARTICLE = 0.5


def entry(group: Sequence[Telling], origins: Mapping[str, str], importance: float) -> Entry:
    """An entry for tellings of one event on one date, first published first.

    `origins` gives for each article id the id of the article whose text it copies; `importance` is from 0 to 1.
    """
    head = min(group, key=_reluctance)
    ordered = [head, *(telling for telling in group if telling is not head)]
    evidence = _evidence(ordered)
    by_publication = _evidence(group)
    outlet = {telling.article.id: outlet_of(telling.article, origins) for telling in group}
    return Entry(
        id=identity(group[0]),
        date=_date(group),
        status=_status(group),
        headline=" ".join(head.exact.split()),
        evidence=tuple(evidence),
        participants=_names(telling.participants for telling in ordered),
        places=tuple(Place(name) for name in _names(telling.places for telling in ordered)),
        sources=len(set(outlet.values())),
        conflicts=conflicts.find(by_publication, [outlet[passage.article] for passage in by_publication]),
        importance=round(importance, 4),
    )


def identity(first: Telling) -> str:
    """An id from the passage that first told the event: its article, its place there, and the words that date it."""
    timex = first.passage.timex
    words = f"{first.article.id}\0{timex.start}\0{timex.text}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def outlet_of(article: Article, origins: Mapping[str, str]) -> str:
    """The independent source of an article: the text it copies, else the agency it credits, else its outlet."""
    origin = origins[article.id]
    if origin != article.id:
        return f"copy of {origin}"
    agency = article.dateline.agency if article.dateline else None
    return (agency or article.source or article.id).casefold()


def _evidence(tellings: Sequence[Telling]) -> list[Evidence]:
    """One passage for each place in each article, in the order of the tellings."""
    found: dict[tuple[str, int, int], Evidence] = {}
    for telling in tellings:
        start, end = telling.span
        found.setdefault(
            (telling.article.id, start, end),
            Evidence(telling.article.id, start, end, telling.exact, telling.reading.status, telling.reading.said_by),
        )
    return list(found.values())


def _reluctance(telling: Telling) -> tuple[float, str, str, int]:
    """How little a telling serves as the headline; among equals the first published serves best."""
    words = telling.exact.split()
    article = telling.article
    opening = words[0].strip("“”\"'‘’(").lower()
    second = words[1].lower() if len(words) > 1 else ""
    loss = 0.0
    pointers = word_list("pointers")
    if opening in pointers or f"{opening}_{second}" in pointers:
        loss += _OPENS_WITH_POINTER
    if not _SHORTEST <= len(telling.exact) <= _LONGEST:
        loss += _OFF_LENGTH
    if telling.reading.said_by and not telling.reading.is_speech:
        loss += _SECOND_HAND
    loss += _LATER_IN_ARTICLE * telling.passage.order / max(1, telling.passage.of)
    published = article.published.isoformat() if article.published else "9999"
    return (loss, published, article.id, telling.span.start)


def _date(group: Sequence[Telling]) -> EntryDate:
    return group[0].passage.date


def _status(group: Sequence[Telling]) -> Status:
    """The status by the latest evidence; on one day, what an article says in its own voice counts before hearsay."""
    return max(
        group,
        key=lambda telling: (
            telling.article.published.isoformat() if telling.article.published else "",
            telling.reading.said_by is None or telling.reading.is_speech,
            -telling.passage.order,
            telling.article.id,
        ),
    ).reading.status


def _names(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))
