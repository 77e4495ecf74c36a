"""An assistant that asks an archive by the SDK's own client."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from mcp import Client
from mcp.shared.exceptions import MCPError

from dateline.archive.archive import Archive
from dateline.web.assistants.server import server
from dateline.web.desk import Desk
from dateline.web.settings import Settings

_Answer = TypeVar("_Answer")


class Assistant:
    """Calls tools and reads resources of a server in this process."""

    def __init__(self, archive: Archive, parse: bool = False, writes_as: str | None = None) -> None:
        self.archive = archive
        self._server = server(Desk(archive, Settings(parse=parse)), writes_as=writes_as)

    def asks(self, question: Callable[[Client], Awaitable[_Answer]]) -> _Answer:
        """What the server answers."""

        async def asked() -> _Answer:
            async with Client(self._server) as client:
                return await question(client)

        return asyncio.run(asked())

    def calls(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """What a tool answers."""
        result = self.asks(lambda client: client.call_tool(tool, arguments))
        assert not result.is_error, result.content
        assert isinstance(result.structured_content, dict)
        return result.structured_content

    def is_refused(self, tool: str, **arguments: Any) -> str:
        """What a tool says that refuses."""
        result = self.asks(lambda client: client.call_tool(tool, arguments))
        assert result.is_error
        return str(getattr(result.content[0], "text", ""))

    def reads(self, address: str) -> str:
        """The text of a resource; or why there is none."""

        async def text(client: Client) -> str:
            try:
                [content] = (await client.read_resource(address)).contents
            except MCPError as error:
                return f"refused: {error}"
            return str(getattr(content, "text", ""))

        return self.asks(text)
