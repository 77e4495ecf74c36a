"""A small archive of our own in, an answer to each operation of the API out: the examples of its description."""

import asyncio
import datetime as dt
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.request import Request
from dateline.web.api.shell import ROOT, Operation
from dateline.web.settings import Settings

_NOW = dt.datetime(2021, 3, 12, 8, 0, tzinfo=dt.UTC)
_ARTICLES: list[dict[str, object]] = [
    {
        "id": "wire-1",
        "published": "2021-03-05",
        "source": "Aar Wire",
        "title": "Gressow dairy to open",
        "text": "President Ilona Varga will open the Gressow dairy on March 9, mayor Pia Dorn said on Friday.",
    },
    {
        "id": "echo-7",
        "published": "2021-03-08",
        "source": "Gressow Echo",
        "title": "Opening put off",
        "text": "The opening of the Gressow dairy by Ilona Varga, planned for March 9, was postponed to March 20.",
    },
]
_TOO_BAD = {"published": "yesterday", "text": "Ilona Varga opened the dairy."}


@dataclass(frozen=True, slots=True)
class Example:
    """What may be asked of an operation, and what is answered."""

    body: object
    answer: Any


def examples_of(operations: list[Operation]) -> dict[str, Example]:
    """An example of each operation, by method and path."""
    import httpx  # noqa: PLC0415 - who serves an archive needs no client

    from dateline.web.app import app  # noqa: PLC0415 - the application has the API, which has this

    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "news.db", now=lambda: _NOW) as archive:
        archive.saved.save("Gressow", "/search?query=Gressow", "bo")
        served = app(archive, Settings(parse=False, owner="ada"))

        async def asked() -> dict[str, Example]:
            transport = httpx.ASGITransport(served)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://127.0.0.1:8017{ROOT}") as client:
                found = {}
                # What is told of is brought first, what is read comes before what changes it.
                for one in sorted(operations, key=lambda one: (one.path != "/articles", one.method)):
                    address, body = _asked(one, archive)
                    answer = await client.request(one.method, address, json=body)
                    assert answer.is_success, (one.path, answer.text)
                    found[f"{one.method} {one.path}"] = Example(body, json.loads(answer.text))
                return found

        return asyncio.run(asked())


def _asked(operation: Operation, archive: Archive) -> tuple[str, object]:
    """The address and the body of a question that has an answer."""
    entry = ""
    if "{entry}" in operation.path:
        entry = archive.story(1).timeline(Request(parse=False)).entries[0].id
    path = operation.path.replace("{entry}", entry)
    for name, number in (("story", 1), ("mark", 2), ("search", 1)):
        path = path.replace(f"{{{name}:int}}", str(number))
    queries = {
        "/article": "?id=wire-1",
        "/search": "?query=dairy&limit=1",
        "/stories/{story:int}/changes": "?since=2021-03-05",
    }
    bodies: dict[str, object] = {
        "/articles": {"articles": [*_ARTICLES, _TOO_BAD], "story": "The dairy of Gressow"},
        "/stories/{story:int}/lines/{entry}/marks": {"kind": "note", "values": ["Ask the mayor."]},
        "/stories/{story:int}/lines": {"headline": "We called the mayor.", "date": "2021-03-11"},
        "/stories/{story:int}/title": {"title": "A dairy for Gressow"},
        "/stories/{story:int}/join": {"story": 1},
        "/marks/{mark:int}/undo": {},
        "/marks/{mark:int}/redo": {},
        "/searches": {"name": "The dairy, as planned", "address": "/search?query=dairy&status=scheduled"},
        "/searches/{search:int}/forget": {},
        "/article/move": {"article": "echo-7", "story": None, "title": "Put off"},
    }
    return path + queries.get(operation.path, ""), bodies.get(operation.path)
