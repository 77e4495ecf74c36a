"""The table of all routes and of the role each needs. What is not in it does not exist for anyone.

A page and its JSON twin (`.json`) are one row. A test walks all routes of the application against it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.web.access.roles import Role


@dataclass(frozen=True, slots=True)
class Rule:
    """What a route needs."""

    role: Role
    """Who may at least."""
    by_secret: bool = False
    """Whether the secret of a reader in its address (`?secret=`) will do: calendars and feed readers cannot log in."""
    brings_files: bool = False
    """Whether it takes a request as large as an upload."""


_ANYONE, _READ, _MARK, _ADD = (Rule(role) for role in Role)
_SUBSCRIBED = Rule(Role.READ, by_secret=True)

TABLE: Mapping[str, Rule] = {
    "MOUNT /static": _ANYONE,
    "GET /api/v1/openapi.json": _READ,
    "GET /api/v1/stories": _READ,
    "GET /api/v1/stories/{story:int}": _READ,
    "GET /api/v1/stories/{story:int}/timeline": _READ,
    "GET /api/v1/stories/{story:int}/lines": _READ,
    "GET /api/v1/stories/{story:int}/lines/{entry}": _READ,
    "GET /api/v1/stories/{story:int}/changes": _READ,
    "GET /api/v1/stories/{story:int}/diary": _READ,
    "GET /api/v1/stories/{story:int}/sources": _READ,
    "GET /api/v1/stories/{story:int}/marks": _READ,
    "GET /api/v1/article": _READ,
    "GET /api/v1/search": _READ,
    "POST /api/v1/articles": Rule(Role.ADD, brings_files=True),
    "POST /api/v1/stories/{story:int}/lines/{entry}/marks": _MARK,
    "POST /api/v1/stories/{story:int}/lines": _MARK,
    "POST /api/v1/marks/{mark:int}/undo": _MARK,
    "POST /api/v1/marks/{mark:int}/redo": _MARK,
    "POST /api/v1/stories/{story:int}/title": _MARK,
    "POST /api/v1/stories/{story:int}/join": _MARK,
    "POST /api/v1/article/move": _MARK,
    "GET /api/v1/searches": _READ,
    "POST /api/v1/searches": _MARK,
    "POST /api/v1/searches/{search:int}/forget": _MARK,
    "POST /mcp": _READ,
    "GET /": _READ,
    "GET /stories": _READ,
    "GET /stories/{story:int}": _READ,
    "GET /stories/{story:int}/lines/{entry}": _READ,
    "GET /stories/{story:int}/figures": _READ,
    "GET /stories/{story:int}/names": _READ,
    "GET /stories/{story:int}/places": _READ,
    "GET /stories/{story:int}/sources": _READ,
    "GET /stories/{story:int}/changes": _READ,
    "POST /stories/{story:int}/seen": _READ,
    "GET /stories/{story:int}/export": _READ,
    "GET /stories/{story:int}/marks": _READ,
    "POST /stories/{story:int}/lines": _MARK,
    "POST /stories/{story:int}/lines/{entry}/marks": _MARK,
    "POST /stories/{story:int}/title": _MARK,
    "POST /stories/{story:int}/join": _MARK,
    "POST /marks/{mark:int}/undo": _MARK,
    "POST /marks/{mark:int}/redo": _MARK,
    "POST /article/move": _MARK,
    "GET /login": _ANYONE,
    "POST /login": _ANYONE,
    "POST /logout": _ANYONE,
    "GET /article": _READ,
    "GET /search": _READ,
    "GET /searches": _READ,
    "POST /searches": _MARK,
    "POST /searches/{search:int}/forget": _MARK,
    "GET /add": _ADD,
    "GET /add/{intake}": _ADD,
    "POST /add/text": Rule(Role.ADD, brings_files=True),
    "POST /add/files": Rule(Role.ADD, brings_files=True),
    "POST /add/address": _ADD,
    "GET /subscribe": _READ,
    "GET /calendar.ics": _SUBSCRIBED,
    "GET /stories/{story:int}/calendar.ics": _SUBSCRIBED,
    "GET /stories/{story:int}/changes.atom": _SUBSCRIBED,
    "GET /search.atom": _SUBSCRIBED,
}
"""Method and path of each route, as the route writes it, without the ending of its twin."""


def rule_of(method: str, path: str) -> Rule | None:
    """What a route needs; None for one that is not in the table."""
    method = "GET" if method == "HEAD" else method
    return TABLE.get(f"{method} {path}") or TABLE.get(f"{method} {path.removesuffix('.json')}")
