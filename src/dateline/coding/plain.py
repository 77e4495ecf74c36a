"""A telling as plain values: what crosses between processes and is kept on disk."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from dateline.coding.country_codes import alpha3
from dateline.coding.parties import Party
from dateline.coding.reading import Telling, planned_type
from dateline.coding.who import code
from dateline.entities.countries import by_name
from dateline.entities.entity_kinds import by_form
from dateline.model import EntityKind, Name
from dateline.reading.article import ArticleReading

Plain = dict[str, Any]

# Names of each kind that are kept of an article: those that it has most often.
_NAMES = 10


class _Names:
    """The names of an article, as rows have them."""

    def __init__(self, reading: ArticleReading) -> None:
        self._reading = reading

    def of(self, party: Party) -> str:
        """The full name of who takes part; empty where none, or a country, is named."""
        if party.coded.is_country:
            return ""
        names = self._reading.names
        if party.coded.name and " " in party.coded.name and party.settled_by == "article":
            return party.coded.name
        inside = [name for name in names.all if party.span.start <= name.start and name.end <= party.span.end]
        for name in reversed(inside):
            full = names.full(name.text)
            if not code(self._reading.language, name.text).is_country and not self._is_demonym(name):
                return full
        return party.coded.name

    def _is_demonym(self, name: Name) -> bool:
        told = code(self._reading.language, name.text)
        return bool(told.country) and told.by == "country"

    @cached_property
    def story(self) -> dict[str, list[str]]:
        """Whom, which bodies and which places the article names."""
        reading = self._reading
        names = reading.names
        people = [name for name, _ in names.people.most_common(_NAMES)]
        others = list(dict.fromkeys(name.text for name in names.all if name.text not in names.people))
        bodies = [name for name in others if by_form(reading.language, name) is EntityKind.ORGANISATION]
        lands = by_name(reading.language)
        somewhere = {name.text for name in names.all if name.text in lands or names.toponyms.is_place(name)}
        places = [name for name in others if name in somewhere]
        return {"people": people, "organizations": bodies[:_NAMES], "locations": places[:_NAMES]}


def plain(reading: ArticleReading, told: Sequence[Telling]) -> list[Plain]:
    """The tellings of an article as plain values."""
    names = _Names(reading)
    return [_telling(reading, telling, names) for telling in told]


def _telling(reading: ArticleReading, telling: Telling, names: _Names) -> Plain:
    article, date, location = reading.article, telling.date, telling.location
    agency = article.dateline.agency if article.dateline else None
    return {
        "article": article.id,
        "source": article.source or "",
        "origin": agency or article.source or article.id,
        "url": article.url or "",
        "language": reading.language.tag,
        "published": article.published.isoformat() if article.published else "",
        "type": planned_type(telling),
        "mode": telling.mode if planned_type(telling) == telling.type else "",
        "contexts": list(telling.contexts),
        "status": telling.status.value,
        "said_by": telling.said_by or "",
        "date": {
            "value": date.value if date else "",
            "first": date.first.isoformat() if date else "",
            "last": date.last.isoformat() if date else "",
            "basis": date.basis.value if date else "",
        },
        "actors": [_party(party, names) for party in telling.actors],
        "recipients": [_party(party, names) for party in telling.recipients if not party.is_thing],
        "is_mutual": telling.is_mutual,
        "place": None
        if telling.place is None
        else {
            "raw": telling.place.text,
            "country": alpha3().get(location.country, "") if location else "",
            "latitude": location.latitude if location else None,
            "longitude": location.longitude if location else None,
            "geonames": location.geonames if location else None,
        },
        "start": telling.sentence.start,
        "end": telling.sentence.end,
        "trigger": telling.span.start,
        "evidence": telling.sentence.of(article.text),
        "rule": telling.rule,
        "is_quoted": telling.is_quoted,
        **names.story,
    }


def _party(party: Party, names: _Names) -> Plain:
    coded = party.coded
    return {
        "name": names.of(party),
        "country": coded.country,
        "sectors": list(coded.sectors),
        "title": coded.title,
        "raw": party.text,
        "is_told": party.settled_by in ("role", "apposition", "article"),
        "is_country": coded.is_country,
    }
