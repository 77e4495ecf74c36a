"""Articles in, what the archive keeps of each reading out: worked out in several processes, small enough to cross."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.errors import InputError, in_article, is_fault
from dateline.model import Article
from dateline.processes import Portions, in_portions
from dateline.reading.article import ArticleReading, read_article
from dateline.stories.features import features_of

_PORTIONS = Portions(size=32, worth=200)
# Of each kind, what an article is searched by at most.
_MOST = 60


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of the reading of one version."""

    reading: bytes
    """The reading, packed under the version of the analysis."""
    language: str
    """The tag of the language it was read in."""
    features: tuple[Any, ...]
    """What stories are told by, as plain values."""
    opening: str
    """Its first sentence, for a story whose articles have no title."""
    told: tuple[tuple[str, str], ...]
    """The days, places and persons it tells of, each with its kind."""


def kept_of(reading: ArticleReading) -> Kept:
    """What is kept of a reading."""
    names = reading.names
    places = dict.fromkeys(names.full(name.text) for name in names.all if names.toponyms.is_place(name))
    days = {timex.first.isoformat() for timex in reading.timexes if timex.first and timex.first == timex.last}
    told = [
        *(("day", day) for day in sorted(days)[:_MOST]),
        *(("place", place) for place in list(places)[:_MOST]),
        *(("person", person) for person in [person for person in names.people if person not in places][:_MOST]),
    ]
    opening = reading.sentences[0].of(reading.article.text) if reading.sentences else ""
    return Kept(reading.pack(), reading.language.tag, features_of(reading).to_plain(), opening, tuple(told))


def kept(articles: Sequence[Article], processes: int | None = None) -> Iterator[tuple[Article, Kept | InputError]]:
    """Each article with what is kept of it, in their order; with the reason where it cannot be read."""
    for portion, outcomes in in_portions(_read, articles, _PORTIONS, processes):
        yield from zip(portion, outcomes, strict=True)


def _read(articles: Sequence[Article]) -> list[Kept | InputError]:
    return [_read_one(article) for article in articles]


def _read_one(article: Article) -> Kept | InputError:
    try:
        return kept_of(read_article(article))
    except BaseException as fault:
        if not is_fault(fault):
            raise
        return in_article(article, fault)
