"""A story: its timeline with band and filters, a line by itself, figures, places, names, sources, what changed."""

import datetime as dt
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.model import Changes, EntityKind, Entry, Evidence, Status, Timeline
from dateline.request import Depth
from dateline.web.access.roles import Role
from dateline.web.desk import Desk, Told
from dateline.web.pages import filters
from dateline.web.pages.band import HALF, HEIGHT, WIDTH, band, drills
from dateline.web.pages.export import EXPORTS
from dateline.web.pages.hand_words import words_of
from dateline.web.pages.map import map_of
from dateline.web.pages.shell import Answer, desk_of, environment, page, visit_of, wants_json
from dateline.web.sifting import Wanted, sifted
from dateline.writers.html import context_of, years_of
from dateline.writers.phrasing.citations import Citation, cite, references_to

router = APIRouter()

PASSAGES = 6
"""Passages that a line of a timeline opens to; its own page has all of them."""
_NEAR = 60
"""Lines that a line is offered to be joined with."""


@page(router, "/stories/{story:int}")
def story(request: Request, story: int) -> Answer:
    """The timeline of a story, with the lines that the address wants."""
    desk, wanted = desk_of(request), filters.wanted_of(request.query_params)
    as_of = filters.day_of(request.query_params.get("as_of"), "as_of")
    # A reader is rather shown what was told before than kept waiting; a program is told to ask again.
    is_late = as_of is None and not wants_json(request)
    told = desk.told_lately(story) if is_late else desk.told(story, as_of)
    path = f"/stories/{told.story.id}"
    may_mark = visit_of(request).role.may(Role.MARK)
    key = ("story", *told.key, wanted, may_mark)
    made = desk.pages.get(key, lambda: _shown(desk, told, wanted, path, may_mark))
    assert isinstance(made, _Shown)
    return Answer(made.timeline, "story.html", {"told": told, "story_path": path}, body=made.body)


class _Shown(NamedTuple):
    """What is the same for all who see a story in one state at one address."""

    timeline: Timeline
    """With the lines that are wanted."""
    body: bytes
    """The page but for its frame: made once, so that a thousand readers cost one."""


def _shown(desk: Desk, told: Told, wanted: Wanted, path: str, may_mark: bool) -> _Shown:
    """What the page of a story shows; made once for a state of the story and an address."""
    timeline = replace(told.timeline, entries=sifted(told.timeline, wanted))
    shown = {
        **context_of_story(desk, told),
        "told": told,
        "shown": timeline,
        "years": list(years_of(timeline.entries)),
        "most": PASSAGES,
        "may_mark": may_mark,
        "wanted": wanted,
        "as_of": told.key[-1],
        "band": band(timeline.articles, timeline.entries),
        "band_size": (WIDTH, HEIGHT, HALF),
        "drills": drills(timeline.entries, wanted.since, wanted.until),
        "exports": EXPORTS,
        "taken_away": filters.address(f"{path}/export", wanted),
        "chips": filters.chips(path, wanted),
        "offered": filters.offered(told.timeline, wanted),
        "levels": filters.levels(told.timeline, wanted),
        "depths": list(Depth),
        "address": lambda **other: filters.address(path, wanted, **other),
        "cleared": filters.address(path, Wanted(level=wanted.level, hidden=False)),
    }
    return _Shown(timeline, environment().get_template("story_body.html").render(shown).encode())


@page(router, "/stories/{story:int}/lines/{entry}")
def line(request: Request, story: int, entry: str) -> Answer:
    """One line of a story, with all its passages."""
    desk = desk_of(request)
    told, found = desk.line(story, entry)
    shown = {"told": told, "entry": found, "near": _near(found, told), "statuses": list(Status), "words_of": words_of}
    return Answer(found, "line.html", {**context_of_story(desk, told), **shown})


def _near(line: Entry, told: Told) -> list[Entry]:
    """The lines that a line may be one with, those of the nearest dates first."""
    others = (one for one in told.timeline.entries if one.id != line.id)
    return sorted(others, key=lambda one: abs((one.date.first - line.date.first).days))[:_NEAR]


