"""A story in, the passages worth reading closely out: of the dates that matter all, or those that tell them best."""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import faults_of
from dateline.processes import by_copies
from dateline.reading.article import ArticleReading, read_once
from dateline.request import Request
from dateline.text.words import content_words
from dateline.timeline.memory import Memory
from dateline.timeline.select import dates
from dateline.timeline.select.leads import lead_of
from dateline.timeline.select.limits import Limits
from dateline.timeline.select.passages import NOTHING_KEPT, Kept, Passage, first_told, kept_among
from dateline.timeline.select.sentences import SentenceChoice, choose_sentences
from dateline.timeline.story import Story, is_asked_for

# By how much a further entry of a date must be worth more than the first of another one: so many times the logarithm of
# its number. With 2, a date has three entries where one of a ninth of its worth has one.
_FURTHER = 2.0
# Articles of a large story whose leads are read where they give no day: those that open nearest to its subject.
_OPENINGS = 150
# Dates for which it pays to have another process choose.
_WORTH = 30


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a story is read closely."""

    passages: Sequence[Passage]
    """Each once."""
    choices: Sequence[SentenceChoice] | None
    """What tells each date best, in order of the dates; None where every passage of a date is kept."""
    always: Sequence[Passage] = ()
    """Those of the passages whose lines are shown whatever the room."""


def select(
    story: Story, limits: Limits, request: Request, kept: Kept = NOTHING_KEPT, memory: Memory | None = None
) -> Selection:
    """The passages of the dates that matter most; within each date all of them, or those that tell it best.

    Where no number of dates was asked for, what opens an article and gives no day is read as well, and what is `kept`
    always.
    """
    memory = memory or Memory()
    scored = dates.scores(story, memory)
    leads: Sequence[Passage] = ()
    if limits.keeps_every_sentence and limits.dates is None:
        leads = _leads(story, request, None, kept)
    elif limits.lines is not None:
        leads = _leads(story, request, _OPENINGS, kept)
    always = kept_among([*(p for passages in story.dated.values() for p in passages), *leads], kept)
    if limits.keeps_every_sentence:
        best = dates.best(scored, limits.dates)
        of_best = [passages for value, passages in story.dated.items() if value in best]
        return Selection(_each_once([*of_best, leads, always]), None, always)
    if limits.lines is None:
        entries = dict.fromkeys(dates.best(scored, limits.dates))
    else:
        entries = shared_out(story, scored, limits.lines)
    choices = _choices(story, limits, entries, request.processes, memory)
    return Selection(
        _each_once([*([*choice.heads, *choice.further] for choice in choices), leads, always]), choices, always
    )


def _choices(
    story: Story, limits: Limits, entries: Mapping[str, int | None], processes: int | None, memory: Memory
) -> list[SentenceChoice]:
    """What tells each of some dates best, in order of the dates; each with how many entries it has, None for any."""
    told = [passages for value, passages in story.dated.items() if value in entries]
    quotas = [limits.quota(those[0].date, entries[those[0].date.value], len(those)) for those in told]

    def chosen(number: int) -> tuple[list[int], list[int]]:
        """The numbers of the passages chosen, which cross between processes as the passages would not."""
        choice = choose_sentences(story, told[number], quotas[number], memory)
        number_of = {id(passage): number for number, passage in enumerate(told[number])}
        heads, further = ([number_of[id(p)] for p in those] for those in (choice.heads, choice.further))
        return heads, further

    found = by_copies(chosen, range(len(told)), _WORTH, processes)
    return [
        SentenceChoice(those[0].date, quota, [those[n] for n in heads], [those[n] for n in further])
        for those, quota, (heads, further) in zip(told, quotas, found, strict=True)
    ]


def shared_out(story: Story, scored: Mapping[str, float], lines: int) -> dict[str, int | None]:
    """How many of so many lines each date has, by its worth; none has more than is told of it.

    The day that was last news has one whatever it is worth: it cannot have been spoken of for long yet.
    """
    told = {value: len({passage.text for passage in passages}) for value, passages in story.dated.items()}
    entries: dict[str, int | None] = {}
    if (last := _last_news(story)) is not None:
        entries[last] = 1
    waiting = [(-scored[value], value, 1) for value in story.dated]
    heapq.heapify(waiting)
    for _ in range(min(lines, sum(told.values()))):
        _, value, number = heapq.heappop(waiting)
        entries[value] = number
        if number < told[value]:
            heapq.heappush(waiting, (_FURTHER * math.log(number + 1) - scored[value], value, number + 1))
    return entries


def _last_news(story: Story) -> str | None:
    """The last day that is told as past when it was news; None where there is none."""
    days = (
        (passages[0].date.last, value)
        for value, passages in story.dated.items()
        if passages[0].date.is_day and any(map(_is_past, passages))
    )
    return max(days, default=(None, None))[1]


def _is_past(passage: Passage) -> bool:
    published = passage.article.published
    return published is not None and passage.date.last <= published


def _leads(story: Story, request: Request, most: int | None, kept: Kept) -> list[Passage]:
    """What opens an article and gives no day, the first published first; of the `most` nearest to the subject."""
    readings = [reading for reading in story.readings if reading.sentences]
    if most is not None:
        nearest = heapq.nlargest(most, readings, key=lambda reading: _nearness(story, reading))
        read = {*kept, *(reading.article.id for reading in nearest)}
        readings = [reading for reading in readings if reading.article.id in read]
    found = []
    for reading in readings:
        with faults_of(reading.article):
            lead = lead_of(reading)
        if lead is not None and is_asked_for(lead.date, request):
            found.append(lead)
    return first_told(found)


def _nearness(story: Story, reading: ArticleReading) -> float:
    with faults_of(reading.article):
        return story.subject.nearness(_opening(reading))


@read_once
def _opening(reading: ArticleReading) -> tuple[str, ...]:
    """The words of the sentence that opens an article."""
    return tuple(content_words(reading.language, reading.sentences[0].of(reading.article.text)))


def _each_once(passages: Iterable[Sequence[Passage]]) -> list[Passage]:
    return list({passage.key: passage for those in passages for passage in those}.values())
