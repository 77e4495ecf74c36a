"""What a text has come to as it is read: the dates in focus, and the day and year of the sentence."""

import datetime as dt
from collections.abc import Callable, Sequence

from dateline.model import Granularity, Span
from dateline.times.finding.placing import Placed
from dateline.times.grammar.word_classes import figures
from dateline.times.resolving.context import Context, Focus
from dateline.times.resolving.direction import is_possessive, tells_before
from dateline.times.resolving.narrative import tells_the_past
from dateline.times.resolving.numeric import day_first
from dateline.times.values import Days, granularity

_SPOKEN_OF = frozenset({"date", "unit", "shift", "time"})
# Code points between the ends of a range.
_LONGEST_JOIN = 10
# How far from its publication lies what an article reports, rather than recalls.
_NEWS = dt.timedelta(31)


class Course:
    """The state of the reading of one text."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        placed: Sequence[Placed],
        published: dt.date | None,
        country: str | None,
        *,
        before_our_era: bool,
    ) -> None:
        """What the whole text tells beforehand: whether it is a story, and how it writes dates in figures.

        `before_our_era` says that the first era it names is the one before ours.
        """
        fields = [p.reading.fields for p in placed]
        self._text, self._sentences, self._published = text, sentences, published
        self._narrative = tells_the_past([p.reading for p in placed], published, text)
        years = (int(found["year"]) for found in fields if {"year", "month"} <= found.keys())
        self._first_year = next(years, None) if self._narrative else None
        self._before_our_era = before_our_era
        self._day_first = day_first(country, (str(found["numdate"]) for found in fields if "numdate" in found))
        self._focus = Focus()
        self._sentence = -1
        self._nearby: Days | None = None
        self._fresh = False
        self._nearby_year: int | None = None
        self._year_alone = False
        self._last_end = 0

    def context(self, placed: Placed, direction: Callable[[], int]) -> Context:
        """What is known where `placed` stands; to be asked in text order."""
        if placed.sentence > self._sentence:
            # A day holds for the times of the next sentence that is dated, however far that is.
            if not (self._fresh and self._holds_on(self._nearby)):
                self._nearby = None
            self._fresh, self._nearby_year, self._sentence = False, None, placed.sentence
        return Context(
            self._published,
            self._focus,
            direction,
            self._nearby,
            self._nearby_year,
            self._year_alone,
            self._narrative,
            self._first_year,
            self._before_our_era,
            self._day_first,
        )

    def take(self, placed: Placed, value: str, covers: Days | None, *, aside: bool) -> None:
        """Go on past `placed`, whose value is known; what stands `aside` of the text is not spoken of in it."""
        last_end, self._last_end = self._last_end, placed.end
        if aside or placed.reading.op not in _SPOKEN_OF:
            return
        if value.startswith("BC") and len(value) >= len("BC0480"):
            self._focus.remember_bc(int(value[2:6]))
        if covers is None:
            return
        glance = self._narrative and (self._ends_a_range(last_end, placed) or self._looks_back(placed, covers))
        if glance and is_possessive(self._text, placed.end):
            return
        self._focus.remember(value, covers, named=placed.reading.op == "date", glance=glance)
        grain = granularity(value)
        if grain is Granularity.DAY:
            self._nearby, self._fresh = covers, True
        if "year" in placed.reading.fields:
            self._nearby_year, self._year_alone = covers[0].year, grain is Granularity.YEAR

    def _holds_on(self, day: Days | None) -> bool:
        """Whether the times of a further sentence may lie on `day`, which news must not only recall."""
        if day is None or self._narrative:
            return day is not None
        return self._published is not None and abs(day[0] - self._published) <= _NEWS

    def _ends_a_range(self, last_end: int, placed: Placed) -> bool:
        """Whether `placed` is the far end of a range, which a story does not come to: "from 1914 to 1918"."""
        if not 0 < placed.start - last_end <= _LONGEST_JOIN:
            return False
        return self._text[last_end : placed.start].strip().lower() in figures().joins

    def _looks_back(self, placed: Placed, covers: Days) -> bool:
        """Whether a story only glances at what was before: "two years earlier", "had left in 1809"."""
        fields = placed.reading.fields
        if any(int(fields.get(name, 0)) < 0 for name in ("yearfocus", "beside")):
            return True
        if fields.get("anchor") == "focus":
            return any(int(fields.get(name, 0)) < 0 for name in ("sign", "offset", "days"))
        reached = self._focus.reached("year")
        if "year" not in fields or reached is None or covers[1] >= reached[0]:
            return False
        return tells_before(self._text, self._sentences[placed.sentence], placed.start)
