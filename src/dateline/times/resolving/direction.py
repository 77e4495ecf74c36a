"""A date in its sentence in, whether the words around look back or ahead out: told by the nearest verb, unparsed."""

from collections.abc import Callable, Sequence, Set
from functools import partial
from itertools import pairwise

from dateline.languages import Language
from dateline.model import Span
from dateline.times.resolving.tense_words import Cues, cues_of
from dateline.times.resolving.word_sense import governs, is_done, is_maybe_present, is_participle, sense_of

# Code points looked at on either side: most clauses end within.
_REACH = 120
# Words before "until Monday" among which the one that moves the date stands.
_MOVED_REACH = 12
# The same for "has until Monday".
_ALLOTTED_REACH = 4
# Code points of a sentence among which another finite verb is looked for.
_WHOLE = 500
# Words before a day among which "following" stands, with what follows it.
_FOLLOWED = 7
# Words of "is closed on" before a date.
_SO_ON = 3
# Words behind a date among which the verb stands of what has that day: "on Monday | she would".
_SOON = 3
# Words of "it closed on" before one.
_DONE = 3


def look(language: Language, text: str, sentence: Span, start: int, end: int, possessive_alone: int = -1) -> int:
    """-1 when the words around `start` to `end` look back, 1 when they look ahead, 0 when they do not tell.

    The nearest cue before the date counts, within its clause; where there is none, the first one after it.
    `possessive_alone` is what a possessive tells that has no cue before it: "as of Friday's close".
    """
    cues = cues_of(language)
    before = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    possessive = _possessive(text, end, cues)
    if possessive and cues.ahead_of_possessive & {" ".join(before[-1:]).lower(), " ".join(before[-2:]).lower()}:
        return 1
    if before and _is_set(before, possessive, cues):
        return 1
    if not before and not possessive and _is_followed_by(cues.present_be, text, end, cues):
        # "Monday is the last day to register."
        return 1
    if not possessive and _is_followed(before, cues):
        return -1
    if " ".join(before[-2:]).lower() in cues.told_of and cues.forms_of_be.isdisjoint(before[-_MOVED_REACH:]):
        return -1
    behind = end + len(possessive)
    noun = cues.word.match(text, behind + 1)
    if noun and noun[0].lower() in cues.nouns_behind:
        return cues.nouns_behind[noun[0].lower()]
    if noun and not possessive and noun[0] in cues.opens_content and _noun_before(before, cues) in cues.sayings:
        return -1
    after = partial(cues.word.findall, text, behind, min(sentence.end, behind + _REACH))
    if possessive and (not before or before[-1] in cues.reporting):
        # The date opens a clause: "said Friday's meeting will decide".
        return _first(after(), cues) or -1
    near = _since_comma(text, start, before, cues)
    if 0 < near < len(before) and _opens_a_clause(before[-near:], cues) and (told := _first(after(), cues)):
        return told
    told = _before(before, near, after, cues)
    if told <= 0 and not possessive and _is_yet_to_come(before, near, told, after, cues):
        return 1
    if told or possessive:
        # What follows a possessive is a noun: "as of Friday's close".
        return told or possessive_alone
    told = _first(after(), cues)
    if told:
        return told
    if is_headline(language, text, sentence):
        return int(_is_planned(before, cues))
    return int(
        _is_in_the_present(text, sentence, start, before, cues)
        or _is_imperative(text, sentence, cues)
        or _is_so_on(before, cues)
    )


def _is_followed(before: Sequence[str], cues: Cues) -> bool:
    """Whether a day is of what the rest follows on, and that is no plan: "are at work following a fire on | Monday"."""
    near = before[-_FOLLOWED:]
    at = next((at for at in range(len(near) - 1, -1, -1) if near[at] in cues.following), None)
    if at is None or len(near) - at < _SO_ON or not cues.finite.isdisjoint(near[at:]):
        return False
    return not any(word in cues.sure_modals or cues.single.get(word) == 1 for word in before)


def _is_followed_by(words: Set[str], text: str, end: int, cues: Cues) -> bool:
    following = cues.word.match(text, end + 1)
    return following is not None and following[0].lower() in words


