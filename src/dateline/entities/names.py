"""Names by their surface: runs of capitals, without rank, demonym or the words that merely open a sentence."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.entities.countries import by_adjective, by_name
from dateline.model import Name, Span

_CAPITAL = r"(?:(?:[A-Z]\.){1,4}(?=[ ’',.-]|$)|St\.|[A-ZÀ-ÖØ-Þ][\w-]*(?:[’'](?!s\b)\w+)*|[a-z]{1,3}-[A-ZÀ-ÖØ-Þ][\w-]*)"
_RUN = re.compile(
    rf"(?<![\w@#]){_CAPITAL}(?: (?:(?:of the|of|de|da|do|del|van|von|der|den|bin|ibn|al|el|du|la) )?{_CAPITAL}){{0,9}}"
)

# Behind a month that is no part of a name: `Hanoi, Vietnam March 2, 2019`, but `Theresa May, 62`.
_DAY_FOLLOWS = re.compile(r" \d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The word lists of `names.toml`."""

    opening: frozenset[str]
    opening_noun: frozenset[str]
    title: frozenset[str]
    particle: frozenset[str]
    calendar: frozenset[str]
    weekday: frozenset[str]
    organisation: frozenset[str]


@cache
def name_words(language: str = "en") -> NameWords:
    """The word lists of a language, read from its data file once."""
    data = tomllib.loads(
        resources.files("dateline.entities").joinpath(language, "names.toml").read_text(encoding="utf-8")
    )
    return NameWords(**{key: frozenset(words.split()) for key, words in data.items()})


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a text, with the country that the words before it tie it to."""

    name: Name
    country: str | None
    """Name of the country in `Russian Foreign Minister Sergei Lavrov`, else None."""


def find(text: str, span: Span | None = None) -> list[Name]:
    """Names in `text`, or in a stretch of it, in order."""
    return [found.name for found in find_with_country(text, span)]


def find_with_country(text: str, span: Span | None = None) -> list[FoundName]:
    """Names in order, each with the country its rank ties it to."""
    start, end = span or (0, len(text))
    found: list[FoundName] = []
    country_before: str | None = None
    previous_end = start
    for match in _RUN.finditer(text, start, end):
        tokens = match[0].split(" ")
        if "\n" in text[previous_end : match.start()] or match.start() - previous_end > 30:
            country_before = None
        dropped, country = _rank(tokens, opens=_opens_sentence(text, match.start(), start))
        end_of_name = match.end()
        tokens = tokens[dropped:]
        if len(tokens) > 1 and tokens[-1].lower() in name_words().calendar and _DAY_FOLLOWS.match(text, match.end()):
            end_of_name -= len(tokens.pop()) + 1
        if not tokens or tokens == ["I"] or _is_common_noun(text, tokens, end_of_name, start):
            country_before = country
            previous_end = match.end()
            continue
        begin = end_of_name - len(" ".join(tokens))
        parts = _split_after_country(text, begin, tokens) or [(begin, tokens)]
        for at, words in parts:
            name = " ".join(words)
            tie = country if (at, words) == parts[-1] and dropped else None
            if not tie and country_before and len(words) > 1 and name not in by_name():
                tie = country_before
            found.append(FoundName(Name(at, at + len(name), name), tie))
        name = " ".join(tokens)
        country_before = (
            by_name()[name].name if name in by_name() and text[match.end() : match.end() + 2] in {"’s", "'s"} else None
        )
        previous_end = match.end()
    return found


def bare(words: Sequence[str]) -> list[str]:
    """The name in a run of capitalised words: rank and demonym before it dropped, unless nothing else is left."""
    dropped, _ = _rank(list(words), opens=False)
    return list(words[dropped:]) or list(words)


def _is_common_noun(text: str, tokens: Sequence[str], end: int, floor: int) -> bool:
    """Whether what is left of a run is one common noun with the capital of a sentence's first word."""
    return (
        len(tokens) == 1
        and tokens[0].lower() in name_words().opening_noun
        and _opens_sentence(text, end - len(tokens[0]), floor)
    )


def _opens_sentence(text: str, at: int, floor: int) -> bool:
    before = text[max(floor, at - 3) : at].rstrip(" “\"'‘(—–-")
    return at == floor or not before or before[-1] in '.!?:\n\r”"'


def _rank(tokens: list[str], *, opens: bool) -> tuple[int, str | None]:
    """How many words before the name are rank, demonym or sentence opening, and the country among them."""
    words = name_words()
    country: str | None = None
    i = 0
    while i < len(tokens):
        pair = " ".join(tokens[i : i + 2])
        token = tokens[i]
        lower = token.lower().rstrip(".")
        if pair in by_adjective() and pair not in by_name():
            country, i = by_adjective()[pair].name, i + 2
        elif pair in by_name() or (token in by_name() and token not in by_adjective()):
            break
        elif token in by_adjective() and (i + 1 < len(tokens) or token not in by_name()):
            country, i = by_adjective()[token].name, i + 1
        elif (
            lower in words.title
            or (lower in words.calendar and (i + 1 == len(tokens) or lower in words.weekday))
            or (lower in words.opening and (i or opens or lower in _ARTICLES))
        ) or (i and lower in words.particle):
            i += 1
        else:
            break
    return i, country


_ARTICLES = frozenset({"the", "a", "an"})


def _split_after_country(text: str, begin: int, tokens: list[str]) -> list[tuple[int, list[str]]] | None:
    """Cut `Representative for North Korea Stephen Biegun` behind the country; None where there is nothing to cut."""
    if not re.search(r"\b(?:for|to) $", text[max(0, begin - 4) : begin]):
        return None
    for length in (3, 2, 1):
        if len(tokens) >= length + 2 and " ".join(tokens[:length]) in by_name():
            head = tokens[:length]
            return [(begin, head), (begin + len(" ".join(head)) + 1, tokens[length:])]
    return None
