"""What pages and API ask of an archive, in one place: each answer is a noun of the model, the same for both.

Timelines are kept warm: one for each state of a story, so many at most. A thousand readers of one story cost one. What
takes long is made beside the requests: who asks for a page of it is told so at once, and keeps nobody waiting.
"""

import copy
import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Self, cast

from dateline.archive.archive import Archive
from dateline.archive.searching.search import Filters
from dateline.archive.story import ArchivedStory
from dateline.errors import MissingLanguage
from dateline.model import (
    Annotation,
    Article,
    Changes,
    Diary,
    Entry,
    Period,
    SearchResult,
    Stories,
    StoryReference,
    Timeline,
)
from dateline.pipeline import annotate
from dateline.request import Request
from dateline.web.answers import ArticleInFull, DayCount, Glance, Overview, Sources
from dateline.web.failures import BeingMade, Failure
from dateline.web.paging import page
from dateline.web.settings import Settings
from dateline.web.sifting import Wanted, sifted
from dateline.web.sources import sources_of
from dateline.web.warm import StillMaking, Warm

STORIES_SHOWN = 50
"""Stories on one page of a list."""
_STORIES = 24
"""Stories whose timelines are kept, with the texts of their articles."""
_ANSWERS = 400
"""Other answers that are kept."""
_PAGES = 48
"""Pages that are kept as they were written: half a megabyte each where a story is long."""
_PATIENCE = 25.0
"""Seconds that programs are kept waiting which would not ask again soon, as a calendar, or a form that was sent."""
_WEEK = dt.timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Told:
    """A story as it is told in one state of it."""

    key: tuple[Hashable, ...]
    """Which story in which state: what is made of it is kept under this."""
    story: StoryReference
    timeline: Timeline
    articles: Sequence[Article]
    """All versions of its articles."""
    is_newest: bool = True
    """Whether the story stands as it is told here; if not, its newest timeline is being made."""

    def line_of(self, other: Entry) -> str | None:
        """The id of the line that tells what a line of another moment of the story does: by its id, else by a passage.

        None where there is none.
        """
        passages = {(passage.article, passage.exact) for passage in other.evidence}
        if any(line.id == other.id for line in self.timeline.entries):
            return other.id
        return next(
            (line.id for line in self.timeline.entries if any((p.article, p.exact) in passages for p in line.evidence)),
            None,
        )


