"""The stories that are alive, found by their words and names: an inverted index over what each story is known by.

A story is the sum of its articles, older ones fading: of each word and name, the share of the articles that tell it.
Only what marks a story out leads to it, so an article is compared with a handful of stories, not with all; and only so
many stories are alive at once, of those told long ago less is kept, so that memory is bounded.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice, repeat
from sys import intern
from typing import Any

from dateline.languages import Language, made_once
from dateline.stories.features import Features
from dateline.stories.printed import Printed

# What a story is known by, at most: found on the development streams, where twice as much told no more.
_WORDS = 300
_NAMES = 120
# How much more may gather before it is cut back to that.
_SLACK = 1.3
# Articles a story rests on before the older ones begin to fade, and what then is left of them.
_FULL = 40.0
_FADED = 0.7
# Articles up to which a story is weighed with each that comes, and then with each so manieth: it hardly changes.
_NEW = 8
_WEIGHED_EVERY = 4
# Words and names that lead to a story.
_LEADING = 40
# Words and names of an article by which stories are sought, and the places in the index that are looked at, however
# many stories are alive: on the development streams thirty times as many told no more.
_SOUGHT = 30
_LOOKED_AT = 150
# How much more a name leads than a word.
_NAME_LEADS = 1.3
# Stories of which an article is compared with each, and how much must lead to one beside what leads to the likeliest:
# on the development streams what less led to was not the right one.
_COMPARED = 6
_AS_LIKELY = 0.15
# How much of the pace of a story its last article decides.
_PACE = 0.1
# Hashes of word chains that a story keeps, in all and of those an article must share to be a copy.
_KEPT_POINTS = 800
_SHARED_POINTS = 7
# Days told of that a story keeps.
_KEPT_DAYS = 400
# What a term nobody has told before counts as.
_UNSEEN = 0.5

# Counts that are kept once for all stories: most terms are told once or twice.
_COUNTS = 50_000

_TOTAL = "#texts"

# The logs of how often most terms are seen, worked out once.
_LOGGED = 4_096
_LOGS = [math.log(n + _UNSEEN) for n in range(_LOGGED)]


@dataclass(slots=True)
class LiveStory:
    """What a story is known by."""

    id: int
    mass: float = 0.0
    """Articles it rests on, faded ones in part."""
    size: int = 0
    """Articles put to it."""
    first: int = 0
    last: int = 0
    """The days of its first and of its last article, as ordinals."""
    pace: float = 1.0
    """Days between two articles, lately."""
    words: dict[str, float] = field(default_factory=dict)
    names: dict[str, float] = field(default_factory=dict)
    """Of each term, the articles that tell it, faded ones in part."""
    days: dict[int, int] = field(default_factory=dict)
    """Days told of, with the articles that tell of each."""
    points: dict[int, int] = field(default_factory=dict)
    """Hashes of word chains, with the number within the story of the article that printed each first."""
    word_norm: float = 0.0
    name_norm: float = 0.0
    """Lengths of its vectors of words and of names, as of its last article."""
    word_core: float = 0.0
    name_core: float = 0.0
    """What the terms weigh that most of its articles tell, as of its last article."""
    leading: dict[str, float] = field(default_factory=dict)
    """The terms that lead to it, each with the share of its articles that told it when that was worked out."""
    examined: int = 0
    """Articles put to it when it was last looked into for having fallen apart."""

    def to_plain(self) -> tuple[Any, ...]:
        """As plain values: what `marshal` can write."""
        fields = (getattr(self, name) for name in self.__slots__)
        return tuple(tuple(value.items()) if isinstance(value, dict) else value for value in fields)

    @classmethod
    def of_plain(cls, plain: tuple[Any, ...]) -> "LiveStory":
        """What `to_plain` gave; one of an earlier version may have less."""
        story = cls(plain[0])
        for name, value in zip(cls.__slots__, plain, strict=False):
            setattr(story, name, dict(value) if isinstance(getattr(story, name), dict) else value)
        return story

    @property
    def is_undated(self) -> bool:
        """Whether none of its articles has a day."""
        return self.last == 0

    def gap(self, day: int | None) -> int:
        """Days between an article and the nearest end of the story; none where it lies within, or has no day."""
        if day is None or self.first <= day <= self.last:
            return 0
        return min(abs(day - self.first), abs(day - self.last))

    def days_from(self, other: "LiveStory") -> int:
        """Days between the end of one story and the beginning of the other; none where they overlap."""
        return max(0, self.first - other.last, other.first - self.last)

    def copied(self, features: Features) -> int | None:
        """The number within the story of the article that this one prints again, if it does."""
        shared = Counter(self.points[point] for point in features.points if point in self.points)
        if not shared:
            return None
        number, points = min(shared.items(), key=lambda item: (-item[1], item[0]))
        return number if points >= _SHARED_POINTS else None


class Live:
    """The stories that are alive, by id and by what leads to them."""

    def __init__(self, language: Language, most: int) -> None:
        self._texts = _frequencies(language).get(_TOTAL, 1)
        self._seen = dict(_frequencies(language))
        self._most = most
        self._stories: dict[int, LiveStory] = {}
        self._led_to: dict[str, dict[int, float]] = {}
        self._printed = Printed()
        self._counts: dict[float, float] = {}
        self._gone: list[int] = []
        self.looked_at = 0
        """Places in the index that were looked at, for all articles together."""

    def __len__(self) -> int:
        return len(self._stories)

    def __iter__(self) -> Iterator[LiveStory]:
        return iter(self._stories.values())

    def get(self, story: int) -> LiveStory | None:
        """A story by its id, if it is alive."""
        return self._stories.get(story)

    def rarity(self, term: str) -> float:
        """How much a word or a name tells: the log of how seldom it is, in news at large and in the stories alive."""
        return self.rarities((term,))[term]

    def rarities(self, terms: Iterable[str]) -> dict[str, float]:
        """The rarity of each of some words and names."""
        told = tuple(terms)
        return dict(zip(told, self._rarities(told), strict=True))

    def _rarities(self, terms: Collection[str]) -> list[float]:
        seen, logs = self._seen.get, _LOGS
        whole = math.log(self._texts + len(self._stories) + 1)
        counts = map(seen, terms, repeat(0))
        return [whole - (logs[n] if n < _LOGGED else math.log(n + _UNSEEN)) for n in counts]

    def take(self, story: LiveStory) -> None:
        """Take in a story as it was kept."""
        self._stories[story.id] = story
        words, names = story.words, story.names
        story.words, story.names = {}, {}
        self._gather(story.words, words, len(words))
        self._gather(story.names, names, len(names))
        self._lead(story)
        self._note(story, story.points)

    def open(self, identity: int, features: Features) -> LiveStory:
        """A new story with its first article; the stories told longest ago are let go of where there are too many."""
        story = self._stories[identity] = LiveStory(identity)
        self.put(story, features)
        self._let_go_of_the_oldest()
        return story

    def drop(self, story: int) -> None:
        """Let go of a story: nothing leads to it any more."""
        gone = self._stories.pop(story)
        for term in chain(gone.words, gone.names):
            self._forget(term)
        self._printed.drop(gone.points, story)
        self._mislead(gone)

    def let_go(self) -> list[int]:
        """The stories that were let go of because they were told longest ago, each named once."""
        gone, self._gone = self._gone, []
        return gone

    def put(self, story: LiveStory, features: Features) -> None:
        """Put an article to a story that is alive."""
        day = story.last if features.day is None else features.day
        if not story.size:
            story.first = story.last = day
        story.pace += _PACE * (max(0, day - story.last) - story.pace) if story.size else 0.0
        story.first, story.last = min(story.first, day), max(story.last, day)
        for point in features.points:
            story.points.setdefault(point, story.size)
        self._note(story, features.points)
        if len(story.points) > _KEPT_POINTS:
            first = list(islice(story.points, len(story.points) - _KEPT_POINTS))
            self._printed.drop(first, story.id)
            story.points = dict(islice(story.points.items(), len(first), None))
        story.size += 1
        story.mass += 1.0
        if story.mass > _FULL:
            story.mass *= _FADED
            for counts in (story.words, story.names):
                for term in counts:
                    counts[term] *= _FADED
        self._gather(story.words, features.words, _WORDS)
        self._gather(story.names, features.names, _NAMES)
        for told in sorted(features.days):
            story.days[told] = story.days.get(told, 0) + 1
        if len(story.days) > _KEPT_DAYS:
            kept = sorted(story.days, key=lambda told: (-story.days[told], -told))[: _KEPT_DAYS // 2]
            story.days = {told: story.days[told] for told in sorted(kept)}
        if story.size <= _NEW or story.size % _WEIGHED_EVERY == 0:
            self._weigh(story)

    def join(self, gone: LiveStory, into: LiveStory) -> None:
        """Put all that is known of one story to another, and let go of the first."""
        self.drop(gone.id)
        self._gather(into.words, gone.words, _WORDS)
        self._gather(into.names, gone.names, _NAMES)
        for day, times in gone.days.items():
            into.days[day] = into.days.get(day, 0) + times
        for point, number in gone.points.items():
            into.points.setdefault(point, into.size + number)
        self._note(into, gone.points)
        into.mass += gone.mass
        into.size += gone.size
        into.first, into.last = min(into.first, gone.first), max(into.last, gone.last)
        into.pace = min(into.pace, gone.pace)
        self._weigh(into)

    def near(
        self, features: Features, rare_words: Mapping[str, float], rare_names: Mapping[str, float]
    ) -> list[LiveStory]:
        """The stories that what is rare in an article leads to, the likeliest first.

        `rare_words` and `rare_names` have the rarity of each of its words and names. What leads to the fewest stories
        is looked up first, and of many stories those weighed last, until enough places of the index were looked at.
        """
        told = [(emphasis * rare_words[term], term) for term, emphasis in features.words.items()]
        told += [(emphasis * rare_names[term] * _NAME_LEADS, term) for term, emphasis in features.names.items()]
        told.sort(reverse=True)
        sought = [(self._led_to[term], weight, term) for weight, term in told[:_SOUGHT] if term in self._led_to]
        sought.sort(key=lambda found: len(found[0]))
        scores: dict[int, float] = {}
        left = _LOOKED_AT
        for postings, weight, term in sought:
            lead = weight * rare_words[term] if term in rare_words else weight * rare_names[term] / _NAME_LEADS
            for story, share in islice(reversed(postings.items()), left):
                scores[story] = scores.get(story, 0.0) + lead * share
            left -= min(left, len(postings))
        self.looked_at += _LOOKED_AT - left
        stories = self._stories
        least = max(_least_of_most(scores.values(), _COMPARED), _AS_LIKELY * max(scores.values(), default=0.0))
        likely = (story for story, score in scores.items() if score >= least)
        found = sorted(likely, key=lambda story: (-scores[story], story))[:_COMPARED]
        found += [story for story in self._printed.by(features.points) if story not in found]
        return [stories[story] for story in found]

    def _gather(self, counts: dict[str, float], told: Mapping[str, float], most: int) -> None:
        seen = self._seen
        same = self._counts.setdefault if len(self._counts) < _COUNTS else self._counts.get
        for term, emphasis in told.items():
            if term in counts:
                count = counts[term] + emphasis
                counts[term] = same(count, count)
            else:
                counts[intern(term)] = same(emphasis, emphasis)
                seen[term] = seen.get(term, 0) + 1
        if len(counts) > most * _SLACK:
            self._cut_back(counts, most)

    def _cut_back(self, counts: dict[str, float], most: int) -> None:
        for term in _least(counts, len(counts) - most):
            del counts[term]
            self._forget(term)

    def _note(self, story: LiveStory, points: Iterable[int]) -> None:
        """Note what a story prints; of stories that nobody has told for long, keep what they are known by alone."""
        for old in self._printed.note(points, story.id):
            quiet = self._stories[old]
            for counts, most in ((quiet.words, _WORDS), (quiet.names, _NAMES)):
                if len(counts) > most:
                    self._cut_back(counts, most)
            # Made anew: what has been larger once keeps its room.
            quiet.words = dict(quiet.words)
            quiet.names = dict(quiet.names)
            quiet.points = {}

    def _forget(self, term: str) -> None:
        self._seen[term] -= 1
        if not self._seen[term]:
            del self._seen[term]

    def _weigh(self, story: LiveStory) -> None:
        """Work out anew what a story's terms weigh, and which of them lead to it."""
        norms: list[float] = []
        cores: list[float] = []
        leads: list[float] = []
        each = 1.0 / story.mass
        for counts, leading in ((story.words, 1.0), (story.names, _NAME_LEADS)):
            norm = core = 0.0
            for count, rare in zip(counts.values(), self._rarities(counts), strict=True):
                weight = count * rare
                norm += weight * weight
                core += count * weight
                leads.append(weight * leading)
            norms.append(math.sqrt(norm) * each)
            cores.append(core * each * each)
        story.word_norm, story.name_norm = norms
        story.word_core, story.name_core = cores
        self._mislead(story)
        least = _least_of_most(leads, _LEADING)
        told = zip(leads, chain(story.words.items(), story.names.items()), strict=True)
        first = sorted((-lead, term, count) for lead, (term, count) in told if lead >= least)
        story.leading = {term: count * each for _, term, count in first[:_LEADING]}
        self._lead(story)

    def _lead(self, story: LiveStory) -> None:
        """Let its terms lead to a story, each by the part of the story that it makes."""
        whole = story.word_norm + 1.0
        for term, share in story.leading.items():
            self._led_to.setdefault(term, {})[story.id] = share / whole

    def _mislead(self, story: LiveStory) -> None:
        for term in story.leading:
            postings = self._led_to.get(term, {})
            postings.pop(story.id, None)
            if not postings:
                self._led_to.pop(term, None)

    def _let_go_of_the_oldest(self) -> None:
        """Let go of the stories that were told longest ago, where there are too many: a tenth at a time."""
        if len(self._stories) <= self._most:
            return
        oldest = sorted(self._stories, key=lambda story: (self._stories[story].last, story))
        gone = oldest[: len(self._stories) - self._most + self._most // 10]
        for story in gone:
            self.drop(story)
        self._gone += gone


def _least_of_most(values: Iterable[float], number: int) -> float:
    """The least of the so many greatest."""
    return min(sorted(values, reverse=True)[:number], default=0.0)


def _least(counts: Mapping[str, float], number: int) -> list[str]:
    """So many of the terms that are told least; of those told as often the later ones in the alphabet."""
    limit = sorted(counts.values())[number - 1]
    below = [term for term, count in counts.items() if count < limit]
    ties = sorted((term for term, count in counts.items() if count == limit), reverse=True)
    return below + ties[: number - len(below)]


@made_once
def _frequencies(language: Language) -> Mapping[str, int]:
    """In how many texts of news at large each word and name stands; how many texts there were under `#texts`."""
    return language.weights("stories/frequencies.weights.gz")
