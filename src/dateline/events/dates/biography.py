"""A date of a parsed sentence in, whether it only tells who somebody is or was, and no happening of the story, out.

A story says of whoever speaks or acts in it what he was and for how long: that makes no line of a timeline.
"""

import re
from collections.abc import Sequence

from dateline.events.dates.governor import Governor, governor, preposition_of
from dateline.events.dates.tense import PRESENT, auxiliaries_of
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.speakers.words import person_nouns, pronouns
from dateline.model import Timex

# A year, a decade, a century.
_YEARS = re.compile(r"\d{2,4}")


def tells_who(parse: Parse, timex: Timex, timexes: Sequence[Timex]) -> bool:
    """Whether a date only tells what somebody was, or has long been; `timexes` are those of its sentence.

    `who was a star reporter in the 1980s`, `who has led the fair since 1973`, `Ada Quill was mayor from 1977 to 1981`;
    not `who was the first mayor to fly in 1981`, nor `who has been missing since Monday`.
    """
    above = governor(parse, timex.start, timex.end)
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
