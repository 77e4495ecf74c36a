"""An archive in, JSON Lines out, and back: articles and versions, stories, a person's hand, bookmarks, feeds, searches.

The first line names the archive's form. Each version of an article is a line in the native format, with what the
archive knows of it under `archive`, so other programs read it too. `dateline add` takes the lines back: into an empty
archive all as it was, ids of stories among them. What is read from an article is not written: it is read again.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, insert, select, update

from dateline.archive.database.counters import counter
from dateline.archive.database.rows import article_of
from dateline.archive.database.schema import acts, articles, bookmarks, feeds, items, searches, state, stories, versions
from dateline.archive.hand.record import restored
from dateline.archive.kept import kept
from dateline.archive.searching import words
from dateline.archive.versions import keep
from dateline.errors import MalformedArticle, OptionError
from dateline.model import MarkKind

HEADER = {"archive_of": "dateline", "form": 2}
_FORMS = (1, 2)
# Kinds of acts that were called otherwise in the first form.
_FIRST_CALLED = {"join": MarkKind.JOIN_STORIES.value, "split": MarkKind.SPLIT_STORY.value}
_NATIVE = ("text", "title", "published", "source", "url", "byline", "language", "updated")
_KEPT = ("rest", "read_from", "added", "added_at")
# What is written as it stands in its table, under the name of one.
_PLAIN = {"bookmark": bookmarks, "feed": feeds, "item": items, "search": searches}
_PART = 200


def is_export(line: str) -> bool:
    """Whether a line is the first of an export."""
    return line.startswith('{"archive_of": "dateline"')


def lines(connection: Connection) -> Iterator[str]:
    """All of an archive, a line each."""
    yield _line({**HEADER, "revision": counter(connection, "revision"), "looked": counter(connection, "looked")})
    for row in connection.execute(select(stories).order_by(stories.c.id)).mappings():
        profile = row["profile"]
        yield _line({"story": {**row, "profile": profile and base64.b64encode(profile).decode()}})
    last = 0
    placed = select(articles.c.id, articles.c.story, articles.c.placed_by, articles.c.why, articles.c.newest)
    while rows := (
        connection.execute(select(versions).where(versions.c.id > last).order_by(versions.c.id).limit(_PART))
        .mappings()
        .all()
    ):
        own = {
            row.id: row for row in connection.execute(placed.where(articles.c.id.in_([row["article"] for row in rows])))
        }
        for row in rows:
            last = row["id"]
            of = own[row["article"]]
            known = {
                **{key: row[key] for key in _KEPT},
                "newest": of.newest == row["id"],
                "story": of.story,
                "placed_by": of.placed_by,
                "why": of.why,
            }
            rest = json.loads(row["rest"] or "{}")
            native = {key: row[key] for key in _NATIVE if row[key] is not None}
            native |= {key: rest[key] for key in ("section", "excerpt") if rest.get(key)}
            yield _line({"id": row["article"], **native, "archive": known})
    for row in connection.execute(select(acts).order_by(acts.c.id)).mappings():
        yield _line({"act": dict(row)})
    for kind, table in _PLAIN.items():
        for row in connection.execute(select(table).order_by(*table.primary_key)).mappings():
            yield _line({kind: dict(row)})


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def restore(connection: Connection, given: Iterable[str], where: str, processes: int | None = None) -> int:
    """Take the lines of an export into an archive that is empty. Returns how many articles there are.

    Raises OptionError where the archive holds something, MalformedArticle for a line that is none of an export.
    """
    if connection.execute(select(articles.c.id).limit(1)).first():
        remedy = "Name a new one with --archive"
        raise OptionError(f"an export is taken back into an empty archive, and this one holds articles. {remedy}")
    parsed = _parsed(given, where)
    head = next(parsed, {})
    rows: list[dict[str, Any]] = []
    number = 0
    for value in parsed:
        if "story" in value:
            story = value["story"]
            profile = story["profile"] and base64.b64decode(story["profile"])
            connection.execute(insert(stories).values({**story, "profile": profile}))
        elif "act" in value:
            number += 1
            restored(connection, value["act"] if "id" in value["act"] else _of_first_form(value["act"], number))
        elif plain := value.keys() & _PLAIN.keys():
            [kind] = plain
            connection.execute(insert(_PLAIN[kind]).values(value[kind]))
        else:
            rows.append(value)
    known: set[str] = set()
    texts = [
        article_of({"article": row["id"], **{key: row.get(key) for key in _NATIVE}, **row["archive"]}) for row in rows
    ]
    for row, (article, read) in zip(rows, kept(texts, processes), strict=True):
        own = row["archive"]
        if article.id not in known:
            known.add(article.id)
            placed = {key: own[key] for key in ("story", "placed_by", "why")}
            connection.execute(insert(articles).values(id=article.id, newest=0, **placed))
        [version] = keep(connection, [(article, read)], [(own["added"], own["added_at"])])
        if own["newest"]:
            connection.execute(update(articles).where(articles.c.id == article.id).values(newest=version))
            words.put(connection, [(version, article.title, article.text)])
    for key in ("revision", "looked"):
        connection.execute(update(state).where(state.c.key == key).values(value=head.get(key, 0)))
    return len(known)


def _of_first_form(act: dict[str, Any], number: int) -> dict[str, Any]:
    return {**act, "id": number, "kind": _FIRST_CALLED.get(act["kind"], act["kind"])}


def _parsed(given: Iterable[str], where: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(given, 1):
        try:
            value = json.loads(line)
        except ValueError as error:
            raise MalformedArticle(f"{where}:{number}", "broken JSON", "Export the archive again") from error
        is_ours = isinstance(value, dict) and ({"archive_of", "story", "act", "archive", *_PLAIN} & value.keys())
        if not is_ours or (number == 1) != ("archive_of" in value):
            raise MalformedArticle(f"{where}:{number}", "it is no line of an export", "Export the archive again")
        if number == 1 and value["form"] not in _FORMS:
            raise MalformedArticle(f"{where}:1", "a newer Dateline has written it", "Bring Dateline up to date")
        yield value
