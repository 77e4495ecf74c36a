"""What was asked for: words that steer which dates and sentences matter."""

from collections.abc import Iterable, Sequence

from dateline.errors import OptionError
from dateline.languages import english
from dateline.model import Entry
from dateline.text.words import content_words
from dateline.timeline.select.passages import Passage

# How much more a sentence counts that holds a word of the query. At 10, half of the entries of a story of a thousand
# articles hold the name asked for, at 3 a third; what else is shown is what the story cannot be told without.
_WEIGHT = 10.0


def checked(queries: Sequence[str]) -> tuple[str, ...]:
    """The queries.

    Raises OptionError for one that holds no word to look for.
    """
    for query in queries:
        if not content_words(english(), query):
            raise OptionError(f"the query {query!r} holds no word to look for: name a person, a place or a matter")
    return tuple(queries)


def weights(passages: Iterable[Passage], queries: Sequence[str]) -> dict[tuple[str, int], float]:
    """How much more a sentence counts that holds a word of a query, by article id and start; no other is there."""
    wanted = _words(queries)
    if not wanted:
        return {}
    return {
        (passage.article.id, passage.sentence.start): _WEIGHT
        for passage in passages
        if not wanted.isdisjoint(content_words(english(), passage.text))
    }


def heard(entries: Iterable[Entry], queries: Sequence[str]) -> list[str]:
    """The queries of which a word stands in the evidence of some entry."""
    told = {
        word for entry in entries for evidence in entry.evidence for word in content_words(english(), evidence.exact)
    }
    return [query for query in queries if not told.isdisjoint(_words([query]))]


def _words(queries: Sequence[str]) -> frozenset[str]:
    return frozenset(word for query in queries for word in content_words(english(), query))
