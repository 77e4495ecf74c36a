"""A reading by surface and parser in, its date and status made sense of together out, by the verb that the date is of.

Either may be read wrongly. What is told in the past tense of days to come is read again as of those before, and is no
line where nothing fits; what stands on a day that is over, or is not, has the status of that day.
"""

import dataclasses
import datetime as dt
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dateline.events.dates.agreement import DONE, TURNED, ahead, read_again, status_beside
from dateline.events.dates.beneath import is_asked, is_beneath_the_past
from dateline.events.dates.governor import governor
from dateline.events.dates.parsed import is_of_the_future, is_told_as_past, is_told_directly, is_within_subject
from dateline.events.dates.tense import (
    goes_on_since,
    hoped_or_feared,
    is_attempted,
    is_awaited,
    is_before_the_past,
    is_coming,
    is_foretold,
    is_imagined,
    is_in_a_condition,
    is_in_the_present,
    is_perceived,
    is_perfect,
    is_perhaps,
    is_settled,
    is_state,
    is_still_awaited,
    looks_ahead,
)
from dateline.events.parsing.parse import Parse
from dateline.events.surface.lexicon import lexicon
from dateline.model import Span, Status, Timex

if TYPE_CHECKING:
    from dateline.events.surface.sentence import SurfaceReading

# What the surface makes of any day to come.
_BY_ITS_DAY = frozenset({Status.SCHEDULED, Status.EXPECTED})
_PLANS = ("scheduled", "expected", "proposed", "future", "future_in_past", "condition", "planned_for")
_TURNABLE = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.HAPPENED, Status.DENIED})
_NOT_PAST = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.ONGOING, Status.PROPOSED})
_LESS_FIRM = frozenset({Status.EXPECTED, Status.PROPOSED, Status.DENIED})
_NOT_TO_BE = TURNED | {Status.DENIED}
_OPEN = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED, Status.UNCERTAIN})
_FIGURE = re.compile(r"\d")
# Days within which a day of a month that lies ahead is the coming one, whatever the tense: of the one a year before,
# news gives the year.
_SOON = dt.timedelta(62)
_CLOCK = re.compile(r"T\d\d")
_MORNING = "TMO"
_LATE = ("TEV", "TNI")
# Code points before a time of day that opens its sentence: "At 10:08 p.m.".
_OPENING = 12


def come_to_nothing(parse: Parse, timex: Timex, sentence: Span, published: dt.date | None) -> Status | None:
    """What became of what the subject has on a day to come: `the May 6 final will not take place`; else None."""
    if published is None or timex.first is None or timex.first <= published:
        return None
    if not is_within_subject(parse, timex.start, timex.end):
        return None
    is_averted = lexicon(parse.language).status["averted"].search(parse.text, timex.end, sentence.end)
    return Status.DENIED if is_averted else None


def in_time(
    reading: "SurfaceReading", surface: Status, sentence: Span, parse: Parse, published: dt.date | None
) -> "SurfaceReading | None":
    """The reading as its days allow; None where they are not those of what is told.

    `surface` is the status that the words of the sentence give without a parse.
    """
    timex = reading.timex
    if published is None or timex.first is None or timex.last is None:
        return reading
    if timex.last >= published and _is_left_open(reading, parse):
        return dataclasses.replace(reading, status=Status.UNCERTAIN)
    wished = hoped_or_feared(parse, timex.start, timex.end) if reading.status is Status.SCHEDULED else None
    if wished is not None:
        return dataclasses.replace(reading, status=wished)
    if reading.status is Status.DENIED or reading.status in _BY_ITS_DAY:
        reading = dataclasses.replace(reading, status=_of_a_lapsed_plan(timex, sentence, parse) or reading.status)
    if timex.first > published:
        return _of_days_to_come(reading, sentence, parse, published)
    if goes_on_since(parse, timex.start, timex.end):
        # "Had been at sea since Monday": no longer when that is told.
        is_over = reading.status is Status.ONGOING and is_before_the_past(parse, timex.start, timex.end)
        return dataclasses.replace(reading, status=Status.HAPPENED) if is_over else reading
    if reading.status in DONE and timex.last < published:
        # "He walks out on Friday", told on Saturday: nothing goes on on a day that is past.
        # And what somebody said would be by then need not have been.
        is_open = is_foretold(parse, timex.start, timex.end)
        return dataclasses.replace(reading, status=Status.UNCERTAIN if is_open else Status.HAPPENED)
    return dataclasses.replace(reading, status=_by_now(reading, surface, sentence, parse, published))


def _is_left_open(reading: "SurfaceReading", parse: Parse) -> bool:
    """Whether what is told or denied of a day is only supposed, or what is planned for it only perhaps."""
    timex = reading.timex
    if reading.status is Status.DENIED or reading.status in DONE:
        return is_in_a_condition(parse, timex.start, timex.end)
    is_open = is_perhaps(parse, timex.start) or is_imagined(parse, timex.start, timex.end)
    return reading.status in _BY_ITS_DAY and is_open


