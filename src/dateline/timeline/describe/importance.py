"""How much the articles make of each event, relative to the one they make the most of."""

import math
from collections.abc import Sequence

from dateline.timeline.select.events import Event
from dateline.timeline.select.passages import Passage
from dateline.timeline.select.queries import query_weight
from dateline.timeline.story import Story

# What one article adds to an event at most, for a passage in its first sentence and in its last.
_OPENING, _CLOSING = 1.0, 0.5


def importance(events: Sequence[Event], story: Story) -> list[float]:
    """The importance of each event, 1 for the greatest: what independent articles make of it, copies counting once."""
    salience = [_salience(event, story) for event in events]
    greatest = max(salience, default=1.0)
    return [own / greatest for own in salience]


def _salience(event: Event, story: Story) -> float:
    best: dict[str, float] = {}
    for telling in (*event.tellings, *event.further):
        original = story.copies.original(telling.article.id)
        best[original] = max(best.get(original, 0.0), _of_passage(telling.passage, story))
    return math.fsum(best.values())


def _of_passage(passage: Passage, story: Story) -> float:
    """What one passage adds to its event: more when it stands early in its article, or when it was asked for."""
    depth = passage.order / max(1, passage.of - 1)
    return (_OPENING - (_OPENING - _CLOSING) * depth) * query_weight(passage, story.query_weights)
