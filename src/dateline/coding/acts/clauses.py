"""A verb of a parse in, who does what to whom out: its agents, its objects and what stands behind its prepositions."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from dateline.coding.acts.tables import agent_nouns, classes
from dateline.events.mentions.participants import is_passive, subject
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse

_NOMINAL = frozenset(("compound", "amod", "nmod", "poss", "appos"))
_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "pcomp"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "agent"))
_OBJECTS = ("dobj", "attr", "oprd")
_NAMING = frozenset(("NNP", "NNPS", "PRP", "WP"))


@dataclass(slots=True)
class Clause:
    """A verb with its arguments, each by the position of its head."""

    verb: int
    agent: int | None
    """Who acts; None where a passive does not tell."""
    object: int | None
    """Whom or what it is done to."""
    indirect: int | None
    """To whom something is given."""
    behind: list[tuple[str, int]] = field(default_factory=list)
    """What stands behind each preposition of the clause, in text order."""
    particles: frozenset[str] = frozenset()
    is_passive: bool = False


def clause_of(parse: Parse, verb: int, dated: Container[int] = ()) -> Clause:
    """The arguments of the verb at a position; `dated` are positions of time expressions, which are none."""
    passive = is_passive(parse, verb)
    own = _doer(parse, verb)
    if passive:
        by = next(
            (
                target
                for child in parse.children[verb]
                if parse.deps[child] == "agent"
                or (parse.deps[child] == "prep" and parse.lowers[child] in grammar(parse.language).by)
                if (target := parse.child(child, "pobj")) is not None
            ),
            None,
        )
        agent, patient = by, parse.child(verb, "dobj") if own is None else own
    else:
        agent, patient = own, parse.child(verb, *_OBJECTS)
        if patient is None and parse.deps[verb] == "relcl":
            patient = _relativized(parse, verb, own)
    indirect = parse.child(verb, "dative")
    if indirect is not None and parse.tags[indirect][0] not in "NP":
        indirect = parse.child(indirect, "pobj")
    if patient in dated:
        patient = None
    if agent in dated:
        agent = None
    if patient is None and indirect is not None:
        patient, indirect = indirect, None
    particles = frozenset(
        parse.lowers[child]
        for child in parse.children[verb]
        if parse.deps[child] in ("prt", "advmod", "prep", "oprd", "acomp")
        # "On Monday it called for" calls on nobody.
        and not (parse.deps[child] == "prep" and parse.child(child, "pobj") in dated)
    )
    return Clause(
        verb,
        agent,
        patient,
        indirect,
        [pair for pair in _behind(parse, verb) if pair[1] not in dated],
        particles,
        passive,
    )


def _doer(parse: Parse, verb: int) -> int | None:
    """The subject of a verb; what somebody uses to do it is none: `police used tear gas to disperse them`."""
    own, head = subject(parse, verb), parse.heads[verb]
    if own is not None and parse.deps[verb] == "xcomp" and parse.heads[own] == head and not is_somebody(parse, own):
        return own if parse.deps[own] in _SUBJECTS else subject(parse, head)
    return own


def _relativized(parse: Parse, verb: int, own: int | None) -> int | None:
    """The noun that a relative clause is about where it is the clause's object: `the ban they imposed`."""
    head = parse.heads[verb]
    return head if own is not None and own != head else None


def _behind(parse: Parse, verb: int) -> Iterator[tuple[str, int]]:
    """What stands behind the prepositions of a clause, other clauses and the subject aside."""
    waiting = [verb]
    found: list[tuple[int, str, int]] = []
    sources = parse.language.words("coding/words.toml", "according")
    while waiting:
        position = waiting.pop()
        for child in parse.children[position]:
            dep = parse.deps[child]
            if dep in _SUBJECTS and position == verb:
                continue
            if dep in _CLAUSES or (dep == "conj" and parse.tags[child][0] == "V"):
                continue
            if dep in ("prep", "dative") and parse.lowers[child] in sources:
                continue
            if dep in ("prep", "dative") and parse.tags[child][0] not in "NP":
                for target in parse.children[child]:
                    if parse.deps[target] == "pobj":
                        found.append((child, parse.lowers[child], target))
            waiting.append(child)
    for _, word, target in sorted(found):
        yield word, target