def _is_in_the_present(text: str, sentence: Span, start: int, before: Sequence[str], cues: Cues) -> bool:
    """Whether the only finite verb of a whole sentence is one in the simple present: "the council votes on Friday".

    A sentence has a finite verb; where none has the form of a past and there is no auxiliary, a noun that may be a
    verb is one.
    """
    if before and before[-1].lower() in cues.not_subjects - cues.days_after:
        return False
    words = cues.word.findall(text, sentence.start, min(sentence.end, sentence.start + _WHOLE))
    for at, word in enumerate(words):
        low = word.lower()
        if low in cues.finite:
            return False
        if (low in cues.telling or word.endswith(cues.endings)) and sense_of(words, at, cues) < 0:
            return False
    near = before[len(before) - _since_comma(text, start, before, cues) :] if before else words
    return any(is_maybe_present(near, at, cues) for at in range(len(near)))


def _is_imperative(text: str, sentence: Span, cues: Cues) -> bool:
    """Whether a whole sentence asks to do something: "Call the hotline by Friday.", "Do not swim before Monday."."""
    words = cues.word.findall(text, sentence.start, min(sentence.end, sentence.start + _WHOLE))
    asked = " ".join(words[:2]).lower() in cues.asking_not
    polite = bool(words) and words[0].lower() in cues.asking
    verb = 2 * asked or int(polite)
    form = cues.present.get(words[verb].lower()) if len(words) > verb else None
    if form is None or form.third:
        return False
    return not any(
        word in cues.finite or word.endswith(cues.endings) or sense_of(words, at, cues) < 0
        for at, word in enumerate(words[verb + 1 :], verb + 1)
    )


def _is_so_on(before: Sequence[str], cues: Cues) -> bool:
    """Whether what is so on a day is told right before it: "the museum is closed on", "are shut on"."""
    if len(before) < _SO_ON or before[-1] not in cues.on_its_day or before[-3].lower() not in cues.present_be:
        return False
    return is_participle(before[-2], cues) or cues.single.get(before[-2]) == -1


def _since_comma(text: str, start: int, before: Sequence[str], cues: Cues) -> int:
    """How many of the words `before` a date stand behind the last comma."""
    low = start - _REACH if start > _REACH else 0
    comma = max(text.rfind(sign, low, start) for sign in cues.commas) if cues.commas else -1
    return len(before) if comma < 0 else min(len(before), len(cues.word.findall(text, comma + 1, start)))


def _is_set(before: Sequence[str], possessive: str, cues: Cues) -> bool:
    """Whether something is moved to the date, or given, wanted or meant for it: "has until", "a walkout for"."""
    last = before[-1].lower()
    if last in cues.present_be and not possessive:
        # "Her funeral is Saturday."
        return True
    if last in cues.moved_to and not cues.moved.isdisjoint(before[-_MOVED_REACH:]):
        return True
    if last in cues.allotted_until and not cues.allotted.isdisjoint(before[-_ALLOTTED_REACH:]):
        return True
    if last in cues.allotted_until and not possessive and not cues.present_be.isdisjoint(before[-_MOVED_REACH:]):
        # "Are letting them change their tickets until Monday".
        return True
    if possessive or len(before) < 2:
        return False
    if last in cues.wanted_by and not cues.wanting.isdisjoint(before[-_MOVED_REACH:]):
        return True
    if last not in cues.meant_for or before[-2].lower() in cues.measured:
        return False
    # What was planned for a day, or had been, may have come to something; not what somebody set for it.
    near = before[-_MOVED_REACH:]
    planned = any(word in cues.plans and near[at + 1] not in cues.before_nouns for at, word in enumerate(near[:-1]))
    return not planned and cues.before_the_story.isdisjoint(before[-_MOVED_REACH:])


def is_headline(language: Language, text: str, sentence: Span) -> bool:
    """Whether a sentence has no full stop, as headlines have none: "Court to rule on Friday"."""
    return not text.endswith(cues_of(language).full_stops, sentence.start, sentence.end)


def _before(before: Sequence[str], near: int, after: Callable[[], Sequence[str]], cues: Cues) -> int:
    """What the nearest cue before a date tells, within its clause; the last `near` words are behind any comma."""
    skipped = _aside(before, cues)
    for position in range(len(before) - 1, -1, -1):
        word = before[position].lower()
        if position in skipped:
            continue
        if word in cues.clause or (word in cues.present_be and not _is_auxiliary(before, position, cues)):
            # "Those they punished are at the polls in": what stands before is of the subject.
            break
        if word not in cues.telling and word not in cues.present and not word.endswith(cues.endings):
            continue
        sense = sense_of(before, position, cues)
        if not sense or (word in cues.not_right_before and position == len(before) - 1):
            continue
        if position < len(before) - near and word in cues.present and word not in cues.single:
            # A verb in the present reaches no further than its comma.
            continue
        planned = position - 1 if word in cues.after_plans else position
        if sense == 1 and before[planned].lower() in cues.plans and not _is_predicate(before, planned, cues):
            return -1 if _came_to_something(after(), cues) else 1
        return sense
    return 0


