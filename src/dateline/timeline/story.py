"""Readings of articles in, one story out: what they tell of calendar dates, and which of them copy another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import faults_of
from dateline.languages import Language, available, empty, named, tell
from dateline.model import Article, EntryDate, Granularity
from dateline.reading.article import ArticleReading
from dateline.request import Request
from dateline.text.copies import Copies
from dateline.timeline.select import passages
from dateline.timeline.select.passages import Passage
from dateline.timeline.select.queries import QueryWeights, query_weights
from dateline.timeline.select.subject import Subject, subject_of


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


def story_of(readings: Iterable[ArticleReading], request: Request) -> Story:
    """The story that articles tell, given as read, in order of publication; only of dates within the request."""
    read = list(readings)
    found = (passage for reading in read for passage in _passages(reading) if is_asked_for(passage.date, request))
    dated = passages.by_value(passages.first_told(found))
    told = [passage for those in dated.values() for passage in those]
    articles = [reading.article for reading in read]
    language = language_of(articles)
    return Story(
        language,
        articles,
        Copies.among((reading.article.id, reading.signature) for reading in read),
        dated,
        read,
        query_weights(language, told, request.queries),
        subject_of(told),
    )


def _passages(reading: ArticleReading) -> list[Passage]:
    with faults_of(reading.article):
        found = list(passages.of(reading))
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
