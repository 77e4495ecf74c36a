import asyncio
from pathlib import Path
from typing import Any

import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from browsing import HOME, Browser
from dateline.archive.archive import Archive
from dateline.web.access.people import with_token
from dateline.web.app import app
from dateline.web.settings import Settings

ASK = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}


def asked(archive: Archive, settings: Settings, headers: dict[str, str], mode: str = "auto") -> Any:
    """What a program is answered that searches over HTTP."""
    served = app(archive, settings)

    async def search() -> Any:
        transport = httpx2.ASGITransport(served, client=("127.0.0.1", 40000))
        async with (
            served.router.lifespan_context(served),
            httpx2.AsyncClient(transport=transport, headers=headers) as http,
            Client(streamable_http_client(f"{HOME}/mcp", http_client=http), mode=mode) as client,
        ):
            return (await client.call_tool("search", {"query": "ferry"})).structured_content

    return asyncio.run(search())


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_the_tools_are_served_beside_the_pages_and_lead_to_them(archive: Archive, mode: str) -> None:
    found = asked(archive, Settings(parse=False), {}, mode)
    [first, *_] = found["articles"]
    address = f"{HOME}/article?id={first['passage']['article']}&start={first['passage']['start']}"
    assert first["passage"]["address"].startswith(address)


def test_a_token_is_needed_where_people_log_in(archive: Archive, users: Path) -> None:
    settings = Settings(users=users, parse=False)
    token = with_token(users, "rhea")
    assert asked(archive, settings, {"authorization": f"Bearer {token}"})["total"] == 3
    with Browser(app(archive, settings)) as browser:
        assert browser.ask("POST", "/mcp", json=ASK).status_code == 401
        assert browser.ask("POST", "/mcp", json=ASK, headers={"authorization": "Bearer none"}).status_code == 401


def test_a_page_of_another_server_cannot_ask(browser: Browser) -> None:
    for headers in ({"origin": "https://evil.example"}, {"host": "evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert browser.ask("POST", "/mcp", json=ASK, headers=headers).status_code in (400, 403)
