"""Operations of the API in, routes out: each asked as its description says, answered in one shape, however it ends.

An operation is described by what it is made of: its docstring, the dataclasses of its query and of its body, and the
noun it gives. `openapi.py` writes that down.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from math import ceil
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dateline.errors import DatelineError
from dateline.web.api.limits import Limits
from dateline.web.etags import tagged
from dateline.web.failures import Failure, failure_of
from dateline.web.pages.shell import show_failure, visit_of
from dateline.writers.json import dump

ROOT = "/api/v1"
_JSON = "application/json"

Handler = Callable[..., object]
_Handler = TypeVar("_Handler", bound=Handler)


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that can be asked of the API."""

    method: str
    path: str
    """From `/api/v1` on, as a route writes it."""
    handler: Handler
    """The request, what the path names, and the body where it takes one, in; the answer out."""
    gives: type
    """The noun it answers with."""
    asks: tuple[object, ...] = ()
    """Dataclasses of which each field is a parameter of the query; an object of one has other defaults."""
    takes: type | None = None
    """The dataclass that describes its body."""
    read_as: type | None = None
    """The dataclass that its body is read as, where that is more patient."""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Operations:
    """Operations of one room."""

    all: list[Operation] = field(default_factory=list)

    def add(
        self,
        method: str,
        path: str,
        *,
        gives: type,
        asks: tuple[object, ...] = (),
        takes: type | None = None,
        read_as: type | None = None,
        status: int = 200,
    ) -> Callable[[_Handler], _Handler]:
        """The function below is what answers an operation."""

        def added(handler: _Handler) -> _Handler:
            self.all.append(Operation(method, path, handler, gives, asks, takes, read_as or takes, status))
            return handler

        return added

    @property
    def routes(self) -> list[BaseRoute]:
        """Their routes."""
        return [Route(f"{ROOT}{one.path}", _answered(one), methods=[one.method]) for one in self.all]


def _answered(operation: Operation) -> Callable[[Request], Awaitable[Response]]:
    async def answered(request: Request) -> Response:
        try:
            _count(request)
            more = {"body": body_as(operation.read_as, await request.body())} if operation.read_as else {}
            made = await run_in_threadpool(operation.handler, request, **request.path_params, **more)
            written = await run_in_threadpool(dump, made, indent=2)
        except (DatelineError, Failure) as error:
            return show_failure(request, failure_of(error))
        if operation.method == "GET":
            return await run_in_threadpool(tagged, request, written, _JSON)
        return Response(written, operation.status, media_type=_JSON)

    return answered


def _count(request: Request) -> None:
    """Raises Failure where whoever asks has asked too often, with the seconds until they may again."""
    limits: Limits = request.app.state.limits
    if wait := limits.wait(visit_of(request).name or (request.client.host if request.client else "")):
        told, hint = f"These are more than {limits.a_minute} requests a minute.", "Wait as Retry-After says."
        raise Failure(429, "too-often", told, hint, retry_after=ceil(wait))


def body_as(kind: type, body: bytes) -> Any:
    """A body as what an operation takes. Raises Failure for what it is not."""
    try:
        return TypeAdapter(kind).validate_python(json_of(body))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Failure(422, "body", f"{where}: {first['msg']}." if where else f"{first['msg']}.") from None


def json_of(body: bytes) -> Any:
    """JSON. Raises Failure for what is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Failure(400, "json", f"The body is no JSON: {error}.") from None
