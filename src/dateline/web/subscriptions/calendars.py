"""The stories of an archive in, what is ahead out as a calendar that a program reads again and again."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast
from urllib.parse import quote

from dateline.errors import NothingToRead
from dateline.model import MarkKind, Timeline
from dateline.web.desk import Desk
from dateline.writers.ics import Plans, is_plan, write_calendar

STORIES = 100
"""Stories of a calendar of all: those told last of which articles speak of days to come, or spoke lately."""
_LATELY = 31
# Acts that change what a calendar has of a line.
_TURNING = frozenset(MarkKind) - {MarkKind.STAR, MarkKind.NOTE, MarkKind.TAG, MarkKind.SPEAKER}


def calendar_of_story(desk: Desk, story: int, home: str) -> str:
    """The plans of one story, and what came of them. Raises UnknownStory, NothingToRead."""
    plans = plans_of(desk, story, home)
    return write_calendar(plans.timeline.title, [plans])


def calendar_of_all(desk: Desk, home: str) -> str:
    """The plans of the stories that have some."""

    def made() -> str:
        found = []
        for story in ahead(desk):
            try:
                found.append(plans_of(desk, story, home))
            except NothingToRead:
                continue
        return write_calendar("Dateline: what is ahead", found)

    return cast(str, desk.kept.get(("calendar", desk.archive.state(), home), made))


def ahead(desk: Desk) -> list[int]:
    """The stories of which something is ahead of their last article, or was a month before the last of all; told last
    first.
    """
    stories = desk.stories().stories
    newest = max((story.last for story in stories if story.last), default=None)
    if newest is None:
        return []
    first = newest.fromordinal(max(1, newest.toordinal() - _LATELY))
    lately = {hit.story for hit in desk.archive.ahead(first, newest.max)}
    return [story.id for story in stories if story.ahead or story.id in lately][:STORIES]


def plans_of(desk: Desk, story: int, home: str) -> Plans:
    """What a calendar holds of a story: kept by itself, so that a calendar of all drives no timeline out."""
    of = desk.story(story)

    def made() -> Timeline:
        timeline = desk.made(story)
        lines = tuple(e for e in timeline.entries if is_plan(e) and not (e.hand and e.hand.is_hidden))
        return replace(timeline, entries=lines, series=(), entities=())

    plans = cast(Timeline, desk.in_time(("plans", of.id, of.state()), made, of))
    acts = [mark for mark in of.marks(undone=True) if mark.kind in _TURNING]
    taken_back = sum(mark.undone_at is not None for mark in acts)
    return Plans(plans, line_address(home, of.id), len(acts) + taken_back)


def line_address(home: str, story: int) -> Callable[[str], str]:
    """The addresses of the pages of a story's lines."""
    return lambda entry: f"{home}/stories/{story}/lines/{quote(entry, safe='')}"
