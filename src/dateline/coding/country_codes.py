"""Codes of countries: ISO 3166-1 alpha-2 and alpha-3, and the numbers of the Correlates of War project."""

from functools import cache
from importlib import resources
from typing import NamedTuple

BODIES = frozenset(("IGO", "NGO", "IMG"))
"""What stands in the place of a country for international bodies: of governments, of others, of armed groups."""


class CountryCodes(NamedTuple):
    """How one country is coded."""

    iso2: str
    iso3: str
    cow: str
    """Empty for what the project does not count as a state."""
    name: str
    """The full English name, as rows of event data have it."""


@cache
def codes() -> tuple[CountryCodes, ...]:
    """All countries, by alpha-3 code."""
    text = resources.files("dateline.coding").joinpath("countries.tsv").read_text(encoding="utf-8")
    return tuple(CountryCodes(*line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def by_alpha3() -> dict[str, CountryCodes]:
    """Countries by alpha-3 code."""
    return {country.iso3: country for country in codes()}


@cache
def alpha3() -> dict[str, str]:
    """Alpha-3 codes by alpha-2 code."""
    return {country.iso2: country.iso3 for country in codes()}
