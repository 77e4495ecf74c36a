"""Capitals and houses that stand for a government: `Moscow was more talkative`, `the Kremlin said`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.entities.countries import Country, by_name, capitals, countries
from dateline.entities.lexicon import name_words
from dateline.entities.places import is_place
from dateline.model import Name

# Before a capital that is the subject of a clause, whatever it does: `that Washington remove`.
_SUBJECT = re.compile(r"\b(?:that|whether|if|because|while|than|unless|although|though) $")
_NEXT_WORD = re.compile(r"(?P<owns>[’']s)? (?P<word>[\w-]+)")


# Letters before it in which such a word stands.
_BEFORE = 12


@dataclass(frozen=True, slots=True)
class _Words:
    seats: dict[str, str]
    shared: frozenset[str]
    acts: frozenset[str]
    urban: frozenset[str]


@cache
def _words(language: str = "en") -> _Words:
    data = tomllib.loads(
        resources.files("dateline.entities").joinpath(language, "places.toml").read_text(encoding="utf-8")
    )
    lists = {
        key: [word.replace("_", " ") for word in data[key].split()] for key in ("seats", "shared", "acts", "urban")
    }
    seats = dict(seat.split(":") for seat in lists["seats"])
    return _Words(seats, frozenset(lists["shared"]), frozenset(lists["acts"]), frozenset(lists["urban"]))


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
    behind = _NEXT_WORD.match(text, name.end)
    if behind is None:
        return capitals()[name.text]
    word = behind["word"].lower()
    if behind["owns"]:
        is_city = behind["word"][0].isupper() or word in words.urban
    else:
        is_subject = _SUBJECT.search(text[max(0, name.start - _BEFORE) : name.start]) is not None
        is_city = not is_subject and word not in words.acts and word not in name_words().function
    return None if is_city else capitals()[name.text]


@cache
def _by_code() -> dict[str, Country]:
    return {country.iso: country for country in countries()}
