"""The words that tell what a name is the name of, from `entities/kinds.toml`."""

from typing import NamedTuple

from dateline.entities.name_words import listed
from dateline.languages import Language, made_once


class KindWords(NamedTuple):
    """The word lists of `kinds.toml`, each described there."""

    vague: frozenset[str]
    state: frozenset[str]
    company: frozenset[str]
    geographic: frozenset[str]
    geographic_first: frozenset[str]
    event: frozenset[str]
    storm: frozenset[str]
    vessel: frozenset[str]
    vessels: frozenset[str]
    organised: frozenset[str]
    organised_people: frozenset[str]
    relative: frozenset[str]
    at_firm: frozenset[str]


@made_once
def kind_words(language: Language) -> KindWords:
    """The word lists of a language."""
    given = language.settings("entities/kinds.toml")
    return KindWords(**{field: frozenset(listed(given, field)) for field in KindWords._fields})
