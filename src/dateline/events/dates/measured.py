"""A date of a parsed sentence in, whether it is that of what something is measured against or likened to, out."""

from bisect import bisect_left

from dateline.events.dates.governor import governor
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse

_PARTS = frozenset({",", ";", ":"})
_MARKS = frozenset({"mark", "advmod"})
_COMPLEMENTS = frozenset({"attr", "acomp", "dobj", "xcomp", "ccomp"})


def is_measured(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is that of what something is measured against or likened to, and so of nothing told here."""
    return (
        _is_behind_than(parse, start, end)
        or _is_likened(parse, start, end)
        or _is_like_somebody(parse, start)
        or _is_as_it_was(parse, start, end)
    )


def _is_behind_than(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what something is measured against: `fewer than the five weeks announced on Monday`."""
    above = governor(parse, start, end)
    if above is None:
        return False
    return any(parse.lowers[k] in grammar(parse.language).than for k in parse.ancestors(above.token))


def _is_likened(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is that of what something is likened to: `as many came as in 2008`, `As in Zell on Monday, …`.

    Not that of a count, `as of Monday`.
    """
    words, first = grammar(parse.language), bisect_left(parse.starts, start)
    opening = parse.bounds[parse.sentence[first]][0] if first < len(parse) else first
    at = next((k for k in range(first - 1, opening, -1) if parse.lowers[k] in words.setting), None)
    if at is None or parse.lowers[at - 1] not in words.as_:
        return False
    return not any(parse.tags[k][0] == "V" or parse.deps[k] == "punct" for k in range(at + 1, first))


def _is_like_somebody(parse: Parse, start: int) -> bool:
    """Whether a date ends what a sentence opens with to liken it to: `Like Oker two years ago, she wept`."""
    first = bisect_left(parse.starts, start)
    if first >= len(parse):
        return False
    opening = parse.bounds[parse.sentence[first]][0]
    at = next((k for k in (opening, opening + 1) if parse.lowers[k] in grammar(parse.language).likening), None)
    if at is None or at >= first:
        return False
    return not any(parse.tags[k][0] == "V" or parse.words[k] in _PARTS for k in range(at + 1, first))


def _is_as_it_was(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of a clause that only likens: `as it was in 2004`, `as Quill did in May`.

    Or of when that was: `As it was when she came in 2004, the quay is full`; not `burnt as he was at sea in May`.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    verb = above.verb
    if parse.deps[verb] == "advcl" and not _likens(parse, verb, above.token):
        verb = parse.heads[verb]
    return _likens(parse, verb, above.token)


def _likens(parse: Parse, verb: int, date: int) -> bool:
    """Whether a verb with nothing but its subject and a time stands in a clause that `as` opens."""
    words = grammar(parse.language)
    if parse.deps[verb] != "advcl" or parse.lemmas[verb] not in words.be | words.have | words.standing_in:
        return False
    children = parse.children[verb]
    if not any(parse.lowers[k] in words.as_ and parse.deps[k] in _MARKS and k < verb for k in children):
        return False
    is_elsewhere = parse.lemmas[verb] in words.be and any(
        parse.deps[k] == "prep" and not k <= date <= parse.right[k] for k in children
    )
    return not is_elsewhere and all(parse.deps[k] not in _COMPLEMENTS for k in children)
