"""A stem or a name in, the one that stands for it out: what is a country's by its adjective tells of the country.

One report has `Russian`, the next `Russia` or `Russians`, and a headline has room for one of them. The words are those
of the language's table of countries.
"""

from collections.abc import Mapping, Sequence

from dateline.entities.countries import countries
from dateline.languages import Language, made_once
from dateline.text.words import content_words

# Letters that an adjective and its country begin with alike, at least, where the country has words to choose from; and
# of a stem: below that it may be another word's as well (`Pole`, `Finn`).
_ALIKE = 3
_SHORTEST = 4


@made_once
def folded(language: Language) -> Mapping[str, str]:
    """The stems of adjectives and demonyms, each with that of the country; all names of a country with its first."""
    found: dict[str, str] = {}
    for country in countries(language):
        names = [content_words(language, name) for name in (country.name, *country.aliases)]
        stems = [stem for adjective in country.adjectives for stem in content_words(language, adjective)[-1:]]
        for stem in stems:
            if base := _base(stem, names, stems):
                found.setdefault(stem, base)
        for name in (*country.adjectives, *country.aliases):
            found.setdefault(name, country.name)
    return found


def _base(stem: str, names: Sequence[Sequence[str]], stems: Sequence[str]) -> str:
    """The word for a country that one of its adjectives goes with, of its first names first; empty if none is told."""
    words = [word for name in names for word in name if word not in stems or len(name) == 1]
    alike = (word for word in words if word[:_ALIKE] == stem[:_ALIKE])
    base = next(alike, names[0][0] if [len(name) for name in names] == [1] else stem)
    return base if base != stem and min(len(base), len(stem)) >= _SHORTEST else ""
