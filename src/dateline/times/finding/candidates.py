"""A text in, the stretches of it out in which a time expression may stand.

One pass of a many-word automaton (Aho and Corasick 1975) over the text finds the words and figures that every time
expression has at least one of. Only the words around these are looked at one by one.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from dateline.languages import Language, made_once
from dateline.model import Span
from dateline.text.characters import encodable
from dateline.times.grammar.rules import grammar
from dateline.times.grammar.word_classes import Figures, figures

# Code points read before and after a word that was found: twice what `benchmarks/timex.py` needs to keep its figures
# within 0.2 points.
_BEFORE = 40
_AFTER = 30


class Keys(NamedTuple):
    """The words, then the figures, worth stopping at."""

    automaton: AhoCorasick
    words: int
    """How many of the keys are words; the others are figures, which may lie inside a longer one."""


@made_once
def keys(language: Language) -> Keys:
    """What is worth stopping at in any text."""
    return _keys(language, list(grammar(language).lexicon.triggers()))


@made_once
def keys_of_antiquity(language: Language) -> Keys:
    """What is worth stopping at in a text on antiquity, where any three figures may be a year."""
    return _keys(language, [*grammar(language).lexicon.triggers(), *map(str, range(100, 1000))])


def _keys(language: Language, words: list[str]) -> Keys:
    inside = sorted(set(_figures(figures(language))).difference(words))
    return Keys(AhoCorasick(words + inside, implementation=Implementation.DFA), len(words))


def _figures(beside: Figures) -> Iterator[str]:
    """Keys that stand for figures rather than words: they may lie inside a longer one."""
    for decade in range(100, 220):
        yield str(decade)
    for a in range(10):
        if beside.decade:
            yield f"{a}0{beside.decade}"
        yield from (f"{sign}{a}" for sign in beside.before_years)
        yield from (f"{a}{form}" for suffix in beside.suffixes for form in (suffix, suffix.upper()))
        yield from (f"{a} {half}" for half in beside.halves_of_day)
        yield from (f"{a}{sign}{b}" for sign in ":/" for b in range(10))


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Whether the key from `start` to `end` is only a part of a longer word or figure."""
    first, last = text[start], text[end - 1]
    if start and ((first.isalpha() and text[start - 1].isalpha()) or (first.isdigit() and text[start - 1].isalnum())):
        return True
    return end < len(text) and ((last.isalpha() and text[end].isalpha()) or (last.isdigit() and text[end].isdigit()))


def windows(
    language: Language, text: str, sentences: Sequence[Span], *, antiquity: bool = False
) -> Iterator[tuple[int, int, int]]:
    """Stretches of `text` worth reading: start, end, and the index of the sentence they lie in.

    In text order, without overlaps; each begins and ends between words.
    """
    if not sentences:
        return
    index, sentence = 0, sentences[0]
    first = latest = -1
    automaton, words = keys_of_antiquity(language) if antiquity else keys(language)
    for key, start, end in automaton.find_matches_as_indexes(encodable(text), overlapping=True):
        if key < words and _inside_a_word(text, start, end):
            continue
        if start < sentence.end:
            if first >= 0 and start - latest <= _BEFORE + _AFTER:
                latest = end
                continue
            if start < sentence.start:
                continue
        if first >= 0:
            yield *_widened(text, sentence, first, latest), index
        while start >= sentence.end:
            index += 1
            if index == len(sentences):
                return
            sentence = sentences[index]
        first, latest = (start, end) if start >= sentence.start else (-1, -1)
    if first >= 0:
        yield *_widened(text, sentence, first, latest), index


def _widened(text: str, sentence: Span, start: int, end: int) -> tuple[int, int]:
    """From `start` to `end` with the words within reach on either side, inside the sentence."""
    low = start - _BEFORE
    low = text.find(" ", low, start) + 1 or start if low > sentence.start else sentence.start
    high = end + _AFTER
    if high >= sentence.end:
        return low, sentence.end
    high = text.rfind(" ", end, high)
    return low, high if high >= 0 else min(end, sentence.end)
