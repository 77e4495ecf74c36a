"""Clauses of a sentence by its surface: no parser, only word lists and punctuation.

A clause here is a stretch with a finite verb of its own. The cut is careful rather than complete: where the words do
not show a subject and a finite verb after a conjunction, the sentence stays whole there.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from dateline.model import Span

# Words looked at after a conjunction for a subject and its finite verb. Found by reading cuts on news of the 2010s:
# shorter misses subjects with a prepositional phrase, longer reaches into the next clause.
_REACH = 16
# Words of an apposition at most that may part a subject from its verb there.
_APPOSITION = 6

_WORD = re.compile(r"\w+(?:[.’'-]\w+)*|[^\w\s]")


class Word(NamedTuple):
    """A word or punctuation mark, with its place in the article's text."""

    text: str
    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of `surface.toml`, as sets and compiled patterns."""

    auxiliary: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    not_past: frozenset[str]
    raising: frozenset[str]
    """Words behind an auxiliary that tell how sure the verb behind their `to` is."""
    within_group: frozenset[str]
    """Words that may stand within a verb group."""
    no_verb: frozenset[str]
    """Words behind a form of `be` or `have` that are not its verb."""
    after_comma: frozenset[str]
    alone: frozenset[str]
    background: frozenset[str]
    counted_since: frozenset[str]
    leaning: frozenset[str]
    speech_verb: frozenset[str]
    speech_effect: dict[str, str]
    """For a verb of saying, the name of the status it gives to what is said."""
    speech_opening: frozenset[str]
    addressed: frozenset[str]
    before_verb: frozenset[str]
    not_after: frozenset[str]
    recipient: frozenset[str]
    no_source: frozenset[str]
    outlet_noun: frozenset[str]
    pronoun: frozenset[str]
    status: dict[str, re.Pattern[str]]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The surface lexicon of a language, read from its data file once."""
    data = tomllib.loads(
        resources.files("dateline.events").joinpath(language, "surface.toml").read_text(encoding="utf-8")
    )

    def words(table: str, key: str) -> frozenset[str]:
        return frozenset(data[table][key].split())

    return Lexicon(
        auxiliary=words("verbs", "auxiliary"),
        past=words("verbs", "past"),
        present=words("verbs", "present"),
        not_past=words("verbs", "not_past"),
        raising=words("verbs", "raising"),
        within_group=words("verbs", "within_group"),
        no_verb=words("verbs", "no_verb"),
        after_comma=words("clauses", "after_comma"),
        alone=words("clauses", "alone"),
        background=words("clauses", "background"),
        counted_since=words("clauses", "counted_since"),
        leaning=words("clauses", "leaning"),
        speech_verb=words("speech", "verb"),
        speech_effect={verb: status for status, verbs in data["speech"]["effect"].items() for verb in verbs.split()},
        speech_opening=words("speech", "opening"),
        addressed=words("speech", "addressed"),
        before_verb=words("speech", "before_verb"),
        not_after=words("speech", "not_after"),
        recipient=words("speech", "recipient"),
        no_source=words("speech", "no_source"),
        outlet_noun=words("speech", "outlet_noun"),
        pronoun=words("speech", "pronoun"),
        status={name: re.compile("|".join(rows), re.IGNORECASE) for name, rows in data["status"].items()},
    )


def words_of(text: str, sentence: Span) -> list[Word]:
    """Words and punctuation marks of a sentence, in order."""
    return [
        Word(match[0], match[0].lower().replace("’", "'"), match.start(), match.end())
        for match in _WORD.finditer(text, sentence.start, sentence.end)
    ]


def is_finite(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether word `i` is, by its form and its left neighbour, a finite verb."""
    word = words[i].lower
    if word in lex.auxiliary:
        return word not in {"be", "been", "being"}
    before = words[i - 1].lower if i else ""
    if before in lex.not_after:
        return False
    if word in lex.past or word in lex.present or word in lex.speech_verb:
        return True
    return word.endswith("ed") and len(word) > 4 and word not in lex.not_past and words[i].text.islower()


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
            if _opens_clause(words, i + 2, lex, subject_needed=words[i + 1].lower not in {"which", "who"}):
                starts.append(i + 1)
        elif (
            word.lower in lex.alone
            and i
            and words[i - 1].lower != ","
            and not (word.lower == "since" and words[i - 1].lower in lex.counted_since)
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
