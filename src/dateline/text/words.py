"""A text in, its words out as they are compared: in lower case, roughly stemmed, without those that say nothing.

The lists and the endings are the language's own (`text/words.toml`).
"""

import re
from collections.abc import Iterator
from itertools import chain
from sys import intern
from typing import NamedTuple

from dateline.languages import Language, made_once, remembered

_PATH = "text/words.toml"

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
# A blank for the marks of ASCII, Latin-1 and general punctuation, by code point; not for the apostrophe. What stays is
# there as well: where a text is not all ASCII, a letter that is sought in vain costs more than all the rest.
_BLANKS = {
    point: point if chr(point).isalnum() or chr(point) == "'" else ord(" ") for point in range(0x100)
} | dict.fromkeys(range(0x2000, 0x2070), ord(" "))


class _Stemming(NamedTuple):
    """How a language inflects, as far as stems go; its fields are those of `[stem]` in `text/words.toml`."""

    endings: tuple[tuple[str, str], ...]
    shortest: int
    doubled: re.Pattern[str]
    dropped: str
    possessive: str


@remembered(64)
def word_list(language: Language, name: str) -> frozenset[str]:
    """A list of words in lower case from the language's `text/words.toml`, such as `empty_words`."""
    return language.words(_PATH, name)


def words_of(language: Language, text: str) -> Iterator[str]:
    """The words of a text in order, in lower case, without possessive endings."""
    possessive = _stemming(language).possessive
    return (match[0].lower().replace("’", "'").removesuffix(possessive) for match in _WORD.finditer(text))


@remembered(1 << 14)
def stem(language: Language, word: str) -> str:
    """A word without the endings that inflection adds: enough to match `closing` and `close`, no more."""
    rules = _stemming(language)
    root = word
    for ending, base in rules.endings:
        if word.endswith(ending) and len(word) - len(ending) >= rules.shortest:
            root = word[: -len(ending)] + base
            break
    if len(root) <= rules.shortest:
        return root
    if root[-1] == root[-2] and rules.doubled.match(root[-1]):
        return root[:-1]
    return root.removesuffix(rules.dropped)


def content_words(language: Language, text: str) -> list[str]:
    """Words of a text that say what it is about, in lower case and roughly stemmed, in order."""
    # Tokens hold a word each, rarely several: what parts words in news is blanked first, which is quicker than to seek.
    tokens = text.lower().replace("’", "'").translate(_BLANKS).split()
    return list(chain.from_iterable(map(_content.of(language), tokens)))


@remembered(1 << 16)
def _content(language: Language, token: str) -> tuple[str, ...]:
    """The stems of the words of a token in lower case that say what a text is about: mostly one or none.

    They are interned, and so one object each where they cross between processes: words are counted and compared.
    """
    empty, possessive = word_list(language, "empty_words"), _stemming(language).possessive
    words = (word.removesuffix(possessive) for word in _WORD.findall(token))
    return tuple(intern(stem(language, word)) for word in words if word not in empty and not word.isdigit())


@made_once
def _stemming(language: Language) -> _Stemming:
    rules = language.settings(_PATH)["stem"]
    return _Stemming(
        endings=tuple((ending, base) for ending, base in rules["endings"]),
        shortest=rules["shortest"],
        doubled=re.compile(rules["doubled"]),
        dropped=rules["dropped"],
        possessive=rules["possessive"],
    )
