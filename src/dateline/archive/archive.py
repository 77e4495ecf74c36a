"""An archive, opened: articles go in, stories, timelines, changes and what is sought come out.

with dateline.open("news.db") as archive:
    archive.add(dateline.read("news/").articles)
    for story in archive.stories():
        print(story.id, story.title)
    timeline = archive.story(1).timeline()
"""

import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, text, update

from dateline.archive import adding, checking, exporting, glances, words
from dateline.archive.adding import Added, AddResult
from dateline.archive.checking import Check
from dateline.archive.connecting import connected, reading, writing
from dateline.archive.feeds import Feeds
from dateline.archive.filing import Filing, counter, raised, resolved, title_by_hand
from dateline.archive.hand.applying import apply, kept, shows
from dateline.archive.hand.changed import changed, changed_each
from dateline.archive.hand.filed import HandOnStories
from dateline.archive.hand.marking import kind_of, marked_line, parted, values_of, written_line
from dateline.archive.hand.record import UNDO, mark_of, marks, plain, record
from dateline.archive.queries import folded, parsed
from dateline.archive.rereading import reread
from dateline.archive.rows import article_of, digest
from dateline.archive.schema import articles, bookmarks, entries, stories, told, versions
from dateline.archive.search import Filters, search
from dateline.errors import ArchiveError, NothingToRead, OptionError, OutdatedReading, UnknownStory
from dateline.model import (
    Article,
    Changes,
    Diary,
    Entry,
    EntryHit,
    Evidence,
    Mark,
    MarkedLine,
    MarkKind,
    Period,
    SearchResult,
    Status,
    StoryReference,
    Timeline,
)
from dateline.model.hand import OF_STORIES
from dateline.pipeline import answer, followed, timeline_of_readings
from dateline.reading.article import ArticleReading, read_article, unpack
from dateline.request import Depth, Request
from dateline.text.copies import Copies
from dateline.timeline.changes.following import Following
from dateline.timeline.changes.versions import published, readable
from dateline.timeline.story import is_asked_for

_Row = Row[Any]
_Found = TypeVar("_Found", Changes, Diary)

