"""Capitals and houses that stand for a government: `Moscow was more talkative`, `the Kremlin said`."""

import re
from typing import NamedTuple

from dateline.entities.countries import Country, by_code, by_name, capitals
from dateline.entities.name_words import listed, name_words
from dateline.entities.toponyms import Toponyms
from dateline.languages import Language, alternatives, made_once
from dateline.model import Name

# Characters before a capital that are looked at.
_BEFORE = 24
_LAST_NAME = r"([A-Z]\w+(?: [A-Z]\w+)?)"


class _Words(NamedTuple):
    seats: dict[str, str]
    shared: frozenset[str]
    acts: frozenset[str]
    done_to: frozenset[str]
    relations: frozenset[str]
    urban: frozenset[str]
    next_word: re.Pattern[str]
    """The word behind a capital, and whether a possessive stands between."""
    subordinating: re.Pattern[str]
    """Before a capital that is the subject of a clause, whatever it does: `that Washington remove`."""
    joined: re.Pattern[str]
    joining: re.Pattern[str]
    """Before and behind one of two governments: `Moscow and Pyongyang`."""


@made_once
def _words(language: Language) -> _Words:
    given = language.settings("entities/places.toml")
    words = name_words(language)
    lists = {key: frozenset(listed(given, key)) for key in ("shared", "acts", "done_to", "relations", "urban")}
    joining = alternatives(words.joining)
    return _Words(
        seats={row[0]: row[1] for row in language.table("entities/seats.tsv")},
        **lists,
        next_word=re.compile(rf"(?P<owns>{alternatives(words.possessive)})? (?P<word>[\w-]+)"),
        subordinating=re.compile(rf"\b{alternatives(listed(given, 'subordinating'))} $"),
        joined=re.compile(rf"{_LAST_NAME} {joining} $"),
        joining=re.compile(rf" {joining} {_LAST_NAME}"),
    )


def may_govern(language: Language, name: str) -> bool:
    """Whether a name can stand for a government that is not called by its country."""
    words = _words(language)
    return name in words.seats or (
        name in capitals(language) and name not in by_name(language) and name not in words.shared
    )


def government(toponyms: Toponyms, name: Name) -> Country | None:
    """The country for whose government a name stands there; None where it is the city, or neither is certain."""
    language = toponyms.language
    words = _words(language)
    if name.text in words.seats:
        return by_code(language)[words.seats[name.text]]
    if not may_govern(language, name.text) or toponyms.is_place(name):
        return None
    return capitals(language)[name.text] if _acts(language, toponyms.text, name) else None


def _acts(language: Language, text: str, name: Name) -> bool:
    """Whether the words beside a capital tell what a government does, or what is done to one."""
    words = _words(language)
    behind = words.next_word.match(text, name.end)
    word = behind["word"] if behind else ""
    if behind and behind["owns"]:
        return not word[0].isupper() and word.lower() not in words.urban
    before = text[max(0, name.start - _BEFORE) : name.start]
    if word.lower() in words.acts or words.subordinating.search(before):
        return True
    if word and word.islower() and word not in name_words(language).function:
        return False
    if joined := words.joined.search(before):
        return may_govern(language, joined[1])
    if joined := words.joining.match(text, name.end):
        return may_govern(language, joined[1])
    last = before.rstrip().rpartition(" ")[2].lower()
    return last in words.relations or last in words.done_to
