"""A text read from its first time expression to its last in, what is known where each of them stands out.

What a text has come to: the dates in focus, the day and the year of the sentence, and where the words around look.
"""

import datetime as dt
from collections.abc import Sequence
from functools import cached_property, partial

from dateline.languages import Language
from dateline.model import Granularity, Span
from dateline.times.finding.placing import Placed
from dateline.times.grammar.word_classes import Value
from dateline.times.resolving.chronicle import years_named, years_read_together
from dateline.times.resolving.context import Context, Focus, Resolved
from dateline.times.resolving.direction import (
    is_any,
    is_described,
    is_entry,
    is_headline,
    is_of_a_day,
    is_of_another_day,
    is_possessive,
    is_quoted,
    is_right_by_its_verb,
    is_said_between,
    is_surely_ahead,
    is_surely_back,
    look,
    looks_surely_ahead,
    tells_before,
    was_planned,
)
from dateline.times.resolving.narrative import tells_the_past
from dateline.times.resolving.numeric import day_first
from dateline.times.resolving.posts import parts, written_on
from dateline.times.resolving.ranges import are_joined
from dateline.times.resolving.resolve import resolve
from dateline.times.values import Days, granularity

_SPOKEN_OF = frozenset({"date", "unit", "shift", "offset", "time"})
_DAY_FIELDS = frozenset({"weekday", "deictic", "day"})
# How far from its publication lies what an article reports, rather than recalls.
_NEWS = dt.timedelta(31)
# Expressions after a headline among which its weekday is looked for.
_FURTHER_ON = 20
# Sentences behind the first one, or behind one that tells of the day of publication or the day before, within which a
# time is of that day. Of 85 lines with a time alone 32 were of no such day; of these more than half are none now, and
# of the others four.
_STILL_THAT_DAY = 3
# Sentences behind one that tells of a day, within which "that night" and "a day later" are counted from it: of the
# fifteen found up to there two in three are, of the ten further on none.
_SPOKEN_OF_STILL = 13
_NIGHT, _EVENINGS = "NI", frozenset({"EV", "NI"})
_OF_DAYS = frozenset({"day"})
# Days ahead from the publication of the weekday that is next tomorrow, was yesterday, or two days ago.
_TOMORROW, _YESTERDAY, _TWO_DAYS_BACK = 1, 6, 5
# Expressions after a time of day among which its day is looked for.
_DAY_AHEAD = 2


