"""Tellings of many articles in, rows out: kept on disk between, so that memory does not grow with the corpus.

A store that is given a file takes up where it was left: articles that were read are not read again. One name is one
person: who has no country where he is named has the one that most articles tell of him.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from dateline.coding.merging import events, key_of, row_of, row_value
from dateline.coding.plain import Plain
from dateline.coding.wholeness import is_whole
from dateline.model import Article, EventRow

_SCHEMA = """
CREATE TABLE IF NOT EXISTS done (article TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS telling (number INTEGER PRIMARY KEY, article TEXT, place INTEGER, value TEXT);
CREATE TABLE IF NOT EXISTS person (name TEXT, country TEXT, sectors TEXT, title TEXT, votes INTEGER,
    PRIMARY KEY (name, country, sectors, title));
DROP TABLE IF EXISTS keyed;
CREATE TABLE keyed (key TEXT, first TEXT, published TEXT, article TEXT, place INTEGER, value TEXT);
DROP TABLE IF EXISTS row;
CREATE TABLE row (first TEXT, id TEXT, value TEXT);
"""


class RowStore:
    """Tellings as they are read, and the rows made of them."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` keeps the work between runs; without one, a temporary file does, and is gone afterwards."""
        self._database = sqlite3.connect("" if path is None else str(path))
        self._database.executescript(_SCHEMA)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> "RowStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def holds(self, article: Article) -> bool:
        """Whether an article, in this version, was read before."""
        found = self._database.execute("SELECT 1 FROM done WHERE article = ?", (_version(article),))
        return found.fetchone() is not None

    def add(self, read: Iterable[tuple[Article, Sequence[Plain]]]) -> None:
        """Keep the tellings of articles, all or none of them."""
        with self._database as database:
            for article, told in read:
                database.execute("INSERT OR IGNORE INTO done VALUES (?)", (_version(article),))
                for place, value in enumerate(told):
                    database.execute(
                        "INSERT INTO telling (article, place, value) VALUES (?, ?, ?)",
                        (article.id, place, json.dumps(value, ensure_ascii=False)),
                    )
                    for party in (*value["actors"], *value["recipients"]):
                        if party["name"] and party["country"] and party["is_told"]:
                            database.execute(
                                "INSERT INTO person VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET votes = votes + 1",
                                (party["name"], party["country"], " ".join(party["sectors"]), party["title"]),
                            )

    def rows(self, *, all_mentions: bool = False) -> Iterator[EventRow]:
        """One row an event, or one a report, in order of date, then id."""
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
        for _, row_id, text in database.execute("SELECT first, id, value FROM row ORDER BY first, id"):
            yield row_of(row_id, json.loads(text))

    def _people(self) -> dict[str, tuple[str, list[str], str]]:
        """For each name, how articles mostly code its bearer by the words beside it."""
        best: dict[str, tuple[str, list[str], str]] = {}
        rows = self._database.execute(
            "SELECT name, country, sectors, title FROM person ORDER BY name, votes DESC, country, sectors, title"
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
    """An article in the version that is read."""
    return f"{article.id} {article.updated or article.published or ''}"


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
