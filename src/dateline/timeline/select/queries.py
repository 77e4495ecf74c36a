"""What was asked for: words that steer which dates and sentences matter."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.errors import OptionError
from dateline.languages import Language, available, named
from dateline.model import Entry
from dateline.text.words import content_words
from dateline.timeline.select.passages import Passage, SentencePlace

# How much more a sentence counts that holds a word of the query. At 10, half of the entries of a story of a thousand
# articles hold the name asked for, at 3 a third; what else is shown is what the story cannot be told without.
_WEIGHT = 10.0

QueryWeights = Mapping[SentencePlace, float]
"""How much more a sentence counts that holds what was asked for; the others are not there and count 1."""


def check(queries: Sequence[str]) -> None:
    """Raise OptionError for a query that holds no word to look for in any language."""
    for query in queries:
        if not any(content_words(named(tag), query) for tag in available()):
            raise OptionError(f"the query {query!r} holds no word to look for. Name a person, a place or a matter")


def query_weights(language: Language, passages: Iterable[Passage], queries: Sequence[str]) -> QueryWeights:
    """The weights of the sentences that hold a word of a query; `language` is that of the queries."""
    wanted = _words(language, queries)
    if not wanted:
        return {}
    return {passage.place: _WEIGHT for passage in passages if not wanted.isdisjoint(passage.told.terms)}


def query_weight(passage: Passage, weights: QueryWeights) -> float:
    """How much more a passage counts for holding what was asked for."""
    return weights.get(passage.place, 1.0) if weights else 1.0


def heard(language: Language, entries: Iterable[Entry], queries: Sequence[str]) -> list[str]:
    """The queries of which a word stands in the evidence of some entry."""
    passages = (evidence.exact for entry in entries for evidence in entry.passages)
    told = {word for passage in passages for word in content_words(language, passage)}
    return [query for query in queries if not told.isdisjoint(_words(language, [query]))]


def _words(language: Language, queries: Sequence[str]) -> frozenset[str]:
    return frozenset(word for query in queries for word in content_words(language, query))
