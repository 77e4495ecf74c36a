"""An assistant starts `dateline mcp` and speaks to it, as the SDK's own client does."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from dateline.archive import open as open_archive
from dateline.readers import read

Command = Callable[..., Any]


@pytest.mark.slow
def test_an_assistant_asks_over_standard_input_and_output(tmp_path: Path, news: Path) -> None:
    with open_archive(tmp_path / "news.db") as archive:
        archive.add(read(str(news)).articles)
    arguments = ["-m", "dateline", "mcp", "--archive", str(tmp_path / "news.db"), "--no-parse", "--quiet"]

    async def asked() -> tuple[str, Any]:
        async with Client(StdioServerParameters(command=sys.executable, args=arguments)) as client:
            found = await client.call_tool("search", {"query": "harbour master"})
            assert client.server_info
            return client.server_info.name, found.structured_content

    name, found = asyncio.run(asked())
    assert name == "dateline"
    assert [hit["passage"]["article"] for hit in found["articles"]] == ["courier.txt"]


def test_an_archive_that_is_not_there_is_told(tmp_path: Path, dateline: Command) -> None:
    done = dateline("mcp", "--archive", tmp_path / "none.db")
    assert done.returncode == 2
    assert b"there is no such archive. `dateline add` makes one" in done.stderr


def test_what_is_not_installed_is_named(tmp_path: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.delitem(sys.modules, "dateline.web.assistants.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    done = dateline("mcp", "--archive", tmp_path / "none.db")
    assert done.returncode == 2
    assert b"pip install 'dateline[mcp]'" in done.stderr
