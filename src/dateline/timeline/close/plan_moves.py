"""Plans that are moved or called off: `put off until Tuesday`, `originally due on June 15, will now open on June 12`.

What becomes of a plan may be told in the sentence beside the one that gives its day: `It has been called off.`
"""

import re
from typing import NamedTuple

from dateline.events.surface.lexicon import lexicon
from dateline.events.surface.sentence import SurfaceReading
from dateline.languages import Language, made_once
from dateline.model import Span, Status
from dateline.text.words import content_words
from dateline.timeline.select.passages import Passage

# Characters before a time expression in which stands what makes it the old day, and what makes it the day of old.
_BEFORE, _ONCE = 12, 60
# Characters at the beginning of a sentence in which its subject stands.
_SUBJECT = 40

_PLANNED = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.POSTPONED, Status.CANCELLED})
_OPEN = frozenset({Status.SCHEDULED, Status.EXPECTED})
_TURNS = (Status.CANCELLED, Status.POSTPONED)


class _Phrases(NamedTuple):
    """What tells that a plan was moved; `tellings.toml` says what each is."""

    move: re.Pattern[str]
    new_day: re.Pattern[str]
    old_day: re.Pattern[str]
    once_due: re.Pattern[str]
    once_planned: re.Pattern[str]
    now_due: re.Pattern[str]
    was_due: re.Pattern[str]
    speaks_of_it: re.Pattern[str]


@made_once
def _phrases(language: Language) -> _Phrases:
    return _Phrases(*(language.pattern("timeline/tellings.toml", phrase) for phrase in _Phrases._fields))


def is_new_day(passage: Passage) -> bool:
    """Whether the passage tells to which day a plan was moved."""
    text, start, told = passage.article.text, passage.timex.start, _phrases(passage.language)
    moved = told.move.search(text, passage.sentence.start, start)
    if moved is not None and told.new_day.search(text[moved.end() : start]):
        return True
    if _was_due(passage, start) or not _is_now_due(passage, start):
        return False
    others = (timex.start for timex in passage.siblings if timex.start != start)
    return any(_was_due(passage, other) or _was_planned_for(passage, other) for other in others)


def is_old_day(passage: Passage, reading: SurfaceReading) -> bool:
    """Whether the passage, of a sentence that tells to which day a plan was moved, tells the day it was planned for."""
    start = passage.timex.start
    before = passage.article.text[max(passage.sentence.start, start - _BEFORE) : start]
    return (
        bool(_phrases(passage.language).old_day.search(before))
        or _was_due(passage, start)
        or _was_planned_for(passage, start)
        or reading.status in _PLANNED
    )


def _is_now_due(passage: Passage, start: int) -> bool:
    """Whether the day at an offset of the sentence is one that something is now planned for."""
    before = passage.article.text[max(passage.sentence.start, start - _ONCE) : start]
    return bool(_phrases(passage.language).now_due.search(before))


def _was_planned_for(passage: Passage, start: int) -> bool:
    """Whether something was planned for a day and, behind it, is now for another: `was due on … will`."""
    before = passage.article.text[max(passage.sentence.start, start - _ONCE) : start]
    if not _phrases(passage.language).was_due.search(before):
        return False
    return any(timex.start > start and _is_now_due(passage, timex.start) for timex in passage.siblings)


def _was_due(passage: Passage, start: int) -> bool:
    """Whether the day at an offset of the sentence is one that something was once planned for."""
    before = passage.article.text[max(passage.sentence.start, start - _ONCE) : start]
    return bool(_phrases(passage.language).once_due.search(before))


def status(passage: Passage, reading: SurfaceReading) -> Status:
    """The status of a reading: a plan for the new day of what was moved, which is not on the old one.

    A plan that the sentence before or after calls off is called off.
    """
    published = passage.article.published
    if published is not None and passage.date.last <= published:
        # What was planned for a day that is over, and is not told to have been on it, was on another one.
        return Status.POSTPONED if len(passage.siblings) > 1 and _was_planned_first(passage) else reading.status
    if is_new_day(passage):
        return Status.SCHEDULED
    start = passage.timex.start
    before = passage.article.text[max(passage.sentence.start, start - _BEFORE) : start]
    told = _phrases(passage.language)
    if told.old_day.search(before) and told.move.search(passage.text):
        return Status.POSTPONED
    once = (_was_due(passage, start) and len(passage.siblings) > 1) or _was_planned_for(passage, start)
    if reading.status in _OPEN and once:
        return Status.POSTPONED
    return (_turned_beside(passage) or reading.status) if reading.status in _OPEN else reading.status


def _was_planned_first(passage: Passage) -> bool:
    """Whether the day of a passage is one that something was first planned for: `originally scheduled for June`."""
    start = passage.timex.start
    before = passage.article.text[max(passage.sentence.start, start - _ONCE) : start]
    return bool(_phrases(passage.language).once_planned.search(before))


def _turned_beside(passage: Passage) -> Status | None:
    """What the sentence before or after makes of a plan: `The fair is off. It was due in May.`"""
    if not passage.is_dated:
        return None
    sentences = passage.reading.sentences
    for earlier, later in ((passage.order - 1, passage.order), (passage.order, passage.order + 1)):
        if earlier < 0 or later >= len(sentences):
            continue
        beside = sentences[earlier if later == passage.order else later]
        found = _turn(passage, beside)
        if found is not None and _speaks_of(passage, sentences[earlier], sentences[later]):
            return found
    return None


def _turn(passage: Passage, sentence: Span) -> Status | None:
    """Whether a sentence without a day of its own says that something is called off or put off."""
    if any(timex.first is not None and sentence.holds(timex.span) for timex in passage.reading.timexes):
        return None
    text = sentence.of(passage.article.text)
    patterns = lexicon(passage.language).status
    if patterns["denied"].search(text) or patterns["uncertain"].search(text) or patterns["future"].search(text):
        return None
    for status in _TURNS:
        turn = patterns[status.value].search(text)
        if turn and patterns["passive"].search(text[: turn.start()]):
            return status
    return None


def _speaks_of(passage: Passage, earlier: Span, later: Span) -> bool:
    """Whether the later of two sentences has for its subject what the earlier one speaks of."""
    text = later.of(passage.article.text)
    if _phrases(passage.language).speaks_of_it.match(text):
        return True
    subject = set(content_words(passage.language, text[:_SUBJECT]))
    return not subject.isdisjoint(content_words(passage.language, earlier.of(passage.article.text)))
