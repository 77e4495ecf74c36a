"""A feed that is watched."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that an archive watches, as it was when it was last asked for."""

    address: str
    """Where it is."""
    title: str | None = None
    """What it calls itself."""
    etag: str | None = None
    """The mark of what was last sent, by which a server tells whether there is more (ETag)."""
    modified: str | None = None
    """When that was last changed, as the server writes it (Last-Modified)."""
    asked: dt.datetime | None = None
    """When it was last asked for; None when it never was."""
    not_before: dt.datetime | None = None
    """When it may be asked for again, where it failed or its server wants to be left alone."""
    failures: int = 0
    """How often in a row nothing came."""
    problem: str | None = None
    """Why nothing came the last time."""
