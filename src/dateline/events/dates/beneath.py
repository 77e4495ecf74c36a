"""A date of a parsed sentence in, whether it stands beneath a main verb that tells what was, out.

A report that gives its own day gives that of what it tells: `skirted the question whether he should go on Monday`,
`played down the risk of a strike on Monday`. That what hangs on the verb is open leaves its day alone.
"""

from dateline.events.dates.governor import Governor, below, governor, is_alongside
from dateline.events.dates.tense import FINITE, auxiliaries_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.decision import Statuses
from dateline.events.status.effects import effects
from dateline.events.status.verb_groups import is_conditional, is_negated
from dateline.model import Status

_OPEN_CLAUSE = frozenset({"ccomp", "pcomp", "acl", "advcl"})
_UNTENSED = frozenset({"acl", "advcl", "pcomp", "ccomp"})
_PLANNED = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED})


def is_beneath_the_past(parse: Parse, start: int, end: int) -> bool:
    """Whether a date hangs on what a past tense of the sentence's own leads to, asks about or names, and on no plan.

    `Clocked an hour to win on Monday`, `asked if it would close on Monday`, `as they went to meet on Monday, he sang`.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    main = _main(parse, above.verb)
    if main is None or not _is_past(parse, main):
        return False
    return main != above.verb or _is_of_its_complement(parse, above)


def _main(parse: Parse, verb: int) -> int | None:
    """The verb of the sentence's own above what has no tense, is asked or goes on beside; None behind a plan."""
    while below(parse, verb) != "own" or parse.deps[verb] == "xcomp":
        head = parse.heads[verb]
        if head == verb:
            return None
        if parse.deps[verb] == "xcomp":
            if _is_planned_by(parse, head) and not is_alongside(parse, head):
                return None
        elif not _leads_up(parse, verb):
            return None
        above = next((k for k in (head, *parse.ancestors(head)) if parse.tags[k][0] == "V"), None)
        if above is None:
            return None
        verb = above
        if verb == head and parse.deps[verb] == "advcl" and is_alongside(parse, verb):
            verb = parse.heads[verb]
    return verb


def _leads_up(parse: Parse, verb: int) -> bool:
    """Whether a clause only serves the one above it: it has no tense, or is asked."""
    if parse.deps[verb] in _OPEN_CLAUSE and is_conditional(parse, verb) and parse.deps[verb] != "advcl":
        return True
    has_tense = any(parse.tags[k] in FINITE for k in (verb, *auxiliaries_of(parse, verb)))
    return parse.deps[verb] in _UNTENSED and not has_tense


def _is_planned_by(parse: Parse, verb: int) -> bool:
    """Whether a verb sets, awaits or asks for what it governs: `was due to meet`, `asked them to go`."""
    words = {parse.lemmas[verb], *(parse.lemmas[k] for k in parse.children[verb] if parse.deps[k] in ("acomp", "attr"))}
    found = (effects(parse.language).get((word, "to")) for word in words)
    return any(effect is not None and effect.held in _PLANNED for effect in found)


def _is_of_its_complement(parse: Parse, above: Governor) -> bool:
    """Whether a date marks out a noun that is said to be open and hangs on the verb: `the possibility of a strike`."""
    return above.noun is not None and above.path[-1] in ("dobj", "prep") and above.path.count("pobj") > 1


def _is_past(parse: Parse, verb: int) -> bool:
    auxiliaries = auxiliaries_of(parse, verb)
    if parse.tags[verb] == "VBG" or any(parse.tags[k] == "MD" for k in auxiliaries):
        return False
    return any(parse.tags[k] == "VBD" for k in (verb, *auxiliaries))


def is_asked(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what somebody asks or doubts: `the question is whether the bank will act on Monday`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    return any(
        parse.deps[k] in ("ccomp", "pcomp") and is_conditional(parse, k)
        for k in (above.verb, *parse.ancestors(above.verb))
        if parse.tags[k][0] == "V"
    )


def is_left_undone(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what somebody did not do: `did not record them on Monday`, `failed to finish on Monday`.

    Not of what did not take place, nor of what is said to be untrue.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    failing = _failing(parse, above.verb)
    verb = above.verb if failing is None else failing
    return (
        (failing is not None or is_negated(parse, verb))
        and _is_past(parse, verb)
        and _is_deed(parse, above.verb, verb)
        and not Statuses(parse).is_denied_in_words(verb)
    )


def _failing(parse: Parse, verb: int) -> int | None:
    """The verb that says that its subject did not do what another verb tells: `failed to`, `was unable to`."""
    if parse.deps[verb] != "xcomp":
        return None
    head = parse.heads[verb]
    effect = effects(parse.language).get((parse.lemmas[head], "to"))
    if effect is None or effect.held not in ("no", Status.DENIED.value):
        return None
    return head if parse.tags[head][0] == "V" else parse.heads[head]


def _is_deed(parse: Parse, verb: int, told: int) -> bool:
    """Whether a verb is of what somebody does, by the subject of the verb that tells it; no event that takes place."""
    takes_place = (parse.lemmas[verb], "subject") in effects(parse.language)
    is_somebodys = parse.child(told, "nsubj") is not None and parse.child(told, "expl", "auxpass") is None
    return is_somebodys and not takes_place and parse.lemmas[verb] not in grammar(parse.language).be
