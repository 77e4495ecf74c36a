"""A date of a parsed sentence in, whether the sentence only mentions what was on it, and claims something else, out."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from dateline.events.dates.governor import Governor, below, governor
from dateline.events.dates.parsed import UNTENSED, is_direct
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.effects import effects
from dateline.model import Span, Timex

_CLAUSES_BESIDE = frozenset({"acl", "advcl", "prep", "relcl"})
_OF_A_CALENDAR = frozenset({"NNP", "CD"})
_MARKS = ("mark", "advmod")
_SUBJECTS_OF_A_VERB = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
# Spaces around the preposition between a length and a day.
_ON = 2
_KINDS_OF_EFFECT = ("thing", "that", "about")


def is_told_beside(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression is of a clause beside the words of its sentence: `the captain who fled in May`.

    Or of an event that is only that of another noun: `was hurt by the tape of a call in May`.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    if below(parse, above.verb) in _CLAUSES_BESIDE:
        return not is_about_a_setting(parse, start, end)
    return above.path[0] != "npadvmod" and _is_of_a_noun_of_a_noun(parse, above)


def is_perhaps_of_its_object(parse: Parse, start: int, end: int) -> bool:
    """Whether a date may be of what somebody did something about: `announced the end of the ban on July 26`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    named = parse.child(above.verb, "dobj")
    return named is not None and above.verb < named < above.token


