"""An archive, opened: articles go in, stories, timelines, changes and what is sought come out.

with dateline.open("news.db") as archive:
    archive.add(dateline.read("news/").articles)
    for story in archive.stories():
        print(story.id, story.title)
    timeline = archive.story(1).timeline()
"""

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select

from dateline.archive import adding, checking, exporting, glances, lines
from dateline.archive.adding import Added, AddResult
from dateline.archive.checking import Check
from dateline.archive.database.connecting import connected, reading, writing
from dateline.archive.database.rows import article_of
from dateline.archive.database.schema import articles, versions
from dateline.archive.feeds import Feeds
from dateline.archive.filing import Filing, meant, resolved
from dateline.archive.hand.filed import HandOnStories
from dateline.archive.hand.record import SOMEBODY, marks
from dateline.archive.listing import found_by, listed
from dateline.archive.rereading import reread
from dateline.archive.saved import Saved
from dateline.archive.searching.search import Filters, search
from dateline.archive.story import ArchivedStory
from dateline.archive.told import ToldStories
from dateline.errors import UnknownStory
from dateline.model import (
    Article,
    EntryHit,
    Mark,
    SearchResult,
    StoryReference,
)


class Archive:
    """A lasting place for articles, on SQLite or PostgreSQL. `dateline.open` opens one."""

    def __init__(
        self,
        where: str | Path,
        *,
        read_only: bool = False,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        """Open an archive, a file or an address; it is made where it is not there. `now` is its clock.

        Raises ArchiveError where it cannot be used.
        """
        self._engine = connected(where, read_only)
        self._filing = Filing()
        self._told = ToldStories(self._engine)
        self._now = now

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def feeds(self) -> Feeds:
        """The feeds it watches."""
        return Feeds(self._engine)

    @property
    def saved(self) -> Saved:
        """The searches that were given names."""
        return Saved(self._engine, self._now)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(
        self,
        given: Iterable[Article],
        *,
        story: str | None = None,
        by: str = SOMEBODY,
        processes: int | None = None,
        told_of: Callable[[Added], object] | None = None,
    ) -> AddResult:
        """Add articles, in the order they came out; what is there already is passed over.

        `story` files them by hand, under a story's id or a name. `told_of` is told of each article when it is safe.
        """
        return adding.add(
            self._engine, self._filing, given, now=self._now, by=by, story=story, processes=processes, told_of=told_of
        )

    def stories(self, *, since: dt.date | None = None, query: str | None = None) -> list[StoryReference]:
        """The stories, the one told last first; those told on `since` a day, or with an article that `query` finds."""
        with reading(self._engine) as connection:
            found = None
            if query is not None:
                found = found_by(connection, query)
            return listed(connection, found, since)

    def state(self) -> str:
        """Changes whenever its articles or a person's hand do: what was made of it under the same is still right."""
        with reading(self._engine) as connection:
            return glances.state_of(connection)

    def days(self, of: Collection[int]) -> dict[int, dict[dt.date, int]]:
        """Of each story, how many articles could be read first on which day."""
        with reading(self._engine) as connection:
            return glances.days(connection, of)

    def fresh(self, of: Collection[int], reader: str) -> dict[int, int]:
        """Of each story that a reader has looked at, how many articles or newer versions were added since."""
        with reading(self._engine) as connection:
            return glances.fresh(connection, of, reader)

    def ahead(self, first: dt.date, last: dt.date) -> list[EntryHit]:
        """The lines of timelines, as they were last made, of what is planned for these days."""
        with reading(self._engine) as connection:
            return glances.ahead(connection, first, last)

    def now(self) -> dt.datetime:
        """What its clock says."""
        return self._now()

    def story(self, identity: int | str) -> ArchivedStory:
        """A story by its id; one that was joined to another is that other. Raises UnknownStory."""
        with reading(self._engine) as connection:
            known = meant(connection, str(identity))
        if known is None:
            raise UnknownStory(identity)
        return ArchivedStory(self._engine, known, self._now, self._told)

    def story_with(self, line: str) -> ArchivedStory:
        """The story whose timeline, as it was last made, has a line of this id, or one that begins so.

        Raises OptionError where none has, or more than one.
        """
        with reading(self._engine) as connection:
            return ArchivedStory(self._engine, lines.story_of(connection, line), self._now, self._told)

    def article(self, identity: str) -> list[Article]:
        """All versions of an article, in the order they came out; none where there is no such article."""
        with reading(self._engine) as connection:
            rows = connection.execute(
                select(versions).where(versions.c.article == identity).order_by(versions.c.available, versions.c.id)
            ).mappings()
            return [article_of(row) for row in rows]

    def why(self, identity: str) -> dict[str, object] | None:
        """Why an article is in its story: what ties it to it, or who put it there."""
        with reading(self._engine) as connection:
            row = connection.execute(select(articles).where(articles.c.id == identity)).one_or_none()
        if row is None or row.story is None:
            return None
        return {"story": row.story, "placed_by": row.placed_by, **json.loads(row.why or "{}")}

    def search(
        self,
        query: str = "",
        *,
        filters: Filters | None = None,
        sort: str = "relevance",
        limit: int = 10,
        cursor: str | None = None,
        facets: bool = True,
    ) -> SearchResult:
        """Articles and lines of timelines that hold what is sought. Raises QueryError, which says where it stopped."""
        asked = filters or Filters()
        with reading(self._engine) as connection:
            if asked.story is not None:
                known = resolved(connection, asked.story)
                if known is None:
                    raise UnknownStory(asked.story)
                asked = dataclasses.replace(asked, story=known)
            return search(connection, query, asked, sort=sort, limit=limit, cursor=cursor, facets=facets)

    def join(self, one: int, other: int, by: str = SOMEBODY) -> int:
        """Say that two stories are one. Returns the id that stays, the older; the other one points on to it."""
        with self._on_stories(by) as hand:
            return hand.join(one, other)

    def split(self, given: Iterable[str], by: str = SOMEBODY, title: str | None = None) -> int:
        """Say that some articles are a story of their own. Returns its id; it is never joined again unasked."""
        with self._on_stories(by) as hand:
            return hand.split(given, title)

    def move(self, identity: str, story: int, by: str = SOMEBODY) -> None:
        """Say which story an article tells."""
        with self._on_stories(by) as hand:
            hand.move(identity, story)

    def entitle(self, story: int, title: str, by: str = SOMEBODY) -> None:
        """Say what a story is called."""
        with self._on_stories(by) as hand:
            hand.entitle(story, title)

    def marks(self, *, undone: bool = False) -> list[Mark]:
        """What persons did to lines and stories, in the order in which they did; with what was taken back, if asked."""
        with reading(self._engine) as connection:
            return marks(connection, undone=undone)

    def undo(self, mark: int, by: str = SOMEBODY) -> Mark:
        """Take a mark back. It stays in the record, with who took it back and when.

        Raises OptionError where there is no such mark, or it is taken back already, or what came after stands on it.
        """
        with self._on_stories(by) as hand:
            return hand.undo(mark)

    def redo(self, mark: int, by: str = SOMEBODY) -> Mark:
        """Do again what was taken back. Returns the mark that says so: one of its own, of who does it again.

        Raises OptionError where there is no such mark, or it is in force, or it would change nothing any more.
        """
        with self._on_stories(by) as hand:
            return hand.redo(mark)

    def reread(self, processes: int | None = None) -> int:
        """Read again what another version of the analysis has read. Returns how many articles that were."""
        return reread(self._engine, processes)

    def export(self) -> Iterator[str]:
        """All of it as JSON Lines, each with its line break: articles with their versions, stories, a person's hand."""
        with reading(self._engine) as connection:
            yield from exporting.lines(connection)

    def restore(self, lines: Iterable[str], where: str = "-", processes: int | None = None) -> int:
        """Take back what `export` wrote, into an archive that is empty. Returns how many articles there are.

        Raises OptionError where it is not empty, MalformedArticle for a line that is none of an export.
        """
        self._filing.forget()
        with writing(self._engine) as connection:
            return exporting.restore(connection, lines, where, processes)

    def check(self) -> Check:
        """Prove that all of it is whole, and mend what can be mended."""
        with self._by_hand() as (connection, _):
            return checking.check(connection, self._filing, self._now().isoformat())

    @contextmanager
    def _by_hand(self) -> Iterator[tuple[Connection, int]]:
        """A transaction for what a person does, and its revision; what is in memory is forgotten where it fails."""
        try:
            with writing(self._engine) as connection:
                yield connection, self._filing.take_up(connection)
        except BaseException:
            self._filing.forget()
            raise

    @contextmanager
    def _on_stories(self, by: str) -> Iterator[HandOnStories]:
        with self._by_hand() as (connection, revision):
            yield HandOnStories(connection, self._filing, revision, by, self._now().isoformat())
