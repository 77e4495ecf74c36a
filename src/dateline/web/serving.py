"""An application in, a server that runs until it is stopped: whoever takes too long to ask is hung up on."""

import asyncio
import logging
import socket
import sys
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from dateline.errors import OptionError
from dateline.web.settings import Settings

PATIENCE = 10.0
"""Seconds a connection may take for the head of its first request."""
_CONNECTIONS = 1_000
_HEAD = 16_384
_GIVES_WAY = 0.001
"""Seconds after which a thread that reads a story lets others go on: a request waits for it some ten times."""


class _Impatient(H11Protocol):
    """A connection that says nothing is ended, so that a thousand of them keep nobody out."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._waiting = self.loop.call_later(PATIENCE, self._hang_up)

    def handle_events(self) -> None:
        super().handle_events()
        if self.cycle is not None:
            self._waiting.cancel()

    def connection_lost(self, exc: Exception | None) -> None:
        self._waiting.cancel()
        super().connection_lost(exc)

    def _hang_up(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()


def listening(settings: Settings) -> socket.socket:
    """The socket that is listened on. Raises OptionError where the address is taken or is not this machine's."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((settings.host, settings.port))
    except OSError as error:
        found.close()
        raise OptionError(
            f"{settings.host} port {settings.port} cannot be listened on: {error.strerror}. "
            "Use another --port, 0 for a free one"
        ) from None
    return found


def serve(app: FastAPI, at: socket.socket, ready: Callable[[uvicorn.Server], object]) -> None:
    """Serve until stopped; `ready` is told of the server when the first request can come."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    sys.setswitchinterval(_GIVES_WAY)
    config = uvicorn.Config(
        app,
        http=_Impatient,
        ws="none",
        lifespan="on",
        access_log=False,  # the guard's own has no address in it that could hold a secret
        log_config=None,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        h11_max_incomplete_event_size=_HEAD,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
    )

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready(self)

    Server(config).run(sockets=[at])
