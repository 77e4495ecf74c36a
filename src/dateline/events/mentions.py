"""Event mentions: trigger, participants, place, date, status and who says so."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from itertools import islice

from dateline.events.certainty import status_of
from dateline.events.effects import effects
from dateline.events.lexicon import sayings
from dateline.events.parse import Parse
from dateline.events.status import Statuses, is_definite
from dateline.events.triggers import triggers
from dateline.events.verb_groups import finite, is_headline
from dateline.model import Article, Attribution, EventMention, Name, Participant, Status, Timex, When

_CLAUSAL = frozenset(["xcomp", "advcl", "conj"])
_PLACE_PREPOSITIONS = frozenset(["in", "at", "near", "inside", "outside", "off", "around", "across", "throughout"])
_TELLING = frozenset(["tell", "inform", "notify", "brief", "remind", "assure"])
_VISITING = frozenset(["visit", "reach", "leave", "enter", "tour"])
_GIVING = frozenset(
    [
        "give",
        "send",
        "offer",
        "hand",
        "tell",
        "show",
        "pay",
        "grant",
        "award",
        "provide",
        "supply",
        "deliver",
        "sell",
        "lend",
    ]
)
_TRAILERS = frozenset(["relcl", "acl", "appos", "advcl", "parataxis"])
_ARGUMENTS = frozenset(["nsubj", "nsubjpass", "dobj"])
_AHEAD = frozenset((Status.SCHEDULED, Status.EXPECTED, Status.CANCELLED, Status.POSTPONED))
_TOWARDS = frozenset(["until", "till", "to", "for", "by"])
_FUTURE = frozenset(["will", "shall", "would"])


def mentions(
    article: Article, parse: Parse, attributions: Sequence[Attribution], timexes: Sequence[Timex] = ()
) -> list[EventMention]:
    """The events that the parsed sentences of an article tell, in text order.

    `attributions` are those of the same parse, `timexes` the article's time expressions in text order. An event that is
    dated to several days in one breath (`in 2001 and in 2002`) is mentioned once for each.
    """
    inside = {k for timex in timexes for k in range(*_positions(parse, timex.start, timex.end))}
    found = [trigger for trigger in triggers(parse) if trigger not in inside]
    statuses = Statuses(parse)
    dated = dates(parse, found, timexes)
    voices = _voices(parse, attributions)
    told: list[EventMention] = []
    told_before: dict[str, Status] = {}
    for trigger in found:
        status = status_of(parse, trigger, statuses)
        if parse.tags[trigger][0] == "N":
            if status is Status.HAPPENED and trigger not in dated and _is_known(parse, trigger):
                status = told_before.get(parse.lemmas[trigger], status)
            told_before[parse.lemmas[trigger]] = status
        who = tuple(participants(parse, trigger, inside))
        where = place(parse, trigger, inside)
        span = parse.span(trigger, trigger)
        for when in _days(dated.get(trigger, ())):
            on_day = status if when is None else status_on(parse, trigger, status, when, article.published)
            told.append(EventMention(*span, span.of(parse.text), on_day, voices.get(trigger), when, who, where))
    return told


def _is_known(parse: Parse, noun: int) -> bool:
    """Whether a noun stands for what was told before, and no word about it says anew whether it took place.

    `The merger` is still to come in what an article says after `agreed to a merger`.
    """
    head, dep = parse.heads[noun], parse.deps[noun]
    kind = "subject" if dep == "nsubj" else "thing"
    is_told = dep in _ARGUMENTS and (parse.lemmas[head], kind) in effects()
    return not is_told and is_definite(parse, noun) and parse.child(noun, "amod", "relcl", "acl") is None


def _days(timexes: Sequence[Timex]) -> list[When | None]:
    return [When(t.value, t.first, t.last) for t in timexes if t.first and t.last] or [None]


def _positions(parse: Parse, start: int, end: int) -> tuple[int, int]:
    """First position and one past the last of the tokens that a stretch of characters covers."""
    return bisect_right(parse.ends, start), bisect_left(parse.starts, end)


def _voices(parse: Parse, attributions: Sequence[Attribution]) -> dict[int, str]:
    """For every position in what someone says, who says it: of several, the one whose content is smallest.

    A word that tells of the saying itself has the speaker too, if it is one of those that merely pass on.
    """
    voices: dict[int, str] = {}
    by_size = sorted(attributions, key=lambda told: -sum(end - start for start, end in told.content))
    for told in by_size:
        if told.speaker is not None:
            for span in told.content:
                voices.update(dict.fromkeys(range(*_positions(parse, *span)), told.speaker))
    for told in attributions:
        if told.speaker is not None:
            for span in told.cue:
                for position in range(*_positions(parse, *span)):
                    if parse.lemmas[position] in sayings():
                        voices[position] = told.speaker
                    elif voices.get(position) == told.speaker:
                        del voices[position]
    return voices


def dates(parse: Parse, found: Sequence[int], timexes: Sequence[Timex]) -> dict[int, list[Timex]]:
    """For each trigger the time expressions with calendar days that govern it.

    An expression governs the nearest trigger above it in the tree. `At summits in June, they agreed` dates the agreeing
    with the summits; `a visit planned for June` dates the visit and not the planning.
    """
    known = set(found)
    governed: dict[int, list[Timex]] = {}
    token = 0
    for timex in timexes:
        if timex.first is None or timex.type == "SET":
            continue
        while token < len(parse) and parse.ends[token] <= timex.start:
            token += 1
        if token == len(parse) or parse.starts[token] >= timex.end:
            continue
        last = token
        while last + 1 < len(parse) and parse.starts[last + 1] < timex.end:
            last += 1
        trigger = _trigger_above(parse, token, last, known)
        if trigger is None:
            continue
        planned = _planned(parse, trigger, token, known)
        governed.setdefault(trigger if planned is None else planned, []).append(timex)
        setting = _setting(parse, trigger, known)
        if setting is not None:
            governed.setdefault(setting, []).append(timex)
    return governed


def _trigger_above(parse: Parse, first: int, last: int, known: set[int]) -> int | None:
    """The nearest trigger above the words from `first` to `last`, or the nearest verb of the sentence."""
    position = first
    for candidate in range(first, last + 1):
        if not first <= parse.heads[candidate] <= last or parse.heads[candidate] == candidate:
            position = candidate
            break
    if position in known:
        return position
    if parse.deps[position] == "poss":
        # "Next year's budget" tells nothing of when it was passed.
        return None
    for head in parse.ancestors(position):
        if head in known and not first <= head <= last:
            return head
        if parse.lemmas[head] == "be":
            cleft = parse.child(head, "ccomp", "advcl")
            if cleft in known and parse.child(head, "nsubj") is not None and cleft > head:
                # "It was on Friday that they agreed."
                return cleft
    return next((child for child in parse.children[position] if child in known), None)


def _setting(parse: Parse, noun: int, known: set[int]) -> int | None:
    """The event that a dated event noun is the setting of: `at summits in June they agreed`."""
    top = noun
    while parse.deps[top] == "conj":
        top = parse.heads[top]
    if parse.tags[noun][0] != "N" or parse.deps[top] != "pobj":
        return None
    preposition = parse.heads[top]
    verb = parse.heads[preposition]
    return (
        verb
        if parse.lowers[preposition] in ("at", "during", "in") and verb in known and parse.tags[verb][0] == "V"
        else None
    )


def _planned(parse: Parse, verb: int, word: int, known: set[int]) -> int | None:
    """The event that is planned for, or put off to, the day that `word` names: `the visit, planned for June`."""
    preposition = next((head for head in (word, *parse.ancestors(word)) if parse.deps[head] == "prep"), None)
    if preposition is None or parse.heads[preposition] != verb or parse.lowers[preposition] not in _TOWARDS:
        return None
    lemma = parse.lemmas[verb]
    effect = effects().get((f"{lemma}_{parse.lowers[preposition]}", "thing")) or effects().get((lemma, "thing"))
    if effect is None or effect.held not in _AHEAD:
        return None
    if parse.deps[verb] not in ("acl", "relcl"):
        event = parse.child(verb, "nsubjpass", "dobj")
        return event if event in known else None
    # "The flight of its jet, which was planned for June": the clause may hang on the nearer noun.
    return next(
        (noun for noun in islice(parse.ancestors(verb), 3) if noun in known and parse.tags[noun][0] == "N"), None
    )


def participants(parse: Parse, trigger: int, dated: Container[int] = ()) -> list[Participant]:
    """Who and what takes part in the event at `trigger`, in text order; `dated` are positions of time expressions."""
    roles = _of_verb(parse, trigger) if parse.tags[trigger][0] == "V" else _of_noun(parse, trigger)
    found: dict[int, str] = {}
    for head, role in roles:
        if head not in dated and parse.tags[head][0] in "NPWDCJ":
            found.setdefault(head, role)
    return [_participant(parse, head, role) for head, role in sorted(found.items())]


def _of_verb(parse: Parse, verb: int) -> list[tuple[int, str]]:
    deps = parse.deps
    passive = _is_passive(parse, verb)
    roles: list[tuple[int, str]] = []
    subject = _subject(parse, verb)
    if subject is not None:
        roles.append((subject, "patient" if passive else "agent"))
    for child in parse.children[verb]:
        if deps[child] in ("dobj", "oprd", "attr"):
            is_told = parse.lemmas[verb] in _TELLING and deps[child] == "dobj"
            roles.append((child, "recipient" if is_told else "patient"))
        elif deps[child] == "dative":
            target = child if parse.tags[child][0] in "NP" else parse.child(child, "pobj")
            if target is not None:
                roles.append((target, "recipient"))
        elif deps[child] in ("prep", "agent"):
            target = parse.child(child, "pobj")
            if target is None:
                continue
            word = parse.lowers[child]
            if deps[child] == "agent" or (word == "by" and passive):
                roles.append((target, "agent"))
            elif not _is_who(parse, target):
                continue
            elif word == "to" and parse.lemmas[verb] in _GIVING:
                roles.append((target, "recipient"))
            elif word in ("with", "against", "from", "to", "for", "on", "between"):
                roles.append((target, "other"))
    return [pair for role in roles for pair in _joined(parse, *role)]


def _is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb, or the verb whose auxiliaries it shares, is a passive."""
    while parse.child(verb, "auxpass", "nsubjpass") is None:
        if parse.deps[verb] != "conj" or parse.tags[verb] != "VBN" or parse.child(verb, "aux", "nsubj") is not None:
            return parse.deps[verb] == "acl" and parse.tags[verb] == "VBN"
        verb = parse.heads[verb]
    return True


