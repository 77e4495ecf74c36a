"""Tellings of many articles in, rows out: kept on disk between, so that memory does not grow with the corpus.

A store that is given a file takes up where it was left: articles that were read are not read again, but by another
version of Dateline. A newer version of an article replaces it. One name is one person: who has no country where he is
named has the one that most articles tell of him.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from dateline import __version__
from dateline.coding.merging import events, key_of, row_of, row_value
from dateline.coding.plain import Plain
from dateline.coding.wholeness import is_whole
from dateline.errors import OptionError
from dateline.model import Article, EventRow

# By which a file of ours is known, in this form of its tables.
_MARK = 0x44_4C_52_32
_SCHEMA = f"""
PRAGMA application_id = {_MARK};
CREATE TABLE IF NOT EXISTS done (article TEXT PRIMARY KEY, version TEXT);
CREATE TABLE IF NOT EXISTS telling (article TEXT, place INTEGER, value TEXT, PRIMARY KEY (article, place));
CREATE TABLE IF NOT EXISTS person (article TEXT, name TEXT, country TEXT, sectors TEXT, title TEXT);
CREATE INDEX IF NOT EXISTS person_of ON person (article);
DROP TABLE IF EXISTS keyed;
CREATE TABLE keyed (key TEXT, first TEXT, published TEXT, article TEXT, place INTEGER, value TEXT);
DROP TABLE IF EXISTS row;
CREATE TABLE row (first TEXT, id TEXT, value TEXT);
"""


class RowStore:
    """Tellings as they are read, and the rows made of them."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` keeps the work between runs; without one, a temporary file does, and is gone afterwards.

        Raises OptionError where the file is something else.
        """
        self._database = sqlite3.connect("" if path is None else str(path))
        if not self._is_ours():
            self.close()
            raise OptionError(
                f"{path} is not a file in which event rows are kept. Name another one, or one that is new"
            )
        self._database.executescript(_SCHEMA)

    def _is_ours(self) -> bool:
        """Whether the file is one of these, or new."""
        try:
            [(tables,)] = self._database.execute("SELECT count(*) FROM sqlite_master")
            [(mark,)] = self._database.execute("PRAGMA application_id")
        except sqlite3.DatabaseError:
            return False
        return bool(not tables or mark == _MARK)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> "RowStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def holds(self, article: Article) -> bool:
        """Whether an article, in this version, was read before."""
        found = self._database.execute("SELECT version FROM done WHERE article = ?", (article.id,))
        return bool(found.fetchone() == (_version(article),))

    def add(self, read: Iterable[tuple[Article, Sequence[Plain]]]) -> None:
        """Keep the tellings of articles, all or none of them."""
        with self._database as database:
            for article, told in read:
                for table in ("telling", "person"):
                    database.execute(f"DELETE FROM {table} WHERE article = ?", (article.id,))
                database.execute("INSERT OR REPLACE INTO done VALUES (?, ?)", (article.id, _version(article)))
                database.executemany(
                    "INSERT INTO telling VALUES (?, ?, ?)",
                    ((article.id, place, json.dumps(value, ensure_ascii=False)) for place, value in enumerate(told)),
                )
                database.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?)", _persons(article, told))

    def rows(self, *, all_mentions: bool = False) -> Iterator[EventRow]:
        """One row an event, or one a report, in order of date, then id; those without a date come last."""
        people = self._people()
        database = self._database
        with database:
            database.execute("DELETE FROM keyed")
            database.execute("DELETE FROM row")
            for article, place, text in database.execute("SELECT article, place, value FROM telling"):
                value = json.loads(text)
                for party in (*value["actors"], *value["recipients"]):
                    _settle(party, people)
                if not is_whole(value):
                    continue
                database.execute(
                    "INSERT INTO keyed VALUES (?, ?, ?, ?, ?, ?)",
                    (key_of(value), value["date"]["first"], value["published"], article, place, json.dumps(value)),
                )
            keyed = database.execute("SELECT key, value FROM keyed ORDER BY key, first, published, article, place")
            for _, group in groupby(keyed, itemgetter(0)):
                for event in events((json.loads(text) for _, text in group), apart=all_mentions):
                    row_id, value = row_value(event)
                    database.execute(
                        "INSERT INTO row VALUES (?, ?, ?)", (value["date"]["first"], row_id, json.dumps(value))
                    )
        for _, row_id, text in database.execute("SELECT first, id, value FROM row ORDER BY first = '', first, id"):
            yield row_of(row_id, json.loads(text))

    def _people(self) -> dict[str, tuple[str, list[str], str]]:
        """For each name, how articles mostly code its bearer by the words beside it."""
        best: dict[str, tuple[str, list[str], str]] = {}
        rows = self._database.execute(
            "SELECT name, country, sectors, title FROM person GROUP BY name, country, sectors, title "
            "ORDER BY name, count(*) DESC, country, sectors, title"
        )
        for name, country, sectors, title in rows:
            best.setdefault(name, (country, sectors.split(), title))
        # A surname stands for the one person that bears it.
        bearers: dict[str, set[str]] = {}
        for name in best:
            bearers.setdefault(name.rpartition(" ")[2], set()).add(name)
        for surname, full in bearers.items():
            if len(full) == 1 and surname not in best:
                best[surname] = best[next(iter(full))]
        return best


def _version(article: Article) -> str:
    """The version of an article that is read, and of what reads it."""
    return f"{__version__} {article.updated or article.published or ''}"


def _persons(article: Article, told: Iterable[Plain]) -> Iterator[tuple[str, ...]]:
    """Those of whom an article tells country and part by the words beside their names, once for each time."""
    for value in told:
        for party in (*value["actors"], *value["recipients"]):
            if party["name"] and party["country"] and party["is_told"]:
                yield article.id, party["name"], party["country"], " ".join(party["sectors"]), party["title"]


def _settle(party: Plain, people: dict[str, tuple[str, list[str], str]]) -> None:
    """Give somebody the country and sectors that articles tell of his name, where his own words tell none."""
    told = people.get(party["name"])
    if told is None or (party["country"] and party["country"] != told[0]):
        return
    if not party["country"] or not party["sectors"]:
        country, sectors, title = told
        party["country"] = country
        party["sectors"] = party["sectors"] or sectors
        party["title"] = party["title"] or title
