"""What a verb group says by itself: tense, aspect, modals and negation, before any other predicate has its say."""

from dateline.events.attribution.speech_words import sayings
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.effects import status_words
from dateline.model import Status

S = Status

TOOK_PLACE = frozenset((S.HAPPENED, S.ONGOING))

REVERSED = {
    S.HAPPENED: S.DENIED,
    S.ONGOING: S.DENIED,
    S.SCHEDULED: S.DENIED,
    S.EXPECTED: S.DENIED,
    S.PROPOSED: S.PROPOSED,
    S.DENIED: S.HAPPENED,
    S.CANCELLED: S.EXPECTED,
    S.POSTPONED: S.EXPECTED,
    S.UNCERTAIN: S.UNCERTAIN,
}
"""What a negated predicate says, by what it says when it is not: a demand not to go remains a demand."""

_AUXILIARY = ("aux", "auxpass")
_SUBJECT = ("nsubj", "nsubjpass")
_SAID_OF = frozenset(("acomp", "attr", "advmod", "prep", "oprd"))
_SENTENCE_ENDS = frozenset((".", "''", "``", ":", "-RRB-"))


def finite(parse: Parse, verb: int) -> Status | None:
    """What the verb group itself says, negation and adverbs included; None where it has no tense of its own."""
    tensed = _tensed(parse, verb)
    status = _tense(parse, verb if tensed is None else tensed, verb)
    if status is None:
        return None
    if _is_counterfactual(parse, verb):
        return S.HAPPENED if is_negated(parse, verb) else S.DENIED
    if is_conditional(parse, verb) or _is_asked(parse, verb) or (status is S.EXPECTED and _has_condition(parse, verb)):
        return S.UNCERTAIN
    if is_negated(parse, verb):
        if _until(parse, verb):
            # What does not begin until a day begins then.
            return S.EXPECTED if any(parse.tags[child] == "MD" for child in parse.children[verb]) else status
        return S.HAPPENED if _denies_nothing(parse, verb) else REVERSED[status]
    if status in TOOK_PLACE and is_almost(parse, verb):
        return S.DENIED
    for child in parse.children[verb]:
        if parse.deps[child] == "advmod" and status in TOOK_PLACE and not _is_of_a_noun(parse, verb, child):
            status = status_words(parse.language).get(("with", parse.lowers[child]), status)
        if parse.deps[child] == "prep" and status in TOOK_PLACE and _is_open_report(parse, child):
            return S.UNCERTAIN
    return status


def _denies_nothing(parse: Parse, verb: int) -> bool:
    """Whether a negated verb tells of nothing that was not: `will never forget this day`, `would not comment`."""
    is_kept = ("kept", parse.lemmas[verb]) in status_words(parse.language)
    return is_kept and parse.child(verb, "xcomp", "ccomp") is None


def _is_of_a_noun(parse: Parse, verb: int, adverb: int) -> bool:
    """Whether an adverb behind a verb is of the noun behind it: `made perhaps the boldest move of all`."""
    behind = adverb + 1
    return (
        verb < adverb
        and behind < len(parse)
        and parse.deps[behind] in ("det", "poss")
        and parse.heads[parse.heads[behind]] == verb
        and parse.deps[parse.heads[behind]] in ("dobj", "attr")
    )


def _is_open_report(parse: Parse, preposition: int) -> bool:
    """Whether what is said behind a preposition is called open: `according to unconfirmed reports`."""
    words = status_words(parse.language)
    inner = parse.child(preposition, "prep")
    said = None if inner is None else parse.child(inner, "pobj")
    return (
        said is not None
        and parse.tags[preposition] == "VBG"
        and ("said", parse.lemmas[said]) in words
        and any(words.get(("modifier", parse.lowers[child])) is S.UNCERTAIN for child in parse.children[said])
    )


