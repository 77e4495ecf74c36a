"""A text in, the offices of countries it names out, and whom those that stand alone mean: `the North Korean leader`.

Who holds an office is told by apposition: `North Korean leader Kim Jong Un`; `Kim Jong Un, the North Korean leader`;
`the Russian president, Vladimir Putin`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from dateline.entities.countries import by_adjective, by_name
from dateline.entities.name_words import listed, name_words
from dateline.languages import Language, alternatives, made_once
from dateline.model import Name, Span

# Behind what is no office but part of another word.
_GOES_ON = re.compile(r"[\w’'-]")
# Characters before an office in which its country stands.
_BEFORE = 60


class OfficeWords(NamedTuple):
    """The word lists of `entities/offices.toml`, each described there."""

    office: frozenset[str]
    leading: frozenset[str]
    leader: frozenset[str]
    past: frozenset[str]
    of_family: frozenset[str]
    other: frozenset[str]


@made_once
def office_words(language: Language) -> OfficeWords:
    """The word lists of a language."""
    given = language.settings("entities/offices.toml")
    return OfficeWords(**{field: frozenset(listed(given, field)) for field in OfficeWords._fields})


class Office(NamedTuple):
    """An office where a text names it."""

    span: Span
    """From the article or the country to the office: `the North Korean leader`."""
    country: str
    """Name of the country."""
    role: str
    """The office in lower case."""
    modifier: str | None
    """`elder`, `late`, `former` and the like; None for who holds it now."""
    holder: str | None
    """The name that stands beside it, as written; None where it stands alone."""
    is_definite: bool
    """Whether it speaks of one person: `the French president`, `France’s president`; not `a French president`."""


def offices(language: Language, text: str, names: Sequence[Name]) -> list[Office]:
    """The offices of countries that a text names, in order; `names` are all names in it."""
    starting = {name.start: name for name in names}
    ending = {name.end: name for name in names}
    return [office for noun in _nouns(language, text) if (office := _office(language, text, noun, starting, ending))]


def _nouns(language: Language, text: str) -> Iterator[Span]:
    """Where words for offices stand behind a space, in order: `president`, but not `vice-president`, `presidential`."""
    for _, start, end in _offices(language).find_matches_as_indexes(text):
        if text[start - 1 : start].isspace() and not _GOES_ON.match(text, end):
            yield Span(start, end)


def _office(
    language: Language, text: str, noun: Span, starting: dict[int, Name], ending: dict[int, Name]
) -> Office | None:
    """The office that a noun names; None where no country stands before it."""
    floor = max(0, noun.start - _BEFORE)
    before = _country_before(language).search(text[floor : noun.start])
    country, words = _country(language, before["country"]) if before else (None, "")
    if before is None or country is None:
        return None
    follows = words == before["country"]
    first = before["first"] if follows else None
    modifiers = office_words(language).past | office_words(language).other
    found = [word for word in (first, before["second"]) if word and word.lower() in modifiers]
    start = floor + before.end("country") - len(words)
    if follows and before["the"]:
        start = floor + before.start("the")
    elif first in found:
        start = floor + before.start("first")
    holder = _holder(text, Span(start, noun.end), starting, ending)
    return Office(
        Span(start, noun.end),
        country,
        noun.of(text).lower(),
        found[0].lower() if found else None,
        holder.text if holder else None,
        bool(before["owns"] or (follows and before["the"])),
    )


@made_once
def _country_before(language: Language) -> re.Pattern[str]:
    """The country right before an office, with the article and the word between them: `the late North Korean`."""
    words = name_words(language)
    article = alternatives(way for word in words.articles for way in (word, word.capitalize()))
    modifiers = office_words(language).past | office_words(language).other
    opening = alternatives(word.capitalize() for word in modifiers)
    return re.compile(
        rf"(?:(?P<the>{article}) )?(?:(?P<first>[a-z-]+|{opening}) )?"
        rf"(?P<country>(?:[A-Z][\w.]+ )?[A-Z][\w.]+)(?P<owns>{alternatives(words.possessive)})?"
        r"(?: (?P<second>[a-z-]+))? $"
    )


@made_once
def _offices(language: Language) -> AhoCorasick:
    """Offices, each word with a capital or without."""
    ways = (
        product(*((word, word.capitalize()) for word in office.split()))
        for office in sorted(office_words(language).office)
    )
    return AhoCorasick([" ".join(way) for office in ways for way in office], matchkind=MatchKind.LeftmostLongest)


def _country(language: Language, words: str) -> tuple[str | None, str]:
    """The country that words end in, by name or adjective, with those of the words that name it."""
    for part in (words, words.rpartition(" ")[2]):
        country = by_adjective(language).get(part) or by_name(language).get(part)
        if country:
            return country.name, part
    return None, ""


def _holder(text: str, span: Span, starting: dict[int, Name], ending: dict[int, Name]) -> Name | None:
    """The name beside an office: right behind it, behind a comma and closed by one, or before a comma."""
    start, end = span
    if text[end : end + 1] == " " and end + 1 in starting:
        return starting[end + 1]
    if text[end : end + 2] == ", " and end + 2 in starting and _closes(text, starting[end + 2].end):
        return starting[end + 2]
    if text[start - 2 : start] == ", " and text[end : end + 1] in {",", "."}:
        return ending.get(start - 2)
    return None


def _closes(text: str, at: int) -> bool:
    """Whether an apposition ends at an offset: by a comma, a full stop, or with the text."""
    return at == len(text) or text[at] in ",."


class Holders:
    """Who holds the offices of countries, by articles that tell."""

    def __init__(self, language: Language, articles: Iterable[tuple[Sequence[Office], Callable[[str], str]]]) -> None:
        """For each article the offices it names, and what gives the full name of a name in it."""
        self._words = words = office_words(language)
        self._now: dict[tuple[str, str], set[str]] = {}
        self._once: dict[tuple[str, str], set[str]] = {}
        for named, full in articles:
            for office in named:
                if office.holder and " " in (person := full(office.holder)):
                    held = self._once if office.modifier in words.past else self._now
                    if office.modifier not in words.other:
                        held.setdefault((office.country, office.role), set()).add(person)

    def of(self, office: Office, before: Iterable[str]) -> str | None:
        """Who is meant by an office that stands alone; None where nobody is, or more than one may be.

        `before` are the persons named before it in its article, by full name, the last one first.
        """
        if office.modifier in self._words.other or not office.is_definite:
            return None
        now = self._holding(self._now, office)
        if office.modifier is None:
            return next(iter(now)) if len(now) == 1 else None
        once = self._holding(self._once, office) - now
        if office.modifier in self._words.of_family and len(now) == 1:
            [holder] = now
            family = set(holder.split())
            return next((person for person in before if person != holder and family & set(person.split())), None)
        return next(iter(once)) if len(once) == 1 else None

    def _holding(self, held: dict[tuple[str, str], set[str]], office: Office) -> set[str]:
        """Who holds it; a country’s leader is whoever holds its one leading office."""
        own = held.get((office.country, office.role))
        if own or office.role not in self._words.leader:
            return own or set()
        return {person for role in self._words.leading for person in held.get((office.country, role), ())}
