"""Readings of articles in, one story out: what they tell of calendar dates, and which of them copy another."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from dateline.errors import faults_of
from dateline.languages import Language, available, empty, named, tell
from dateline.model import Article, EntryDate, Granularity
from dateline.reading.article import ArticleReading, read_once
from dateline.request import Request
from dateline.text.copies import Copies, GrowingCopies
from dateline.timeline.select import passages
from dateline.timeline.select.passages import FirstTold, Passage
from dateline.timeline.select.queries import QueryWeights, query_weights
from dateline.timeline.select.subject import GrowingSubject, Subject


@dataclass(frozen=True, slots=True)
class Story:
    """What the articles of a story tell, before anything is chosen."""

    language: Language
    """That of most of its articles."""
    articles: Sequence[Article]
    """In order of publication."""
    copies: Copies
    """Which of them print what another one wrote."""
    dated: Mapping[str, Sequence[Passage]]
    """What they tell, by the value of its date; in order of the dates. What gives no day is not among it."""
    readings: Sequence[ArticleReading]
    """The articles as they were read."""
    query_weights: QueryWeights
    """The sentences that hold what was asked for."""
    subject: Subject
    """What they speak of as a whole."""

    @property
    def passages(self) -> Iterator[Passage]:
        """All passages, in order of their dates."""
        return (passage for those in self.dated.values() for passage in those)

    @property
    def independent(self) -> int:
        """How many of its articles are independent of each other: copies count once."""
        return self.copies.independent(article.id for article in self.articles)


def story_of(readings: Iterable[ArticleReading], request: Request) -> Story:
    """The story that articles tell, given as read, in order of publication; only of dates within the request."""
    return GrowingStory(request).of(readings)


class GrowingStory:
    """What the articles of a story tell, as more of them come out.

    What comes out later than all that is there is added to it; what comes in between has all that is later told again.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        self._told: list[tuple[ArticleReading, Sequence[Passage]]] = []
        self._dated: dict[str, list[Passage]] = {}
        self._first = FirstTold()
        self._subject = GrowingSubject()
        self._copies = GrowingCopies()

    def of(self, readings: Iterable[ArticleReading]) -> Story:
        """The story of these articles, in order of publication.

        Of a date of which nothing new is told it has the very same list of passages as the story before.
        """
        read = list(readings)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1][0], zip(read, self._told, strict=False)))
        own: set[str] = set()
        while len(self._told) > same:
            self._take_back(own)
        for reading in read[same:]:
            self._add(reading, own)
        dated = {value: self._dated[value] for value in sorted(self._dated, key=self._order)}
        articles = [reading.article for reading in read]
        language = language_of(articles)
        told = (passage for those in dated.values() for passage in those)
        return Story(
            language,
            articles,
            self._copies.copies(),
            dated,
            read,
            query_weights(language, told, self._request.queries),
            self._subject.subject(),
        )

    def _add(self, reading: ArticleReading, own: set[str]) -> None:
        found = [passage for passage in _passages(reading) if is_asked_for(passage.date, self._request)]
        told = [passage for passage in found if self._first.add(passage)]
        self._told.append((reading, told))
        self._copies.add(reading.article.id, reading.signature)
        self._subject.add(told)
        for passage in told:
            self._own(passage.date.value, own).append(passage)

    def _take_back(self, own: set[str]) -> None:
        """As if the last article had not come out."""
        reading, told = self._told.pop()
        self._first.take_back(reading.article.id)
        self._copies.take_back(reading.article.id)
        self._subject.take_back(told)
        for value in {passage.date.value for passage in told}:
            left = self._own(value, own)
            while left and left[-1].reading is reading:
                left.pop()
            if not left:
                del self._dated[value]
                own.discard(value)

    def _own(self, value: str, own: set[str]) -> list[Passage]:
        """The passages of a date, in a list that no story has yet: `own` are the dates of which they are in one."""
        if value not in own:
            own.add(value)
            self._dated[value] = [*self._dated.get(value, ())]
        return self._dated[value]

    def _order(self, value: str) -> tuple[dt.date, dt.date, str]:
        date = self._dated[value][0].date
        return date.first, date.last, value


def _passages(reading: ArticleReading) -> Sequence[Passage]:
    with faults_of(reading.article):
        return _told(reading)


@read_once
def _told(reading: ArticleReading) -> Sequence[Passage]:
    found = passages.of(reading)
    # What every story asks of its articles is read here, where a fault is told as theirs.
    _ = reading.signature, [passage.told.terms for passage in found]
    return found


def language_of(articles: Iterable[Article]) -> Language:
    """The language of a story: that of most of its articles which can be analysed; the empty one where none can."""
    known = Counter(tag for article in articles if (tag := tell(article.language, article.text).tag) in available())
    most = min(known, key=lambda tag: (-known[tag], tag), default=None)
    return named(most) if most else empty()


def is_asked_for(date: EntryDate, request: Request) -> bool:
    """Whether a date lies within what a request asks for."""
    return not (
        (request.since and date.last < request.since)
        or (request.until and date.first > request.until)
        or (request.days_only and date.granularity is not Granularity.DAY)
    )
