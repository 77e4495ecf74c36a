"""A date of a parsed sentence in, whether it is that of what the rest is only placed by, or led to, out.

`Sailed ahead of the vote on Sunday`, `sailed before they vote on Sunday` and `is at work to avert a strike on Sunday`
tell of no sailing and no work on Sunday.
"""

import datetime as dt
from itertools import takewhile

from dateline.events.attribution.speech_words import pledging, sayings
from dateline.events.dates.governor import Governor, governor
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.effects import effects
from dateline.model import Status, Timex

# From its first to its last day.
_WEEK = dt.timedelta(days=6)
_MARKS = ("mark", "advmod")
_AWAITED = frozenset({Status.SCHEDULED.value, Status.EXPECTED.value, Status.PROPOSED.value})
_BEHIND = frozenset({"pobj", "npadvmod"})
_GOVERNED = frozenset({"pobj", "pcomp"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_KINDS_OF_EFFECT = ("thing", "to", "that")


def is_before_it(parse: Parse, start: int, end: int, within: int | None = None) -> bool:
    """Whether a date is only that of what is still to come when the rest takes place.

    `Left ahead of the vote on Sunday`, `in the run-up to Sunday's vote`, `before they vote on Sunday`; not `left before
    dawn on Sunday`, nor the day by which something must be done, `before Sunday`. Where `within` is given, only what
    hangs on that word counts.
    """
    above = governor(parse, start, end)
    if above is None:
        return False
    return _is_before(parse, above, within) or (within is None and _opens_before(parse, above))


def _opens_before(parse: Parse, above: Governor) -> bool:
    """Whether a date ends what a sentence opens with, for parsers the rest's: `Before a vote on Monday they`."""
    first = parse.bounds[parse.sentence[above.token]][0]
    if parse.lowers[first] not in grammar(parse.language).still_to_come or parse.heads[above.token] == first:
        return False
    between = range(first + 1, above.token)
    is_one_phrase = not any(parse.tags[k][0] == "V" or parse.tags[k] == "MD" or parse.words[k] == "," for k in between)
    return is_one_phrase and any(parse.tags[k][:2] == "NN" and not _is_a_time(parse, k) for k in between)


def _is_before(parse: Parse, above: Governor, within: int | None) -> bool:
    words = grammar(parse.language)
    has_noun = False
    position = above.token
    for head in parse.ancestors(above.token):
        if position == within:
            return False
        tag = parse.tags[position]
        has_noun = has_noun or (position != above.token and tag[:2] == "NN" and not _is_a_time(parse, position))
        if parse.deps[position] in _GOVERNED and parse.lowers[head] in words.still_to_come:
            return has_noun or parse.deps[position] == "pcomp"
        if has_noun and (_is_ahead(parse, head) or _is_run_up(parse, position, head)):
            return True
        if parse.deps[position] == "advcl" and tag[0] == "V":
            opening = parse.child(position, *_MARKS)
            if opening is not None and parse.lowers[opening] in words.still_to_come and opening < position:
                return True
        position = head
    return False


def _is_ahead(parse: Parse, word: int) -> bool:
    """Whether a word is the one of `ahead of`, `in advance of`; not the `advance` of an army."""
    is_noun = parse.tags[word][:2] == "NN" and parse.deps[word] != "pobj"
    return parse.lowers[word] in grammar(parse.language).still_to_come and not is_noun


def _is_run_up(parse: Parse, noun: int, preposition: int) -> bool:
    """Whether a noun is that to which there is a run-up, a build-up: what goes before it."""
    is_to = parse.deps[noun] == "pobj" and parse.lowers[preposition] in grammar(parse.language).to
    leads = preposition - 1
    return is_to and leads >= 0 and parse.tags[leads] == "NN" and parse.lowers[leads] in grammar(parse.language).run_ups


def _is_a_time(parse: Parse, noun: int) -> bool:
    return parse.lowers[noun] in grammar(parse.language).parts_of_times | grammar(parse.language).turns_of_day


def is_beyond(parse: Parse, timex: Timex) -> bool:
    """Whether a date is only the one before or behind which something was: `had lived there before 2001`.

    Not a time of day, and not what dates an event: `after the vote of 2001`.
    """
    above = governor(parse, timex.start, timex.end)
    if above is None or above.path[0] != "pobj" or "T" in timex.value:
        return False
    preposition = parse.lowers[parse.heads[above.token]]
    words = grammar(parse.language)
    return preposition in words.before | words.after


def is_of_an_object(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what a verb is done to, by an `of`: `recalled the events of 8 May`, `said of Monday's fire`.

    Not the part of a time: `spent the evening of 8 May`.
    """
    above = governor(parse, start, end)
    if above is None or above.noun is None or above.verb is None or _is_a_time(parse, above.noun):
        return False
    words = grammar(parse.language)
    if above.path[0] == "pobj" and parse.lowers[parse.heads[above.token]] in words.of:
        return parse.deps[above.noun] in ("dobj", "pobj") and kind_of(parse, above.noun) != ""
    preposition = parse.heads[above.noun]
    is_topic = parse.deps[above.noun] == "pobj" and parse.lowers[preposition] in words.of
    return is_topic and parse.heads[preposition] == above.verb and parse.lemmas[above.verb] in sayings(parse.language)


def is_aimed_at(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what somebody does something for: `is at work to avert a strike on Sunday`.

    Not of what is still to be done itself, `will sail to meet them on Sunday`, nor what is said, planned or asked for
    in it, `met to call a vote for Sunday`.
    """
    above = governor(parse, start, end)
    verb = None if above is None else above.verb
    while verb is not None:
        head = parse.heads[verb]
        if _is_purpose(parse, verb) and not plans(parse, verb):
            return not _is_to_come(parse, head)
        if head == verb or parse.deps[verb] not in ("xcomp", "conj"):
            return False
        verb = head
    return False


def _is_purpose(parse: Parse, verb: int) -> bool:
    has_to = any(parse.tags[k] == "TO" for k in parse.children[verb])
    return parse.deps[verb] == "advcl" and has_to and parse.child(verb, *_SUBJECTS) is None


def plans(parse: Parse, verb: int) -> bool:
    """Whether a verb says, plans or asks for something."""
    lemma = parse.lemmas[verb]
    if lemma in sayings(parse.language) or lemma in pledging(parse.language):
        return True
    found = (effects(parse.language).get((lemma, kind)) for kind in _KINDS_OF_EFFECT)
    return any(effect is not None and effect.held in _AWAITED for effect in found)


def _is_to_come(parse: Parse, verb: int) -> bool:
    """Whether a verb, or one that leads to it, tells what is to be done."""
    while True:
        own = [k for k in parse.children[verb] if parse.deps[k] in ("aux", "auxpass") and k < verb]
        if any(parse.tags[k] in ("MD", "TO") for k in own) or plans(parse, verb):
            return True
        if parse.deps[verb] not in ("xcomp", "conj", "ccomp") or parse.heads[verb] == verb:
            return False
        verb = parse.heads[verb]


def is_the_stretch_of(parse: Parse, timex: Timex, other: Timex) -> bool:
    """Whether a date only tells in which stretch another one of the same verb is: `the first this year, on 4 May`."""
    if not (timex.first and timex.last and other.first and other.last):
        return False
    is_within = timex.first <= other.first and other.last <= timex.last
    is_long = timex.last - timex.first >= _WEEK > other.last - other.first
    if not is_within or not is_long:
        return False
    above, of_other = governor(parse, timex.start, timex.end), governor(parse, other.start, other.end)
    if above is None or of_other is None or of_other.noun is not None or above.verb is None:
        return False
    return above.verb == of_other.verb and of_other.path[0] in _BEHIND and "conj" not in above.path + of_other.path


def is_of_a_noun_within(parse: Parse, start: int, end: int, verb: int) -> bool:
    """Whether the event that a date marks out is only another noun's: `set up a fund for victims of the May fire`."""
    above = governor(parse, start, end)
    if above is None or above.noun is None or kind_of(parse, above.noun) == "":
        return False
    higher = takewhile(lambda k: k != verb, parse.ancestors(above.noun))
    return any(parse.tags[k][:2] == "NN" for k in higher)


def is_of_what_is_claimed(parse: Parse, start: int, end: int) -> bool:
    """Whether a date under a claim is that of what is claimed, or of where that took place; not of something it names.

    `Alleged he fled on Monday`, `approves it in a vote on Monday`; not `alleged she was hurt by Monday's campaign`.
    """
    above = governor(parse, start, end)
    if above is None or is_before_it(parse, start, end) or is_of_an_object(parse, start, end):
        return False
    if above.noun is None or kind_of(parse, above.noun) == "":
        return True
    if parse.deps[above.noun] != "pobj":
        # "Claims that the February tests were flawed" are about these.
        return parse.deps[above.noun] not in _SUBJECTS or above.path[0] in _BEHIND
    preposition = parse.heads[above.noun]
    return parse.heads[preposition] == above.verb and parse.lowers[preposition] in grammar(parse.language).setting
