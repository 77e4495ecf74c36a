"""A search, or the lines of a story that somebody chose, under a name."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from dateline.model.documented import DOCUMENTED


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that somebody gave a name."""

    __pydantic_config__: ClassVar = DOCUMENTED
    id: int
    """Its number."""
    name: str
    """What it is called; no two are called alike."""
    address: str
    """The page that shows what it finds now, with every filter: `/search?query=ferry&since=2023-10-14`."""
    by: str
    """Who saved it."""
    at: dt.datetime
    """When."""


@dataclass(frozen=True, slots=True)
class SavedSearches:
    """The searches that were given names."""

    __pydantic_config__: ClassVar = DOCUMENTED
    searches: tuple[SavedSearch, ...]
    """All of them, in order of name."""
