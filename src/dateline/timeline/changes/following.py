"""Readings of articles in portions in, what each portion changed out: a story that is followed, kept in memory."""

import datetime as dt
from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import is_
from typing import TYPE_CHECKING

from dateline.entities.gazetteer import look_up
from dateline.entities.story_names import may_be_cities
from dateline.errors import UnforeseenFault, faults_of
from dateline.languages import Language
from dateline.model import Article, Changes, Diary, Entry, Period
from dateline.reading.article import ArticleReading
from dateline.request import Request
from dateline.text.copies import Copies, GrowingCopies
from dateline.timeline.changes.ledger import Ledger, Out
from dateline.timeline.changes.moment import Moment
from dateline.timeline.close.lines import telling_something
from dateline.timeline.close.stretches import Stretches
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.describe.entries import Described
from dateline.timeline.describe.levels import FEW, opening_nearness
from dateline.timeline.describe.provenance import Sources, agency_of_reading, independent
from dateline.timeline.describe.timeline import WANTED
from dateline.timeline.describe.titles import title_of
from dateline.timeline.publication import on_their_days
from dateline.timeline.select import passages
from dateline.timeline.select.leads import lead_of
from dateline.timeline.select.passages import Passage
from dateline.timeline.select.subject import GrowingSubject, Subject
from dateline.timeline.story import Story, is_asked_for, language_of, story_of
from dateline.times.values import shifted

if TYPE_CHECKING:
    from dateline.events.parsing.parser import Parsers

# Reports by which it is told how near to the subject most open: the latest.
_LAST_REPORTS = 60

_Place = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Entered:
    """An article, or a version of it, with what it tells."""

    place: _Place
    given: ArticleReading
    """What was entered."""
    reading: ArticleReading
    """The same, or read again where others show that the article is of the day after."""
    tellings: Sequence[Telling]

    @property
    def day(self) -> dt.date:
        return self.reading.article.available or dt.date.max


