"""Who and what takes part in an event, and where it takes place, from the tree around its trigger.

Roles follow passives, coordination, control and relative clauses: in `the minister was due to meet the miners`, it is
the minister who meets. A place is a name behind a preposition of place that belongs to this event, not any place of the
sentence.
"""

from collections.abc import Container
from dataclasses import dataclass

from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.languages import Language, made_once
from dateline.model import Name, Participant, Role

_CLAUSAL = frozenset(["xcomp", "advcl", "conj"])
_TRAILING_CLAUSES = frozenset(["relcl", "advcl", "parataxis"])
_TRAILERS = frozenset(["relcl", "acl", "appos", "advcl", "parataxis"])


@dataclass(frozen=True, slots=True)
class _RoleVerbs:
    """Verbs whose arguments have a role of their own."""

    telling: frozenset[str]
    giving: frozenset[str]
    visiting: frozenset[str]


@made_once
def _verbs(language: Language) -> _RoleVerbs:
    return _RoleVerbs(*(language.words("events/mentions.toml", kind) for kind in _RoleVerbs.__slots__))


def participants(parse: Parse, trigger: int, dated: Container[int] = ()) -> list[Participant]:
    """Who and what takes part in the event at `trigger`, in text order; `dated` are positions of time expressions."""
    roles = _of_verb(parse, trigger) if parse.tags[trigger][0] == "V" else _of_noun(parse, trigger)
    found: dict[int, Role] = {}
    for head, role in roles:
        if head not in dated and parse.tags[head][0] in "NPWDCJ":
            found.setdefault(head, role)
    return [_participant(parse, head, role) for head, role in sorted(found.items())]


