"""The addresses to subscribe to, and the page that shows them to whoever asks, with the secret of their own.

A calendar cannot log in: `?secret=` in its address says whose it is, and lets it read this and nothing else.
"""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.web.access.visits import By
from dateline.web.etags import tagged
from dateline.web.pages.filters import is_number
from dateline.web.pages.search import filters_of
from dateline.web.pages.shell import Answer, desk_of, page, visit_of
from dateline.web.subscriptions.calendars import calendar_of_all, calendar_of_story
from dateline.web.subscriptions.feeds import feed_of_search, feed_of_story

router = APIRouter()

_CALENDAR, _FEED = "text/calendar; charset=utf-8", "application/atom+xml; charset=utf-8"
_ASKED = ["GET", "HEAD"]


@router.api_route("/calendar.ics", methods=_ASKED, include_in_schema=False)
def calendar(request: Request) -> Response:
    """What is ahead in all stories."""
    return tagged(request, calendar_of_all(desk_of(request), home_of(request)), _CALENDAR)


@router.api_route("/stories/{story:int}/calendar.ics", methods=_ASKED, include_in_schema=False)
def story_calendar(request: Request, story: int) -> Response:
    """What is ahead in a story, and what came of what was."""
    return tagged(request, calendar_of_story(desk_of(request), story, home_of(request)), _CALENDAR)


@router.api_route("/stories/{story:int}/changes.atom", methods=_ASKED, include_in_schema=False)
def story_feed(request: Request, story: int) -> Response:
    """What changes in a story."""
    return tagged(request, feed_of_story(desk_of(request), story, home_of(request), str(request.url)), _FEED)


@router.api_route("/search.atom", methods=_ASKED, include_in_schema=False)
def search_feed(request: Request) -> Response:
    """What changes by the articles that a search finds."""
    query, filters = request.query_params.get("query", ""), filters_of(request.query_params)
    return tagged(request, feed_of_search(desk_of(request), query, filters, home_of(request), str(request.url)), _FEED)


class Offer(NamedTuple):
    """Something to subscribe to."""

    what: str
    address: str
    program: str
    """What takes the address: a calendar, or a feed reader."""


@page(router, "/subscribe")
def subscribe(request: Request) -> Answer:
    """What there is to subscribe to: of everything, and of the story or the search that the address names."""
    given = request.query_params
    visit, home = visit_of(request), home_of(request)
    secret = visit.person.secret if visit.person and visit.by is not By.SECRET else ""

    def at(path: str, more: Mapping[str, str] | None = None) -> str:
        query = urlencode({**(more or {}), **({"secret": secret} if secret else {})}, errors="replace")
        return f"{home}{path}?{query}" if query else f"{home}{path}"

    offers = [Offer("What is ahead in all stories", at("/calendar.ics"), "calendar")]
    if is_number(given.get("of", "")):
        story = desk_of(request).story(int(given["of"])).noun
        path = f"/stories/{story.id}"
        offers.append(Offer(f"What is ahead: {story.title}", at(f"{path}/calendar.ics"), "calendar"))
        offers.append(Offer(f"What changes: {story.title}", at(f"{path}/changes.atom"), "feed reader"))
    own = {name: value for name, value in given.items() if value and name not in ("of", "secret")}
    if own:
        filters_of(given)
        told = ", ".join(own.values())
        offers.append(
            Offer(f"What changes by the articles of a search: {told}", at("/search.atom", own), "feed reader")
        )
    needs_secret = not desk_of(request).settings.alone and not secret
    return Answer([offer._asdict() for offer in offers], "subscribe.html", {"offers": offers, "closed": needs_secret})


def home_of(request: Request) -> str:
    """The address of the pages as who asks has it, without a slash at its end; the guard has checked the name."""
    scheme = "https" if desk_of(request).settings.https else request.url.scheme
    return f"{scheme}://{request.url.netloc}"
