"""The feeds that an archive watches, and which of their items it has seen, so that none is fetched twice."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Engine, delete, insert, select

from dateline.archive.database.connecting import reading, writing
from dateline.archive.database.schema import feeds, items
from dateline.model import Feed

_MOMENTS = ("asked", "not_before")
_PART = 500


class Feeds:
    """The feeds of one archive."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> list[Feed]:
        """All of them, in order of address."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(feeds).order_by(feeds.c.address)).mappings().all()
        return [_feed(dict(row)) for row in rows]

    def watch(self, addresses: Iterable[str]) -> list[Feed]:
        """These feeds, each with what is known of it; a new one is put beside the others."""
        given = list(dict.fromkeys(addresses))
        known = {feed.address: feed for feed in self.all()}
        with writing(self._engine) as connection:
            for address in given:
                if address not in known:
                    known[address] = Feed(address)
                    connection.execute(insert(feeds).values(_row(known[address])))
        return [known[address] for address in given]

    def forget(self, addresses: Iterable[str]) -> int:
        """Watch these no more; how many there were. Their articles stay."""
        with writing(self._engine) as connection:
            return connection.execute(delete(feeds).where(feeds.c.address.in_(list(addresses)))).rowcount

    def keep(self, feed: Feed) -> None:
        """Keep how a feed was found."""
        with writing(self._engine) as connection:
            connection.execute(delete(feeds).where(feeds.c.address == feed.address))
            connection.execute(insert(feeds).values(_row(feed)))

    def seen(self, ids: Iterable[str]) -> dict[str, tuple[str | None, int]]:
        """Of some items those that were met: the stamp they were done with, if they were, and how often they failed."""
        given = list(ids)
        found: dict[str, tuple[str | None, int]] = {}
        with reading(self._engine) as connection:
            for at in range(0, len(given), _PART):
                rows = connection.execute(select(items).where(items.c.id.in_(given[at : at + _PART])))
                found |= {row.id: (row.stamp, row.failures) for row in rows}
        return found

    def saw(self, met: Mapping[str, tuple[str | None, int]]) -> None:
        """Keep what became of some items."""
        if met:
            with writing(self._engine) as connection:
                connection.execute(delete(items).where(items.c.id.in_(list(met))))
                connection.execute(
                    insert(items), [{"id": id_, "stamp": stamp, "failures": n} for id_, (stamp, n) in met.items()]
                )


def _row(feed: Feed) -> dict[str, Any]:
    values = asdict(feed)
    return {**values, **{name: values[name] and values[name].isoformat() for name in _MOMENTS}}


def _feed(row: Mapping[str, Any]) -> Feed:
    moments = {name: row[name] and dt.datetime.fromisoformat(row[name]) for name in _MOMENTS}
    return Feed(**{**row, **moments})
