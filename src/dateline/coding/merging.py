"""Tellings that agree in who does what to whom in, those that are of one event out, and the row that each becomes.

Two tellings are one event if type, actors and recipients agree by country, and if the days do: they are the same, one
covers the other, or a report that gives no day of its own came out within some days. And the words must agree: the
less their countries tell who takes part, or their words when, the more.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.coding.ontology import MUTUAL
from dateline.coding.plain import Plain
from dateline.languages import Language, named
from dateline.model import Basis, EntryDate, EventRow, RowParty, RowPlace, Status
from dateline.reading.entry_dates import date_of
from dateline.text.words import content_words

# Days within which a report without a day of its own tells what another one tells.
_NEAR = dt.timedelta(days=3)
# Least share of the content words of the shorter of two sentences that both have: where no country tells who takes
# part, where countries do, and where the day is only that of the report. Set on the stories of `examples` by hand.
# The last is for persons of different countries that both name.
_ALIKE_UNCODED, _ALIKE, _ALIKE_REPORTED, _ALIKE_NAMED = 0.5, 0.15, 0.3, 0.1
# Tellings of an event that are compared with a further one, and kept for its row; the others only count.
_KEPT = 30
_DONE = frozenset((Status.HAPPENED.value, Status.ONGOING.value))
_DAY = 10
"""Characters of a day in ISO 8601."""


def key_of(telling: Plain) -> str:
    """What tellings of one event share: its type, and who takes part by country, else by the words."""
    actors, recipients = _sides(telling)
    return "|".join((telling["type"], ";".join(_who(actors)), ";".join(_who(recipients))))


def _sides(telling: Plain) -> tuple[list[Plain], list[Plain]]:
    """Actors and recipients; of what several do together, all are actors."""
    actors, recipients = telling["actors"], telling["recipients"]
    if telling["is_mutual"] and telling["type"] in MUTUAL and telling["mode"] != "visit":
        return [*actors, *recipients], []
    return actors, recipients


def _who(parties: Sequence[Plain]) -> list[str]:
    return sorted({party["country"] or party["raw"].lower() for party in parties})


@dataclass(slots=True)
class Event:
    """Tellings of one event, the first told first."""

    tellings: list[Plain]
    words: list[frozenset[str]]
    first: str
    last: str
    """The days that its tellings cover."""
    sources: Counter[str] = field(default_factory=Counter)
    origins: set[str] = field(default_factory=set)
    texts: dict[frozenset[str], str] = field(default_factory=dict)
    reports: int = 0


def events(tellings: Iterable[Plain], *, apart: bool = False) -> Iterator[Event]:
    """The events that tellings with one key tell, given in order of their days; each by itself where `apart`."""
    waiting: list[Event] = []
    for telling in tellings:
        words = frozenset(content_words(_language(telling), telling["evidence"]))
        if not apart:
            past = [event for event in waiting if _is_past(event, telling)]
            yield from past
            waiting = [event for event in waiting if not _is_past(event, telling)]
        best = max(waiting, key=lambda event: _likeness(event, telling, words), default=None)
        if apart:
            yield _begun(telling, words)
        elif best is None or not _is_one(best, telling, words):
            waiting.append(_begun(telling, words))
        else:
            _join(best, telling, words)
    yield from waiting


def _language(telling: Plain) -> Language:
    return named(telling["language"])


def _begun(telling: Plain, words: frozenset[str]) -> Event:
    event = Event([], [], telling["date"]["first"], telling["date"]["last"])
    _join(event, telling, words)
    return event


def _join(event: Event, telling: Plain, words: frozenset[str]) -> None:
    event.reports += 1
    event.sources[telling["source"]] += 1
    # Whoever prints the same words, or credits the same agency, is not counted again.
    first_printed = event.texts.setdefault(words, telling["origin"])
    event.origins.add(first_printed)
    event.last = max(event.last, telling["date"]["last"])
    if len(event.tellings) < _KEPT:
        event.tellings.append(telling)
        event.words.append(words)


def _is_past(event: Event, telling: Plain) -> bool:
    """Whether nothing that comes after a telling can be told of an event any more."""
    if not event.last or not telling["date"]["first"]:
        return False
    return dt.date.fromisoformat(telling["date"]["first"]) - dt.date.fromisoformat(event.last) > _NEAR


def _likeness(event: Event, telling: Plain, words: frozenset[str]) -> tuple[bool, float]:
    same_day = any(other["date"]["value"] == telling["date"]["value"] for other in event.tellings)
    return same_day, max(_shared(words, other) for other in event.words)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _is_one(event: Event, telling: Plain, words: frozenset[str]) -> bool:
    """Whether a telling is of the event: its days agree with those of one of its tellings, and the words of both."""
    actors, recipients = _sides(telling)
    parties = (*actors, *recipients)
    # Two countries tell much; the police and the people of one country little.
    coded = all(party["country"] for party in parties) and len({party["country"] for party in parties}) > 1
    for other, other_words in zip(event.tellings, event.words, strict=True):
        if not _days_agree(other, telling):
            continue
        if other["mode"] and telling["mode"] and other["mode"] != telling["mode"]:
            continue
        least = _ALIKE if coded else _ALIKE_UNCODED
        if Basis.REPORTED.value in (other["date"]["basis"], telling["date"]["basis"]):
            least = max(least, _ALIKE_REPORTED)
        if coded and _named(other) and _named(other) == _named(telling):
            # The same persons do the same to each other once a day.
            least = _ALIKE_NAMED
        if bool(other["date"]["first"]) != bool(telling["date"]["first"]):
            least = _ALIKE_UNCODED
        if _shared(words, other_words) >= least:
            return True
    return False


def _named(telling: Plain) -> frozenset[str]:
    """The persons who take part, where all are named; else none."""
    names = [party["name"] for side in _sides(telling) for party in side]
    return frozenset(names) if all(names) else frozenset()


def _days_agree(telling: Plain, another: Plain) -> bool:
    one, other = telling["date"], another["date"]
    if not one["first"] or not other["first"]:
        return bool(one["first"] == other["first"]) or _is_soon_after(telling, another)
    if one["first"] <= other["last"] and other["first"] <= one["last"]:
        return True
    if Basis.REPORTED.value not in (one["basis"], other["basis"]):
        return False
    earlier, later = sorted((one, other), key=lambda date: date["first"])
    return dt.date.fromisoformat(later["first"]) - dt.date.fromisoformat(earlier["last"]) <= _NEAR


def _is_soon_after(telling: Plain, another: Plain) -> bool:
    """Whether the one of two tellings that has no day came out within some days of the other's."""
    dated, undated = (telling, another) if telling["date"]["first"] else (another, telling)
    if not undated["published"]:
        return False
    passed = dt.date.fromisoformat(undated["published"]) - dt.date.fromisoformat(dated["date"]["last"])
    return dt.timedelta(0) <= passed <= _NEAR


