"""Event mentions: trigger, participants, place, date, status and who says so."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from dateline.events.attribution.speech_words import sayings
from dateline.events.attribution.voices import gives_voice
from dateline.events.mentions.participants import participants, place
from dateline.events.mentions.triggers import triggers
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.status.certainty import status_of
from dateline.events.status.decision import Statuses, is_definite
from dateline.events.status.effects import effects
from dateline.events.status.verb_groups import finite, is_headline, is_negated
from dateline.model import Article, Attribution, EventMention, Status, Timex, When

_ARGUMENTS = frozenset(["nsubj", "nsubjpass", "dobj"])
_TOLD = frozenset(("dobj", "dative"))
_AHEAD = frozenset((Status.SCHEDULED, Status.EXPECTED, Status.CANCELLED, Status.POSTPONED))
_NOT_SURE = frozenset((Status.UNCERTAIN, Status.DENIED))


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
    said_by = voices(parse, attributions)
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
            told.append(EventMention(*span, span.of(parse.text), on_day, said_by.get(trigger), when, who, where))
    return told


def _is_known(parse: Parse, noun: int) -> bool:
    """Whether a noun stands for what was told before, and no word about it says anew whether it took place.

    `The merger` is still to come in what an article says after `agreed to a merger`.
    """
    head, dep = parse.heads[noun], parse.deps[noun]
    kind = "subject" if dep == "nsubj" else "thing"
    effect = effects(parse.language).get((parse.lemmas[head], kind)) if dep in _ARGUMENTS else None
    is_told = effect is not None and effect.held == "yes"
    return not is_told and is_definite(parse, noun) and parse.child(noun, "amod", "relcl", "acl") is None


def _days(timexes: Sequence[Timex]) -> list[When | None]:
    """What an event is dated to; where one date lies in another, the finer: `a decade ago, on October 9, 2014`."""
    days = [When(t.value, t.first, t.last) for t in timexes if t.first and t.last]
    return [one for one in days if not any(_is_finer(other, one) for other in days)] or [None]


def _is_finer(one: When, other: When) -> bool:
    inside = other.first <= one.first and one.last <= other.last
    return inside and one.last - one.first < other.last - other.first


def _positions(parse: Parse, start: int, end: int) -> tuple[int, int]:
    """First position and one past the last of the tokens that a stretch of characters covers."""
    return bisect_right(parse.ends, start), bisect_left(parse.starts, end)


def voices(parse: Parse, attributions: Sequence[Attribution]) -> dict[int, str]:
    """For every position in what someone says, who says it: of several, the one whose content is smallest.

    A word that tells of the saying itself has the speaker too, if it is one of those that merely pass on.
    """
    found: dict[int, str] = {}
    voiced = [told for told in attributions if gives_voice(parse, told)]
    by_size = sorted(voiced, key=lambda told: -sum(end - start for start, end in told.content))
    for told in by_size:
        if told.speaker is not None:
            for span in told.content:
                found.update(dict.fromkeys(range(*_positions(parse, *span)), told.speaker))
    for told in voiced:
        if told.speaker is not None:
            for span in told.cue:
                for position in range(*_positions(parse, *span)):
                    if parse.lemmas[position] in sayings(parse.language):
                        found[position] = told.speaker
                    elif found.get(position) == told.speaker:
                        del found[position]
    return found


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
    saying = _saying_before(parse, first)
    if saying in known:
        return saying
    below = position
    for head in parse.ancestors(position):
        if parse.deps[below] == "ccomp" and parse.lemmas[head] in sayings(parse.language):
            # "The vote is on Friday, she said": nobody spoke on Friday.
            return None
        if head in known and not first <= head <= last:
            return head
        below = head
        if parse.lemmas[head] in grammar(parse.language).be:
            there_is = parse.child(head, "attr")
            if there_is in known and parse.child(head, "expl") is not None:
                # "There will be no concert on Friday."
                return there_is
            cleft = parse.child(head, "ccomp", "advcl")
            if cleft in known and parse.child(head, "nsubj") is not None and cleft > head:
                # "It was on Friday that they agreed."
                return cleft
    return next((child for child in parse.children[position] if child in known), None)


def _saying_before(parse: Parse, first: int) -> int | None:
    """The verb of saying right before a date, which is its day: `said on Monday it would close`.

    Who is told may stand between, where what is said follows: `told the court on Monday he had paid`.
    """
    verb = first - 1
    if verb > 0 and parse.deps[verb] == "prep" and parse.lowers[verb] in grammar(parse.language).on:
        verb -= 1
    if verb > 0 and parse.deps[verb] in _TOLD:
        said = parse.child(parse.heads[verb], "ccomp", "advcl")
        verb = parse.heads[verb] if said is not None and said > first else verb
    is_verb = verb >= 0 and parse.tags[verb][0] == "V" and parse.sentence[verb] == parse.sentence[first]
    return verb if is_verb and parse.lemmas[verb] in sayings(parse.language) else None


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
        if parse.lowers[preposition] in grammar(parse.language).setting and verb in known and parse.tags[verb][0] == "V"
        else None
    )


def _planned(parse: Parse, verb: int, word: int, known: set[int]) -> int | None:
    """The event that is planned for, or put off to, the day that `word` names: `the visit, planned for June`."""
    preposition = next((head for head in (word, *parse.ancestors(word)) if parse.deps[head] == "prep"), None)
    if preposition is None or parse.heads[preposition] != verb:
        return None
    if parse.lowers[preposition] not in grammar(parse.language).towards:
        return None
    if not _is_ahead(parse, verb, preposition):
        return None
    if parse.deps[verb] not in ("acl", "relcl"):
        event = parse.child(verb, "nsubjpass", "dobj")
        return event if event in known else None
    # "The flight of its jet, which was planned for June": the clause may hang on the nearer noun.
    return next(
        (noun for noun in islice(parse.ancestors(verb), 3) if noun in known and parse.tags[noun][0] == "N"), None
    )


def status_on(parse: Parse, trigger: int, status: Status, when: When, published: dt.date | None) -> Status:
    """The status in the light of the date: a plain future on a day is scheduled, and nothing ahead has happened."""
    exact = when.last == when.first
    if status is Status.EXPECTED and exact and _plain_future(parse, trigger):
        return Status.SCHEDULED
    if published is not None and when.first > published and status is Status.DENIED and _is_before(parse, trigger):
        # What will not be before a day is not denied: it may be then.
        return Status.EXPECTED
    if published is not None and when.first > published and status in _NOT_SURE and _is_not_until(parse, trigger):
        return Status.EXPECTED
    if published is not None and when.first > published and status in (Status.HAPPENED, Status.ONGOING):
        if _is_told_as_past(parse, trigger):
            return status
        return Status.SCHEDULED if exact else Status.EXPECTED
    return status


def _is_before(parse: Parse, trigger: int) -> bool:
    """Whether a phrase with `before` hangs on the trigger: `will not open before June`."""
    before = grammar(parse.language).before
    return any(parse.deps[child] == "prep" and parse.lowers[child] in before for child in parse.children[trigger])


def _is_not_until(parse: Parse, trigger: int) -> bool:
    """Whether something is not expected until a day, by which it then is: `is not expected to open until June`."""
    words, head = grammar(parse.language), parse.heads[trigger]
    is_doubted = is_negated(parse, head) or parse.tags[head][0] == "J"
    awaited = parse.deps[trigger] == "xcomp" and is_doubted and parse.lemmas[trigger] not in words.enduring
    return awaited and any(parse.lowers[k] in words.until for k in parse.children[trigger])


def _is_ahead(parse: Parse, verb: int, preposition: int) -> bool:
    """Whether a verb with this preposition sets the day of something else: `planned for`, `put off to`."""
    lemma = parse.lemmas[verb]
    particle = parse.child(verb, "prt")
    keys = [
        f"{lemma}_{parse.lowers[preposition]}",
        lemma,
        *([] if particle is None else [f"{lemma}_{parse.lowers[particle]}"]),
    ]
    found = (effects(parse.language).get((key, "thing")) for key in keys)
    return any(effect is not None and effect.held in _AHEAD for effect in found)


def _is_told_as_past(parse: Parse, trigger: int) -> bool:
    """Whether a day to come cannot be the event's, which is told in the past; `put off until May` sets a new day."""
    if finite(parse, trigger) is not Status.HAPPENED or is_headline(parse, trigger):
        return False
    if is_negated(parse, trigger):
        return True
    words = grammar(parse.language)
    for child in parse.children[trigger]:
        if parse.deps[child] == "prep" and parse.lowers[child] in words.towards:
            return not (parse.lowers[child] in words.until or _is_ahead(parse, trigger, child))
    return True


def _plain_future(parse: Parse, trigger: int) -> bool:
    """Whether the verb group says that something will be or is to be, and no other that it is hoped or planned."""
    head = parse.heads[trigger]
    words = grammar(parse.language)
    auxiliaries = {parse.lemmas[child] for child in parse.children[trigger] if parse.deps[child] == "aux"}
    if not words.future.isdisjoint(auxiliaries):
        # What will have been by a day is reckoned, and not planned.
        return words.have.isdisjoint(auxiliaries)
    return parse.deps[trigger] == "xcomp" and parse.lemmas[head] in words.be and parse.tags[head] in ("VBZ", "VBP")
