"""Searches under names: saved from the page that shows them, each with the address that shows it again."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.model import SavedSearches
from dateline.web.failures import Failure
from dateline.web.pages.add import field
from dateline.web.pages.filters import wanted_of
from dateline.web.pages.search import filters_of
from dateline.web.pages.shell import Answer, desk_of, page, visit_of

router = APIRouter()

_STORY = re.compile(r"/stories/[0-9]{1,9}")
_LONGEST = 2_000


@page(router, "/searches")
def searches(request: Request) -> Answer:
    """All of them."""
    found = SavedSearches(tuple(desk_of(request).archive.saved.all()))
    return Answer(found, "searches.html", {"feed_of": feed_of})


@router.post("/searches", include_in_schema=False)
def save(request: Request) -> Response:
    """What is shown is given a name."""
    visit = visit_of(request)
    address = address_of(field(visit.form, "address"))
    desk_of(request).archive.saved.save(field(visit.form, "name"), address, visit.name)
    return RedirectResponse("/searches", 303)


@router.post("/searches/{search:int}/forget", include_in_schema=False)
def forget(request: Request, search: int) -> Response:
    """One is saved no more."""
    desk_of(request).archive.saved.forget(search)
    return RedirectResponse("/searches", 303)


def address_of(given: str) -> str:
    """The address of a search, or of the lines of a story, as it is saved. Raises Failure for any other."""
    try:
        parts = urlsplit(given)
        own = parse_qsl(parts.query, errors="replace")
    except ValueError:
        raise _no_search(given) from None
    if parts.scheme or parts.netloc or len(given) > _LONGEST:
        raise _no_search(given)
    query = QueryParams(own)
    if parts.path == "/search":
        filters_of(query)
    elif _STORY.fullmatch(parts.path):
        wanted_of(query)
    else:
        raise _no_search(given)
    kept = [(name, value) for name, value in own if value and name != "cursor"]
    return f"{parts.path}?{urlencode(kept, errors='replace')}" if kept else parts.path


def feed_of(address: str) -> str:
    """Where one subscribes to what changes by a saved search, or in the story it chooses lines of."""
    path, _, query = address.partition("?")
    return f"/subscribe?{query}" if path == "/search" else f"/subscribe?of={path.rpartition('/')[2]}"


def _no_search(given: str) -> Failure:
    told = f"{given[:80]!r} is not the address of a search."
    return Failure(400, "option", told, "Use one like /search?query=ferry, or /stories/1?status=scheduled.")