class Course:
    """The state of the reading of one text: `context` and `take` are called for each expression, in text order."""

    def __init__(
        self,
        language: Language,
        text: str,
        sentences: Sequence[Span],
        placed: Sequence[Placed],
        published: dt.date | None,
        country: str | None = None,
        *,
        before_our_era: bool = False,
    ) -> None:
        """What the whole text tells beforehand: whether it is a story, and how it writes dates in figures.

        `before_our_era` says that the first era it names is the one before ours.
        """
        fields = [p.meaning.fields for p in placed]
        self._language, self._text, self._sentences, self._placed = language, text, sentences, placed
        self._header_day = self._published = published
        self._parts = parts(language, text, published)
        self._narrative = tells_the_past(language, [p.meaning for p in placed], published, text)
        years = (int(found["year"]) for found in fields if {"year", "month"} <= found.keys())
        self._first_year = next(years, None) if self._narrative else None
        self._before_our_era = before_our_era
        self._day_first = day_first(country, (str(found["numdate"]) for found in fields if "numdate" in found))
        self._years = {} if self._narrative else years_named(placed, published)
        self._years |= years_read_together(language, text, placed, published)
        self._focus = Focus()
        self._sentence = -1
        self._nearby: Days | None = None
        self._fresh = False
        self._by_a_speaker = False
        self._eve: Days | None = None
        self._nearby_year: int | None = None
        self._year_alone = False
        self._last_end = 0
        self._day_told = self._day_at = 0

    def context(self, position: int) -> Context:
        """What is known where the expression at `position` stands."""
        here = self._placed[position]
        if here.sentence > self._sentence:
            # A day holds for the times of the next sentence that is dated, however far that is.
            if not (self._fresh and self._holds_on(self._nearby)):
                self._nearby = None
            self._fresh, self._nearby_year, self._sentence = False, None, here.sentence
        self._published = written_on(self._parts, here.start, self._header_day)
        context = Context(
            self._published,
            self._focus,
            partial(self._direction, position),
            self._nearby,
            self._nearby_year,
            self._year_alone,
            self._narrative,
            self._first_year,
            self._before_our_era,
            self._day_first,
            self._years.get(position),
            # What opens a line is the time of an entry of a live report.
            None if self._text.endswith("\n", 0, here.start) else self._eve,
            partial(is_surely_ahead, self._language, self._text, self._sentences[here.sentence], here.start, here.end),
            partial(is_surely_back, self._language, self._text, self._sentences[here.sentence], here.start),
        )
        fields = here.meaning.fields
        if "weekday" in fields and is_any(self._language, self._text, here.start, here.end):
            return context._replace(published=None, focus=Focus())
        if "deictic" in fields and (said := self._said_on(position, context)) is not None:
            # "I will not sing tomorrow," she wrote on Saturday: the day after that one.
            return context._replace(published=min(said, self._published or said))
        if self._is_of_the_night_before(here):
            return context._replace(published=self._published and self._published - dt.timedelta(1))
        if self._is_far_from_its_day(here):
            return context._replace(published=None, focus=Focus())
        if here.meaning.kind == "time" and (day := self._day_beside(position, context)) is not None:
            return context._replace(nearby=day)
        if here.meaning.kind == "time" and self._nearby is None:
            day = self._day_ahead(position, context)
            if day is None and (
                is_of_another_day(self._language, self._text, here.end) or self._is_of_any_day(here, context)
            ):
                return context._replace(published=None, focus=Focus())
            return context._replace(nearby=day)
        return context

    def take(self, position: int, found: Resolved, *, aside: bool) -> None:
        """Go on past the expression at `position`; what stands `aside` of the text is not spoken of in it."""
        here, value, covers = self._placed[position], found.value, found.covers
        last_end, self._last_end = self._last_end, here.end
        if aside or here.meaning.kind not in _SPOKEN_OF:
            return
        if value.startswith("BC") and len(value) >= len("BC0480"):
            self._focus.remember_bc(int(value[2:6]))
        if covers is None:
            return
        glance = self._narrative and (self._ends_a_range(last_end, here) or self._looks_back(here, covers))
        if glance and is_possessive(self._language, self._text, here.end):
            return
        self._focus.remember(value, covers, named=here.meaning.kind == "date", glance=glance)
        grain = granularity(value)
        goes_on = here.meaning.kind == "time" and self._nearby is None and covers == self._eve
        told = "deictic" in here.meaning.fields and self._fresh and self._is_quoted(here)
        if grain is Granularity.DAY:
            self._day_at = here.sentence
        if grain is Granularity.DAY and not goes_on and not told:
            self._nearby, self._fresh = covers, True
            self._by_a_speaker = "deictic" in here.meaning.fields and self._is_quoted(here)
            is_eve = self._published is not None and self._published - covers[0] == dt.timedelta(1)
            self._eve = covers if is_eve else None
        is_named = not _DAY_FIELDS.isdisjoint(here.meaning.fields)
        if is_named and self._published is not None and 0 <= (self._published - covers[1]).days <= 1:
            self._day_told = here.sentence
        if "year" in here.meaning.fields:
            self._nearby_year, self._year_alone = covers[0].year, grain is Granularity.YEAR

    def _direction(self, position: int) -> int:
        """Where the words around an expression look; a headline's weekday looks where the same one does further on."""
        here = self._placed[position]
        weekday = here.meaning.fields.get("weekday")
        if here.meaning.kind == "time" and weekday is not None and is_described(self._language, self._text, here.start):
            return -1
        if "month" in here.meaning.fields and is_entry(self._language, self._text, here.start, here.end):
            return -1
        told = self._look(here)
        days_ahead = self._days_ahead(weekday) if here.meaning.kind != "offset" else None
        if told > 0 and self._is_rather_past(here, days_ahead):
            return -1
        if told < 0 and days_ahead == _TOMORROW and not self._is_right_by_its_verb(here):
            # "Urged them to march on Friday", told on Thursday.
            return 0
        if told or weekday is None or not is_headline(self._language, self._text, self._sentences[here.sentence]):
            return told
        for other in self._placed[position + 1 : position + 1 + _FURTHER_ON]:
            if other.sentence > here.sentence and other.meaning.fields.get("weekday") == weekday:
                return self._look(other)
        return 0

    def _days_ahead(self, weekday: Value | None) -> int | None:
        """How many days after the publication a weekday is next."""
        day = self._published
        return None if weekday is None or day is None else (int(weekday) - day.isoweekday()) % 7

    def _is_rather_past(self, here: Placed, days_ahead: int | None) -> bool:
        """Whether a day that was to come is rather the nearer one that is past.

        "Was scheduled for Sunday", "would not comment Sunday", told on a Monday; "was due to sing on Monday", told on a
        Wednesday.
        """
        sentence = self._sentences[here.sentence]
        if days_ahead == _YESTERDAY:
            return not self._looks_surely_ahead(here)
        return days_ahead == _TWO_DAYS_BACK and was_planned(self._language, self._text, sentence, here.start)

    def _is_right_by_its_verb(self, here: Placed) -> bool:
        sentence = self._sentences[here.sentence]
        return is_right_by_its_verb(self._language, self._text, sentence, here.start, here.end)

    def _looks_surely_ahead(self, here: Placed) -> bool:
        return looks_surely_ahead(self._language, self._text, self._sentences[here.sentence], here.start)

    def _is_quoted(self, here: Placed) -> bool:
        return is_quoted(self._text, self._sentences[here.sentence], here.start)

    def _look(self, here: Placed) -> int:
        # "Preparations for Saturday's concert" are as often of the next one.
        alone = 0 if "weekday" in here.meaning.fields else -1
        return look(self._language, self._text, self._sentences[here.sentence], here.start, here.end, alone)

    def _said_on(self, position: int, context: Context) -> dt.date | None:
        """The day on which a quotation was said that counts from its own, where its sentence names that one.

        What the speaker calls "yesterday" is no such day.
        """
        here = self._placed[position]
        if not self._is_quoted(here):
            return None
        if self._fresh:
            return self._nearby[0] if self._nearby is not None and not self._by_a_speaker else None
        behind = self._placed[position + 1 : position + 2]
        if not behind or "weekday" not in behind[0].meaning.fields or behind[0].sentence != here.sentence:
            return None
        if not is_said_between(self._language, self._text, here.end, behind[0].start):
            return None
        day = self._day_ahead(position, context)
        return day[0] if day is not None and self._published is not None and day[1] <= self._published else None

    def _is_of_the_night_before(self, here: Placed) -> bool:
        """Whether "tonight" is that of the day before, whose night the text names: "won on Friday night".

        What is written after midnight has the next day, and what is said on a night is often printed on that.
        """
        fields = here.meaning.fields
        if fields.get("deictic") != 0 or fields.get("part") != _NIGHT or not self._tells_of_the_night_before:
            return False
        return self._is_quoted(here) or self._look(here) <= 0

    @cached_property
    def _tells_of_the_night_before(self) -> bool:
        """Whether a text names the night or evening before its day by its weekday, and never as "last night"."""
        before = (self._header_day.isoweekday() - 2) % 7 + 1 if self._header_day else None
        if any(other.meaning.fields.get("deictic") == -1 for other in self._placed):
            return False
        nights = (other for other in self._placed if other.meaning.fields.get("part") in _EVENINGS)
        return any(other.meaning.fields.get("weekday") == before and self._look(other) < 0 for other in nights)

    def _day_beside(self, position: int, context: Context) -> Days | None:
        """The day right behind a time, whatever day was told of before: "at 10 a.m. on New Year's Eve"."""
        here = self._placed[position]
        if self._fresh or not _DAY_FIELDS.isdisjoint(here.meaning.fields) or position + 1 == len(self._placed):
            return None
        is_beside = is_of_a_day(self._language, self._text, here.end, self._placed[position + 1].start)
        return self._day_ahead(position, context) if is_beside else None

    def _day_ahead(self, position: int, context: Context) -> Days | None:
        """The day of a time that is named only after it: "at 10 a.m. local time on Friday"."""
        sentence = self._placed[position].sentence
        for _, index, meaning in self._placed[position + 1 : position + 1 + _DAY_AHEAD]:
            if index != sentence:
                break
            if meaning.kind in {"date", "time"} and meaning.fields.keys() & _DAY_FIELDS:
                return resolve(meaning.kind, meaning.fields, context).covers
        return None

    def _is_far_from_its_day(self, here: Placed) -> bool:
        """Whether "the following day" stands so far behind any day that it is not counted from that one."""
        fields = here.meaning.fields
        counts_days = here.meaning.kind == "time" or fields.get("unit") in _OF_DAYS
        is_counted = fields.get("anchor") == "focus" and counts_days and not self._narrative
        return is_counted and here.sentence - self._day_at > _SPOKEN_OF_STILL

    def _is_of_any_day(self, here: Placed, context: Context) -> bool:
        """Whether nothing tells the day of a time of the past, far into a report: "he rose at 5 a.m." is of any."""
        if self._narrative or not _DAY_FIELDS.isdisjoint(here.meaning.fields) or "anchor" in here.meaning.fields:
            return False
        # What opens a line is the time of an entry of a live report.
        opens = self._text.endswith("\n", 0, here.start)
        return not opens and here.sentence - self._day_told > _STILL_THAT_DAY and context.direction() < 0

    def _holds_on(self, day: Days | None) -> bool:
        """Whether the times of a further sentence may lie on `day`, which news must not only recall."""
        if day is None or self._narrative:
            return day is not None
        return self._published is not None and abs(day[0] - self._published) <= _NEWS

    def _ends_a_range(self, last_end: int, here: Placed) -> bool:
        """Whether `here` is the far end of a range, which a story does not come to: "from 1914 to 1918"."""
        return are_joined(self._language, self._text, last_end, here.start)

    def _looks_back(self, here: Placed, covers: Days) -> bool:
        """Whether a story only glances at what was before: "two years earlier", "had left in 1809"."""
        fields = here.meaning.fields
        if any(int(fields.get(name, 0)) < 0 for name in ("yearfocus", "beside")):
            return True
        if fields.get("anchor") == "focus":
            return any(int(fields.get(name, 0)) < 0 for name in ("sign", "offset", "days"))
        reached = self._focus.reached("year")
        if "year" not in fields or reached is None or covers[1] >= reached[0]:
            return False
        return tells_before(self._language, self._text, self._sentences[here.sentence], here.start)
