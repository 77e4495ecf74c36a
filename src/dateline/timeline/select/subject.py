"""What the articles of a story speak of, and how close a sentence is to it."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from dateline.timeline.select.passages import Passage, SentencePlace


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of the dated sentences of a story."""

    counts: Mapping[str, int]
    """How many of the sentences have each."""
    weights: Mapping[int, tuple[float, float]]
    """By how many sentences have a word, 0 for none: how rare it is, and its weight in all sentences together, of which
    the weights of all words are a vector of length 1."""

    def rarity(self, term: str) -> float:
        """How rare a word is among the sentences."""
        return self.weights[self.counts.get(term, 0)][0]

    def nearness(self, terms: Sequence[str]) -> float:
        """How close a sentence of these words is to what the whole story is about: the cosine, 0 to 1."""
        counts, weights = self.counts, self.weights
        own = [weights[counts.get(term, 0)] for term in set(terms)]
        length = math.sqrt(math.fsum([rarity * rarity for rarity, _ in own]))
        return math.fsum([rarity * weight for rarity, weight in own]) / length if length else 0.0


def subject_of(passages: Iterable[Passage]) -> Subject:
    """What the dated sentences of a story have in common."""
    found = GrowingSubject()
    found.add(passages)
    return found.subject()


class GrowingSubject:
    """What dated sentences have in common, as more of them come out."""

    def __init__(self) -> None:
        self._terms: Counter[str] = Counter()
        self._seen: set[SentencePlace] = set()

    def add(self, passages: Iterable[Passage]) -> None:
        """Count the words of sentences, each sentence once."""
        for passage in passages:
            if passage.place not in self._seen:
                self._seen.add(passage.place)
                self._terms.update(set(passage.told.terms))

    def take_back(self, passages: Iterable[Passage]) -> None:
        """As if these had not been added; all that were of their sentences go with them."""
        for passage in passages:
            if passage.place in self._seen:
                self._seen.remove(passage.place)
                for term in set(passage.told.terms):
                    if self._terms[term] == 1:
                        del self._terms[term]
                    else:
                        self._terms[term] -= 1

    def subject(self) -> Subject:
        """What they have in common so far."""
        seen, often = len(self._seen), Counter(self._terms.values())
        rarity = {count: math.log(1 + seen / count) for count in often}
        weight = {count: count * rarity[count] for count in often}
        squares = (repeat(weight[count] * weight[count], words) for count, words in often.items())
        length = math.sqrt(math.fsum(chain.from_iterable(squares))) or 1.0
        weights = {count: (rarity[count], weight[count] / length) for count in often}
        return Subject(dict(self._terms), {0: (math.log(1 + seen), 0.0), **weights})
