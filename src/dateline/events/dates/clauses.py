"""A date of a parsed sentence in, the words that tell of that date alone out: a clause with its antecedent, or a noun.

`The mayor, who took office in May, praised the firemen` tells of May only that `The mayor, who took office in May`.
"""

from collections.abc import Iterator

from dateline.events.dates.parsed import Governor, governor
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.model import Span

# Words that carry a meaning, the date's own aside, below which what was cut out tells nothing by itself.
_FEWEST = 2
# Words of a noun, from its first to its last, above which what hangs on it behind the date is left out.
_LONGEST_NOUN = 30

_RELATIVE = frozenset({"relcl", "acl"})
_OWN_SUBJECT = frozenset({"advcl", "pcomp", "ccomp", "conj", "parataxis", "csubj"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_LEAD = frozenset({"mark", "cc", "punct"})
_CLOSING = frozenset({".", ")", "”", '"', "’"})
_CARRIES = ("NN", "VB", "JJ", "CD")


def side_clause(parse: Parse, start: int, end: int) -> Span | None:
    """The words that tell of the date at these characters; None where they tell nothing without the rest."""
    above = governor(parse, start, end)
    if above is None:
        return None
    for first, last in _stretches(parse, above):
        span = parse.span(first, last)
        if span.start <= start and end <= span.end and _tells(parse, first, last, Span(start, end)):
            return span
    return None


def _stretches(parse: Parse, above: Governor) -> Iterator[tuple[int, int]]:
    """What could be cut out for a date, as first and last positions, the best first."""
    nouns = _nouns(parse, above)
    happening = [noun for noun in nouns if kind_of(parse, noun) != ""]
    yield from (_noun(parse, noun, above) for noun in happening)
    verb = above.verb
    while verb is not None:
        dep = parse.deps[verb]
        if dep in _RELATIVE:
            subject = parse.child(verb, *_SUBJECTS)
            if parse.tags[parse.left[verb]] == "WRB" and subject is not None and parse.tags[subject][:2] == "NN":
                # "Mazar, where gunmen attacked": the clause is whole without the place.
                yield _clause(parse, verb)
            yield _with_antecedent(parse, verb)
            return
        if dep in _OWN_SUBJECT:
            subject = parse.child(verb, *_SUBJECTS)
            if subject is not None and parse.heads[verb] != verb:
                if parse.tags[subject][:3] not in ("PRP", "WP", "WDT", "DT"):
                    yield _clause(parse, verb)
                return
        if dep not in ("xcomp", "pcomp", "conj", "ccomp", "advcl"):
            break
        verb = next((v for v in parse.ancestors(verb) if parse.tags[v][0] == "V"), None)
    yield from (_noun(parse, noun, above) for noun in nouns if noun not in happening)


def _nouns(parse: Parse, above: Governor) -> list[int]:
    """The nouns between a date and its verb, the nearest first."""
    if above.noun is None:
        return []
    found = [above.noun]
    for higher in parse.ancestors(above.noun):
        if higher == above.verb or parse.tags[higher][0] == "V":
            break
        if parse.tags[higher][:2] == "NN":
            found.append(higher)
    return found


def _noun(parse: Parse, noun: int, above: Governor) -> tuple[int, int]:
    first, last = parse.left[noun], parse.right[noun]
    while first < noun and parse.deps[first] in (*_LEAD, "prep", "predet", "preconj"):
        first += 1
    if last - first > _LONGEST_NOUN:
        last = max(noun, above.token)
    return first, _without_end(parse, first, last)


def _with_antecedent(parse: Parse, verb: int) -> tuple[int, int]:
    noun = parse.heads[verb]
    last = parse.right[verb]
    while (higher := _whose(parse, noun)) is not None:
        noun = higher
    first = parse.left[noun]
    while first < noun and parse.deps[first] in (*_LEAD, "prep"):
        first += 1
    return first, _without_end(parse, first, last)


def _whose(parse: Parse, noun: int) -> int | None:
    """The noun that a noun stands beside or is of: `the leader of the party, who resigned`."""
    head = parse.heads[noun]
    if parse.deps[noun] == "pobj" and parse.lowers[head] in grammar(parse.language).of:
        head = parse.heads[head]
    elif parse.deps[noun] != "appos":
        return None
    return head if parse.tags[head][:2] == "NN" and head != noun else None


def _clause(parse: Parse, verb: int) -> tuple[int, int]:
    first, last = parse.left[verb], parse.right[verb]
    while first < verb and _joins(parse, first, verb):
        first += 1
    return first, _without_end(parse, first, last)


def _joins(parse: Parse, word: int, verb: int) -> bool:
    """Whether a word only joins the clause of a verb to another."""
    return parse.deps[word] in _LEAD or (parse.tags[word] in ("WRB", "IN") and parse.heads[word] == verb)


def _without_end(parse: Parse, first: int, last: int) -> int:
    while last > first and parse.deps[last] == "punct" and parse.words[last] not in _CLOSING:
        last -= 1
    return last


def _tells(parse: Parse, first: int, last: int, date: Span) -> bool:
    """Whether words tell something without the rest: no `his`, and enough beside the date."""
    own = [k for k in range(first, last + 1) if not date.start <= parse.starts[k] < date.end]
    if parse.tags[own[0]] in ("PRP", "PRP$") if own else True:
        return False
    return sum(parse.tags[k].startswith(_CARRIES) for k in own) >= _FEWEST
