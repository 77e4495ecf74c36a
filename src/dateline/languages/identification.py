"""A text in, the tag of its language out: by its script, then by its most frequent function words.

Function words make up a third of running text and hardly cross languages, so counting them tells a news article's
language from its first paragraphs (Grefenstette 1995, "Comparing two language identification schemes"). A word that
several languages have counts for each of them by its share. The table `function-words.tsv` beside this module holds
some forty languages: enough to refuse by name what is not analysed.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from importlib import resources
from typing import NamedTuple

UNDETERMINED = "und"

# Code points that are looked at: a few paragraphs tell.
_LOOKED_AT = 1_000
# Share of the words that must be function words of the language: lists of names and figures have few of any. Of the
# 6,300 English, German and Spanish articles looked at, 99 in 100 lie above .25.
_LEAST_SHARE = 0.08
# How many different ones there must be, and what they must weigh together: a word that one language alone has weighs 1.
# With these and the next one, none of 7,300 English headlines and single sentences is told to be in another language,
# and all of 225 German and Spanish articles are told.
_FEWEST_WORDS = 3
_LEAST_WEIGHT = 1.5
# How many times the weight of the runner-up, below which nothing is told.
_BY_FAR = 1.3

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
# The same where all characters are ASCII, in half the time.
_ASCII_WORD = re.compile(r"[a-zA-Z]+(?:'[a-zA-Z]+)?")
# Scripts that one language or a few are written in, first and last character; kana before Han, for Japanese has both.
# Compared one by one: regular expressions of such ranges take longer to make than all else here.
_SCRIPTS = {
    "ja": ("\u3040", "\u30ff"),
    "ko": ("\uac00", "\ud7af"),
    "zh": ("\u4e00", "\u9fff"),
    "th": ("\u0e00", "\u0e7f"),
    "el": ("\u0370", "\u03ff"),
    "he": ("\u0590", "\u05ff"),
    "hi": ("\u0900", "\u097f"),
    "ka": ("\u10a0", "\u10ff"),
    "hy": ("\u0530", "\u058f"),
    "bn": ("\u0980", "\u09ff"),
    "ta": ("\u0b80", "\u0bff"),
}
_FIRST_OF_SCRIPTS = min(first for first, _ in _SCRIPTS.values())
# Share of the letters that must be of the script.
_MOSTLY = 0.3


class _Known(NamedTuple):
    names: dict[str, str]
    """English name by tag."""
    tags: dict[str, str]
    """Tag by every other code or name that stands for it, in lower case."""
    of_form: dict[str, tuple[str, ...]]
    """The languages that have a word as a function word, as it is written: small, with a capital, in capitals.

    A lone capital is none: the `U` and `S` of `U.S.` are small words of other languages."""


def identify(text: str) -> str:
    """The BCP 47 tag of the language a text is in, `und` where its words do not tell."""
    sample = text[:_LOOKED_AT]
    is_ascii = sample.isascii()
    if not is_ascii and (tag := _by_script(sample)):
        return tag
    words, known = (_ASCII_WORD if is_ascii else _WORD).findall(sample), _known().of_form
    weights: defaultdict[str, float] = defaultdict(float)
    different: defaultdict[str, int] = defaultdict(int)
    found: defaultdict[str, int] = defaultdict(int)
    for word, count in Counter([word for word in words if word in known]).items():
        languages = known[word]
        for tag in languages:
            weights[tag] += count / len(languages)
            different[tag] += 1
            found[tag] += count
    ranked = sorted(weights.values(), reverse=True)
    best = min((tag for tag in weights if weights[tag] == ranked[0]), default=UNDETERMINED)
    enough = (
        different[best] >= _FEWEST_WORDS
        and weights[best] >= _LEAST_WEIGHT
        and found[best] >= _LEAST_SHARE * len(words)
        and (len(ranked) == 1 or ranked[0] >= _BY_FAR * ranked[1])
    )
    return best if enough else UNDETERMINED


def _by_script(sample: str) -> str | None:
    """The language whose script most of the letters are of."""
    beyond = [character for character in sample if character >= _FIRST_OF_SCRIPTS]
    least = _MOSTLY * sum(map(str.isalpha, sample))
    for tag, (first, last) in _SCRIPTS.items():
        if sum(first <= character <= last for character in beyond) > least:
            return tag
    return None


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
    forms = {form: own for word, own in of_word.items() for form in (word.upper(), word.capitalize(), word)}
    return _Known(names, tags, {form: own for form, own in forms.items() if len(form) > 1 or not form.isupper()})
