"""What programs bring: articles, many at once, with a report on each; marks of whoever's token it is."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from dateline.model import Mark, MarkKind, SavedSearch, SavedSearches, StoryReference
from dateline.web.api.answers import (
    AddReport,
    GivenArticles,
    GivenLine,
    GivenMark,
    GivenMove,
    GivenNothing,
    GivenSearch,
    GivenStory,
    GivenTitle,
)
from dateline.web.api.shell import Operations
from dateline.web.bulk import report_of
from dateline.web.failures import Failure
from dateline.web.pages.saved import address_of
from dateline.web.pages.shell import desk_of, visit_of

operations = Operations()

AT_ONCE = 1_000
"""Articles of one request at most."""
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Bulk:
    """Articles as they come: what is wrong with one is told of that one."""

    articles: list[Any]
    story: str | None = None


@operations.add("POST", "/articles", gives=AddReport, takes=GivenArticles, read_as=Bulk)
def add(request: Request, body: Bulk) -> AddReport:
    """Adds articles, a thousand at most. What becomes of each is told; one that cannot be read costs no other."""
    given = body.articles
    if len(given) > AT_ONCE:
        raise Failure(413, "too-many", f"A request adds {AT_ONCE} articles at most, not {len(given)}.", "Send parts.")
    return report_of(desk_of(request).archive, given, body.story, visit_of(request).name)


@operations.add("POST", "/stories/{story:int}/lines/{entry}/marks", gives=Mark, takes=GivenMark, status=201)
def mark(request: Request, story: int, entry: str, body: GivenMark) -> Mark:
    """Marks a line. What is in force already is not marked twice."""
    desk = desk_of(request)
    _, line = desk.line(story, entry)
    values: list[Any] = list(body.values)
    if body.kind is MarkKind.JOIN:
        values = [desk.line(story, other)[1] for other in body.values]
    return desk.story(story).mark(body.kind, line, *values, by=visit_of(request).name)


@operations.add("POST", "/stories/{story:int}/lines", gives=Mark, takes=GivenLine, status=201)
def write(request: Request, story: int, body: GivenLine) -> Mark:
    """Writes a line of one's own, with a source or without."""
    return (
        desk_of(request)
        .story(story)
        .write(
            body.headline,
            body.date,
            status=body.status,
            source=body.source,
            article=body.article,
            exact=body.exact,
            by=visit_of(request).name,
        )
    )


@operations.add("POST", "/marks/{mark:int}/undo", gives=Mark, takes=GivenNothing)
def undo(request: Request, mark: int, body: GivenNothing) -> Mark:
    """Takes a mark back."""
    return desk_of(request).archive.undo(mark, by=visit_of(request).name)


@operations.add("POST", "/marks/{mark:int}/redo", gives=Mark, takes=GivenNothing)
def redo(request: Request, mark: int, body: GivenNothing) -> Mark:
    """Does again what was taken back. The mark that says so is the answer."""
    return desk_of(request).archive.redo(mark, by=visit_of(request).name)


@operations.add("POST", "/stories/{story:int}/title", gives=StoryReference, takes=GivenTitle)
def entitle(request: Request, story: int, body: GivenTitle) -> StoryReference:
    """Says what a story is called."""
    title = " ".join(body.title.split())
    if not 1 <= len(title) <= _LONGEST_TITLE:
        raise Failure(400, "option", f"A title has 1 to {_LONGEST_TITLE} characters.")
    desk = desk_of(request)
    desk.archive.entitle(desk.story(story).id, title, by=visit_of(request).name)
    return desk.story(story).noun


@operations.add("POST", "/stories/{story:int}/join", gives=StoryReference, takes=GivenStory)
def join(request: Request, story: int, body: GivenStory) -> StoryReference:
    """Says that two stories are one. The older one stays, and is the answer."""
    desk = desk_of(request)
    stays = desk.archive.join(desk.story(story).id, desk.story(body.story).id, by=visit_of(request).name)
    return desk.story(stays).noun


@operations.add("POST", "/article/move", gives=StoryReference, takes=GivenMove)
def move(request: Request, body: GivenMove) -> StoryReference:
    """Says which story an article tells, or that it is one of its own. The story is the answer."""
    desk, name = desk_of(request), visit_of(request).name
    if body.story is None:
        return desk.story(desk.archive.split([body.article], by=name, title=body.title)).noun
    into = desk.story(body.story)
    desk.archive.move(body.article, into.id, by=name)
    return into.noun


@operations.add("POST", "/searches", gives=SavedSearch, takes=GivenSearch, status=201)
def save(request: Request, body: GivenSearch) -> SavedSearch:
    """Gives a search a name."""
    return desk_of(request).archive.saved.save(body.name, address_of(body.address), visit_of(request).name)


@operations.add("POST", "/searches/{search:int}/forget", gives=SavedSearches, takes=GivenNothing)
def forget(request: Request, search: int, body: GivenNothing) -> SavedSearches:
    """Saves a search no more. Those that are left are the answer."""
    desk_of(request).archive.saved.forget(search)
    return SavedSearches(tuple(desk_of(request).archive.saved.all()))