def of_both(
    surface: "SurfaceReading", parsed: Status, trigger: Span, published: dt.date | None, *, is_conditional: bool
) -> Status:
    """The parser's status of what `trigger` names, but where the surface knows better."""
    last = surface.timex.last
    is_past = published is not None and last is not None and last < published
    is_now = published is not None and last == published
    if surface.status in TURNED and parsed in _TURNABLE:
        return surface.status
    if surface.status is Status.ONGOING and parsed is Status.HAPPENED:
        return Status.ONGOING
    if surface.status is Status.DENIED and is_past and parsed in _NOT_PAST:
        return Status.DENIED
    if surface.status is Status.UNCERTAIN and parsed is Status.DENIED and not is_past:
        # "Is unlikely to play on Saturday" denies no playing.
        return Status.UNCERTAIN
    if surface.status is Status.HAPPENED:
        if is_past and parsed in _NOT_PAST:
            return Status.HAPPENED
        # "Failed to agree on Monday": the failing is Monday's. What the surface dates is denied by its own words.
        governs = surface.trigger != trigger
        if (is_now and parsed is Status.PROPOSED) or (parsed in _NOT_TO_BE and governs):
            return Status.HAPPENED
    if surface.status is Status.SCHEDULED and (
        parsed in _LESS_FIRM or (parsed is Status.UNCERTAIN and not is_conditional)
    ):
        return Status.SCHEDULED
    return parsed


def status_of_saying(parse: Parse, timex: Timex, published: dt.date | None) -> Status:
    """That of what somebody says on a day: it happened, but not what he `will today allege`, or `would have said`."""
    if is_imagined(parse, timex.start, timex.end):
        return Status.UNCERTAIN
    is_over = published is None or timex.last is None or timex.last < published
    return ahead(timex) if not is_over and is_of_the_future(parse, timex.start, timex.end) else Status.HAPPENED


def status_told_beside(reading: "SurfaceReading", parse: Parse, published: dt.date | None) -> Status:
    """That of what a side clause or a noun dates, by its words and its day."""
    timex, place = reading.timex, (parse, reading.timex.start, reading.timex.end)
    is_ahead = published is not None and timex.first is not None and timex.first > published
    if is_ahead and is_asked(*place):
        # "Some wonder whether it will open on Friday": the clause alone does not say that it is asked.
        return Status.UNCERTAIN
    if reading.status is Status.UNCERTAIN and is_imagined(*place):
        # "Talk that he may speak on Thursday."
        return Status.UNCERTAIN
    is_later = bool(lexicon(parse.language).status["later"].search(timex.text))
    return status_beside(reading.status, timex, published, looks_ahead=is_later or looks_ahead(*place))


def is_governed(reading: "SurfaceReading", sentence: Span, parse: Parse) -> bool:
    """Whether words that call a plan off, put it off or deny what is dated stand above the date, and so are of it."""
    timex, words = reading.timex, lexicon(parse.language).status[reading.status.value]
    cues = [match.span() for match in words.finditer(parse.text, sentence.start, sentence.end)]
    above = governor(parse, timex.start, timex.end)
    if above is None or not cues:
        return True
    heads = [above.token, *parse.ancestors(above.token)]
    if reading.status is Status.DENIED:
        # What negates a verb hangs on it, or on its subject.
        children = [child for head in heads for child in parse.children[head]]
        heads += [*children, *(k for child in children for k in parse.children[child])]
    return any(start < parse.ends[head] and parse.starts[head] < end for start, end in cues for head in heads)


def _of_days_to_come(
    reading: "SurfaceReading", sentence: Span, parse: Parse, published: dt.date
) -> "SurfaceReading | None":
    timex = reading.timex
    called_off = _called_off(timex, sentence, parse) if reading.status in _BY_ITS_DAY else None
    if called_off is not None:
        return dataclasses.replace(reading, status=called_off)
    is_past = is_told_as_past(parse, timex.start, timex.end)
    if reading.status in DONE:
        if is_perfect(parse, timex.start, timex.end):
            return dataclasses.replace(reading, status=Status.UNCERTAIN)
        if not is_past:
            return dataclasses.replace(reading, status=ahead(timex))
        if _is_soon(timex, published):
            # "Announced the end of the ban on July 26", "was called to a hearing on July 26", told on July 14.
            return reading
    elif not (
        reading.status in _BY_ITS_DAY
        and not _FIGURE.search(timex.text)
        and is_told_directly(parse, timex.start, timex.end)
        and not _is_planned(sentence, parse)
    ):
        return reading
    earlier = read_again(parse.language, timex, published)
    if earlier is None:
        return reading if _FIGURE.search(timex.text) else None
    return dataclasses.replace(reading, timex=earlier, status=Status.HAPPENED)


