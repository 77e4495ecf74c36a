"""What the articles of a story speak of, and how close a sentence is to it."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from dateline.timeline.select.passages import Passage, SentencePlace


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of the dated sentences of a story."""

    rarity: Mapping[str, float]
    """How rare each is among the sentences."""
    centre: Mapping[str, float]
    """How much weight each has in all of them together; a vector of length 1."""
    unseen: float
    """How rare a word is that none of them has."""

    def nearness(self, terms: Sequence[str]) -> float:
        """How close a sentence of these words is to what the whole story is about: the cosine, 0 to 1."""
        own = set(terms)
        rarity = [self.rarity.get(term, self.unseen) for term in own]
        length = math.sqrt(math.fsum([one * one for one in rarity]))
        return math.fsum(map(mul, rarity, [self.centre.get(term, 0.0) for term in own])) / length if length else 0.0


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

    def subject(self) -> Subject:
        """What they have in common so far."""
        terms, seen = self._terms, len(self._seen)
        rarity = {term: math.log(1 + seen / count) for term, count in terms.items()}
        centre = {term: terms[term] * rarity[term] for term in terms}
        length = math.sqrt(math.fsum(value * value for value in centre.values())) or 1.0
        return Subject(rarity, {term: value / length for term, value in centre.items()}, math.log(1 + seen))
