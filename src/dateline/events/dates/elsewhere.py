"""A date of a parsed sentence in, whether it is the day of nothing that the sentence tells to be so, out.

Such are the days of what is done again and again, of what somebody had asked for, of a condition that is open, of what
is done for a feast, of an anecdote of another time, and of what was not so.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from dateline.events.dates.agreement import names_a_weekday
from dateline.events.dates.governor import Governor, governor, preposition_of
from dateline.events.dates.placed import is_beyond, is_the_stretch_of
from dateline.events.dates.tense import auxiliaries_of, is_habit
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.effects import effects
from dateline.events.status.verb_groups import is_conditional, is_negated
from dateline.model import Status, Timex

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
_FIGURE = re.compile(r"\d")
# What is told of a page before its day: "(A quay of one's own, page 34, Review, | November 22)".
_CITED = re.compile(r"\([^()\n]*[^\W\d_]{3,}[^()\n]*, ")
_ENDS_A_CITATION = (")", ",", ";")
# Blanks between a named day and its year.
_BEHIND = 3
_ASKED = frozenset({"xcomp", "advcl", "ccomp"})
_LED_TO = frozenset({"ccomp", "xcomp", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_TOLD_WITH = frozenset({"attr", "acomp", "ccomp", "xcomp", "advcl", "prep", "expl"})
_POINTING = frozenset({"PRP", "DT"})
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP"})


def is_of_no_fact(parse: Parse, timex: Timex, timexes: Sequence[Timex], published: dt.date | None) -> bool:
    """Whether a date is none of what its sentence tells to be, to have been or to come; `timexes` are those of it."""
    if is_habit(parse, timex.start, timex.end):
        return True
    above = governor(parse, timex.start, timex.end)
    if above is not None and (
        _is_near(parse, above, timex)
        or _is_not_yet(parse, above)
        or _would_have_led(parse, above)
        or _is_nowadays(parse, above, timex)
        or _is_all_that_is_told(parse, above)
        or _is_counted_from(parse, above)
        or _is_since_which_it_was(parse, above)
        or _is_of_a_page(parse, timex)
    ):
        return True
    if above is None or above.verb is None or published is None or timex.first is None or timex.last is None:
        return False
    if timex.last > published and _is_if(parse, above):
        return True
    if timex.last >= published and _is_only_imagined(parse, above):
        return True
    if timex.first > published:
        if any(_is_of_the_year(parse, timex, other) for other in timexes if other.last and other.last < published):
            return True
        return _is_for_a_feast(parse, above, timex) or _is_the_next(parse, above, timex)
    if any(is_the_stretch_of(parse, timex, other) for other in timexes):
        return True
    if timex.last < published and (
        is_beyond(parse, timex)
        or _had_been_asked(parse, above)
        or _is_compared_in_a_condition(parse, above)
        or _would_have_done(parse, above)
    ):
        return True
    return _was_not(parse, above.verb)


def _is_if(parse: Parse, above: Governor) -> bool:
    """Whether a date is of a condition: `if there is no deal by Friday`; that of an event in it stands."""
    verb = above.verb
    if verb is None or above.noun is not None or parse.deps[verb] != "advcl":
        return False
    if parse.tags[verb] == "VBN":
        # "Even if it is closed this year"; what must be done by a day is told by that.
        is_due = preposition_of(parse, above) in grammar(parse.language).before | grammar(parse.language).by
        is_now = any(parse.tags[k] in _PRESENT for k in auxiliaries_of(parse, verb))
        return is_now and not is_due and is_conditional(parse, verb)
    return parse.tags[verb] in _PRESENT and is_conditional(parse, verb)


def _is_counted_from(parse: Parse, above: Governor) -> bool:
    """Whether a day is the one from which a time limit counts: `within 21 days of the May 2 announcement`."""
    words = grammar(parse.language)
    return any(
        parse.lowers[k] in words.of
        and parse.lowers[parse.heads[k]] in words.lengths
        and any(parse.deps[c] == "nummod" for c in parse.children[parse.heads[k]])
        and parse.lowers[parse.heads[parse.heads[k]]] in words.within
        for k in parse.ancestors(above.token)
    )


def _is_since_which_it_was(parse: Parse, above: Governor) -> bool:
    """Whether a date is that since which something was counted that is over: `took the toll since 2001 to 230`.

    Not that since which something is or has been so.
    """
    verb = above.verb
    if verb is None or above.path[0] != "pobj":
        return False
    is_since = parse.lowers[parse.heads[above.token]] in grammar(parse.language).since
    return is_since and parse.tags[verb] == "VBD" and not is_negated(parse, verb)


def _is_of_a_page(parse: Parse, timex: Timex) -> bool:
    """Whether a day is that of a page that is referred to in brackets: `the plea of Ada Quill (Letters, 13 June)`."""
    opened = parse.text.rfind("(", 0, timex.start)
    cited = _CITED.fullmatch(parse.text, opened, timex.start) if opened >= 0 else None
    return cited is not None and parse.text[timex.end : timex.end + 1] in _ENDS_A_CITATION


def _is_compared_in_a_condition(parse: Parse, above: Governor) -> bool:
    """Whether a day that is past is told in a condition of what is now: `if it is as full as it was on Monday`."""
    if above.verb is None:
        return False
    return any(
        parse.deps[k] == "advcl" and parse.tags[k] in _PRESENT and is_conditional(parse, k)
        for k in (above.verb, *parse.ancestors(above.verb))
    )


def _is_only_imagined(parse: Parse, above: Governor) -> bool:
    """Whether a date is of what nobody plans: `would be sorry if she sang on Friday`; that of an event in it stands."""
    verb = above.verb
    if verb is None or parse.deps[verb] != "advcl" or not is_conditional(parse, verb):
        return False
    if "VBD" not in {parse.tags[k] for k in (verb, *auxiliaries_of(parse, verb))}:
        return False
    if above.noun is not None and kind_of(parse, above.noun):
        return False
    would = grammar(parse.language).would
    return any(parse.deps[k] == "aux" and parse.lemmas[k] in would for k in parse.children[parse.heads[verb]])


def _would_have_led(parse: Parse, above: Governor) -> bool:
    """Whether a date is of what something would have led to, and did not: `it would have made him quit on Friday`."""
    verb = above.verb
    if verb is None or above.noun is not None or parse.tags[verb] != "VB":
        return False
    while parse.deps[verb] in _LED_TO and not _would_have(parse, verb):
        verb = parse.heads[verb]
    return verb != above.verb and _would_have(parse, verb)


def _would_have_done(parse: Parse, above: Governor) -> bool:
    """Whether a day that is past is that of what somebody would have done; `the race would have begun` was planned."""
    verb = above.verb
    if verb is None or above.noun is not None or not _would_have(parse, verb):
        return False
    subject = parse.child(verb, "nsubj")
    return subject is not None and kind_of(parse, subject) == ""


def _is_all_that_is_told(parse: Parse, above: Governor) -> bool:
    """Whether nothing is told but when it was: `That was two years ago`, `It was 2006 before anyone woke up`.

    Not `the last raid was two years ago`, nor `it was Friday when the dam burst`.
    """
    verb, words = above.verb, grammar(parse.language)
    if verb is None or parse.lemmas[verb] not in words.be or above.token < verb or parse.heads[above.token] != verb:
        return False
    subject = parse.child(verb, "nsubj")
    others = [k for k in parse.children[verb] if parse.deps[k] in _TOLD_WITH and k != above.token]
    marks = {parse.lowers[k] for other in others for k in parse.children[other] if parse.deps[k] == "mark"}
    if subject is None or (others and marks.isdisjoint(words.before)):
        return False
    is_of_a_thing = above.path[0] == "advmod" and kind_of(parse, subject) == ""
    return is_of_a_thing or parse.tags[subject] in _POINTING


def _is_nowadays(parse: Parse, above: Governor, timex: Timex) -> bool:
    """Whether `today` is no day: `Today, the fund has a tower of its own`, `but today, the port is for yachts`."""
    verb, words = above.verb, grammar(parse.language)
    if verb is None or timex.text.lower() not in words.today or parse.heads[above.token] != verb or verb < above.token:
        return False
    is_opening = parse.text[timex.end : timex.end + 1] == ","
    return is_opening and parse.tags[verb] in _PRESENT and parse.lemmas[verb] in words.lasting


def _would_have(parse: Parse, verb: int) -> bool:
    words = grammar(parse.language)
    lemmas = {parse.lemmas[k] for k in parse.children[verb] if parse.deps[k] == "aux"}
    return not lemmas.isdisjoint(words.would) and not lemmas.isdisjoint(words.have)


def _is_near(parse: Parse, above: Governor, timex: Timex) -> bool:
    """Whether a day only tells what something was shortly before or after: `just before Friday`, `after Christmas`.

    Not with a time of day, `just after 5 p.m. on Monday`, which is of the same day.
    """
    preposition = parse.heads[above.token]
    words = grammar(parse.language)
    if above.path[0] != "pobj" or "T" in timex.value or parse.starts[preposition] >= timex.start:
        return False
    is_near = parse.lowers[preposition] in words.before | words.after
    is_feast = parse.tags[above.token][:3] == "NNP" and not _is_by_calendar(parse, timex)
    return is_near and (
        is_feast
        or any(
            parse.deps[k] in ("advmod", "npadvmod") and parse.right[k] == preposition - 1
            for k in (*parse.children[preposition], *parse.children[parse.heads[preposition]])
        )
    )


def _is_not_yet(parse: Parse, above: Governor) -> bool:
    """Whether a time is only said not to have come: `2030 is not here yet`."""
    verb = above.verb
    if verb is None or parse.deps[above.token] != "nsubj" or parse.heads[above.token] != verb:
        return False
    return parse.lemmas[verb] in grammar(parse.language).be and is_negated(parse, verb)


def _is_for_a_feast(parse: Parse, above: Governor, timex: Timex) -> bool:
    """Whether a named day is what something is done for: `will break for Christmas`, not `is set for Christmas`."""
    verb, preposition = above.verb, parse.heads[above.token]
    if verb is None or above.path[0] != "pobj" or parse.lowers[preposition] not in grammar(parse.language).purpose:
        return False
    is_feast = parse.tags[above.token][:3] == "NNP" and not _is_by_calendar(parse, timex)
    is_of_a_plan = (
        above.noun is not None or parse.child(verb, "auxpass", "dobj") is not None or parse.tags[verb] == "VBN"
    )
    return is_feast and not is_of_a_plan


def _is_of_the_year(parse: Parse, timex: Timex, year: Timex) -> bool:
    """Whether a named day is that of a year told right behind: `the Easter marches last year`."""
    between = parse.text[timex.end : year.start]
    is_behind = timex.end <= year.start and between.count(" ") <= _BEHIND and between.replace(" ", "").isalpha()
    return is_behind and _YEAR.fullmatch(year.value) is not None and not _is_by_calendar(parse, timex)


def _is_by_calendar(parse: Parse, timex: Timex) -> bool:
    """Whether words give a day of the week, of a month or of a year, or a longer time."""
    is_day = _DAY.fullmatch(timex.value) is not None
    return not is_day or _FIGURE.search(timex.text) is not None or names_a_weekday(parse.language, timex.text)


def _is_the_next(parse: Parse, above: Governor, timex: Timex) -> bool:
    """Whether a day is next to one that is past: `told her that he had set it for the next Saturday`."""
    words, first = grammar(parse.language), bisect_left(parse.starts, timex.start)
    named = [parse.lowers[k] for k in range(max(first - 1, 0), min(first + 2, len(parse)))]
    is_the_next = any(a in words.the and b in words.next for a, b in pairwise(named))
    return is_the_next and _has_had(parse, above.verb)


def _has_had(parse: Parse, verb: int | None) -> bool:
    """Whether a verb is in the past perfect, of what was before something that is past."""
    if verb is None:
        return False
    return any(parse.deps[k] == "aux" and parse.lowers[k] in grammar(parse.language).had for k in parse.children[verb])


def _had_been_asked(parse: Parse, above: Governor) -> bool:
    """Whether a day is that of what somebody had asked for: `had appealed to them to return on Monday`."""
    verb = above.verb
    if verb is None or parse.tags[verb] != "VB" or parse.deps[verb] not in _ASKED:
        return False
    asking = parse.heads[verb]
    effect = effects(parse.language).get((parse.lemmas[asking], "to"))
    return effect is not None and effect.held == Status.PROPOSED.value and _has_had(parse, asking)


def _was_not(parse: Parse, verb: int) -> bool:
    """Whether a verb tells what was not so, which parsers put under a `had`: `would lead had he not lost time`."""
    had = parse.heads[verb]
    is_turned = parse.lowers[had] in grammar(parse.language).had and had != verb and parse.deps[verb] == "ccomp"
    return is_turned and parse.tags[verb] in _PAST and parse.child(had, *_SUBJECTS) is None
