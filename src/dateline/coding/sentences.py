"""A parse in, the coded acts of its sentences out: by frames of verbs and by operators over them.

An act is what a verb with its arguments tells (`launched an attack on`), by the first frame that fits. What governs it
may make another type of it: a promised act is AGREE, a threatened one THREATEN, a refused one REJECT, a demanded one
REQUEST, with whoever promises, threatens, refuses or demands as its actor.
"""

from collections.abc import Container
from dataclasses import dataclass, field

from dateline.coding.clauses import Clause, clause_of, is_of, is_people, is_somebody, joined
from dateline.coding.ontology import HOSTILE, KIND, MUTUAL
from dateline.coding.tables import Condition, Frame, Operator, classes, frames, operators
from dateline.events.attribution.speech_words import sayings
from dateline.events.mentions.participants import subject
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.effects import effects
from dateline.events.status.verb_groups import is_conditional, is_negated, is_of_nobody


@dataclass(slots=True)
class Act:
    """An act as one sentence tells it; people by the positions of their heads."""

    trigger: int
    type: str
    actors: list[int]
    recipients: list[int]
    rule: str
    """The row of the tables it goes by."""
    verb: int
    """The verb that tells what is done, promised or threatened: what modes are told by."""
    is_mutual: bool = False
    """Whether actors and recipients do it together."""
    is_ahead: bool = False
    """Whether nothing but the verb's own tense says that it is to come."""
    base: str = ""
    """The type of what is promised, threatened, refused or demanded."""


@dataclass(slots=True)
class _Base:
    """What a verb tells by itself."""

    type: str
    rule: str
    clause: Clause
    recipients: list[int] = field(default_factory=list)
    is_together: bool = False
    """Whether the recipients do it with the actors: `held talks with`."""


def acts(parse: Parse, dated: Container[int] = ()) -> list[Act]:
    """The acts that the parsed sentences tell, in text order; `dated` are positions of time expressions."""
    return _Reader(parse, dated).read()