def _is_soon(timex: Timex, published: dt.date) -> bool:
    """Whether a day of a month lies but weeks ahead: `July 26`, told on July 14."""
    is_day = timex.first == timex.last and _FIGURE.search(timex.text) is not None
    return is_day and timex.first is not None and timex.first - published <= _SOON


def _called_off(timex: Timex, sentence: Span, parse: Parse) -> Status | None:
    """What becomes, further on in a sentence, of a plan for a day: `set for Monday, but the debate was called off`.

    None where it tells no such thing of what it named before the day.
    """
    for status in (Status.CANCELLED, Status.POSTPONED):
        found = lexicon(parse.language).status[status.value].search(parse.text, timex.end, sentence.end)
        if found is None:
            continue
        turned = range(bisect_left(parse.starts, found.start()), bisect_left(parse.starts, found.end()))
        subjects = [parse.child(verb, "nsubjpass") for verb in turned if parse.tags[verb][0] == "V"]
        before = range(bisect_left(parse.starts, sentence.start), bisect_left(parse.starts, timex.start))
        named = {parse.lemmas[k] for k in before if parse.tags[k][:2] == "NN"}
        if any(k is not None and parse.lemmas[k] in named for k in subjects):
            return status
    return None


def _of_a_lapsed_plan(timex: Timex, sentence: Span, parse: Parse) -> Status | None:
    """What became of a plan that is told of as one that was: `had been due to fly on Monday`; None where none is.

    It was put off where the sentence goes on to say so. What had only been awaited is open.
    """
    words = lexicon(parse.language).status
    above = governor(parse, timex.start, timex.end)
    over = set() if above is None else {parse.starts[k] for k in parse.ancestors(above.token)}

    def governs(name: str) -> bool:
        found = words[name].finditer(parse.text, sentence.start, timex.start)
        return any(not over.isdisjoint(range(*match.span())) for match in found)

    if governs("lapsed"):
        is_put_off = words["postponed"].search(parse.text, timex.end, sentence.end)
        return Status.POSTPONED if is_put_off else Status.CANCELLED
    return Status.UNCERTAIN if governs("unfulfilled") else None


def _is_planned(sentence: Span, parse: Parse) -> bool:
    """Whether words of a sentence tell of a plan, a hope or a condition."""
    words = lexicon(parse.language).status
    return any(words[name].search(parse.text, sentence.start, sentence.end) for name in _PLANS)


def _by_now(reading: "SurfaceReading", surface: Status, sentence: Span, parse: Parse, published: dt.date) -> Status:
    """The status of what is dated to days that have begun."""
    timex, status = reading.timex, reading.status
    place = (parse, timex.start, timex.end)
    if status is Status.ONGOING and _is_over(timex, sentence):
        return Status.HAPPENED
    is_running = timex.last is not None and timex.last > published
    if status in DONE and is_running and lexicon(parse.language).status["later"].search(timex.text):
        return ahead(timex)
    if status is Status.ONGOING and is_running and is_coming(*place):
        return ahead(timex)
    if status in DONE and surface in _BY_ITS_DAY and timex.first == published and is_still_awaited(*place):
        return surface
    if status is Status.ONGOING and surface in _BY_ITS_DAY:
        # "Are expected to attend the gala on Thursday", told on Thursday.
        return surface
    if (
        status is Status.ONGOING
        and _is_tonight(timex, published)
        and is_in_the_present(*place)
        and not is_state(*place)
    ):
        # "Hosts a tournament tonight."
        return ahead(timex)
    if status is Status.UNCERTAIN and _has_come(timex, published) and is_perceived(*place):
        return Status.HAPPENED
    if status in _OPEN and _has_come(timex, published) and is_beneath_the_past(*place):
        return Status.HAPPENED
    if status is Status.UNCERTAIN and surface is Status.HAPPENED and is_attempted(*place):
        # "Struggled to win them over on Monday": the struggle is Monday's.
        return Status.HAPPENED
    if status is Status.EXPECTED and surface is Status.HAPPENED and is_settled(*place):
        return Status.HAPPENED
    if status in DONE and is_running and is_awaited(*place):
        return Status.EXPECTED
    if status is Status.HAPPENED and timex.last is not None and timex.last >= published and is_state(*place):
        return Status.ONGOING
    return status


def _has_come(timex: Timex, published: dt.date) -> bool:
    """Whether days had come when they were told of; an evening had not, on its day."""
    if timex.last is None or timex.last > published:
        return False
    return timex.last < published or not timex.value.endswith(_LATE)


def _is_tonight(timex: Timex, published: dt.date) -> bool:
    """Whether a time is the evening or the night of the day on which it is told of."""
    return timex.first == published and timex.value.endswith(_LATE)


def _is_over(timex: Timex, sentence: Span) -> bool:
    """Whether a time of a day is over when it is told: "this morning", "At 10:08 p.m. the officer raises the alarm"."""
    is_clock = _CLOCK.search(timex.value) is not None and timex.start - sentence.start < _OPENING
    return is_clock or timex.value.endswith(_MORNING)
