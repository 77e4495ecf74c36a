"""Figures of a sentence with the days for which it tells them: each goes with the time expression nearest to it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dateline.languages import Language
from dateline.model import EntryDate, Granularity, Timex
from dateline.reading.entry_dates import date_of, entry_date
from dateline.reading.figures.finding import Figure, counting, figures
from dateline.reading.figures.measures import measures, with_before

# Days after which a toll is told again as background: it says nothing of that day.
BACKGROUND_DAYS = 30

# Days before publication within which a day that stands by a figure is that for which it is told.
_RECENT = 7
# Figures beyond which a sentence is a table.
_MOST_FIGURES = 30

_DIGIT = re.compile(r"\d")
# What may stand before a time expression that opens a sentence.
_OPENING = ' *•“"'


class DatedFigure(NamedTuple):
    """A figure of a sentence, with the date for which it is told."""

    figure: Figure
    """Offsets are those within the sentence."""
    date: EntryDate


PlainFigure = tuple[Any, ...]
"""Number of a time expression, the value of a date, and a figure without its words, all as plain values."""


class _Sentence(NamedTuple):
    """A dated sentence of a report that could be read from a day on."""

    language: Language
    text: str
    start: int
    """Its first character within the article."""
    past: Sequence[Timex]
    """Its time expressions of days that had come then."""
    available: dt.date

    def distance(self, figure: Figure, timex: Timex) -> int:
        """Characters between a figure and a time expression."""
        return max(timex.start - self.start - figure.end, figure.start + self.start - timex.end)

    def nearest(self, figure: Figure, timexes: Sequence[Timex]) -> Timex | None:
        """Of time expressions, the one nearest to a figure."""
        return min(timexes, key=lambda timex: self.distance(figure, timex), default=None)


def dated_figures(
    language: Language, text: str, start: int, timexes: Sequence[Timex], available: dt.date | None
) -> Mapping[int, Sequence[DatedFigure]]:
    """The figures of a sentence by the time expression they go with, as its first character; of days that have come.

    `start` is the sentence's first character, `timexes` those in it, `available` the day since which its article could
    be read: without one, no figure has a day. A figure that another one is compared with in so many words, `down from
    twelve on Wednesday`, goes with its own.
    """
    if available is None:
        return {}
    past = [timex for timex in timexes if (date := entry_date(timex)) and date.first <= available]
    if not past or not _may_count(language, text, start, timexes):
        return {}
    own = [one for one in (*figures(language, text), *measures(language, text)) if not is_of_date(one, timexes, start)]
    if not own or len(own) > _MOST_FIGURES:
        return {}
    sentence = _Sentence(language, text, start, past, available)
    found: dict[int, list[DatedFigure]] = {}
    for timex, dated in _with_their_dates(sentence, own):
        found.setdefault(timex.start, []).append(dated)
    return found


def plain_figures(timexes: Sequence[Timex], found: Mapping[int, Sequence[DatedFigure]]) -> tuple[PlainFigure, ...]:
    """Dated figures of a sentence as plain values, to be kept."""
    numbers = {timex.start: number for number, timex in enumerate(timexes)}
    return tuple(
        (numbers[start], one.date.value, *_plain(one.figure)) for start, those in found.items() for one in those
    )


def figures_of(text: str, timexes: Sequence[Timex], kept: Iterable[PlainFigure]) -> Mapping[int, Sequence[DatedFigure]]:
    """The dated figures of a sentence, from what `plain_figures` gave for it."""
    found: dict[int, list[DatedFigure]] = {}
    for number, value, start, end, context, *others in kept:
        date = date_of(value)
        if date is not None:
            figure = Figure(start, end, text[start:end], frozenset(context), *others)
            found.setdefault(timexes[number].start, []).append(DatedFigure(figure, date))
    return found


def _plain(figure: Figure) -> tuple[Any, ...]:
    return (
        figure.start,
        figure.end,
        tuple(sorted(figure.context)),
        figure.value,
        figure.to,
        figure.mod,
        figure.counts,
        figure.noun,
        figure.unit,
        figure.is_part,
        figure.is_total,
        figure.is_change,
    )


def is_of_date(figure: Figure, timexes: Sequence[Timex], start: int) -> bool:
    """Whether what looks like a figure, at offsets from `start`, is of a date: `that sank on March 3 killed`."""
    return any(timex.start < start + figure.end and start + figure.start < timex.end for timex in timexes)


def _with_their_dates(sentence: _Sentence, own: Sequence[Figure]) -> Iterator[tuple[Timex, DatedFigure]]:
    for figure in _latest(sentence, own, sentence.past):
        timex = sentence.nearest(figure, sentence.past)
        if figure.is_part or timex is None or (date := entry_date(timex)) is None:
            continue
        background = figure.grows and (sentence.available - date.last).days > BACKGROUND_DAYS
        if not background and (told := _told_for(sentence, figure, timex, date)) is not None:
            yield timex, DatedFigure(with_before(sentence.language, sentence.text, figure), told)
        if (before := _before(sentence, figure)) is not None:
            behind = [timex for timex in sentence.past if timex.start - sentence.start >= before.end]
            then = sentence.nearest(before, behind)
            if then is not None and (told := entry_date(then)) is not None:
                yield timex, DatedFigure(before, told)


def _told_for(sentence: _Sentence, figure: Figure, timex: Timex, date: EntryDate) -> EntryDate | None:
    """The date for which a figure is told: that beside it, or the day of publication; None where neither can be.

    What is counted since a day is told for the day of publication, and so is a toll whose event lies back and a measure
    that is so now; a day long past counts where the sentence opens with it, or says that the figure had come so far by
    it or was so once.
    """
    before, how = sentence.text[: timex.start - sentence.start], counting(sentence.language)
    if figure.grows and not figure.is_total:
        return date
    if (words := before.lower().split()) and words[-1] in how.began:
        day = sentence.available
        return EntryDate(day.isoformat(), day, day, Granularity.DAY)
    if (sentence.available - date.last).days <= _RECENT or not before.strip(_OPENING) or how.by_day.search(before):
        return date
    return None


def _may_count(language: Language, text: str, start: int, timexes: Sequence[Timex]) -> bool:
    """Whether a sentence holds a number: in digits beside its time expressions, or in words."""
    cuts = [0, *(at - start for timex in timexes for at in (timex.start, timex.end)), len(text)]
    beside = zip(cuts[::2], cuts[1::2], strict=True)
    return any(_DIGIT.search(text, at, until) for at, until in beside) or counting(language).names_number(text)


def _latest(sentence: _Sentence, found: Sequence[Figure], timexes: Sequence[Timex]) -> Iterator[Figure]:
    """The figures without those that another one of the same thing and day has taken over from: `from 12 to 15`."""
    came_to = counting(sentence.language).came_to
    has_come = [sentence.text[: figure.start].rstrip().endswith(came_to) for figure in found]
    of_one_thing: dict[tuple[str, str, str | None, Timex | None], list[int]] = {}
    keys = []
    for number, figure in enumerate(found):
        keys.append((figure.counts, figure.noun, figure.unit, sentence.nearest(figure, timexes)))
        of_one_thing.setdefault(keys[number], []).append(number)
    for number, figure in enumerate(found):
        if has_come[number] or not any(has_come[other] for other in of_one_thing[keys[number]]):
            yield figure


def _before(sentence: _Sentence, figure: Figure) -> Figure | None:
    """The figure that a count is said to have been before: `five were missing, down from twelve on Wednesday`."""
    how = counting(sentence.language)
    found = how.before.search(sentence.text, figure.end)
    if found is None or figure.unit:
        return None
    return figure._replace(
        start=found.start("low"),
        end=found.end("low"),
        text=found["low"],
        value=how.value(found["low"], found["by"]),
        to=None,
        mod=None,
        is_total=True,
        is_change=True,
    )