def is_conditional(parse: Parse, verb: int) -> bool:
    """Whether the verb's clause opens with `if` or the like, or with an auxiliary that stands before its subject."""
    children = parse.children[verb]
    if any(
        parse.deps[child] == "mark" and ("mark", parse.lowers[child]) in status_words(parse.language)
        for child in children
    ):
        return True
    first = children[0] if children else verb
    if parse.deps[verb] != "advcl" and parse.deps[first] == "ccomp" and _would_have(parse, first):
        # "They would have left had it burst", of which parsers take the last verb for the main one.
        first = next((child for child in children if child > first and parse.deps[child] in _AUXILIARY), verb)
        is_behind = first < (parse.child(verb, *_SUBJECT) or verb)
    else:
        is_behind = parse.deps[verb] == "advcl"
    return (
        is_behind
        and parse.deps[first] in _AUXILIARY
        and parse.lowers[first] in grammar(parse.language).inverted
        and parse.child(verb, *_SUBJECT) is not None
    )


def _is_counterfactual(parse: Parse, verb: int) -> bool:
    """Whether a verb tells what was not so: `if it had burst, many would have died`, either of the two."""
    if is_conditional(parse, verb):
        head = parse.heads[verb]
        return head != verb and _has_auxiliary(parse, verb, "VBD") and _would_have(parse, head)
    return _would_have(parse, verb) and any(
        parse.deps[child] == "advcl" and is_conditional(parse, child) and _has_auxiliary(parse, child, "VBD")
        for child in parse.children[verb]
    )


def _would_have(parse: Parse, verb: int) -> bool:
    """Whether a verb has a modal and the auxiliary of the perfect."""
    return _has_auxiliary(parse, verb, "VB") and any(
        parse.deps[child] == "aux" and parse.tags[child] == "MD" for child in parse.children[verb]
    )


def _has_auxiliary(parse: Parse, verb: int, tag: str) -> bool:
    """Whether a verb has the auxiliary of the perfect, in the form that a tag names."""
    have = grammar(parse.language).have
    return any(
        parse.deps[child] == "aux" and parse.tags[child] == tag and parse.lemmas[child] in have
        for child in parse.children[verb]
    )


def is_almost(parse: Parse, verb: int) -> bool:
    """Whether it came near to being: `nearly crashed`, but not what is done by degrees (`nearly doubled`)."""
    words = status_words(parse.language)
    if ("by degrees", parse.lemmas[verb]) in words:
        return False
    if verb > 1 and ("almost", f"{parse.lowers[verb - 2]}_{parse.lowers[verb - 1]}") in words:
        return True
    near = [child for child in parse.children[verb] if ("almost", parse.lowers[child]) in words]
    return any(parse.deps[child] == "advmod" and child < verb for child in near) and not any(
        parse.tags[position] == "CD" for position in range(verb + 1, min(verb + 3, len(parse)))
    )


def _is_asked(parse: Parse, verb: int) -> bool:
    """Whether the sentence asks if it is so: `Did they know?`, not `Why did they go?`."""
    return (
        parse.heads[verb] == verb
        and parse.lowers[parse.bounds[parse.sentence[verb]][1] - 1] == "?"
        and parse.deps[parse.children[verb][0]] in _AUXILIARY
    )


def _has_condition(parse: Parse, verb: int) -> bool:
    return any(parse.deps[child] == "advcl" and is_conditional(parse, child) for child in parse.children[verb])


def is_headline(parse: Parse, position: int) -> bool:
    """Whether the sentence ends without a full stop, as headlines do, which tell in the present what happened."""
    last = parse.bounds[parse.sentence[position]][1] - 1
    return parse.tags[last] not in _SENTENCE_ENDS


def _tensed(parse: Parse, verb: int) -> int | None:
    """The word whose auxiliaries the verb shares: its own, or those of the verb it is joined to."""
    while parse.deps[verb] == "conj" and parse.child(verb, *_AUXILIARY, *_SUBJECT, "mark") is None:
        head = parse.heads[verb]
        if parse.tags[head] != parse.tags[verb]:
            return None
        verb = head
    return verb


