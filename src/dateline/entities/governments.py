"""Capitals and houses that stand for a government: `Moscow was more talkative`, `the Kremlin said`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.entities.countries import Country, by_name, capitals, countries
from dateline.entities.name_words import name_words
from dateline.entities.toponyms import is_place
from dateline.model import Name

# Before a capital that is the subject of a clause, whatever it does: `that Washington remove`.
_SUBJECT = re.compile(r"\b(?:that|what|whether|if|because|while|than|unless|although|though) $")
_NEXT_WORD = re.compile(r"(?P<owns>[’']s)? (?P<word>[\w-]+)")


# `Moscow and Pyongyang` are two governments.
_JOINED = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)?) and $")
_JOINING = re.compile(r" and ([A-Z]\w+(?: [A-Z]\w+)?)")
# Characters before a capital in which such words stand.
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class _Words:
    seats: dict[str, str]
    shared: frozenset[str]
    acts: frozenset[str]
    done_to: frozenset[str]
    relations: frozenset[str]
    urban: frozenset[str]


@cache
def _words(language: str = "en") -> _Words:
    data = tomllib.loads(
        resources.files("dateline.entities").joinpath(language, "places.toml").read_text(encoding="utf-8")
    )
    lists = {
        key: [word.replace("_", " ") for word in data[key].split()]
        for key in ("seats", "shared", "acts", "done_to", "relations", "urban")
    }
    seats = dict(seat.split(":") for seat in lists.pop("seats"))
    return _Words(seats, **{key: frozenset(own) for key, own in lists.items()})


def may_govern(name: str) -> bool:
    """Whether a name can stand for a government that is not called by its country."""
    return name in _words().seats or (name in capitals() and name not in by_name() and name not in _words().shared)


def government(text: str, name: Name) -> Country | None:
    """The country for whose government a name in `text` stands; None where it is the city, or neither is certain."""
    words = _words()
    if name.text in words.seats:
        return _by_code()[words.seats[name.text]]
    if not may_govern(name.text) or is_place(text, name):
        return None
    return capitals()[name.text] if _acts(text, name) else None


def _acts(text: str, name: Name) -> bool:
    """Whether the words beside a capital tell what a government does, or what is done to one."""
    words = _words()
    behind = _NEXT_WORD.match(text, name.end)
    word = behind["word"] if behind else ""
    if behind and behind["owns"]:
        return not word[0].isupper() and word.lower() not in words.urban
    before = text[max(0, name.start - _BEFORE) : name.start]
    if word.lower() in words.acts or _SUBJECT.search(before):
        return True
    if word and word.islower() and word not in name_words().function:
        return False
    if joined := _JOINED.search(before):
        return may_govern(joined[1])
    if joined := _JOINING.match(text, name.end):
        return may_govern(joined[1])
    last = before.rstrip().rpartition(" ")[2].lower()
    return last in words.relations or last in words.done_to


@cache
def _by_code() -> dict[str, Country]:
    return {country.iso: country for country in countries()}
