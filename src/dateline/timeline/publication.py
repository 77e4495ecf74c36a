"""The readings of a story in, the same out, those read again that came out the day after the day they give.

What a paper prints on the 3rd is often dated the 2nd, the evening on which it went online, and all its "yesterday" lie
a day too early then. It shows where a report of the same day tells in the same words what was "today".
"""

import dataclasses
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from dateline.errors import faults_of
from dateline.events.dates.agreement import names_a_weekday
from dateline.reading.article import ArticleReading, read_article, read_once
from dateline.reading.dated import DatedSentence
from dateline.request import Note
from dateline.timeline.memory import Memory

# Content words that two sentences share at least which tell one thing in the same words, and their share of the shorter
# one's. By reading all that would be taken to be of another day in seven topics of news.
_WORDS, _SHARE = 5, 0.65
# Sentences of a day that hold a word, above which it tells none from another.
_COMMON = 40
# Articles that a note names.
_NAMED = 3
_DAY = dt.timedelta(days=1)
_FIGURES = re.compile(r"\d+")


def on_their_days(readings: Iterable[ArticleReading], note: Note, memory: Memory | None = None) -> list[ArticleReading]:
    """The readings in the order given; `note` is told which are taken to be of the day after."""
    found = list(readings)
    known = memory or Memory()
    late: list[int] = []
    for numbers, before in _by_day(found):
        # What an article tells of is no matter of its number.
        own, day_before = tuple(found[n] for n in numbers), tuple(found[n] for n in before)
        key, of = ("late", own[0].article.published), (*own, None, *day_before)
        late += (numbers[n] for n in known.get(key, of, partial(_late_of, own, day_before)))
    if not late:
        return found
    named = [found[number].article.read_from or found[number].article.id for number in sorted(late)]
    more = f"; and {len(named) - _NAMED:,} more" if len(named) > _NAMED else ""
    note(f"published the day after the one given, by what others tell of that day: {'; '.join(named[:_NAMED])}{more}")
    for number in late:
        with faults_of(found[number].article):
            found[number] = _of_the_day_after(found[number])
    return found


@read_once
def _of_the_day_after(reading: ArticleReading) -> ArticleReading:
    published = reading.article.published
    assert published is not None
    return read_article(dataclasses.replace(reading.article, published=published + _DAY))


def _late_of(own: Sequence[ArticleReading], before: Sequence[ArticleReading]) -> Sequence[int]:
    """The numbers of those of the articles of a day that are of the day after, by those of the day before, too."""
    return tuple(_late([*own, *before], range(len(own)), range(len(own), len(own) + len(before))))


def _by_day(readings: Sequence[ArticleReading]) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The numbers of the articles of each day on which there are several, and those of the day before."""
    of_day: dict[dt.date, list[int]] = {}
    for number, reading in enumerate(readings):
        if reading.article.published is not None:
            of_day.setdefault(reading.article.published, []).append(number)
    for day, numbers in of_day.items():
        if len(numbers) > 1 and dt.date.min < day < dt.date.max:
            yield numbers, of_day.get(day - _DAY, ())


class _Statement(NamedTuple):
    """What a sentence tells of one day, and of no other one."""

    article: int
    """The number of its reading."""
    sentence: DatedSentence
    days_ago: int
    """How many days before the publication of its article that day was."""
    is_named: bool
    """Whether it is told by its name, a weekday or a date, and not as "today" or "yesterday"."""


def _statements(readings: Sequence[ArticleReading], number: int) -> Iterator[_Statement]:
    reading = readings[number]
    for sentence in reading.dated:
        dated = [timex for timex in sentence.timexes if timex.first is not None]
        if len(dated) != 1 or dated[0].first is None or dated[0].first != dated[0].last:
            continue
        assert reading.article.published is not None
        words = dated[0].text
        is_named = _FIGURES.search(words) is not None or names_a_weekday(reading.language, words)
        yield _Statement(number, sentence, (reading.article.published - dated[0].first).days, is_named)


def _late(readings: Sequence[ArticleReading], numbers: Sequence[int], before: Sequence[int]) -> Iterator[int]:
    """Those of the articles of a day that are of the day after; `before` are those of the day before."""
    told = [one for number in numbers for one in _statements(readings, number)]
    yesterdays = [one for one in told if one.days_ago == 1 and not one.is_named]
    today = _Told(one for one in told if one.days_ago == 0)
    if not yesterdays or not today.statements:
        return
    earlier = (one for number in before for one in _statements(readings, number) if one.days_ago == 0)
    yesterday = _Told((*(one for one in told if one.days_ago == 1 and one.is_named), *earlier))
    of_article: dict[int, list[_Statement]] = {}
    for one in yesterdays:
        of_article.setdefault(one.article, []).append(one)
    for number, own in of_article.items():
        if (
            readings[number].article.updated is None
            and any(map(today.holds, own))
            and not any(map(yesterday.holds, own))
        ):
            yield number


class _Told:
    """Statements, to be asked whether one of another article is among them in the same words."""

    def __init__(self, statements: Iterable[_Statement]) -> None:
        self.statements = list(statements)
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.statements):
            for word in set(one.sentence.terms):
                self._with[word].append(number)

    def holds(self, one: _Statement) -> bool:
        near = [those for word in set(one.sentence.terms) if len(those := self._with.get(word, ())) <= _COMMON]
        return any(_tells_the_same(one, self.statements[number]) for number in set().union(*near))


def _tells_the_same(one: _Statement, other: _Statement) -> bool:
    """Whether two articles tell the same in nearly the same words, with the same figures."""
    ours, theirs = set(one.sentence.terms), set(other.sentence.terms)
    shared = len(ours & theirs)
    return (
        one.article != other.article
        and shared >= max(_WORDS, _SHARE * min(len(ours), len(theirs)))
        and _figures(one) == _figures(other)
    )


def _figures(one: _Statement) -> set[str]:
    return set(_FIGURES.findall(one.sentence.text))
