"""A client of an application under test: it keeps cookies, as a browser does, and opens no connection."""

import asyncio
import re
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import httpx
from fastapi import FastAPI

HOME = "http://127.0.0.1:8017"


class Browser:
    """Asks an application, request by request."""

    def __init__(self, app: FastAPI, home: str = HOME, client: tuple[str, int] = ("127.0.0.1", 40000)) -> None:
        self._runner = asyncio.Runner()
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=client)
        self._client = httpx.AsyncClient(transport=transport, base_url=home, follow_redirects=False)
        self.cookies = self._client.cookies

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._runner.run(self._client.aclose())
        self._runner.close()

    def ask(self, method: str, address: str, **more: Any) -> httpx.Response:
        return self._runner.run(self._client.request(method, address, **more))

    def get(self, address: str, **more: Any) -> httpx.Response:
        return self.ask("GET", address, **more)

    def get_all(self, addresses: Sequence[str]) -> list[httpx.Response]:
        """Ask for all at once."""

        async def asked() -> list[httpx.Response]:
            return list(await asyncio.gather(*(self._client.get(address) for address in addresses)))

        return self._runner.run(asked())

    def send(self, page: str, address: str, fields: dict[str, Any] | None = None, **more: Any) -> httpx.Response:
        """Send a form as it stands on a page: with the token the page carries."""
        shown = self.get(page)
        token = re.search(r'name="form_token" value="(\w+)"', shown.text)
        assert token, f"{page} has no form: {shown.status_code}"
        return self.ask("POST", address, data={"form_token": token[1], **(fields or {})}, **more)
