"""A claim in a parse in, whether the text says that it is none of what happened out.

`The claim that they met is false`; `they dismissed as false a report that they met`; `rumours of a split were denied`.
"""

from collections.abc import Callable

from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.effects import Effect, effects, status_words
from dateline.events.status.verb_groups import is_negated
from dateline.model import Status

S = Status

COMPLEMENTS = frozenset(("xcomp", "acomp", "attr", "advmod", "oprd"))
"""What completes a verb."""


class Claims:
    """Which claims of a parse are refuted."""

    def __init__(
        self, parse: Parse, effect: Callable[[int, str], Effect | None], is_refused: Callable[[int], bool]
    ) -> None:
        """A parse; what a predicate makes of what it governs, and whether a noun is what is rejected."""
        self._parse, self._effect, self._is_refused = parse, effect, is_refused
        self._grammar = grammar(parse.language)
        self._words = status_words(parse.language)
        self._effects = effects(parse.language)

    def holds(self, event: int, dep: str, head: int) -> bool:
        """Whether an event is what a claim says that is not so: `the claim that they met is false`.

        The claim may be what is dismissed, too: `dismissed as false a report that they met`.
        """
        parse = self._parse
        if dep not in ("acl", "relcl") or ("said", parse.lemmas[head]) not in self._words:
            return False
        return parse.lowers[parse.left[event]] in self._grammar.that and self._is_refuted(head)

    def names(self, preposition: int) -> bool:
        """Whether a thing is what is told by a report that is none of what happened: `rumours of a split are false`."""
        parse = self._parse
        claim = parse.heads[preposition]
        if parse.lowers[preposition] not in self._grammar.of or ("said", parse.lemmas[claim]) not in self._words:
            return False
        effect = self._effects.get((parse.lemmas[claim], "about"))
        return (effect is None or effect.held == S.UNCERTAIN.value) and self._is_refuted(claim)

    def _is_refuted(self, head: int) -> bool:
        """Whether the claim at `head` is said not to be so, by its verb or as what is dismissed."""
        parse = self._parse
        verb = parse.heads[head]
        if parse.deps[head] == "pobj" and parse.deps[verb] == "prep":
            effect = self._effect(parse.heads[verb], "thing")
            return (
                parse.lowers[verb] in self._grammar.as_
                and effect is not None
                and effect.held == S.DENIED.value
                and not is_negated(parse, parse.heads[verb])
            )
        if self._is_refused(head):
            return True
        return parse.deps[head] in ("nsubj", "nsubjpass") and self._is_said_untrue(verb)

    def _is_said_untrue(self, verb: int) -> bool:
        """Whether a verb, with what completes it, says of its subject that it is not so: `turned out to be false`."""
        parse = self._parse
        if is_negated(parse, verb):
            return False
        for _ in range(3):
            for child in parse.children[verb]:
                if parse.deps[child] in COMPLEMENTS and ("refuted", parse.lemmas[child]) in self._words:
                    return parse.child(child, "neg") is None
            further = parse.child(verb, "xcomp")
            if further is None:
                return False
            verb = further
        return False
