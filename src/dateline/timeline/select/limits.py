"""How much of a story is shown: what was asked for, else what the number of its articles allows."""

import math
from dataclasses import dataclass

from dateline.model import EntryDate
from dateline.timeline.story import Story

# Articles up to which every date a reader would take is kept. Beyond it dates must earn their place.
SMALL_STORY = 20
# Dates kept at least for a story at the edge of that size, and for any; and at most, for more is not read.
_DATES_AT_EDGE = 40
_FEWEST_DATES = 10
_MOST_DATES = 60
# Entries that a day of a large story has at most; what is told by the month has one.
_ENTRIES_A_DAY = 3
# Words that the sentences of a date have together: so many for each entry, and some over. References of Timeline17 have
# 20 words a sentence, news 26; with room for long sentences only, a reader gets less said of a day in more words.
_WORDS_AN_ENTRY = 25
_WORDS_OVER = 6


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a story is shown."""

    keeps_every_sentence: bool
    """Whether every passage of a date that is shown is an entry or evidence of one: nothing is ranked away."""
    dates: int | None
    """Dates at most; None for all."""
    entries_a_day: int
    """Entries of a single day at most."""
    entries_a_period: int
    """Entries at most of what is told by the week, the month or the year."""
    further_need_another: bool
    """Whether the second and later entries of a date need a second independent article to be shown."""
    periods_need_another: bool
    """Whether the first entry of a period needs one, too, beside days that are shown."""

    def entries(self, date: EntryDate) -> int:
        """Entries that a date may have."""
        return self.entries_a_day if date.is_day else self.entries_a_period


def limits_of(story: Story, dates: int | None, sentences: int | None) -> Limits:
    """The limits of a story of which at most so many dates and entries a date were asked for; None leaves it open."""
    return Limits(
        keeps_every_sentence=sentences is None and len(story.articles) <= SMALL_STORY,
        dates=enough_dates(story) if dates is None else dates,
        entries_a_day=_ENTRIES_A_DAY if sentences is None else sentences,
        entries_a_period=1 if sentences is None else sentences,
        further_need_another=sentences is None,
        periods_need_another=sentences is None and dates is None,
    )


def room(entries: int) -> int:
    """Words that the sentences of so many entries of one date have together at most, when there is more than one."""
    return entries * _WORDS_AN_ENTRY + _WORDS_OVER


def enough_dates(story: Story) -> int | None:
    """How many dates a story shows when nothing was asked for; None for all.

    As many as the articles spread their attention over: the perplexity of how they share out over the days that two or
    more independent ones speak of. A story of three big days shows few, one that has news every day shows many. Where
    something was asked for, only the passages with it count.
    """
    articles = len(story.articles)
    if articles <= SMALL_STORY:
        return None
    asked = story.query_weights
    spoken_of = [
        story.copies.independent(p.article.id for p in passages if not asked or p.place in asked)
        for passages in story.dated.values()
        if passages[0].date.is_day
    ]
    shared = [count for count in spoken_of if count > 1]
    whole = sum(shared) or 1
    spread = math.exp(-math.fsum(count / whole * math.log(count / whole) for count in shared))
    fewest = max(_FEWEST_DATES, _DATES_AT_EDGE * SMALL_STORY // articles)
    return min(max(round(spread), fewest), _MOST_DATES)