def row_value(event: Event) -> tuple[str, Plain]:
    """The id of an event's row, and the row as plain values."""
    told = sorted(event.tellings, key=lambda one: (one["published"], one["article"], one["start"]))
    first = told[0]
    shown = max(told, key=lambda one: (one["status"] in _DONE, _fullness(one), -told.index(one)))
    dated = max(told, key=lambda one: (_exactness(one), -told.index(one)))
    status = told[-1]["status"]
    if status not in _DONE and any(
        one["status"] in _DONE and one["published"] == told[-1]["published"] for one in told
    ):
        status = Status.HAPPENED.value
    actors, recipients = _sides(shown)
    mode = Counter(one["mode"] for one in told if one["mode"]).most_common(1)
    placed = [one["place"] for one in told if one["place"]]
    place = next((one for one in placed if one["country"]), placed[0] if placed else None)
    speaker = "" if any(not one["said_by"] for one in told) else shown["said_by"]
    digest = hashlib.blake2b(
        f"{first['article']} {first['trigger']} {first['type']}".encode(), digest_size=5
    ).hexdigest()
    return digest, {
        **shown,
        "date": dated["date"],
        "mode": mode[0][0] if mode else "",
        "contexts": sorted({context for one in told for context in one["contexts"]}),
        "status": status,
        "said_by": speaker,
        "actors": actors,
        "recipients": recipients,
        "place": place,
        "sources": sorted(source for source in event.sources if source),
        "source_count": len(event.origins),
        "reports": event.reports,
    }


def _fullness(telling: Plain) -> int:
    parties = (*telling["actors"], *telling["recipients"])
    return sum(bool(party["country"]) + bool(party["name"]) for party in parties)


def _exactness(telling: Plain) -> tuple[bool, bool]:
    date = telling["date"]
    return date["basis"] != Basis.REPORTED.value and bool(date["value"]), len(date["value"]) == _DAY


def row_of(row_id: str, value: Plain) -> EventRow:
    """A row from its plain values."""
    date = date_of(value["date"]["value"]) if value["date"]["value"] else None
    place = value["place"]
    return EventRow(
        id=row_id,
        date=date and EntryDate(date.value, date.first, date.last, date.granularity, Basis(value["date"]["basis"])),
        type=value["type"],
        mode=value["mode"],
        contexts=tuple(value["contexts"]),
        status=Status(value["status"]),
        said_by=value["said_by"],
        actors=tuple(map(_party, value["actors"])),
        recipients=tuple(map(_party, value["recipients"])),
        place=place
        and RowPlace(place["raw"], place["country"], place["latitude"], place["longitude"], place["geonames"]),
        evidence=value["evidence"],
        article=value["article"],
        start=value["start"],
        end=value["end"],
        url=value["url"],
        source=value["source"],
        published=dt.date.fromisoformat(value["published"]) if value["published"] else None,
        language=value["language"],
        sources=tuple(value["sources"]),
        source_count=value["source_count"],
        reports=value["reports"],
        people=tuple(value["people"]),
        organizations=tuple(value["organizations"]),
        locations=tuple(value["locations"]),
        rule=value["rule"],
    )


def _party(party: Plain) -> RowParty:
    sectors = party["sectors"] or (["GOV"] if party["is_country"] else [])
    return RowParty(party["name"], party["country"], tuple(sectors), party["title"], party["raw"])
