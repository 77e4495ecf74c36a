"""A parse in, the coded acts of its sentences out: by frames of verbs and by operators over them.

An act is what a verb with its arguments tells (`launched an attack on`), by the first frame that fits. What governs it
may make another type of it: a promised act is AGREE, a threatened one THREATEN, a refused one REJECT, a demanded one
REQUEST, with whoever promises, threatens, refuses or demands as its actor.
"""

from collections.abc import Container
from dataclasses import dataclass

from dateline.coding.acts.clauses import Clause, is_of, is_people, joined
from dateline.coding.acts.framing import Base, Framing
from dateline.coding.acts.moods import Moods
from dateline.coding.acts.tables import Operator, operators
from dateline.coding.ontology import HOSTILE, KIND, MUTUAL
from dateline.events.attribution.speech_words import sayings
from dateline.events.mentions.participants import is_passive, subject
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.effects import effects
from dateline.events.status.verb_groups import is_negated


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


def acts(parse: Parse, dated: Container[int] = ()) -> list[Act]:
    """The acts that the parsed sentences tell, in text order; `dated` are positions of time expressions."""
    return _Reader(parse, dated).read()


class _Reader:
    def __init__(self, parse: Parse, dated: Container[int]) -> None:
        self._parse = parse
        self._moods = Moods(parse)
        self._framing = Framing(parse, self._moods, dated)
        self._operators = operators(parse.language)
        self._he = parse.language.words("coding/words.toml", "he")
        self._one = self._he | parse.language.words("coding/words.toml", "it")
        self._standing = parse.language.words("coding/words.toml", "standing")
        self._towards = parse.language.words("coding/words.toml", "towards")
        self._addressed = parse.language.words("coding/words.toml", "addressed")
        self._must_words = parse.language.words("coding/words.toml", "must")
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
            if parse.deps[complement] == "advcl" and not self._moods.is_infinitive(complement):
                continue
            operator = self._operator_of(predicate, complement)
            if operator is None:
                continue
            self._govern(predicate, complement, operator)
            return

    def _operator_of(self, predicate: int, complement: int) -> Operator | None:
        parse = self._parse
        governs = (
            "to" if self._moods.is_infinitive(complement) else "ing" if parse.tags[complement] == "VBG" else "that"
        )
        if governs == "ing" and parse.child(complement, "aux", "mark") is not None:
            governs = "that"
        lemma = parse.lemmas[predicate]
        rows = self._operators.get((lemma, governs), ())
        if governs == "to" and is_passive(parse, complement):
            rows = self._operators.get((lemma, "to_be"), rows)
        beside = {parse.lowers[child] for child in parse.children[predicate]}
        for row in sorted(rows, key=lambda row: not row.particle):
            if row.particle and row.particle not in beside:
                continue
            if governs == "that" and row.other == "REQUEST" and not self._moods.is_wanted(complement):
                # "Insisted that none had gone" states it.
                continue
            return row
        return None

    def _govern(self, predicate: int, complement: int, operator: Operator) -> None:
        parse = self._parse
        base = self._framing.base(complement)
        type_ = (
            operator.kind
            if base is not None and base.type in KIND
            else operator.hostile
            if base is not None and base.type in HOSTILE
            else operator.other
        )
        if type_ == "=":
            return
        if type_ == "^" and base is not None:
            type_ = base.type
        self._consume(complement)
        self._consumed.add(predicate)
        carrier = self._moods.carrier(predicate)
        came_to_nothing = ("had_" + parse.lemmas[predicate], "to") in effects(parse.language)
        if came_to_nothing and self._moods.has(carrier, grammar(parse.language).had):
            # "Had planned to bomb."
            return
        if self._moods.is_off(predicate):
            type_ = "REJECT" if type_ in KIND and self._moods.is_future(carrier) else "-"
        elif self._moods.is_future(carrier):
            type_ = "AGREE" if type_ in KIND else "THREATEN" if type_ in HOSTILE else type_
        if type_ in ("REJECT", "REQUEST", "AGREE") and self._moods.is_words_alone(complement):
            return
        if type_ == "-" or self._moods.is_background(carrier) or self._moods.is_general(carrier):
            return
        clause = self._framing.clause(carrier)
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

    def _governed_recipient(self, place: str, clause: Clause, complement: int, base: Base | None) -> list[int]:
        parse = self._parse
        if place == "act":
            if base is not None and base.recipients:
                return base.recipients
            inner = base.clause if base is not None else self._framing.clause(complement)
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
        return self._framing.at(place, clause)

    # --- what a verb tells by itself

    def _plain(self, verb: int) -> None:
        parse = self._parse
        if self._must(verb) or self._moods.is_background(verb) or self._moods.is_general(verb):
            return
        base = self._framing.base(verb)
        if base is None:
            return
        clause = base.clause
        type_, is_ahead = base.type, False
        if is_negated(self._parse, verb):
            if parse.lemmas[verb] in self._standing:
                # Who does not stand for something, or would not, does nothing.
                return
            if type_ in KIND:
                if not self._moods.is_refusal(verb, type_):
                    return
                # "Will not lift", "did not give permission".
                type_ = "REJECT"
            elif type_ in HOSTILE and self._moods.is_future(verb):
                type_ = "AGREE"
            else:
                return
        elif self._moods.is_future(verb):
            is_ahead = True
            if type_ in KIND:
                type_ = "AGREE"
            elif type_ in HOSTILE:
                type_ = "THREATEN"
        agent = self._moods.accused_of(verb) or self._spoken_of(verb, clause.agent)
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
