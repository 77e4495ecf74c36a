"""The stories that are alive in, which of them have grown together out: each is held against those most like it.

An article is put to a story when it comes, on what was known then; two stories that later turn out to tell one thing
are joined by a look at them now and then. Each story stands for itself as if it were one more article of the other, and
both must say so. The younger goes into the older, whose id stays; that of the younger is to point on.
"""

from collections.abc import Collection, Container
from dataclasses import dataclass

from dateline.stories.evidence import Weighed, evidence
from dateline.stories.features import Features
from dateline.stories.live import LiveStory
from dateline.stories.stream import Stream

# How much more must speak for two stories' being one than for an article's telling a story, in log odds, on both sides:
# a wrong join costs all pairs of the two. Read off the development streams.
TOGETHER = 2.0
# How much its articles tell on average, below which a story is one of headlines alone: a headline tells 7, a short
# report over 15.
_FEW = 12
# What most of a story's articles tell stands for it: the share of them, and the terms, at most.
_MOST = 0.3
_TERMS = 120


@dataclass(frozen=True, slots=True)
class Joined:
    """Two stories that are one."""

    gone: int
    """The id of the story that is no more."""
    into: int
    """The id of the one that holds its articles now."""
    log_odds: float
    """The lesser of what both sides say."""


def look(
    stream: Stream,
    among: Collection[int] | None = None,
    apart: Collection[frozenset[int]] = (),
    left: Container[int] = (),
) -> list[Joined]:
    """Join the stories that have grown together; `among` names those to be looked at, all if it is not given.

    `apart` holds the pairs that a person has said are two stories, `left` the stories that a person keeps: they are
    left as they are.
    """
    joined: list[Joined] = []
    parted = set(apart)
    waiting = sorted(story.id for story in stream.live if (among is None or story.id in among) and story.id not in left)
    while waiting:
        own = stream.live.get(waiting.pop())
        if own is None:
            continue
        found = _likest(stream, own, parted, left)
        if found:
            odds, other = found
            gone, into = (own, other) if other.id < own.id else (other, own)
            stream.live.join(gone, into)
            joined.append(Joined(gone.id, into.id, odds))
            # What is apart from a story is apart from the one that goes on in its place.
            parted |= {pair - {gone.id} | {into.id} for pair in parted if gone.id in pair}
            waiting.append(into.id)
    return joined


def _likest(
    stream: Stream, own: LiveStory, apart: Collection[frozenset[int]], left: Container[int]
) -> tuple[float, LiveStory] | None:
    """The story most like this one, with what both sides say, where both say that they are one."""
    article = Weighed.among(stream.live, _standing(own))
    best: tuple[float, LiveStory] | None = None
    for other in stream.live.near(article.features, article.words, article.names):
        if other.id == own.id or frozenset((own.id, other.id)) in apart:
            continue
        standing = _standing(other)
        least = TOGETHER + stream.least(
            is_short=article.features.is_short and standing.is_short,
            is_undated=own.is_undated or other.is_undated,
            gap=own.days_from(other),
        )
        there = stream.odds(evidence(article, other))
        if there is None or there < least:
            continue
        back = stream.odds(evidence(Weighed.among(stream.live, standing), own))
        odds = min(there, back or 0.0)
        if odds >= least and (best is None or odds > best[0]) and other.id not in left:
            best = odds, other
    return best


def both_say(stream: Stream, one: LiveStory, other: LiveStory) -> tuple[float, float] | None:
    """The log odds that two stories are one, as each of them has it; None in a language without weights."""
    there = stream.odds(evidence(Weighed.among(stream.live, _standing(one)), other))
    back = stream.odds(evidence(Weighed.among(stream.live, _standing(other)), one))
    return None if there is None or back is None else (there, back)


def _standing(story: LiveStory) -> Features:
    """A story as if it were one article: what many of its articles tell, on the day of its first."""

    def many(counts: dict[str, float]) -> dict[str, float]:
        kept = sorted(counts, key=lambda term: (-counts[term], term))[:_TERMS]
        return {term: counts[term] / story.mass for term in kept if counts[term] >= _MOST * story.mass}

    words = many(story.words)
    return Features(
        article="",
        day=story.first,
        words=words,
        names=many(story.names),
        title=tuple(words)[:10],
        days=frozenset(sorted(story.days, key=lambda day: (-story.days[day], day))[:5]),
        is_short=sum(story.words.values()) < _FEW * story.mass,
        points=(),
    )
