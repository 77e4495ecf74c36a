"""A text in, the tag of its language out: by its script, then by its most frequent function words.

Function words make up a third of running text and hardly cross languages, so counting them tells a news article's
language from its first paragraphs (Grefenstette 1995, "Comparing two language identification schemes"). The table
`function-words.tsv` beside this module holds some thirty languages: enough to refuse by name what is not analysed.
"""

import re
from collections import Counter
from functools import cache
from importlib import resources
from typing import NamedTuple

UNDETERMINED = "und"

# Code points that are looked at: a few paragraphs tell.
_LOOKED_AT = 4_000
# Share of the words that must be function words of the language, and how many there must be: lists of names and
# figures have few of any. Read off news articles of the shipped corpora, whose share lies above .25.
_LEAST_SHARE = 0.08
_FEWEST_WORDS = 4
# How many times as many as those of the runner-up, below which nothing is told.
_BY_FAR = 1.15

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
# Scripts that are read by a language or a few, told by one range each; kana before Han, for Japanese has both.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
)
# Share of the letters that must be of the script.
_MOSTLY = 0.3
_LETTER = re.compile(r"[^\W\d_]")


class _Known(NamedTuple):
    names: dict[str, str]
    """English name by tag."""
    tags: dict[str, str]
    """Tag by every other code or name that stands for it, in lower case."""
    of_word: dict[str, tuple[str, ...]]
    """The languages that have a word as a function word."""


def identify(text: str) -> str:
    """The BCP 47 tag of the language a text is in, `und` where its words do not tell."""
    sample = text[:_LOOKED_AT]
    letters = len(_LETTER.findall(sample))
    for tag, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > _MOSTLY * letters:
            return tag
    words = _WORD.findall(sample.lower())
    known = _known().of_word
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(known.get(word, ()))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not ranked or ranked[0][1] < max(_FEWEST_WORDS, _LEAST_SHARE * len(words)):
        return UNDETERMINED
    if len(ranked) > 1 and ranked[0][1] < _BY_FAR * ranked[1][1]:
        return UNDETERMINED
    return ranked[0][0]


def primary(tag: str) -> str:
    """The primary tag of a language as people write it: `en` of `en-GB`, `EN_us`, `eng` and `English`."""
    own = tag.strip().lower().replace("_", "-").partition("-")[0]
    return _known().tags.get(own, own)


def name_of(tag: str) -> str:
    """The English name of a language with its tag, as messages write it: `Spanish (es)`."""
    own = primary(tag)
    name = _known().names.get(own)
    return f"{name} ({own})" if name else f"{tag!r}"


@cache
def _known() -> _Known:
    text = resources.files("dateline.languages").joinpath("function-words.tsv").read_text(encoding="utf-8")
    names: dict[str, str] = {}
    tags: dict[str, str] = {}
    of_word: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        tag, codes, name, words = line.split("\t")
        names[tag] = name
        tags |= dict.fromkeys((tag, name.lower(), *codes.split()), tag)
        for word in words.split():
            of_word[word] = (*of_word.get(word, ()), tag)
    return _Known(names, tags, of_word)