def _subject(parse: Parse, verb: int) -> int | None:
    """The subject of a verb: its own, or one it shares by coordination, control or a relative clause."""
    for _ in range(6):
        own = parse.child(verb, "nsubj", "nsubjpass", "csubj")
        if own is not None:
            relative = parse.tags[own] in ("WDT", "WP") or (parse.lowers[own] == "that" and parse.deps[verb] == "relcl")
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


def _of_noun(parse: Parse, noun: int) -> list[tuple[int, str]]:
    roles: list[tuple[int, str]] = []
    for child in parse.children[noun]:
        if parse.deps[child] == "poss":
            roles.append((child, "agent"))
        elif parse.deps[child] in ("compound", "nmod") and parse.tags[child][:3] == "NNP":
            roles.append((child, "other"))
        elif parse.deps[child] in ("prep", "agent"):
            target = parse.child(child, "pobj")
            if target is not None and _is_who(parse, target):
                role = {"by": "agent", "of": "patient", "on": "patient", "against": "patient"}
                roles.append((target, role.get(parse.lowers[child], "other")))
    return [pair for role in roles for pair in _joined(parse, *role)]


def _joined(parse: Parse, head: int, role: str) -> list[tuple[int, str]]:
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


def _participant(parse: Parse, head: int, role: str) -> Participant:
    first, last = parse.left[head], head
    for child in parse.children[head]:
        if child > head:
            if parse.deps[child] in _TRAILERS or parse.deps[child] in ("punct", "cc", "conj", "case"):
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
    for child in parse.children[phrase]:
        if child > phrase:
            if parse.deps[child] in ("relcl", "advcl", "parataxis"):
                break
            last = _end(parse, child)
    return max(last, phrase)


