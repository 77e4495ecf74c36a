"""An archive in, whether all of it is whole out: what can be mended is, and is told of as what cannot."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text, update

from dateline.archive.database.rows import article_of, content, digest
from dateline.archive.database.schema import articles, stories, versions
from dateline.archive.filing import Filing, resolved
from dateline.archive.hand.record import kept_again, marks
from dateline.archive.kept import kept_of
from dateline.archive.rereading import fits, keep
from dateline.archive.searching import words
from dateline.errors import InputError, MissingLanguage
from dateline.reading.article import read_article, unpack

_PART = 200


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found."""

    articles: int
    versions: int
    stories: int
    mended: tuple[str, ...]
    """What was wrong and is right now."""
    broken: tuple[str, ...]
    """What is wrong still."""


def check(connection: Connection, filing: Filing, now: str) -> Check:
    """Check spans, versions, membership, marks and the index of words."""
    mended: list[str] = []
    broken = [
        *_database(connection),
        *_versions(connection, mended),
        *_articles(connection),
        *_marks(connection, mended),
    ]
    mended += _membership(connection, filing, now)
    if not words.is_sound(connection):
        words.clear(connection)
        rows = connection.execute(
            select(versions.c.id, versions.c.title, versions.c.text).join(articles, articles.c.newest == versions.c.id)
        )
        for row in rows.all():
            words.put(connection, [(row.id, row.title, row.text)])
        mended.append("the index of words did not hold what it should and is made anew")

    def counted(table: object) -> int:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]

    alive = connection.execute(select(func.count()).select_from(stories).where(stories.c.into.is_(None))).scalar_one()
    return Check(counted(articles), counted(versions), int(alive), tuple(mended), tuple(broken))


def _database(connection: Connection) -> Iterator[str]:
    """What the database says of itself."""
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text("PRAGMA integrity_check(5)")):
        if row[0] != "ok":
            yield f"the database: {row[0]}"
    for row in connection.execute(text("PRAGMA foreign_key_check")).all()[:5]:
        yield f"the database: a row of {row[0]} points to none of {row[2]}"


def _versions(connection: Connection, mended: list[str]) -> Iterator[str]:
    """Versions whose text is not what was added, and readings that do not fit their text."""
    last, again = 0, 0
    while rows := connection.execute(
        select(versions).where(versions.c.id > last).order_by(versions.c.id).limit(_PART)
    ).all():
        for row in rows:
            last = row.id
            article = article_of(row._mapping)
            if digest(article) != row.digest or content(article) != row.content:
                yield f"{row.article}: version {row.id} is not what was added"
                continue
            if row.reading is not None and fits(row):
                reading = unpack(article, row.reading)
                whole = all(article.text[t.start : t.end] == t.text for t in reading.timexes)
                if whole and all(0 <= s.start < s.end <= len(article.text) for s in reading.sentences):
                    continue
            try:
                keep(connection, row.id, kept_of(read_article(article)))
                again += 1
            except (MissingLanguage, InputError):
                continue
    if again:
        mended.append(f"{again} readings did not fit and are made anew")


def _articles(connection: Connection) -> Iterator[str]:
    """Articles whose newest version is not one of theirs."""
    rows = connection.execute(
        select(articles.c.id)
        .outerjoin(versions, (versions.c.id == articles.c.newest) & (versions.c.article == articles.c.id))
        .where(versions.c.id.is_(None))
    )
    for row in rows:
        yield f"{row.id}: its newest version is not there"


def _marks(connection: Connection, mended: list[str]) -> Iterator[str]:
    """Marks on passages that no version of an article has; those that are not found by their articles are again."""
    again = 0
    for mark in marks(connection, undone=True):
        if kept_again(connection, mark):
            again += 1
        for passage in (passage for line in mark.lines for passage in line.passages):
            texts = connection.execute(select(versions.c.text).where(versions.c.article == passage.article)).scalars()
            if not any(passage.span.of(text) == passage.exact for text in texts):
                yield f"mark {mark.id}: no version of {passage.article} has the passage it was made on"
                break
    if again:
        mended.append(f"{again} marks were not found by their articles and are again")


def _membership(connection: Connection, filing: Filing, now: str) -> Iterator[str]:
    """Articles of stories that point on are put to where these point; stories without what they are known by get it."""
    pointing = connection.execute(
        select(articles.c.id, articles.c.story)
        .join(stories, stories.c.id == articles.c.story)
        .where(stories.c.into.is_not(None))
    ).all()
    for row in pointing:
        into = resolved(connection, row.story)
        connection.execute(update(articles).where(articles.c.id == row.id).values(story=into))
        yield f"{row.id} was in story {row.story}, which points on, and is in {into} now"
    bare = connection.execute(
        select(stories.c.id).where(stories.c.profile.is_(None), stories.c.alive, stories.c.into.is_(None))
    ).scalars()
    for story in list(bare):
        filing.renew(connection, story)
        filing.keep(connection, {story}, now)
        yield f"story {story} did not hold what it is known by and does now"
