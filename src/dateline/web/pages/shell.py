"""An answer in, a page or its JSON twin out; what went wrong in either shape."""

import functools
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from fastapi import APIRouter
from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles

from dateline._version import __version__
from dateline.web.access.visits import Visit
from dateline.web.desk import Desk
from dateline.web.etags import tagged
from dateline.web.failures import BeingMade, Failure
from dateline.writers import html
from dateline.writers.html import environment_of
from dateline.writers.json import dump


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request is answered with."""

    noun: object
    """The answer itself: what the twin gives."""
    template: str
    """The page it is shown on."""
    shown: Mapping[str, object] = field(default_factory=dict)
    """What the page shows besides."""
    body: bytes | None = None
    """What stands where the page has `body_here`: written before, and not written again."""


Handler = Callable[..., Answer]

_JSON = "application/json"
# No text of others can be it: in theirs these marks are escaped.
_BODY_HERE = Markup("<body-here>")


def page(router: APIRouter, path: str) -> Callable[[Handler], Handler]:
    """A page at an address, and its twin at the same with `.json` behind it."""

    def added(handler: Handler) -> Handler:
        @functools.wraps(handler)
        def answered(request: Request, **given: Any) -> Response:
            request.state.asks_again = True
            try:
                return respond(request, handler(request, **given))
            except BeingMade as making:
                # 202 and no failure: the page asks again by itself, a program is told when to.
                again = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
                shown = {"wait": making.retry_after, "again": again}
                response = respond(request, Answer(making.making, "making.html", shown), 202)
                response.headers["retry-after"] = str(making.retry_after)
                return response

        for address in (f"{path}.json", path):
            router.add_api_route(
                address, answered, methods=["GET", "HEAD"], include_in_schema=False, response_class=Response
            )
        return handler

    return added


def respond(request: Request, answer: Answer, status: int = 200) -> Response:
    """An answer in the shape that was asked for."""
    if wants_json(request):
        written = dump(answer.noun, indent=2)
        return tagged(request, written, _JSON) if status == 200 else Response(written, status, media_type=_JSON)
    return show(request, answer.template, {"noun": answer.noun, **answer.shown}, status, answer.body)


def show(
    request: Request, template: str, shown: Mapping[str, object], status: int = 200, body: bytes | None = None
) -> Response:
    """A page; `body` is what was written of it before."""
    visit: Visit | None = getattr(request.state, "visit", None)
    # Its forms carry a token of the session, which the browser must therefore have.
    request.state.keep_session = visit is not None
    told = {"visit": visit, "path": request.url.path, "version": __version__, "body_here": _BODY_HERE, **shown}
    written = environment().get_template(template).render(told).encode()
    if body is not None:
        written = written.replace(_BODY_HERE.encode(), body, 1)
    return HTMLResponse(written, status)


def show_failure(request: Request, failure: Failure) -> Response:
    """What went wrong."""
    if wants_json(request) or request.url.path.startswith("/api/"):
        response: Response = JSONResponse(failure.plain, failure.status)
        if failure.status == 401:
            response.headers["www-authenticate"] = "Bearer"
    else:
        response = show(request, "failure.html", {"failure": failure}, failure.status)
    if failure.retry_after is not None:
        response.headers["retry-after"] = str(failure.retry_after)
    if failure.allow is not None:
        response.headers["allow"] = failure.allow
    return response


def wants_json(request: Request) -> bool:
    """Whether a program asks: by the ending of the address, or by what it says it takes."""
    if request.url.path.endswith(".json"):
        return True
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted and "text/html" not in accepted


def desk_of(request: Request) -> Desk:
    """The desk of the application that a request came to."""
    desk: Desk = request.app.state.desk
    return desk.in_a_hurry() if getattr(request.state, "asks_again", False) else desk


def visit_of(request: Request) -> Visit:
    """Who asks, as the guard found."""
    visit: Visit = request.state.visit
    return visit


@cache
def environment() -> Environment:
    """What fills the templates of the pages: those of the page writer are among them."""
    made = environment_of(ChoiceLoader([PackageLoader("dateline.web"), PackageLoader("dateline.writers")]))
    made.globals.update(asset=asset)
    return made


class Assets(StaticFiles):
    """Modules, styles and pictures of ours; the style of the page writer is `page.css` among them."""

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Where a file is, and what it is like."""
        if path == _PAGE_STYLE.name:
            return str(_PAGE_STYLE.path), _PAGE_STYLE.path.stat()
        return super().lookup_path(path)


class _Style(NamedTuple):
    name: str
    path: Path


STATIC = Path(__file__).parents[1] / "static"
_PAGE_STYLE = _Style("page.css", Path(html.__file__).parent / "templates" / "timeline.css")


@lru_cache(maxsize=128)
def asset(name: str) -> str:
    """The address of a file of ours, another one whenever it changes."""
    path = _PAGE_STYLE.path if name == _PAGE_STYLE.name else STATIC / name
    return f"/static/{name}?v={hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"