@page(router, "/stories/{story:int}/figures")
def figures(request: Request, story: int) -> Answer:
    """The figures that one report after the other brings up to date."""
    desk = desk_of(request)
    told = desk.told(story)
    return Answer(told.timeline.series, "figures.html", {**context_of_story(desk, told), "told": told})


@page(router, "/stories/{story:int}/names")
def names(request: Request, story: int) -> Answer:
    """People, organisations and places."""
    desk = desk_of(request)
    told = desk.told(story)
    return Answer(told.timeline.entities, "names.html", {**context_of_story(desk, told), "told": told})


@page(router, "/stories/{story:int}/places")
def places(request: Request, story: int) -> Answer:
    """Where it happens, on a map."""
    desk = desk_of(request)
    told = desk.told(story)
    found = tuple(entity for entity in told.timeline.entities if entity.kind is EntityKind.PLACE)
    return Answer(found, "places.html", {**context_of_story(desk, told), "told": told, "map": map_of(found)})


@page(router, "/stories/{story:int}/sources")
def sources(request: Request, story: int) -> Answer:
    """Who tells it, and who copies whom."""
    desk = desk_of(request)
    told = desk.told(story)
    shown = {**context_of_story(desk, told), "told": told, "articles": {one.id: one for one in told.timeline.articles}}
    return Answer(desk.sources(story), "sources.html", shown)


@page(router, "/stories/{story:int}/changes")
def changes(request: Request, story: int) -> Answer:
    """What changed since a day, or since somebody looked last."""
    desk, since = desk_of(request), request.query_params.get("since", "").strip()
    told = desk.told(story)
    day = None if since in ("", "last") else filters.day_of(since, "since")
    found = desk.changes(story, day) if day else desk.moved(story, visit_of(request).name)
    return Answer(found, "what_changed.html", {**_of_changes(told, found), "since": day, "days": _days(told)})


@router.post("/stories/{story:int}/seen", include_in_schema=False)
def seen(request: Request, story: int) -> Response:
    """Whoever asks has looked at all there is until now."""
    desk_of(request).seen(story, visit_of(request).name)
    return RedirectResponse(f"/stories/{story}/changes", 303)


def context_of_story(desk: Desk, told: Told) -> dict[str, Any]:
    """What the parts of a page say of a story by; made once for a state of it."""

    def made() -> dict[str, Any]:
        path = f"/stories/{told.story.id}"
        return {
            **context_of(told.timeline, told.articles),
            "link": link,
            "line_address": lambda entry: f"{path}/lines/{quote(entry, safe='')}",
            "figure_address": lambda number: f"{path}/figures#figures-{number}",
            "story_path": path,
            "noted": lambda entry: sorted({numbers[p.article] for p in entry.passages if p.article in numbers}),
        }

    numbers = {article.id: number for number, article in enumerate(told.timeline.articles, 1)}
    context = desk.kept.get(("context", *told.key), made)
    assert isinstance(context, dict)
    return context


def _of_changes(told: Told, found: Changes) -> dict[str, object]:
    references = references_to(told.articles)
    return {
        "told": told,
        "cite": lambda passage: cite(passage, references),
        "link": link,
        "line_address": lambda entry: f"/stories/{told.story.id}/lines/{quote(entry, safe='')}",
        "story_path": f"/stories/{told.story.id}",
        "line_of": told.line_of,
        "sections": [("", found)],
        "most": None,
    }


def _days(told: Told) -> list[dt.date]:
    """The last days on which something came out, the newest first: those before which to look."""
    days = {article.available for article in told.articles if article.available}
    return sorted(days, reverse=True)[:8]


def link(citation: Citation, at: Evidence | None = None) -> str:
    """The page of the article that a citation names, at the passage where there is one."""
    if at is None:
        return article_address(citation.article)
    return f"{article_address(at.article, start=at.start, end=at.end)}#passage"


def article_address(identity: str, **more: object) -> str:
    """The page of an article."""
    return f"/article?{urlencode({'id': identity, **more}, errors='replace')}"
