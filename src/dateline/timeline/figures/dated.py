"""Figures with the days for which the sentences around them give them."""

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.languages import Language, remembered
from dateline.model import EntryDate, Granularity, Timex
from dateline.text.copies import Copies
from dateline.timeline.figures.finding import Figure, counting, figures
from dateline.timeline.figures.measures import measures, with_before
from dateline.timeline.select.passages import Passage, entry_date

# Days after which a toll is told again as background: it says nothing of that day.
BACKGROUND_DAYS = 30

# How many times as much a measure may be from one report to the next and still be of the same thing: money, the rest.
_MONEY_LEAP, _LEAP = 3.0, 6.0

# Days before publication within which a day that stands by a figure is that for which it is told.
_RECENT = 7

# Figures beyond which a sentence is a table.
_MOST_FIGURES = 30

_DIGIT = re.compile(r"\d")

Key = tuple[str, str, str | None]
"""What is counted, who of those in that state, and the unit."""


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """A figure of a sentence, with the date of that of its time expressions which goes with it."""

    figure: Figure
    """Offsets are those within the sentence."""
    passage: Passage
    date: EntryDate
    published: dt.date

    @property
    def key(self) -> Key:
        """What figures must share to be of one series."""
        return (self.figure.counts, self.figure.noun if self.figure.grows else "", self.figure.unit)


def dated_figures(passages: Iterable[Passage], copies: Copies) -> list[DatedFigure]:
    """The figures of passages that may be points of a series.

    Those of one key, and among measures those not too far apart, have two values and two days at least, and are of what
    is told to change.

    What copies of one text have word for word counts once, with the first of `passages`.
    """
    by_key: dict[Key, list[DatedFigure]] = {}
    seen: set[tuple[str, str, int]] = set()
    for passage in passages:
        words = (copies.original(passage.article.id), passage.text, passage.timex.start - passage.sentence.start)
        if words not in seen and passage.article.available is not None:
            seen.add(words)
            for found in _of(passage, passage.article.available):
                by_key.setdefault(found.key, []).append(found)
    return [found for those in by_key.values() for found in _in_series(those)]


def most_beside(figure: Figure) -> float:
    """The most that another figure of the same thing may be, told next to this one."""
    if figure.unit is None:
        return math.inf
    return figure.value * (_MONEY_LEAP if figure.is_money else _LEAP)


def are_told_to_change(figures: Sequence[Figure]) -> bool:
    """Whether figures of one thing differ, and are of what grows or flows or is said to have changed."""
    first = figures[0]
    is_rate = first.unit is not None and not first.is_owned
    return len({one.value for one in figures}) > 1 and (first.grows or is_rate or any(one.is_change for one in figures))


def _in_series(found: Sequence[DatedFigure]) -> list[DatedFigure]:
    """Those of one key that may be points of a series, in their order."""
    groups: list[list[int]] = []
    most = -1.0
    for number in sorted(range(len(found)), key=lambda number: found[number].figure.value):
        figure = found[number].figure
        if figure.value > most:
            groups.append([])
        groups[-1].append(number)
        most = most_beside(figure)
    numbers = (number for group in groups if _may_be_series([found[number] for number in group]) for number in group)
    return [found[number] for number in sorted(numbers)]


def _may_be_series(found: Sequence[DatedFigure]) -> bool:
    has_days = len({one.published for one in found} | {one.date.first for one in found}) > 1
    return has_days and are_told_to_change([one.figure for one in found])


