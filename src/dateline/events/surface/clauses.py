"""Clauses of a sentence by its surface: no parser, only word lists and punctuation.

A clause here is a stretch with a finite verb of its own. The cut is careful rather than complete: where the words do
not show a subject and a finite verb after a conjunction, the sentence stays whole there.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.events.surface.lexicon import Lexicon
from dateline.model import Span

# Words looked at after a conjunction for a subject and its finite verb. Found by reading cuts on news of the 2010s:
# shorter misses subjects with a prepositional phrase, longer reaches into the next clause.
_REACH = 16
# Words of an apposition at most that may part a subject from its verb there.
_APPOSITION = 6
# Letters that a regular past has more of: `need` and `shed` end like one.
_SHORTEST_PAST = 4

_WORD = re.compile(r"\w+(?:[.’'-]\w+)*|[^\w\s]")


class Word(NamedTuple):
    """A word or punctuation mark, with its place in the article's text."""

    text: str
    lower: str
    start: int
    end: int


def words_of(text: str, sentence: Span) -> list[Word]:
    """Words and punctuation marks of a sentence, in order."""
    return [
        Word(word := match[0], word.lower().replace("’", "'"), *match.span())
        for match in _WORD.finditer(text, sentence.start, sentence.end)
    ]


def lower_words(text: str, sentence: Span) -> Iterator[str]:
    """The same in lower case without their places, which is quicker to have."""
    return (word.lower().replace("’", "'") for word in _WORD.findall(text, sentence.start, sentence.end))


def span_of(words: Sequence[Word], stretch: tuple[int, int]) -> Span:
    """The characters from the first to the last of some words, given by their indices, end exclusive."""
    return Span(words[stretch[0]].start, words[stretch[1] - 1].end)


def is_finite(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether word `i` is, by its form and its left neighbour, a finite verb."""
    word = words[i].lower
    if word in lex.auxiliary:
        return word not in lex.not_finite
    before = words[i - 1].lower if i else ""
    if before in lex.not_after:
        return False
    return word in lex.present or word in lex.speech_verb or is_past(words[i].text, lex)


def is_past(word: str, lex: Lexicon) -> bool:
    """Whether a word has the form of a past, which may be a participle as well."""
    lower = word.lower()
    return lower in lex.past or (
        word.islower() and word.endswith(lex.past_endings) and len(word) > _SHORTEST_PAST and lower not in lex.not_past
    )


def first_finite(words: Sequence[Word], start: int, end: int, lex: Lexicon) -> int | None:
    """Index of the first finite verb in `words[start:end]`, or None."""
    return next((i for i in range(start, end) if is_finite(words, i, lex)), None)


def clause_starts(words: Sequence[Word], lex: Lexicon) -> list[int]:
    """Indices of the words that open a clause, the first being 0."""
    starts = [0]
    for i, word in enumerate(words[:-1]):
        if word.lower in {";", "—", "–"}:
            if i + 1 < len(words):
                starts.append(i + 1)
        elif word.lower == "," and words[i + 1].lower in lex.after_comma:
            if _opens_clause(words, i + 2, lex, subject_needed=words[i + 1].lower not in lex.subject):
                starts.append(i + 1)
        elif (
            word.lower in lex.alone
            and i
            and words[i - 1].lower != ","
            and not (word.lower in lex.since and words[i - 1].lower in lex.counted_since)
            and _opens_clause(words, i + 1, lex, subject_needed=True)
        ):
            starts.append(i)
    return sorted(set(starts))


def _opens_clause(words: Sequence[Word], start: int, lex: Lexicon, *, subject_needed: bool) -> bool:
    """Whether a finite verb follows within reach, behind a subject when one is needed."""
    i = start
    while i < min(start + _REACH, len(words)):
        if words[i].lower == "," and i > start:
            closing = next((j for j in range(i + 2, min(i + _APPOSITION, len(words))) if words[j].lower == ","), None)
            if closing is None or not words[i + 1].text[0].isupper():
                return False
            i = closing
        elif words[i].lower in {",", ";", "—", "–", ":"}:
            return False
        elif is_finite(words, i, lex):
            return i > start or not subject_needed
        i += 1
    return False
