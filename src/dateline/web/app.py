"""An archive and settings in, the application out: routes, guard, desk. Nothing of it is kept outside of it.

A room with routes has an APIRouter of the name `router` and a line in `_ROUTERS`; each of its routes has a line in
`access/table.py`, without which nobody reaches it.
"""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Scope

from dateline._version import __version__
from dateline.archive.archive import Archive
from dateline.errors import DatelineError
from dateline.web.access.attempts import Attempts
from dateline.web.access.guard import Guard
from dateline.web.access.visits import Visit, Visits
from dateline.web.api.limits import Limits
from dateline.web.api.routes import ROUTES
from dateline.web.desk import Desk
from dateline.web.failures import Failure, failure_of
from dateline.web.intake import Intakes
from dateline.web.pages import add, article, entrance, export, marks, saved, search, stories, story
from dateline.web.pages.shell import STATIC, Assets, show_failure
from dateline.web.settings import Settings
from dateline.web.subscriptions import routes as subscriptions

_ROUTERS = (
    stories.router,
    story.router,
    article.router,
    search.router,
    saved.router,
    add.router,
    marks.router,
    entrance.router,
    export.router,
    subscriptions.router,
)

_LOG = logging.getLogger("dateline.web")


def app(archive: Archive, settings: Settings | None = None) -> FastAPI:
    """The application that serves an archive."""
    settings = settings or Settings()
    desk = Desk(archive, settings)
    assistants = _assistants(desk)

    @asynccontextmanager
    async def running(made: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if assistants:
                await stack.enter_async_context(assistants[1]())
            yield
        made.state.intakes.close()
        desk.close()

    made = FastAPI(
        lifespan=running,
        title="Dateline",
        version=__version__,
        docs_url=None,  # pages that would load modules from elsewhere
        redoc_url=None,
        openapi_url=None,  # the API has its own
        # What is asked for stays here, whatever exporters the surroundings name.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    made.state.desk = desk
    made.state.intakes = Intakes(desk)
    made.state.visits = Visits(settings)
    made.state.limits = Limits(settings.a_minute)
    made.state.attempts = Attempts()
    for router in _ROUTERS:
        # Each route by itself, so that the guard sees it.
        made.router.routes.extend(router.routes)
    made.router.routes.extend(ROUTES)
    if assistants:
        made.router.routes.append(assistants[0])
    made.mount("/static", Assets(directory=STATIC), name="static")
    for kind in (Failure, DatelineError, RequestValidationError, HTTPException):
        made.add_exception_handler(kind, _failed)

    async def refused(scope: Scope, failure: Failure, visit: Visit | None) -> Response:
        scope.setdefault("state", {})["visit"] = visit
        return show_failure(Request(scope), failure)

    made.add_middleware(Guard, routes=made, settings=settings, visits=made.state.visits, refused=refused)
    return made


def _assistants(desk: Desk) -> tuple[Route, Callable[[], AbstractAsyncContextManager[None]]] | None:
    """The route for assistants, and what runs beside it; None where their protocol is not installed."""
    try:
        from dateline.web.assistants.mounted import mounted  # noqa: PLC0415 - where it is installed
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("dateline"):
            raise
        return None
    return mounted(desk)


async def _failed(request: Request, error: Exception) -> Response:
    match error:
        case RequestValidationError():
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"][1:])
            failure = Failure(400, "option", f"{where}: {first['msg']}.")
        case HTTPException():
            failure = Failure(error.status_code, "http", f"{error.detail}.")
        case _:
            failure = failure_of(error)
    if failure.status >= 500:
        _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    return show_failure(request, failure)
