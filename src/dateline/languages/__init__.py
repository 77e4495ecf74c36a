"""Languages: which there are, which one a text is in, and all words, rules and weights of each in a folder of its own.

    english = named("en")
    english.words("text/words.toml", "empty_words")

`docs/languages.md` says what a folder holds, part by part, and how to begin another one.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import wraps
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, TypeVar

from dateline.errors import MissingLanguage
from dateline.languages.identification import UNDETERMINED, identify, name_of, primary
from dateline.languages.language import (
    EMPTY,
    Language,
    alternatives,
    at,
    known,
    made_once,
    opening,
    remembered,
    shipped,
)

__all__ = [
    "Language",
    "Told",
    "ToldBy",
    "add",
    "alternatives",
    "available",
    "empty",
    "forget",
    "identify",
    "made_of_all",
    "made_once",
    "name_of",
    "named",
    "opening",
    "primary",
    "remembered",
    "remove",
    "tell",
]

T = TypeVar("T")

DEFAULT = "en"
"""The language of an article that does not name its own, and whose text is too short or too listy to tell."""

_SHIPPED = ("en",)
_added: dict[str, Traversable] = {}
_of_all: dict[Callable[..., Any], Any] = {}


class ToldBy(StrEnum):
    """What the language of an article is known by."""

    ITSELF = "itself"
    """The article says it."""
    WORDS = "words"
    """Its words tell."""
    DEFAULT = "default"
    """Nothing tells."""


class Told(NamedTuple):
    """The language of an article."""

    tag: str
    """BCP 47, the primary tag alone: `en` for `en-GB`. Whether it can be analysed, `named` says."""
    by: ToldBy


def available() -> tuple[str, ...]:
    """The tags of the languages that can be analysed, sorted."""
    return tuple(sorted({*_SHIPPED, *_added}))


def named(tag: str) -> Language:
    """The language of a BCP 47 tag; a region or a script in it counts for nothing: `en-GB` is `en`.

    Raises MissingLanguage for one that is not there.
    """
    own = primary(tag)
    if own in _added:
        return at(own, _added[own])
    if own in _SHIPPED:
        return at(own, shipped(own))
    raise MissingLanguage(name_of(tag), [f"{named(known).name} ({known})" for known in available()])


def tell(given: str | None, text: str) -> Told:
    """The language of an article: as it is given, else by the words of its text, else English."""
    if given:
        return Told(primary(given), ToldBy.ITSELF)
    tag = identify(text)
    return Told(DEFAULT, ToldBy.DEFAULT) if tag == UNDETERMINED else Told(tag, ToldBy.WORDS)


def empty() -> Language:
    """The language that has no words: in it, nothing is found."""
    return at(EMPTY, shipped(EMPTY))


def add(tag: str, folder: Traversable) -> Language:
    """Make a language of your own from a folder, under a BCP 47 tag; given back ready for use.

    Under the tag of a language that is there, it takes that one's place. A process that does not start as a copy of
    this one, as on macOS and Windows, must add it again.
    """
    own = primary(tag)
    if own == EMPTY:
        raise ValueError(f"{EMPTY!r} stands for the empty language. Give yours a tag of its own")
    _added[own] = folder
    _of_all.clear()
    return at(own, folder)


def remove(tag: str) -> None:
    """Take back a language that was added; one that was never added is no error."""
    if _added.pop(primary(tag), None) is not None:
        _of_all.clear()


def forget() -> None:
    """Let go of all that was made of languages' data; the languages that were added stay."""
    _of_all.clear()
    for language in known():
        language.forget()


def made_of_all(make: Callable[[Sequence[Language]], T]) -> Callable[[], T]:
    """A decorator: what a function makes of all languages there are is made once, and anew when one is added.

    For what must be known before the language of an article is, such as the labels above a text.
    """

    @wraps(make)
    def made() -> T:
        if make not in _of_all:
            _of_all[make] = make([named(tag) for tag in available()])
        return _of_all[make]  # type: ignore[no-any-return]

    return made
