"""The index of words: the newest version of each article goes in, what is sought comes out, on either database.

SQLite has FTS5 over the stored text, PostgreSQL a tsvector of the folded words. Queries are parsed by us
(`archive/searching/queries.py`), so none of their own syntax can fail.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from dateline.archive.searching.queries import Sought, folded

# PostgreSQL takes words up to this long, and so many bytes of a document.
_LONGEST = 500
_MOST = 900_000


def put(connection: Connection, given: Sequence[tuple[int, str | None, str]]) -> None:
    """Put versions into the index, each by its number, with its title and its text."""
    if not given:
        return
    if _is_sqlite(connection):
        connection.execute(
            text("INSERT INTO words (rowid, title, text) VALUES (:version, :title, :text)"),
            [{"version": version, "title": title, "text": body} for version, title, body in given],
        )
        return
    connection.execute(
        text("INSERT INTO words VALUES (:version, to_tsvector('simple', :words)) ON CONFLICT (version) DO NOTHING"),
        [{"version": version, "words": _document(f"{title or ''}\n{body}")} for version, title, body in given],
    )


def _document(body: str) -> str:
    words = " ".join(word[:_LONGEST] for word in folded(body))
    return words.encode()[:_MOST].decode("utf-8", "ignore")


def drop(connection: Connection, version: int, title: str | None, body: str) -> None:
    """Take a version out of the index."""
    if _is_sqlite(connection):
        connection.execute(
            text("INSERT INTO words (words, rowid, title, text) VALUES ('delete', :version, :title, :text)"),
            {"version": version, "title": title, "text": body},
        )
    else:
        connection.execute(text("DELETE FROM words WHERE version = :version"), {"version": version})


def clear(connection: Connection) -> None:
    """Take everything out of the index."""
    if _is_sqlite(connection):
        connection.execute(text("INSERT INTO words (words) VALUES ('delete-all')"))
    else:
        connection.execute(text("DELETE FROM words"))


def is_sound(connection: Connection) -> bool:
    """Whether the index holds the newest version of each article and nothing else."""
    if _is_sqlite(connection):
        kept = connection.execute(text("SELECT count(*) FROM words_docsize")).scalar()
        other = connection.execute(
            text("SELECT count(*) FROM words_docsize WHERE id NOT IN (SELECT newest FROM articles)")
        ).scalar()
    else:
        kept = connection.execute(text("SELECT count(*) FROM words")).scalar()
        other = connection.execute(
            text("SELECT count(*) FROM words WHERE version NOT IN (SELECT newest FROM articles)")
        ).scalar()
    return not other and kept == connection.execute(text("SELECT count(*) FROM articles")).scalar()


class Condition(NamedTuple):
    """What a query becomes in SQL."""

    table: str
    """The index of words, as a table; empty where nothing is asked of it."""
    version: str
    """Its column of versions."""
    holds: str
    """What must hold."""
    fitness: str
    """How well an article fits: less is better."""
    parameters: dict[str, Any]

    @property
    def source(self) -> str:
        """The articles for which it holds, with their newest versions, `a` and `v`: from the index to them."""
        whole = "articles a JOIN versions v ON v.id = a.newest"
        if self.table:
            whole = (
                f"{self.table} JOIN versions v ON v.id = {self.version} "
                "JOIN articles a ON a.id = v.article AND a.newest = v.id"
            )
        return f"FROM {whole} WHERE {self.holds}"


def condition(connection: Connection, sought: Sequence[Sought]) -> Condition:
    """What a query becomes."""
    wanted = [one for one in sought if not one.without]
    unwanted = [one for one in sought if one.without]
    if _is_sqlite(connection):
        of_unwanted = " OR ".join(map(_fts, unwanted))
        if not wanted:
            apart = "v.id NOT IN (SELECT rowid FROM words WHERE words MATCH :without)" if unwanted else "1 = 1"
            return Condition("", "", apart, "CAST(0 AS REAL)", {"without": of_unwanted} if unwanted else {})
        asked = " AND ".join(map(_fts, wanted)) + (f" NOT ({of_unwanted})" if unwanted else "")
        return Condition("words", "words.rowid", "words MATCH :wanted", "bm25(words, 4.0, 1.0)", {"wanted": asked})
    if not sought:
        return Condition("", "", "1 = 1", "CAST(0 AS REAL)", {})
    query = " & ".join(("!" if one.without else "") + f"({_tsquery(one)})" for one in sought)
    return Condition(
        "words w",
        "w.version",
        "w.words @@ to_tsquery('simple', :wanted)",
        "-ts_rank_cd(w.words, to_tsquery('simple', :wanted), 1)" if wanted else "CAST(0 AS REAL)",
        {"wanted": query},
    )


def _fts(one: Sought) -> str:
    return f'"{" ".join(one.words)}"' + ("*" if one.prefix else "")


def _tsquery(one: Sought) -> str:
    return " <-> ".join(f"'{word}'" for word in one.words) + (":*" if one.prefix else "")


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
