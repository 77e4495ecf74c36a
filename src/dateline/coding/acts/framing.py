"""A verb of a parse in, what it tells by itself out: the first frame that fits, and whom it is done to."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from dateline.coding.acts.clauses import Clause, clause_of, is_of, is_somebody, joined
from dateline.coding.acts.moods import Moods
from dateline.coding.acts.tables import Condition, Frame, classes, frames
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse

# Places in which whoever takes part alike stands.
_TOGETHER = frozenset(("with", "pair"))


@dataclass(slots=True)
class Base:
    """What a verb tells by itself."""

    type: str
    rule: str
    clause: Clause
    recipients: list[int] = field(default_factory=list)
    is_together: bool = False
    """Whether the recipients do it with the actors: `held talks with`."""


class Framing:
    """What the verbs of a parse tell by themselves; `dated` are positions of time expressions."""

    def __init__(self, parse: Parse, moods: Moods, dated: Container[int]) -> None:
        self._parse = parse
        self._moods = moods
        self._dated = dated
        self._frames = frames(parse.language)
        self._towards = parse.language.words("coding/words.toml", "towards")

    def base(self, verb: int) -> Base | None:
        parse = self._parse
        rows = self._frames.get(parse.lemmas[verb])
        if rows is None or parse.tags[verb][0] != "V":
            return None
        clause = self.clause(verb)
        for frame in rows:
            if self._fits(frame, clause):
                place, recipients = self._recipients(frame, clause)
                together = place in _TOGETHER or (place == "obj" and {*frame.recipient} >= _TOGETHER)
                return Base(frame.type, frame.key, clause, recipients, together)
        return None

    def _fits(self, frame: Frame, clause: Clause) -> bool:
        if frame.particle and not self._has_particle(frame.particle, clause):
            return False
        return all(self._holds(condition, clause) == condition.holds for condition in frame.conditions)

    def _has_particle(self, particle: str, clause: Clause) -> bool:
        first, *rest = particle.split(" ")
        return first in clause.particles and all(word in clause.particles for word in rest)

    def _holds(self, condition: Condition, clause: Clause) -> bool:
        parse = self._parse
        match condition.where:
            case "obj":
                if clause.object is None:
                    return False
                return not condition.noun_class or is_of(parse, clause.object, condition.noun_class)
            case "subject":
                return clause.agent is not None and is_of(parse, clause.agent, condition.noun_class)
            case "any":
                first, last = parse.left[clause.verb], parse.right[clause.verb]
                single = classes(parse.language)[condition.noun_class][0]
                return any(parse.lowers[k] in single or parse.lemmas[k] in single for k in range(first, last + 1))
            case "inf":
                complement = parse.child(clause.verb, "xcomp", "ccomp", "advcl")
                if complement is None or not self._moods.is_infinitive(complement):
                    return False
                inner = parse.child(complement, "dobj")
                return not condition.noun_class or (inner is not None and is_of(parse, inner, condition.noun_class))
            case "many":
                return clause.agent is not None and self._are_many(clause.agent)
            case "that":
                told = parse.child(clause.verb, "ccomp")
                return told is not None and not self._moods.is_infinitive(told)
            case "ahead":
                told = parse.child(clause.verb, "ccomp")
                return told is not None and any(parse.tags[child] == "MD" for child in parse.children[told])
            case where:
                if not condition.noun_class:
                    return where in clause.particles or any(word == where for word, _ in clause.behind)
                behind = (*clause.behind, *self._gerunds(clause.verb))
                return any(word == where and is_of(parse, target, condition.noun_class) for word, target in behind)

    def _gerunds(self, verb: int) -> Iterator[tuple[str, int]]:
        """What is done behind each preposition of a verb: `charged with guiding`."""
        parse = self._parse
        for child in parse.children[verb]:
            done = parse.child(child, "pcomp") if parse.deps[child] == "prep" else None
            if done is not None:
                yield parse.lowers[child], done

    def _of(self, clause: Clause) -> list[int]:
        """Whose an object is that is a thing, told behind `of`."""
        parse, thing = self._parse, clause.object
        if thing is None or is_somebody(parse, thing):
            return []
        tied = (clause.verb, *range(parse.left[thing], parse.right[thing] + 1))
        behind = (to for word, to in clause.behind if word == "of" and parse.heads[parse.heads[to]] in tied)
        return next((joined(parse, to) for to in behind), [])

    def _are_many(self, noun: int) -> bool:
        return self._parse.tags[noun] in ("NNS", "NNPS") or len(joined(self._parse, noun)) > 1

    def _recipients(self, frame: Frame, clause: Clause) -> tuple[str, list[int]]:
        """Where the recipients of a frame stand, and their heads."""
        for place in frame.recipient:
            found = self.at(place, clause)
            if found:
                return place, found
        return "", []

    def at(self, place: str, clause: Clause) -> list[int]:
        parse = self._parse
        match place:
            case "obj":
                if clause.indirect is not None:
                    return joined(parse, clause.indirect)
                return joined(parse, clause.object) if clause.object is not None else []
            case "poss" | "mod":
                if clause.object is None or (place == "poss" and is_somebody(parse, clause.object)):
                    # "Criticised Trump's rivals": those, and not whose they are.
                    return []
                deps = ("poss",) if place == "poss" else ("compound", "amod", "nmod", "poss")
                for head in (clause.object, *(target for word, target in clause.behind if word == "of")):
                    for child in parse.children[head]:
                        if parse.deps[child] in deps and child < head:
                            if place == "poss" and parse.tags[child][0] == "N":
                                return joined(parse, child)
                            if place == "mod" and parse.words[child][:1].isupper():
                                return [child]
                return []
            case "pair":
                return []
            case "inf":
                complement = parse.child(clause.verb, "xcomp", "ccomp", "advcl")
                if complement is None or (
                    parse.deps[complement] == "advcl" and not self._moods.is_infinitive(complement)
                ):
                    return []
                inner = self.clause(complement)
                own = parse.child(complement, "nsubj", "nsubjpass")
                if own is not None:
                    return joined(parse, own)
                for word, target in inner.behind:
                    if word in self._towards:
                        return joined(parse, target)
                return joined(parse, inner.object) if inner.object is not None else []
            case "to" | "for" if clause.indirect is not None:
                return joined(parse, clause.indirect)
            case _:
                if place == "of" and clause.object is not None:
                    # "Praised her as a friend of Peru": her.
                    return self._of(clause)
                for word, target in clause.behind:
                    # "In Oslo, Peruvians donated money": what a clause opens with is where it happens.
                    if word == place and (target > clause.verb or word not in grammar(parse.language).place):
                        return joined(parse, target)
                return []

    def clause(self, verb: int) -> Clause:
        return clause_of(self._parse, verb, self._dated)
