"""Countries, their parts and the states of the U.S. by the names, adjectives and capitals that a language has."""

from typing import NamedTuple

from dateline.languages import Language, made_once


class Country(NamedTuple):
    """A country as news in one language names it."""

    iso: str
    """ISO 3166-1 alpha-2 code; EU, SU and XK by common usage."""
    name: str
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...]
    capital: str


@made_once
def countries(language: Language) -> tuple[Country, ...]:
    """All countries of the language's table, in its order."""
    return tuple(
        Country(
            iso,
            name,
            tuple(word.replace("_", " ") for word in adjectives.split()),
            tuple(alias for alias in aliases.split(";") if alias),
            capital,
        )
        for iso, name, adjectives, aliases, capital in language.table("entities/countries.tsv")
    )


@made_once
def by_name(language: Language) -> dict[str, Country]:
    """Countries by name and by every other name, as written."""
    return {name: country for country in countries(language) for name in (country.name, *country.aliases)}


@made_once
def by_adjective(language: Language) -> dict[str, Country]:
    """Countries by adjective and demonym, in singular and plural; the first of two that share one."""
    plural = str(language.settings("entities/places.toml")["demonym_plural"])
    found: dict[str, Country] = {}
    for country in countries(language):
        for adjective in country.adjectives:
            found.setdefault(adjective, country)
            found.setdefault(adjective + plural, country)
    return found


@made_once
def by_code(language: Language) -> dict[str, Country]:
    """Countries by ISO 3166-1 alpha-2 code."""
    return {country.iso: country for country in countries(language)}


@made_once
def capitals(language: Language) -> dict[str, Country]:
    """Countries by the name of their capital; the first of two that share one."""
    return {country.capital: country for country in reversed(countries(language))}


@made_once
def states(language: Language) -> dict[str, str]:
    """Codes of the states of the U.S. by name."""
    return {name: code for code, name, _ in language.table("entities/states.tsv")}


@made_once
def shortened_states(language: Language) -> dict[str, str]:
    """Codes of the states of the U.S. by what news shortens their names to, without its last full stop: `Calif`."""
    return {short: code for code, _, short in language.table("entities/states.tsv") if short != "-"}


@made_once
def parts(language: Language) -> dict[str, tuple[str, str]]:
    """Parts of countries by name: the country's code, and the part's own or an empty one."""
    return {name: (country, code.strip("-")) for country, code, name, _ in language.table("entities/regions.tsv")}


@made_once
def shortened_parts(language: Language) -> dict[str, tuple[str, str]]:
    """The same, by what news shortens their names to, without its last full stop: `Ont`."""
    rows = language.table("entities/regions.tsv")
    return {short: (country, code.strip("-")) for country, code, _, short in rows if short != "-"}
