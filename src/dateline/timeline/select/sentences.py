"""Which sentences tell a date best: those that together say what most articles say of it.

Sentences are picked one by one, each for the words and word pairs it adds to those picked before (coverage of
concepts, after Gillick and Favre 2009 and Lin and Bilmes 2011). A concept counts by the number of independent articles
that use it of that date, so that a sentence is chosen for what the outlets agree on and not for its own detail.
"""

import heapq
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain, pairwise

from dateline.languages import Language, made_once
from dateline.text.copies import Copies
from dateline.text.words import word_list
from dateline.timeline.select.dates import Weights, asked
from dateline.timeline.select.passages import Passage
from dateline.timeline.select.subject import Subject, terms_of

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
# What is left of a sentence that opens by pointing to the one before it.
_POINTS_BACK = 0.7
# What is left of one that tells before the day what is to come, of one that tells of other days as well, and of one in
# which somebody speaks of himself.
_LOOKS_AHEAD = 0.7
_OTHER_DAYS = 0.7
_PERSONAL = 0.6
# And of one that begins with a mark or stands behind one: an item of a list, the stamp of a live report, a turn of a
# transcript, an aside; and of one to which the headline above sticks (`Envoys Meet With Rebels The two …`).
_MARKED = 0.7
_GLUED = 0.5
_BEHIND = 3
# And of one that names the year of the days in which it was published: a caption does, a report does not.
_NAMES_ITS_YEAR = 0.6
_THESE_DAYS = 10
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Share of the smaller sentence's concepts from which two say the same.
_SAME = 0.8
# Share of its worth that a passage has in common with a chosen one before the two may tell of one event.
_ALIKE = 0.4
# Sentences chosen for each entry that a date may have: some tell the event of another one and give way to the next.
_HEADS_AN_ENTRY = 3
# Further passages for each entry, those most like the chosen ones.
_FURTHER_AN_ENTRY = 3
# Words that the sentences of a date have together: so many for each entry, and some over. References of Timeline17 have
# 20 words a sentence, news 26; with room for long sentences only, a reader gets less said of a day in more words.
_WORDS_AN_ENTRY = 25
_WORDS_OVER = 6
# Words with which a sentence is neither a stump nor a paragraph.
_FEWEST_WORDS, _MOST_WORDS = 7, 60


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks against a sentence; `selection.toml` says what each is."""

    first_person: re.Pattern[str]
    glued_headline: re.Pattern[str]
    mark: re.Pattern[str]


@made_once
def _signs(language: Language) -> _Signs:
    return _Signs(*(language.pattern("timeline/selection.toml", sign.name) for sign in fields(_Signs)))


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: Passage
    concepts: frozenset[str]
    words: int
    worth: float
    """By what the gain of its concepts is multiplied."""
    told_by: dict[str, float]
    """What each independent article that has this sentence adds to its concepts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What tells a date best."""

    heads: Sequence[Passage]
    """The passages chosen, the best first: of one sentence one passage, of sentences that say the same one."""
    further: Sequence[Passage]
    """Passages that are most like one of them: each article's best first, the most alike first."""


def room(entries: int) -> int:
    """Words that the sentences of so many entries of one date have together at most, when there is more than one."""
    return entries * _WORDS_AN_ENTRY + _WORDS_OVER


def choose(passages: Sequence[Passage], subject: Subject, copies: Copies, weights: Weights, entries: int) -> Choice:
    """The passages that tell their date best, with some in reserve, and those that may tell the same.

    `passages` are those of one date, which is to have `entries` entries. Between equals the one published first is
    taken.
    """
    candidates = _candidates(passages, subject, copies, weights)
    values = _values(candidates, subject)
    chosen = _cover(candidates, values, entries)
    further = _alike(candidates, chosen, values, copies)[: entries * _FURTHER_AN_ENTRY]
    return Choice([candidate.passage for candidate in chosen], further)


def _cover(candidates: Sequence[_Candidate], values: Mapping[str, float], entries: int) -> list[_Candidate]:
    """Candidates picked one by one, each for what it adds to those before, while there is room for its words."""
    # Gains only fall as more is chosen, so a gain that still leads after it was brought up to date is the largest.
    heap = [(-_gain(own, values), number, 0) for number, own in enumerate(candidates)]
    heapq.heapify(heap)
    chosen: list[_Candidate] = []
    left = dict(values)
    words = 0
    while heap and len(chosen) < entries * _HEADS_AN_ENTRY:
        _, number, at = heapq.heappop(heap)
        candidate = candidates[number]
        if at < len(chosen):
            if not any(_same(candidate, other) for other in chosen[at:]):
                heapq.heappush(heap, (-_gain(candidate, left), number, len(chosen)))
            continue
        if chosen and words + candidate.words > room(max(entries, len(chosen) + 1)):
            continue
        words += candidate.words
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


