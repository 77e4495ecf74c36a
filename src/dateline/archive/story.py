"""One story of an archive, by its id: its articles, its timeline, what changed, and what persons mark in it."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy import Engine, select

from dateline.archive import bookmarks, lines
from dateline.archive.database.connecting import reading, writing
from dateline.archive.database.counters import counter
from dateline.archive.database.rows import article_of, digest
from dateline.archive.database.schema import articles, stories
from dateline.archive.filing import title_by_hand
from dateline.archive.hand.applying import apply, kept, shows
from dateline.archive.hand.changed import changed, changed_each
from dateline.archive.hand.marking import kind_of, named, said, written_line
from dateline.archive.hand.record import SOMEBODY, marks, plain, recorded
from dateline.archive.listing import listed
from dateline.archive.readings import nothing_to_read, readings, versions_of
from dateline.archive.told import ToldStories
from dateline.errors import ArchiveError, OptionError
from dateline.model import (
    Article,
    Changes,
    Diary,
    Entry,
    Evidence,
    Mark,
    MarkedLine,
    MarkKind,
    Period,
    Status,
    StoryReference,
    Timeline,
)
from dateline.model.hand import OF_STORIES
from dateline.pipeline import answer, followed
from dateline.request import Request
from dateline.text.copies import Copies
from dateline.timeline.changes.following import Following
from dateline.timeline.changes.versions import published, readable
from dateline.timeline.story import is_asked_for

_Found = TypeVar("_Found", Changes, Diary)


class ArchivedStory:
    """One story of an archive."""

    def __init__(self, engine: Engine, identity: int, now: Callable[[], dt.datetime], told: ToldStories) -> None:
        self._engine = engine
        self._now = now
        self._told = told
        self.id = identity

    @property
    def noun(self) -> StoryReference:
        """What the archive has of it."""
        with reading(self._engine) as connection:
            [story] = listed(connection, {self.id}) or [StoryReference(self.id, "", (), 0, None, None, 0)]
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
            return [article_of(row._mapping) for row in versions_of(connection, self.id)]

    def copies(self) -> Copies:
        """Which of its articles print what another one wrote, each in its newest version."""
        with reading(self._engine) as connection:
            newest = {
                row.newest for row in connection.execute(select(articles.c.newest).where(articles.c.story == self.id))
            }
            rows = [row for row in versions_of(connection, self.id) if row.id in newest]
            return Copies.among((one.article.id, one.signature) for one in readings(self._engine, rows))

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
            told = self._told.present(connection, self.id, asked)
            texts = {article.id: article.text for article in told.articles}
            places = kept(own, texts)
            timeline = read if read and shows(read, places) else told.timeline(places)
            title = asked.title or title_by_hand(connection, self.id) if by_hand else None
        timeline = apply(timeline, own, texts, told.added)
        # A line that a person wrote, or put on another day, is asked for by the day it has now.
        shown = (entry for entry in timeline.entries if entry.hand is None or is_asked_for(entry.date, asked))
        timeline = dataclasses.replace(timeline.showing(shown), title=title or timeline.title)
        if by_hand and asked == Request(
            parse=asked.parse,
            processes=asked.processes,
            progress=asked.progress,
            problem=asked.problem,
            note=asked.note,
        ):
            self._keep_lines(timeline.without_hidden())
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
        return self._recorded(wanted, *said(wanted, entry, others, values), by)

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
        made = f"{by}\0{self._now().isoformat()}"
        line, told = written_line(headline, date, str(status), source, of, exact, made)
        return self._recorded(MarkKind.WRITE, (line,), told, by)

    def lines(self, given: Sequence[Entry | Evidence | str]) -> list[Entry]:
        """The lines that are meant by their ids, or as much of them as no other begins with; an entry is itself.

        An id is sought among the lines shown, then among all there are. Raises OptionError where it is none's.
        """
        return named(given, self.timeline, self.id)

    def _recorded(self, kind: MarkKind, marked: tuple[MarkedLine, ...], told: tuple[str, ...], by: str) -> Mark:
        with writing(self._engine) as connection:
            return recorded(connection, self.id, kind, plain(marked, told), by, self._now().isoformat())

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
            seen = bookmarks.seen(connection, reader, self.id)
            now = counter(connection, "revision")
            old = [row for row in versions_of(connection, self.id) if seen is not None and row.added_at <= seen]
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

    def looked_on(self, reader: str) -> int | None:
        """The revision as of which a reader has seen it; None where there was no look at it."""
        with reading(self._engine) as connection:
            return bookmarks.seen(connection, reader, self.id)

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
            as_of=request.as_of,
            parse=request.parse,
            processes=request.processes,
            problem=request.problem,
            note=request.note,
        )
        return concerned(found, self.timeline(plain_request))

    def _followed(self, request: Request) -> Following:
        """The story, every version of its articles as it was read, to be asked what changed."""
        with reading(self._engine) as connection:
            rows = versions_of(connection, self.id)
            out = {(a.id, digest(a)) for a in published((article_of(row._mapping) for row in rows), request.as_of)}
            chosen = [row for row in rows if (row.article, row.digest) in out]
            if not chosen:
                raise nothing_to_read(self.id, request.as_of)
            return followed(readings(self._engine, chosen), request)

    def _look_on(self, reader: str, revision: int) -> None:
        with writing(self._engine) as connection:
            bookmarks.look_on(connection, reader, self.id, revision)

    def _keep_lines(self, timeline: Timeline) -> None:
        try:
            with writing(self._engine) as connection:
                lines.keep(connection, self.id, timeline)
        except ArchiveError:
            # The timeline is there all the same: an archive may be closed to us.
            return