def is_about_a_setting(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of a clause about what the rest took place at: `in a note sent on Monday, she quit`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or parse.deps[above.verb] not in ("acl", "relcl"):
        return False
    preposition = parse.heads[parse.heads[above.verb]]
    is_setting = parse.lowers[preposition] in grammar(parse.language).setting
    if is_setting and parse.lowers[parse.heads[above.verb]] in grammar(parse.language).moments:
        # "She had three votes at the time he quit on Monday."
        return True
    return is_setting and parse.tags[parse.heads[preposition]][0] == "V" and preposition < parse.heads[preposition]


def _is_of_a_noun_of_a_noun(parse: Parse, above: Governor) -> bool:
    """Whether an event that a date marks out is only that of another noun."""
    if above.noun is None or kind_of(parse, above.noun) == "":
        return False
    higher = takewhile(lambda k: k != above.verb, parse.ancestors(above.noun))
    return any(parse.tags[k][:2] == "NN" for k in higher)


def is_done_later(parse: Parse, timex: Timex, timexes: Sequence[Timex]) -> bool:
    """Whether a date lies before that of what somebody did to do it: `came on Friday to see Monday's fire`."""
    verb = _led_from(parse, timex.start, timex.end)
    if verb is None or timex.last is None:
        return False
    others = (one for one in timexes if one.first is not None and one.first > timex.last)
    return any(hangs_on(parse, other.start, other.end, verb) for other in others)


def _led_from(parse: Parse, start: int, end: int) -> int | None:
    """The verb of what somebody did to do what a date hangs on: `flew in to see`; None where there is none."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or parse.deps[above.verb] not in UNTENSED:
        return None
    is_infinitive = any(parse.tags[k] == "TO" for k in parse.children[above.verb])
    return parse.heads[above.verb] if is_infinitive else None


def is_since_another(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what something is so since: `support has weakened since the killing of a boy in May`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    words, children = grammar(parse.language), parse.children[above.verb]
    is_perfect = any(parse.lemmas[k] in words.have and parse.deps[k] == "aux" for k in children)
    since = [k for k in children if parse.lowers[k] in words.since and parse.deps[k] == "prep"]
    is_of_its_noun = above.noun is not None and parse.heads[above.noun] in since
    return is_perfect and (is_of_its_noun or any(parse.right[k] < above.token for k in since))


def is_behind_than(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what something is measured against: `fewer than the five weeks announced on Monday`."""
    above = governor(parse, start, end)
    if above is None:
        return False
    return any(parse.lowers[k] in grammar(parse.language).than for k in parse.ancestors(above.token))


def is_joined(parse: Parse, start: int, end: int, timexes: Sequence[Timex]) -> bool:
    """Whether a date is joined to another one that is of what the sentence tells: `on 3 May and a day later left`.

    Not one of two of something else, `problems that ruined trips in 2015 and 2016`.
    """
    above = governor(parse, start, end)
    if above is None or above.path[0] != "conj":
        return False
    joined = parse.starts[parse.heads[above.token]]
    others = (other for other in timexes if other.start <= joined < other.end)
    is_counted = parse.tags[above.token] not in _OF_A_CALENDAR
    return any(is_counted or is_direct(parse, other.start, other.end) for other in others)


def is_as_of(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is that of a count: `had risen to nine as of 30 May`."""
    above = governor(parse, start, end)
    if above is None:
        return False
    of = parse.heads[above.token]
    return (
        parse.lowers[of] in grammar(parse.language).of and parse.lowers[parse.heads[of]] in grammar(parse.language).as_
    )


def hangs_on(parse: Parse, start: int, end: int, verb: int) -> bool:
    """Whether a time expression hangs on a verb."""
    above = governor(parse, start, end)
    return above is not None and above.verb == verb


def is_only_named(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of a claim that something else is about: `held on charges that`, not `doubts reports that`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or parse.deps[above.verb] != "acl":
        return False
    claim = parse.heads[above.verb]
    preposition = parse.heads[claim]
    governing = parse.heads[preposition]
    effect = f"{parse.lemmas[governing]}_{parse.lowers[preposition]}"
    is_weighed = not grammar(parse.language).weighing.isdisjoint(
        parse.lowers[k] for k in (governing, *parse.children[governing])
    )
    keys = ((effect, kind) for kind in _KINDS_OF_EFFECT)
    return parse.deps[claim] == "pobj" and not is_weighed and not any(key in effects(parse.language) for key in keys)


def is_behind_a_length(text: str, timex: Timex, timexes: Sequence[Timex]) -> bool:
    """Whether a day stands right behind how long what was done on it holds: `was jailed for six years on Monday`."""
    return any(
        other.value.startswith("P") and other.end <= timex.start and text[other.end : timex.start].count(" ") <= _ON
        for other in timexes
    )


def is_order(parse: Parse, sentence: Span) -> bool:
    """Whether a sentence tells its reader what to do or to think: `Think of every child who waited on Monday.`"""
    first = bisect_left(parse.starts, sentence.start)
    while first < len(parse) and parse.deps[first] in ("punct", "cc", "intj") and parse.starts[first] < sentence.end:
        first += 1
    if first >= len(parse):
        return False
    verb = parse.heads[first] if parse.deps[first] in ("aux", "auxpass") else first
    dependents = {parse.deps[child] for child in parse.children[verb]}
    return parse.heads[verb] == verb and parse.tags[verb] == "VB" and dependents.isdisjoint(_SUBJECTS_OF_A_VERB)


def is_of_clause_beside(parse: Parse, start: int, end: int, passage: Span) -> bool:
    """Whether a date is of a clause beside what a passage tells: `Varga wept after the dam burst on Sunday`.

    Not of what happens with it, `two people died when the dam burst on Sunday`; but a state lasts beside what happens:
    `Varga was mayor when the dam burst on Sunday`.
    """
    above = governor(parse, start, end)
    position = None if above is None else above.verb
    words = grammar(parse.language)
    while position is not None:
        head = parse.heads[position]
        if head == position or not passage.start <= parse.starts[head] < passage.end:
            return False
        if parse.deps[position] == "advcl":
            opening = parse.child(position, *_MARKS)
            opener = "" if opening is None else parse.lowers[opening]
            if opener in words.beside:
                return True
            if opener in words.meanwhile:
                return parse.lemmas[head] in words.be | words.have
        if parse.deps[position] == "pcomp" and parse.lowers[head] in words.beside:
            return True
        position = head
    return False