def _candidates(passages: Sequence[Passage], subject: Subject, copies: Copies, weights: Weights) -> list[_Candidate]:
    """One candidate for each sentence, the first published first; sentences of the same words once."""
    found: dict[str, _Candidate] = {}
    for passage in sorted(passages, key=_by_publication):
        text = passage.text
        if text not in found:
            length = text.count(" ") + 1
            terms = terms_of(passage.language, text)
            worth = subject.nearness(terms) * asked(passage, weights) * _standing(passage)
            concepts = frozenset([*terms, *map(" ".join, pairwise(terms))])
            found[text] = _Candidate(passage, concepts, length, worth / max(_SHORTEST, len(terms)) ** _LENGTH, {})
        published = passage.article.published
        back = published is not None and (published - passage.date.last).days > _DAYS_BACK
        told_by, origin = found[text].told_by, copies.original(passage.article.id)
        told_by[origin] = max(told_by.get(origin, 0.0), _LOOKS_BACK if back else 1.0)
    sentences = [candidate for candidate in found.values() if _FEWEST_WORDS <= candidate.words <= _MOST_WORDS]
    return sentences or list(found.values())


def _standing(passage: Passage) -> float:
    """How well a sentence stands for its day: what is left of its worth for each thing that speaks against it."""
    text = passage.text
    signs = _signs(passage.language)
    published = passage.article.published
    standing = 1.0
    if _points_back(passage.language, text):
        standing *= _POINTS_BACK
    if published is not None and published < passage.date.first:
        standing *= _LOOKS_AHEAD
    if len({(timex.first, timex.last) for timex in passage.siblings if timex.first}) > 1:
        standing *= _OTHER_DAYS
    if signs.first_person.search(text):
        standing *= _PERSONAL
    if _is_marked(passage):
        standing *= _MARKED
    if signs.glued_headline.match(text):
        standing *= _GLUED
    if published is not None and abs((published - passage.date.last).days) <= _THESE_DAYS:
        standing *= _NAMES_ITS_YEAR if _YEAR.search(passage.timex.text) else 1.0
    return standing


def _is_marked(passage: Passage) -> bool:
    """Whether the sentence begins with a mark, or one was cut off before it."""
    start = passage.sentence.start
    before = passage.article.text[max(0, start - _BEHIND) : start]
    mark = _signs(passage.language).mark
    return mark.match(passage.text) is not None or mark.match(before.rpartition("\n")[2].lstrip()) is not None


def _points_back(language: Language, text: str) -> bool:
    opening, _, rest = text.strip("“”\"'‘’( ").lower().partition(" ")
    pointers = word_list(language, "pointers")
    return opening.replace("’", "'").partition("'")[0] in pointers or f"{opening}_{rest.partition(' ')[0]}" in pointers


def _values(candidates: Sequence[_Candidate], subject: Subject) -> dict[str, float]:
    """What each concept is worth: the independent articles that use it of this date, and the rarity of a word."""
    shared: dict[str, list[Mapping[str, float]]] = {}
    alone: dict[str, Mapping[str, float]] = {}
    for candidate in candidates:
        for concept in candidate.concepts:
            first = alone.setdefault(concept, candidate.told_by)
            if first is not candidate.told_by:
                shared.setdefault(concept, [first]).append(candidate.told_by)
    return {concept: _value(concept, shared.get(concept, (own,)), subject) for concept, own in alone.items()}


def _value(concept: str, told_by: Sequence[Mapping[str, float]], subject: Subject) -> float:
    by_origin = told_by[0]
    if len(told_by) > 1:
        by_origin = {}
        for origin, weight in chain.from_iterable(own.items() for own in told_by):
            by_origin[origin] = max(by_origin.get(origin, 0.0), weight)
    if " " in concept:
        return math.fsum(by_origin.values()) if len(by_origin) >= _PAIR_SHARED else 0.0
    return math.fsum(by_origin.values()) * float(subject.rarity[concept] ** _RARITY)


def _gain(candidate: _Candidate, value: Mapping[str, float]) -> float:
    return candidate.worth * math.fsum(map(value.__getitem__, candidate.concepts))


def _same(one: _Candidate, other: _Candidate) -> bool:
    smaller = min(len(one.concepts), len(other.concepts))
    return len(one.concepts & other.concepts) > _SAME * smaller


def _by_publication(passage: Passage) -> tuple[str, str, int]:
    article = passage.article
    return (article.published.isoformat() if article.published else "9999", article.id, passage.timex.start)
