"""Which sentences tell a date best: those that together say what most articles say of it.

Sentences are picked one by one, each for the words and word pairs it adds to those picked before (coverage of
concepts, after Gillick and Favre 2009 and Lin and Bilmes 2011). A concept counts by the number of independent articles
that use it of that date, so that a sentence is chosen for what the outlets agree on and not for its own detail.
"""

import heapq
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from dateline.model import EntryDate
from dateline.text.copies import Copies
from dateline.timeline.headlines import fitness
from dateline.timeline.memory import Memory
from dateline.timeline.select.limits import Quota, room
from dateline.timeline.select.passages import Passage, by_publication
from dateline.timeline.select.queries import query_weight
from dateline.timeline.select.subject import Subject
from dateline.timeline.story import Story

# Found on the nine references of Timeline17, one by one with the others held; each lies on a plateau there.
# How far length counts against a sentence: 0 not at all, 1 in full proportion.
_LENGTH = 0.6
# Words of a sentence that are counted at least, so that no stump wins by its shortness.
_SHORTEST = 5
# How far the rarity of a word in the story counts.
_RARITY = 0.5
# Articles that must share a pair of words before it counts; alone it is one writer's phrase.
_PAIR_SHARED = 2
# A report that looks back tells a day as a chronicle does, in a sentence and without the noise of the day.
_LOOKS_BACK = 1.5
_DAYS_BACK = 7
# Share of the smaller sentence's concepts from which two say the same.
_SAME = 0.8
# Share of its worth that a passage has in common with a chosen one before the two may tell of one event.
_ALIKE = 0.4
# Further passages for each entry, those most like the chosen ones.
_FURTHER_AN_ENTRY = 3
# Words with which a sentence is neither a stump nor a paragraph.
_FEWEST_WORDS, _MOST_WORDS = 7, 60


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, as far as the passages of its date tell what it is worth."""

    passage: Passage
    terms: Sequence[str]
    concepts: frozenset[str]
    words: int
    fitness: float
    """How well it stands for its day, and for what was asked."""
    length: float
    """By what its worth is divided."""
    told_by: dict[str, float]
    """What each independent article that has this sentence adds to its concepts."""


@dataclass(frozen=True, slots=True)
class _Date:
    """The sentences of a date, the first published first, and what the articles agree on of it."""

    sentences: Sequence[_Sentence]
    shared: Mapping[str, float]
    """The independent articles that use a concept of this date; those that count for nothing are not there."""
    concepts: Sequence[frozenset[str]]
    """Of each sentence, those of its concepts that count."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: _Sentence
    concepts: frozenset[str]
    """Those that count."""
    worth: float
    """By what the gain of its concepts is multiplied."""

    @property
    def passage(self) -> Passage:
        return self.sentence.passage


@dataclass(frozen=True, slots=True)
class SentenceChoice:
    """What tells a date best."""

    date: EntryDate
    quota: Quota
    """How much of it may be shown."""
    heads: Sequence[Passage]
    """The passages chosen, the best first: of one sentence one passage, of sentences that say the same one."""
    further: Sequence[Passage]
    """Passages that are most like one of them: each article's best first, the most alike first."""


def choose_sentences(
    story: Story, passages: Sequence[Passage], quota: Quota, memory: Memory | None = None
) -> SentenceChoice:
    """The passages that tell their date best, with some in reserve, and those that may tell the same.

    `passages` are those that `story` has of one date, of which as much as `quota` may be shown. Between equals the one
    published first is taken.
    """
    key, of = ("sentences", passages[0].date.value), (passages, story.language)
    date = (memory or Memory()).get(key, of, lambda: _date(story, passages))
    values = _values(date, story.subject)
    candidates = [
        _Candidate(one, concepts, story.subject.nearness(one.terms) * one.fitness / one.length)
        for one, concepts in zip(date.sentences, date.concepts, strict=True)
    ]
    chosen = _cover(candidates, values, quota)
    further = _alike(candidates, chosen, values, story.copies)[: quota.entries * _FURTHER_AN_ENTRY]
    return SentenceChoice(passages[0].date, quota, [candidate.passage for candidate in chosen], further)