class Following:
    """A story that grows by portions of articles."""

    def __init__(self, request: Request, parsers: "Parsers | None" = None) -> None:
        self._request = request
        self._parsers = parsers
        self._entered: list[_Entered] = []
        self._ledger: Ledger | None = None
        self._held = 0
        self._subject = GrowingSubject()
        self._copied: list[ArticleReading] = []
        self._copies = GrowingCopies()
        self._sources: Sources | None = None
        self._described = Described()
        self._parsed: dict[tuple[str, dt.date | None, int], Telling | None] = {}

    @property
    def readings(self) -> Sequence[ArticleReading]:
        """What was entered, versions included, in the order in which it came out."""
        return [entered.given for entered in self._entered]

    def enter(self, readings: Iterable[ArticleReading]) -> None:
        """Take in articles. Those without a day are left aside: nobody knows what came before them."""
        given = [reading for reading in readings if reading.article.available is not None]
        look_up({city for reading in given for city in _cities(reading)})
        for one, reading in zip(given, self._on_their_days(given), strict=True):
            try:
                found = [p for p in _passages(reading) if is_asked_for(p.date, self._request)]
                tellings = telling_something(close_reading(found, None, Stretches.of_story([reading])))
            except UnforeseenFault as fault:
                self._request.problem(fault)
                continue
            entered = _Entered(_place(reading.article), one, reading, tellings)
            if self._entered and entered.place < self._entered[-1].place:
                self._held = 0
            insort(self._entered, entered, key=lambda one: one.place)

    def _on_their_days(self, given: Sequence[ArticleReading]) -> Sequence[ArticleReading]:
        """What is entered, each as of the day that it and what was entered before tell."""
        days = {reading.article.published for reading in given}
        days |= {shifted(day, -1, "day") for day in days if day is not None}
        near = [entered.reading for entered in self._entered if entered.reading.article.published in days]
        return on_their_days([*near, *given], self._request.note)[len(near) :]

    def changes(self, was_out: Out, since: dt.date, until: dt.date | None = None) -> Changes:
        """What the articles changed that were not out at an earlier moment, of the day `since`."""
        if not self._entered:
            return Changes(self._request.title or "", since, None, ())
        until = self._request.as_of or until or max(since, self._entered[-1].day)
        return self._between(len(self._entered), was_out, since, until)

    def leave_out(self, fault: UnforeseenFault) -> bool:
        """Whether the article that met a fault was among these: it is told of, and left out like any other."""
        left = [entered for entered in self._entered if entered.reading.article.id != fault.article]
        found = len(left) < len(self._entered)
        if found:
            self._request.problem(fault)
            self._entered, self._held = left, 0
        return found

    def since(self, day: dt.date, until: dt.date | None = None) -> Changes:
        """What differs between the end of a day and now; `until` is the day of that, else the last article's."""
        return self.changes(lambda number: self._entered[number].day <= day, day, until)

    def diary(self, each: Period) -> Diary:
        """What each day, or each week, changed."""
        sections = list(self._sections(each))
        title = sections[-1].title if sections else self._request.title or ""
        return Diary(title, each, tuple(sections))

    def _sections(self, each: Period) -> Iterator[Changes]:
        first = 0
        while first < len(self._entered):
            ends = _last_day(self._entered[first].day, each)
            end = first
            while end < len(self._entered) and self._entered[end].day <= ends:
                end += 1
            begins = shifted(_first_day(self._entered[first].day, each), -1, "day") or dt.date.min
            yield self._between(end, first.__gt__, begins, ends)
            first = end

    def _between(self, end: int, was_out: Out, since: dt.date, until: dt.date) -> Changes:
        """The changes that the articles before number `end` made which were not out before."""
        ledger = self._ledger_up_to(end)
        out = [entered.reading for entered in self._entered[:end]]
        articles = [reading.article for reading in out]
        copies = self._copies_among()
        new = [reading for number, reading in enumerate(out) if not was_out(number)]
        subject = self._subject.subject()
        story = replace(story_of(new, self._request), copies=copies, subject=subject)
        days = [(reading.article.available or until, was_out(number)) for number, reading in enumerate(out)]
        credited = {id(reading.article): agency_of_reading(reading) for reading in out}
        self._sources = independent(
            self._language, articles, copies, lambda article: credited[id(article)], self._sources
        )
        moment = Moment(
            ledger,
            articles,
            was_out,
            since,
            until,
            last=max((day for day, earlier in days if earlier), default=dt.date.min),
            newest=days[-1][0],
            new=story,
            sources=self._sources,
            most_are=self._most_are(subject, end),
            described=self._described,
            parsed=self._parsed,
            parsers=self._parsers,
        )
        found = moment.changes(self._title(story))
        wanted = WANTED[self._request.level]
        return replace(found, changes=tuple(change for change in found.changes if change.level in wanted))

    def _most_are(self, subject: Subject, end: int) -> float | None:
        """How near to the subject most of the last reports before number `end` open; None where these are few."""
        last = self._entered[max(0, end - _LAST_REPORTS) : end]
        near = sorted(near for entered in last for near in opening_nearness(entered.tellings, subject).values())
        return near[len(near) // 2] if near and end >= FEW else None

    def _copies_among(self) -> Copies:
        """The copies among all articles: which an article copies is a matter of what came out before it."""
        read = self.readings
        if not all(map(is_, self._copied, read)) or len(self._copied) > len(read):
            self._copied, self._copies = [], GrowingCopies()
        for reading in read[len(self._copied) :]:
            self._copies.add(reading.article.id, reading.signature)
            self._copied.append(reading)
        return self._copies.copies()

    def _title(self, story: Story) -> Callable[[Sequence[Entry]], str]:
        return lambda lines: self._request.title or title_of(story, lines, self._request.queries)

    @property
    def _language(self) -> Language:
        """The language of the article that came out first and can be analysed."""
        return language_of([self._entered[0].reading.article])

    def _ledger_up_to(self, end: int) -> Ledger:
        if self._ledger is None or not self._held or self._held > end:
            self._ledger, self._held = Ledger(self._language), 0
            self._subject = GrowingSubject()
        for entered in self._entered[self._held : end]:
            self._ledger.add(entered.reading.article, entered.tellings)
            self._subject.add(telling.passage for telling in entered.tellings)
        self._held = end
        return self._ledger


def _cities(reading: ArticleReading) -> list[str]:
    """What an article names that may be cities; a fault in that is told where it is read."""
    try:
        with faults_of(reading.article):
            return list(may_be_cities(reading.names))
    except UnforeseenFault:
        return []


def _passages(reading: ArticleReading) -> list[Passage]:
    """What an article tells of calendar dates, in the order of its text, with what opens it and gives no day."""
    with faults_of(reading.article):
        lead = lead_of(reading)
        found = sorted([*passages.of(reading), *([lead] if lead else [])], key=lambda passage: passage.timex.start)
        # What every moment asks of its articles is read here, where a fault is told as theirs.
        _ = reading.signature, [(passage.told.terms, passage.told.figures) for passage in found]
        return found


def _place(article: Article) -> _Place:
    """In order of publication, then outlet, then id, then version."""
    return (
        str(article.available),
        str(article.published),
        article.source or "",
        article.id,
        article.updated.isoformat() if article.updated else "",
    )


def _first_day(day: dt.date, each: Period) -> dt.date:
    return day if each is Period.DAY else day - dt.timedelta(days=day.weekday())


def _last_day(day: dt.date, each: Period) -> dt.date:
    return day if each is Period.DAY else shifted(_first_day(day, each), 6, "day") or dt.date.max
