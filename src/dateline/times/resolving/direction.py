"""A date in its sentence in, whether the words around look back or ahead out: told by the nearest verb, unparsed."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from dateline.languages import Language, made_once
from dateline.model import Span

_TENSE = "times/tense.toml"
_PRESENT = "times/present.tsv"
_VERB, _PAST = "verb", "past"

# Code points looked at on either side: most clauses end within.
_REACH = 120
# Words before "until Monday" among which the one that moves the date stands.
_MOVED_REACH = 12
# Words of a day that stands between a verb and its infinitive: "promised on Monday to".
_ASIDE = 2
# The same for "has until Monday".
_ALLOTTED_REACH = 4
# Code points of a sentence among which another finite verb is looked for.
_WHOLE = 500
# Words of "is closed on" before a date.
_SO_ON = 3
# Words of "it closed on" before one.
_DONE = 3
# Words between a modal and the last verb form it governs.
_VERB_PHRASE = 3

# Words with the contractions JOINED to them, contractions APART, and signs at which a clause may begin.
_WORD = r"``|''|[^\W\d_]+(?:JOINED)?|APART|[;:“”\"—–]"


class _Present(NamedTuple):
    """A form that may be a verb in the simple present."""

    third: bool
    """Whether it goes with a singular: "opens", not "open"."""
    sure: bool
    """Whether it is mostly a verb: "hears", not "votes"."""


class _Cues(NamedTuple):
    """The words of a language that tell tense; `times/tense.toml` says what each is."""

    word: re.Pattern[str]
    single: Mapping[str, int]
    """-1 for a word that looks back, 1 for one that looks ahead."""
    double: Mapping[tuple[str, str], int]
    """The same for two words that tell only together."""
    hoped: frozenset[tuple[str, str]]
    given_up: frozenset[str]
    telling: frozenset[str]
    """The words of `single`, and those of `double` that stand second: others tell only by their ending."""
    endings: tuple[str, ...]
    not_back: frozenset[str]
    names: frozenset[str]
    neither_after: frozenset[str]
    moved: frozenset[str]
    moved_to: frozenset[str]
    planned: frozenset[str]
    not_planned: frozenset[str]
    ahead_of_possessive: frozenset[str]
    clause: frozenset[str]
    asides: frozenset[str]
    joining: frozenset[str]
    possessives: tuple[str, ...]
    before_the_story: frozenset[str]
    reporting: frozenset[str]
    nouns_behind: Mapping[str, int]
    """-1 for a noun of what has happened, 1 for one of what is awaited."""
    plans: frozenset[str]
    present: Mapping[str, "_Present"]
    """Forms that may be a verb in the simple present."""
    states: frozenset[str]
    not_subjects: frozenset[str]
    pronouns: frozenset[str]
    plurals: frozenset[str]
    plural_endings: tuple[str, ...]
    not_plurals: frozenset[str]
    not_plural_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    perfect: frozenset[str]
    participles: frozenset[str]
    sure_modals: frozenset[str]
    finite: frozenset[str]
    commas: tuple[str, ...]
    days_after: frozenset[str]
    allotted: frozenset[str]
    allotted_until: frozenset[str]
    wanting: frozenset[str]
    wanted_by: frozenset[str]
    meant_for: frozenset[str]
    measured: frozenset[str]
    forms_of_be: frozenset[str]
    not_outcomes: frozenset[str]
    not_right_before: frozenset[str]
    also_unchanged: frozenset[str]
    phrases: frozenset[str]
    nouns: frozenset[str]
    before_nouns: frozenset[str]
    nouns_after_adjectives: frozenset[str]
    past_auxiliaries: frozenset[str]
    intending: frozenset[str]
    report_marks: tuple[str, ...]
    modals: frozenset[str]
    present_be: frozenset[str]
    after_plans: frozenset[str]
    ends_of_phrases: frozenset[str]
    full_stops: tuple[str, ...]
    told_days: re.Pattern[str]
    one_of_many: frozenset[str]
    surely_ahead: frozenset[str]
    was_to_be: frozenset[str]
    asking: frozenset[str]
    asking_not: frozenset[str]
    not_done: frozenset[str]
    on_its_day: frozenset[str]


@made_once
def _cues(language: Language) -> _Cues:
    data = language.settings(_TENSE)
    senses = {cue: sense for name, sense in (("back", -1), ("ahead", 1)) for cue in data[name]}
    senses |= {f"{first} {second}": 1 for first in data["arranged_after"] for second in data["arranged"]}
    pairs = {(first, second): sense for cue, sense in senses.items() for first, _, second in [cue.partition(" ")]}
    hoped = frozenset((first, second) for first, _, second in (cue.partition(" ") for cue in data["hoped"]))
    return _Cues(
        word=re.compile(_WORD.replace("JOINED", data["joined"]).replace("APART", data["apart"])),
        single={first: sense for (first, second), sense in pairs.items() if not second},
        double={pair: sense for pair, sense in pairs.items() if pair[1]},
        hoped=hoped,
        given_up=frozenset(data["given_up"]),
        telling=frozenset(second or first for first, second in [*pairs, *hoped]),
        endings=tuple(data["back_endings"]),
        not_back=frozenset(data["not_back"]),
        names=frozenset(data["names"]),
        neither_after=frozenset(data["neither_after"]),
        moved=frozenset(data["moved"]),
        moved_to=frozenset(data["moved_to"]),
        planned=frozenset(data["planned"]),
        not_planned=frozenset(data["not_planned"]),
        ahead_of_possessive=frozenset(data["ahead_of_possessive"]),
        clause=frozenset(data["clause"]),
        asides=frozenset(data["asides"]),
        joining=frozenset(data["joining"]),
        possessives=tuple(data["possessives"]),
        before_the_story=frozenset(data["before_the_story"]),
        reporting=frozenset(data["reporting"]),
        nouns_behind={noun: sense for name, sense in (("happened", -1), ("awaited", 1)) for noun in data[name]},
        plans=frozenset(data["plans"]),
        present=_present_forms(language.table(_PRESENT)),
        states=frozenset(data["states"]),
        not_subjects=frozenset(data["not_subjects"]),
        pronouns=frozenset(data["pronouns"]),
        plurals=frozenset(data["plurals"]),
        plural_endings=tuple(data["plural_endings"]),
        not_plurals=frozenset(data["not_plurals"]),
        not_plural_endings=tuple(data["not_plural_endings"]),
        adverb_endings=tuple(data["adverb_endings"]),
        perfect=frozenset(data["perfect"]),
        participles=frozenset(data["participles"]),
        finite=frozenset(data["finite"]),
        commas=tuple(data["commas"]),
        days_after=frozenset(data["days_after"]),
        sure_modals=frozenset(data["sure_modals"]),
        allotted=frozenset(data["allotted"]),
        allotted_until=frozenset(data["allotted_until"]),
        wanting=frozenset(data["wanting"]),
        wanted_by=frozenset(data["wanted_by"]),
        meant_for=frozenset(data["meant_for"]),
        measured=frozenset(data["measured"]),
        forms_of_be=frozenset(data["forms_of_be"]),
        not_outcomes=frozenset(data["not_outcomes"]),
        not_right_before=frozenset(data["not_right_before"]),
        also_unchanged=frozenset(data["also_unchanged"]),
        phrases=frozenset(data["phrases"]),
        nouns=frozenset(data["nouns"]),
        before_nouns=frozenset(data["before_nouns"]),
        nouns_after_adjectives=frozenset(data["nouns_after_adjectives"]),
        past_auxiliaries=frozenset(data["past_auxiliaries"]),
        intending=frozenset(data["intending"]),
        report_marks=tuple(data["report_marks"]),
        modals=frozenset(data["modals"]),
        present_be=frozenset(data["present_be"]),
        after_plans=frozenset(data["after_plans"]),
        ends_of_phrases=frozenset(data["ends_of_phrases"]),
        full_stops=tuple(data["full_stops"]),
        told_days=re.compile(data["told_days"]),
        one_of_many=frozenset(data["one_of_many"]),
        surely_ahead=frozenset(data["surely_ahead"]),
        was_to_be=frozenset(data["was_to_be"]),
        asking=frozenset(data["asking"]),
        asking_not=frozenset(data["asking_not"]),
        not_done=frozenset(data["not_done"]),
        on_its_day=frozenset(data["on_its_day"]),
    )


def _present_forms(rows: Sequence[Sequence[str]]) -> Mapping[str, _Present]:
    """Rows of a base form, its third person, and what each of them mostly is."""
    forms: dict[str, _Present] = {}
    for base, third, of_third, of_base in rows:
        if of_base != _PAST:
            forms.setdefault(base, _Present(third=False, sure=of_base == _VERB))
        forms[third] = _Present(third=True, sure=of_third == _VERB)
    return forms


def may_be_present(language: Language, word: str) -> bool:
    """Whether a word has the form of a verb in the simple present: `demonstrate`."""
    return word in _cues(language).present


def look(language: Language, text: str, sentence: Span, start: int, end: int, possessive_alone: int = -1) -> int:
    """-1 when the words around `start` to `end` look back, 1 when they look ahead, 0 when they do not tell.

    The nearest cue before the date counts, within its clause; where there is none, the first one after it.
    `possessive_alone` is what a possessive tells that has no cue before it: "as of Friday's close".
    """
    cues = _cues(language)
    before = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    possessive = _possessive(text, end, cues)
    if possessive and cues.ahead_of_possessive & {" ".join(before[-1:]).lower(), " ".join(before[-2:]).lower()}:
        return 1
    if before and _is_set(before, possessive, cues):
        return 1
    behind = end + len(possessive)
    noun = cues.word.match(text, behind + 1)
    if noun and noun[0].lower() in cues.nouns_behind:
        return cues.nouns_behind[noun[0].lower()]
    after = partial(cues.word.findall, text, behind, min(sentence.end, behind + _REACH))
    if possessive and (not before or before[-1] in cues.reporting):
        # The date opens a clause: "said Friday's meeting will decide".
        return _first(after(), cues) or -1
    near = _since_comma(text, start, before, cues)
    if 0 < near < len(before) and _opens_a_clause(before[-near:], cues) and (told := _first(after(), cues)):
        return told
    told = _before(before, near, after, cues)
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


def _is_in_the_present(text: str, sentence: Span, start: int, before: Sequence[str], cues: _Cues) -> bool:
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
        if (low in cues.telling or word.endswith(cues.endings)) and _sense(words, at, cues) < 0:
            return False
    near = before[len(before) - _since_comma(text, start, before, cues) :] if before else words
    return any(_may_be_present(near, at, cues) for at in range(len(near)))


def _is_imperative(text: str, sentence: Span, cues: _Cues) -> bool:
    """Whether a whole sentence asks to do something: "Call the hotline by Friday.", "Do not swim before Monday."."""
    words = cues.word.findall(text, sentence.start, min(sentence.end, sentence.start + _WHOLE))
    asked = " ".join(words[:2]).lower() in cues.asking_not
    polite = bool(words) and words[0].lower() in cues.asking
    verb = 2 * asked or int(polite)
    form = cues.present.get(words[verb].lower()) if len(words) > verb else None
    if form is None or form.third:
        return False
    return not any(
        word in cues.finite or word.endswith(cues.endings) or _sense(words, at, cues) < 0
        for at, word in enumerate(words[verb + 1 :], verb + 1)
    )


def _is_so_on(before: Sequence[str], cues: _Cues) -> bool:
    """Whether what is so on a day is told right before it: "the museum is closed on", "are shut on"."""
    if len(before) < _SO_ON or before[-1] not in cues.on_its_day or before[-3].lower() not in cues.present_be:
        return False
    return _is_participle(before[-2], cues) or cues.single.get(before[-2]) == -1


def _since_comma(text: str, start: int, before: Sequence[str], cues: _Cues) -> int:
    """How many of the words `before` a date stand behind the last comma."""
    low = start - _REACH if start > _REACH else 0
    comma = max(text.rfind(sign, low, start) for sign in cues.commas) if cues.commas else -1
    return len(before) if comma < 0 else min(len(before), len(cues.word.findall(text, comma + 1, start)))


def _is_set(before: Sequence[str], possessive: str, cues: _Cues) -> bool:
    """Whether something is moved to the date, or given, wanted or meant for it: "has until", "a walkout for"."""
    last = before[-1].lower()
    if last in cues.present_be and not possessive:
        # "Her funeral is Saturday."
        return True
    if last in cues.moved_to and not cues.moved.isdisjoint(before[-_MOVED_REACH:]):
        return True
    if last in cues.allotted_until and not cues.allotted.isdisjoint(before[-_ALLOTTED_REACH:]):
        return True
    if possessive or len(before) < 2:
        return False
    if last in cues.wanted_by and not cues.wanting.isdisjoint(before[-_MOVED_REACH:]):
        return True
    if last not in cues.meant_for or before[-2].lower() in cues.measured:
        return False
    # What was planned for a day, or had been, may have come to something.
    return cues.plans.isdisjoint(before[-_MOVED_REACH:]) and cues.before_the_story.isdisjoint(before[-_MOVED_REACH:])


def is_headline(language: Language, text: str, sentence: Span) -> bool:
    """Whether a sentence has no full stop, as headlines have none: "Court to rule on Friday"."""
    return not text.endswith(_cues(language).full_stops, sentence.start, sentence.end)


def _before(before: Sequence[str], near: int, after: Callable[[], Sequence[str]], cues: _Cues) -> int:
    """What the nearest cue before a date tells, within its clause; the last `near` words are behind any comma."""
    skipped = _aside(before, cues)
    for position in range(len(before) - 1, -1, -1):
        word = before[position].lower()
        if position in skipped:
            continue
        if word in cues.clause:
            break
        if word not in cues.telling and word not in cues.present and not word.endswith(cues.endings):
            continue
        sense = _sense(before, position, cues)
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


def _opens_a_clause(near: Sequence[str], cues: _Cues) -> bool:
    """Whether the words behind a comma only join a date to what follows: "on Friday, and on | Wednesday he called"."""
    first, *rest = [word.lower() for word in near]
    return first in cues.joining and cues.days_after.issuperset(rest)


def _aside(before: Sequence[str], cues: _Cues) -> range:
    """Where, between two dashes, an aside stands that is not of the clause of the date behind it."""
    dashes = [at for at, word in enumerate(before) if word in cues.asides]
    return range(dashes[-2], dashes[-1] + 1) if len(dashes) > 1 else range(0)


def _first(after: Sequence[str], cues: _Cues) -> int:
    """What the first cue behind a date tells."""
    for position, word in enumerate(after):
        if word.lower() in cues.telling or word in cues.present or word.endswith(cues.endings):
            sense = _sense(after, position, cues)
            if sense:
                return sense
    return 0


def _is_predicate(words: Sequence[str], position: int, cues: _Cues) -> bool:
    """Whether the participle at `position` is the verb of its clause: "is planned", not "a march planned"."""
    return not cues.forms_of_be.isdisjoint(word.lower() for word in words[max(0, position - 2) : position])


def _came_to_something(after: Sequence[str], cues: _Cues) -> bool:
    """Whether the verb right behind "planned for Friday" tells how it came: "went ahead", not "was expected"."""
    if not after or not after[0].islower() or after[0] in cues.not_outcomes or _sense(after, 0, cues) != -1:
        return False
    return after[0] not in cues.forms_of_be or cues.plans.isdisjoint(after[1:3])


def is_possessive(language: Language, text: str, end: int) -> bool:
    """Whether the words up to `end` are made a possessive: "the previous night's rain"."""
    return bool(_possessive(text, end, _cues(language)))


def looks_surely_ahead(language: Language, text: str, sentence: Span, start: int) -> bool:
    """Whether a sentence tells of what is, or will be, and not of what was to be: "is expected to", "was due to"."""
    cues = _cues(language)
    words = [word.lower() for word in cues.word.findall(text, sentence.start, min(sentence.end, start + _REACH))]
    before = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    if not cues.moved_to.isdisjoint(before[-1:]):
        return True
    if not is_headline(language, text, sentence) and (
        _is_in_the_present(text, sentence, start, before, cues) or _is_imperative(text, sentence, cues)
    ):
        return True
    return not cues.surely_ahead or (not cues.surely_ahead.isdisjoint(words) and cues.was_to_be.isdisjoint(words))


def is_surely_ahead(language: Language, text: str, sentence: Span, start: int, end: int) -> bool:
    """Whether words right beside a date fix it as one to come: "is planned for", "will open on", "on … will be"."""
    cues = _cues(language)
    words = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    before = ["", "", "", *(word.lower() for word in words)]
    if before[-1] not in cues.days_after or not cues.was_to_be.isdisjoint(before):
        return False
    if before[-1] in cues.after_plans and before[-2] in cues.plans:
        return not cues.present_be.isdisjoint(before[-5:])
    following = cues.word.match(text, end + 1)
    if following and following[0] in cues.sure_modals:
        return before[-2] not in cues.nouns_behind
    return not cues.sure_modals.isdisjoint(before[-4:])


def is_surely_back(language: Language, text: str, sentence: Span, start: int) -> bool:
    """Whether the verb right before a date tells what was done on it: "closed on", but not "planned for"."""
    cues = _cues(language)
    words = cues.word.findall(text, max(sentence.start, start - _REACH), start)
    if len(words) < _DONE or words[-1] not in cues.on_its_day or words[-2] in cues.plans | cues.not_done:
        return False
    done = words[:-1]
    at = len(done) - 1
    return _is_done(done[at], cues) and _sense(done, at, cues) < 0 and not _governs(cues.present_be, done, at, cues)


def is_any(language: Language, text: str, start: int, end: int) -> bool:
    """Whether a weekday is one of many, and no noun follows: "two days later, a Sunday," but "a Sunday vote"."""
    cues = _cues(language)
    before = cues.word.findall(text, max(0, start - _REACH), start)
    is_one = bool(before) and before[-1].lower() in cues.one_of_many
    return is_one and cues.word.match(text, end + 1) is None


def is_described(language: Language, text: str, start: int) -> bool:
    """Whether a word between an article and a day describes it: "on a dark | Sunday night", which has been."""
    cues = _cues(language)
    before = cues.word.findall(text, max(0, start - _REACH), start)
    return len(before) > 1 and before[-2].lower() in cues.one_of_many and before[-1].islower()


def is_quoted(text: str, sentence: Span, start: int) -> bool:
    """Whether what stands at `start` is in quotation marks that its sentence opens."""
    before = text[sentence.start : start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def is_of_another_day(language: Language, text: str, end: int) -> bool:
    """Whether the words behind a time of day tell its day by what happened on it: "at 1 a.m. on the night she died"."""
    return _cues(language).told_days.match(text, end) is not None


def _possessive(text: str, end: int, cues: _Cues) -> str:
    """What makes the words up to `end` a possessive; empty where they are none."""
    return next((ending for ending in cues.possessives if text.startswith(ending, end)), "")


def report_marks(language: Language) -> tuple[str, ...]:
    """Words, between their spaces, that news is full of and histories lack."""
    return _cues(language).report_marks


def tells_before(language: Language, text: str, sentence: Span, start: int) -> bool:
    """Whether the words around `start` tell what had been before the story: "which he had left in"."""
    cues = _cues(language)
    words = cues.word.findall(text, max(sentence.start, start - _REACH), min(sentence.end, start + _REACH))
    return not cues.before_the_story.isdisjoint(words)


def _is_planned(words: Sequence[str], cues: _Cues) -> bool:
    """Whether a headline without a verb that tells has an infinitive, which is a plan there."""
    return any(
        first in cues.planned and second.islower() and second not in cues.not_planned
        for first, second in pairwise(words)
    )


def _sense(words: Sequence[str], position: int, cues: _Cues) -> int:
    """What the word at `position` tells by itself, or with the word before it."""
    word = words[position]
    previous = words[position - 1].lower() if position else ""
    if word in cues.after_plans and position > _ASIDE and words[position - 1].istitle():
        # "Promised on Monday to", "promised Monday to".
        previous = words[position - 2 - (words[position - 2].lower() in cues.days_after)].lower()
    if sense := cues.double.get((previous, word)):
        return sense
    if (previous, word) in cues.hoped:
        return -1 if _governs(cues.given_up, words, position - 1, cues) else 1
    if previous in cues.neither_after or word in cues.names:
        return 0
    sense = cues.single.get(word.lower(), 0)
    if sense and " ".join(words[position : position + 2]).lower() in cues.phrases:
        return 0
    if sense and word in cues.nouns and _is_noun(words, position, cues):
        return 0
    if sense == 1 and word not in cues.intending and _governs(cues.past_auxiliaries, words, position, cues):
        return -1
    if sense == 1 and word in cues.modals and _is_perfect(words, position, cues):
        # "Could have collapsed", but "will have finished".
        return 1 if word in cues.sure_modals else -1
    if sense == -1 and word in cues.perfect and _is_perfect(words, position - 1, cues):
        return 0
    if not sense and _is_present(words, position, cues):
        return 1
    if (sense == -1 and word in cues.also_unchanged) or (not sense and _is_participle(word, cues)):
        if _governs(cues.perfect, words, position, cues):
            return 0 if _governs(cues.modals, words, position, cues) else -1
        if _governs(cues.modals, words, position, cues):
            return 1
        return 0 if _governs(cues.present_be, words, position, cues) else -1
    return sense


def _is_noun(words: Sequence[str], position: int, cues: _Cues) -> bool:
    """Whether a noun stands at `position`: "its plans", "his audacious plans", "unveiled plans"."""
    reach = 2 if words[position] in cues.nouns_after_adjectives else 1
    before = [word.lower() for word in words[max(0, position - reach) : position]]
    return not cues.before_nouns.isdisjoint(before) or (bool(before) and _is_participle(before[-1], cues))


def _is_present(words: Sequence[str], position: int, cues: _Cues) -> bool:
    """Whether a verb in the simple present stands at `position`: "schools reopen", "the court hears"."""
    form = cues.present.get(words[position])
    if form is None or not position or words[position] in cues.states:
        return False
    subject = _subject(words, position, cues)
    if not form.third and subject.lower() in cues.pronouns:
        return True
    return form.sure and _agrees(form, subject, cues, opens=position == 1)


def _may_be_present(words: Sequence[str], position: int, cues: _Cues) -> bool:
    """As `_is_present`, of forms that are nouns as often: "the council votes", "teachers strike"."""
    form = cues.present.get(words[position])
    if form is None or not position or words[position] in cues.states:
        return False
    if not form.third and position == 1 and all(word[0].isupper() for word in words[:3:2]):
        # A team is many: "Norden play Sudland".
        return words[0].lower() not in cues.not_subjects
    return _agrees(form, _subject(words, position, cues), cues, opens=position == 1)


def _subject(words: Sequence[str], position: int, cues: _Cues) -> str:
    """The word before a verb, but for an adverb: "we formally | open"."""
    before = words[position - 1]
    return words[position - 2] if position > 1 and before.endswith(cues.adverb_endings) else before


def _agrees(form: _Present, subject: str, cues: _Cues, *, opens: bool) -> bool:
    """Whether the word before a form may be the end of its subject; `opens` says that it is the first of its words."""
    if subject.lower() in cues.not_subjects or not subject[0].isalpha() or "'" in subject or "’" in subject:
        return False
    if not form.third and subject[0].isupper() and not opens:
        # "After Ms Sanders' win" has no plural.
        return False
    subject = subject.lower()
    plural = subject in cues.plurals or (
        subject.endswith(cues.plural_endings)
        and not subject.endswith(cues.not_plural_endings)
        and subject not in cues.not_plurals
    )
    return plural != form.third


def _is_perfect(words: Sequence[str], position: int, cues: _Cues) -> bool:
    """Whether the modal at `position` governs a perfect: "could have", "may not have"."""
    if position < 0 or words[position].lower() not in cues.modals:
        return False
    for at in (position + 1, position + 2):
        if at < len(words) and words[at].lower() in cues.perfect:
            done = words[at + 1 : at + 3]
            return not done or any(_is_done(word, cues) for word in done)
    return False


def _is_done(word: str, cues: _Cues) -> bool:
    """Whether a word is a participle, regular or not."""
    return word in cues.participles or cues.single.get(word) == -1 or _is_participle(word, cues)


def _is_participle(word: str, cues: _Cues) -> bool:
    return word.islower() and word.endswith(cues.endings) and word not in cues.not_back


def _governs(verbs: Set[str], words: Sequence[str], position: int, cues: _Cues) -> bool:
    """Whether one of `verbs` governs the form at `position`: "may stay shut", "will be formally opened"."""
    for word in reversed(words[max(0, position - _VERB_PHRASE) : position]):
        if word.lower() in verbs and word not in cues.names:
            return True
        if word.lower() in cues.ends_of_phrases:
            return False
    return False
