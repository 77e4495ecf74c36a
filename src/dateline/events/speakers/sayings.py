"""The acts of saying of a stretch of text in, the same with their speakers out: each settled by those before it."""

from collections.abc import Callable, Sequence

from dateline.events.speakers.source import Act, Saying
from dateline.events.speakers.speakers import ALIKE_BACK, Speakers

# Acts to either side among which the one is sought in whose words an act stands, and how many such are followed: what
# somebody says that somebody says that somebody says.
_ENCLOSING, _NESTED = 8, 4

Before = Callable[[int], Sequence[Saying]]
"""The acts of saying before an offset, in text order."""


def settled(speakers: Speakers, acts: Sequence[Act], before: Before | None = None) -> list[Saying]:
    """Acts of saying with their speakers; `acts` are in text order.

    What was said in earlier sentences is told by `before` where these acts are not all of the article's.
    """
    return _Settling(speakers, acts, before).all()


class _Settling:
    def __init__(self, speakers: Speakers, acts: Sequence[Act], before: Before | None) -> None:
        self._speakers = speakers
        self._acts = acts
        self._before = before
        self._settled: dict[int, Saying] = {}
        self._pending: list[int] = []

    def all(self) -> list[Saying]:
        return [self._of(number) for number in range(len(self._acts))]

    def _of(self, number: int) -> Saying:
        if number not in self._settled:
            self._pending.append(number)
            act = self._acts[number]
            outer = self._enclosing(number)
            enclosing = None if outer is None else self._of(outer)
            speaker = self._speakers.who(act.source, lambda: self._earlier(number), enclosing, act.content)
            if act.is_spoken and not speaker.can_speak and not speaker.is_name:
                speaker = speaker._replace(can_speak=True)
            if enclosing is not None and not speaker.can_speak:
                # "The vote, he said, will be held, adding that …": it is he who adds.
                speaker = enclosing.speaker
            self._settled[number] = Saying(speaker, act.source.at, act.is_quotation)
            self._pending.pop()
        return self._settled[number]

    def _earlier(self, number: int) -> Sequence[Saying]:
        """The sayings before an act, in text order."""
        first = max(0, number - ALIKE_BACK)
        own = [self._of(other) for other in range(first, number) if other not in self._pending]
        if self._before is None:
            return own
        start = self._speakers.people.sentence_start(self._acts[number].source.at)
        return [*self._before(start), *(saying for saying in own if saying.at >= start)]

    def _enclosing(self, number: int) -> int | None:
        """The act within whose content the source of another stands: of several the one that says least."""
        if len(self._pending) > _NESTED:
            return None
        at = self._acts[number].source.at
        near = range(max(0, number - _ENCLOSING), min(len(self._acts), number + _ENCLOSING + 1))
        holding = [other for other in near if other not in self._pending and self._acts[other].holds(at)]
        return min(holding, key=lambda other: sum(e - s for s, e in self._acts[other].content), default=None)
