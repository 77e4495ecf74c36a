"""Time expressions of a text: found, read, resolved."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from dateline.model import Granularity, Span, Timex
from dateline.text.sentences import split
from dateline.times.candidates import windows
from dateline.times.context import Context, Focus
from dateline.times.direction import FULL_STOPS, is_possessive, look, tells_before
from dateline.times.guards import holds
from dateline.times.lexicon import OTHER, TOKEN, figures
from dateline.times.narrative import tells_the_past
from dateline.times.numeric import day_first
from dateline.times.reading import Reading, reader
from dateline.times.resolve import resolve
from dateline.times.values import Days, granularity


class Placed(NamedTuple):
    """A reading and where it stands: the start of its stretch, and its sentence."""

    offset: int
    sentence: int
    reading: Reading


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
    if sentences is None:
        sentences = split(text)
    sentences = _rejoined(text, sentences)
    placed = list(_placed(text, sentences))
    antiquity = next((name for p in placed for name in _ANTIQUITY if name in p.reading.fields), None)
    if antiquity:
        placed = list(_placed(text, sentences, antiquity=True))
    numbers = (str(p.reading.fields["numdate"]) for p in placed if "numdate" in p.reading.fields)
    order = day_first(country, numbers)
    narrative = tells_the_past([p.reading for p in placed], published, text)
    years = (int(p.reading.fields["year"]) for p in placed if {"year", "month"} <= p.reading.fields.keys())
    first_year = next(years, None) if narrative else None
    focus = Focus()
    found: list[tuple[Timex, str]] = []
    nearby: Days | None = None
    nearby_year: int | None = None
    year_alone = False
    fresh = False
    current = -1
    for position, (offset, index, reading) in enumerate(placed):
        if index > current:
            # A day holds for the times of the next sentence that is dated, however far that is.
            holds = fresh and nearby is not None and (narrative or _is_news(nearby, published))
            nearby, fresh = nearby if holds else None, False
            nearby_year = None
            current = index
        start, end = offset + reading.start, offset + reading.end
        direction = partial(_direction, text, sentences, placed, position)
        context = Context(
            published,
            focus,
            direction,
            nearby,
            nearby_year,
            year_alone,
            narrative,
            first_year,
            antiquity not in {None, "era"},
            order,
        )
        if reading.op == "time" and nearby is None:
            context = _with_day_ahead(context, placed, position)
        value, covers, mod, freq, ambiguous = resolve(reading.op, reading.fields, context)
        first, last = covers or (None, None)
        quant = reading.fields.get("quant")
        found.append(
            (
                Timex(
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
                ),
                reading.rule,
            )
        )
        if reading.op not in _SPOKEN_OF or any(span.start <= start < span.end for span in aside):
            continue
        if value.startswith("BC") and len(value) >= len("BC0480"):
            focus.remember_bc(int(value[2:6]))
        if covers:
            glance = narrative and (
                _looks_back(reading, covers, focus, text, sentences[index], start) or _ends_a_range(text, found)
            )
            if glance and is_possessive(text, end):
                continue
            focus.remember(value, covers, named=reading.op == "date", glance=glance)
            if granularity(value) is Granularity.DAY:
                nearby, fresh = covers, True
            if "year" in reading.fields:
                nearby_year, year_alone = covers[0].year, granularity(value) is Granularity.YEAR
    return found


def _looks_back(reading: Reading, covers: Days, focus: Focus, text: str, sentence: Span, start: int) -> bool:
    """Whether a narrative only glances at what was before: "two years earlier", "had left in 1809"."""
    fields = reading.fields
    if any(int(fields.get(name, 0)) < 0 for name in ("yearfocus", "beside")):
        return True
    if fields.get("anchor") == "focus":
        return any(int(fields.get(name, 0)) < 0 for name in ("sign", "offset", "days"))
    reached = focus.reached("year")
    return "year" in fields and reached is not None and covers[1] < reached[0] and tells_before(text, sentence, start)


def _ends_a_range(text: str, found: Sequence[tuple[Timex, str]]) -> bool:
    """Whether the last expression is the far end of a range: "from 1914 to 1918"."""
    between = text[found[-2][0].end : found[-1][0].start] if len(found) > 1 else ""
    return len(between) <= _LONGEST_JOIN and between.strip().lower() in figures().joins


_LONGEST_JOIN = 10
"""Code points between the ends of a range."""
_OF_ANTIQUITY = frozenset({"year3", "decade3"})
"""Fields of figures that are a year or a decade in texts on antiquity only."""
_ANTIQUITY = ("bc", "bccentury", "bcdecade", "era")
"""Fields of years and centuries that are said to be before, or of, the common era."""
_SPOKEN_OF = frozenset({"date", "unit", "shift", "time"})
_DAY_FIELDS = frozenset({"weekday", "deictic", "day"})


def _direction(text: str, sentences: Sequence[Span], placed: Sequence[Placed], position: int) -> int:
    """Where the words around an expression look; a headline's weekday looks where the same one does further on."""
    offset, index, reading = placed[position]
    told = look(text, sentences[index], offset + reading.start, offset + reading.end)
    weekday = reading.fields.get("weekday")
    if told or weekday is None or text.endswith(FULL_STOPS, 0, sentences[index].end):
        return told
    for other, sentence, further in placed[position + 1 : position + 1 + _FURTHER_ON]:
        if sentence > index and further.fields.get("weekday") == weekday:
            return look(text, sentences[sentence], other + further.start, other + further.end)
    return 0


_FURTHER_ON = 20
"""Expressions after a headline among which its weekday is looked for."""
_NEWS = dt.timedelta(31)
"""How far from its publication lies what an article reports, rather than recalls."""


def _is_news(day: Days, published: dt.date | None) -> bool:
    return published is not None and abs(day[0] - published) <= _NEWS


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


def _rejoined(text: str, sentences: Sequence[Span]) -> Sequence[Span]:
    """`sentences`, those put together again that were cut after "p.m." or "Dec." with the day still to come."""
    known = figures()
    ends, months, starts = map(tuple, (known.ends_of_times, known.ends_of_months, known.starts_of_sentences))
    joined: list[Span] = []
    before = 0
    for sentence in sentences:
        cut = before and text.endswith(ends, 0, before) and text[before : sentence.start] == " "
        cut = cut and not text.startswith(starts, sentence.start)
        cut = cut or (text.endswith(months, 0, before) and text[sentence.start : sentence.start + 1].isdigit())
        joined.append(Span(joined.pop().start, sentence.end) if cut else sentence)
        before = sentence.end
    return joined


def _placed(text: str, sentences: Sequence[Span], *, antiquity: bool = False) -> Iterator[Placed]:
    """What is read in the text, in order; years of three figures only in one on `antiquity`."""
    read = reader().read
    symbol = reader().grammar.lexicon.__getitem__
    for low, high, index in windows(text, sentences, antiquity=antiquity):
        tokens = TOKEN.findall(text[low:high])
        symbols = "".join(map(symbol, tokens))
        offsets = list(accumulate(map(len, tokens), initial=low))
        position = 0
        for run in symbols.split(OTHER):
            after = position + len(run)
            if run:
                start = offsets[position]
                for reading in read(text[start : offsets[after]], tokens[position:after], run):
                    if not antiquity and _OF_ANTIQUITY & reading.fields.keys():
                        continue
                    guard = reading.fields.get("guard")
                    if guard is None or holds(str(guard), text, start + reading.start, start + reading.end):
                        yield Placed(start, index, reading)
                    elif "otherwise" in reading.fields:
                        yield Placed(start, index, reading.otherwise())
            position = after + 1
