"""A telling as plain values: what crosses between processes and is kept on disk."""

from collections.abc import Container, Sequence
from functools import cached_property
from typing import Any

from dateline.coding.confidence import confidence
from dateline.coding.country_codes import BODIES, alpha3
from dateline.coding.ontology import HOSTILE, SECTORS
from dateline.coding.parties import Party
from dateline.coding.reading import Telling, planned_type
from dateline.coding.who import code
from dateline.entities.countries import by_name, capitals
from dateline.entities.entity_kinds import by_form
from dateline.model import EntityKind, Name, Span
from dateline.reading.article import ArticleReading

Plain = dict[str, Any]

# Types of what is done by and to those who are at home where it is done.
_AT_HOMES = HOSTILE | {"ACCUSE", "RETREAT"}
# Those who act, and are acted on, where they are at home: the police, and no soldiers.
_AT_HOME = SECTORS - {"MIL", "SPY"}
# Those who are of no body: who has left it, and `people in Europe`.
_OUTSIDE_BODIES = frozenset(("ELI", "CVL"))
# Types of what is done in a place and not to it.
_SOMEWHERE = frozenset(("PROTEST", "CONSULT"))
# Types of what the authorities of a place do where nobody else is said to.
_BY_AUTHORITIES = frozenset(("COERCE", "SANCTION"))
# Those who act on people of their own country.
_AUTHORITIES = frozenset(("COP", "JUD"))
# Those whom an article about one country calls by their part alone.
_OF_THE_LAND = frozenset(("GOV", "COP", "JUD", "LEG", "OPP"))

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
        # "Mubarak's cabinet" is not Mubarak, nor is "an envoy for Obama" Obama.
        head = party.head
        inside = [name for name in names.all if name.start < head.end and head.start < name.end]
        for name in reversed(inside):
            full = names.full(name.text)
            if not code(self._reading.language, name.text).is_country and not self._is_demonym(name):
                return full
        return self._body(party)

    def _body(self, party: Party) -> str:
        """The name of the body that a phrase tells to be of, none of a person: `U.N. troops`."""
        name, before = party.coded.name, Span(party.own.start, max(party.own.start, party.head.end))
        text = self.words(before)
        at = text.find(name) if name else -1
        if at < 0 or name in self._reading.names.people or text[:at].endswith("-"):
            return ""
        behind = text[at + len(name) :]
        return "" if behind[:1] in ("'", "’") else name

    def is_person(self, party: Party) -> bool:
        """Whether the article names a person so."""
        return self._reading.names.full(self.words(party.head)) in self._reading.names.people

    def is_surname(self, party: Party) -> bool:
        """Whether what is a city's name, too, is a person's here: `Mr Hayward`, after `Tony Hayward`."""
        word = self.words(party.head)
        if party.coded.by != "country" or word in by_name(self._reading.language):
            return False
        return word not in capitals(self._reading.language) and any(
            full.endswith(" " + word) for full in self._reading.names.people
        )

    def words(self, span: Span) -> str:
        """The words at a span of the article."""
        return span.of(self._reading.article.text)

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
    land = alpha3().get(location.country, "") if location else ""
    # Who meets somewhere is not of there.
    here = {land} if telling.type in _AT_HOMES else set()
    actors = [_party(party, names, here) for party in telling.actors if _has_acted(telling, party)]
    # "Mr Holt asked that he be heard": nobody acts on himself.
    own = {name for party in telling.actors if (name := names.of(party))}
    recipients = [p for p in telling.recipients if _is_met(telling, p, names) and names.of(p) not in own]
    # Whom the police act on is of their country.
    homes = {*here, *(actor["country"] for actor in actors if _AUTHORITIES.intersection(actor["sectors"][:1]))}
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
        "actors": actors,
        "recipients": [_party(party, names, homes) for party in recipients],
        "is_mutual": telling.is_mutual,
        "place": None
        if telling.place is None
        else {
            "raw": telling.place.text,
            "country": land,
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
        "is_plain": telling.is_plain,
        "confidence": confidence(reading.language, telling.features),
        **names.story,
    }


def _is_met(telling: Telling, party: Party, names: _Names) -> bool:
    """Whether an act is on somebody, and not only somewhere: who marches in Gaza does not march against it."""
    is_known = party.coded.country or party.coded.sectors or names.of(party)
    return (
        bool(is_known)
        and not party.is_thing
        and not (
            party.is_where and (telling.type in _SOMEWHERE or telling.mode == "investigate") and telling.mode != "visit"
        )
    )


def _has_acted(telling: Telling, party: Party) -> bool:
    """Whether it may be said that somebody did it: where nobody is named, a country arrests, and does not kill."""
    return party.settled_by != "place" or telling.type in _BY_AUTHORITIES


def _is_at_home(party: Party, homes: Container[str]) -> bool:
    """Whether a country that is not told of somebody is his by where he acts, or by what the article is about."""
    sectors = party.coded.sectors[:1]
    if party.settled_by == "land":
        return _OF_THE_LAND.issuperset(sectors)
    return party.coded.country in homes and _AT_HOME.issuperset(sectors)


def _party(party: Party, names: _Names, homes: Container[str]) -> Plain:
    """Who takes part, with no country that is only guessed, but that of `homes`, where it happened."""
    coded = party.coded
    is_settled = not party.is_guessed or _is_at_home(party, homes)
    own = coded if is_settled else party.own_coded
    has_left = not own.sectors and names.is_person(party)
    is_outside = own.country in BODIES and (has_left or not _OUTSIDE_BODIES.isdisjoint(own.sectors))
    # "US tactics against the Taliban" are no rebels.
    is_cut = party.own != party.span and bool(party.own_coded.country)
    sectors = party.own_coded.sectors if party.is_guessed or is_cut else own.sectors
    is_of_none = is_outside or names.is_surname(party)
    return {
        "name": names.of(party),
        "country": "" if is_of_none else own.country,
        "sectors": list(sectors or (() if is_cut else coded.sectors)),
        "title": own.title,
        "raw": party.text if party.own == party.span else names.words(party.own),
        "is_told": party.settled_by in ("role", "apposition", "article"),
        "is_country": coded.is_country,
    }
