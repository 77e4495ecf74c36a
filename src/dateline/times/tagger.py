"""Time expressions of a text: found, read, resolved."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from dateline.languages import english
from dateline.model import Span, Timex
from dateline.text.sentences import split
from dateline.times.finding.placing import Placed, place, rejoined
from dateline.times.resolving.context import Context
from dateline.times.resolving.course import Course
from dateline.times.resolving.direction import FULL_STOPS, look
from dateline.times.resolving.resolve import resolve

# Fields of dates that are said to be before, or of, the common era.
_OF_AN_ERA = frozenset({"bc", "bccentury", "bcdecade", "era"})
_DAY_FIELDS = frozenset({"weekday", "deictic", "day"})
# Expressions after a headline among which its weekday is looked for.
_FURTHER_ON = 20


def tag(
    text: str,
    published: dt.date | None,
    *,
    sentences: Sequence[Span] | None = None,
    aside: Sequence[Span] = (),
    country: str | None = None,
) -> list[Timex]:
    """The time expressions of `text`, in text order, without overlaps.

    `published` is the day that "today" means; None leaves what depends on it open. `sentences` are those of
    `dateline.text.sentences.split`, which is asked when they are not given. Dates in `aside` (headers, captions,
    furniture) are tagged, but "a day earlier" is never counted from them. `country` (ISO 3166 alpha-2) is where the
    outlet is, and decides whether 04/05/2019 is in April or in May.
    """
    return [timex for timex, _ in trace(text, published, sentences=sentences, aside=aside, country=country)]


def trace(
    text: str,
    published: dt.date | None,
    *,
    sentences: Sequence[Span] | None = None,
    aside: Sequence[Span] = (),
    country: str | None = None,
) -> list[tuple[Timex, str]]:
    """As `tag`, each expression with the name of the rule that found it."""
    sentences = rejoined(text, split(english(), text) if sentences is None else sentences)
    placed = list(place(text, sentences))
    eras = [p.reading.fields for p in placed if not _OF_AN_ERA.isdisjoint(p.reading.fields)]
    if eras:
        placed = list(place(text, sentences, antiquity=True))
    course = Course(text, sentences, placed, published, country, before_our_era=bool(eras) and "era" not in eras[0])
    found: list[tuple[Timex, str]] = []
    for position, here in enumerate(placed):
        reading, start, end = here.reading, here.start, here.end
        context = course.context(here, partial(_direction, text, sentences, placed, position))
        if reading.op == "time" and context.nearby is None:
            context = _with_day_ahead(context, placed, position)
        value, covers, mod, freq, ambiguous = resolve(reading.op, reading.fields, context)
        course.take(here, value, covers, aside=any(span.start <= start < span.end for span in aside))
        first, last = covers or (None, None)
        quant = reading.fields.get("quant")
        timex = Timex(
            start,
            end,
            text[start:end],
            reading.type,
            value,
            reading.mod or mod,
            str(quant) if quant else None,
            freq,
            first,
            last,
            ambiguous,
        )
        found.append((timex, reading.rule))
    return found


def _direction(text: str, sentences: Sequence[Span], placed: Sequence[Placed], position: int) -> int:
    """Where the words around an expression look; a headline's weekday looks where the same one does further on."""
    here = placed[position]
    sentence = sentences[here.sentence]
    told = look(text, sentence, here.start, here.end)
    weekday = here.reading.fields.get("weekday")
    if told or weekday is None or text.endswith(FULL_STOPS, 0, sentence.end):
        return told
    for other in placed[position + 1 : position + 1 + _FURTHER_ON]:
        if other.sentence > here.sentence and other.reading.fields.get("weekday") == weekday:
            return look(text, sentences[other.sentence], other.start, other.end)
    return 0


def _with_day_ahead(context: Context, placed: Sequence[Placed], position: int) -> Context:
    """The context of a time whose day is named only after it: "at 10 a.m. local time on Friday"."""
    sentence = placed[position].sentence
    for _, index, reading in placed[position + 1 : position + 3]:
        if index != sentence:
            break
        if reading.op in {"date", "time"} and reading.fields.keys() & _DAY_FIELDS:
            covers = resolve(reading.op, reading.fields, context).covers
            return context._replace(nearby=covers)
    return context
