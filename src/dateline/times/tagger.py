"""A text and its day of publication in, its time expressions out: found, read, and resolved to calendar days."""

import datetime as dt
from collections import deque
from collections.abc import Sequence

from dateline.languages import Language, identify, named
from dateline.languages.identification import UNDETERMINED
from dateline.model import Span, Timex
from dateline.text.sentences import split
from dateline.times.finding.composing import composed
from dateline.times.finding.meanings import Meaning
from dateline.times.finding.placing import place, rejoined
from dateline.times.resolving.context import Resolved
from dateline.times.resolving.course import Course
from dateline.times.resolving.ranges import End, are_listed, in_order, is_joined_in_order, listed
from dateline.times.resolving.resolve import resolve

# Fields of dates that are said to be before, or of, the common era.
_OF_AN_ERA = frozenset({"bc", "bccentury", "bcdecade", "era"})
# The language of a text that is too short to tell.
_TAKEN_FOR = "en"


def tag(
    text: str,
    published: dt.date | None,
    language: str | None = None,
    *,
    sentences: Sequence[Span] | None = None,
    aside: Sequence[Span] = (),
    country: str | None = None,
) -> list[Timex]:
    """The time expressions of a text of your own, in text order, without overlaps.

    `published` is the day that "today" means; None leaves what depends on it open. `language` is a BCP 47 tag (`en`);
    None has it told from the text, and a text too short to tell counts as `en`. `sentences` are the sentences of the
    text, which is split when they are not given. Dates in `aside` (headers, captions, furniture) are tagged, but "a day
    earlier" is never counted from them. `country` (ISO 3166 alpha-2) is where the outlet is, and decides whether
    04/05/2019 is in April or in May.

    Raises MissingLanguage for a text in a language that Dateline does not have.
    """
    known = named(language or _told(text))
    return time_expressions(known, text, published, sentences=sentences, aside=aside, country=country)


def _told(text: str) -> str:
    told = identify(text)
    return _TAKEN_FOR if told == UNDETERMINED else told


def time_expressions(
    language: Language,
    text: str,
    published: dt.date | None,
    *,
    sentences: Sequence[Span] | None = None,
    aside: Sequence[Span] = (),
    country: str | None = None,
) -> list[Timex]:
    """As `tag`, in a language that is known."""
    found = trace(language, text, published, sentences=sentences, aside=aside, country=country)
    return [timex for timex, _ in found]


def trace(
    language: Language,
    text: str,
    published: dt.date | None,
    *,
    sentences: Sequence[Span] | None = None,
    aside: Sequence[Span] = (),
    country: str | None = None,
) -> list[tuple[Timex, str]]:
    """As `time_expressions`, each with the name of the rule that found it."""
    sentences = rejoined(language, text, split(language, text) if sentences is None else sentences)
    placed = composed(language, text, place(language, text, sentences))
    eras = [p.meaning.fields for p in placed if not _OF_AN_ERA.isdisjoint(p.meaning.fields)]
    if eras:
        placed = composed(language, text, place(language, text, sentences, antiquity=True))
    before_our_era = bool(eras) and "era" not in eras[0]
    course = Course(language, text, sentences, placed, published, country, before_our_era=before_our_era)
    found: list[tuple[Timex, str]] = []
    waiting, aside_until = deque(sorted(aside)), 0
    before: tuple[Meaning, Resolved] | None = None
    for position, (offset, _, meaning) in enumerate(placed):
        start, end = offset + meaning.start, offset + meaning.end
        resolved = resolve(meaning.kind, meaning.fields, course.context(position))
        first = found[-1][0] if found else None
        if before is not None and first is not None and is_joined_in_order(language, text, first, start):
            opening, resolved = in_order(End(*before, first.text), End(meaning, resolved, text[start:end]))
            if opening is not before[1]:
                found[-1] = (_timex(text, first.start, first.end, before[0], opening), before[0].rule)
        elif before is not None and first is not None and are_listed(language, text, first.end, start):
            resolved = listed(End(*before, first.text), End(meaning, resolved, text[start:end]), published)
        before = (meaning, resolved) if resolved.covers is not None else None
        while waiting and waiting[0].start <= start:
            aside_until = max(aside_until, waiting.popleft().end)
        course.take(position, resolved, aside=start < aside_until)
        found.append((_timex(text, start, end, meaning, resolved), meaning.rule))
    return found


def _timex(text: str, start: int, end: int, meaning: Meaning, resolved: Resolved) -> Timex:
    first, last = resolved.covers or (None, None)
    quant = meaning.fields.get("quant")
    return Timex(
        start,
        end,
        text[start:end],
        meaning.type,
        resolved.value,
        meaning.mod or resolved.mod,
        str(quant) if quant else None,
        resolved.freq,
        first,
        last,
        resolved.ambiguous,
    )
