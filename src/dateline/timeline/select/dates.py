"""Which dates matter: by what the articles make of them."""

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dateline.languages import Language, made_once
from dateline.model import EntryDate, Granularity
from dateline.timeline.memory import Memory
from dateline.timeline.select.passages import Passage, SentencePlace
from dateline.timeline.select.queries import query_weight
from dateline.timeline.story import Story

# What the features of a date weigh beside the number of independent articles that speak of it, all as logarithms: the
# middle of a plateau on the 18 topics of Timeline17 and Entities, on which a fifth more or less of each moves date F1
# by .01. Features that are not here gained nothing on most topics, and a logistic model trained with whole topics left
# out ranks no better (`benchmarks/train_dates.py`).
_IN_THE_LEAD = 0.6
_IN_A_CHRONOLOGY = 0.4
_NEWS_NEXT_DAY = 0.2
_STILL_SPOKEN_OF = 0.1
_BESIDE_ANOTHER = -0.3
# Sentences that open a report; what stands among them is what it is about.
_LEAD = 3
# Days that open sentences of an article from which it is a chronology, and characters that may stand before such a day.
_DAYS_OF_A_CHRONOLOGY = 5
_OPENING = 30
# What a date loses for being coarser than a day: a month is spoken of in passing, a year more so, and tells less. By
# reading timelines of stories of some hundred articles.
_COARSER = {
    Granularity.DAY: 0.0,
    Granularity.WEEKEND: -0.8,
    Granularity.WEEK: -1.8,
    Granularity.MONTH: -1.8,
    Granularity.QUARTER: -2.8,
    Granularity.SEASON: -2.8,
    Granularity.HALF: -2.8,
    Granularity.YEAR: -2.8,
    Granularity.DECADE: -4.3,
    Granularity.CENTURY: -4.3,
}

# What a date loses for lying more than a year before the first article: the story did not begin there, it is what
# reports compare with or look back on.
_BACKGROUND = -2.5
_BACKGROUND_DAYS = 366


@dataclass(frozen=True, slots=True)
class DateFeatures:
    """What the articles make of one date."""

    articles: float
    """Independent articles that speak of it, each by the weight of its weightiest passage."""
    lead: float
    """Those of them that do so at their beginning, each by how near to the subject the passage is there."""
    chronologies: int
    """Those of them that are a chronology and have it as one of their days."""
    news: float
    """Independent articles published on the day after it; of the last day, as many as on other days."""
    days_after: int
    """For how many days after it an article speaks of it still."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What the passages of a date tell of it, whatever else the story tells."""

    articles: float
    leads: Mapping[str, Sequence[SentencePlace]]
    """By independent article: its sentences that stand at the beginning of one."""
    items: Mapping[str, str]
    """The articles that open a sentence with it, each with whom it copies."""
    days_after: int


@dataclass(frozen=True, slots=True)
class _Background:
    """What must be known of all articles before a date can be weighed."""

    published: Mapping[dt.date, int]
    """Independent articles by day of publication."""
    chronologies: frozenset[str]
    """Ids of the articles that are one."""
    nearness: Mapping[SentencePlace, float]
    """How near to the subject a sentence that opens a report is, 1 being the mean."""


def scores(story: Story, memory: Memory | None = None) -> dict[str, float]:
    """For each date value, how much the articles make of it; larger is more.

    A date matters when many speak of it, when they open with it, when a chronology has it, when much is published on
    the morrow, when it is still spoken of long after, and when it stands out from the days beside it. Articles that
    copy one another count once.
    """
    features = date_features(story, memory or Memory())
    on_day = {
        passages[0].date.first: math.log1p(features[value].articles)
        for value, passages in story.dated.items()
        if passages[0].date.is_day
    }
    published = [article.published for article in story.articles if article.published]
    begins = min(published, default=dt.date.min).toordinal() - _BACKGROUND_DAYS
    return {
        value: _score(features[value], passages[0].date, on_day)
        + (_BACKGROUND if passages[0].date.last.toordinal() < begins else 0.0)
        for value, passages in story.dated.items()
    }


