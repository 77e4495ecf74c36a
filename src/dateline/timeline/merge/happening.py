"""Two tellings of what may be one event in, whether their words tell one happening out.

Passages of one date share names and words, and yet one tells the vote and another what was said before it.
"""

from dateline.events.dates.roles import DateRole
from dateline.model import Status
from dateline.timeline.close.tellings import Telling
from dateline.timeline.merge.apart import are_of_other_countries, go_other_ways, kept_apart, outcomes
from dateline.timeline.merge.likeness import are_others

# Words in common, and their share of the fewer, from which two passages tell one thing whatever their verbs; fewer do
# where the verb of one is among them or nothing else is said, or where one speaker says both. By what
# `benchmarks/cores.py` prints.
_SAME_WORDS, _WITH_VERB, _SAID_WORDS, _SAME_TEXT = 3, 2, 1, 0.5
# The same share where both name the same two or more.
_SAME_TEXT_OF_NAMED = 0.4
# The same share where nobody whom one names is named by the other.
_SAME_TEXT_OF_OTHERS = 0.66
# Words in common beside the verbs that tell one deed where verbs of one kind, or who does it, do not.
_WORDS_BESIDE = 2
# What became of a plan, or of what others tell.
_TURNED = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})


def has_the_same_words(one: Telling, other: Telling) -> bool:
    """Whether two tellings have so many words in common that they tell one thing, whatever their verbs.

    What others do is told in the words of its kind: each race of a day has its winner and its viewers.
    """
    shared, fewer = _in_common(one, other)
    share = _SAME_TEXT_OF_OTHERS if are_others(one, other) else _SAME_TEXT
    return len(shared) >= _SAME_WORDS and len(shared) >= share * fewer


def _in_common(one: Telling, other: Telling) -> tuple[frozenset[str], int]:
    """The words that both have beside those of who says so, and how many the shorter one has."""
    voices = one.voice | other.voice
    return (one.words & other.words) - voices, min(len(one.words - voices), len(other.words - voices))


def tells_the_same(one: Telling, other: Telling) -> bool:
    """Whether the words of two tellings of one event tell one happening, and not only name it."""
    if one.passage.place == other.passage.place:
        return True
    if kept_apart(one, other):
        return False
    if has_the_same_words(one, other) or _is_turned(one, other):
        return True
    if one.reading.in_passing or other.reading.in_passing:
        return False
    both, fewer = _in_common(one, other)
    shared = len(both)
    is_same_text = shared >= _SAME_TEXT * fewer
    is_alike = shared >= max(_WITH_VERB, _SAME_TEXT_OF_NAMED * fewer)
    if len(one.names) > 1 and one.names == other.names and is_alike:
        # `Brinland halted trade with Skarn`, `Brinland cut off trade with Skarn`.
        return True
    if _are_of_one_hour(one, other):
        return True
    if one.is_statement and other.is_statement:
        are_two = one.voice and other.voice and one.voice.isdisjoint(other.voice)
        return is_same_text and shared >= _SAID_WORDS and not are_two
    is_all = (shared == fewer and not are_others(one, other)) or not both.isdisjoint({one.trigger, other.trigger})
    is_short = is_same_text and is_all and shared >= (_WITH_VERB if _named_by_both(one, other) else _SAME_WORDS)
    return is_short or _is_one_deed(one, other)


def _is_turned(one: Telling, other: Telling) -> bool:
    """Whether what one says was not to be is what the other tells of, and does not only name: `ahead of the talks`."""
    turned = [telling for telling in (one, other) if telling.reading.status in _TURNED]
    if len(turned) != 1 or turned[0].reading.in_passing or are_others(one, other):
        return False
    shared, fewer = _in_common(one, other)
    both_name = (one.kinds | one.kinds_near) & (other.kinds | other.kinds_near)
    if len(shared) >= _WITH_VERB and (both_name or len(shared) >= _SAME_TEXT * fewer):
        return True
    if turned[0].reading.status is Status.DENIED:
        # `He will not run in the election` denies that he runs, and not the election.
        told = other if turned[0] is one else one
        deed = turned[0].kinds_of_trigger if turned[0].trigger else turned[0].kinds
        return not deed.isdisjoint(told.kinds)
    return _names_the_deed(one, other)


def _named_by_both(one: Telling, other: Telling) -> frozenset[str]:
    """Who and what two tellings both name, a country by whoever is tied to it, and where."""
    return (one.names | one.ties | one.places_named) & (other.names | other.ties | other.places_named)


def _names_the_deed(one: Telling, other: Telling) -> bool:
    """Whether one tells of what the other does, if only by a noun: `no meeting took place`, `Varga met Brandl`."""
    return not one.kinds.isdisjoint(other.kinds_of_trigger) or not other.kinds.isdisjoint(one.kinds_of_trigger)


def _are_of_one_hour(one: Telling, other: Telling) -> bool:
    """Whether one names what the other tells, and both at one hour or part of the day: `a flood on Friday night`."""
    hour = (one.minute, one.part_of_day)
    named = (one.kinds & other.kinds_near) | (other.kinds & one.kinds_near)
    return hour == (other.minute, other.part_of_day) != (None, None) and bool(named)


def _is_one_deed(one: Telling, other: Telling) -> bool:
    """Whether the verbs are of one kind and more agrees than that, or they settle one matter in two ways.

    Much of one kind happens on a day: somebody gathers in every town of a country, and tells somebody something.
    """
    if go_other_ways(one, other, outcomes(one.language)):
        return True
    if one.role is other.role is DateRole.SAYING or are_of_other_countries(one, other):
        return False
    shared, fewer = _in_common(one, other)
    beside = len(shared - {one.trigger, other.trigger})
    counts = {figure.counts for figure in one.figures} & {figure.counts for figure in other.figures}
    is_same_verb = one.trigger is not None and one.trigger == other.trigger
    is_one_kind = is_same_verb or not one.kinds_of_trigger.isdisjoint(other.kinds_of_trigger)
    if are_others(one, other):
        return is_one_kind and beside >= _WORDS_BESIDE
    if not is_one_kind:
        # A toll is one thing however it is told; other counts where no deed is, as in `there were 15 carriages`.
        is_toll = any(figure.grows and figure.counts in counts for figure in one.figures)
        tells_two = one.is_statement != other.is_statement or (one.kinds_of_trigger and other.kinds_of_trigger)
        return is_toll or (bool(counts) and not tells_two)
    if counts or _named_by_both(one, other) or one.is_definite or other.is_definite:
        return True
    # All that one says is that: `he died on Sunday`.
    says_no_more = is_same_verb and len(shared) == fewer
    return says_no_more or beside >= (1 if is_same_verb else _WORDS_BESIDE)