def _cover(candidates: Sequence[_Candidate], values: Mapping[str, float], quota: Quota) -> list[_Candidate]:
    """Candidates picked one by one, each for what it adds to those before, while there is room for its words."""
    # Gains only fall as more is chosen, so a gain that still leads after it was brought up to date is the largest.
    heap = [(-_gain(own, values), number, 0) for number, own in enumerate(candidates)]
    heapq.heapify(heap)
    chosen: list[_Candidate] = []
    left = dict(values)
    words = 0
    while heap and len(chosen) < quota.heads:
        _, number, at = heapq.heappop(heap)
        candidate = candidates[number]
        if at < len(chosen):
            if not any(_same(candidate, other) for other in chosen[at:]):
                heapq.heappush(heap, (-_gain(candidate, left), number, len(chosen)))
            continue
        if chosen and words + candidate.sentence.words > max(quota.words, room(len(chosen) + 1)):
            continue
        words += candidate.sentence.words
        chosen.append(candidate)
        for concept in candidate.concepts:
            left[concept] = 0.0
    return chosen


def _alike(
    candidates: Sequence[_Candidate],
    chosen: Sequence[_Candidate],
    values: Mapping[str, float],
    copies: Copies,
) -> list[Passage]:
    """Candidates that were not chosen, by how much of their worth stands in one that was: first the best of each
    independent article, then the next of each."""
    taken = {id(candidate) for candidate in chosen}
    ranked = []
    for number, candidate in enumerate(candidates):
        worth = math.fsum(map(values.__getitem__, candidate.concepts))
        if id(candidate) not in taken and worth:
            shared = max(math.fsum(values[c] for c in candidate.concepts & other.concepts) for other in chosen) / worth
            if shared >= _ALIKE:
                ranked.append((-shared, number))
    met: Counter[str] = Counter()
    rounds: list[tuple[int, int, int]] = []
    for _, number in sorted(ranked):
        origin = copies.original(candidates[number].passage.article.id)
        rounds.append((met[origin], len(rounds), number))
        met[origin] += 1
    return [candidates[number].passage for _, _, number in sorted(rounds)]


def _date(story: Story, passages: Sequence[Passage]) -> _Date:
    found = _sentences(story, passages)
    shared = _shared(found)
    return _Date(found, shared, [one.concepts & shared.keys() for one in found])


def _sentences(story: Story, passages: Sequence[Passage]) -> list[_Sentence]:
    """The sentences, the first published first; those of the same words once."""
    found: dict[str, _Sentence] = {}
    for passage in sorted(passages, key=by_publication):
        text = passage.text
        if text not in found:
            terms = passage.told.terms
            found[text] = _Sentence(
                passage,
                terms,
                frozenset([*terms, *map(" ".join, pairwise(terms))]),
                words=text.count(" ") + 1,
                fitness=query_weight(passage, story.query_weights) * fitness(passage),
                length=max(_SHORTEST, len(terms)) ** _LENGTH,
                told_by={},
            )
        published = passage.article.published
        back = published is not None and (published - passage.date.last).days > _DAYS_BACK
        told_by, origin = found[text].told_by, story.copies.original(passage.article.id)
        told_by[origin] = max(told_by.get(origin, 0.0), _LOOKS_BACK if back else 1.0)
    sentences = [one for one in found.values() if _FEWEST_WORDS <= one.words <= _MOST_WORDS]
    return sentences or list(found.values())


def _shared(sentences: Sequence[_Sentence]) -> dict[str, float]:
    """The independent articles that use each concept of this date; a pair of words that only one uses is none."""
    times = Counter(chain.from_iterable(one.concepts for one in sentences))
    several = {concept for concept, number in times.items() if number > 1}
    shared: dict[str, float] = {}
    by_origin: dict[str, dict[str, float]] = {concept: {} for concept in several}
    for one in sentences:
        own = one.told_by
        # Most concepts are of one sentence alone.
        alone = one.concepts - several
        counting = alone if len(own) >= _PAIR_SHARED else [concept for concept in alone if " " not in concept]
        shared.update(dict.fromkeys(counting, math.fsum(own.values())))
        for concept in one.concepts & several:
            known = by_origin[concept]
            for origin, weight in own.items():
                if known.get(origin, 0.0) < weight:
                    known[origin] = weight
    for concept, told_by in by_origin.items():
        if len(told_by) >= _PAIR_SHARED or " " not in concept:
            shared[concept] = math.fsum(told_by.values())
    return shared


def _values(date: _Date, subject: Subject) -> dict[str, float]:
    """What each concept is worth: the independent articles that use it of this date, and the rarity of a word."""
    return {
        concept: shared if " " in concept else shared * float(subject.rarity(concept) ** _RARITY)
        for concept, shared in date.shared.items()
    }


def _gain(candidate: _Candidate, value: Mapping[str, float]) -> float:
    return candidate.worth * math.fsum(map(value.__getitem__, candidate.concepts))


def _same(one: _Candidate, other: _Candidate) -> bool:
    ours, theirs = one.sentence.concepts, other.sentence.concepts
    return len(ours & theirs) > _SAME * min(len(ours), len(theirs))
