"""A story that is followed in memory: articles in, portion by portion, what each portion changes out."""

import datetime as dt
from collections.abc import Iterable

from dateline.errors import OptionError
from dateline.model import Article, Changes, Diary, Period, Timeline
from dateline.pipeline import grown, parsers_of, read_all, timeline_of_readings
from dateline.reading.article import ArticleReading
from dateline.request import Request
from dateline.timeline.changes.following import Following
from dateline.timeline.changes.versions import readable


class Story:
    """The articles of a developing story, kept as they were read.

    What is read once is not read again: a portion costs what its articles tell. The changes are the same, to the byte,
    as of a story that takes all its articles at once, in whatever portions they come.

        story = dateline.Story()
        story.add(yesterday)
        for change in story.add(today).changes:
            print(change.kind, change.date.value)
    """

    def __init__(self, request: Request | None = None) -> None:
        """`request` says what to show and how to work; `as_of` is not for a story that goes on (OptionError)."""
        self._request = request or Request()
        if self._request.as_of is not None:
            raise OptionError("a story that is followed goes on; give as_of to changes_of or timeline_of")
        self._following = Following(self._request, parsers_of(self._request))
        self._undated: list[ArticleReading] = []
        self._told = grown(self._request)

    @property
    def articles(self) -> tuple[Article, ...]:
        """Its articles, every version of each, in the order in which they came out; those without a day last."""
        readings = (*self._following.readings, *self._undated)
        return tuple(reading.article for reading in readings)

    def add(self, articles: Iterable[Article]) -> Changes:
        """Take in articles, or newer versions, and tell what they change.

        What is known already, to the character, adds nothing. `Changes.since` is the day of the last article before,
        or the day before the first one of the portion where there was none. An article that cannot be read is left out
        and told to the request's `problem`.
        """
        known = set(self.articles)
        new = [article for article in dict.fromkeys(articles) if article not in known]
        before = [reading.article.available for reading in self._following.readings]
        read = list(read_all(new, self._request))
        self._undated += [reading for reading in read if reading.article.available is None]
        self._following.enter(read)
        entered = set(map(id, read))
        was_out = [id(reading) not in entered for reading in self._following.readings]
        first = min((r.article.available for r in read if r.article.available), default=dt.date.min + dt.timedelta(1))
        since = max((day for day in before if day), default=first - dt.timedelta(days=1))
        return self._following.changes(was_out.__getitem__, since)

    def since(self, day: dt.date) -> Changes:
        """What changed since the end of a day."""
        return self._following.since(day)

    def diary(self, each: Period = Period.DAY) -> Diary:
        """What each day, or each week, changed."""
        return self._following.diary(each)

    def timeline(self) -> Timeline:
        """The timeline of its articles, each in its newest version. Raises NothingToRead where there is none."""
        readings = [*self._following.readings, *self._undated]
        of_article = {id(reading.article): reading for reading in readings}
        newest = readable(reading.article for reading in readings)
        return timeline_of_readings([of_article[id(article)] for article in newest], self._request, None, self._told)
