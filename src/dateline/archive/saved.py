"""Searches that were given names: kept with who saved them and when, found by name, forgotten by number."""

import datetime as dt
from collections.abc import Callable

from sqlalchemy import Engine, delete, insert, select

from dateline.archive.database.connecting import reading, writing
from dateline.archive.database.schema import searches
from dateline.errors import OptionError
from dateline.model import SavedSearch

LONGEST_NAME = 100
"""Characters of a name."""


class Saved:
    """The saved searches of one archive."""

    def __init__(self, engine: Engine, now: Callable[[], dt.datetime]) -> None:
        self._engine = engine
        self._now = now

    def all(self) -> list[SavedSearch]:
        """All of them, in order of name."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(searches).order_by(searches.c.name)).mappings().all()
        return [SavedSearch(**{**row, "at": dt.datetime.fromisoformat(row["at"])}) for row in rows]

    def save(self, name: str, address: str, by: str) -> SavedSearch:
        """Save a search; it takes the place of one of the same name. Raises OptionError for a name that is none."""
        called = " ".join(name.split())
        if not 1 <= len(called) <= LONGEST_NAME:
            raise OptionError(f"the name of a search has 1 to {LONGEST_NAME} characters, not {len(called)}")
        row = {"name": called, "address": address, "by": by, "at": self._now().isoformat()}
        with writing(self._engine) as connection:
            connection.execute(delete(searches).where(searches.c.name == called))
            connection.execute(insert(searches).values(row))
        return next(one for one in self.all() if one.name == called)

    def forget(self, number: int) -> None:
        """Save one no more. Raises OptionError where there is none of this number."""
        with writing(self._engine) as connection:
            if not connection.execute(delete(searches).where(searches.c.id == number)).rowcount:
                raise OptionError(f"there is no saved search {number}. It may have been forgotten before")
