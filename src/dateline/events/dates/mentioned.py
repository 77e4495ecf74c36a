"""A date of a parsed sentence in, whether the sentence only mentions what was on it, and claims something else, out."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from dateline.events.attribution.speech_words import sayings
from dateline.events.dates.governor import Governor, below, governor, is_on
from dateline.events.dates.parsed import UNTENSED, is_direct
from dateline.events.dates.placed import plans
from dateline.events.dates.tense import auxiliaries_of
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.effects import effects
from dateline.model import Span, Timex

_CLAUSES_BESIDE = frozenset({"acl", "advcl", "prep", "relcl"})
_OF_A_CALENDAR = frozenset({"NNP", "CD"})
_MARKS = ("mark", "advmod")
# Behind it, the clause that another hangs on may stand.
_COMMA = ","
_SUBJECTS_OF_A_VERB = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
# Words between a mark and a date that is behind it: `since she came to power, in 2002`.
_BEHIND_A_MARK = 2
# Spaces around the preposition between a length and a day.
_ON = 2
_LED_TO = frozenset({"ccomp", "xcomp", "conj", "csubj", "nsubj", "nsubjpass"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_INSERTING = (
    (frozenset({"(", "-LRB-"}), frozenset({")", "-RRB-"})),
    (frozenset({"–", "—", "--"}), frozenset({"–", "—", "--"})),
    (frozenset({"-"}), frozenset({"-"})),
)
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


def is_inserted(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of a clause in brackets within another sentence, or between dashes that part it.

    `Rand (the dam burst in 1998) came first`, `the vote – the second is on Monday – is free`; not `the pier – which is
    to open in May – is long`, nor a sentence that stands in brackets whole.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    first, behind = parse.bounds[parse.sentence[above.token]]
    before, after = range(first, above.token), range(above.token + 1, behind)
    for marks, closing in _INSERTING:
        is_dash = marks == closing
        opened = [k for k in before if parse.words[k] in marks and _is_free(parse, k)]
        closed = next((k for k in after if parse.words[k] in closing and _is_free(parse, k)), None)
        odd = len(opened) % 2 if is_dash else len(opened) - sum(parse.words[k] in closing for k in before)
        if closed is None or odd < 1 or not opened[-1] < above.verb < closed:
            continue
        within = [k for k in (above.verb, *parse.ancestors(above.verb)) if opened[-1] < k < closed]
        told_before, told_after = (
            any(parse.tags[k] in _TENSED for k in rest) for rest in (range(first, opened[-1]), range(closed, behind))
        )
        if not is_dash and (told_before or told_after):
            return True
        if is_dash and told_after and not told_before and all(parse.deps[k] != "relcl" for k in within):
            return True
    return False


def _is_free(parse: Parse, mark: int) -> bool:
    """Whether a mark is no hyphen within a word: a hyphen with blanks around it is a dash."""
    around = parse.text[max(0, parse.starts[mark] - 1) : parse.ends[mark] + 1]
    return parse.words[mark] != "-" or around == " - "


def is_of_a_clause_within(parse: Parse, start: int, end: int, *, is_ahead: bool) -> bool:
    """Whether a date is of what a clause about a noun leads to: `questioned nurses who said they met him in May`.

    Not what was said on it, nor a plan that such a clause tells: `wells that are expected to be ready in May`;
    `is_ahead` is whether its days are not over.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None or parse.deps[above.verb] not in _LED_TO:
        return False
    if parse.lemmas[above.verb] in sayings(parse.language):
        return False
    kinds = {"acl"} if is_ahead else {"acl", "relcl"}
    return any(parse.deps[k] in kinds for k in parse.ancestors(above.verb))