def _is_somewhere(near: Sequence[str], cues: Cues) -> bool:
    """Whether the nearest verb before a day tells that something is there: "is back on", "there are polls in"."""
    at = next((at for at in range(len(near) - 1, -1, -1) if near[at].lower() in cues.present_be), None)
    if at is None or _is_auxiliary(near, at, cues) or any(sense_of(near, k, cues) for k in range(at, len(near))):
        return False
    is_there = at > 0 and near[at - 1].lower() in cues.there
    return is_there or not cues.somewhere.isdisjoint(near[at + 1 : at + 2])


def _is_auxiliary(words: Sequence[str], position: int, cues: Cues) -> bool:
    """Whether a form of "be" goes with a verb: "is held", "is now going"."""
    verbs = words[position + 1 : position + 1 + _SO_ON]
    return any(is_done(verb, cues) or verb.endswith(cues.progressive) for verb in verbs)


def _noun_before(before: Sequence[str], cues: Cues) -> str:
    """The word before a date, but for a preposition: "her announcement | on"."""
    words = before[:-1] if before and before[-1] in cues.days_after else before
    return words[-1].lower() if words else ""


def _is_said_to_come(before: Sequence[str], after: Sequence[str], cues: Cues) -> bool:
    """Whether the day is in what is said, of what will be: "said her first move on | Monday would be"."""
    said = next((at for at in range(len(before) - 1, -1, -1) if before[at].lower() in cues.saying), None)
    content = [] if said is None else before[said + 1 :]
    if not content or content[0].lower() not in cues.opens_what_is_said:
        return False
    if any(sense_of(before, at, cues) for at in range(len(before) - len(content), len(before))):
        return False
    if _noun_before(before, cues) in cues.nouns_behind:
        return False
    return not cues.foretelling.isdisjoint(word.lower() for word in after[:_SOON])


def _is_yet_to_come(
    before: Sequence[str], near: int, told: int, after: Callable[[], Sequence[str]], cues: Cues
) -> bool:
    """Whether a day is one to come although no verb before it tells so, or one that tells of something else."""
    if told < 0 and _is_said_to_come(before, after(), cues):
        return True
    if not told and _is_to_go_until(before, cues):
        return True
    return _is_before_what_comes(before, cues) or (not told and _is_somewhere(before[len(before) - near :], cues))


def _is_to_go_until(before: Sequence[str], cues: Cues) -> bool:
    """Whether some time is to go until the day: "with two days to go before the vote on | Friday"."""
    low = [word.lower() for word in before]
    at = next((at for at in range(2, len(low)) if tuple(low[at - 2 : at + 1]) in cues.to_go), None)
    return at is not None and not any(sense_of(before, k, cues) for k in range(at + 1, len(before)))


def _is_before_what_comes(before: Sequence[str], cues: Cues) -> bool:
    """Whether the day is of what something else is done before: "made her case before the states vote on | Friday"."""
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at].lower() in cues.still_to_be), None)
    clause = [] if at is None else before[at:]
    if any(word in cues.finite | cues.one_thing or sense_of(clause, k, cues) < 0 for k, word in enumerate(clause)):
        return False
    if any(is_maybe_present(clause, k, cues) for k in range(2, len(clause))):
        return True
    # "Before Zell and Norden vote on": two are many.
    return any(clause[k] in cues.present and clause[k - 2] in cues.joining for k in range(3, len(clause)))


def _opens_a_clause(near: Sequence[str], cues: Cues) -> bool:
    """Whether the words behind a comma only join a date to what follows: "on Friday, and on | Wednesday he called"."""
    first, *rest = [word.lower() for word in near]
    return first in cues.joining and cues.days_after.issuperset(rest)


