"""A word with a capital in, what it can be in a name out, by the word lists of `entities/names.toml`."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from dateline.entities.countries import by_adjective, by_name
from dateline.languages import Language, made_once, remembered
from dateline.text.words import word_list


class NameWords(NamedTuple):
    """The word lists of `names.toml`, each described there."""

    function: frozenset[str]
    articles: tuple[str, ...]
    possessive: tuple[str, ...]
    owning: frozenset[str]
    serving: frozenset[str]
    charged: frozenset[str]
    joining: frozenset[str]
    joining_sign: frozenset[str]
    rank: frozenset[str]
    address: frozenset[str]
    style: frozenset[str]
    surname: frozenset[str]
    portfolio: frozenset[str]
    once: frozenset[str]
    particle: frozenset[str]
    joint: frozenset[str]
    capital_joints: frozenset[str]
    rank_endings: tuple[str, ...]
    calendar: frozenset[str]
    weekday: frozenset[str]
    given_calendar: frozenset[str]
    organisation: frozenset[str]
    headed: frozenset[str]
    adjective: frozenset[str]
    given_adjective: frozenset[str]
    prefix: frozenset[str]
    personal: frozenset[str]
    modifying_endings: tuple[str, ...]
    one_letter: frozenset[str]
    learned_endings: tuple[str, ...]
    formed_endings: tuple[str, ...]
    acting_endings: tuple[str, ...]
    plural_ending: tuple[str, ...]
    singulars: tuple[tuple[int, str], ...]
    acting: frozenset[str]
    agency: frozenset[str]
    explaining: tuple[str, ...]
    directions: frozenset[str]
    family_first: frozenset[str]

    linking: frozenset[str]
    """The words that join two names or two parts of one: those of `owning`, `serving` and `joining`."""

    @property
    def title(self) -> frozenset[str]:
        """Whatever a title is made of."""
        return self.rank | self.portfolio


# The lists in which order counts, or which endings are looked up in; all others are sets.
_ORDERED = (
    "articles",
    "possessive",
    "modifying_endings",
    "rank_endings",
    "learned_endings",
    "formed_endings",
    "acting_endings",
    "plural_ending",
    "explaining",
)


@made_once
def name_words(language: Language) -> NameWords:
    """The word lists of a language."""
    given = language.settings("entities/names.toml")
    lists: dict[str, Any] = {key: listed(given, key) for key in _ORDERED}
    lists["singulars"] = tuple((cut, put) for cut, put in given["singulars"])
    lists["linking"] = frozenset(listed(given, "owning") + listed(given, "serving") + listed(given, "joining"))
    for field in NameWords._fields:
        if field not in lists:
            lists[field] = frozenset(listed(given, field))
    return NameWords(**lists)


def listed(given: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The words under a key, given as a list or with blanks between them, in their order."""
    words = given[key]
    return tuple(words.split() if isinstance(words, str) else words)


# Marks that stand right before a word.
_OPENING = "([“‘\"'—–-"


def word_before(language: Language, before: str) -> str | None:
    """The word, in lower case, that what stands before a name ends with; the one before an article where it is one.

    Empty where it ends with none; None where that is not plain (`built-in`, `city,`), so that a pattern must tell.
    """
    if before[-1:] != " ":
        return None if before[-2:] == " \n" else ""
    word = before[before.rfind(" ", 0, -1) + 1 : -1].lower()
    if word in name_words(language).articles:
        word = before[: -len(word) - 2].rpartition(" ")[2].lower()
    word = word.lstrip(_OPENING)
    if word.isascii() and word.isalpha():
        return word
    return None if word[-1:].isalpha() or word[-1:] == "," else ""


# What a word with a capital may be; a word is of the first kind that fits.
COUNTRY, DEMONYM, CALENDAR, FUNCTION, RANK, PORTFOLIO, GENERIC, ADJECTIVE, COMMON, NAME = "TDKFRPOACN"


@remembered(1 << 15)
def kind_of(language: Language, word: str) -> str:
    """What a word with a capital is, by one of the letters above; its case and its full stop count for nothing.

    `NAME` is what no list knows. A country is `T`, a word of an organisation's, a place's or an event's name `O`.
    """
    words = name_words(language)
    countries, demonyms = by_name(language), by_adjective(language)
    lower = word.lower().rstrip(".")
    if word in demonyms and word not in countries:
        return DEMONYM
    if word in countries or word.rstrip(".") in countries:
        return COUNTRY
    if lower in words.calendar:
        return CALENDAR
    if lower in words.function or lower.partition("-")[0] in words.function:
        return FUNCTION
    if lower.endswith(words.rank_endings):
        return RANK
    for kind, those in ((RANK, words.rank), (PORTFOLIO, words.portfolio), (ADJECTIVE, words.adjective)):
        if lower in those:
            return kind
    if lower in words.organisation or lower in words.headed:
        return GENERIC
    return COMMON if lower in words.personal or lower in word_list(language, "common_words") else NAME


@made_once
def _openings(language: Language) -> frozenset[str]:
    """First words of countries and demonyms of several."""
    names = (name.partition(" ") for name in (*by_name(language), *by_adjective(language)))
    return frozenset(first for first, space, _ in names if space)


def kinds_of(language: Language, words: list[str]) -> str:
    """The kinds of several words, a letter each; countries of two words (`North Korea`, `United States`) as such."""
    kinds = list(map(kind_of.of(language), words))
    openings = _openings(language)
    for first in range(len(words) - 1):
        if words[first] not in openings:
            continue
        for length in (2, 3):
            name = " ".join(words[first : first + length])
            if len(words) >= first + length:
                if name in by_name(language):
                    kinds[first : first + length] = [COUNTRY] * length
                elif name in by_adjective(language):
                    kinds[first : first + length] = [DEMONYM] * length
    return "".join(kinds)
