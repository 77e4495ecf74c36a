"""A text in, its words out as they are compared: in lower case, roughly stemmed, without those that say nothing.

The lists and the endings are the language's own (`text/words.toml`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.languages import Language, made_once, remembered

_PATH = "text/words.toml"

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class _Stemming:
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
    words = _WORD.findall(text.lower().replace("’", "'"))
    return list(filter(None, map(_content.of(language), words)))


@remembered(1 << 16)
def _content(language: Language, word: str) -> str:
    """The stem of a word in lower case, empty when it says nothing of what a text is about."""
    word = word.removesuffix(_stemming(language).possessive)
    return "" if word in word_list(language, "empty_words") or word.isdigit() else stem(language, word)


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
