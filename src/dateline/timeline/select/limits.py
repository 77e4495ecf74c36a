"""A story and what was asked of it in, how much of it is shown out: what was asked for, else what the pile allows.

How many lines are built grows with the pile and never falls: of a handful of articles all that they tell, of many as
much as a handful tells, and a little more for each time as many.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

from dateline.model import EntryDate
from dateline.request import Depth, Request
from dateline.timeline.story import Story

# Independent articles up to which all that they tell is kept.
HANDFUL = 20
# How many more lines than a handful of such articles a pile has for each e-fold of its number: of a thousand articles
# a quarter more.
_MORE = 0.06
# Entries of a day, and of what is told by the month, where only the number of dates was asked for.
_ENTRIES_A_DAY = 3
# Words that the sentences of a date have together: so many for each entry, and some over. References of Timeline17 have
# 20 words a sentence, news 26; with room for long sentences only, a reader gets less said of a day in more words. Where
# nearly all is shown there is room for everything.
_WORDS_AN_ENTRY, _WORDS_OF_EVERY_ENTRY = 25, 100
_WORDS_OVER = 6
# Sentences chosen for each entry where a date has as many as another; and in reserve where the lines are shared out, in
# the place of one that turns out to tell what another does.
_HEADS_AN_ENTRY = 3
_HEADS_IN_RESERVE = 1


class Quota(NamedTuple):
    """How much of one date is shown."""

    entries: int
    """Entries at most."""
    alone: int
    """Of these the first ones that one independent article may tell alone: what follows needs another."""
    words: int
    """Words of their sentences together at most, where there is more than one."""
    heads: int
    """Sentences that are chosen for them: some tell the event of another one and give way to the next."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a story is shown."""

    keeps_every_sentence: bool
    """Whether every passage of a date that is shown is an entry or evidence of one: nothing is ranked away."""
    dates: int | None
    """Dates at most; None for no such limit."""
    lines: int | None
    """Entries at most, shared out over the dates by their worth; None where each date has as many as another."""
    share: float
    """The share of all that is told which the lines could hold: above 0, 1 for everything."""
    entries_a_day: int
    """Entries of a single day at most, where each has as many."""
    entries_a_period: int
    """Entries at most of what is told by the week, the month or the year, where each has as many."""
    further_need_another: bool
    """Whether the second and later entries of a date need a second independent article, where each has as many."""

    @property
    def undated_alone(self) -> float:
        """The share of what opens one report alone, and gives no day, that is shown."""
        return self.share**2 if self.lines is not None else 0.0

    def quota(self, date: EntryDate, entries: int | None = None, statements: int = 0) -> Quota:
        """What a date may have: so many `entries` of its `statements`; None for as many as any other."""
        if entries is None:
            entries = self.entries_a_day if date.is_day else self.entries_a_period
            alone = 1 if self.further_need_another else entries
            return Quota(entries, alone, room(entries), entries * _HEADS_AN_ENTRY)
        shown = self.share * statements
        alone = max(1, math.ceil(shown)) if date.is_day else math.floor(shown + 0.5)
        words = _WORDS_AN_ENTRY + (_WORDS_OF_EVERY_ENTRY - _WORDS_AN_ENTRY) * self.share**2
        return Quota(entries, alone, round(entries * words) + _WORDS_OVER, entries + _HEADS_IN_RESERVE)


def limits_of(story: Story, request: Request) -> Limits:
    """The limits of a story: what was asked for; what was left open is decided by the size of the pile."""
    dates, sentences = request.dates, request.sentences
    is_open = sentences is None and (request.level is Depth.ALL or story.independent <= HANDFUL)
    lines, share = (None, 1.0) if is_open or dates or sentences else _lines(story)
    return Limits(
        keeps_every_sentence=is_open,
        dates=dates,
        lines=lines,
        share=share,
        entries_a_day=_ENTRIES_A_DAY if sentences is None else sentences,
        entries_a_period=1 if sentences is None else sentences,
        further_need_another=sentences is None,
    )


def room(entries: int) -> int:
    """Words that the sentences of so many entries of one date have together at most, when there is more than one."""
    return entries * _WORDS_AN_ENTRY + _WORDS_OVER


def _lines(story: Story) -> tuple[int, float]:
    """How many entries a large story has, and which share of what it tells they could hold.

    As many as a handful of its articles would have, and more for a larger pile. Where something was asked for, only the
    articles and passages with it count.
    """
    asked = story.query_weights
    told = [p for passages in story.dated.values() for p in passages if not asked or p.place in asked]
    articles = story.copies.independent(passage.article.id for passage in told)
    if articles <= HANDFUL:
        return max(1, len(told)), 1.0
    lines = math.ceil(len(told) / articles * HANDFUL * (1 + _MORE * math.log(articles / HANDFUL)))
    return lines, min(1.0, lines / len(told))
