"""Time expressions of a text: found, read, resolved."""

import datetime as dt
from collections.abc import Sequence
from itertools import accumulate

from dateline.model import Span, Timex
from dateline.text.sentences import split
from dateline.times.candidates import windows
from dateline.times.direction import look
from dateline.times.lexicon import OTHER, TOKEN
from dateline.times.reading import Reading, reader
from dateline.times.resolve import Context, resolve
from dateline.times.values import days

_DIRECTED = frozenset({"date", "time"})


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
    furniture; in text order) are tagged, but "a day earlier" is never counted from them. `country` (ISO 3166 alpha-2)
    is where the outlet is, and decides whether 04/05/2019 is in April or in May.
    """
    if sentences is None:
        sentences = split(text)
    timexes: list[Timex] = []
    focus: str | None = None
    asides = list(aside)
    for start, index, readings in _readings(text, sentences):
        sentence = sentences[index]
        for reading in readings:
            begin, end = start + reading.start, start + reading.end
            context = Context(published, focus, lambda b=begin, e=end, s=sentence: look(text, s, b, e))
            found = resolve(reading.op, reading.fields, context)
            covers = found.covers
            timexes.append(
                Timex(
                    begin,
                    end,
                    text[begin:end],
                    reading.type,
                    found.value,
                    reading.mod or found.mod,
                    first=covers[0] if covers else None,
                    last=covers[1] if covers else None,
                )
            )
            if (
                covers
                and reading.type != "DURATION"
                and days(found.value)
                and not any(span.start <= begin < span.end for span in asides)
            ):
                focus = found.value
    return timexes


def _readings(text: str, sentences: Sequence[Span]) -> list[tuple[int, int, tuple[Reading, ...]]]:
    """The readings of each stretch: where it starts in the text, its sentence, what it says."""
    read = reader().read
    symbol = reader().grammar.lexicon.__getitem__
    found = []
    for low, high, index in windows(text, sentences):
        tokens = TOKEN.findall(text[low:high])
        symbols = "".join(map(symbol, tokens))
        offsets = list(accumulate(map(len, tokens), initial=low))
        position = 0
        for run in symbols.split(OTHER):
            after = position + len(run)
            if run:
                start = offsets[position]
                readings = read(text[start : offsets[after]], tokens[position:after], run)
                if readings:
                    found.append((start, index, readings))
            position = after + 1
    return found
