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
    terms: Counter[str] = Counter()
    seen: set[SentencePlace] = set()
    for passage in passages:
        if passage.place not in seen:
            seen.add(passage.place)
            terms.update(set(passage.told.terms))
    rarity = {term: math.log(1 + len(seen) / count) for term, count in terms.items()}
    centre = {term: terms[term] * rarity[term] for term in terms}
    length = math.sqrt(math.fsum(value * value for value in centre.values())) or 1.0
    return Subject(rarity, {term: value / length for term, value in centre.items()}, math.log(1 + len(seen)))
