"""A verb of a parse in, how it is told out: as done, to come, wanted, made up, or only to tell what is meant."""

from collections.abc import Container

from dateline.coding.acts.clauses import is_of
from dateline.events.attribution.speech_words import sayings
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.verb_groups import is_conditional, is_negated, is_of_nobody

# Forms of a verb that, before an exclamation mark, wish it or ask for it.
_WISHED = frozenset(("VB", "VBP", "VBZ"))


class Moods:
    """How the verbs of a parse are told."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._words_alone = parse.language.words("coding/words.toml", "words_alone")
        self._words_alone_objects = parse.language.words("coding/words.toml", "words_alone_objects")
        self._accusing = parse.language.words("coding/words.toml", "accusing")
        self._setting = parse.language.words("coding/words.toml", "setting")
        self._asked = parse.language.words("coding/words.toml", "asked")
        self._means = parse.language.words("coding/words.toml", "means")
        self._must_words = parse.language.words("coding/words.toml", "must")
        self._inside = parse.language.words("coding/words.toml", "inside")
        self._wish = parse.language.words("coding/words.toml", "wish")

    def is_background(self, verb: int) -> bool:
        """Whether a verb only tells which one is meant: `the arms seized last week`; or opens a condition."""
        parse = self._parse
        last = parse.lowers[parse.bounds[parse.sentence[verb]][1] - 1]
        if is_conditional(parse, verb) or last == "?" or (last == "!" and parse.tags[verb] in _WISHED):
            return True
        if parse.deps[verb] == "conj" and parse.tags[parse.heads[verb]][0] == "V":
            # What is joined to a clause that sets the scene sets it, too.
            return self.is_background(parse.heads[verb])
        if parse.deps[verb] in ("ccomp", "pcomp", "csubj") and any(
            parse.deps[child] in ("mark", "advmod") and parse.lowers[child] in self._asked
            for child in parse.children[verb]
        ):
            # "Explained why he signed it": told as known.
            return True
        if parse.deps[verb] == "amod" or self._is_only_thought(verb) or self._is_made_up(verb):
            return True
        if self._hangs_on_what_is_not_so(verb):
            return True
        if parse.deps[verb] == "acl" and parse.tags[verb] == "VBN":
            return parse.child(verb, "agent") is None or self._is_of_what_may_be(verb)
        if parse.deps[verb] == "relcl":
            return True
        if parse.deps[verb] in ("acl", "relcl", "ccomp", "pcomp") and parse.tags[parse.heads[verb]][0] == "N":
            return is_of(parse, parse.heads[verb], "claim")
        if parse.deps[verb] == "pcomp" and parse.lowers[parse.heads[verb]] not in self._means:
            # "Banned from launching it", "condemned for cutting it": named in passing.
            return self.accused_of(verb) is None
        if parse.deps[verb] == "advcl" and self.is_infinitive(verb):
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

    def _hangs_on_what_is_not_so(self, verb: int) -> bool:
        """Whether a condition or a purpose has it: `if they find that he shot`, `to ensure that he left`."""
        parse = self._parse
        head = parse.heads[verb]
        if parse.deps[verb] != "ccomp" or parse.lemmas[head] in sayings(parse.language):
            return False
        if self.is_infinitive(head):
            return parse.deps[head] in ("advcl", "acl")
        return is_conditional(parse, head)

    def _is_of_what_may_be(self, verb: int) -> bool:
        """Whether it tells of somebody or something that only may be: `a deal made by both would be welcome`."""
        parse = self._parse
        noun = parse.heads[verb]
        indefinite = grammar(parse.language).articles - grammar(parse.language).definite
        if not any(parse.lowers[child] in indefinite for child in parse.children[noun]):
            return False
        over = next((head for head in parse.ancestors(noun) if parse.tags[head][0] == "V"), None)
        return over is not None and any(parse.tags[child] == "MD" for child in parse.children[over])

    def is_general(self, verb: int) -> bool:
        """Whether it tells what is done as a rule: often, or whenever a condition holds."""
        parse = self._parse
        often = parse.language.words("coding/words.toml", "often")
        if any(parse.lowers[child] in often for child in parse.children[verb]):
            return True
        # "Would not withdraw even if they apologised" is nobody's word, unless it is said.
        is_supposed = parse.deps[verb] == "ROOT" and self.has(verb, self._wish)
        if parse.tags[verb] not in ("VBZ", "VBP", "VBG", "VB") or (self.is_future(verb) and not is_supposed):
            return False
        return any(parse.deps[child] == "advcl" and is_conditional(parse, child) for child in parse.children[verb])

    def is_refusal(self, verb: int, type_: str) -> bool:
        """Whether not to do it is to refuse it: nobody refuses where `no troops left`, or where two `did not meet`."""
        return not is_of_nobody(self._parse, verb) and (type_ != "CONSULT" or self.is_future(verb))

    def is_off(self, predicate: int) -> bool:
        """Whether a governing predicate itself does not hold: negated, or in a condition."""
        return is_negated(self._parse, self.carrier(predicate))

    def is_words_alone(self, verb: int) -> bool:
        """Whether to do it, or not to, is to say something and no more: `declined to comment`, `to give details`."""
        parse = self._parse
        thing = parse.child(verb, "dobj")
        return parse.lemmas[verb] in self._words_alone or (
            thing is not None and parse.lemmas[thing] in self._words_alone_objects
        )

    def is_wanted(self, verb: int) -> bool:
        """Whether a clause tells what somebody wants done: `that it withdraw`, `that it must go`."""
        parse = self._parse
        modals = {parse.lowers[child] for child in parse.children[verb] if parse.deps[child] == "aux"}
        return not modals.isdisjoint(self._must_words) or (parse.tags[verb] in ("VB", "VBP") and not modals)

    def is_infinitive(self, verb: int) -> bool:
        return any(self._parse.tags[child] == "TO" for child in self._parse.children[verb])

    def _auxiliaries(self, verb: int) -> set[str]:
        parse = self._parse
        while parse.deps[verb] == "conj" and parse.child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is None:
            verb = parse.heads[verb]
        return {parse.lemmas[child] for child in parse.children[verb] if parse.deps[child] == "aux"} | {
            parse.lowers[child] for child in parse.children[verb] if parse.deps[child] == "aux"
        }

    def is_future(self, verb: int) -> bool:
        return bool(self._auxiliaries(verb) & grammar(self._parse.language).future)

    def has(self, verb: int, auxiliaries: Container[str]) -> bool:
        parse = self._parse
        return any(parse.deps[child] == "aux" and parse.lowers[child] in auxiliaries for child in parse.children[verb])

    def carrier(self, predicate: int) -> int:
        """The verb that has the arguments of a predicate: of an adjective, its copula."""
        return self._parse.heads[predicate] if self._parse.deps[predicate] in ("acomp", "oprd") else predicate

    def accused_of(self, verb: int) -> int | None:
        """Who is said to have done it by whoever accuses: `accused Ecuador of attacking a post`."""
        parse = self._parse
        if parse.deps[verb] != "pcomp":
            return None
        accusing = parse.heads[parse.heads[verb]]
        if parse.lemmas[accusing] not in self._accusing:
            accusing = parse.heads[accusing]
        return parse.child(accusing, "dobj", "nsubjpass") if parse.lemmas[accusing] in self._accusing else None
