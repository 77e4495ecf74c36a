"""Languages: which there are, which one a text is in, and all words, rules and weights of each in a folder of its own.

    english = named("en")
    english.words("text/words.toml", "empty_words")

`docs/languages.md` says what a folder holds, part by part, and how to begin another one.
"""

from importlib.resources.abc import Traversable

from dateline.errors import MissingLanguage
from dateline.languages.identification import identify, name_of, primary
from dateline.languages.language import EMPTY, Language, alternatives, at, made_once, remembered, shipped

__all__ = [
    "Language",
    "add",
    "alternatives",
    "available",
    "english",
    "identify",
    "made_once",
    "name_of",
    "named",
    "remembered",
]

_SHIPPED = ("en",)
_added: dict[str, Traversable] = {}


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
    raise MissingLanguage(name_of(tag), [name_of(known) for known in available()])


def english() -> Language:
    """A stopgap for callers that have no language at hand yet."""
    return named("en")


def add(tag: str, folder: Traversable) -> Language:
    """Make a language of your own from a folder, under a BCP 47 tag; given back ready for use."""
    if tag == EMPTY:
        raise ValueError(f"{EMPTY!r} is the empty language: give yours a tag of its own")
    _added[tag] = folder
    return at(tag, folder)
