"""A verb of a clause about a noun in, the words that tell of it alone out: with the noun, and what only joins the two.

`The mayor, who took office in May` reads as a whole clause where `, who` is left out: `The mayor … took office in May`.
Where that cannot be had, a person or a thing of which something is said is no happening: `the seat that he will leave`.
"""

from typing import NamedTuple

from dateline.entities.name_words import name_words
from dateline.events.attribution.speech_words import sayings
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.speakers.words import person_nouns
from dateline.events.status.verb_groups import is_negated
from dateline.model import Span

_PRONOUNS = frozenset({"WP", "WDT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What stands before a noun and is no part of it: what joins it, and what is only said of it: `even Quill`.
_BEFORE = frozenset({"mark", "cc", "punct", "prep", "advmod", "npadvmod"})
_PAUSES = frozenset({",", "-", "–", "—"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COMPLEMENTS = frozenset({"attr", "oprd"})


class Relative(NamedTuple):
    """A noun with the clause that tells something of it, by positions of words."""

    first: int
    last: int
    joint: Span | None
    """The characters that only join the two, and without which they are a clause: `, who`; None where it is none."""


def relative(parse: Parse, verb: int) -> Relative | None:
    """The noun that a verb tells something of, up to the end of its clause; None where that tells of no happening."""
    noun, last = parse.heads[verb], parse.right[verb]
    pronoun = _pronoun(parse, verb)
    if pronoun is None:
        top = _above(parse, noun)
        # "It fell in Storm Ash, the mayor said on Monday": what somebody says is taken for told of the storm.
        is_said = parse.lemmas[verb] in sayings(parse.language)
        is_only_who = _passes_apposition(parse, noun, top) and _is_in_a_sentence(parse, verb)
        is_done_to_it = _is_participle(parse, verb) and not is_only_who
        is_told = is_said or is_done_to_it or kind_of(parse, noun) != ""
        return Relative(_first(parse, top), last, None) if is_told else None
    if not _agrees(parse, noun, pronoun, verb):
        # "Her meeting with Dr Quill, which broke up in May": it is the meeting that broke up.
        higher = _governing(parse, noun)
        if higher is None or kind_of(parse, higher) == "" or not _agrees(parse, higher, pronoun, verb):
            return None
        noun = higher
    if parse.deps[noun] == "conj" and _are_several(parse, verb):
        noun = parse.heads[noun]
    elif any(parse.deps[k] == "conj" and noun < k < pronoun for k in parse.children[noun]) and not _are_several(
        parse, verb
    ):
        # "Lund and Quill, who resigned": nothing tells that both are meant.
        return None
    if _is_nobody(parse, noun, pronoun):
        return None
    whom = _whom(parse, noun, pronoun)
    if whom is None:
        return Relative(_first(parse, _above(parse, noun)), last, None)
    first = _first(parse, whom)
    return Relative(first, last, _joint(parse, first, whom, pronoun, verb))


def _pronoun(parse: Parse, verb: int) -> int | None:
    """The word that stands for a noun as the subject of what is told of it: `who`, `which`."""
    found = (k for k in parse.children[verb] if parse.deps[k] in _SUBJECTS and parse.tags[k] in _PRONOUNS)
    return next(found, None) if parse.deps[verb] == "relcl" else None


def _is_participle(parse: Parse, verb: int) -> bool:
    """Whether what is told of a noun has nobody else who does it: `the treaty signed on Monday`."""
    return parse.deps[verb] == "acl" and parse.child(verb, *_SUBJECTS) is None


def _first(parse: Parse, noun: int) -> int:
    first = parse.left[noun]
    while (
        first < noun
        and parse.heads[first] == noun
        and (parse.deps[first] in _BEFORE or (parse.tags[first] == "PRP$" and kind_of(parse, noun)))
    ):
        first += 1
    return first


def _above(parse: Parse, noun: int) -> int:
    """The noun that a noun stands beside or is of, the uppermost: `the leader of the party, who resigned`."""
    while (higher := _of_which(parse, noun) or _beside(parse, noun)) is not None:
        noun = higher
    return noun


def _of_which(parse: Parse, noun: int) -> int | None:
    head = parse.heads[noun]
    if parse.deps[noun] != "pobj" or parse.lowers[head] not in grammar(parse.language).of:
        return None
    higher = parse.heads[head]
    return higher if _is_noun(parse, higher) else None


def _governing(parse: Parse, noun: int) -> int | None:
    """The noun that a noun hangs on by a preposition."""
    higher = parse.heads[parse.heads[noun]]
    return higher if parse.deps[noun] == "pobj" and _is_noun(parse, higher) else None


def _beside(parse: Parse, noun: int) -> int | None:
    head = parse.heads[noun]
    return head if parse.deps[noun] == "appos" and _is_noun(parse, head) and head != noun else None


def _passes_apposition(parse: Parse, noun: int, top: int) -> bool:
    """Whether a noun tells who or what a name is: `Quill, a sailor lost in 2007`."""
    while noun != top:
        if parse.deps[noun] == "appos" and parse.tags[parse.heads[noun]][:3] == "NNP":
            return True
        noun = _of_which(parse, noun) or top
    return False


def _is_in_a_sentence(parse: Parse, word: int) -> bool:
    """Whether the sentence of a word has a verb with a tense: of `Near Zell, 75 lorries collided` parsers miss it."""
    own = (k for k in range(len(parse)) if parse.sentence[k] == parse.sentence[word])
    return any(parse.tags[k] in _TENSED for k in own)


def _agrees(parse: Parse, noun: int, pronoun: int, verb: int) -> bool:
    """Whether a pronoun may mean a noun: `Dr Quill, which` is of something else that was named before."""
    if not (_is_noun(parse, noun) or _is_whoever(parse, noun)):
        return False
    titles = name_words(parse.language).title
    is_common = parse.lemmas[noun] in person_nouns(parse.language) and parse.child(noun, "appos") is None
    is_person = is_common or any(parse.lowers[k].rstrip(".") in titles for k in parse.children[noun] if k < noun)
    is_of_things = parse.lowers[pronoun] in grammar(parse.language).of_things
    if is_person and is_of_things:
        return False
    is_thing = not is_person and parse.lemmas[noun] not in person_nouns(parse.language) and parse.tags[noun] != "NNP"
    if is_thing and parse.tags[pronoun] == "WP" and any(parse.tags[k] == "NNP" for k in range(noun + 1, pronoun)):
        # "The songs of Quill, who died": no song dies.
        return False
    tensed = next((k for k in (*parse.children[verb], verb) if parse.tags[k] in ("VBZ", "VBD")), None)
    singular = tensed is not None and (
        parse.tags[tensed] == "VBZ" or parse.lowers[tensed] in grammar(parse.language).was
    )
    return not (singular and parse.tags[noun] == "NNS")


def _is_noun(parse: Parse, word: int) -> bool:
    return parse.tags[word][:2] == "NN"


def _is_whoever(parse: Parse, word: int) -> bool:
    """Whether a word stands for people by what is told of them alone: `those who fled`."""
    return parse.tags[word] == "DT" and parse.lowers[word] in grammar(parse.language).definite


def _is_nobody(parse: Parse, noun: int, pronoun: int) -> bool:
    """Whether it is left open whether there is one: `no sailor who`, `the kind of storm that`."""
    words, above = grammar(parse.language), _of_which(parse, noun)
    own = {parse.lowers[k] for k in parse.children[noun] if k < noun}
    likened = {parse.lemmas[noun]} | ({parse.lemmas[above]} if above is not None else set())
    if not own.isdisjoint(words.whichever) or not likened.isdisjoint(words.likenesses):
        return True
    if parse.words[pronoun - 1] in _PAUSES:
        return False
    top = noun if above is None else above
    is_open = parse.deps[top] in _COMPLEMENTS or not own.isdisjoint(words.articles - words.the)
    return is_open and any(is_negated(parse, k) for k in parse.ancestors(top) if parse.tags[k][0] == "V")


def _are_several(parse: Parse, verb: int) -> bool:
    """Whether a verb has several for its subject, by its form."""
    own, words = (*parse.children[verb], verb), grammar(parse.language)
    were = (parse.tags[k] == "VBD" and parse.lemmas[k] in words.be and parse.lowers[k] not in words.was for k in own)
    return any(were) or any(parse.tags[k] == "VBP" for k in own)


def _whom(parse: Parse, noun: int, pronoun: int) -> int | None:
    """Of whom or what it is told, with what it stands beside; None where that may be one of two.

    No party resigns: `the leader of the party, who resigned`; of `the wife of Quill, who resigned` nobody knows.
    """
    people, higher = person_nouns(parse.language), _of_which(parse, noun)
    if _is_whoever(parse, noun):
        return None
    if higher is not None and parse.lowers[pronoun] in grammar(parse.language).of_things:
        if parse.words[pronoun - 1] in _PAUSES:
            return None
    elif higher is not None and parse.lemmas[higher] in people and parse.lemmas[noun] not in people:
        if parse.tags[noun][:3] == "NNP":
            return None
        noun = higher
    while (beside := _beside(parse, noun)) is not None:
        noun = beside
    return noun


def _joint(parse: Parse, first: int, noun: int, pronoun: int, verb: int) -> Span | None:
    """The characters of a pronoun and of the pause before it, between a noun and all that is told of it."""
    before = pronoun
    while before > first and parse.words[before - 1] in _PAUSES:
        before -= 1
    is_one = all(k == noun or noun in parse.ancestors(k) for k in range(first, before))
    if parse.left[verb] < before or not is_one or parse.deps[before - 1] == "punct":
        return None
    return Span(parse.ends[before - 1], parse.ends[pronoun])
