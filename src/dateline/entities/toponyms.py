"""Places: which names stand for somewhere, and where that is.

A city's name may stand for a government (`Moscow was more talkative`); it is taken as a place only where the words say
so. Coordinates are those of GeoNames, and a place stays unresolved rather than being pinned to a namesake.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from dateline.entities.countries import by_adjective, by_name, capitals
from dateline.entities.gazetteer import City, cities, states
from dateline.entities.name_words import NAME, kinds_of, word_before
from dateline.model import Name

# Characters before a name in which its preposition stands, and in which somebody moves.
_BEFORE, _MOVEMENT_BEFORE = 30, 90
# Inhabitants from which a city is known without its country being named, and by how much it must outnumber a namesake.
_KNOWN, _OUTNUMBERS = 300_000, 10
# By how much it must outnumber one in the countries that the article names.
_OUTNUMBERS_NEAR = 5


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place is."""

    country: str
    """ISO 3166-1 alpha-2 code."""
    latitude: float | None
    """Degrees north, WGS 84; None for a country."""
    longitude: float | None
    """Degrees east; None for a country."""
    reason: str
    """Why this one and not a namesake."""


@dataclass(frozen=True, slots=True)
class _Words:
    at: re.Pattern[str]
    towards: re.Pattern[str]
    at_words: frozenset[str]
    towards_words: frozenset[str]
    """The single words among these: by the word before a name they are found sooner than by the pattern."""
    movement: re.Pattern[str]
    regions: frozenset[str]
    short_states: dict[str, str]


@cache
def _words(language: str = "en") -> _Words:
    data = tomllib.loads(
        resources.files("dateline.entities").joinpath(language, "places.toml").read_text(encoding="utf-8")
    )

    def any_of(key: str) -> str:
        return "|".join(word.replace("_", " ") for word in data[key].split())

    apposed = rf"(?:{any_of('apposed')})(?: of|,)|(?:{any_of('apposed_bare')})"
    return _Words(
        at=re.compile(rf"\b(?:{any_of('at')}|{apposed}) (?:the )?$", re.IGNORECASE),
        towards=re.compile(rf"\b(?:{any_of('towards')}) (?:the )?$", re.IGNORECASE),
        at_words=frozenset(word for key in ("at", "apposed_bare") for word in data[key].split()),
        towards_words=frozenset(data["towards"].split()),
        movement=re.compile(rf"\b(?:{any_of('movement')})\b", re.IGNORECASE),
        short_states=dict(state.split(":") for state in data["short_states"].split()),
        regions=frozenset(region.replace("_", " ") for region in data["regions"].split()),
    )


def is_place(text: str, name: Name) -> bool:
    """Whether a name in `text` is told as somewhere: by the words before it, or by a country behind a comma."""
    if name.text in by_adjective() and name.text not in by_name():
        return False
    words = _words()
    before = text[max(0, name.start - _BEFORE) : name.start]
    word = word_before(before)
    is_unsure = word is None or word == "of"
    if word in words.at_words or (is_unsure and words.at.search(before)):
        return True
    if word in words.towards_words or (is_unsure and words.towards.search(before)):
        sentence = re.split(r"[.!?]\s", text[max(0, name.start - _MOVEMENT_BEFORE) : name.start])[-1]
        return words.movement.search(sentence) is not None
    return name.text not in by_name() and name.text not in capitals() and _behind(text, name.text) is not None


def is_region(name: str) -> bool:
    """Whether a name is that of a country, of a state of the U.S., or of a part of the world."""
    words = _words()
    return name in by_name() or name in states() or name in words.regions or name.rstrip(".") in words.short_states