def _aside(before: Sequence[str], cues: Cues) -> range:
    """Where, between two dashes, an aside stands that is not of the clause of the date behind it."""
    dashes = [at for at, word in enumerate(before) if word in cues.asides]
    return range(dashes[-2], dashes[-1] + 1) if len(dashes) > 1 else range(0)


def _first(after: Sequence[str], cues: Cues) -> int:
    """What the first cue behind a date tells."""
    for position, word in enumerate(after):
        if word.lower() in cues.telling or word in cues.present or word.endswith(cues.endings):
            sense = sense_of(after, position, cues)
            if sense:
                return sense
    return 0


def _is_predicate(words: Sequence[str], position: int, cues: Cues) -> bool:
    """Whether the participle at `position` is the verb of its clause: "is planned", not "a march planned"."""
    return not cues.forms_of_be.isdisjoint(word.lower() for word in words[max(0, position - 2) : position])


def _came_to_something(after: Sequence[str], cues: Cues) -> bool:
    """Whether the verb right behind "planned for Friday" tells how it came: "went ahead", not "was expected"."""
    if not after or not after[0].islower() or after[0] in cues.not_outcomes or sense_of(after, 0, cues) != -1:
        return False
    return after[0] not in cues.forms_of_be or cues.plans.isdisjoint(after[1:3])


def is_possessive(language: Language, text: str, end: int) -> bool:
    """Whether the words up to `end` are made a possessive: "the previous night's rain"."""
    return bool(_possessive(text, end, cues_of(language)))


def looks_surely_ahead(language: Language, text: str, sentence: Span, start: int) -> bool:
    """Whether a sentence tells of what is, or will be, and not of what was to be: "is expected to", "was due to"."""
    cues = cues_of(language)
    words = [word.lower() for word in cues.word.findall(text, sentence.start, min(sentence.end, start + _REACH))]
    before = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    if before and before[-1] in cues.moved_to - cues.from_when:
        return True
    if not is_headline(language, text, sentence) and (
        _is_in_the_present(text, sentence, start, before, cues) or _is_imperative(text, sentence, cues)
    ):
        return True
    return not cues.surely_ahead or (not cues.surely_ahead.isdisjoint(words) and cues.was_to_be.isdisjoint(words))


def is_surely_ahead(language: Language, text: str, sentence: Span, start: int, end: int) -> bool:
    """Whether words right beside a date fix it as one to come: "is planned for", "will open on", "on … will be"."""
    cues = cues_of(language)
    words = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    before = ["", "", "", *(word.lower() for word in words)]
    if before[-1] in cues.allotted_until:
        return _is_up_to([word.lower() for word in words[-_MOVED_REACH:]], cues)
    if before[-1] not in cues.days_after | cues.within or not cues.was_to_be.isdisjoint(before):
        return False
    if before[-1] in cues.after_plans and before[-2] in cues.plans:
        return not cues.present_be.isdisjoint(before[-5:])
    following = cues.word.match(text, end + 1)
    if following and following[0] in cues.sure_modals:
        return before[-2] not in cues.nouns_behind
    return not cues.sure_modals.isdisjoint(before[-4:])


def _is_up_to(before: Sequence[str], cues: Cues) -> bool:
    """Whether what stands before "until" is of what is to come: "does not open until", not "does say he ran it"."""
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at] in cues.finite), None)
    if at is None or before[at] not in cues.up_to:
        return False
    return all(sense_of(before, k, cues) >= 0 for k in range(at + 1, len(before)))


def is_surely_back(language: Language, text: str, sentence: Span, start: int) -> bool:
    """Whether the verb right before a date tells what was done on it: "closed on", but not "planned for"."""
    cues = cues_of(language)
    words = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    if words and words[-1] in cues.since:
        return True
    if len(words) < _DONE or words[-1] not in cues.on_its_day or words[-2] in cues.plans | cues.not_done:
        return False
    done = words[:-1]
    at = len(done) - 1
    return is_done(done[at], cues) and sense_of(done, at, cues) < 0 and not governs(cues.present_be, done, at, cues)


