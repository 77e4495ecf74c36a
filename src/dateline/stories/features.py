"""A reading in, what an article is known by out: its words, its names, the days it tells of, and its copy's marks.

One small value made of one article alone, which can be kept: the stream of stories looks at nothing else. News tells
first what it is about, so the words of a title and of the opening count. What is a country's by its adjective is taken
for the country.
"""

import heapq
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.languages import Language
from dateline.reading.article import ArticleReading
from dateline.stories.folding import folded
from dateline.text.copies import Signature
from dateline.text.words import content_words

# Found on the development streams (benchmarks/stories.py), in content words: the opening of a report, and below how
# many words a text is a headline alone.
_OPENING = 250
_SHORT = 40
# How often a word of the title counts, and how much the first telling of a word says.
_TITLE = 2
_ONCE = 0.5
# Days told that lie further off say nothing of the story, in days.
_FAR = 800
# Smallest hashes of word chains that are kept.
_POINTS = 16
# What marks a name among terms.
NAME = "@"

# Characters of the story that hold its opening, by far.
_CHARACTERS = 3_500


@dataclass(frozen=True, slots=True)
class Features:
    """What an article is known by."""

    article: str
    """Its id."""
    day: int | None
    """The day it could first be read, as its proleptic ordinal; None for an undated one."""
    words: Mapping[str, float]
    """Stems of its title and opening, each with how much is made of it: a half when told once, 1 at most."""
    names: Mapping[str, float]
    """Its names by full form, `@` before each, likewise."""
    title: tuple[str, ...]
    """Stems of the title; of all the words where a text is a headline alone."""
    days: frozenset[int]
    """Days it tells of, its own among them, as ordinals."""
    is_short: bool
    """Whether it is hardly more than a headline."""
    points: tuple[int, ...]
    """The smallest hashes of its word chains, by which a copy is told."""

    def to_plain(self) -> tuple[Any, ...]:
        """As plain values: what `marshal` can write."""
        return (
            self.article,
            self.day,
            tuple(self.words.items()),
            tuple(self.names.items()),
            self.title,
            tuple(sorted(self.days)),
            self.is_short,
            self.points,
        )

    @classmethod
    def of_plain(cls, plain: tuple[Any, ...]) -> "Features":
        """What `to_plain` gave."""
        article, day, words, names, title, days, is_short, points = plain
        return cls(article, day, dict(words), dict(names), tuple(title), frozenset(days), is_short, tuple(points))


def features_of(reading: ArticleReading) -> Features:
    """What an article is known by, from its reading."""
    article, language = reading.article, reading.language
    title = stems(language, article.title or "")
    end = reading.sentences[0].start + _CHARACTERS if reading.sentences else 0
    opening = " ".join(span.of(article.text) for span in reading.sentences if span.start < end)
    told = stems(language, opening)
    words = Counter(told[:_OPENING])
    for word in title:
        words[word] += _TITLE
    is_short = len(told) + len(title) < _SHORT
    names = Counter(name_term(language, reading.names.full(name.text)) for name in reading.names.all)
    day = article.available.toordinal() if article.available else None
    days = {timex.first.toordinal() for timex in reading.timexes if timex.first and timex.first == timex.last}
    near = {told for told in days if day is not None and abs(told - day) < _FAR}
    return Features(
        article=article.id,
        day=day,
        words={word: emphasis(times) for word, times in words.items()},
        names={name: emphasis(times) for name, times in names.items()},
        title=tuple(dict.fromkeys(title or (words if is_short else ()))),
        days=frozenset(near if day is None else near | {day}),
        is_short=is_short,
        points=points(reading.signature),
    )


def stems(language: Language, text: str) -> list[str]:
    """The words of a text that say what it is about, in order: stemmed, a country by its adjective as by its name."""
    stand_for = folded(language)
    return [stand_for.get(word, word) for word in content_words(language, text)]


def name_term(language: Language, name: str) -> str:
    """A name as a term: `@` before it, a country by its first name."""
    return NAME + folded(language).get(name, name)


def emphasis(times: int) -> float:
    """How much is made of a word or a name that is told so many times: a half to 1."""
    return min(1.0, _ONCE * (1 + math.log(times)))


def points(signature: Signature) -> tuple[int, ...]:
    """The smallest hashes of a signature's word chains; none where a text is too short for a copy of it to be told."""
    return tuple(heapq.nsmallest(_POINTS, signature.chains)) if signature.tells else ()