def locate(name: str, text: str) -> Location | None:
    """Where the place of that name is that an article's `text` speaks of; None when the text does not settle it."""
    if name in states() and name in by_name():
        return _country_or_state(name, text)
    if country := by_name().get(name):
        return Location(country.iso, None, None, "a country")
    found = cities(name)
    if name in states() and not any(city["population"] >= _KNOWN for city in found):
        return _STATE
    if not found:
        return None
    if behind := _behind(text, name):
        named = [city for city in found if behind in {(city["countrycode"], None), _region(city)}]
        return _location(max(named, key=_size), "what lies around it is named behind it") if named else None
    own = [city for city in found if city["name"] == name] or (list(found) if NAME in kinds_of(name.split()) else [])
    if not own:
        return None
    largest = max(own, key=_size)
    near = _ahead([city for city in own if city["countrycode"] in _countries_named(text)], _OUTNUMBERS_NEAR)
    if near and near["population"] * _OUTNUMBERS >= largest["population"]:
        return _location(near, "its country is named in the article")
    if largest["population"] >= _KNOWN and _ahead(own, _OUTNUMBERS):
        return _location(largest, "the one large city of that name")
    if name in capitals():
        return _location(largest, "a capital")
    regions = {("US", states()[state]) for state in _states_named(text)}
    in_state = _ahead([city for city in own if _region(city) in regions], _OUTNUMBERS_NEAR)
    return _location(in_state, "its state is named in the article") if in_state else None


_STATE = Location("US", None, None, "a state of the United States")


def _country_or_state(name: str, text: str) -> Location | None:
    """Georgia: a state where the article names other states, a country where it names others; else unsettled."""
    country = by_name()[name]
    as_country = country.capital in text or any(
        re.search(rf"\b{adjective}s?\b", text) for adjective in country.adjectives
    )
    as_state = bool(_states_named(text) - {name})
    if as_country == as_state:
        return None
    return Location(country.iso, None, None, "a country") if as_country else _STATE


def _ahead(namesakes: Iterable[City], times: int) -> City | None:
    """The largest of several cities, if it is so many times as large as the next one; None where it is not."""
    ranked = sorted(namesakes, key=_size, reverse=True)
    if len(ranked) > 1 and ranked[0]["population"] < times * ranked[1]["population"]:
        return None
    return ranked[0] if ranked else None


def _location(city: City, reason: str) -> Location:
    return Location(city["countrycode"], city["latitude"], city["longitude"], reason)


def _size(city: City) -> tuple[int, int]:
    return (city["population"], -city["geonameid"])


def _region(city: City) -> tuple[str, str | None]:
    return (city["countrycode"], city["admin1code"])


# A name, and what stands behind it and a comma: `Khasan, Russia`. Names follow one another in lists, so that the second
# is looked at and not taken. The pattern begins with its capital and looks back from there: so the search skips the
# rest.
_NAME_AND_REGION = re.compile(
    r"([A-Z](?<![\w.’'-].)[\w.’'-]*+(?: [A-Z][\w.’'-]*+){0,3}), (?=([A-Z][\w.]++(?: [A-Z][\w.]++){0,2})(?![’']))"
)


def _behind(text: str, name: str) -> tuple[str, str | None] | None:
    """The country or the U.S. state that a text names behind a comma after the name: `Khasan, Russia`."""
    return _all_behind(text).get(name)


@lru_cache(maxsize=1 << 10)
def _all_behind(text: str) -> dict[str, tuple[str, str | None]]:
    """For each name with a country or a state behind it, which one; the first time it has."""
    found: dict[str, tuple[str, str | None]] = {}
    for match in _NAME_AND_REGION.finditer(text):
        region = _region_in(match[2].split(" "))
        if region:
            words = match[1].split(" ")
            for first in range(len(words)):
                found.setdefault(" ".join(words[first:]), region)
    return found


def _region_in(words: Sequence[str]) -> tuple[str, str | None] | None:
    """The country or the state that words open with."""
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        country = by_name().get(name) or by_name().get(name.rstrip("."))
        if country:
            return (country.iso, None)
        short = name.rstrip(".")
        if state := states().get(short) or _words().short_states.get(short):
            return ("US", state)
    return None


@lru_cache(maxsize=4)
def _countries_named(text: str) -> frozenset[str]:
    """Codes of the countries that a text names, by name, adjective or demonym."""
    found = set()
    for run in re.findall(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*", text):
        words = run.split(" ")
        for start in range(len(words)):
            for end in range(start + 1, min(start + 3, len(words)) + 1):
                name = " ".join(words[start:end])
                for form in (name, name.rstrip(".")):
                    if country := by_name().get(form) or by_adjective().get(form):
                        found.add(country.iso)
    return frozenset(found)


@lru_cache(maxsize=4)
def _states_named(text: str) -> frozenset[str]:
    """The states of the U.S. that a text names; not those whose name a capital or a city has (`Washington`)."""
    return frozenset(state for state in states() if state in text and state not in {*capitals(), "New York"})
