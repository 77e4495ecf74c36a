"""Passages read closely: what each tells, in a form that can be compared with what another one tells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.entities.countries import by_adjective, by_name
from dateline.entities.names import find_with_country
from dateline.entities.within import Names
from dateline.events.kinds import kinds
from dateline.events.surface import Reading, cut, read
from dateline.model import Article, Name, Span
from dateline.text.words import content_words, words_of
from dateline.timeline.passages import Passage

_PLACED = re.compile(r"\b(?:in|at|near|outside|around|off|across|city of|town of|port of) (?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one passage tells of one date."""

    passage: Passage
    reading: Reading
    words: frozenset[str]
    """Content words of the passage, roughly stemmed, without the words of who says so."""
    kinds: frozenset[str]
    """Kinds of events that the passage's words name."""
    names: frozenset[str]
    """Names in it; countries by one name, and beside each person the country that rank ties him to."""
    places: tuple[str, ...]
    participants: tuple[str, ...]

    @property
    def article(self) -> Article:
        return self.passage.article

    @property
    def span(self) -> Span:
        return self.reading.passage

    @property
    def exact(self) -> str:
        """The passage's text."""
        return self.span.of(self.article.text)


def close_reading(passages: Iterable[Passage]) -> list[Telling]:
    """Read passages closely, in their order."""
    ties: dict[str, Mapping[str, str]] = {}
    names: dict[str, Names] = {}
    tellings = []
    for passage in passages:
        article = passage.article
        if article.id not in ties:
            ties[article.id] = _ties(article.text)
            names[article.id] = Names(article.text)
        reading = read(cut(names[article.id], passage.sentence, passage.siblings), passage.timex, article.published)
        tellings.append(_telling(passage, reading, ties[article.id]))
    return tellings


def _telling(passage: Passage, reading: Reading, ties: Mapping[str, str]) -> Telling:
    text = passage.article.text
    span = reading.passage
    names = [found.name for found in find_with_country(text, span)]
    said = [name for name in names if reading.said_by and name.text in reading.said_by]
    own = names if reading.is_speech else [name for name in names if name not in said]
    words = content_words(span.of(text))
    spoken = set() if reading.is_speech else set(content_words(reading.said_by or ""))
    places = tuple(dict.fromkeys(name.text for name in own if _is_place(text, name)))
    return Telling(
        passage,
        reading,
        words=frozenset(word for word in words if word not in spoken),
        kinds=kinds(words_of(span.of(text))),
        names=frozenset(_expanded(own, ties)),
        places=places,
        participants=tuple(dict.fromkeys(name.text for name in own if name.text not in places)),
    )


def _expanded(names: Iterable[Name], ties: Mapping[str, str]) -> Iterable[str]:
    for name in names:
        country = by_name().get(name.text) or by_adjective().get(name.text)
        yield country.name if country else name.text
        if name.text in ties:
            yield ties[name.text]


def _ties(text: str) -> dict[str, str]:
    """Names of an article tied to a country by rank (`U.S. President Donald Trump`), by full name and by surname."""
    ties: dict[str, str] = {}
    for found in find_with_country(text):
        if found.country:
            name = found.name.text
            for form in (name, name.rsplit(" ", 1)[-1], name.split(" ", 1)[0]):
                ties.setdefault(form, found.country)
    return ties


def _is_place(text: str, name: Name) -> bool:
    """Whether a name is told as somewhere: behind a preposition of place."""
    return bool(_PLACED.search(text[max(0, name.start - 14) : name.start]))
