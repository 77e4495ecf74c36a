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
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles

from dateline._version import __version__
from dateline.web.access.visits import Visit
from dateline.web.desk import Desk
from dateline.web.failures import Failure
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


Handler = Callable[..., Answer]


def page(router: APIRouter, path: str) -> Callable[[Handler], Handler]:
    """A page at an address, and its twin at the same with `.json` behind it."""

    def added(handler: Handler) -> Handler:
        @functools.wraps(handler)
        def answered(request: Request, **given: Any) -> Response:
            return respond(request, handler(request, **given))

        router.add_api_route(f"{path}.json", answered, include_in_schema=False, response_class=Response)
        router.add_api_route(path, answered, include_in_schema=False, response_class=Response)
        return handler

    return added


def respond(request: Request, answer: Answer, status: int = 200) -> Response:
    """An answer in the shape that was asked for."""
    if wants_json(request):
        return Response(dump(answer.noun, indent=2), status, media_type="application/json")
    return show(request, answer.template, {"noun": answer.noun, **answer.shown}, status)


def show(request: Request, template: str, shown: Mapping[str, object], status: int = 200) -> Response:
    """A page."""
    visit: Visit | None = getattr(request.state, "visit", None)
    # Its forms carry a token of the session, which the browser must therefore have.
    request.state.keep_session = visit is not None
    written = (
        environment().get_template(template).render(visit=visit, path=request.url.path, version=__version__, **shown)
    )
    return HTMLResponse(written, status)


def show_failure(request: Request, failure: Failure) -> Response:
    """What went wrong."""
    if wants_json(request) or request.url.path.startswith("/api/"):
        headers = {"WWW-Authenticate": "Bearer"} if failure.status == 401 else None
        return JSONResponse(failure.plain, failure.status, headers)
    return show(request, "failure.html", {"failure": failure}, failure.status)


def wants_json(request: Request) -> bool:
    """Whether a program asks: by the ending of the address, or by what it says it takes."""
    if request.url.path.endswith(".json"):
        return True
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted and "text/html" not in accepted


def desk_of(request: Request) -> Desk:
    """The desk of the application that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


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
