"""What programs ask: stories, timelines, changes, articles, searches; each answer is the noun of the page's twin."""

from dataclasses import dataclass
from typing import ClassVar

from starlette.datastructures import QueryParams
from starlette.requests import Request

from dateline.archive.searching.search import MOST, Filters
from dateline.model import Changes, Diary, Entry, Marks, SavedSearches, SearchResult, StoryReference, Timeline
from dateline.model.documented import DOCUMENTED
from dateline.web.answers import ArticleInFull, Sources
from dateline.web.api.answers import LinesPage, StoriesPage
from dateline.web.api.shell import Operations
from dateline.web.desk import order_of
from dateline.web.failures import Failure
from dateline.web.pages.filters import day_of, is_number, wanted_of
from dateline.web.pages.search import filters_of
from dateline.web.pages.shell import desk_of, visit_of
from dateline.web.paging import page

operations = Operations()

_LIMIT = 50
_ALL = wanted_of(QueryParams())


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list."""

    __pydantic_config__: ClassVar = DOCUMENTED
    limit: int = _LIMIT
    """How many on a page at most, 1 to 200."""
    cursor: str | None = None
    """`next_cursor` of the page before; it stays right while articles are added."""


@dataclass(frozen=True, slots=True)
class OfStories:
    """Which stories."""

    __pydantic_config__: ClassVar = DOCUMENTED
    query: str | None = None
    """Words, "phrases", -without, prefix* that one of their articles holds."""
    since: str | None = None
    """Told on this day or later, `2019-04-25`."""


@dataclass(frozen=True, slots=True)
class Moment:
    """As of which moment."""

    __pydantic_config__: ClassVar = DOCUMENTED
    as_of: str | None = None
    """As it was told at the end of this day, `2019-04-25`; now where it is absent."""


@dataclass(frozen=True, slots=True)
class Between:
    """Between which moments."""

    __pydantic_config__: ClassVar = DOCUMENTED
    since: str = "last"
    """The earlier moment: the end of this day, `2019-04-25`, or `last`: when whoever asks looked last."""
    until: str | None = None
    """The later moment: the end of this day; now where it is absent. With `last` it is always now."""


@dataclass(frozen=True, slots=True)
class OfArticle:
    """Which article."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: str
    """Its id."""
    version: int | None = None
    """Which of its versions, from 1, the oldest; the newest where it is absent."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought, and in which order it is found."""

    __pydantic_config__: ClassVar = DOCUMENTED
    query: str = ""
    """Words, "phrases", -without, prefix*; none finds everything."""
    sort: str = "relevance"
    """`relevance`, `newest` or `oldest`."""


@operations.add("GET", "/stories", gives=StoriesPage, asks=(OfStories, Part))
def stories(request: Request) -> StoriesPage:
    """The stories of the archive, the one told last first."""
    given = request.query_params
    found = desk_of(request).stories(day_of(given.get("since"), "since"), given.get("query") or None).stories
    limit, cursor = _part(request)
    here = page(found, order_of, f"stories {given.get('query') or ''}", limit=limit, cursor=cursor)
    return StoriesPage(here.outcome, here.total, here.items, here.next_cursor)


@operations.add("GET", "/stories/{story:int}", gives=StoryReference)
def story(request: Request, story: int) -> StoryReference:
    """A story; one that was joined to another is that other."""
    return desk_of(request).story(story).noun


@operations.add("GET", "/stories/{story:int}/timeline", gives=Timeline, asks=(_ALL, Moment))
def timeline(request: Request, story: int) -> Timeline:
    """The timeline of a story, with the lines that are wanted."""
    given = request.query_params
    return desk_of(request).timeline(story, day_of(given.get("as_of"), "as_of"), wanted_of(given))


@operations.add("GET", "/stories/{story:int}/lines", gives=LinesPage, asks=(_ALL, Moment, Part))
def lines(request: Request, story: int) -> LinesPage:
    """The lines of a story's timeline that are wanted, a page at a time."""
    limit, cursor = _part(request)
    here = page(timeline(request, story).entries, _place, f"lines {story}", limit=limit, cursor=cursor)
    return LinesPage(here.outcome, here.total, here.items, here.next_cursor)


@operations.add("GET", "/stories/{story:int}/lines/{entry}", gives=Entry)
def line(request: Request, story: int, entry: str) -> Entry:
    """One line of a story's timeline, with all its passages, its history, its conflicts and what persons did to it."""
    return desk_of(request).line(story, entry)[1]


@operations.add("GET", "/stories/{story:int}/changes", gives=Changes, asks=(Between,))
def changes(request: Request, story: int) -> Changes:
    """What changed in a story between two moments."""
    given, desk = request.query_params, desk_of(request)
    if given.get("since", "last").strip() == "last":
        return desk.moved(story, visit_of(request).name)
    since = day_of(given["since"], "since")
    if since is None:
        raise Failure(400, "option", "since is empty.", "Use YYYY-MM-DD, for example 2019-04-25, or last.")
    return desk.changes(story, since, day_of(given.get("until"), "until"))


@operations.add("GET", "/stories/{story:int}/diary", gives=Diary)
def diary(request: Request, story: int) -> Diary:
    """What each day changed in a story."""
    return desk_of(request).diary(story)


@operations.add("GET", "/stories/{story:int}/sources", gives=Sources)
def sources(request: Request, story: int) -> Sources:
    """Who tells a story, and who copies whom."""
    return desk_of(request).sources(story)


@operations.add("GET", "/stories/{story:int}/marks", gives=Marks)
def marks(request: Request, story: int) -> Marks:
    """What persons did to a story and its lines, with what was taken back."""
    return Marks(tuple(desk_of(request).story(story).marks(undone=True)))


@operations.add("GET", "/article", gives=ArticleInFull, asks=(OfArticle,))
def article(request: Request) -> ArticleInFull:
    """An article with what is read from it: times, who says what, events, names, what is skipped and why."""
    given = request.query_params
    version = given.get("version") or None
    if version is not None and not is_number(version):
        raise Failure(400, "option", f"version: {version[:20]!r} is no number of a version.", "Use 1 or more.")
    return desk_of(request).article(given.get("id", ""), int(version) if version else None)


@operations.add("GET", "/search", gives=SearchResult, asks=(Sought, Filters, Part))
def search(request: Request) -> SearchResult:
    """Articles and lines of timelines that hold what is sought, with counts over all that was found."""
    given = request.query_params
    limit, cursor = _part(request)
    sort = given.get("sort") or "relevance"
    return desk_of(request).search(given.get("query", ""), filters_of(given), sort, limit, cursor)


@operations.add("GET", "/searches", gives=SavedSearches)
def searches(request: Request) -> SavedSearches:
    """The searches that were given names."""
    return SavedSearches(tuple(desk_of(request).archive.saved.all()))


def _part(request: Request) -> tuple[int, str | None]:
    given = request.query_params.get("limit") or str(_LIMIT)
    if not (is_number(given) and 1 <= int(given) <= MOST):
        raise Failure(400, "option", f"limit: {given[:20]!r} is none.", f"Use 1 to {MOST}.")
    return int(given), request.query_params.get("cursor") or None


def _place(entry: Entry) -> tuple[str | int | float, ...]:
    first, last, importance, identity = entry.place
    return first.isoformat(), last, importance, identity
