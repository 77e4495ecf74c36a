"""A story in, the passages worth reading closely out: of the dates that matter all, or those that tell them best."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.timeline.select import dates
from dateline.timeline.select.limits import Limits
from dateline.timeline.select.passages import Passage
from dateline.timeline.select.sentences import SentenceChoice, choose_sentences
from dateline.timeline.story import Story


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a story is read closely."""

    passages: Sequence[Passage]
    """Each once."""
    choices: Sequence[SentenceChoice] | None
    """What tells each date best, in order of the dates; None where every passage of a date is kept."""


def select(story: Story, limits: Limits) -> Selection:
    """The passages of the dates that matter most; within each date all of them, or those that tell it best."""
    best = dates.best(dates.scores(story), limits.dates)
    of_best = {value: passages for value, passages in story.dated.items() if value in best}
    if limits.keeps_every_sentence:
        return Selection(_each_once([*of_best.values(), story.leads if limits.dates is None else ()]), None)
    choices = [choose_sentences(story, passages, limits.entries(passages[0].date)) for passages in of_best.values()]
    return Selection(_each_once([*choice.heads, *choice.further] for choice in choices), choices)


def _each_once(passages: Iterable[Sequence[Passage]]) -> list[Passage]:
    return list({passage.key: passage for those in passages for passage in those}.values())
