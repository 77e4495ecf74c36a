"""Two tellings of what may be one event in, whether their words tell one happening out.

Passages of one date share names and words, and yet one tells the vote and another what was said before it.
"""

from dateline.model import Status
from dateline.timeline.close.tellings import Telling
from dateline.timeline.merge.apart import go_other_ways, outcomes
from dateline.timeline.merge.likeness import are_others

# Words in common, and their share of the fewer, from which two passages tell one thing whatever their verbs; fewer do
# where the verb of one is among them or nothing else is said, or where one speaker says both. By what
# `benchmarks/cores.py` prints.
_SAME_WORDS, _WITH_VERB, _SAID_WORDS, _SAME_TEXT = 3, 2, 1, 0.5
# What became of a plan, or of what others tell.
_TURNED = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})


def has_the_same_words(one: Telling, other: Telling) -> bool:
    """Whether two tellings have so many words in common that they tell one thing, whatever their verbs."""
    shared, fewer = _in_common(one, other)
    return len(shared) >= _SAME_WORDS and len(shared) >= _SAME_TEXT * fewer


def _in_common(one: Telling, other: Telling) -> tuple[frozenset[str], int]:
    """The words that both have beside those of who says so, and how many the shorter one has."""
    voices = one.voice | other.voice
    return (one.words & other.words) - voices, min(len(one.words - voices), len(other.words - voices))


def tells_the_same(one: Telling, other: Telling) -> bool:
    """Whether the words of two tellings of one event tell one happening, and not only name it."""
    if one.passage.place == other.passage.place:
        return True
    both, fewer = _in_common(one, other)
    shared = len(both)
    is_same_text = shared >= _SAME_TEXT * fewer
    if has_the_same_words(one, other):
        return True
    turns = (one.reading.status in _TURNED) != (other.reading.status in _TURNED)
    if turns and (shared >= _WITH_VERB or _names_the_deed(one, other)):
        # What one says was not to be is what the other tells of.
        return True
    if one.reading.in_passing or other.reading.in_passing:
        return False
    if len(one.names) > 1 and one.names == other.names and shared >= _WITH_VERB:
        # `Brinland halted trade with Skarn`, `Brinland cut off trade with Skarn`.
        return True
    if _are_of_one_hour(one, other):
        return True
    if one.is_statement and other.is_statement:
        are_two = one.voice and other.voice and one.voice.isdisjoint(other.voice)
        return is_same_text and shared >= _SAID_WORDS and not are_two
    is_all = (shared == fewer and not are_others(one, other)) or not both.isdisjoint({one.trigger, other.trigger})
    return (is_same_text and is_all and shared >= _WITH_VERB) or _is_one_deed(one, other)


def _names_the_deed(one: Telling, other: Telling) -> bool:
    """Whether one tells of what the other does, if only by a noun: `no meeting took place`, `Varga met Brandl`."""
    return not one.kinds.isdisjoint(other.kinds_of_trigger) or not other.kinds.isdisjoint(one.kinds_of_trigger)


def _are_of_one_hour(one: Telling, other: Telling) -> bool:
    """Whether one names what the other tells, and both at one hour or part of the day: `a flood on Friday night`."""
    hour = (one.minute, one.part_of_day)
    named = (one.kinds & other.kinds_near) | (other.kinds & one.kinds_near)
    return hour == (other.minute, other.part_of_day) != (None, None) and bool(named)


def _is_one_deed(one: Telling, other: Telling) -> bool:
    """Whether the verbs are of one kind or settle one matter in two ways, or both count the same."""
    return (
        (one.trigger is not None and one.trigger == other.trigger)
        or not one.kinds_of_trigger.isdisjoint(other.kinds_of_trigger)
        or not {figure.counts for figure in one.figures}.isdisjoint(figure.counts for figure in other.figures)
        or go_other_ways(one, other, outcomes(one.language))
    )