def is_since_a_clause(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is that of the clause since which something is: `the fourth fire since she came in 2002`.

    Not one that a sentence opens with: `Since she came in 2002, four mills have burnt`.
    """
    words, first = grammar(parse.language), bisect_left(parse.starts, start)
    opening = parse.bounds[parse.sentence[first]][0] if first < len(parse) else first
    since = next((k for k in range(first - 1, opening, -1) if parse.lowers[k] in words.since), None)
    if since is None:
        return False
    between = range(since + 1, first)
    verbs = [k for k in between if parse.tags[k] in _TENSED]
    marks = [k for k in between if parse.deps[k] == "punct"]
    if len(verbs) != 1 or parse.tags[verbs[0]] != "VBD" or any(parse.tags[k] == "CC" for k in range(verbs[0], first)):
        return False
    return all(k >= first - _BEHIND_A_MARK for k in marks)


def is_of_its_subject(parse: Parse, start: int, end: int) -> bool:
    """Whether a date stands between a clause about the subject and the verb: `the bill signed this month costs us`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or above.noun is not None or above.token > above.verb:
        return False
    subject = parse.child(above.verb, "nsubj", "nsubjpass")
    if subject is None or subject > above.token:
        return False
    told = next((k for k in parse.children[subject] if parse.deps[k] in ("acl", "relcl") and k < above.token), None)
    return told is not None and not any(parse.deps[k] == "punct" for k in range(told, above.token))


def is_told_along(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what somebody tells beside what he does: `wept, recalling that his mother came in 1956`.

    Not where he speaks anyhow: `said it was over, adding that the dam broke in May`.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None or parse.deps[above.verb] != "ccomp":
        return False
    telling = parse.heads[above.verb]
    main = parse.heads[telling]
    is_beside = parse.deps[telling] == "advcl" and parse.tags[telling] == "VBG" and main < telling
    return (
        is_beside
        and parse.child(telling, *_SUBJECTS_OF_A_VERB) is None
        and parse.lemmas[main] not in sayings(parse.language)
    )


def is_beside_its_subject(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is in words between commas about the subject: `Corran, winners of the cup in May, held a fair`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or above.noun is None or above.path[-1] not in _SUBJECTS_OF_A_VERB:
        return False
    behind = bisect_left(parse.starts, end)
    is_within = behind < above.verb and parse.words[behind] == ","
    return (
        is_within
        and not {"appos", "conj"}.isdisjoint(above.path[:-1])
        and any(parse.words[k] == "," for k in range(parse.left[above.noun] - 1, above.noun))
    )


def is_of_a_torn_possessive(parse: Parse, start: int, end: int) -> bool:
    """Whether a date marks out a noun by a possessive that is written apart: `built on last week’ s win`."""
    words, first = grammar(parse.language), bisect_left(parse.starts, start)
    is_torn = any(parse.text.startswith(f"{mark.replace('_', ' ')} ", end) for mark in words.torn)
    return is_torn and first > 0 and parse.tags[first - 1] == "IN" and parse.lowers[first - 1] not in words.setting


def is_retold(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of an event that somebody only comes back to: `referred to the fire on Monday`.

    Not of where that was done, `recalled the fire in a talk on Monday`; nor of a ferry that is recalled on Monday.
    """
    above, words = governor(parse, start, end), grammar(parse.language)
    if above is None:
        return False
    for verb in (k for k in (above.verb, *parse.ancestors(above.token)) if k is not None and k < above.token):
        is_reference = parse.lemmas[verb] in words.references
        if parse.lemmas[verb] not in words.retelling and not is_reference:
            continue
        between = range(verb + 1, bisect_left(parse.starts, start) - (above.path[0] == "pobj"))
        if any(parse.lowers[k] in words.setting for k in between):
            return False
        return any(parse.tags[k][:2] == "NN" and (is_reference or kind_of(parse, k) != "") for k in between)
    return False


def is_planned_by_the_past(parse: Parse, start: int, end: int) -> bool:
    """Whether a day to come hangs on what has been done, and so is that of a noun: `has backed a fair on Monday`.

    Not where that is a plan itself, `called a vote on Monday`, nor until which something was: `shut until Monday`.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None or above.token < above.verb or not is_on(parse, above):
        return False
    if plans(parse, above.verb):
        return False
    words, own = grammar(parse.language), auxiliaries_of(parse, above.verb)
    has_done = parse.tags[above.verb] == "VBN" and any(
        parse.lemmas[k] in words.have and parse.tags[k] != "VB" for k in own
    )
    is_past = parse.tags[above.verb] == "VBD" and not own
    return (has_done or is_past) and any(parse.tags[k][:2] == "NN" for k in range(above.verb + 1, above.token))


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


def is_half(parse: Parse, sentence: Span) -> bool:
    """Whether a sentence is a clause that hangs on one which stands elsewhere: `Because Varga left on Monday.`"""
    first = bisect_left(parse.starts, sentence.start)
    if first >= len(parse) or parse.starts[first] >= sentence.end or _COMMA in sentence.of(parse.text):
        return False
    is_mark = parse.deps[first] == "mark" and parse.lowers[first] not in grammar(parse.language).that
    verb = parse.heads[first]
    return is_mark and parse.heads[verb] == verb


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
