"""Countries with their adjectives and capitals, from `en/countries.tsv`."""

from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Country:
    """A country as news names it."""

    iso: str
    """ISO 3166-1 alpha-2 code; EU, SU and XK by common usage."""
    name: str
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...]
    capital: str


@cache
def countries(language: str = "en") -> tuple[Country, ...]:
    """All countries of the table, in its order."""
    table = resources.files("dateline.entities").joinpath(language, "countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(
        Country(
            iso,
            name,
            tuple(word.replace("_", " ") for word in adjectives.split()),
            tuple(alias for alias in aliases.split(";") if alias),
            capital,
        )
        for iso, name, adjectives, aliases, capital in rows
    )


@cache
def by_name(language: str = "en") -> dict[str, Country]:
    """Countries by name and by every other name, as written."""
    return {name: country for country in countries(language) for name in (country.name, *country.aliases)}


@cache
def by_adjective(language: str = "en") -> dict[str, Country]:
    """Countries by adjective and demonym, in singular and plural; the first of two that share one."""
    found: dict[str, Country] = {}
    for country in countries(language):
        for adjective in country.adjectives:
            found.setdefault(adjective, country)
            found.setdefault(adjective + "s", country)
    return found


@cache
def capitals(language: str = "en") -> dict[str, Country]:
    """Countries by the name of their capital; the first of two that share one."""
    return {country.capital: country for country in reversed(countries(language))}