def place(parse: Parse, trigger: int, dated: Container[int]) -> Name | None:
    """Where the event takes place, when a name tells; `dated` are the positions of time expressions."""
    for position in (trigger, *_outwards(parse, trigger)):
        for child in parse.children[position]:
            if parse.deps[child] == "prep" and parse.lowers[child] in _PLACE_PREPOSITIONS:
                target = parse.child(child, "pobj")
            elif parse.deps[child] == "dobj" and parse.lemmas[position] in _VISITING:
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
    for _ in range(3):
        if noun is None or parse.tags[noun] in ("NNP", "NNPS"):
            return noun
        noun = next(
            (
                parse.child(child, "pobj")
                for child in parse.children[noun]
                if parse.deps[child] == "prep"
                and (parse.lowers[child] in _PLACE_PREPOSITIONS or parse.lowers[child] == "of")
            ),
            None,
        )
    return None


def _outwards(parse: Parse, trigger: int) -> list[int]:
    """Words whose place is the trigger's too: the object of its light verb, or the verb it is the object of."""
    head = parse.heads[trigger]
    if parse.tags[trigger][0] == "N" and parse.deps[trigger] in ("dobj", "nsubjpass"):
        return [head]
    if parse.tags[trigger][0] == "V":
        return [child for child in parse.children[trigger] if parse.deps[child] == "dobj"]
    return []


def status_on(parse: Parse, trigger: int, status: Status, when: When, published: dt.date | None) -> Status:
    """The status in the light of the date: a plain future on a day is scheduled, and nothing ahead has happened."""
    exact = when.last == when.first
    if status is Status.EXPECTED and exact and _plain_future(parse, trigger):
        return Status.SCHEDULED
    if published is not None and when.first > published and status in (Status.HAPPENED, Status.ONGOING):
        if _is_told_as_past(parse, trigger):
            return status
        return Status.SCHEDULED if exact else Status.EXPECTED
    return status


def _is_told_as_past(parse: Parse, trigger: int) -> bool:
    """Whether a day to come cannot be the event's, which is told in the past; `put off until May` sets a new day."""
    is_past = finite(parse, trigger) is Status.HAPPENED and not is_headline(parse, trigger)
    return is_past and not any(
        parse.deps[child] == "prep" and parse.lowers[child] in _TOWARDS for child in parse.children[trigger]
    )


def _plain_future(parse: Parse, trigger: int) -> bool:
    """Whether the verb group says that something will be or is to be, and no other that it is hoped or planned."""
    head = parse.heads[trigger]
    return any(parse.deps[child] == "aux" and parse.lemmas[child] in _FUTURE for child in parse.children[trigger]) or (
        parse.deps[trigger] == "xcomp" and parse.lemmas[head] == "be" and parse.tags[head] in ("VBZ", "VBP")
    )
