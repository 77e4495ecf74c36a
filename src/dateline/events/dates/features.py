"""A date of a parsed sentence in, the features out by which its role is told: those of `PARSED_MODEL`."""

from dateline.events.attribution.speech_words import sayings
from dateline.events.dates.governor import Governor, below, governor, preposition_of
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.parse import Parse

# Steps of the way from a date to its verb, and from there to the root, that are told.
_STEPS = 5
_TOLD = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "advcl", "neg", "nsubjpass", "prt", "agent"})


def features(parse: Parse, start: int, end: int) -> list[str]:
    """What the tree above a time expression tells of its role."""
    above = governor(parse, start, end)
    if above is None:
        return ["not parsed"]
    path = ">".join(above.path[:_STEPS])
    preposition = preposition_of(parse, above)
    found = [f"path={path}", f"dep={above.path[0]}", f"prep={preposition}", f"path length={min(len(above.path), 6)}"]
    if above.noun is not None:
        is_event = kind_of(parse, above.noun) != ""
        name = parse.tags[above.noun].startswith("NNP")
        found += [f"noun={parse.deps[above.noun]}", f"noun is event={is_event}", f"noun is name={name}"]
        found += [f"noun lemma={parse.lemmas[above.noun]}", f"noun={parse.deps[above.noun]} {is_event}"]
        found += [f"at noun={above.path[0]} {is_event}", f"at noun={above.path[0]} {name} {preposition}"]
    else:
        found.append("no noun")
    if above.verb is None:
        return [*found, "no verb"]
    return found + _of_verb(parse, above, above.verb)


def _of_verb(parse: Parse, above: Governor, verb: int) -> list[str]:
    chain = _chain(parse, verb)
    root = verb
    for higher in parse.ancestors(verb):
        root = higher
    says = parse.lemmas[verb] in sayings(parse.language)
    root_says = parse.lemmas[root] in sayings(parse.language)
    direct = above.noun is None
    mark = parse.child(verb, "mark", "advmod") if parse.deps[verb] in ("advcl", "ccomp", "acl", "pcomp") else None
    found = [
        f"chain={'>'.join(chain[:_STEPS])}",
        f"chain direct={'>'.join(chain[:2])} {direct}",
        f"verb dep={parse.deps[verb]}",
        f"below={below(parse, verb)} {'direct' if direct else 'noun'}",
        f"below={below(parse, verb)} says={says} {direct}",
        f"verb dep direct={parse.deps[verb]} {direct}",
        f"verb says={says} {direct}",
        f"root says={root_says} {parse.deps[verb]}",
        f"verb tag={_tense(parse, verb)}",
        f"left={above.token < verb}",
        f"left chain={above.token < verb} {parse.deps[verb]} {direct}",
        f"verb lemma={parse.lemmas[verb]}",
    ]
    if mark is not None:
        found.append(f"mark={parse.deps[verb]} {parse.lowers[mark]}")
    subject = parse.child(verb, "nsubj", "nsubjpass", "expl")
    if subject is None:
        found.append(f"no subject={parse.deps[verb]}")
    else:
        tag = parse.tags[subject]
        found.append(f"subject={parse.lowers[subject] if tag[:3] in ('PRP', 'EX', 'WP', 'WDT', 'DT') else tag[:3]}")
    found += [f"child={parse.deps[k]}" for k in parse.children[verb] if parse.deps[k] in _TOLD]
    return found


def _chain(parse: Parse, verb: int) -> list[str]:
    """The labels from a verb up to the root, verbs of saying marked."""
    chain = [parse.deps[verb]]
    for higher in parse.ancestors(verb):
        says = "!" if parse.lemmas[higher] in sayings(parse.language) else ""
        chain.append(parse.deps[higher] + says)
    return chain


def _tense(parse: Parse, verb: int) -> str:
    aux = [parse.lowers[k] for k in parse.children[verb] if parse.deps[k] in ("aux", "auxpass")]
    return f"{parse.tags[verb]} {aux[0] if aux else '-'}"
