"""Articles as they came out in, the events they tell of out: each telling goes to the event told before that it is of.

This is first story detection (Allan 2002, "Topic Detection and Tracking") at the grain of dated passages: what was
decided is not decided again, so a day costs what its articles tell, and what is new depends on nothing that came later.
The order is that of publication, so that the same articles give the same ledger in whatever portions they are taken.
"""

import datetime as dt
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from dateline.languages import Language
from dateline.model import Article, EntryDate, Span, Status
from dateline.text.words import content_words
from dateline.timeline.changes.living_rarity import LivingRarity
from dateline.timeline.close import plan_moves as moves
from dateline.timeline.close.tellings import Telling
from dateline.timeline.figures.candidates import Key, key_of
from dateline.timeline.merge import across_dates as across
from dateline.timeline.merge.blocking import Marks, Window, marks
from dateline.timeline.merge.grouping import LIKELY
from dateline.timeline.merge.likeness import FINE, model_of
from dateline.times.values import shifted

# Events that a telling is compared with at most: those that share the most with it.
_CANDIDATES = 8
# Tellings of an event that a new one is compared with: its latest, beside those that made it what it is.
_LATEST = 3
# Days of the longest period in which an event of a day is looked for: a year.
_LONGEST_PERIOD = 366
# Log odds, above those for a fact, from which what happened on a day is what was planned for its month or year.
_CAME_TRUE = 1.0
# Log odds that a fact on a plan's day gains: the likeness holds the other status against it.
_PLANNED = 0.6
# Log odds from which a passage that only names what took place on its date, `Sunday's show`, is of an event told
# before, and the days after which it does: what is of today may well be told by its name first. By reading what was
# called new of five topics.
_RECALLED, _NEWS_DAYS = 0.0, 2
# Share of the words that a passage keeps when its article is corrected.
_SAME_PASSAGE = 0.5

_OPEN = frozenset({Status.EXPECTED, Status.SCHEDULED, Status.PROPOSED, Status.UNCERTAIN})
_AHEAD = frozenset({Status.EXPECTED, Status.SCHEDULED})
_FACT = frozenset({Status.HAPPENED, Status.ONGOING})


_Passage = tuple[str, Span, str, str]
"""What one passage tells of one date: its article, where it stands, its words, and the value of the date."""

Out = Callable[[int], bool]
"""Whether the article of a number was out at a moment."""


@dataclass(slots=True)
class Told:
    """A telling, and between which articles it could be read."""

    telling: Telling
    since: int
    """The number of the article, or of the version of it, that first has it."""
    gone: int | None = None
    """The number of the version that no longer has it."""

    def stood(self, out: Out) -> bool:
        """Whether it could be read when some of the articles were out."""
        return out(self.since) and (self.gone is None or not out(self.gone))


@dataclass(slots=True)
class Known:
    """An event, as far as it is told."""

    number: int
    """Its place among the events, by when they were first told."""
    told: list[Told] = field(default_factory=list)
    """In the order in which they came out."""
    _standing: list[Telling] = field(default_factory=list, init=False, repr=False, compare=False)

    def by(self, out: Out) -> list[Telling]:
        """The tellings that could be read when some of the articles were out."""
        return [told.telling for told in self.told if told.stood(out)]

    @property
    def tellings(self) -> list[Telling]:
        """Those that stand for it in a comparison: its first and its latest."""
        if not self._standing:
            self._standing = self._stand()
        return self._standing

    def change(self) -> None:
        """Something is told of it, or not told any more."""
        self._standing = []

    def _stand(self) -> list[Telling]:
        are_gone = all(told.gone is not None for told in self.told)

        def some(those: Iterable[Told], most: int) -> list[Telling]:
            return list(islice((told.telling for told in those if are_gone or told.gone is None), most))

        first = some(self.told, 2 * _LATEST + 1)
        return first if len(first) <= 2 * _LATEST else [*first[:_LATEST], *some(reversed(self.told), _LATEST)[::-1]]


