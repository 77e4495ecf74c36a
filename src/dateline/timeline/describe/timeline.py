"""Events of a story in, its timeline out: entries in order, figures that change, who and what is named, a title."""

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import TypeVar

from dateline.entities.gazetteer import look_up
from dateline.model import ArticleReference, Level, Timeline
from dateline.request import Depth, Request
from dateline.timeline.close.stretches import Stretches
from dateline.timeline.describe.entities import entities
from dateline.timeline.describe.entries import Described, entries, evidence_of
from dateline.timeline.describe.importance import importance
from dateline.timeline.describe.levels import levels
from dateline.timeline.describe.provenance import agency_of_reading, independent
from dateline.timeline.describe.titles import title_of
from dateline.timeline.describe.trust import trusted
from dateline.timeline.figures import series
from dateline.timeline.figures.candidates import CandidateFigure
from dateline.timeline.memory import Memory
from dateline.timeline.merge.cores import with_cores
from dateline.timeline.merge.matters import gathered
from dateline.timeline.select.events import Event
from dateline.timeline.select.passages import PassageKey
from dateline.timeline.story import Story

_Any = TypeVar("_Any")

WANTED = {
    Depth.KEY: frozenset({Level.KEY}),
    Depth.NORMAL: frozenset({Level.KEY, Level.NORMAL}),
    Depth.ALL: frozenset(Level),
    None: frozenset(Level),
}
"""The levels of lines that are wanted, by how far down they are."""


def describe(
    story: Story,
    events: Sequence[Event],
    request: Request,
    figures: Sequence[CandidateFigure],
    stretches: Stretches,
    statements: int,
    memory: Memory | None = None,
    kept: Collection[PassageKey] = (),
) -> Timeline:
    """The timeline that shows these events of a story, those of the levels that were asked for.

    `figures` are those of the story that may be of a series, `stretches` are of the articles of both; `statements` is
    how many dated statements there are to be shown. What is most likely misread is left out, but not what is `kept`,
    nor where every statement, or a number of them, was asked for.
    """
    memory = memory or Memory()
    events = with_cores(events, memory)
    events = gathered(story.language, events, importance(events, story))
    if request.level is not Depth.ALL and request.dates is None and request.sentences is None:
        weights = importance(events, story)
        news = [
            0.0 if level is Level.BACKGROUND else weight
            for weight, level in zip(weights, levels(events, weights, story), strict=True)
        ]
        events = trusted(events, news, story.independent, kept)
    weights = importance(events, story)
    near = levels(events, weights, story)
    wanted = [number for number, level in enumerate(near) if level in WANTED[request.level]]
    events, weights, near = _at(wanted, events), _at(wanted, weights), _at(wanted, near)
    look_up(place for event in events for telling in event.tellings for place in telling.places)
    credited = {reading.article.id: agency_of_reading(reading) for reading in story.readings}
    before = memory.find("sources", ())
    sources = independent(story.language, story.articles, story.copies, lambda one: credited[one.id], before)
    memory.keep("sources", (), sources)
    lines = entries(story.language, events, sources, weights, near, memory.get("described", (), Described))
    changing = series.of(
        figures,
        [(*event.tellings, *event.further) for event in events],
        [line.id for line in lines],
        stretches,
        partial(evidence_of, sources=sources),
    )
    ordered = sorted(lines, key=attrgetter("place"))
    named = entities((telling for event in events for telling in (*event.tellings, *event.further)), ordered, memory)
    return Timeline(
        title=request.title or title_of(story, ordered, request.queries),
        articles=tuple(ArticleReference.to(article) for article in story.articles),
        entries=tuple(ordered),
        series=changing,
        entities=named,
        statements=statements,
        told=sum(telling.passage.is_dated for event in events for telling in (*event.tellings, *event.further)),
    )


def _at(numbers: Iterable[int], of: Sequence[_Any]) -> list[_Any]:
    return [of[number] for number in numbers]
