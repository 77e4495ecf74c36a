"""The tools in, a route of the application out: the same protocol over streamable HTTP, for who may read the pages.

The guard has seen to who asks, from where, and how much they send; each request is answered by itself, with no session
kept for anybody.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from mcp.server.streamable_http_manager import StreamableHTTPASGIApp
from mcp.server.transport_security import TransportSecuritySettings
from starlette.routing import Route

from dateline.web.assistants.server import server
from dateline.web.desk import Desk

PATH = "/mcp"


def mounted(desk: Desk) -> tuple[Route, Callable[[], AbstractAsyncContextManager[None]]]:
    """The route, and what must be entered while the application runs."""
    made = server(desk, desk.settings.home)
    made.streamable_http_app(
        stateless_http=True,
        json_response=True,
        # By its own rule it would take no name but that of this machine.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    return Route(PATH, StreamableHTTPASGIApp(made.session_manager), methods=["POST"]), made.session_manager.run
