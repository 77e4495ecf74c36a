"""Articles in as they come, for each the story it tells out: one look at each, one decision, with its reason.

One pass over the stream, with a sum of its articles for each story, rarity of words and names, and time as features,
and a learned "join or open", as the better systems of the field do it (Miranda et al., EMNLP 2018; Staykovski et al.,
NewsIR 2019). An article that prints what another has printed goes where that one went.
"""

import marshal
import math
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.languages import Language
from dateline.stories.evidence import Model, Weighed, evidence, model, shared
from dateline.stories.features import Features
from dateline.stories.live import Live, LiveStory

# Log odds from which an article is put to a story, and from which one is that is a headline alone: it has so little to
# tell that the likelier story mostly is the right one. Read off the development streams (benchmarks/stories.py).
THRESHOLD = 0.0
THRESHOLD_OF_HEADLINES = -1.0
# How much more must speak for a story that nobody has told for a while, in log odds to each unit of the log of the
# days, from this many days on. The streams it was learned on have many stories alive at once; in a young archive a
# town's name alone would tie what lies a year apart.
SILENCE = 2.0
SILENT_FROM = 30
# How much more must speak for a story, in log odds, where an article has no day: nothing says then that it was told
# when the story was, and another one of its kind is as like. Read off pairs of ECB+, which have no days.
UNDATED = 6.0
# Stories that are alive at most: what fits into a gigabyte with all else.
MOST_ALIVE = 15_000


@dataclass(frozen=True, slots=True)
class Decision:
    """Which story an article was put to, and why."""

    article: str
    story: int
    is_new: bool
    """Whether the article opened the story."""
    log_odds: float | None
    """Of its telling the story, or of the likeliest one that it was not put to; None where none was near."""
    shared: tuple[str, ...] = ()
    """The words and names (`@` before them) that tied it to that story most."""
    days_apart: int = 0
    """Days between the article and the nearest end of the story."""
    is_copy: bool = False
    """Whether it prints what an article of the story has printed."""


class Stream:
    """The stories that are alive, and the decision on each article that comes."""

    def __init__(
        self,
        language: Language,
        *,
        threshold: float = THRESHOLD,
        threshold_of_headlines: float = THRESHOLD_OF_HEADLINES,
        most_alive: int = MOST_ALIVE,
        weights: Model | None = None,
    ) -> None:
        """`weights` stand in for the language's own, where they are being learned."""
        self.live = Live(language, most_alive)
        self._model = weights or model(language)
        self._threshold = threshold
        self._threshold_of_headlines = threshold_of_headlines
        self._next = 1

    def restore(self, stories: Iterable[bytes], following: int) -> None:
        """Take up stories as `packed` gave them, in order of id; `following` is the id of the next new one."""
        for packed in stories:
            self.live.take(LiveStory.of_plain(marshal.loads(zlib.decompress(packed))))
        self._next = max(self._next, following)

    def next_id(self, *, take: bool = True) -> int:
        """The id of the next new story; taken, it is given to no other."""
        following = self._next
        self._next += take
        return following

    def packed(self, story: int) -> bytes | None:
        """What a story is known by, as bytes to be kept; None for one that is no longer alive."""
        known = self.live.get(story)
        return zlib.compress(marshal.dumps(known.to_plain(), 2), 1) if known else None

    def candidates(self, features: Features) -> tuple[Weighed, list[tuple[LiveStory, tuple[float, ...]]]]:
        """The stories an article may tell, each with what speaks for it."""
        weighed = Weighed.among(self.live, features)
        near = self.live.near(features, weighed.words, weighed.names)
        return weighed, [(story, evidence(weighed, story)) for story in near]

    def add(self, features: Features) -> Decision:
        """Put an article to the story it tells, or open one."""
        weighed, near = self.candidates(features)
        best: tuple[float, LiveStory] | None = None
        for story, found in near:
            if story.copied(features) is not None:
                return self._decided(weighed, story, self.odds(found), is_copy=True)
            odds = self.odds(found)
            if odds is not None and (best is None or odds > best[0]):
                best = odds, story
        if best and best[0] > self._least(features, best[1]):
            return self._decided(weighed, best[1], best[0])
        story = self.open(features)
        if best is None:
            return Decision(features.article, story.id, True, None)
        odds, other = best
        return Decision(features.article, story.id, True, odds, shared(weighed, other), other.gap(features.day))

    def _least(self, features: Features, story: LiveStory) -> float:
        is_undated = features.day is None
        return self.least(is_short=features.is_short, is_undated=is_undated, gap=story.gap(features.day))

    def least(self, *, is_short: bool, is_undated: bool, gap: int) -> float:
        """The log odds from which two tellings are of one story.

        `is_short` says that they are headlines alone, `is_undated` that one of them has no day, `gap` how many days lie
        between them.
        """
        least = self._threshold_of_headlines if is_short else self._threshold
        if is_undated:
            return least + UNDATED
        return least + (0.0 if is_short else SILENCE * max(0.0, math.log((1 + gap) / (1 + SILENT_FROM))))

    def open(self, features: Features, story: int | None = None) -> LiveStory:
        """A new story with its first article, under the next id or one that is free."""
        identity = self._next if story is None else story
        self._next = max(self._next, identity + 1)
        return self.live.open(identity, features)

    def assign(self, features: Features, story: int) -> None:
        """Put an article to a story whatever it tells: a person said so. The story is opened if it is not alive."""
        known = self.live.get(story)
        if known:
            self.live.put(known, features)
        else:
            self.open(features, story)

    def _decided(self, weighed: Weighed, story: LiveStory, odds: float | None, is_copy: bool = False) -> Decision:
        features = weighed.features
        reason, apart = shared(weighed, story), story.gap(features.day)
        self.live.put(story, features)
        return Decision(features.article, story.id, False, odds, reason, apart, is_copy)

    def odds(self, found: tuple[float, ...]) -> float | None:
        """Log odds that an article tells a story; None in a language without weights."""
        return self._model.log_odds(found) if self._model else None