class _Reader:
    def __init__(self, parse: Parse, dated: Container[int]) -> None:
        self._parse = parse
        self._dated = dated
        self._frames = frames(parse.language)
        self._operators = operators(parse.language)
        self._words_alone = parse.language.words("coding/words.toml", "words_alone")
        self._words_alone_objects = parse.language.words("coding/words.toml", "words_alone_objects")
        self._accusing = parse.language.words("coding/words.toml", "accusing")
        self._setting = parse.language.words("coding/words.toml", "setting")
        self._he = parse.language.words("coding/words.toml", "he")
        self._one = self._he | parse.language.words("coding/words.toml", "it")
        self._standing = parse.language.words("coding/words.toml", "standing")
        self._asked = parse.language.words("coding/words.toml", "asked")
        self._means = parse.language.words("coding/words.toml", "means")
        self._towards = parse.language.words("coding/words.toml", "towards")
        self._addressed = parse.language.words("coding/words.toml", "addressed")
        self._must_words = parse.language.words("coding/words.toml", "must")
        self._inside = parse.language.words("coding/words.toml", "inside")
        self._wish = parse.language.words("coding/words.toml", "wish")
        self._consumed: set[int] = set()
        self._found: list[Act] = []

    def read(self) -> list[Act]:
        parse = self._parse
        predicates = [
            position
            for position, tag in enumerate(parse.tags)
            if tag[0] in "VJ" and parse.deps[position] not in ("aux", "auxpass", "compound")
        ]
        for position in sorted(predicates, key=self._depth):
            self._operator(position)
        for position in predicates:
            if position not in self._consumed and parse.tags[position][0] == "V":
                self._plain(position)
        return sorted(self._found, key=lambda act: act.trigger)

    def _depth(self, position: int) -> int:
        return sum(1 for _ in self._parse.ancestors(position))

    def _clause(self, verb: int) -> Clause:
        return clause_of(self._parse, verb, self._dated)

    # --- what a predicate makes of what it governs

    def _operator(self, predicate: int) -> None:
        parse = self._parse
        if predicate in self._consumed:
            return
        for complement in parse.children[predicate]:
            if (
                parse.deps[complement] not in ("xcomp", "ccomp", "pcomp", "advcl")
                or parse.tags[complement][0] not in "VJN"
            ):
                continue
            if parse.deps[complement] == "advcl" and not self._is_infinitive(complement):
                continue
            operator = self._operator_of(predicate, complement)
            if operator is None:
                continue
            self._govern(predicate, complement, operator)
            return

    def _operator_of(self, predicate: int, complement: int) -> Operator | None:
        parse = self._parse
        governs = "to" if self._is_infinitive(complement) else "ing" if parse.tags[complement] == "VBG" else "that"
        if governs == "ing" and parse.child(complement, "aux", "mark") is not None:
            governs = "that"
        rows = self._operators.get((parse.lemmas[predicate], governs), ())
        beside = {parse.lowers[child] for child in parse.children[predicate]}
        for row in sorted(rows, key=lambda row: not row.particle):
            if row.particle and row.particle not in beside:
                continue
            if governs == "that" and row.other == "REQUEST" and not self._is_wanted(complement):
                # "Insisted that none had gone" states it.
                continue
            return row
        return None

    def _is_wanted(self, verb: int) -> bool:
        """Whether a clause tells what somebody wants done: `that it withdraw`, `that it must go`."""
        parse = self._parse
        modals = {parse.lowers[child] for child in parse.children[verb] if parse.deps[child] == "aux"}
        return not modals.isdisjoint(self._must_words) or (parse.tags[verb] in ("VB", "VBP") and not modals)

    def _is_infinitive(self, verb: int) -> bool:
        return any(self._parse.tags[child] == "TO" for child in self._parse.children[verb])

    def _govern(self, predicate: int, complement: int, operator: Operator) -> None:
        parse = self._parse
        base = self._base(complement)
        type_ = (
            operator.kind
            if base is not None and base.type in KIND
            else operator.hostile
            if base is not None and base.type in HOSTILE
            else operator.other
        )
        if type_ == "=":
            return
        self._consume(complement)
        self._consumed.add(predicate)
        carrier = self._carrier(predicate)
        came_to_nothing = ("had_" + parse.lemmas[predicate], "to") in effects(parse.language)
        if came_to_nothing and self._has(carrier, grammar(parse.language).had):
            # "Had planned to bomb."
            return
        if self._is_off(predicate):
            type_ = "REJECT" if type_ in KIND and self._is_future(carrier) else "-"
        elif self._is_future(carrier):
            type_ = "AGREE" if type_ in KIND else "THREATEN" if type_ in HOSTILE else type_
        if type_ in ("REJECT", "REQUEST", "AGREE") and self._is_words_alone(complement):
            return
        if type_ == "-" or self._is_background(carrier) or self._is_general(carrier):
            return
        clause = self._clause(carrier)
        agent = clause.agent
        if parse.deps[predicate] in ("acomp", "oprd"):
            agent = subject(parse, parse.heads[predicate])
        if agent is None:
            return
        if clause.is_passive and type_ in ("REQUEST", "COERCE") and clause.object is not None:
            agent = clause.agent
        recipients: list[int] = []
        for place in operator.recipient:
            recipients = self._governed_recipient(place, clause, complement, base)
            if recipients:
                break
        self._add(predicate, type_, agent, recipients, operator.key, complement, base.type if base else "")

    def _is_words_alone(self, verb: int) -> bool:
        """Whether to do it, or not to, is to say something and no more: `declined to comment`, `to give details`."""
        parse = self._parse
        thing = parse.child(verb, "dobj")
        return parse.lemmas[verb] in self._words_alone or (
            thing is not None and parse.lemmas[thing] in self._words_alone_objects
        )

    def _carrier(self, predicate: int) -> int:
        """The verb that has the arguments of a predicate: of an adjective, its copula."""
        return self._parse.heads[predicate] if self._parse.deps[predicate] in ("acomp", "oprd") else predicate

    def _governed_recipient(self, place: str, clause: Clause, complement: int, base: _Base | None) -> list[int]:
        parse = self._parse
        if place == "act":
            if base is not None and base.recipients:
                return base.recipients
            inner = base.clause if base is not None else self._clause(complement)
            for word, target in inner.behind:
                if word in self._towards:
                    return joined(parse, target)
            return joined(parse, inner.object) if inner.object is not None else []
        if place == "doer":
            own = parse.child(complement, "nsubj", "nsubjpass")
            if own is not None:
                return joined(parse, own)
            if clause.object is not None and clause.object != complement:
                return joined(parse, clause.object)
            for word, target in clause.behind:
                if word in self._addressed:
                    return joined(parse, target)
            return []
        return self._at(place, clause)

    # --- what a verb tells by itself

    def _plain(self, verb: int) -> None:
        parse = self._parse
        if self._must(verb) or self._is_background(verb) or self._is_general(verb):
            return
        base = self._base(verb)
        if base is None:
            return
        clause = base.clause
        type_, is_ahead = base.type, False
        if self._is_negated(verb):
            if parse.lemmas[verb] in self._standing:
                # Who does not stand for something, or would not, does nothing.
                return
            if type_ in KIND:
                if not self._is_refusal(verb, type_):
                    return
                # "Will not lift", "did not give permission".
                type_ = "REJECT"
            elif type_ in HOSTILE and self._is_future(verb):
                type_ = "AGREE"
            else:
                return
        elif self._is_future(verb):
            is_ahead = True
            if type_ in KIND:
                type_ = "AGREE"
            elif type_ in HOSTILE:
                type_ = "THREATEN"
        agent = self._accused_of(verb) or self._spoken_of(verb, clause.agent)
        if agent is None and type_ == "MOBILIZE":
            # "Afghan soldiers were deployed": whose they are deploys them.
            agent = clause.object
        self._add(
            verb,
            type_,
            agent,
            base.recipients,
            base.rule,
            verb,
            base.type,
            is_ahead=is_ahead,
            is_mutual=base.is_together,
        )

    def _has(self, verb: int, auxiliaries: Container[str]) -> bool:
        parse = self._parse
        return any(parse.deps[child] == "aux" and parse.lowers[child] in auxiliaries for child in parse.children[verb])

    def _is_refusal(self, verb: int, type_: str) -> bool:
        """Whether not to do it is to refuse it: nobody refuses where `no troops left`, or where two `did not meet`."""
        return not is_of_nobody(self._parse, verb) and (type_ != "CONSULT" or self._is_future(verb))

    def _is_background(self, verb: int) -> bool:
        """Whether a verb only tells which one is meant: `the arms seized last week`; or opens a condition."""
        parse = self._parse
        if is_conditional(parse, verb) or parse.lowers[parse.bounds[parse.sentence[verb]][1] - 1] == "?":
            return True
        if parse.deps[verb] == "conj" and parse.tags[parse.heads[verb]][0] == "V":
            # What is joined to a clause that sets the scene sets it, too.
            return self._is_background(parse.heads[verb])
        if parse.deps[verb] in ("ccomp", "pcomp", "csubj") and any(
            parse.deps[child] in ("mark", "advmod") and parse.lowers[child] in self._asked
            for child in parse.children[verb]
        ):
            # "Explained why he signed it": told as known.
            return True
        if parse.deps[verb] == "amod" or self._is_only_thought(verb) or self._is_made_up(verb):
            return True
        if parse.deps[verb] == "acl" and parse.tags[verb] == "VBN":
            return parse.child(verb, "agent") is None
        if parse.deps[verb] == "relcl":
            return True
        if parse.deps[verb] in ("acl", "relcl", "ccomp", "pcomp") and parse.tags[parse.heads[verb]][0] == "N":
            return is_of(parse, parse.heads[verb], "claim")
        if parse.deps[verb] == "pcomp" and parse.lowers[parse.heads[verb]] not in self._means:
            # "Banned from launching it", "condemned for cutting it": named in passing.
            return self._accused_of(verb) is None
        if parse.deps[verb] == "advcl" and self._is_infinitive(verb):
            # "To protest against new taxes" tells why.
            return True
        if parse.deps[verb] == "advcl" and any(
            parse.deps[child] in ("mark", "advmod") and parse.lowers[child] in self._setting
            for child in parse.children[verb]
        ):
            return True
        return parse.deps[verb] == "csubj"

    def _is_made_up(self, verb: int) -> bool:
        """Whether the clause opens with what it is told in, which is no news: `In the novel, Chile invaded Peru`."""
        parse = self._parse
        own = parse.child(verb, "nsubj", "nsubjpass")
        return own is not None and any(
            child < own
            and parse.lowers[child] in self._inside
            and (told_in := parse.child(child, "pobj")) is not None
            and is_of(parse, told_in, "made_up")
            for child in parse.children[verb]
        )

    def _is_only_thought(self, verb: int) -> bool:
        """Whether it is what somebody would like, or could: `many would love to see him arrested`."""
        parse = self._parse
        modals = grammar(parse.language).maybe | parse.language.words("coding/words.toml", "wish")
        while parse.deps[verb] in ("xcomp", "ccomp", "conj") and parse.lemmas[parse.heads[verb]] not in sayings(
            parse.language
        ):
            verb = parse.heads[verb]
            if any(parse.deps[child] == "aux" and parse.lowers[child] in modals for child in parse.children[verb]):
                return True
        return False

    def _is_general(self, verb: int) -> bool:
        """Whether it tells what is done as a rule: often, or whenever a condition holds."""
        parse = self._parse
        often = parse.language.words("coding/words.toml", "often")
        if any(parse.lowers[child] in often for child in parse.children[verb]):
            return True
        # "Would not withdraw even if they apologised" is nobody's word, unless it is said.
        is_supposed = parse.deps[verb] == "ROOT" and self._has(verb, self._wish)
        if parse.tags[verb] not in ("VBZ", "VBP", "VBG", "VB") or (self._is_future(verb) and not is_supposed):
            return False
        return any(parse.deps[child] == "advcl" and is_conditional(parse, child) for child in parse.children[verb])

    def _must(self, verb: int) -> bool:
        """Whether somebody says that others must do it, which is a request; told as one if so."""
        parse = self._parse
        words = {parse.lowers[child] for child in parse.children[verb] if parse.deps[child] == "aux"}
        if not words & self._must_words:
            return False
        if parse.deps[verb] != "ccomp":
            return True
        saying = parse.heads[verb]
        doer = parse.child(verb, "nsubj", "nsubjpass")
        speaker = subject(parse, saying)
        if parse.lemmas[saying] in sayings(parse.language) and doer is not None and speaker is not None:
            is_one = parse.tags[doer][:3] == "NNP" or is_people(parse, doer)
            is_past = any(parse.lemmas[child] in grammar(parse.language).have for child in parse.children[verb])
            # "Should the post fall vacant" sets a condition.
            is_turned = any(child < doer and parse.lowers[child] in self._must_words for child in parse.children[verb])
            if is_one and not is_past and not is_turned:
                self._consume(verb)
                self._add(saying, "REQUEST", speaker, joined(parse, doer), "say must", verb, "")
            return True
        return True

    def _is_negated(self, verb: int) -> bool:
        return is_negated(self._parse, verb)

    def _is_off(self, predicate: int) -> bool:
        """Whether a governing predicate itself does not hold: negated, or in a condition."""
        return is_negated(self._parse, self._carrier(predicate))

    def _auxiliaries(self, verb: int) -> set[str]:
        parse = self._parse
        while parse.deps[verb] == "conj" and parse.child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is None:
            verb = parse.heads[verb]
        return {parse.lemmas[child] for child in parse.children[verb] if parse.deps[child] == "aux"} | {
            parse.lowers[child] for child in parse.children[verb] if parse.deps[child] == "aux"
        }

    def _is_future(self, verb: int) -> bool:
        return bool(self._auxiliaries(verb) & grammar(self._parse.language).future)

    def _accused_of(self, verb: int) -> int | None:
        """Who is said to have done it by whoever accuses: `accused Ecuador of attacking a post`."""
        parse = self._parse
        if parse.deps[verb] != "pcomp":
            return None
        accusing = parse.heads[parse.heads[verb]]
        if parse.lemmas[accusing] not in self._accusing:
            accusing = parse.heads[accusing]
        return parse.child(accusing, "dobj", "nsubjpass") if parse.lemmas[accusing] in self._accusing else None

    def _spoken_of(self, verb: int, agent: int | None) -> int | None:
        """Who acts, with a pronoun for who speaks: `Hungary said it will support`."""
        parse = self._parse
        if agent is None or parse.tags[agent] != "PRP":
            return agent
        head = parse.heads[verb]
        while head != verb and parse.tags[head][0] != "V":
            verb, head = head, parse.heads[head]
        if parse.deps[verb] in ("ccomp", "advcl", "conj", "xcomp") and head != verb:
            speaker = subject(parse, head)
            if speaker is not None and parse.tags[speaker][0] == "N" and self._may_mean(agent, speaker):
                return speaker
        return agent

    def _may_mean(self, pronoun: int, speaker: int) -> bool:
        """Whether a pronoun may be who speaks, by number: not `he` where `prosecutors say he did it`."""
        parse = self._parse
        is_many = parse.tags[speaker].endswith("S") or len(joined(parse, speaker)) > 1
        return not is_many or parse.lowers[pronoun] not in self._one

    # --- frames

    def _base(self, verb: int) -> _Base | None:
        parse = self._parse
        rows = self._frames.get(parse.lemmas[verb])
        if rows is None or parse.tags[verb][0] != "V":
            return None
        clause = self._clause(verb)
        for frame in rows:
            if self._fits(frame, clause):
                place, recipients = self._recipients(frame, clause)
                together = place in _TOGETHER or (place == "obj" and {*frame.recipient} >= _TOGETHER)
                return _Base(frame.type, frame.key, clause, recipients, together)
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
                if complement is None or not self._is_infinitive(complement):
                    return False
                inner = parse.child(complement, "dobj")
                return not condition.noun_class or (inner is not None and is_of(parse, inner, condition.noun_class))
            case where:
                if not condition.noun_class:
                    return where in clause.particles or any(word == where for word, _ in clause.behind)
                return any(
                    word == where and is_of(parse, target, condition.noun_class) for word, target in clause.behind
                )

    def _recipients(self, frame: Frame, clause: Clause) -> tuple[str, list[int]]:
        """Where the recipients of a frame stand, and their heads."""
        for place in frame.recipient:
            found = self._at(place, clause)
            if found:
                return place, found
        return "", []

    def _at(self, place: str, clause: Clause) -> list[int]:
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
                if complement is None:
                    return []
                inner = self._clause(complement)
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
                for word, target in clause.behind:
                    if word == place:
                        return joined(parse, target)
                return []

    def _add(
        self,
        trigger: int,
        type_: str,
        agent: int | None,
        recipients: list[int],
        rule: str,
        verb: int,
        base: str,
        *,
        is_ahead: bool = False,
        is_mutual: bool = False,
    ) -> None:
        parse = self._parse
        if agent is not None:
            agent = self._spoken_of(trigger, agent)
        actors = joined(parse, agent) if agent is not None else []
        recipients = [
            head
            for head in recipients
            if head not in actors and (parse.tags[head] != "PRP" or parse.lowers[head] in self._he)
        ]
        is_mutual = is_mutual and type_ in MUTUAL and bool(recipients)
        if type_ == "ASSAULT" and not actors and not self._is_violent(verb):
            return
        if type_ in MUTUAL | {"REJECT"} and len(actors) > 1 and not recipients:
            actors, recipients, is_mutual = actors[:1], actors[1:], True
        self._found.append(Act(trigger, type_, actors, recipients, rule, verb, is_mutual, is_ahead, base))

    def _is_violent(self, verb: int) -> bool:
        """Whether the words of a sentence tell that people did what it gives no doer of: killed, by whom or by what."""
        parse = self._parse
        first, last = parse.bounds[parse.sentence[verb]]
        words = range(first, last)
        return any(is_of(parse, word, "violence") for word in words if parse.tags[word][0] == "N") and not any(
            is_of(parse, word, "disaster") for word in words if parse.tags[word][0] == "N"
        )

    def _consume(self, verb: int) -> None:
        self._consumed.add(verb)
        parse = self._parse
        for child in parse.children[verb]:
            if (
                parse.deps[child] in ("conj", "xcomp")
                and parse.tags[child][0] == "V"
                and parse.child(child, "nsubj", "nsubjpass") is None
            ):
                self._consume(child)


# Places in which whoever takes part alike stands.
_TOGETHER = frozenset(("with", "pair"))
