"""A date of a parsed sentence in, what the verb above it tells of its time out: to come, by now, again and again?"""

from bisect import bisect_left

from dateline.events.dates.governor import below, governor, is_alongside, is_on, preposition_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.decision import Statuses
from dateline.events.status.effects import effects, status_words
from dateline.events.status.verb_groups import is_conditional
from dateline.model import Status

AUXILIARIES = frozenset({"aux", "auxpass"})
"""Labels of the words that help a verb."""
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
"""Tags of the verbs that have a tense."""
PRESENT = frozenset({"VBZ", "VBP"})
"""Tags of those in the present."""
_OF_ITS_CLAUSE = frozenset({"conj", "xcomp", "acomp", "aux", "auxpass"})
_CLAIMED = frozenset({"ccomp", "acl", "csubj", "csubjpass", "pcomp"})
_AWAITED = frozenset({Status.SCHEDULED.value, Status.EXPECTED.value, Status.PROPOSED.value})
_WANTED = (("thing", "dobj"), ("to", "xcomp"))
_HELD = _CLAIMED | _OF_ITS_CLAUSE
_BESIDE_ALL = frozenset({"advcl", "relcl"})


def auxiliaries_of(parse: Parse, verb: int) -> list[int]:
    """The words that help a verb: `has been` of `has been closed`."""
    return [k for k in parse.children[verb] if parse.deps[k] in AUXILIARIES]


def has_tense(parse: Parse, verb: int) -> bool:
    """Whether a verb has a tense, by itself or by what helps it."""
    return any(parse.tags[k] in FINITE for k in (verb, *auxiliaries_of(parse, verb)))


