"""Plans that are moved: `put off until Tuesday`, `brought forward from June 15 to June 12`."""

import re
from dataclasses import dataclass, fields

from dateline.events.surface.sentence import SurfaceReading
from dateline.languages import Language, made_once
from dateline.model import Status
from dateline.timeline.select.passages import Passage

# Characters before a time expression in which stands what makes it the new day or the old one.
_BEFORE = 12

_PLANNED = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.POSTPONED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What tells that a plan was moved; `tellings.toml` says what each is."""

    move: re.Pattern[str]
    new_day: re.Pattern[str]
    old_day: re.Pattern[str]


@made_once
def _phrases(language: Language) -> _Phrases:
    return _Phrases(*(language.pattern("timeline/tellings.toml", phrase.name) for phrase in fields(_Phrases)))


def is_new_day(passage: Passage) -> bool:
    """Whether the passage tells to which day a plan was moved."""
    text, start, told = passage.article.text, passage.timex.start, _phrases(passage.language)
    moved = told.move.search(text, passage.sentence.start, start)
    return moved is not None and bool(told.new_day.search(text[moved.end() : start]))


def is_old_day(passage: Passage, reading: SurfaceReading) -> bool:
    """Whether the passage, of a sentence that tells to which day a plan was moved, tells the day it was planned for."""
    start = passage.timex.start
    before = passage.article.text[max(passage.sentence.start, start - _BEFORE) : start]
    return bool(_phrases(passage.language).old_day.search(before)) or reading.status in _PLANNED


def status(passage: Passage, reading: SurfaceReading) -> Status:
    """The status of a reading: a plan for the new day of what was moved, which is not on the old one."""
    published = passage.article.published
    if published is not None and passage.date.last <= published:
        return reading.status
    if is_new_day(passage):
        return Status.SCHEDULED
    before = passage.article.text[max(passage.sentence.start, passage.timex.start - _BEFORE) : passage.timex.start]
    told = _phrases(passage.language)
    if told.old_day.search(before) and told.move.search(passage.text):
        return Status.POSTPONED
    return reading.status
