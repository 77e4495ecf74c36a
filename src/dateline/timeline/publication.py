"""The readings of a story in, the same out, those read again that came out the day after the day they give.

What a paper prints on the 3rd is often dated the 2nd, the evening on which it went online, and all its "yesterday" lie
a day too early then. It shows where a report of the same day tells in the same words what was "today"; and where nobody
else tells of the day that is its "yesterday", and several of the next one what it tells.
"""

import dataclasses
import datetime as dt
import re
from collections import Counter, defaultdict
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
# What an article tells of "yesterday" at least, articles that tell of the day after it, and content words that several
# of these tell it with and the article, too, for it to be of that day. By reading, on 22 stories and three topics.
_YESTERDAYS, _OTHERS, _COMMON_WORDS = 2, 3, 5
# Articles that a note names.
_NAMED = 3
_DAY = dt.timedelta(days=1)
_FIGURES = re.compile(r"\d+")


def on_their_days(readings: Iterable[ArticleReading], note: Note, memory: Memory | None = None) -> list[ArticleReading]:
    """The readings in the order given; `note` is told which are taken to be of the day after."""
    found = list(readings)
    known = memory or Memory()
    late: list[int] = []
    for numbers, near in _by_day(found):
        # What an article tells of is no matter of its number.
        own, of_near = tuple(found[n] for n in numbers), tuple(found[n] for n in near)
        key, of = ("late", own[0].article.published), (*own, None, *of_near)
        late += (numbers[n] for n in known.get(key, of, partial(_late, own, of_near)))
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


def _by_day(readings: Sequence[ArticleReading]) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The numbers of the articles of each day, and of those of the day before and the day after where there are any."""
    of_day: dict[dt.date, list[int]] = {}
    for number, reading in enumerate(readings):
        if reading.article.published is not None:
            of_day.setdefault(reading.article.published, []).append(number)
    for day, numbers in of_day.items():
        if dt.date.min < day < dt.date.max:
            near = [*of_day.get(day - _DAY, ()), *of_day.get(day + _DAY, ())]
            if len(numbers) + len(near) > 1:
                yield numbers, near


class _Statement(NamedTuple):
    """What a sentence tells of one day, and of no other one."""

    article: int
    """The number of its reading."""
    sentence: DatedSentence
    days_before: int
    """How many days before the one that is looked at."""
    is_named: bool
    """Whether it is told by its name, a weekday or a date, and not as "today" or "yesterday"."""


def _statements(number: int, reading: ArticleReading, day: dt.date) -> list[_Statement]:
    return [_Statement(number, told, (day - first).days, is_named) for told, first, is_named in _of_one_day(reading)]


@read_once
def _of_one_day(reading: ArticleReading) -> Sequence[tuple[DatedSentence, dt.date, bool]]:
    """The sentences that tell of one day, with that day and whether they name it."""
    found = []
    for sentence in reading.dated:
        dated = [timex for timex in sentence.timexes if timex.first is not None]
        if len(dated) == 1 and dated[0].first is not None and dated[0].first == dated[0].last:
            words = dated[0].text
            is_named = _FIGURES.search(words) is not None or names_a_weekday(reading.language, words)
            found.append((sentence, dated[0].first, is_named))
    return found


def _late(own: Sequence[ArticleReading], near: Sequence[ArticleReading]) -> Sequence[int]:
    """The numbers of those articles of a day that are of the day after, by these and by those of the days around it."""
    day = own[0].article.published
    assert day is not None
    told = [one for number, reading in enumerate(own) for one in _statements(number, reading, day)]
    of_article: dict[int, list[_Statement]] = {}
    for one in told:
        if one.days_before == 1 and not one.is_named and own[one.article].article.updated is None:
            of_article.setdefault(one.article, []).append(one)
    if not of_article:
        return ()
    around = [one for number, reading in enumerate(near, len(own)) for one in _statements(number, reading, day)]
    every = [*told, *around]
    asked = {word for those in of_article.values() for one in those for word in one.sentence.terms}
    today = _Told((one for one in told if one.days_before == 0), asked)
    # Who tells of "yesterday" like the article itself may be as late as it is.
    yesterdays_of_others = (one for one in every if one.days_before == 1 and (one.is_named or one.article >= len(own)))
    yesterday = _Told(yesterdays_of_others, asked)
    tell_of_yesterday = {one.article for one in every if one.days_before == 1}
    after = {number for number, reading in enumerate(near, len(own)) if reading.article.published != day - _DAY}
    of_the_day = [one for one in every if one.days_before == 0 and (one.article in after or one.is_named)]
    return [
        number
        for number, yesterdays in of_article.items()
        if not any(map(yesterday.holds, yesterdays))
        and (
            any(map(today.holds, yesterdays))
            or (tell_of_yesterday == {number} and _is_told_of_the_day(number, yesterdays, of_the_day))
        )
    ]


def _is_told_of_the_day(number: int, yesterdays: Sequence[_Statement], of_the_day: Sequence[_Statement]) -> bool:
    """Whether several others tell of the day itself, with the words that an article tells its "yesterday" with."""
    words: dict[int, set[str]] = {}
    for one in of_the_day:
        if one.article != number:
            words.setdefault(one.article, set()).update(one.sentence.terms)
    if len(yesterdays) < _YESTERDAYS or len(words) < _OTHERS:
        return False
    counts = Counter(word for those in words.values() for word in those)
    own = {word for one in yesterdays for word in one.sentence.terms}
    return sum(counts[word] > 1 for word in own) >= _COMMON_WORDS


class _Told:
    """Statements, to be asked whether one of another article is among them in the same words."""

    def __init__(self, statements: Iterable[_Statement], asked: set[str]) -> None:
        """`asked` are the words of the statements that it is asked for."""
        self.statements = list(statements)
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.statements):
            for word in asked.intersection(one.sentence.terms):
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