def joined(parse: Parse, head: int) -> list[int]:
    """A noun and those joined to it."""
    found = [head]
    for position in found:
        found += [noun for noun in _joined_to(parse, position) if noun not in found]
    return found


def _joined_to(parse: Parse, noun: int) -> Iterator[int]:
    for child in parse.children[noun]:
        if parse.deps[child] == "conj":
            yield child
        elif parse.deps[child] == "appos":
            behind = [other for other in parse.children[child] if parse.deps[other] == "conj"]
            if behind and not _is_part(parse, noun) and not _is_part(parse, child):
                # "Peru, Chile and Cuba", read as if Chile were another name of Peru.
                yield child
            elif _is_part(parse, noun) and not _is_part(parse, child):
                # "The mayor, Ada Holt, and the bishop, Ole Quill".
                yield from (other for other in behind if _is_part(parse, other))


def _is_part(parse: Parse, noun: int) -> bool:
    """Whether a noun tells which part somebody has, and is no name."""
    return parse.tags[noun][:3] != "NNP" or parse.lowers[noun] in agent_nouns(parse.language)


def is_of(parse: Parse, noun: int, noun_class: str) -> bool:
    """Whether a noun, or one joined to it or its title, belongs to a class of nouns.

    `land` is any name, `who` a name or a noun for people.
    """
    if noun_class in ("land", "who", "who_or_land"):
        return parse.tags[noun][:3] == "NNP" or (noun_class != "land" and is_people(parse, noun))
    known = classes(parse.language).get(noun_class)
    if known is None:
        return False
    single, double = known
    for head in joined(parse, noun):
        lemma = parse.lemmas[head] if parse.tags[head][:3] != "NNP" else parse.lowers[head]
        if lemma in single:
            return True
        for child in parse.children[head]:
            if parse.deps[child] in _NOMINAL and child < head:
                first = parse.lowers[child]
                if (first, lemma) in double or (parse.lemmas[child], lemma) in double:
                    return True
                if parse.tags[head][:3] == "NNP" and (first in single or parse.lemmas[child] in single):
                    return True
            if parse.deps[child] == "prep" and parse.lowers[child] in grammar(parse.language).of:
                # "A series of attacks", "millions of dollars".
                target = parse.child(child, "pobj")
                if target is not None and _is_measure(parse, head) and is_of(parse, target, noun_class):
                    return True
    return False


def is_people(parse: Parse, noun: int) -> bool:
    """Whether a noun is one for people, or a pronoun for a person."""
    known = agent_nouns(parse.language)
    persons = parse.language.words("coding/words.toml", "persons")
    return any(
        parse.lemmas[head] in known or parse.lowers[head] in known or parse.lowers[head] in persons
        for head in joined(parse, noun)
    )


def is_somebody(parse: Parse, noun: int) -> bool:
    """Whether a noun by itself is one for those who act: a name, a pronoun, people, or a number of them."""
    if parse.tags[noun] in _NAMING:
        return True
    known = agent_nouns(parse.language) | parse.language.words("coding/words.toml", "people")
    if parse.lemmas[noun] in known or parse.lowers[noun] in known or parse.tags[noun] == "CD":
        return True
    if not _is_measure(parse, noun):
        return False
    counted = _of(parse, noun)
    return counted is not None and is_somebody(parse, counted)


def _of(parse: Parse, noun: int) -> int | None:
    return next(
        (
            target
            for child in parse.children[noun]
            if parse.deps[child] == "prep" and parse.lowers[child] in grammar(parse.language).of
            if (target := parse.child(child, "pobj")) is not None
        ),
        None,
    )


def _is_measure(parse: Parse, noun: int) -> bool:
    known = classes(parse.language).get("measure")
    return known is not None and (parse.lemmas[noun] in known[0] or parse.tags[noun] == "CD")