def is_to_come(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what will or can be: `it can be averted on Saturday`, `at a summit starting on Friday`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or above.noun is not None or not is_on(parse, above):
        return False
    verb = above.verb
    if parse.tags[verb] == "VBG" and parse.deps[verb] in ("acl", "advcl", "xcomp"):
        verb = next((k for k in parse.ancestors(verb) if parse.tags[k][0] == "V"), verb)
    auxiliaries = auxiliaries_of(parse, verb)
    words = grammar(parse.language)
    modals = [parse.lowers[k] for k in auxiliaries if parse.tags[k] == "MD"]
    return any(word in words.modals for word in modals) and not any(parse.lemmas[k] in words.have for k in auxiliaries)


def is_perfect(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what has been done by now: `has voted against it on Thursday`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or above.noun is not None or parse.tags[above.verb] != "VBN":
        return False
    if not is_on(parse, above) or parse.child(above.verb, "dobj") is not None:
        # "Has called a vote for Thursday."
        return False
    have = grammar(parse.language).have
    return any(parse.lemmas[k] in have and parse.tags[k] in PRESENT for k in auxiliaries_of(parse, above.verb))


def is_habit(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what is done again and again: `they typically vote in January`."""
    above = governor(parse, start, end)
    words = grammar(parse.language).habitually
    return (
        above is not None
        and above.verb is not None
        and any(parse.lowers[k] in words for k in parse.children[above.verb] if parse.deps[k] == "advmod")
    )


def is_in_the_present(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what somebody does, in the simple present, or does to do it: `struggles to get up`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    verb = above.verb
    while parse.deps[verb] == "xcomp" and not has_tense(parse, verb):
        verb = parse.heads[verb]
    return parse.tags[verb] in ("VBZ", "VBP") and not auxiliaries_of(parse, verb)


def is_foretold(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what somebody said would be: `said the road would open in 2013`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or parse.deps[above.verb] != "ccomp":
        return False
    auxiliaries = [parse.lowers[k] for k in auxiliaries_of(parse, above.verb)]
    words = grammar(parse.language)
    return not words.would.isdisjoint(auxiliaries) and words.have.isdisjoint(auxiliaries)


def is_coming(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what is about to be: `is coming in 2018`; nothing comes for a year."""
    above = governor(parse, start, end)
    return (
        above is not None
        and above.verb is not None
        and parse.tags[above.verb] == "VBG"
        and not _is_under_way(parse, above.verb)
    )


def is_attempted(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression is of what somebody did who tried to: `struggled, was trying to win on Monday`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or parse.deps[above.verb] != "xcomp" or parse.tags[above.verb] != "VB":
        return False
    perfect = any(parse.deps[k] == "aux" and parse.tags[k] == "VB" for k in parse.children[above.verb])
    trying = parse.heads[above.verb]
    # "Were held while trying to reach the hall on Monday": that is the day of it all.
    is_meanwhile = parse.tags[trying] == "VBG" and is_alongside(parse, trying)
    was = parse.tags[trying] == "VBG" and any(parse.tags[k] == "VBD" for k in auxiliaries_of(parse, trying))
    return not perfect and (parse.tags[trying] == "VBD" or was or is_meanwhile)


def is_settled(parse: Parse, start: int, end: int) -> bool:
    """Whether a date may as well be of what somebody did that led to more: `voted to close the port on Wednesday`.

    Not of what somebody hoped, planned or prepared to do.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None or not is_attempted(parse, start, end):
        return False
    return (parse.lemmas[parse.heads[above.verb]], "to") not in effects(parse.language)


def is_awaited(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression is of what somebody awaits or wants: `expects a ruling later this month`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or parse.tags[above.verb] not in ("VBZ", "VBP", "VBG"):
        return False
    kinds = (kind for kind, dep in _WANTED if parse.child(above.verb, dep) is not None)
    wanted = (effects(parse.language).get((parse.lemmas[above.verb], kind)) for kind in kinds)
    return any(effect is not None and effect.held in _AWAITED for effect in wanted)


def is_state(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression is of how things stand: `is up for election this year`, not `is its third strike`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or above.noun is not None or parse.tags[above.verb] not in ("VBZ", "VBP"):
        return False
    is_copula = parse.lemmas[above.verb] in grammar(parse.language).be
    return is_copula and parse.child(above.verb, "attr", "expl") is None


def looks_ahead(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression is of what is to come by its words: `before a summit this week`, `when they meet`."""
    above = governor(parse, start, end)
    if above is None:
        return False
    words = grammar(parse.language)
    for higher in parse.ancestors(above.token):
        if higher == above.verb:
            break
        if parse.lowers[higher] in words.still_to_come | words.goals:
            return True
    if above.verb is None or above.noun is not None:
        return False
    verbs = [above.verb, *(k for k in parse.children[above.verb] if parse.deps[k] in AUXILIARIES)]
    if any(parse.lemmas[k] in words.have for k in verbs[1:]) or _is_under_way(parse, above.verb):
        # "Has discussed it since early this year", "is touring the coast this week".
        return False
    return any(parse.tags[k] in ("VBZ", "VBP") or parse.lemmas[k] in words.future for k in verbs)


def _is_under_way(parse: Parse, verb: int) -> bool:
    return parse.tags[verb] == "VBG" and parse.lemmas[verb] not in grammar(parse.language).coming


def is_before_the_past(parse: Parse, start: int, end: int) -> bool:
    """Whether the verb that a date hangs on tells what had been: `had been at sea since Monday`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    return any(
        parse.tags[k] == "VBD" and parse.lemmas[k] in grammar(parse.language).have
        for k in auxiliaries_of(parse, above.verb)
    )


def is_in_a_condition(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what something else hangs on: `if it is not passed by May`, `if it fails to pass in May`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    verb = above.verb
    while parse.deps[verb] in _OF_ITS_CLAUSE and not is_conditional(parse, verb):
        verb = parse.heads[verb]
    return parse.deps[verb] == "advcl" and is_conditional(parse, verb)


def is_still_awaited(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what was awaited: `was expected to fly out later today`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    verb = parse.heads[above.verb] if parse.deps[above.verb] == "xcomp" else above.verb
    if parse.child(verb, "dobj") is not None:
        # "Had already scheduled a vote by Thursday."
        return False
    effect = effects(parse.language).get((parse.lemmas[verb], "to"))
    return parse.tags[verb] == "VBN" and effect is not None and effect.held in _AWAITED


def is_perhaps(parse: Parse, start: int) -> bool:
    """Whether a word right before a date leaves it open: `possibly until 2014`."""
    first = bisect_left(parse.starts, start)
    words = status_words(parse.language)
    return any(words.get(("with", parse.lowers[k])) is Status.UNCERTAIN for k in range(max(0, first - 2), first))


def is_imagined(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what may be, or would have been: `may be mayor by Sunday`, `would have said on Sunday`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    words = grammar(parse.language)
    helping = auxiliaries_of(parse, above.verb)
    has_have = any(parse.lemmas[k] in words.have for k in helping)
    is_open = above.noun is None and any(parse.lemmas[k] in words.maybe for k in helping)
    return is_open or (has_have and any(parse.lowers[k] in words.would for k in helping))


def is_perceived(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of what somebody could see or hear, and so did: `the smoke could be seen on Monday`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or above.noun is not None:
        return False
    words = grammar(parse.language)
    helping = {parse.lowers[k] for k in auxiliaries_of(parse, above.verb)}
    return (
        parse.lemmas[above.verb] in words.perceiving
        and any(word in words.could for word in helping)
        and helping.isdisjoint(words.have)
    )


def hoped_or_feared(parse: Parse, start: int, end: int) -> Status | None:
    """What a hope or a fear makes of a date: `there is hope that it opens on Sunday`; None where there is none."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return None
    words = grammar(parse.language)
    verb = above.verb
    while True:
        if any(parse.lowers[k] in words.hopefully for k in parse.children[verb] if parse.deps[k] == "advmod"):
            return Status.EXPECTED
        head = parse.heads[verb]
        if head == verb or parse.deps[verb] not in _HELD:
            return None
        if parse.deps[verb] in _CLAIMED and parse.lemmas[head] in words.hoping:
            return Status.EXPECTED
        if parse.deps[verb] in _CLAIMED and parse.lemmas[head] in words.fearing:
            return Status.UNCERTAIN
        verb = head


def goes_on_since(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression is one since which something goes on."""
    above = governor(parse, start, end)
    return above is not None and preposition_of(parse, above) in grammar(parse.language).since


def is_claimed(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression hangs on a clause of which the sentence tells whether it is so.

    `It is not true that the dam burst on Monday`, `doubts whether it burst`; not the clause about a noun.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    if parse.deps[above.verb] == "advcl" and is_conditional(parse, above.verb):
        # "If the dam had burst on Monday, thousands would have died."
        return True
    if Statuses(parse).is_denied_in_words(above.verb):
        return True
    if parse.deps[above.verb] not in _CLAIMED:
        return False
    mark = parse.child(above.verb, "mark")
    is_claim = mark is not None and parse.lowers[mark] in grammar(parse.language).claiming
    # "He resigned after it emerged that he had left on Monday" tells of no claim.
    return is_claim and below(parse, parse.heads[above.verb]) not in _BESIDE_ALL