def _of(passage: Passage, published: dt.date) -> Iterator[DatedFigure]:
    """The figures of a sentence that go with the passage's own time expression, of days that have come.

    A figure that another one is compared with in so many words, `down from twelve on Wednesday`, goes with its own.
    """
    language, text, start = passage.language, passage.text, passage.sentence.start
    if not _may_count(passage):
        return
    own = [one for one in _figures(language, text) if not is_of_date(one, passage, start)]
    if not own or len(own) > _MOST_FIGURES:
        return
    past = [timex for timex in passage.siblings if (date := entry_date(timex)) and date.first <= published]
    for figure in _latest(language, text, own, past, start):
        if figure.is_part or _nearest(figure, past, start) != passage.timex:
            continue
        background = figure.grows and (published - passage.date.last).days > BACKGROUND_DAYS
        if not background and (date := _stands_on(passage, figure, published)) is not None:
            yield DatedFigure(with_before(language, text, figure), passage, date, published)
        if (before := _before(language, text, figure)) is not None:
            then = _nearest(before, [timex for timex in past if timex.start - start >= before.end], start)
            if then is not None and (date := entry_date(then)) is not None:
                yield DatedFigure(before, passage, date, published)


def is_of_date(figure: Figure, passage: Passage, start: int) -> bool:
    """Whether what looks like a figure, at offsets from `start`, is of a date: `that sank on March 3 killed`."""
    return any(timex.start < start + figure.end and start + figure.start < timex.end for timex in passage.siblings)


def _stands_on(passage: Passage, figure: Figure, published: dt.date) -> EntryDate | None:
    """The date for which a figure is told: the passage's, or the day of publication; None where neither can be.

    What is counted since a day is told for the day of publication, and so is a toll whose event lies back and a measure
    that is so now; a day long past counts where the sentence opens with it, or says that the figure had come so far by
    it or was so once.
    """
    text, at = passage.text, passage.timex.start - passage.sentence.start
    before, how = text[:at], counting(passage.language)
    today = EntryDate(published.isoformat(), published, published, Granularity.DAY)
    if figure.grows and not figure.is_total:
        return passage.date
    if (words := before.lower().split()) and words[-1] in how.began:
        return today
    if (published - passage.date.last).days <= _RECENT or not before.strip(' *•“"') or how.by_day.search(before):
        return passage.date
    return None


def _may_count(passage: Passage) -> bool:
    """Whether the sentence holds a number: in digits beside its time expressions, or in words."""
    start, end = passage.sentence
    cuts = [start, *(at for timex in passage.siblings for at in (timex.start, timex.end)), end]
    beside = zip(cuts[::2], cuts[1::2], strict=True)
    in_digits = any(_DIGIT.search(passage.article.text, at, until) for at, until in beside)
    return in_digits or counting(passage.language).names_number(passage.text)


@remembered(1 << 12)
def _figures(language: Language, text: str) -> tuple[Figure, ...]:
    """The counts of a sentence, then its measures; kept, for it comes back with each of its dates."""
    return (*figures(language, text), *measures(language, text))


def _latest(
    language: Language, text: str, found: Sequence[Figure], timexes: Sequence[Timex], start: int
) -> Iterator[Figure]:
    """The figures without those that another one of the same thing and day has taken over from: `from 12 to 15`."""
    came_to = counting(language).came_to
    for figure in found:
        rivals = [
            other
            for other in found
            if (other.counts, other.noun, other.unit) == (figure.counts, figure.noun, figure.unit)
            and _nearest(other, timexes, start) == _nearest(figure, timexes, start)
        ]
        reached = [other for other in rivals if text[: other.start].rstrip().endswith(came_to)]
        if not reached or figure in reached:
            yield figure


def _nearest(figure: Figure, timexes: Sequence[Timex], start: int) -> Timex | None:
    def distance(timex: Timex) -> int:
        return max(timex.start - start - figure.end, figure.start + start - timex.end)

    return min(timexes, key=distance, default=None)


def _before(language: Language, text: str, figure: Figure) -> Figure | None:
    """The figure that a count is said to have been before: `five were missing, down from twelve on Wednesday`."""
    how = counting(language)
    found = how.before.search(text, figure.end)
    if found is None or figure.unit:
        return None
    value = how.value(found["low"], found["by"])
    return replace(
        figure,
        start=found.start("low"),
        end=found.end("low"),
        text=found["low"],
        value=value,
        to=None,
        mod=None,
        is_total=True,
        is_change=True,
    )
