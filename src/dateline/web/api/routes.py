"""All operations of the API as routes, and their description."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dateline.web.api import reading, writing
from dateline.web.api.openapi import shipped
from dateline.web.api.shell import ROOT, Operation
from dateline.web.etags import tagged

OPERATIONS: list[Operation] = [*reading.operations.all, *writing.operations.all]


async def _description(request: Request) -> Response:
    return tagged(request, shipped(), "application/json")


ROUTES: list[BaseRoute] = [
    Route(f"{ROOT}/openapi.json", _description, methods=["GET"]),
    *reading.operations.routes,
    *writing.operations.routes,
]