def date_features(story: Story, memory: Memory) -> dict[str, DateFeatures]:
    """For each date value, what the articles make of it."""
    told = {
        value: memory.get(("date", value), (passages, story.language), partial(_told, story, passages))
        for value, passages in story.dated.items()
    }
    background = _Background(
        Counter(a.published for a in story.articles if a.published and not story.copies.is_copy(a.id)),
        _chronologies(story.dated, told),
        _nearness(story),
    )
    return {value: _features(passages[0].date, told[value], background) for value, passages in story.dated.items()}


def _told(story: Story, passages: Sequence[Passage]) -> _Told:
    best: dict[str, float] = {}
    leads: dict[str, list[SentencePlace]] = {}
    items: dict[str, str] = {}
    after = 0
    for passage in passages:
        article = passage.article
        original = story.copies.original(article.id)
        best[original] = max(best.get(original, 0.0), query_weight(passage, story.query_weights))
        if passage.order < _LEAD:
            leads.setdefault(original, []).append(passage.place)
        if _opens_with_day(passage):
            items[article.id] = original
        if article.published:
            after = max(after, (article.published - passage.date.last).days)
    return _Told(math.fsum(best.values()), leads, items, after)


def _chronologies(dated: Mapping[str, Sequence[Passage]], told: Mapping[str, _Told]) -> frozenset[str]:
    """The articles that set out what happened day by day."""
    days = Counter(
        article for value, passages in dated.items() if passages[0].date.is_day for article in told[value].items
    )
    return frozenset(article for article, count in days.items() if count >= _DAYS_OF_A_CHRONOLOGY)


def _opens_with_day(passage: Passage) -> bool:
    """Whether the sentence begins with the date in figures, as an item of a chronology does."""
    start, end = passage.sentence.start, passage.timex.start
    return (
        end - start <= _OPENING
        and any(character.isdigit() for character in passage.timex.text)
        and _before_the_date(passage.language).fullmatch(passage.article.text, start, end) is not None
    )


@made_once
def _before_the_date(language: Language) -> re.Pattern[str]:
    return language.pattern("timeline/selection.toml", "before_the_date")


def _nearness(story: Story) -> dict[SentencePlace, float]:
    """How near the dated sentences that open a report are to the subject, 1 being the mean."""
    found = {passage.place: passage.told.terms for passage in story.passages if passage.order < _LEAD}
    nearness = {place: story.subject.nearness(terms) for place, terms in found.items()}
    mean = math.fsum(nearness.values()) / len(nearness) if nearness else 0.0
    return {place: own / mean if mean else 1.0 for place, own in nearness.items()}


def _features(date: EntryDate, told: _Told, background: _Background) -> DateFeatures:
    near = background.nearness
    return DateFeatures(
        articles=told.articles,
        lead=math.fsum(max(near[place] for place in places) for places in told.leads.values()),
        chronologies=len({own for article, own in told.items.items() if article in background.chronologies}),
        news=_published_after(date, background.published),
        days_after=told.days_after,
    )


def _published_after(date: EntryDate, published: Mapping[dt.date, int]) -> float:
    """Independent articles published on the day after a day; 0 for a coarser date.

    Of the day on which the newest article came out nobody knows yet: as many as on other days.
    """
    if not date.is_day or date.first == dt.date.max:
        return 0.0
    if published and date.first == max(published):
        return sum(published.values()) / len(published)
    return published.get(date.first + dt.timedelta(1), 0)


def _score(features: DateFeatures, date: EntryDate, on_day: Mapping[dt.date, float]) -> float:
    found = (
        math.log1p(features.articles)
        + _IN_THE_LEAD * math.log1p(features.lead)
        + _IN_A_CHRONOLOGY * math.log1p(features.chronologies)
        + _NEWS_NEXT_DAY * math.log1p(features.news)
        + _STILL_SPOKEN_OF * math.log1p(features.days_after)
        + _COARSER[date.granularity]
    )
    if not date.is_day:
        return found
    day = date.first.toordinal()
    beside = [dt.date.fromordinal(n) for n in (day - 1, day + 1) if 1 <= n <= dt.date.max.toordinal()]
    return found + _BESIDE_ANOTHER * math.fsum(on_day.get(other, 0.0) for other in beside)


def best(scored: Mapping[str, float], most: int | None) -> set[str]:
    """The `most` best date values; all of them for None. Ties go to the value that comes first."""
    ranked = sorted(scored, key=lambda value: (-scored[value], value))
    return set(ranked[:most])
