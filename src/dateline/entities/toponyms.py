"""Toponyms: which names of an article stand for somewhere, and where that is, by what its text says of them.

A city's name may stand for a government (`Moscow was more talkative`); it is taken as a place only where the words say
so. Coordinates are those of GeoNames, and a place stays unresolved rather than being pinned to a namesake.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dateline.entities.countries import (
    Country,
    by_adjective,
    by_code,
    by_name,
    capitals,
    parts,
    shortened_parts,
    shortened_states,
    states,
)
from dateline.entities.gazetteer import City, cities
from dateline.entities.name_words import NAME, kinds_of, listed, name_words, word_before
from dateline.languages import Language, alternatives, made_once
from dateline.model import Name

# Characters before a name in which its preposition stands, and in which somebody moves.
_BEFORE, _MOVEMENT_BEFORE = 30, 90
# Inhabitants from which a city is known without its country being named, and by how much it must outnumber a namesake.
_KNOWN, _OUTNUMBERS = 300_000, 10
# By how much it must outnumber one in the countries that the article names, and a capital its namesakes.
_OUTNUMBERS_NEAR, _OUTNUMBERS_AS_CAPITAL = 5, 2
# Characters at the beginning of a text in which its dateline stands.
_OPENING = 400
_SENTENCE_END = re.compile(r"[.!?]\s")
_CAPITALS = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*")


class Location(NamedTuple):
    """Where a place is."""

    country: str
    """ISO 3166-1 alpha-2 code."""
    latitude: float | None
    """Degrees north, WGS 84; None for a country."""
    longitude: float | None
    """Degrees east; None for a country."""
    reason: str
    """Why this one and not a namesake."""
    is_told: bool = False
    """Whether the words right around the name tell it."""
    geonames: int | None = None
    """The number of a city in GeoNames."""


Region = tuple[str, str | None]
"""The code of a country, and that of a part of it where one is named; empty where that has no code here."""


class _Words(NamedTuple):
    at: re.Pattern[str]
    towards: re.Pattern[str]
    at_words: frozenset[str]
    towards_words: frozenset[str]
    """The single words among these: by the word before a name they are found sooner than by the pattern."""
    of: frozenset[str]
    """Those between a noun and the name of what it is, which only the pattern can judge."""
    movement: re.Pattern[str]
    regions: frozenset[str]
    cities_too: frozenset[str]
    countries: Mapping[str, Country]
    demonyms: frozenset[str]
    """Adjectives and demonyms that are no names of countries."""
    capitals: Mapping[str, Country]


@made_once
def _words(language: Language) -> _Words:
    given = language.settings("entities/places.toml")
    at, towards = listed(given, "at"), listed(given, "towards")
    apposed, bare, apposing = listed(given, "apposed"), listed(given, "apposed_bare"), listed(given, "apposing")
    told = rf"{alternatives(apposed)}(?: {alternatives(apposing)}|,)|{alternatives([*at, *bare])}"
    article = rf"(?:{alternatives(name_words(language).articles)} )?"
    return _Words(
        at=re.compile(rf"\b(?:{told}) {article}$", re.IGNORECASE),
        towards=re.compile(rf"\b{alternatives(towards)} {article}$", re.IGNORECASE),
        at_words=frozenset((*at, *bare)),
        towards_words=frozenset(towards),
        of=frozenset(apposing),
        movement=re.compile(rf"\b{alternatives(listed(given, 'movement'))}\b", re.IGNORECASE),
        regions=frozenset(listed(given, "regions")),
        cities_too=frozenset(listed(given, "cities_too")),
        countries=by_name(language),
        demonyms=frozenset(by_adjective(language).keys() - by_name(language).keys()),
        capitals=capitals(language),
    )


def is_region(language: Language, name: str) -> bool:
    """Whether a name is that of a country, of a state of the U.S., or of a part of the world."""
    return (
        name in by_name(language)
        or name in states(language)
        or name in _words(language).regions
        or name.rstrip(".") in shortened_states(language)
    )


_STATE = Location("US", None, None, "a state of the United States")


class Toponyms:
    """What the text of an article says of places: which of its names stand for somewhere, and where that is."""

    def __init__(self, language: Language, text: str, regions_behind: Mapping[str, Region] | None = None) -> None:
        """`regions_behind` is what was found before; None has it sought when it is asked for."""
        self.language = language
        self.text = text
        if regions_behind is not None:
            self.regions_behind = regions_behind

    def is_place(self, name: Name) -> bool:
        """Whether a name is told as somewhere: by the words before it, or by a country behind a comma."""
        return self.is_place_behind(*self.before(name), name)

    def before(self, name: Name) -> tuple[str, str | None]:
        """What stands before a name, and the word that this ends with, as `word_before` gives it."""
        before = self.text[max(0, name.start - _BEFORE) : name.start]
        return before, word_before(self.language, before)

    def is_place_behind(self, before: str, word: str | None, name: Name) -> bool:
        """The same, for a name behind what `before` gives."""
        words, text = _words(self.language), name.text
        if text in words.demonyms:
            return False
        is_unsure = word is None or word in words.of
        if word in words.at_words or (is_unsure and words.at.search(before)):
            return True
        if word in words.towards_words or (is_unsure and words.towards.search(before)):
            wide = self.text[max(0, name.start - _MOVEMENT_BEFORE) : name.start]
            return words.movement.search(_SENTENCE_END.split(wide)[-1]) is not None
        return text in self.regions_behind and text not in words.countries and text not in words.capitals

    def locate(self, name: str) -> Location | None:
        """Where the place of that name is that the article speaks of; None when its text does not settle it."""
        language = self.language
        countries, in_us = by_name(language), states(language)
        behind = self.regions_behind.get(name)
        if behind and behind[1] is not None and name in countries:  # Lebanon, Ohio
            return self._behind(name, behind, cities(name), ())
        if name in in_us and name in countries:
            return self._country_or_state(name)
        if country := countries.get(name):
            return Location(country.iso, None, None, "a country")
        found = cities(name)
        if name in in_us and not any(city["population"] >= _KNOWN for city in found):
            return _STATE
        if not found:
            return None
        own = [city for city in found if city["name"] == name]
        if not own and NAME in kinds_of(language, name.split()):
            own = list(found)
        if behind:
            return self._behind(name, behind, found, own)
        if not own:
            return None
        largest = max(own, key=_size)
        if at_home := _ahead([city for city in own if self._home and _lies_in(city, self._home)], _OUTNUMBERS_NEAR):
            return _location(at_home, "it lies where the article was filed")
        near = _ahead([city for city in own if city["countrycode"] in self._countries_named], _OUTNUMBERS_NEAR)
        in_part = _ahead([city for city in own if _is_any(city, self._parts_coded)], _OUTNUMBERS_NEAR)
        if in_part and largest["countrycode"] not in self._countries_named:
            is_likelier = in_part["population"] * _OUTNUMBERS >= largest["population"]
            return _location(in_part, "its state is named in the article") if is_likelier else None
        if near and near["population"] * _OUTNUMBERS >= largest["population"]:
            return _location(near, "its country is named in the article")
        if largest["population"] >= _KNOWN and _ahead(own, _OUTNUMBERS):
            return _location(largest, "the one large city of that name")
        capital = capitals(language).get(name)
        if capital and largest["countrycode"] == capital.iso and _ahead(own, _OUTNUMBERS_AS_CAPITAL):
            return _location(largest, "a capital")
        return _location(in_part, "its state is named in the article") if in_part else None

    def _behind(self, name: str, behind: Region, found: Sequence[City], own: Sequence[City]) -> Location | None:
        """Where a place lies whose region is named behind it: in that region, though no table has it there.

        Behind a city that all know, another country is the next one of a list: `Dubai, Qatar and Oman`.
        """
        country, part = behind
        regions = [behind]
        if part is None and (other := states(self.language).get(by_code(self.language)[country].name)):
            regions.append(("US", other))  # Georgia
        named = [city for city in found if _is_any(city, regions)]
        if named:
            return _location(max(named, key=_size), "what lies around it is named behind it")._replace(is_told=True)
        is_listed = part is None and any(city["population"] >= _KNOWN for city in own)
        if is_listed or len(regions) > 1:
            return None
        return Location(country, None, None, "what lies around it is named behind it", is_told=True)

    def is_region_behind(self, name: Name) -> bool:
        """Whether a name only tells in which state or country the one before it lies: `Long Beach, CA`."""
        text, start = self.text, name.start
        if text[start - 2 : start] != ", " or not text[start - 3 : start - 2].isalpha():
            return False
        before = text[max(0, start - _BEFORE) : start - 2].rpartition(" ")[2]
        return before in self.regions_behind and _region_in(self.language, name.text.split(" ")) is not None

    @cached_property
    def regions_behind(self) -> Mapping[str, Region]:
        """For each name with a country or a state behind a comma (`Khasan, Russia`), which one; the first it has."""
        found: dict[str, Region] = {}
        for match in _NAME_AND_REGION.finditer(self.text):
            region = _region_in(self.language, match[2].split(" "))
            if region:
                words = match[1].split(" ")
                for first in range(len(words)):
                    name = " ".join(words[first:])
                    found.setdefault(name, region)
                    if name.isupper():
                        found.setdefault(name.title(), region)
        return found

    @cached_property
    def _home(self) -> Region | None:
        """The part of a country in which the article was filed, as its dateline names it: `TROY, N.C. (AP) --`."""
        for match in _NAME_AND_REGION.finditer(self.text, 0, _OPENING):
            if match[1].isupper() and (region := _region_in(self.language, match[2].split(" "))):
                return region if region[1] else None
        return None

    @cached_property
    def _named(self) -> frozenset[str]:
        """Every one to three words with capitals that follow one another."""
        found = set()
        for run in _CAPITALS.findall(self.text):
            words = run.split(" ")
            for start in range(len(words)):
                for end in range(start + 1, min(start + 3, len(words)) + 1):
                    name = " ".join(words[start:end])
                    found |= {name, name.rstrip(".")}
        return frozenset(found)

    @cached_property
    def _countries_named(self) -> frozenset[str]:
        """Codes of the countries that the text names, by name, adjective or demonym, or by a part of them."""
        countries, demonyms = by_name(self.language), by_adjective(self.language)
        named = {country.iso for name in self._named if (country := countries.get(name) or demonyms.get(name))}
        return frozenset(named | {country for country, part in self._parts_named if not part})

    @cached_property
    def _parts_named(self) -> Sequence[Region]:
        """The states of the U.S. and the parts of other countries that the text names."""
        language = self.language
        others = {name: part for name in sorted(self._named) if (part := parts(language).get(name))}
        known = {*capitals(language), *_words(language).cities_too, *by_name(language)}
        return [
            *(("US", states(language)[state]) for state in self._states_named),
            *(part for name, part in others.items() if name not in known and not _is_city_too(name)),
        ]

    @cached_property
    def _parts_coded(self) -> Sequence[Region]:
        """Those of them that have a code here."""
        return [region for region in self._parts_named if region[1]]

    @cached_property
    def _states_named(self) -> frozenset[str]:
        """The states of the U.S. that the text names; not those whose name a capital or a city has (`Washington`)."""
        cities_too = _words(self.language).cities_too
        of_city = capitals(self.language)
        return frozenset(
            state
            for state in states(self.language)
            if state in self.text and state not in of_city and state not in cities_too
        )

    def _country_or_state(self, name: str) -> Location | None:
        """Georgia: a state where the article names other states, a country where it names others; else unsettled."""
        country = by_name(self.language)[name]
        demonyms = [form for form, its in by_adjective(self.language).items() if its is country]
        named = re.search(rf"\b{alternatives(demonyms)}\b", self.text)
        as_country = country.capital in self.text or named is not None
        as_state = bool(self._states_named - {name})
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
    return Location(city["countrycode"], city["latitude"], city["longitude"], reason, geonames=city["geonameid"])


def _size(city: City) -> tuple[int, int]:
    return (city["population"], -city["geonameid"])


def _lies_in(city: City, region: Region) -> bool:
    """Whether a city lies in a country, or in a part of one."""
    country, part = region
    return city["countrycode"] == country and (not part or city["admin1code"] == part)


def _is_any(city: City, regions: Iterable[Region]) -> bool:
    return any(_lies_in(city, region) for region in regions)


def _is_city_too(name: str) -> bool:
    """Whether a well-known city has the name of a part of a country: Victoria, Quebec."""
    return any(city["name"] == name and city["population"] >= _KNOWN for city in cities(name))


# A name, and what stands behind it and a comma: `Khasan, Russia`. Names follow one another in lists, so that the second
# is looked at and not taken. The pattern begins with its capital and looks back from there: so the search skips the
# rest.
_NAME_AND_REGION = re.compile(
    r"([A-Z](?<![\w.’'-].)[\w.’'-]*+(?: [A-Z][\w.’'-]*+){0,3}), (?=([A-Z][\w.]++(?: [A-Z][\w.]++){0,2})(?![’']))"
)


def _region_in(language: Language, words: Sequence[str]) -> Region | None:
    """The country or the state that words open with."""
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        short = name.rstrip(".")
        if part := parts(language).get(name) or shortened_parts(language).get(short):
            return part
        if country := by_name(language).get(name) or by_name(language).get(short):
            return (country.iso, None)
        if state := states(language).get(short) or shortened_states(language).get(short):
            return ("US", state)
    short = words[0].rstrip(".")
    return ("US", short) if short in set(states(language).values()) else None
