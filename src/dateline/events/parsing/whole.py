"""A parsed sentence in, the places out where it may begin or end and still be whole: what is left out only adds to it.

`The bridge fell on Monday, killing two` may end at its comma, and `After a storm, the bridge fell` may begin behind it;
`The bridge fell, officials said` may do neither: what they said would be missed.
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from dateline.events.attribution.speech_words import sayings
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.model import Span

# What may be left out behind the rest, and before it: what only adds to a verb or a noun.
_ADDED = frozenset({"advcl", "relcl", "acl", "appos", "prep", "advmod", "npadvmod", "parataxis", "punct", "cc", "dep"})
_SET_BEFORE = frozenset({"advcl", "prep", "advmod", "npadvmod", "punct", "cc", "intj", "mark"})
_NEGATING = frozenset({"neg", "preconj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
# Nothing ends with one of these: what they lead to is missing.
_LEADING_ON = frozenset({"CC", "IN", "TO", "DT", "PRP$", "WDT", "WP", "WP$", "WRB", "MD", "RP"})
_TENSED, _UNTENSED = frozenset({"VBD", "VBZ", "VBP", "MD"}), frozenset({"VBG", "VBN", "VB"})


class Whole(NamedTuple):
    """Where what is told may begin and end, as offsets into the text of the first and behind the last code point."""

    starts: frozenset[int]
    ends: frozenset[int]


def whole(parse: Parse, passage: Span) -> Whole:
    """The places within a passage of one parsed sentence where what is left of it is whole."""
    first, end = bisect_right(parse.ends, passage.start), bisect_left(parse.starts, passage.end)
    marks = [k for k in range(first + 1, end) if parse.deps[k] == "punct"]
    starts = (b for mark in marks for b in _behind(parse, mark, end) if _may_begin(parse, first, b, end))
    return Whole(
        frozenset(parse.starts[b] for b in starts),
        frozenset(parse.ends[mark - 1] for mark in marks if _may_end(parse, first, mark, end)),
    )


def _behind(parse: Parse, mark: int, end: int) -> list[int]:
    """The first words behind a mark: with what joins a clause to the one before, and without."""
    return [b for b in (mark + 1, mark + 2) if b < end and (b == mark + 1 or parse.deps[mark + 1] in ("cc", "mark"))]


def _may_end(parse: Parse, first: int, cut: int, end: int) -> bool:
    """Whether a passage is whole without its words from `cut` on."""
    kept = range(first, cut)
    if parse.tags[cut - 1] in _LEADING_ON or any(parse.heads[k] >= cut for k in kept if _counts(parse, k)):
        return False
    if _is_put_in(parse, first, cut) or _is_half(parse, first, cut, end):
        return False
    if not any(parse.tags[k] in _TENSED for k in kept) and any(parse.tags[k][0] == "V" for k in range(cut, end)):
        return False
    return all(_is_added(parse, k, cut) for k in range(cut, end) if parse.heads[k] < cut)


def _is_put_in(parse: Parse, first: int, cut: int) -> bool:
    """Whether what stands last is put in between a word that joins and what it joins: `chaos and, some fear, war`."""
    before = next((k for k in range(cut - 1, first, -1) if parse.deps[k] == "punct"), None)
    return before is not None and parse.deps[before - 1] == "cc"


def _is_half(parse: Parse, first: int, cut: int, end: int) -> bool:
    """Whether what is left has a `not only`, and what is cut off its `but`."""
    words = grammar(parse.language)
    is_open = any(parse.lowers[k] in words.merely and parse.deps[k - 1] in _NEGATING for k in range(first + 1, cut))
    return is_open and any(parse.lowers[k] in words.but for k in range(cut, end))


def _is_added(parse: Parse, word: int, cut: int) -> bool:
    """Whether a word that hangs on what is left, with all that hangs on it, only adds to it."""
    head = parse.heads[word]
    if parse.deps[word] == "conj":
        # "After Quill, 19, was accused": what nothing joins, and nobody does, is a verb that the rest has lost.
        is_joined = any(parse.deps[child] in _SUBJECTS for child in parse.children[word]) or any(
            parse.deps[child] == "cc" and cut <= child < word for child in parse.children[head]
        )
        return parse.tags[head][0] == "V" and parse.tags[word][0] == "V" and is_joined
    if parse.deps[word] == "appos" and parse.tags[word].startswith("NNP"):
        # "His wife, Asma": the name is what a reader asks for.
        return parse.tags[head].startswith("NNP") and cut > head
    # "An appeal to revalue the currency": what is appealed for is not added.
    is_purpose = parse.deps[word] == "acl" and any(parse.tags[child] == "TO" for child in parse.children[word])
    # "Cited a case on March 7, when three were arrested": what was on that day is not added.
    is_of_the_day = parse.deps[word] == "relcl" and any(
        parse.tags[child] == "WRB" and parse.lowers[child] in grammar(parse.language).time
        for child in parse.children[word]
    )
    return parse.deps[word] in _ADDED and not is_purpose and not is_of_the_day


def _may_begin(parse: Parse, first: int, cut: int, end: int) -> bool:
    """Whether a passage is whole without its words before `cut`."""
    if not all(_is_set_before(parse, k) for k in range(first, cut) if parse.heads[k] >= cut):
        return False
    hanging = [k for k in range(cut, end) if parse.heads[k] < cut and _counts(parse, k)]
    return all(parse.deps[k] == "conj" and _stands_alone(parse, k) for k in hanging)


def _is_set_before(parse: Parse, word: int) -> bool:
    """Whether a word, with all that hangs on it, only tells when or how: no clause that nothing makes less than one."""
    if parse.deps[word] != "advcl" or parse.tags[word] in _UNTENSED:
        return parse.deps[word] in _SET_BEFORE
    return any(parse.deps[child] == "mark" or parse.tags[child] == "WRB" for child in parse.children[word])


def _stands_alone(parse: Parse, verb: int) -> bool:
    """Whether a clause joined to another is whole: it has its subject, and where it says so, what it says."""
    dependents = {parse.deps[child] for child in parse.children[verb]}
    says = parse.lemmas[verb] in sayings(parse.language)
    return parse.tags[verb][0] == "V" and not dependents.isdisjoint(_SUBJECTS) and (not says or "ccomp" in dependents)


def _counts(parse: Parse, word: int) -> bool:
    """Whether it matters what a word hangs on: not for a mark, nor for what joins."""
    return parse.deps[word] not in ("punct", "cc") and parse.heads[word] != word
