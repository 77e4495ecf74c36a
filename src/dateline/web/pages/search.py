"""The search: a query and filters in the address, articles and lines out, with what they have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request

from dateline.archive.searching.queries import folded
from dateline.archive.searching.search import Filters
from dateline.errors import QueryError
from dateline.model import Facet, Facets, Status
from dateline.web.failures import Failure
from dateline.web.pages.filters import Chip, day_of, is_number
from dateline.web.pages.layered import marked
from dateline.web.pages.shell import Answer, desk_of, page, wants_json
from dateline.web.pages.story import article_address

router = APIRouter()

_SORTS = ("relevance", "newest", "oldest")
_SHOWN = 12
"""Values of a facet that are shown."""


@page(router, "/search")
def search(request: Request) -> Answer:
    """What a search finds. A query that cannot be read is told to a program, and sought word by word for a person."""
    given, desk = request.query_params, desk_of(request)
    query, filters = given.get("query", "").strip(), filters_of(given)
    sort = given.get("sort") or "relevance"
    cursor = given.get("cursor") or None
    problem = None
    try:
        found = desk.search(query, filters, sort, cursor=cursor)
    except QueryError as error:
        if wants_json(request):
            raise
        problem = error
        found = desk.search(" ".join(folded(query)), filters, sort)
    titles = {story.id: story.title for story in desk.stories().stories}
    own = [(name, value) for name, value in given.multi_items() if value and name != "cursor"]
    return Answer(
        found,
        "search.html",
        {
            "query": query,
            "problem": problem,
            "filters": filters,
            "sort": sort,
            "sorts": _SORTS,
            "statuses": list(Status),
            "titles": titles,
            "facets": facets(found.facets, own) if found.facets else {},
            "chips": chips(own),
            "pieces": [marked(hit.start, hit.exact, hit.marks) for hit in found.articles],
            "article_address": article_address,
            "own": f"/search?{urlencode(own, errors='replace')}" if own else "",
            "subscribe": f"/subscribe?{urlencode(own)}",
            "next": f"/search?{urlencode([*own, ('cursor', found.cursor)])}" if found.cursor else None,
        },
    )


def filters_of(given: QueryParams) -> Filters:
    """The filters of an address. Raises Failure for a value that is none."""
    story = given.get("story")
    if story and not is_number(story):
        raise Failure(400, "option", f"story: {story!r} is no number of a story.", "Look it up among the stories.")
    status = given.get("status") or None
    if status is not None and status not in list(Status):
        raise Failure(400, "option", f"status: {status!r} is none.", f"Use one of {', '.join(Status)}.")
    return Filters(
        source=given.get("source") or None,
        since=day_of(given.get("since"), "since"),
        until=day_of(given.get("until"), "until"),
        told=day_of(given.get("told"), "told"),
        place=given.get("place") or None,
        person=given.get("person") or None,
        status=status,
        story=int(story) if story else None,
    )


Pairs = Sequence[tuple[str, str]]


def chips(own: Pairs) -> list[Chip]:
    """The filters that are on, each with the address without it."""
    names = {field.name for field in fields(Filters)}
    return [
        Chip(f"{name} {value}", f"/search?{urlencode([one for one in own if one != (name, value)], errors='replace')}")
        for name, value in own
        if name in names
    ]


def facets(found: Facets, own: Pairs) -> Mapping[str, list[tuple[Facet, str]]]:
    """Under a heading each, the values that what was found has, with the address that narrows the search to it."""
    named = {
        "Outlets": ("source", found.sources), "People": ("person", found.people), "Places": ("place", found.places),
        "Days told of": ("told", found.told), "Stories": ("story", found.stories),
    }  # fmt: skip
    on = {name for name, _ in own}
    return {
        heading: [
            (value, f"/search?{urlencode([*own, (name, value.value)], errors='replace')}") for value in values[:_SHOWN]
        ]
        for heading, (name, values) in named.items()
        if name not in on and len(values) > 1
    }