def is_right_by_its_verb(language: Language, text: str, sentence: Span, start: int, end: int) -> bool:
    """Whether a day stands right by what was done on it: "said | Friday", "Friday's blast", "On Friday he left"."""
    cues = cues_of(language)
    behind = end + len(_possessive(text, end, cues))
    noun = cues.word.match(text, behind + 1)
    if noun and cues.nouns_behind.get(noun[0].lower(), 0) < 0:
        return True
    if noun and noun[0] in cues.ends_of_phrases and _first(cues.word.findall(text, behind, sentence.end), cues) < 0:
        # "Did not correct a guest | Tuesday who called her a liar".
        return True
    words = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    if words and words[-1].lower() in cues.days_after:
        words.pop()
    if not words or words[-1] in cues.joining:
        return True
    return (
        is_done(words[-1], cues)
        and words[-1] not in cues.not_done
        and not governs(cues.having, words, len(words) - 1, cues)
    )


def was_planned(language: Language, text: str, sentence: Span, start: int) -> bool:
    """Whether what was planned is told before a day: "was due to meet on"."""
    cues = cues_of(language)
    words = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    return any(word in cues.plans and governs(cues.was, words, at, cues) for at, word in enumerate(words))


def is_entry(language: Language, text: str, start: int, end: int) -> bool:
    """Whether a day opens the line that tells what happened on it: "April 21: the mill burns"."""
    cues = cues_of(language)
    line = text.rfind("\n", 0, start) + 1
    if not text.startswith(cues.entry_marks, end) or text[line:start].strip():
        return False
    stop = text.find("\n", end)
    told = cues.word.findall(text, end, min(end + _REACH, len(text) if stop < 0 else stop))
    has_verb = any(sense_of(told, at, cues) or is_maybe_present(told, at, cues) for at in range(1, len(told)))
    return has_verb and cues.sure_modals.isdisjoint(told) and cues.plans.isdisjoint(told)


def is_any(language: Language, text: str, start: int, end: int) -> bool:
    """Whether a weekday is one of many, and no noun follows: "two days later, a Sunday," but "a Sunday vote"."""
    cues = cues_of(language)
    before = cues.word.findall(text, max(0, start - _REACH), start)
    is_one = bool(before) and before[-1].lower() in cues.one_of_many
    return is_one and cues.word.match(text, end + 1) is None


def is_described(language: Language, text: str, start: int) -> bool:
    """Whether a word between an article and a day describes it: "on a dark | Sunday night", which has been."""
    cues = cues_of(language)
    before = cues.word.findall(text, max(0, start - _REACH), start)
    return len(before) > 1 and before[-2].lower() in cues.one_of_many and before[-1].islower()


def is_quoted(text: str, sentence: Span, start: int) -> bool:
    """Whether what stands at `start` is in quotation marks that its sentence opens."""
    before = text[sentence.start : start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def is_of_another_day(language: Language, text: str, end: int) -> bool:
    """Whether the words behind a time of day tell its day by what happened on it: "at 1 a.m. on the night she died"."""
    return cues_of(language).told_days.match(text, end) is not None


def is_of_a_day(language: Language, text: str, end: int, day: int) -> bool:
    """Whether a time that ends at `end` is of the day that begins at `day`: "at 10 a.m. local time on | Easter"."""
    return cues_of(language).on_a_day.fullmatch(text, end, day) is not None


def is_said_between(language: Language, text: str, end: int, day: int) -> bool:
    """Whether a quotation closes behind `end`, and who said it is told before `day`: `tonight,” she said on |`."""
    closed = max(text.rfind("”", end, day), text.rfind('"', end, day))
    cues = cues_of(language)
    return closed >= 0 and not cues.reporting.isdisjoint(cues.word.findall(text, closed, day))


def _possessive(text: str, end: int, cues: Cues) -> str:
    """What makes the words up to `end` a possessive; empty where they are none."""
    return next((ending for ending in cues.possessives if text.startswith(ending, end)), "")


def report_marks(language: Language) -> tuple[str, ...]:
    """Words, between their spaces, that news is full of and histories lack."""
    return cues_of(language).report_marks


def tells_before(language: Language, text: str, sentence: Span, start: int) -> bool:
    """Whether the words around `start` tell what had been before the story: "which he had left in"."""
    cues = cues_of(language)
    words = cues.word.findall(text, max(sentence.start, start - _REACH), min(sentence.end, start + _REACH))
    return not cues.before_the_story.isdisjoint(words)


def _is_planned(words: Sequence[str], cues: Cues) -> bool:
    """Whether a headline without a verb that tells has an infinitive, which is a plan there."""
    return any(
        first in cues.planned and second.islower() and second not in cues.not_planned
        for first, second in pairwise(words)
    )
