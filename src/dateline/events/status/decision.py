"""Whether an event took place, by the words around it.

A predicate passes a status down to what it governs: `failed to reach an agreement` denies the reaching and with it the
agreement, `did not fail to` affirms it, `hopes to` makes it expected. The effects of predicates are the table
`predicate-effects.tsv`; they are composed along the dependency tree as in De Facto (Saurí and Pustejovsky 2012) and
TruthTeller (Lotan, Stern and Dagan 2013), with statuses in the place of their factuality values.
"""

from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.effects import Effect, effects, status_words
from dateline.events.status.refuted import COMPLEMENTS, Claims
from dateline.events.status.verb_groups import (
    REVERSED,
    TOOK_PLACE,
    finite,
    is_almost,
    is_conditional,
    is_headline,
    is_negated,
    is_none,
)
from dateline.model import Status

S = Status

# First letters of the tags of words that can name an event or govern one.
_WORDS = "VNJM"

_NOT_YET = frozenset((S.SCHEDULED, S.EXPECTED, S.PROPOSED, S.UNCERTAIN))
_TURNS = frozenset((S.SCHEDULED, S.EXPECTED, S.DENIED, S.CANCELLED, S.POSTPONED))


class Statuses:
    """Reads the status of any word of a parse; what was read of a governing word is kept for the next."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._grammar = grammar(parse.language)
        self._effects = effects(parse.language)
        self._words = status_words(parse.language)
        self._known: dict[int, Status] = {}
        self._claims = Claims(parse, self._effect, self._is_refused)

    def of(self, position: int) -> Status:
        """The status of the event that the word at `position` names."""
        if position not in self._known:
            # From the root down, so that what governs a word has been read before it.
            for governing in reversed([position, *self._parse.ancestors(position)]):
                if governing not in self._known and self._parse.tags[governing][0] in _WORDS:
                    self._known[governing] = self._read(governing)
        return self._known.setdefault(position, S.HAPPENED)

    def of_its_clause(self, verb: int) -> Status:
        """The status of what the clause of a verb tells: of a copula, as what is said of its subject leaves it."""
        status = self.of(verb)
        if not self._is_copula(verb) or status not in TOOK_PLACE:
            return status
        said = self._parse.child(verb, "acomp", "attr")
        effect = self._effect(said, "subject") if said is not None else None
        return status if effect is None else self._resolve(effect, verb, None)

    def is_denied_in_words(self, event: int) -> bool:
        """Whether what an event hangs on denies it itself: `denies that they met`, `the visit did not happen`."""
        parse = self._parse
        dep, head = parse.deps[event], parse.heads[event]
        if self._claims.holds(event, dep, head):
            return True
        if dep == "nsubj" and self._effect(head, "subject") is not None:
            return is_negated(parse, head)
        if dep != "ccomp":
            return False
        effect = self._governing_effect(head, "that")[0]
        return effect is not None and S.DENIED.value in (effect.held, effect.negated)

    def _read(self, event: int) -> Status:
        parse = self._parse
        nominal = parse.tags[event][0] in "NJ" and parse.child(event, "nsubj", "nsubjpass") is None
        own = None if nominal else finite(parse, event)
        status = self._passed_down(event, own, nominal)
        if nominal:
            return self._modified(event, status)
        if own is None:
            if is_negated(parse, event):
                # Asked not to go: the going is what is not to be.
                return S.DENIED if status is S.PROPOSED else REVERSED[status]
            if is_conditional(parse, event):
                return S.UNCERTAIN
            mark = parse.child(event, "mark")
            if mark and self._words.get(("before", f"{parse.lowers[mark - 1]}_{parse.lowers[mark]}")) is S.DENIED:
                # "Rather than bomb the camp."
                return S.DENIED
            if status in TOOK_PLACE and is_almost(parse, event):
                return S.DENIED
        return status

    def _modified(self, noun: int, status: Status) -> Status:
        """The status of a noun by the words before it."""
        parse = self._parse
        for child in parse.children[noun]:
            if child > noun:
                break
            word = parse.lowers[child]
            if parse.deps[child] in ("det", "neg"):
                if self._words.get(("determiner", word)) is S.DENIED:
                    # The verb above was read as negated for the same "no".
                    return S.DENIED if status in TOOK_PLACE else status
                if word in self._grammar.any and status in TOOK_PLACE:
                    return S.UNCERTAIN
            elif parse.deps[child] in ("amod", "compound", "advmod", "nmod"):
                found = self._words.get(("modifier", word))
                if found is not None and (status in TOOK_PLACE or found in (S.CANCELLED, S.POSTPONED)):
                    return found
        return self._turned(noun) or status if status in TOOK_PLACE else status

    def _turned(self, noun: int) -> Status | None:
        """What a clause behind a noun makes of it: `a visit planned for June`, `a strike that had been averted`."""
        parse = self._parse
        for child in parse.children[noun]:
            subject = parse.child(child, "nsubjpass")
            if child > noun and (
                (parse.deps[child] == "acl" and parse.tags[child] == "VBN")
                or (parse.deps[child] == "relcl" and subject is not None and parse.tags[subject][0] == "W")
            ):
                effect = self._effect(child, "thing")
                if effect is not None and effect.held in _TURNS:
                    return Status(effect.negated if is_negated(parse, child) else effect.held)
        return None

    def _passed_down(self, event: int, own: Status | None, nominal: bool) -> Status:
        """The status that what governs the event leaves it with."""
        parse = self._parse
        dep, head = parse.deps[event], parse.heads[event]
        while dep in ("conj", "appos") and head != event:
            subject = parse.child(event, "nsubj", "nsubjpass")
            if own is not None and dep == "conj" and subject is not None and parse.child(event, "mark") is None:
                break
            event, dep, head = head, parse.deps[head], parse.heads[head]
        default = own or S.HAPPENED
        if own is not None and self._claims.holds(event, dep, head):
            return S.HAPPENED if own is S.DENIED else S.DENIED
        if head == event or (dep == "relcl" and own is not None):
            return default
        if nominal:
            return self._of_thing(event, dep, head)
        if dep == "ccomp" or (dep == "csubj" and own is not None):
            if own is not None and event < head and self._is_set_apart(event, head):
                return own
            # "Suggested that she go" asks for it as "asked her to go" does.
            asked = self._effect(head, "to") if parse.tags[event] == "VB" else None
            is_asked_for = asked is not None and asked.held == S.PROPOSED.value
            is_wanted = own is None and (self._is_purpose(event) or is_asked_for)
            return self._apply(head, "to" if is_wanted else "that", own)
        if dep in ("xcomp", "acl", "relcl", "ccomp") or (dep == "advcl" and parse.tags[head][0] == "J"):
            if own is not None:
                is_content = dep == "acl" and parse.tags[head][0] == "N" and parse.child(event, "mark") is not None
                return self._apply(head, "that", own) if is_content else own
            infinitive = parse.tags[event] == "VB" or self._is_purpose(event)
            if infinitive and self._is_copula(head) and parse.tags[head] == "VBD" and self._has_perfect(event):
                # "Was to have met".
                return S.DENIED
            attempted = self._outcome(head) if infinitive and dep == "acl" else None
            if attempted is not None:
                return attempted
            if infinitive or (dep == "xcomp" and self._is_gerund(event)):
                return self._apply(head, "to" if infinitive else "ing", own)
            return self._alike(head)
        if dep == "pcomp":
            # "Doubts over whether they paid": it is open by itself.
            return own if own is S.UNCERTAIN else self._of_preposition(head, "ing", own)
        if dep == "advcl":
            if own is not None:
                return S.EXPECTED if own is S.ONGOING and self._is_time_ahead(event, head) else own
            effect = self._effect(head, "ing") if parse.tags[event] == "VBG" and head < event else None
            if effect is not None and not self._is_parted(head, event) and parse.child(head, "dobj") is None:
                return self._resolve(effect, head, own)
            if self._is_purpose(event):
                effect = self._effects.get((parse.lemmas[head], "to"))
                return self._resolve(effect, head, own) if effect is not None else S.EXPECTED
            # "They will appeal the ruling, announced on Monday": a participle of the past tells of the past.
            is_told = parse.tags[event] == "VBN" and not self._is_timed(event)
            return S.HAPPENED if is_told else self._alike(head)
        return own if own is not None else self._alike(head)

    def _outcome(self, noun: int) -> Status | None:
        """What became of an attempt, where the verb of which it is the subject tells: `a bid to oust her | failed`."""
        verb = self._parse.heads[noun]
        if self._parse.deps[noun] == "nsubjpass":
            effect = self._effect(verb, "thing")
            return S.DENIED if effect is not None and effect.held == S.DENIED and self.of(verb) in TOOK_PLACE else None
        effect = self._effect(verb, "attempt") if self._parse.deps[noun] == "nsubj" else None
        return None if effect is None or self.of(verb) not in TOOK_PLACE else Status(effect.held)

    def _with_adverb(self, preposition: int) -> str:
        """A preposition with the adverb that it forms one with: `instead_of`."""
        parse = self._parse
        adverb = parse.child(preposition, "advmod")
        word = parse.lowers[preposition]
        return word if adverb != preposition - 1 else f"{parse.lowers[adverb]}_{word}"

    def _is_purpose(self, verb: int) -> bool:
        return any(self._parse.tags[child] == "TO" for child in self._parse.children[verb])

    def _is_gerund(self, verb: int) -> bool:
        """Whether a verb ends in `ing`, or its auxiliary of the passive: `avoided being hit`."""
        passive = self._parse.child(verb, "auxpass")
        return self._parse.tags[verb if passive is None else passive] == "VBG"

    def _is_copula(self, verb: int) -> bool:
        return self._parse.lemmas[verb] in self._grammar.be

    def _has_perfect(self, verb: int) -> bool:
        """Whether the verb has the auxiliary of the perfect."""
        return any(
            self._parse.lemmas[child] in self._grammar.have and self._parse.deps[child] == "aux"
            for child in self._parse.children[verb]
        )

    def _is_parted(self, first: int, last: int) -> bool:
        """Whether a comma or a semicolon stands between two words as a mark of the upper one's clause."""
        parse = self._parse
        is_above = first == parse.heads[last]
        marks, upper = ((",", ";"), first) if is_above else ((";",), parse.heads[first])
        return any(first < child < last and parse.lowers[child] in marks for child in parse.children[upper])

    def _is_set_apart(self, clause: int, head: int) -> bool:
        """Whether a clause before what it is said to hang on stands for itself.

        A semicolon or a colon parts them (`spoke on Monday: "I think …"`), or nobody says it, so that it is what the
        verb is said of: `the deal reached on Monday seems fair`.
        """
        parse = self._parse
        is_colon = ":" in parse.lowers[clause:head]
        is_somebodys = parse.child(head, "nsubj", "nsubjpass", "expl", "csubj") is not None
        return is_colon or not is_somebodys or self._is_parted(clause, head)

    def _is_time_ahead(self, clause: int, head: int) -> bool:
        """Whether a clause of time hangs on what lies ahead: `will wait while it is repaired`."""
        return self.of(head) in _NOT_YET and self._is_timed(clause)

    def _is_timed(self, clause: int) -> bool:
        parse = self._parse
        return any(
            parse.deps[child] in ("mark", "advmod") and parse.lowers[child] in self._grammar.time
            for child in parse.children[clause]
        )

    def _alike(self, head: int) -> Status:
        """Of a participle: beside a verb it takes place when the verb does, beside a noun it tells of what there is."""
        parse = self._parse
        if parse.tags[head][0] != "V":
            return S.DENIED if is_none(parse, head) else S.HAPPENED
        status = self.of(head)
        # "They did not wait, fearing a storm": the negation ends with the clause.
        return S.HAPPENED if status is S.DENIED else status

    def _of_preposition(self, preposition: int, kind: str, own: Status | None) -> Status:
        """The status of what hangs on a preposition, by the preposition and the word before it."""
        parse = self._parse
        word = parse.lowers[preposition]
        head = parse.heads[preposition]
        found = self._words.get(("before", self._with_adverb(preposition)), self._words.get(("before", word)))
        if found is not None:
            # Before something that happened stands, as a rule, something else that did.
            status = self.of(head) if parse.tags[head][0] == "V" else found
            if found is S.DENIED and status is S.DENIED:
                return S.UNCERTAIN
            if found is S.DENIED and parse.child(head, "aux") is not None and self._has_perfect(head):
                # "Without the loan, they would have failed": it was there.
                return S.HAPPENED if status is S.UNCERTAIN else found
            if found is S.DENIED and kind == "thing" and _would(parse, head):
                # "Without a loan, they would fail": whether it will be there is open.
                return S.UNCERTAIN
            return S.HAPPENED if found is S.EXPECTED and status is S.HAPPENED else found
        governing = head
        effect = self._effects.get((f"{parse.lemmas[head]}_{word}", kind))
        if parse.deps[head] in COMPLEMENTS and parse.heads[head] != head:
            # "Came close to sinking", "thought better of resigning".
            verb = parse.heads[head]
            whole = self._effects.get((f"{parse.lemmas[verb]}_{parse.lemmas[head]}_{word}", kind))
            effect, governing = (whole, verb) if whole is not None else (effect, head)
        if effect is None and parse.tags[head][0] == "N":
            if word in self._grammar.about:
                effect = self._effects.get((parse.lemmas[head], "about"))
            if effect is None and parse.deps[head] in ("dobj", "nsubjpass"):
                # "Accused the minister of fraud."
                governing = parse.heads[head]
                effect = self._effects.get((f"{parse.lemmas[governing]}_{word}", kind))
        if effect is not None:
            return self._resolve(effect, governing, own)
        if kind == "thing" and self._is_copula(head) and word in self._grammar.amid and self.of(head) is S.ONGOING:
            return S.ONGOING
        return self._unsaid(preposition, head, kind)

    def _of_thing(self, noun: int, dep: str, head: int) -> Status:
        parse = self._parse
        if dep == "pobj" and self._claims.names(head):
            return S.DENIED
        if dep == "pobj":
            return self._of_preposition(head, "thing", None)
        if dep == "acomp":
            return self.of(head)
        if dep in ("dobj", "nsubjpass", "attr", "oprd", "dative"):
            effect = self._effect(head, "thing")
            if (
                effect is not None
                and effect.held == S.DENIED.value
                and dep == "nsubjpass"
                and parse.child(head, "xcomp")
            ):
                # "The storm had been expected to hit": it is the hitting that did not come about.
                return S.HAPPENED
            if effect is not None and self._is_given_a_day(effect, head):
                return S.EXPECTED
            if effect is not None:
                outcome = self._resolve(effect, head, None)
                # What is denied or rejected in "denied the claim" is not that the claim was made.
                is_rejected = effect.held == S.DENIED.value and outcome is S.DENIED
                return self._words.get(("said", parse.lemmas[noun]), outcome) if is_rejected else outcome
            if self._is_copula(head):
                return self.of(head)
            if dep != "nsubjpass":
                return self._unsaid(noun, head, "thing")
        if dep in ("nsubj", "nsubjpass"):
            effect = self._effect(head, "subject")
            if effect is not None:
                return self._resolve(effect, head, None)
            effect = (
                self._effect(head, "thing") if is_headline(parse, head) and parse.child(head, "dobj") is None else None
            )
            if effect is not None and effect.held in _TURNS:
                # Headlines leave out "was": "launch put off".
                return self._resolve(effect, head, None)
            for complement in parse.children[head]:
                effect = self._effects.get((_said_of_subject(parse, complement), "subject"))
                if effect is not None:
                    return self._resolve(effect, complement if parse.deps[complement] == "xcomp" else head, None)
            open_yet = self.of(head) in _NOT_YET and (not is_definite(parse, noun) or _would(parse, head))
            return S.EXPECTED if open_yet else S.HAPPENED
        if dep in ("compound", "amod", "nmod", "poss", "npadvmod"):
            effect = self._effects.get((parse.lemmas[head], "about"))
            if effect is not None:
                return self._resolve(effect, head, None)
        return S.HAPPENED

    def _is_given_a_day(self, effect: Effect, verb: int) -> bool:
        """Whether what will be put off has a new day: `the opening would be delayed until May`."""
        parse = self._parse
        is_to_be = effect.held == S.POSTPONED.value and self.of(verb) is S.EXPECTED
        return is_to_be and any(parse.lowers[k] in self._grammar.until for k in parse.children[verb])

    def _unsaid(self, phrase: int, head: int, kind: str) -> Status:
        """The status of a thing that its governing word says nothing of.

        A definite thing is there already; an indefinite one comes with what brings it.
        """
        status = self.of(head) if self._parse.tags[head][0] in "VN" else S.HAPPENED
        if status in TOOK_PLACE:
            return S.HAPPENED
        if status is S.DENIED and ("said", self._parse.lemmas[phrase]) in self._words:
            return S.HAPPENED
        noun = phrase
        if self._parse.tags[phrase] in ("IN", "TO"):
            if self._parse.tags[head][0] == "N" and self._parse.lowers[phrase] not in self._grammar.within_noun:
                return S.HAPPENED
            if status is S.DENIED and self._parse.lowers[phrase] not in self._grammar.within_negation:
                return S.HAPPENED
            noun = self._parse.child(phrase, "pobj", "pcomp") or phrase
        if kind == "thing" and is_definite(self._parse, noun):
            return S.HAPPENED
        return status

    def _effect(self, predicate: int, kind: str) -> Effect | None:
        """The effect of a predicate: with its particle if it has one, in the past or as a noun another one for some."""
        parse = self._parse
        lemma = parse.lemmas[predicate]
        if ("noun_" + lemma, kind) in self._effects and parse.tags[predicate][0] == "N":
            return self._effects["noun_" + lemma, kind]
        if ("had_" + lemma, kind) in self._effects and self._is_past_perfect(predicate):
            return self._effects["had_" + lemma, kind]
        if ("past_" + lemma, kind) in self._effects and self._is_past(predicate):
            return self._effects["past_" + lemma, kind]
        for child in parse.children[predicate]:
            if parse.deps[child] in _PARTICLES:
                found = self._effects.get((f"{lemma}_{parse.lowers[child]}", kind))
                if found is not None:
                    return found
        return self._effects.get((lemma, kind))

    def _is_past_perfect(self, predicate: int) -> bool:
        """Whether a verb, or the verb that an adjective completes, stands with `had`."""
        parse = self._parse
        verb = predicate if parse.tags[predicate][0] == "V" else parse.heads[predicate]
        return any(
            parse.deps[child] == "aux" and parse.lowers[child] in self._grammar.had for child in parse.children[verb]
        )

    def _is_past(self, predicate: int) -> bool:
        parse = self._parse
        return parse.tags[predicate] == "VBD" or any(
            parse.tags[child] == "VBD" and parse.deps[child] == "auxpass" for child in parse.children[predicate]
        )

    def _apply(self, head: int, kind: str, own: Status | None) -> Status:
        """The effect of the governing word on a clause."""
        parse = self._parse
        verb = parse.heads[head] if parse.deps[head] == "attr" else head
        if kind == "to" and self._is_ranked(head) and self.of(head) in TOOK_PLACE and self.of(verb) in TOOK_PLACE:
            return S.HAPPENED
        if kind == "to" and any(parse.lowers[child] in self._grammar.yet for child in parse.children[head]):
            return S.DENIED
        if (
            kind == "to"
            and parse.tags[head][0] == "J"
            and any(parse.lowers[child] in self._grammar.too for child in parse.children[head])
        ):
            return S.DENIED
        if kind in ("to", "that") and any(
            ("untruly", parse.lowers[child]) in self._words for child in parse.children[head]
        ):
            return S.DENIED
        if parse.tags[head][0] == "N" and self._is_refused(head):
            return S.DENIED if own is not S.DENIED else S.HAPPENED
        effect, head = self._governing_effect(head, kind)
        if effect is None:
            if own is not None:
                return own
            status = self.of(head) if parse.tags[head][0] in "VNJ" else S.EXPECTED
            if status is S.DENIED and parse.tags[head][0] != "V":
                return S.UNCERTAIN
            return S.EXPECTED if kind == "to" and status in TOOK_PLACE else status
        return self._resolve(effect, head, own)

    def _is_ranked(self, noun: int) -> bool:
        """Whether a noun, or the word itself, is one of a row: `the third member to resign`, `the last to leave`."""
        parse = self._parse
        said = parse.child(noun, "attr") if self._is_copula(noun) else noun
        if said is None or parse.tags[said][0] not in "NJ":
            return False
        return any(parse.lowers[k] in self._grammar.ranked for k in (said, *parse.children[said]))

    def _governing_effect(self, head: int, kind: str) -> tuple[Effect | None, int]:
        """The effect of a governing word on a clause, and whose it is: of a copula, that of what it joins."""
        effect = self._effect(head, kind)
        if effect is None and self._is_copula(head) and kind in ("to", "that"):
            adjective = self._parse.child(head, "acomp", "attr")
            if adjective is not None:
                return self._effect(adjective, kind), adjective
        return effect, head

    def _is_refused(self, noun: int) -> bool:
        """Whether the noun is what is rejected or refused: `they denied a request to appear`."""
        parse = self._parse
        verb = parse.heads[noun]
        if parse.deps[noun] not in ("dobj", "nsubjpass") or self.of(verb) not in TOOK_PLACE:
            return False
        effect = self._effect(verb, "thing")
        return effect is not None and effect.held == S.DENIED.value

    def _resolve(self, effect: Effect, head: int, own: Status | None) -> Status:
        """What the effect of the predicate at `head` makes of an event whose own words say `own`."""
        status = self.of(head)
        outcome = effect.negated if status is S.DENIED else effect.held
        if outcome == "own":
            return own or S.HAPPENED
        if outcome == "yes":
            return S.HAPPENED if status is S.DENIED else status
        if outcome == "no":
            # What is yet to fail is open.
            return S.UNCERTAIN if status in _NOT_YET else S.DENIED
        passed = Status(outcome)
        if status in _NOT_YET and passed in (S.DENIED, S.CANCELLED, S.POSTPONED):
            # An attempt to prevent leaves open what is to be prevented.
            return S.UNCERTAIN
        if own is S.DENIED and passed is S.UNCERTAIN and self._parse.tags[head][0] == "N":
            # "There is a chance that none will come."
            return passed
        if own is S.DENIED:
            return S.HAPPENED if passed is S.DENIED else S.DENIED
        if (passed is S.UNCERTAIN and own in _NOT_YET) or (own is S.UNCERTAIN and passed in _NOT_YET):
            return own
        if status in (S.UNCERTAIN, S.CANCELLED, S.POSTPONED) and passed in _NOT_YET:
            # May plan to go, could order a sale, scrapped a plan to build.
            return status
        return passed


def is_definite(parse: Parse, noun: int) -> bool:
    """Whether a noun stands with `the` or the like, or with whose it is."""
    definite = grammar(parse.language).definite
    return any(
        parse.deps[child] == "poss" or (parse.deps[child] == "det" and parse.lowers[child] in definite)
        for child in parse.children[noun]
    )


def _said_of_subject(parse: Parse, complement: int) -> str:
    """What a verb's complement says of its subject, as a key of the effects: `imminent`, `under_way`."""
    if parse.deps[complement] == "prep" and parse.lemmas[parse.heads[complement]] in grammar(parse.language).be:
        target = parse.child(complement, "pobj")
        return "" if target is None else f"{parse.lowers[complement]}_{parse.lemmas[target]}"
    return parse.lemmas[complement] if parse.deps[complement] in COMPLEMENTS else ""


def _would(parse: Parse, verb: int) -> bool:
    """Whether the verb stands with `would` alone: `the merger would create` what is not yet there."""
    lemmas = [parse.lemmas[child] for child in parse.children[verb] if parse.deps[child] == "aux"]
    return len(lemmas) == 1 and lemmas[0] in grammar(parse.language).would


_PARTICLES = frozenset(("prt", "advmod"))