def _tense(parse: Parse, carrier: int, verb: int) -> Status | None:
    modal = auxiliary = None
    have = infinitive = False
    for child in parse.children[carrier]:
        if parse.deps[child] in _AUXILIARY and child < verb:
            if parse.tags[child] == "MD":
                modal = status_words(parse.language).get(("modal", parse.lemmas[child]), S.EXPECTED)
                if parse.lemmas[child] not in grammar(parse.language).maybe and is_negated(parse, carrier):
                    # What will, can or must not be is said not to be, once `finite` has reversed this.
                    modal = S.HAPPENED
                elif modal is S.PROPOSED and _is_likely(parse, verb):
                    modal = S.EXPECTED
            elif parse.tags[child] == "TO":
                infinitive = True
            elif parse.lemmas[child] in grammar(parse.language).have:
                have = True
                auxiliary = auxiliary or parse.tags[child]
            else:
                auxiliary = auxiliary or parse.tags[child]
    if infinitive:
        # `Shipyard to cut jobs`: only a headline has a subject right before an infinitive that nothing governs.
        is_root = parse.heads[carrier] == carrier and parse.child(carrier, *_SUBJECT) is not None
        return S.EXPECTED if is_root else None
    if modal is not None:
        if have and not is_negated(parse, carrier) and _is_sure(parse, carrier):
            # "Will have finished by May."
            return S.EXPECTED
        # "Would have", "must have", "should have": what is guessed at, or did not come about.
        return (S.HAPPENED if is_negated(parse, carrier) else S.UNCERTAIN) if have else modal
    if have and auxiliary != "VBG":
        # "Has been leaking" goes on; "has leaked" and "had been leaking" do not tell so.
        goes_on = parse.tags[verb] == "VBG" and auxiliary in ("VBZ", "VBP")
        return S.ONGOING if goes_on else S.HAPPENED
    tag = auxiliary or parse.tags[verb]
    if tag == "VB" and auxiliary is None and parse.heads[verb] == verb and parse.child(verb, *_SUBJECT) is None:
        return S.PROPOSED
    if tag == "VBD":
        return S.HAPPENED
    if tag in ("VBZ", "VBP"):
        tells = auxiliary is None and (
            parse.lemmas[verb] in sayings(parse.language)
            or (is_headline(parse, verb) and ("state", parse.lemmas[verb]) not in status_words(parse.language))
        )
        return S.HAPPENED if tells else S.ONGOING
    return None


def _is_likely(parse: Parse, verb: int) -> bool:
    """Whether what should be is what is awaited, and not what is asked for: `should be ready`, `should be arriving`."""
    words = status_words(parse.language)
    is_under_way = parse.tags[verb] == "VBG"
    said = (verb, *(k for k in parse.children[verb] if parse.deps[k] in _SAID_OF))
    return is_under_way or any(("should", parse.lemmas[k]) in words for k in said)


def _is_sure(parse: Parse, verb: int) -> bool:
    """Whether a verb is to come for sure: it stands with `will`, and not with `would`."""
    words = grammar(parse.language)
    lemmas = {parse.lemmas[child] for child in parse.children[verb] if parse.tags[child] == "MD"}
    return not lemmas.isdisjoint(words.future - words.would)


def is_negated(parse: Parse, verb: int) -> bool:
    """Whether the verb group is negated; what is joined to a negated verb by `or` is too."""
    while not _is_negated_itself(parse, verb):
        head = parse.heads[verb]
        if parse.deps[verb] != "conj" or parse.child(verb, *_SUBJECT, "aux") is not None:
            return False
        joined = parse.child(head, "cc")
        if joined is None or parse.lowers[joined] not in grammar(parse.language).nor:
            return False
        verb = head
    return True


