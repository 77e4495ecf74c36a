"""Passages and what their surface tells in, the same with the parser's word out; articles are parsed in copies."""

from collections.abc import Sequence
from dataclasses import fields
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.events.surface.sentence import SurfaceReading
from dateline.model import Timex
from dateline.processes import in_shares
from dateline.timeline.memory import Memory
from dateline.timeline.select.passages import Passage

if TYPE_CHECKING:
    from dateline.events.parsing.parser import Parsers

# Articles of which what is chosen is parsed in the time that a copy of this process takes, several times.
_WORTH = 30
# What a reading tells but its time expression.
_READ = [field.name for field in fields(SurfaceReading)][1:]

PlainReading = tuple[Timex | None, tuple[Any, ...]]
"""A reading as it crosses between processes."""


def plain_reading(reading: SurfaceReading, own: Timex) -> PlainReading:
    """A reading without the time expression of its passage, which is there."""
    return None if reading.timex is own else reading.timex, tuple(getattr(reading, name) for name in _READ)


def reading_of_plain(plain: PlainReading, own: Timex) -> SurfaceReading:
    """The reading of the passage whose `own` time expression was left out."""
    timex, read = plain
    return SurfaceReading(timex or own, *read)


def by_parser(
    passages: Sequence[Passage],
    readings: Sequence[SurfaceReading],
    parsers: "Parsers",
    memory: Memory,
    processes: int | None,
) -> list[SurfaceReading]:
    """The readings with the parser's word: of an article of which the same is chosen as before, as they were."""
    from dateline.events.chosen import Chosen  # noqa: PLC0415 - the parser's readers, for a parse alone
    from dateline.events.rereading import reread  # noqa: PLC0415 - the parser's readers, for a parse alone

    of_article: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        of_article.setdefault(passage.article.id, []).append(number)
    rests_on = {
        article: tuple(one for n in numbers for one in (passages[n], readings[n]))
        for article, numbers in of_article.items()
    }
    read = {article: memory.find(("parsed", article), of) for article, of in rests_on.items()}
    missing = [article for article in of_article if read[article] is None]

    def parsed(articles: Sequence[str]) -> list[_Reread]:
        own = [[passages[number] for number in of_article[article]] for article in articles]
        chosen = [
            Chosen(p.article, p.sentence, p.siblings, readings[n], p.told.cut)
            for article in articles
            for n in of_article[article]
            for p in (passages[n],)
        ]
        again = iter(reread(chosen, parsers))
        return [_Reread(those, list(islice(again, len(those)))) for those in own]

    for article, again in zip(missing, in_shares(parsed, missing, _WORTH, processes), strict=True):
        own = again.of([passages[number] for number in of_article[article]])
        read[article] = memory.keep(("parsed", article), rests_on[article], own)
    found: list[SurfaceReading] = list(readings)
    for article, numbers in of_article.items():
        for number, reading in zip(numbers, read[article] or (), strict=True):
            found[number] = reading
    return found


class _Reread:
    """The readings of the passages of an article on their way to who has the passages."""

    def __init__(self, passages: Sequence[Passage], readings: Sequence[SurfaceReading]) -> None:
        self._readings: Sequence[SurfaceReading] | None = readings
        self._own = [passage.timex for passage in passages]

    def __getstate__(self) -> list[PlainReading]:
        assert self._readings is not None
        return [plain_reading(reading, own) for reading, own in zip(self._readings, self._own, strict=True)]

    def __setstate__(self, plain: list[PlainReading]) -> None:
        self._readings, self._plain = None, plain

    def of(self, passages: Sequence[Passage]) -> Sequence[SurfaceReading]:
        if self._readings is not None:
            return self._readings
        return [reading_of_plain(plain, passage.timex) for plain, passage in zip(self._plain, passages, strict=True)]
