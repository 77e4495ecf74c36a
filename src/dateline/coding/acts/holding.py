"""An act with those who take part in it in, whether it is an event out: not what is said, won or done in private."""

from collections.abc import Sequence

from dateline.coding.acts.clauses import is_of, is_somebody
from dateline.coding.acts.modes import mode_of
from dateline.coding.acts.sentences import Act
from dateline.coding.ontology import KIND, MUTUAL
from dateline.coding.parties import Party
from dateline.coding.sectors import ARMED, PRIVATE
from dateline.events.parsing.parse import Parse

# Sectors that hold power, which protest against nobody.
_POWER = frozenset(("GOV", "COP", "MIL", "LEG"))
# Types that are no event without somebody who acts: who is arrested or killed is an event whoever did it.
_NEEDS_ACTOR = KIND - {"RETREAT"} | {"REQUEST", "REJECT", "THREATEN", "PROTEST", "MOBILIZE"}
# Classes of things that are attacked though nobody is named whose they are.
_TARGETS = ("target", "building", "place", "armed", "troop", "peacekeeping", "border", "road")
# Those who attack by words, as a rule, though what they do is named like force.
_SPEAKERS = frozenset(("LEG", "PTY", "OPP", "ELI", "BUS", "JRN"))
# Classes of nouns that tell of force.
_FORCE = ("violence", "weapon", "armed")


def counts(parse: Parse, act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether an act is an event: what acts and what it is done to can take part, and count."""
    if not actors and (act.type in _NEEDS_ACTOR or not all(is_of(parse, head, "attack") for head in act.actors)):
        return False
    if not _is_political(act.type, actors, recipients):
        return False
    if act.type == "ASSAULT":
        return _is_force(parse, act, actors) and _is_on_target(parse, act, recipients)
    if act.type == "CONSULT":
        return _is_meeting(parse, act, actors, recipients)
    if act.type == "REQUEST" and act.recipients:
        return not _is_of_his_own(actors, recipients)
    return True


def is_plain(parse: Parse, act: Act) -> bool:
    """Whether who acts is told by the act's own clause: not by a pronoun, nor by a verb or a noun it hangs on.

    In `He said the mayor had left and thanked the police`, who thanked is read wrongly half the time; so is who
    attacked in `opened fire on a man attacking the car`.
    """
    dep, tag = parse.deps[act.trigger], parse.tags[act.trigger]
    if dep == "xcomp" or (dep == "acl" and tag == "VBG"):
        return False
    if not act.actors:
        return True
    head = act.actors[0]
    first = parse.left[head]
    if parse.tags[head] == "PRP" or (parse.tags[head][:3] == "NNP" and "CC" in parse.tags[first:head]):
        # "Mr Holt and Chairman Ada Quill", taken for one.
        return False
    return dep != "conj" or act.trigger in (parse.heads[head], parse.heads[parse.heads[head]])


def _is_force(parse: Parse, act: Act, actors: Sequence[Party]) -> bool:
    """Whether an act that may be one of words or votes is one of force: by who does it, or by the words beside it."""
    named = {act.trigger}
    if parse.lemmas[act.trigger] not in parse.language.words("coding/words.toml", "also_words"):
        thing = parse.child(act.trigger, "dobj", "nsubjpass")
        is_either = thing is not None and parse.lemmas[thing] in parse.language.words(
            "coding/words.toml", "also_words_nouns"
        )
        if thing is None or not is_either or not any(_SPEAKERS.intersection(p.coded.sectors[:1]) for p in actors):
            return True
        named.add(thing)
    # "Wales beat Belgium 3-1".
    is_game = parse.lemmas[act.trigger] in parse.language.words("coding/words.toml", "games")
    if any(ARMED.intersection(party.coded.sectors) or (party.coded.is_country and not is_game) for party in actors):
        return True
    first, last = parse.bounds[parse.sentence[act.trigger]]
    return any(
        parse.tags[word][0] == "N"
        and word not in named
        and parse.deps[word] not in ("compound", "nmod", "npadvmod")
        and any(is_of(parse, word, kind) for kind in _FORCE)
        for word in range(first, last)
    )


def _is_on_target(parse: Parse, act: Act, recipients: Sequence[Party]) -> bool:
    """Whether force is used on somebody, or on what belongs to somebody: `kill livestock` is no act."""
    is_by_words = parse.lemmas[act.trigger] in parse.language.words("coding/words.toml", "also_words")
    if not act.recipients or (not is_by_words and any(party.coded.country for party in recipients)):
        # "Attacked the Iranian deal" is a word against it.
        return True
    return any(
        is_somebody(parse, head) or any(is_of(parse, head, kind) for kind in _TARGETS) for head in act.recipients
    )


def _is_meeting(parse: Parse, act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether somebody meets others; who comes home visits nobody, and whoever discusses something meets nobody."""
    if actors and recipients and all(_is_land(party) for party in recipients):
        return {p.coded.country for p in recipients} != {p.coded.country for p in actors}
    if recipients or len(actors) > 1 or any(parse.tags[head] in ("NNS", "NNPS") for head in act.actors):
        return True
    return mode_of(parse, act) in ("visit", "third-party", "multilateral")


def _is_land(party: Party) -> bool:
    """Whether words name a country or a part of one, and nobody in it: `southern Peru`."""
    return party.coded.is_country or (party.coded.by == "country" and not party.coded.sectors)


def _is_of_his_own(actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether something is said to be for one's own country to do, which demands nothing of anybody."""
    own = {party.coded.country for party in actors}
    return bool(recipients) and all(p.coded.is_country and p.coded.country in own for p in recipients)


def _is_political(type_: str, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether somebody takes part who is of a country or of a sector that counts; crimes among people do not."""
    if type_ in MUTUAL and not any(_acts_for_others(party) for party in actors):
        return False
    if type_ == "PROTEST" and all(p.coded.is_country or _POWER.intersection(p.coded.sectors[:1]) for p in actors):
        # A president's rally is none against anybody, and a country that protests only says so.
        return False
    if any(party.coded.country or set(party.coded.sectors) - PRIVATE for party in actors):
        return True
    if actors and type_ == "ASSAULT":
        return False
    return any(party.coded.country for party in recipients)


def _acts_for_others(party: Party) -> bool:
    """Whether somebody may meet, agree or help for more than himself: not a journalist, a firm or a traveller."""
    sectors = set(party.coded.sectors)
    return bool(sectors - PRIVATE) if sectors else bool(party.coded.country)
