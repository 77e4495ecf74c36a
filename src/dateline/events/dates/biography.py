"""A date of a parsed sentence in, whether it only tells who somebody is or was, and no happening of the story, out.

A story says of whoever speaks or acts in it what he was and for how long: that makes no line of a timeline.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline.events.dates.governor import Governor, governor, is_on, preposition_of
from dateline.events.dates.tense import PRESENT, auxiliaries_of
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.speakers.words import person_nouns, pronouns
from dateline.model import Timex

_BEFORE = frozenset({"poss", "nummod", "compound", "nmod"})
_NOT_WITHIN = frozenset({"IN", ",", ":", "."})
_PARTS = frozenset({",", ":", ";"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# A year, a decade, a century.
_YEARS = re.compile(r"\d{2,4}")


def tells_who(parse: Parse, timex: Timex, timexes: Sequence[Timex]) -> bool:
    """Whether a date only tells what somebody was, or has long been; `timexes` are those of its sentence.

    `Monday's winner`, `Ada Quill, winner of the cup last year, …`, `the winner last year, Ada Quill, …`;
    `who was a star reporter in the 1980s`, `who has led the fair since 1973`, `Ada Quill was mayor from 1977 to 1981`;
    not `who was the first mayor to fly in 1981`, nor `who has been missing since Monday`.
    """
    above = governor(parse, timex.start, timex.end)
    if above is not None and (_marks_out_somebody(parse, above, timex) or _is_of_somebody_named(parse, above, timex)):
        return True
    if above is None or above.verb is None or not _YEARS.fullmatch(timex.value):
        return False
    if above.noun is not None and kind_of(parse, above.noun):
        return False
    subject = parse.child(above.verb, "nsubj")
    if subject is None:
        return False
    is_years_long = any(_is_to(parse, one, timex) or _is_to(parse, timex, one) for one in timexes)
    if parse.deps[above.verb] == "relcl" and parse.tags[subject] == "WP":
        return is_years_long or _was_somebody(parse, above.verb) or _has_long(parse, above)
    is_person = parse.tags[subject] == "NNP" or parse.lowers[subject] in pronouns(parse.language).person
    return is_person and is_years_long and _held_a_post(parse, above.verb)


def _marks_out_somebody(parse: Parse, above: Governor, timex: Timex) -> bool:
    """Whether a date stands before who is named by it: `Monday's winner`, `the 2016 candidate`, `9/11 victims`."""
    noun, first = parse.heads[above.token], bisect_left(parse.starts, timex.start)
    if parse.deps[above.token] not in _BEFORE or noun < above.token or not _is_somebody(parse, noun):
        return False
    if parse.deps[noun] in _BEFORE and parse.tags[parse.heads[noun]] != "NNP":
        # "Monday's men's race", but not "Monday's winner Tor Lund".
        return False
    # "On Monday winners of the race left", "8 May 2014 Rowers told".
    is_loose = first == parse.bounds[parse.sentence[first]][0] or parse.tags[first - 1] in _NOT_WITHIN
    return parse.deps[above.token] == "poss" or not (is_loose or " " in timex.text)


def _is_of_somebody_named(parse: Parse, above: Governor, timex: Timex) -> bool:
    """Whether a date ends what somebody is called beside a name: `Quill, winner of the cup last year,`.

    Or before it: `the winner last year, Ada Quill,`.
    """
    behind = bisect_left(parse.starts, timex.end)
    if (
        behind >= len(parse)
        or not (parse.words[behind] == "," or parse.tags[behind] == "CC")
        or not is_on(parse, above)
    ):
        return False
    first = parse.bounds[parse.sentence[above.token]][0]
    opened = next((k for k in range(above.token, first, -1) if parse.words[k] in _PARTS), None)
    within = range(first if opened is None else opened + 1, above.token)
    if any(parse.tags[k][0] == "V" or parse.tags[k] == "MD" for k in within):
        return False
    called = [k for k in within if _is_somebody(parse, k)]
    if opened is not None and any(parse.deps[k] == "appos" and parse.heads[k] < opened for k in called):
        return True
    return any(
        parse.deps[k] in _SUBJECTS and any(parse.deps[c] == "appos" and c > behind for c in parse.children[k])
        for k in called
    )


def _is_somebody(parse: Parse, noun: int) -> bool:
    return (
        parse.tags[noun] in ("NN", "NNS")
        and parse.lemmas[noun] in person_nouns(parse.language)
        and kind_of(parse, noun) == ""
    )


def _is_to(parse: Parse, first: Timex, last: Timex) -> bool:
    """Whether two years are the ends of one stretch: `from 1977 to 1981`."""
    words = grammar(parse.language)
    between = parse.text[first.end : last.start].strip().lower() if first.end < last.start else ""
    return between in words.to | words.until and bool(_YEARS.fullmatch(first.value) and _YEARS.fullmatch(last.value))


def _was_somebody(parse: Parse, verb: int) -> bool:
    """Whether a verb tells what somebody was, and not that he was the first or the last to do something."""
    what = parse.child(verb, "attr")
    if what is None or parse.tags[verb] != "VBD" or parse.lemmas[verb] not in grammar(parse.language).be:
        return False
    ranked = grammar(parse.language).ranked
    return parse.tags[what][:2] == "NN" and not any(parse.lowers[k] in ranked for k in parse.children[what])


def _has_long(parse: Parse, above: Governor) -> bool:
    """Whether a date is that since which somebody has done something: `has led the fair since 1973`."""
    words, verb = grammar(parse.language), above.verb
    if verb is None or parse.lemmas[verb] in words.be or preposition_of(parse, above) not in words.since:
        return False
    return any(parse.lemmas[k] in words.have and parse.tags[k] in PRESENT for k in auxiliaries_of(parse, verb))


def _held_a_post(parse: Parse, verb: int) -> bool:
    """Whether a verb tells of an office or a trade: `was the mayor`, `served in the guard`."""
    what, words = parse.child(verb, "attr"), grammar(parse.language)
    if parse.lemmas[verb] in words.be:
        return what is not None and parse.lemmas[what] in person_nouns(parse.language)
    return parse.lemmas[verb] in words.serving