class Desk:
    """The questions, on one archive."""

    def __init__(self, archive: Archive, settings: Settings) -> None:
        self.archive = archive
        self.settings = settings
        self._told: Warm[Told] = Warm(_STORIES)
        self._slow: Warm[object] = Warm(_ANSWERS)
        self._read: Warm[Timeline] = Warm(_STORIES)
        self._patience = None if settings.patience is None else _PATIENCE
        self.kept: Warm[object] = Warm(_ANSWERS)
        self.pages: Warm[object] = Warm(_PAGES)

    def in_a_hurry(self) -> Self:
        """The same desk for who can be told at once that an answer is being made, and asks again."""
        other = copy.copy(self)
        other._patience = self.settings.patience
        return other

    def close(self) -> None:
        """Begin to make nothing more."""
        self._told.close()
        self._slow.close()

    def stories(self, since: dt.date | None = None, query: str | None = None) -> Stories:
        """The stories, the one told last first. Raises QueryError."""
        key = ("stories", self.archive.state(), since, query)
        made = self.kept.get(key, lambda: Stories(tuple(self.archive.stories(since=since, query=query or None))))
        return cast(Stories, made)

    def overview(
        self, reader: str, *, query: str | None = None, cursor: str | None = None, day: dt.date | None = None
    ) -> Overview:
        """A page of the stories, as a reader sees them, and the week from a day on."""
        of = f"stories {query or ''}"
        shown = page(self.stories(query=query).stories, order_of, of, limit=STORIES_SHOWN, cursor=cursor)
        ids = [story.id for story in shown.items]
        days, fresh = self.archive.days(ids), self.archive.fresh(ids, reader)
        day = day or self.archive.now().date()
        return Overview(
            tuple(
                Glance(story, tuple(DayCount(*one) for one in days[story.id].items()), fresh.get(story.id))
                for story in shown.items
            ),
            shown.total,
            shown.next_cursor,
            tuple(self.archive.ahead(day, day + _WEEK)),
            day,
        )

    def story(self, story: int) -> ArchivedStory:
        """One story. Raises UnknownStory."""
        return self.archive.story(story)

    def told(self, story: int, as_of: dt.date | None = None) -> Told:
        """A story as it is told now, or was at the end of a day. Raises UnknownStory, NothingToRead, BeingMade."""
        of, state = self._now(story)
        key = (of.id, state, as_of)

        def made() -> Told:
            # A mark does not make a story of a thousand articles wait until it is read again.
            asked = self._request(as_of)
            read = self._read.get((of.id, of.state(by_hand=False), as_of), lambda: of.timeline(asked, by_hand=False))
            return Told(key, of.noun, of.timeline(asked, read=read), of.articles())

        return cast(Told, self.in_time(key, made, of, self._told))

    def told_lately(self, story: int) -> Told:
        """A story as it is told now, or, while that is being made, as it was told before."""
        try:
            return self.told(story)
        except BeingMade:
            of, state = self._now(story)
            earlier = self._told.latest(lambda key: isinstance(key, tuple) and (key[0], key[2]) == (of.id, None))
            if earlier is None:
                raise
            return replace(earlier, is_newest=earlier.key[1] == state)

    def made(self, story: int) -> Timeline:
        """The timeline of a story as it is now, made for what is kept in its place. Raises what `told` raises."""
        return self.archive.story(story).timeline(self._request())

    def timeline(self, story: int, as_of: dt.date | None = None, wanted: Wanted | None = None) -> Timeline:
        """The timeline of a story, with the lines that are wanted. Raises UnknownStory, NothingToRead, QueryError."""
        timeline = self.told(story, as_of).timeline
        return timeline if wanted is None else replace(timeline, entries=sifted(timeline, wanted))

    def line(self, story: int, entry: str) -> tuple[Told, Entry]:
        """One line of a story's timeline. Raises Failure where the story has none of this id."""
        told = self.told(story)
        for one in told.timeline.entries:
            if one.id == entry:
                return told, one
        raise Failure(404, "no-such-line", "The story has no such line any more.", "Look among the lines of the story.")

    def sources(self, story: int) -> Sources:
        """Who tells a story, and who copies whom."""
        told = self.told(story)
        key = ("sources", *told.key)
        return cast(Sources, self.kept.get(key, lambda: sources_of(told.timeline, self.archive.story(story).copies())))

    def changes(self, story: int, since: dt.date, as_of: dt.date | None = None) -> Changes:
        """What changed in a story since the end of a day. Raises UnknownStory, NothingToRead, OptionError."""
        of = self.archive.story(story)
        key = ("changes", of.id, of.state(), since, as_of)
        return cast(Changes, self.in_time(key, lambda: of.changes(since, self._request(as_of)), of))

    def diary(self, story: int) -> Diary:
        """What each day changed in a story. Raises UnknownStory, NothingToRead."""
        of = self.archive.story(story)
        key = ("diary", of.id, of.state())
        return cast(Diary, self.in_time(key, lambda: of.diary(Period.DAY, self._request()), of))

    def moved(self, story: int, reader: str) -> Changes:
        """What changed in a story since a reader looked last."""
        of = self.archive.story(story)
        key = ("moved", of.id, of.state(), reader, of.looked_on(reader))
        made = self.in_time(key, lambda: of.changes_for(reader, self._request(), look_on=False), of)
        return cast(Changes, made)

    def seen(self, story: int, reader: str) -> None:
        """A reader has looked at all there is of a story until now."""
        self.archive.story(story).seen_by(reader)

    def article(self, identity: str, version: int | None = None) -> ArticleInFull:
        """An article in one of its versions, from 1, the newest where none is asked for, with what is read from it."""
        versions = self.archive.article(identity)
        if not versions:
            raise Failure(404, "no-such-article", "There is no such article.", "Look for its words in the search.")
        number = len(versions) if version is None else version
        if not 1 <= number <= len(versions):
            raise Failure(404, "no-such-version", f"The article has {len(versions)} versions.", "Use 1 or more.")
        shown = versions[number - 1]
        why = self.archive.why(identity) or {}
        story = why.get("story")
        days = tuple(one.available.isoformat() if one.available else "" for one in versions)
        return ArticleInFull(
            shown,
            days,
            number,
            story if isinstance(story, int) else None,
            str(why["placed_by"]) if "placed_by" in why else None,
            self._copies_of(identity, story) if isinstance(story, int) else (),
            self._layers(shown),
        )

    def search(
        self, query: str, filters: Filters, sort: str = "relevance", limit: int = 20, cursor: str | None = None
    ) -> SearchResult:
        """Articles and lines that hold what is sought. Raises QueryError, OptionError, UnknownStory."""
        return self.archive.search(query, filters=filters, sort=sort, limit=limit, cursor=cursor)

    def in_time(
        self,
        key: Hashable,
        make: Callable[[], object],
        of: ArchivedStory,
        warm: Warm[Told] | Warm[object] | None = None,
    ) -> object:
        """What takes long where a story has many articles. Raises BeingMade where who asks does not wait so long."""
        kept = cast(Warm[object], warm or self._slow)
        if self._patience is None:
            return kept.get(key, make)
        try:
            return kept.soon(key, make, self._patience)
        except StillMaking as still:
            raise BeingMade(of.id, len(of.noun.articles), ceil(still.seconds), still.is_begun) from None

    def _now(self, story: int) -> tuple[ArchivedStory, str]:
        """A story, and its state; asked of the archive only where anything in it has changed since."""

        def found() -> tuple[ArchivedStory, str]:
            of = self.archive.story(story)
            return of, of.state()

        return cast(tuple[ArchivedStory, str], self.kept.get(("now", self.archive.state(), story), found))

    def _request(self, as_of: dt.date | None = None) -> Request:
        return Request(parse=self.settings.parse, as_of=as_of, processes=1)

    def _copies_of(self, identity: str, story: int) -> tuple[str, ...]:
        for group in self.sources(story).copies:
            everybody = (group.original, *group.copies)
            if identity in everybody:
                return tuple(one for one in everybody if one != identity)
        return ()

    def _layers(self, article: Article) -> Annotation | None:
        def made() -> Annotation | None:
            try:
                return next(annotate([article], request=self._request()), None)
            except MissingLanguage:
                return None

        return cast(Annotation | None, self.kept.get(("layers", article), made))


def order_of(story: StoryReference) -> tuple[int, int]:
    """The one told last first, as the archive sorts them."""
    return -(story.last or dt.date.min).toordinal(), story.id