def _is_negated_itself(parse: Parse, verb: int) -> bool:
    """Whether the verb is negated by an adverb, by a subject that is nobody, or by an object that is nothing."""
    for child in parse.children[verb]:
        dep, word = parse.deps[child], parse.lowers[child]
        if dep == "neg":
            merely = grammar(parse.language).merely
            return merely.isdisjoint(parse.lowers[child + 1 : child + 2]) and not _is_put_right(parse, verb)
        if dep == "advmod" and (
            status_words(parse.language).get(("with", word)) is S.DENIED or parse.child(child, "neg") is not None
        ):
            return word not in grammar(parse.language).only
        if dep in (*_SUBJECT, "dobj", "attr") and _is_nobody(parse, child):
            return not _is_little(parse, child) and not _is_past_question(parse, verb, child)
        if dep in ("preconj", "cc") and word in grammar(parse.language).neither and child < verb:
            return True
        if dep == "prep" and child < verb and _is_inverted(parse, verb, child):
            # "At no point did they fire."
            target = parse.child(child, "pobj")
            if target is not None and is_none(parse, target):
                return True
    return False


def _is_put_right(parse: Parse, verb: int) -> bool:
    """Whether only a part of what a verb tells is not so, and what is stands behind it: `not by hand but by mail`."""
    words = grammar(parse.language)
    return any(
        parse.deps[k] == "cc" and parse.lowers[k] in words.but and k > part > verb
        for part in parse.children[verb]
        if parse.tags[part][0] not in "VM"
        for k in parse.children[part]
    )


def _is_little(parse: Parse, noun: int) -> bool:
    """Whether somebody does what leads to little: `did little to upset the markets`."""
    return parse.deps[noun] == "dobj" and ("object", parse.lowers[noun]) in status_words(parse.language)


def _is_past_question(parse: Parse, verb: int, noun: int) -> bool:
    """Whether a noun with `no` stands before the subject and says how sure all of it is: `no question she fled`."""
    return any(noun < child < verb and parse.deps[child] in _SUBJECT for child in parse.children[verb])


def is_of_nobody(parse: Parse, verb: int) -> bool:
    """Whether what negates a verb is its subject: `no troops crossed`, `neither of them signed`."""
    own = parse.child(verb, *_SUBJECT)
    return own is not None and _is_nobody(parse, own)


def _is_nobody(parse: Parse, noun: int) -> bool:
    neither = grammar(parse.language).neither
    if any(
        parse.deps[k] in ("preconj", "cc") and k < noun and parse.lowers[k] in neither for k in parse.children[noun]
    ):
        return True
    return status_words(parse.language).get(("subject", parse.lowers[noun])) is S.DENIED or is_none(parse, noun)


def _is_inverted(parse: Parse, verb: int, behind: int) -> bool:
    """Whether an auxiliary stands before the subject of a verb, behind what the clause opens with."""
    own = parse.child(verb, *_SUBJECT)
    return own is not None and any(
        parse.deps[child] in _AUXILIARY and behind < child < own for child in parse.children[verb]
    )


def is_none(parse: Parse, noun: int) -> bool:
    """Whether the noun stands with `no`, `hardly any` or the like."""
    for child in parse.children[noun]:
        word = parse.lowers[child]
        if (
            parse.deps[child] in ("det", "neg", "amod", "preconj")
            and status_words(parse.language).get(("determiner", word)) is S.DENIED
        ):
            return True
        if (
            parse.deps[child] == "advmod"
            and child < noun
            and status_words(parse.language).get(("with", word)) is S.DENIED
        ):
            return True
        if word in grammar(parse.language).any and any(
            status_words(parse.language).get(("with", parse.lowers[c])) is S.DENIED for c in parse.children[child]
        ):
            return True
    return False


def _until(parse: Parse, verb: int) -> bool:
    until, sooner = grammar(parse.language).until, grammar(parse.language).sooner
    if any(parse.lowers[child] in sooner and parse.child(child, "prep") for child in parse.children[verb]):
        return True
    return any(parse.lowers[child] in until and parse.deps[child] == "prep" for child in parse.children[verb]) or any(
        parse.deps[child] == "advcl" and any(parse.lowers[mark] in until for mark in parse.children[child])
        for child in parse.children[verb]
    )
