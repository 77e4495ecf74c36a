"""Stories as they were told last, kept in memory: one that grew is told again at the cost of what came since.

So many articles are kept at most; the story that was asked for longest ago goes first. A process that begins anew has
nothing in memory, and tells a story from what is kept of each article's reading.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from dateline.archive.database.rows import article_of
from dateline.archive.database.schema import articles, versions
from dateline.archive.readings import Version, nothing_to_read, readings
from dateline.model import Article, Timeline
from dateline.pipeline import grown, timeline_of_readings
from dateline.reading.article import ArticleReading
from dateline.request import Request
from dateline.timeline.build import Growing
from dateline.timeline.changes.versions import readable
from dateline.timeline.select.passages import Kept

# Articles of the stories that are kept: each takes a quarter of a megabyte, with what is told of it.
_ARTICLES = 3_000
# Versions that are asked for at once.
_BATCH = 500

_Place = tuple[int, str, bool]
"""The id of a version, the digest of what it is, and whether there is a reading of it."""


@dataclass(slots=True)
class _Held:
    """A version of an article."""

    article: Article
    row: Version
    reading: ArticleReading | None = None


class _Story:
    """One story, as it was told last."""

    def __init__(self, request: Request) -> None:
        self.lock = threading.Lock()
        self.growing: Growing = grown(request)
        self.held: dict[_Place, _Held] = {}


@dataclass(frozen=True, slots=True)
class Present:
    """A story at one moment."""

    articles: Sequence[Article]
    added: Mapping[str, int]
    """By the id of an article: the revision with which its version was added."""
    _engine: Engine
    _held: Sequence[_Held]
    _story: _Story
    _request: Request

    def timeline(self, kept: Kept) -> Timeline:
        """Its timeline; what is `kept` is shown whatever the room."""
        with self._story.lock:
            missing = [held for held in self._held if held.reading is None and held.row.reading is not None]
            for held, reading in zip(missing, readings(self._engine, [held.row for held in missing]), strict=True):
                held.reading = reading
            read = [held.reading for held in self._held if held.reading is not None]
            return timeline_of_readings(read, self._request, kept, self._story.growing)


class ToldStories:
    """The stories of one archive."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._stories: OrderedDict[tuple[int, Request], _Story] = OrderedDict()
        self._lock = threading.Lock()

    def present(self, connection: Connection, identity: int, request: Request) -> Present:
        """A story as it can be read at the moment that is asked for. Raises NothingToRead where no article is left."""
        story = self._story(identity, request)
        with story.lock:
            self._take_up(connection, identity, story)
            # Of versions that are alike, the last counts.
            of_version = {(held.article.id, place[1]): held for place, held in story.held.items()}
            of_article = {id(held.article): held for held in of_version.values()}
            found = readable((held.article for held in of_version.values()), request.as_of)
        if not found:
            raise nothing_to_read(identity, request.as_of)
        present = [of_article[id(article)] for article in found]
        return Present(
            found, {held.article.id: held.row.added_at for held in present}, self._engine, present, story, request
        )

    def _story(self, identity: int, request: Request) -> _Story:
        """What is kept of a story, asked for the same dates and words."""
        asked = Request(
            since=request.since,
            until=request.until,
            days_only=request.days_only,
            queries=request.queries,
            parse=request.parse,
        )
        with self._lock:
            story = self._stories.pop((identity, asked), None) or _Story(asked)
            self._stories[identity, asked] = story
            while len(self._stories) > 1 and sum(len(one.held) for one in self._stories.values()) > _ARTICLES:
                self._stories.popitem(last=False)
        return story

    def _take_up(self, connection: Connection, identity: int, story: _Story) -> None:
        """Ask for the versions that are not kept yet, and let go of those that are not of the story any more."""
        places = [
            (row.id, row.digest, row.is_read)
            for row in connection.execute(
                select(versions.c.id, versions.c.digest, versions.c.reading.is_not(None).label("is_read"))
                .join(articles, articles.c.id == versions.c.article)
                .where(articles.c.story == identity)
                .order_by(versions.c.available, versions.c.id)
            )
        ]
        missing = [place[0] for place in places if place not in story.held]
        rows: dict[int, Version] = {}
        for first in range(0, len(missing), _BATCH):
            wanted = versions.c.id.in_(missing[first : first + _BATCH])
            rows.update((row.id, row) for row in connection.execute(select(versions).where(wanted)))
        story.held = {
            place: story.held.get(place) or _Held(article_of(rows[place[0]]._mapping), rows[place[0]])
            for place in places
        }
