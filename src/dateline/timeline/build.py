"""Readings of articles in, their timeline out: the steps in order, each a pure function of what the one before gave.

Articles that others show to be of the day after are read again; what the story tells of calendar dates is selected,
read closely, merged where it is one event, and described.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dateline.model import Timeline
from dateline.reading.article import ArticleReading
from dateline.request import Request
from dateline.timeline.close.lines import says_who, telling_something
from dateline.timeline.close.stretches import Stretches
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.describe.context import is_anybodys
from dateline.timeline.describe.timeline import describe
from dateline.timeline.figures.candidates import candidates
from dateline.timeline.memory import Memory
from dateline.timeline.merge.grouping import merge
from dateline.timeline.publication import on_their_days
from dateline.timeline.select import events, queries
from dateline.timeline.select.events import Event
from dateline.timeline.select.limits import limits_of
from dateline.timeline.select.passages import NOTHING_KEPT, Kept
from dateline.timeline.select.selection import select
from dateline.timeline.story import GrowingStory

if TYPE_CHECKING:
    from dateline.events.parsing.parser import Parsers


def build(
    readings: Iterable[ArticleReading], request: Request, parsers: "Parsers | None" = None, kept: Kept = NOTHING_KEPT
) -> Timeline:
    """Make the timeline of a story from its articles as they were read, in order of publication.

    `request` says what to show. With `parsers`, the sentences shown are parsed where their language has one, and status
    and speaker rest on that. Lines that rest on a passage that is `kept` are shown whatever the room.

    Raises OptionError, before anything is read, for a query without a word to look for.
    """
    return Growing(request, parsers).timeline(readings, kept)


class Growing:
    """The timeline of a story that goes on: what was made of it before is made again only where something changed."""

    def __init__(self, request: Request, parsers: "Parsers | None" = None) -> None:
        """Raises what `build` raises."""
        queries.check(request.queries)
        self._request = request
        self._parsers = parsers
        self._story = GrowingStory(request)
        self._memory = Memory()

    def timeline(
        self, readings: Iterable[ArticleReading], kept: Kept = NOTHING_KEPT, request: Request | None = None
    ) -> Timeline:
        """The timeline of the story that these articles tell now: to the byte what `build` makes of them.

        An article is known again if it is given as it was read before, by the very same reading. `request` may ask for
        other limits than the one that the story began with, and for the same dates and words.
        """
        self._memory.go_on()
        request, parsers, memory = request or self._request, self._parsers, self._memory
        days_right = on_their_days(readings, request.note, memory)
        story = self._story.of(sorted(days_right, key=lambda reading: reading.article.published or dt.date.max))
        limits = limits_of(story, request)
        selection = select(story, limits, request, kept, memory)
        figures = candidates(story.passages, story.copies)
        read_closely = {p.article.id for p in (*selection.passages, *(figure.passage for figure in figures))}
        of_these = (reading for reading in story.readings if reading.article.id in read_closely)
        stretches = Stretches.of_story(of_these, memory, request.processes)
        keeps_all = selection.choices is None
        if not (keeps_all and parsers):
            # Figures are read for their series later: what is read by several processes is read at once.
            all_of_them = {p.key: p for p in (*selection.passages, *(figure.passage for figure in figures))}
            close_reading(all_of_them.values(), None, stretches, request.processes)
        read = close_reading(selection.passages, parsers if keeps_all else None, stretches, request.processes)
        telling = telling_something(read)
        groups = merge(story.language, telling, memory=memory)
        always = {passage.key for passage in selection.always}
        if selection.choices is None:
            shown = events.every(groups)
        else:
            shown = events.best(groups, selection.choices, limits.undated_alone, story.copies, always)
            if parsers is not None:
                shown = _parsed(shown, parsers, stretches, request.processes)
        shown = [event for event in shown if _is_understood(event)] or shown
        # A date that tells of nothing is no statement.
        statements = sum(map(len, story.dated.values())) - _dated(read) + _dated(telling)
        return describe(story, shown, request, figures, stretches, statements, memory, always)


def _is_understood(event: Event) -> bool:
    """Whether what tells an event can make its line."""
    told = (*event.tellings, *event.further)
    return says_who(told) and (len(told) > 1 or not is_anybodys(told[0]))


def _dated(tellings: Iterable[Telling]) -> int:
    return sum(telling.passage.is_dated for telling in tellings)


def _parsed(shown: Sequence[Event], parsers: "Parsers", stretches: Stretches, processes: int | None) -> list[Event]:
    """The same events, their passages read by the parser: a parse costs too much for those that are not shown."""
    passages = [telling.passage for event in shown for telling in event.tellings]
    read = close_reading(passages, parsers, stretches, processes)
    again = {telling.passage.key: telling for telling in telling_something(read)}
    return [
        Event(
            [again[telling.passage.key] for telling in event.tellings if telling.passage.key in again],
            again.get(event.chosen.passage.key) if event.chosen else None,
        )
        for event in shown
        if any(telling.passage.key in again for telling in event.tellings)
    ]
