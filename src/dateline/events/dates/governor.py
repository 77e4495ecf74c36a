"""A date of a parsed sentence in, the verb and the noun that it hangs on, and what kind of clause that is, out."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from dateline.events.attribution.speech_words import sayings
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.languages import Language, made_once

_OF_ITS_CLAUSE = frozenset({"conj", "xcomp", "acomp", "aux", "auxpass"})
_MARKS = ("mark", "advmod")
_OF_SUBJECT = frozenset({"nsubj", "nsubjpass"})


class Governor(NamedTuple):
    """What a time expression hangs on, as positions in a parse."""

    token: int
    """The word of the expression that the others hang on."""
    noun: int | None
    """The first noun above it that the date may mark out; None where there is none below the verb."""
    verb: int | None
    """The first verb above it; None where there is none."""
    path: tuple[str, ...]
    """The labels from the expression up to the verb, or to the root."""


def governor(parse: Parse, start: int, end: int) -> Governor | None:
    """What a time expression at these characters hangs on; None where no word of it was parsed."""
    first, last = bisect_right(parse.ends, start), bisect_left(parse.starts, end)
    if first >= last:
        return None
    token = next((k for k in range(first, last) if not first <= parse.heads[k] < last or parse.heads[k] == k), first)
    path = [parse.deps[token]]
    noun = None
    for above in parse.ancestors(token):
        tag = parse.tags[above]
        if (tag[0] == "V" or tag == "MD") and not _is_of_the_clock(parse, above):
            return Governor(token, noun, _main_verb(parse, above), tuple(path))
        if noun is None and tag[:2] == "NN" and parse.lowers[above] not in _months(parse.language):
            noun = above
        path.append(parse.deps[above])
    return Governor(token, noun, None, tuple(path))


@made_once
def _months(language: Language) -> frozenset[str]:
    """Names of months, which are of a date that goes on: "7 to 9 February"."""
    return frozenset(month.lower() for month in language.settings("times/words.toml")["MONTH"]["words"])


def _is_of_the_clock(parse: Parse, word: int) -> bool:
    """Whether what parsers take for a form of `be` is a half of the day: `just after 3 am`."""
    is_be = parse.tags[word] == "VBP" and parse.lemmas[word] in grammar(parse.language).be
    return word > 0 and is_be and parse.tags[word - 1] == "CD"


def _main_verb(parse: Parse, verb: int) -> int:
    """The verb an auxiliary belongs to."""
    while parse.deps[verb] in ("aux", "auxpass") and parse.heads[verb] != verb:
        verb = parse.heads[verb]
    return verb


def preposition_of(parse: Parse, above: Governor) -> str:
    head = parse.heads[above.token]
    return parse.lowers[head] if parse.deps[head] in ("prep", "mark", "agent", "pcomp") else "-"


def below(parse: Parse, verb: int) -> str:
    """What kind of clause the verb stands in: the sentence's own, what somebody says, or one beside it."""
    for position in (verb, *parse.ancestors(verb)):
        dep, head = parse.deps[position], parse.heads[position]
        if head == position:
            return "own"
        if dep in ("ccomp", "parataxis") and parse.lemmas[head] in sayings(parse.language):
            return "said"
        if dep not in _OF_ITS_CLAUSE and not is_alongside(parse, position):
            return dep
    return "own"


def is_alongside(parse: Parse, verb: int) -> bool:
    """Whether a clause tells of the time of the one above it: `nine people drowned when the ferry sank on Monday`.

    Or of what came of it, and has no subject of its own: `…, killing nine people on Monday`.
    """
    head = parse.heads[verb]
    if parse.deps[verb] == "relcl" and parse.deps[head] == "attr":
        # "There are hearings that begin this week."
        return parse.child(parse.heads[head], "expl") is not None
    if parse.deps[verb] != "advcl":
        return False
    mark = parse.child(verb, *_MARKS)
    if mark is None and parse.tags[verb] == "VBG" and verb > head:
        return parse.child(verb, "nsubj", "nsubjpass") is None
    words = grammar(parse.language)
    if mark is not None and parse.lowers[mark] in words.likewise and parse.child(verb, *_OF_SUBJECT) is None:
        # "As happened on Monday."
        return False
    return mark is not None and parse.lowers[mark] in words.meanwhile


def is_on(parse: Parse, above: Governor) -> bool:
    """Whether a date is one on which something is: not one from, by, to or for which it is."""
    words = grammar(parse.language)
    preposition = preposition_of(parse, above)
    if preposition in words.of and above.noun is not None:
        # "In the early hours of that morning."
        return parse.lowers[above.noun] in words.parts_of_times
    return above.path[0] != "pobj" or preposition in words.setting | words.on
