"""The words that tell names from other words with a capital, from `en/names.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from dateline.entities.countries import by_adjective, by_name
from dateline.languages import english
from dateline.text.words import word_list


@dataclass(frozen=True, slots=True)
class NameWords:
    """The word lists of `names.toml`, each described there."""

    function: frozenset[str]
    rank: frozenset[str]
    address: frozenset[str]
    style: frozenset[str]
    surname: frozenset[str]
    portfolio: frozenset[str]
    particle: frozenset[str]
    joint: frozenset[str]
    calendar: frozenset[str]
    weekday: frozenset[str]
    organisation: frozenset[str]
    headed: frozenset[str]
    adjective: frozenset[str]
    company: frozenset[str]
    prefix: frozenset[str]
    office: frozenset[str]
    leading: frozenset[str]
    past: frozenset[str]
    other: frozenset[str]
    geographic: frozenset[str]
    event: frozenset[str]
    organised: frozenset[str]
    personal: frozenset[str]
    family_first: frozenset[str]
    vague: frozenset[str]
    agency: frozenset[str]

    @property
    def title(self) -> frozenset[str]:
        """Whatever a title is made of."""
        return self.rank | self.portfolio


@cache
def name_words(language: str = "en") -> NameWords:
    """The word lists of a language, read from its data file once."""
    data = tomllib.loads(
        resources.files("dateline.entities").joinpath(language, "names.toml").read_text(encoding="utf-8")
    )
    return NameWords(
        **{key: frozenset(word.replace("_", " ") for word in words.split()) for key, words in data.items()}
    )


# Marks that stand right before a word.
_OPENING = "([“‘\"'—–-"


def word_before(before: str) -> str | None:
    """The word, in lower case, that what stands before a name ends with; the one before `the` where it ends with that.

    Empty where it ends with none; None where that is not plain (`built-in`, `city,`), so that a pattern must tell.
    """
    if before[-1:] != " ":
        return None if before[-2:] == " \n" else ""
    word = before[:-1].rpartition(" ")[2].lower()
    if word == "the":
        word = before[:-5].rpartition(" ")[2].lower()
    word = word.lstrip(_OPENING)
    if word.isascii() and word.isalpha():
        return word
    return None if word[-1:].isalpha() or word[-1:] == "," else ""


# What a word with a capital may be; a word is of the first kind that fits.
COUNTRY, DEMONYM, CALENDAR, FUNCTION, RANK, PORTFOLIO, GENERIC, ADJECTIVE, COMMON, NAME = "TDKFRPOACN"


@lru_cache(maxsize=1 << 15)
def kind_of(word: str) -> str:
    """What a word with a capital is, by one of the letters above; its case and its full stop count for nothing.

    `NAME` is what no list knows. A country is `T`, a word of an organisation's, a place's or an event's name `O`.
    """
    words = name_words()
    lower = word.lower().rstrip(".")
    if word in by_adjective() and word not in by_name():
        return DEMONYM
    if word in by_name() or word.rstrip(".") in by_name():
        return COUNTRY
    for kind, those in (
        (CALENDAR, words.calendar),
        (FUNCTION, words.function | {lower} if lower.partition("-")[0] in words.function else words.function),
        (RANK, words.rank),
        (PORTFOLIO, words.portfolio),
        (ADJECTIVE, words.adjective),
        (GENERIC, words.organisation | words.headed),
    ):
        if lower in those:
            return kind
    return COMMON if lower in words.personal or lower in word_list(english(), "common_words") else NAME


@cache
def _openings() -> frozenset[str]:
    """First words of countries and demonyms of several."""
    names = (name.partition(" ") for name in (*by_name(), *by_adjective()))
    return frozenset(first for first, space, _ in names if space)


def kinds_of(words: list[str]) -> str:
    """The kinds of several words, a letter each; countries of two words (`North Korea`, `United States`) as such."""
    kinds = [kind_of(word) for word in words]
    openings = _openings()
    for first in range(len(words) - 1):
        if words[first] not in openings:
            continue
        for length in (2, 3):
            name = " ".join(words[first : first + length])
            if len(words) >= first + length:
                if name in by_name():
                    kinds[first : first + length] = [COUNTRY] * length
                elif name in by_adjective():
                    kinds[first : first + length] = [DEMONYM] * length
    return "".join(kinds)