class Ledger:
    """The events of a story, told article by article."""

    def __init__(self, language: Language) -> None:
        """`language` is that of the story."""
        self._language = language
        self._living = LivingRarity(model_of(language))
        self._events: list[Known] = []
        self._meant: dict[tuple[str, int], str] = {}
        self._on_date: dict[str, Window] = {}
        self._dated: dict[str, dict[int, None]] = {}
        self._days_of_month: dict[int, Window] = {}
        self._periods_of_month: dict[int, Window] = {}
        self._plans = Window(_CANDIDATES)
        self._ending: list[tuple[dt.date, int]] = []
        """The last day of each date that is told, with the number of its event, in order."""
        self._of_article: dict[str, list[tuple[Told, Known]]] = {}
        self._of_passage: dict[_Passage, Known] = {}
        self._of_sentence: dict[tuple[str, int], list[tuple[Telling, Known]]] = {}
        self._told_by: list[dict[int, None]] = []
        self._counting: dict[Key, list[tuple[Telling, Known]]] = {}
        self._likenesses: dict[int, float] = {}
        """Of the telling that is entered to events, by their number."""

    @property
    def events(self) -> Sequence[Known]:
        """All events, by when they were first told."""
        return self._events

    def add(self, article: Article, tellings: Iterable[Telling]) -> None:
        """Enter what the next article tells, in the order of its text; of a newer version, what it tells now."""
        number = len(self._told_by)
        self._told_by.append({})
        own = list(self._first_told(tellings))
        before = [(told, event) for told, event in self._of_article.pop(article.id, []) if told.gone is None]
        dropped: list[tuple[Told, Known]] = []
        kept: dict[tuple[str, str], list[tuple[Told, Known]]] = {}
        for told, event in before:
            kept.setdefault(_words_and_date(told.telling), []).append((told, event))
        fresh = []
        for telling in own:
            same = kept.get(_words_and_date(telling))
            if same:
                told, event = same.pop(0)
                told.telling = telling
                event.change()
                self._keep(told, event)
            else:
                fresh.append(telling)
        for left in kept.values():
            dropped += left
        for told, event in dropped:
            told.gone = number
            event.change()
            self._told_by[number][event.number] = None
        for telling in fresh:
            self._living.add(telling)
            told = Told(telling, number)
            twin = self._of_passage.get(_passage(telling))
            if twin is not None:
                # The same passage gives the same date twice: nothing more is told.
                twin.told.append(told)
                twin.change()
                self._keep(told, twin)
                continue
            own_marks = marks(telling, self._living.rarity)
            event = self._corrected(telling, dropped) or self._event_of(telling, own_marks) or self._opened()
            self._of_passage[_passage(telling)] = event
            self._enter(told, event, own_marks)

    def told_by(self, article: int) -> Iterable[Known]:
        """The events that the article of a number told of, or took something back of."""
        return (self._events[number] for number in self._told_by[article])

    def counting(self, key: Key) -> Sequence[tuple[Telling, Known]]:
        """What was told with a figure of this key, in the order in which it came out, each with its event."""
        return self._counting.get(key, ())

    def on(self, value: str) -> Iterator[Known]:
        """The events of which a telling has this date, given by its TIMEX3 value."""
        return (self._events[number] for number in self._dated.get(value, ()))

    def ending(self, first: dt.date, before: dt.date) -> Iterator[Known]:
        """The events of which a date ends on the day `first` or later, and before another day; by their numbers."""
        begins, ends = (bisect_left(self._ending, (day, 0)) for day in (first, before))
        return (self._events[number] for number in sorted({number for _, number in self._ending[begins:ends]}))

    def _first_told(self, tellings: Iterable[Telling]) -> Iterator[Telling]:
        """Those that do not repeat the words of an earlier article and would mean another day by them."""
        for telling in tellings:
            passage = telling.passage
            words = (passage.text, passage.timex.start - passage.sentence.start)
            if self._meant.setdefault(words, passage.date.value) == passage.date.value:
                yield telling

    def _opened(self) -> Known:
        event = Known(len(self._events))
        self._events.append(event)
        return event

    def _enter(self, told: Told, event: Known, own: Marks) -> None:
        telling = told.telling
        event.told.append(told)
        event.change()
        self._told_by[told.since][event.number] = None
        self._keep(told, event)
        for figure in telling.passage.told.figures.get(telling.passage.timex.start, ()):
            self._counting.setdefault(key_of(figure.figure), []).append((telling, event))
        date = telling.passage.date
        self._on_date.setdefault(date.value, Window(_CANDIDATES)).add_once(event.number, own)
        of_month = self._days_of_month if date.is_day else self._periods_of_month
        if date.length <= _LONGEST_PERIOD:
            for month in _months(date):
                of_month.setdefault(month, Window(_CANDIDATES)).add_once(event.number, own)
        self._dated.setdefault(date.value, {})[event.number] = None
        insort(self._ending, (date.last, event.number))
        if telling.reading.status in _AHEAD and date.granularity in FINE:
            self._plans.add_once(event.number, own)

    def _keep(self, told: Told, event: Known) -> None:
        self._of_article.setdefault(told.telling.article.id, []).append((told, event))
        self._of_sentence.setdefault(told.telling.passage.place, []).append((told.telling, event))

    def _corrected(self, telling: Telling, dropped: Sequence[tuple[Told, Known]]) -> Known | None:
        """The event of a passage that a newer version has in much the same words."""
        if not dropped:
            return None
        words = set(content_words(self._language, telling.exact))
        best: tuple[float, Known | None] = (0.0, None)
        for told, event in dropped:
            old = set(content_words(self._language, told.telling.exact))
            likeness = len(old & words) / max(1, min(len(old), len(words)))
            if likeness >= _SAME_PASSAGE and likeness > best[0]:
                best = (likeness, event)
        return best[1]

    def _event_of(self, telling: Telling, own: Marks) -> Known | None:
        """The event told before that a telling is of; None where it is the first to tell it."""
        self._likenesses.clear()
        return (
            self._of_one_date(telling, own)
            or self._of_report(telling, own)
            or self._of_moved_plan(telling, own)
            or self._of_finer_date(telling, own)
            or self._of_coarser_date(telling, own)
            or self._of_next_day(telling, own)
        )

    def _near(self, windows: Iterable[Window | None], own: Marks) -> list[Known]:
        numbers = dict.fromkeys(number for window in windows if window for number in window.alike(own))
        return [self._events[number] for number in numbers]

    def _on_day(self, day: dt.date, later: int) -> Window | None:
        """What was told of the day so many days later; None outside the calendar, too."""
        other = shifted(day, later, "day")
        return self._on_date.get(other.isoformat()) if other else None

    def _of_one_date(self, telling: Telling, own: Marks) -> Known | None:
        near = self._near([self._on_date.get(telling.passage.date.value)], own)
        likely = ((self._likeness(telling, event) + _fulfils(telling, event), -event.number) for event in near)
        best = max(likely, default=None)
        least = _RECALLED if _recalls(telling) else LIKELY
        return self._events[-best[1]] if best and best[0] >= least else None

    def _of_report(self, telling: Telling, own: Marks) -> Known | None:
        """The likeliest event of the days before a report that opens with it and gives no day, or of such a report."""
        date, dated = telling.passage.date, telling.passage.is_dated
        if not date.is_day:
            return None
        fits = []
        for days in range(across.REPORTED_WITHIN + 1):
            for event in self._near([self._on_day(date.first, days if dated else -days)], own):
                if dated and not across.is_reported(event.tellings):
                    continue
                if not across.may_be_reported(event.tellings, [telling], days):
                    continue
                likely = self._likeness(telling, event)
                if likely >= across.least_reported(days):
                    fits.append((likely, -event.number))
        return self._events[-max(fits)[1]] if fits else None

    def _of_moved_plan(self, telling: Telling, own: Marks) -> Known | None:
        """The plan whose new day a telling gives: that of its own sentence, or the only one that fits."""
        if telling.passage.date.granularity not in FINE or not moves.is_new_day(telling.passage):
            return None
        for other, event in self._of_sentence.get(telling.passage.place, ()):
            if other.passage.date != telling.passage.date and moves.is_old_day(other.passage, other.reading):
                return event
        near = self._near([self._plans], own)
        fits = [
            event
            for event in near
            if across.was_plan(event.tellings, telling) and self._likeness(telling, event) >= across.PLAN_MOVED
        ]
        return fits[0] if len(fits) == 1 else None

    def _of_finer_date(self, telling: Telling, own: Marks) -> Known | None:
        """The one event of a day within the longer date that a telling gives."""
        rare = self._living.rarity
        if telling.passage.date.length > _LONGEST_PERIOD or not across.may_be_finer([telling]):
            return None
        near = {
            event.number: event.tellings
            for event in self._near((self._days_of_month.get(month) for month in _months(telling.passage.date)), own)
            if across.is_within(across.date_of(event.tellings), telling.passage.date)
        }
        fit = across.best_fit([telling], near, rare)
        return None if fit is None else self._events[fit]

    def _of_coarser_date(self, telling: Telling, own: Marks) -> Known | None:
        """The one event told so far by a longer date, within which a telling gives the day."""
        fits = []
        for event in self._near((self._periods_of_month.get(month) for month in _months(telling.passage.date)), own):
            group = event.tellings
            if not across.is_within(telling.passage.date, across.date_of(group)):
                continue
            plan = any(other.reading.status in _OPEN for other in group)
            if plan and telling.reading.status in _OPEN:
                continue
            likeness = self._likeness(telling, event)
            fits_in = across.fits(group, [telling], likeness)
            if fits_in and (not plan or likeness >= LIKELY + _CAME_TRUE):
                fits.append((likeness, -event.number))
        return self._events[-max(fits)[1]] if fits else None

    def _of_next_day(self, telling: Telling, own: Marks) -> Known | None:
        """The one event of a neighbouring day that a telling surely tells: some date it by a slip."""
        date = telling.passage.date
        if not date.is_day:
            return None
        fits = []
        for day in (-1, 1):
            fits += [
                event
                for event in self._near([self._on_day(date.first, day)], own)
                if across.may_be_slip(event.tellings, [telling]) and self._likeness(telling, event) >= across.SURELY_ONE
            ]
        return fits[0] if len(fits) == 1 else None

    def _likeness(self, telling: Telling, event: Known) -> float:
        if event.number not in self._likenesses:
            self._likenesses[event.number] = across.as_one(event.tellings, [telling], self._living.rarity)
        return self._likenesses[event.number]


def _recalls(telling: Telling) -> bool:
    """Whether a telling only names what took place some days before it came out."""
    published, last = telling.article.available, telling.passage.date.last
    is_past = published is not None and (published - last).days > _NEWS_DAYS
    return is_past and (telling.is_reference or telling.is_beside or telling.reading.in_passing)


def _passage(telling: Telling) -> _Passage:
    return telling.article.id, telling.span, telling.exact, telling.passage.date.value


def _words_and_date(telling: Telling) -> tuple[str, str]:
    return telling.exact, telling.passage.date.value


def _fulfils(telling: Telling, event: Known) -> float:
    """What speaks for one event, beside its likeness, where a fact is told of a plan's day: plans are made to be."""
    if telling.reading.status not in _FACT or telling.says:
        return 0.0
    plans = [other for other in event.tellings if other.reading.status in _AHEAD]
    return _PLANNED if 2 * len(plans) > len(event.tellings) else 0.0


def _months(date: EntryDate) -> range:
    """The months that a date reaches into, counted from the year 0."""
    return range(12 * date.first.year + date.first.month, 12 * date.last.year + date.last.month + 1)