def _of_verb(parse: Parse, verb: int) -> list[tuple[int, Role]]:
    deps = parse.deps
    words, verbs = grammar(parse.language), _verbs(parse.language)
    passive = is_passive(parse, verb)
    roles: list[tuple[int, Role]] = []
    own = subject(parse, verb)
    if own is not None:
        roles.append((own, Role.PATIENT if passive else Role.AGENT))
    for child in parse.children[verb]:
        if deps[child] in ("dobj", "oprd", "attr"):
            is_told = parse.lemmas[verb] in verbs.telling and deps[child] == "dobj"
            roles.append((child, Role.RECIPIENT if is_told else Role.PATIENT))
        elif deps[child] == "dative":
            target = child if parse.tags[child][0] in "NP" else parse.child(child, "pobj")
            if target is not None:
                roles.append((target, Role.RECIPIENT))
        elif deps[child] in ("prep", "agent"):
            target = parse.child(child, "pobj")
            if target is None:
                continue
            word = parse.lowers[child]
            if word in words.on and own is not None and child < own:
                continue  # "On Norden FM, the mayor sang."
            if deps[child] == "agent" or (word in words.by and passive):
                roles.append((target, Role.AGENT))
            elif not _is_who(parse, target):
                continue
            elif word in words.to and parse.lemmas[verb] in verbs.giving:
                roles.append((target, Role.RECIPIENT))
            elif word in words.others:
                roles.append((target, Role.OTHER))
    return [pair for role in roles for pair in _joined(parse, *role)]


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb, or the verb whose auxiliaries it shares, is a passive."""
    while parse.child(verb, "auxpass", "nsubjpass") is None:
        if parse.deps[verb] != "conj" or parse.tags[verb] != "VBN" or parse.child(verb, "aux", "nsubj") is not None:
            # "A man accused of fraud", "faces court, accused of fraud".
            is_participle = parse.tags[verb] == "VBN" and parse.child(verb, "aux") is None
            return is_participle and parse.deps[verb] in ("acl", "advcl")
        verb = parse.heads[verb]
    return True


def subject(parse: Parse, verb: int) -> int | None:
    """The subject of a verb: its own, or one it shares by coordination, control or a relative clause."""
    that = grammar(parse.language).that
    for _ in range(6):
        own = parse.child(verb, "nsubj", "nsubjpass", "csubj")
        if own is not None:
            relative = parse.tags[own] in ("WDT", "WP") or (parse.lowers[own] in that and parse.deps[verb] == "relcl")
            return parse.heads[verb] if relative and parse.deps[verb] == "relcl" else own
        head = parse.heads[verb]
        if head == verb:
            return None
        if parse.deps[verb] in ("acl", "relcl") and parse.tags[head][0] in "NP":
            return head if parse.tags[verb] in ("VBG", "VBN") else None
        if parse.deps[verb] == "xcomp":
            controller = parse.child(head, "dobj")
            if controller is not None and controller < verb:
                return controller
            if parse.deps[head] == "acomp":
                # "Was due to meet."
                head = parse.heads[head]
        elif parse.deps[verb] == "pcomp":
            # "Succeeded in limiting."
            head = parse.heads[head]
        elif parse.deps[verb] not in _CLAUSAL:
            return None
        verb = head
    return None


def _of_noun(parse: Parse, noun: int) -> list[tuple[int, Role]]:
    roles: list[tuple[int, Role]] = []
    by_preposition = grammar(parse.language).roles_at_noun
    for child in parse.children[noun]:
        if parse.deps[child] == "poss":
            roles.append((child, Role.AGENT))
        elif parse.deps[child] in ("compound", "nmod") and parse.tags[child][:3] == "NNP":
            roles.append((child, Role.OTHER))
        elif parse.deps[child] in ("prep", "agent"):
            target = parse.child(child, "pobj")
            if target is not None and _is_who(parse, target):
                roles.append((target, by_preposition.get(parse.lowers[child], Role.OTHER)))
    return [pair for role in roles for pair in _joined(parse, *role)]


def _joined(parse: Parse, head: int, role: Role) -> list[tuple[int, Role]]:
    """The head and what is joined to it: `Putin and Kim`."""
    found = [(head, role)]
    while (head := parse.child(head, "conj") or -1) >= 0:
        found.append((head, role))
    return found


def _is_who(parse: Parse, noun: int) -> bool:
    """Whether a noun after a preposition may take part: a name or a pronoun."""
    return (
        parse.tags[noun] in ("NNP", "NNPS", "PRP") or parse.child(noun, "det", "poss", "amod", "compound") is not None
    )


def _participant(parse: Parse, head: int, role: Role) -> Participant:
    first, last = parse.left[head], head
    place_prepositions = grammar(parse.language).place
    for child in parse.children[head]:
        if child > head:
            if parse.deps[child] in _TRAILERS or parse.deps[child] in ("punct", "cc", "conj", "case"):
                break
            if parse.tags[head] == "NNP" and parse.lowers[child] in place_prepositions:
                # A name needs nothing to tell which is meant: where is the event's.
                break
            last = _end(parse, child)
        elif parse.deps[child] in _TRAILERS:
            first = parse.right[child] + 1
    while first < head and parse.tags[first] in ("``", "''", ",", ":", "-LRB-", "CC"):
        first += 1
    span = parse.span(first, last)
    return Participant(role, span.start, span.end, span.of(parse.text))


def _end(parse: Parse, phrase: int) -> int:
    """Last word of a phrase behind a noun, without the clauses that trail it."""
    last = phrase
    while True:
        further = None
        for child in parse.children[last]:
            if child > last:
                if parse.deps[child] in _TRAILING_CLAUSES:
                    break
                further = child
        if further is None:
            return last
        last = further


def place(parse: Parse, trigger: int, dated: Container[int] = ()) -> Name | None:
    """Where the event takes place, when a name tells; `dated` are the positions of time expressions."""
    prepositions, verbs = grammar(parse.language).place, _verbs(parse.language).visiting
    for position in (trigger, *_outwards(parse, trigger)):
        for child in parse.children[position]:
            if parse.deps[child] == "prep" and parse.lowers[child] in prepositions:
                target = parse.child(child, "pobj")
            elif parse.deps[child] == "dobj" and parse.lemmas[position] in verbs:
                target = child
            else:
                continue
            target = _name_within(parse, target)
            if target is not None:
                first = target
                while first - 1 >= parse.left[target] and parse.tags[first - 1][:3] == "NNP":
                    first -= 1
                if target not in dated:
                    span = parse.span(first, target)
                    return Name(span.start, span.end, span.of(parse.text))
    return None


def _name_within(parse: Parse, noun: int | None) -> int | None:
    """The name of a place, or the one that a common noun for a place has behind it: `a court in Oslo`."""
    words = grammar(parse.language)
    prepositions = words.place | words.of
    for _ in range(3):
        if noun is None or parse.tags[noun] in ("NNP", "NNPS"):
            return noun
        noun = next(
            (
                parse.child(child, "pobj")
                for child in parse.children[noun]
                if parse.deps[child] == "prep" and parse.lowers[child] in prepositions
            ),
            None,
        )
    return None


def _outwards(parse: Parse, trigger: int) -> list[int]:
    """Words whose place is the trigger's too: its object, the verb it is the object of, a participle behind it."""
    if parse.tags[trigger][0] == "N":
        # "A summit planned for June in Zell."
        behind = [child for child in parse.children[trigger] if child > trigger and is_passive(parse, child)]
        return [parse.heads[trigger], *behind] if parse.deps[trigger] in ("dobj", "nsubjpass") else behind
    if parse.tags[trigger][0] == "V":
        return [child for child in parse.children[trigger] if parse.deps[child] == "dobj"]
    return []