SOMEBODY = "somebody"
"""Who does something by hand, where nobody says who."""


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
        """Add articles, in the order given; what is there already is passed over.

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
                found = _stories_of(connection, query)
            return list(_stories(connection, found, since))

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

    def story(self, identity: int | str) -> "ArchivedStory":
        """A story by its id; one that was joined to another is that other. Raises UnknownStory."""
        with reading(self._engine) as connection:
            # No more figures than a database has room for.
            number = int(identity) if str(identity).isdecimal() and len(str(identity)) < 10 else None
            known = resolved(connection, number) if number is not None else None
            if known is None:
                known = connection.execute(select(stories.c.id).where(stories.c.by_hand == str(identity))).scalar()
                known = known if known is None else resolved(connection, known)
        if known is None:
            raise UnknownStory(identity)
        return ArchivedStory(self, known)

    def story_with(self, line: str) -> "ArchivedStory":
        """The story whose timeline, as it was last made, has a line of this id, or one that begins so.

        Raises OptionError where none has, or more than one.
        """
        with reading(self._engine) as connection:
            begins = entries.c.id.startswith(line, autoescape=True)
            found = sorted(set(connection.execute(select(entries.c.story).where(begins)).scalars()))
        if len(found) != 1:
            what = "more than one story has" if found else "no timeline that was made has"
            raise OptionError(f"{what} a line whose id begins with {line!r}. Name the story with --story")
        return ArchivedStory(self, found[0])

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
        with self._by_hand() as (connection, revision):
            found = mark_of(connection, mark)
            if found.undone_by is not None:
                raise OptionError(f"mark {mark} was taken back by {found.undone_by} before")
            now = self._now().isoformat()
            if found.kind in OF_STORIES:
                HandOnStories(connection, self._filing, revision, by, now).take_back(found)
            record(connection, UNDO, {}, by, now, revision=revision, story=found.story, undoes=mark)
            return mark_of(connection, mark)

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

    def _readings(self, connection: Connection, rows: Iterable[_Row]) -> list[ArticleReading]:
        """The readings of versions, as they were kept; read again where another version of the analysis made them."""
        found: list[ArticleReading] = []
        again: list[dict[str, object]] = []
        for row in rows:
            article = article_of(row._mapping)
            packed = row.reading
            if packed is None:
                continue
            try:
                found.append(unpack(article, packed))
            except OutdatedReading:
                found.append(read_article(article))
                again.append({"version": row.id, "packed": found[-1].pack()})
        if again:
            self._keep_readings(again)
        return found

    def _keep_readings(self, again: Sequence[dict[str, object]]) -> None:
        try:
            with writing(self._engine) as connection:
                connection.execute(
                    update(versions).where(versions.c.id == bindparam("version")).values(reading=bindparam("packed")),
                    list(again),
                )
        except ArchiveError:
            # It is read again next time: an archive may be closed to us.
            return


class ArchivedStory:
    """One story of an archive."""

    def __init__(self, archive: Archive, identity: int) -> None:
        self._archive = archive
        self._engine = archive._engine
        self.id = identity

    @property
    def noun(self) -> StoryReference:
        """What the archive has of it."""
        with reading(self._engine) as connection:
            [story] = _stories(connection, {self.id}, None) or [StoryReference(self.id, "", (), 0, None, None, 0)]
            return story

    def state(self, *, by_hand: bool = True) -> str:
        """Changes whenever its timeline may: by its articles, the versions in force, its marks and its title.

        Without the hand, whenever the timeline may that Dateline reads.
        """
        with reading(self._engine) as connection:
            newest = select(articles.c.newest).where(articles.c.story == self.id).order_by(articles.c.newest)
            title = connection.execute(select(stories.c.title).where(stories.c.id == self.id)).scalar()
            own = [mark.id for mark in marks(connection, self.id)] if by_hand else []
            by = repr((connection.execute(newest).scalars().all(), own, title if by_hand else None))
        return hashlib.blake2b(by.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def articles(self) -> list[Article]:
        """All versions of its articles."""
        with reading(self._engine) as connection:
            return [article_of(row._mapping) for row in self._versions(connection)]

    def copies(self) -> Copies:
        """Which of its articles print what another one wrote, each in its newest version."""
        with reading(self._engine) as connection:
            newest = {
                row.newest for row in connection.execute(select(articles.c.newest).where(articles.c.story == self.id))
            }
            rows = [row for row in self._versions(connection) if row.id in newest]
            return Copies.among((one.article.id, one.signature) for one in self._archive._readings(connection, rows))

    def timeline(
        self, request: Request | None = None, *, by_hand: bool = True, read: Timeline | None = None
    ) -> Timeline:
        """Its timeline, of readings as they were kept, with the marks of persons; without them, as Dateline reads it.

        What was marked is shown whatever the room. `read` is the timeline of the same articles as Dateline reads it: it
        is not made again where it shows what was marked. Raises NothingToRead where no article is left.
        """
        asked = request or Request()
        with reading(self._engine) as connection:
            own = marks(connection, self.id) if by_hand else []
            rows = self._present(connection, asked)
            texts = {row.article: row.text for row in rows}
            places = kept(own, texts)
            timeline = read if read and shows(read, places) else None
            if timeline is None:
                timeline = timeline_of_readings(self._archive._readings(connection, rows), asked, places)
            title = asked.title or title_by_hand(connection, self.id) if by_hand else None
        timeline = apply(timeline, own, texts, {row.article: row.added_at for row in rows})
        # A line that a person wrote, or put on another day, is asked for by the day it has now.
        shown = (entry for entry in timeline.entries if entry.hand is None or is_asked_for(entry.date, asked))
        timeline = dataclasses.replace(timeline.showing(shown), title=title or timeline.title)
        if by_hand and asked == Request(
            parse=asked.parse, processes=asked.processes, progress=asked.progress, problem=asked.problem
        ):
            self._keep(timeline.without_hidden())
        return timeline

    def marks(self, *, undone: bool = False) -> list[Mark]:
        """What persons did to its lines and to it, in order; with what was taken back, if asked."""
        with reading(self._engine) as connection:
            return marks(connection, self.id, undone=undone)

    def mark(
        self, kind: MarkKind | str, line: Entry | str, *values: Entry | Evidence | str, by: str = SOMEBODY
    ) -> Mark:
        """Mark a line: an entry of its timeline, or the id of one, or as much of it as no other begins with.

        `star` and `hide` take no value; `note`, `tag`, `date` (a TIMEX3 value), `status`, `speaker` (empty for the
        article's own voice) and `headline` take one; `join` takes the lines that are one with it; `split` those of its
        passages that are to be a line of their own, themselves or their numbers. What is in force already is not
        marked twice. Raises OptionError for what cannot be meant.
        """
        wanted = kind_of(kind)
        entry, *others = self.lines([line, *(values if wanted is MarkKind.JOIN else ())])
        told: tuple[str, ...] = ()
        if wanted is MarkKind.JOIN:
            lines = tuple(map(marked_line, dict.fromkeys([entry, *others])))
            if len(lines) < 2:
                raise OptionError("a line is joined to another one, and none is named")
        elif wanted is MarkKind.SPLIT:
            lines = parted(entry, [value for value in values if not isinstance(value, Entry)])
        else:
            lines, told = (marked_line(entry, wanted),), values_of(wanted, [str(value) for value in values])
        return self._recorded(wanted, lines, told, by)

    def write(
        self,
        headline: str,
        date: str,
        *,
        status: Status | str = Status.HAPPENED,
        source: str = "",
        article: str | None = None,
        exact: str = "",
        by: str = SOMEBODY,
    ) -> Mark:
        """Write a line of one's own, of a date (a TIMEX3 value). `source` says where it is from, if anybody is to know.

        With `article`, it rests on the words `exact` of that article of the story. Raises OptionError for what is no
        date or status, and for words that the article does not hold.
        """
        of = None
        if article is not None:
            of = next((one for one in readable(self.articles()) if one.id == article), None)
            if of is None:
                raise OptionError(f"there is no article {article!r} in story {self.id}")
        made = f"{by}\0{self._archive._now().isoformat()}"
        line, told = written_line(headline, date, str(status), source, of, exact, made)
        return self._recorded(MarkKind.WRITE, (line,), told, by)

    def lines(self, given: Sequence[Entry | Evidence | str]) -> list[Entry]:
        """The lines that are meant by their ids, or as much of them as no other begins with; an entry is itself.

        An id is sought among the lines shown, then among all there are. Raises OptionError where it is none's.
        """
        names = [one for one in given if isinstance(one, str)]
        found: dict[str, Entry] = {}
        for request in (Request(), Request(level=Depth.ALL)):
            missing = [name for name in names if name not in found]
            if not missing:
                break
            entries = self.timeline(request).entries
            for name in missing:
                those = [entry for entry in entries if entry.id.startswith(name)]
                if len(those) > 1:
                    raise OptionError(f"more than one line begins with {name!r}. Write more of its id")
                found.update((name, entry) for entry in those)
        for name in names:
            if name not in found:
                raise OptionError(
                    f"story {self.id} has no line {name!r}. `dateline timeline --story {self.id}` has them"
                )
        return [found[one] if isinstance(one, str) else one for one in given if not isinstance(one, Evidence)]

    def _recorded(self, kind: MarkKind, lines: tuple[MarkedLine, ...], told: tuple[str, ...], by: str) -> Mark:
        what = plain(lines, told)
        with writing(self._engine) as connection:
            for mark in marks(connection, self.id):
                if (mark.kind, plain(mark.lines, mark.values)) == (kind, what) and mark.by == by:
                    return mark
            revision = raised(connection)
            now = self._archive._now().isoformat()
            number = record(connection, kind, what, by, now, revision=revision, story=self.id)
            return mark_of(connection, number)

    def changes(self, since: dt.date, request: Request | None = None) -> Changes:
        """What changed since the end of a day. Raises OptionError for a day after `as_of`."""
        asked = request or Request()
        if asked.as_of is not None and asked.as_of < since:
            raise OptionError(f"as_of ({asked.as_of}) is before since ({since}). Swap the two")
        found = answer(self._followed(asked), lambda following: following.since(since))
        return self._by_hand(found, asked, changed)

    def diary(self, each: Period = Period.DAY, request: Request | None = None) -> Diary:
        """What each day, or each week, changed."""
        asked = request or Request()
        found = answer(self._followed(asked), lambda following: following.diary(each))
        return self._by_hand(found, asked, changed_each)

    def changes_for(self, reader: str, request: Request | None = None, *, look_on: bool = True) -> Changes:
        """What changed since a reader last looked; all of it the first time. The bookmark goes on, unless told not to.

        What was added since counts, whenever it was published.
        """
        asked = request or Request()
        with reading(self._engine) as connection:
            seen = connection.execute(
                select(bookmarks.c.revision).where(bookmarks.c.reader == reader, bookmarks.c.story == self.id)
            ).scalar()
            now = counter(connection, "revision")
            old = [row for row in self._versions(connection) if seen is not None and row.added_at <= seen]
        known = {(row.article, row.digest) for row in old}
        days = [dt.date.fromisoformat(row.available) for row in old if row.available]

        def since_then(following: Following) -> Changes:
            out = [(one.article.id, digest(one.article)) in known for one in following.readings]
            first = min(one.article.available or dt.date.max for one in following.readings)
            return following.changes(out.__getitem__, max(days, default=first - dt.timedelta(1)))

        changes = self._by_hand(answer(self._followed(asked), since_then), asked, changed)
        if look_on:
            self._look_on(reader, now)
        return changes

    def seen_by(self, reader: str) -> None:
        """A reader has looked at all there is until now: the bookmark goes on."""
        with reading(self._engine) as connection:
            now = counter(connection, "revision")
        self._look_on(reader, now)

    def _by_hand(self, found: _Found, request: Request, concerned: Callable[[_Found, Timeline], _Found]) -> _Found:
        """What changed, beside what persons did to its lines; as it is where they did nothing."""
        if all(mark.kind in OF_STORIES for mark in self.marks()):
            return found
        plain_request = Request(
            as_of=request.as_of, parse=request.parse, processes=request.processes, problem=request.problem
        )
        return concerned(found, self.timeline(plain_request))

    def _followed(self, request: Request) -> Following:
        """The story, every version of its articles as it was read, to be asked what changed."""
        with reading(self._engine) as connection:
            rows = self._versions(connection)
            out = {(a.id, digest(a)) for a in published((article_of(row._mapping) for row in rows), request.as_of)}
            chosen = [row for row in rows if (row.article, row.digest) in out]
            if not chosen:
                by = f" published by {request.as_of}" if request.as_of else ""
                raise NothingToRead(f"story {self.id} has no article{by}")
            return followed(self._archive._readings(connection, chosen), request)

    def _versions(self, connection: Connection) -> list[_Row]:
        return list(
            connection.execute(
                select(versions)
                .join(articles, articles.c.id == versions.c.article)
                .where(articles.c.story == self.id)
                .order_by(versions.c.available, versions.c.id)
            )
        )

    def _present(self, connection: Connection, request: Request) -> list[_Row]:
        """The versions of its articles that can be read at the moment asked for. Raises NothingToRead for none."""
        by_version = {(row.article, row.digest): row for row in self._versions(connection)}
        present = readable((article_of(row._mapping) for row in by_version.values()), request.as_of)
        if not present:
            by = f" published by {request.as_of}" if request.as_of else ""
            raise NothingToRead(f"story {self.id} has no article{by}")
        return [by_version[article.id, digest(article)] for article in present]

    def _keep(self, timeline: Timeline) -> None:
        """Keep the lines of the timeline, so that a search finds them."""
        rows = [
            {
                "story": self.id,
                "id": entry.id,
                "first": entry.date.first.isoformat(),
                "last": entry.date.last.isoformat(),
                "status": str(entry.status),
                "headline": entry.headline,
                "words": f" {' '.join(folded(entry.headline))} ",
                "places": f" {' '.join(folded(' '.join(place.name for place in entry.places)))} ",
                "participants": f" {' '.join(folded(' '.join(entry.participants)))} ",
                "sources": entry.sources,
            }
            for entry in timeline.entries
        ]
        try:
            with writing(self._engine) as connection:
                connection.execute(delete(entries).where(entries.c.story == self.id))
                if rows:
                    connection.execute(insert(entries), rows)
        except ArchiveError:
            # The timeline is there all the same: an archive may be closed to us.
            return

    def _look_on(self, reader: str, revision: int) -> None:
        with writing(self._engine) as connection:
            where = (bookmarks.c.reader == reader) & (bookmarks.c.story == self.id)
            connection.execute(delete(bookmarks).where(where))
            connection.execute(insert(bookmarks).values(reader=reader, story=self.id, revision=revision))


def _stories_of(connection: Connection, query: str) -> set[int]:
    """The stories of the articles that a query finds."""
    joined, holds, _, parameters = words.condition(connection, parsed(query))
    rows = connection.execute(
        text(
            f"SELECT DISTINCT a.story FROM articles a JOIN versions v ON v.id = a.newest {joined} "
            f"WHERE {holds} AND a.story IS NOT NULL"
        ),
        parameters,
    )
    return set(rows.scalars())


def _stories(connection: Connection, found: set[int] | None, since: dt.date | None) -> list[StoryReference]:
    query = (
        select(articles.c.story, articles.c.id, versions.c.available, versions.c.source, stories.c.title)
        .join(versions, versions.c.id == articles.c.newest)
        .join(stories, stories.c.id == articles.c.story)
        .order_by(versions.c.available, articles.c.id)
    )
    if found is not None and len(found) <= 500:
        query = query.where(articles.c.story.in_(found))
    members: dict[int, list[tuple[str, str | None, str | None]]] = {}
    titles: dict[int, str] = {}
    for row in connection.execute(query):
        if found is None or row.story in found:
            members.setdefault(row.story, []).append((row.id, row.available, row.source))
            titles[row.story] = row.title or ""
    ahead = dict(_ahead(connection, found))
    made = []
    for story, own in members.items():
        days = [day for _, day, _ in own if day]
        last = dt.date.fromisoformat(max(days)) if days else None
        if since is None or (last is not None and last >= since):
            made.append(
                StoryReference(
                    story,
                    titles[story],
                    tuple(identity for identity, _, _ in own),
                    len({source for _, _, source in own if source}),
                    dt.date.fromisoformat(min(days)) if days else None,
                    last,
                    ahead.get(story, 0),
                )
            )
    made.sort(key=lambda story: (-(story.last or dt.date.min).toordinal(), story.id))
    return made


def _ahead(connection: Connection, found: set[int] | None) -> Iterator[tuple[int, int]]:
    """Of each story, the days told of that lie after its last article."""
    last = (
        select(articles.c.story, func.max(versions.c.available).label("last"))
        .join(versions, versions.c.id == articles.c.newest)
        .where(articles.c.story.is_not(None))
        .group_by(articles.c.story)
    )
    if found is not None and len(found) <= 500:
        last = last.where(articles.c.story.in_(found))
    ends = last.subquery()
    rows = connection.execute(
        select(articles.c.story, func.count(func.distinct(told.c.value)))
        .join(ends, ends.c.story == articles.c.story)
        .join(told, (told.c.version == articles.c.newest) & (told.c.kind == "day"))
        .where(told.c.value > ends.c.last)
        .group_by(articles.c.story)
    )
    yield from ((row[0], row[1]) for row in rows)
