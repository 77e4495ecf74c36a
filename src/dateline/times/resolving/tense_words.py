"""A language in, the words by which it tells what is past from what is to come, as `times/tense.toml` has them, out."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.languages import Language, made_once

_TENSE = "times/tense.toml"
_PRESENT = "times/present.tsv"
_VERB, _PAST = "verb", "past"

# Words with the contractions JOINED to them, contractions APART, and signs at which a clause may begin.
_WORD = r"``|''|[^\W\d_]+(?:JOINED)?|APART|[;:“”\"—–]"


class Present(NamedTuple):
    """A form that may be a verb in the simple present."""

    third: bool
    """Whether it goes with a singular: "opens", not "open"."""
    sure: bool
    """Whether it is mostly a verb: "hears", not "votes"."""


class Cues(NamedTuple):
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
    present: Mapping[str, "Present"]
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
    there: frozenset[str]
    somewhere: frozenset[str]
    told_of: frozenset[str]
    since: frozenset[str]
    entry_marks: tuple[str, ...]
    from_when: frozenset[str]
    was: frozenset[str]
    progressive: tuple[str, ...]
    trying: frozenset[str]
    having: frozenset[str]
    one_thing: frozenset[str]
    describing_after: frozenset[str]
    still_to_be: frozenset[str]
    to_go: frozenset[tuple[str, ...]]
    terms: frozenset[str]
    kept_or_not: frozenset[str]
    days_after: frozenset[str]
    allotted: frozenset[str]
    allotted_until: frozenset[str]
    up_to: frozenset[str]
    within: frozenset[str]
    following: frozenset[str]
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
    on_a_day: re.Pattern[str]
    one_of_many: frozenset[str]
    surely_ahead: frozenset[str]
    was_to_be: frozenset[str]
    asking: frozenset[str]
    asking_not: frozenset[str]
    not_done: frozenset[str]
    on_its_day: frozenset[str]
    sayings: frozenset[str]
    opens_content: frozenset[str]
    saying: frozenset[str]
    opens_what_is_said: frozenset[str]
    foretelling: frozenset[str]


@made_once
def cues_of(language: Language) -> Cues:
    data = language.settings(_TENSE)
    senses = {cue: sense for name, sense in (("back", -1), ("ahead", 1)) for cue in data[name]}
    senses |= {f"{first} {second}": 1 for first in data["arranged_after"] for second in data["arranged"]}
    pairs = {(first, second): sense for cue, sense in senses.items() for first, _, second in [cue.partition(" ")]}
    hoped = frozenset((first, second) for first, _, second in (cue.partition(" ") for cue in data["hoped"]))
    return Cues(
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
        there=frozenset(data["there"]),
        somewhere=frozenset(data["somewhere"]),
        told_of=frozenset(data["told_of"]),
        since=frozenset(data["since"]),
        entry_marks=tuple(data["entry_marks"]),
        from_when=frozenset(data["from_when"]),
        was=frozenset(data["was"]),
        progressive=tuple(data["progressive"]),
        trying=frozenset(data["trying"]),
        having=frozenset(data["having"]),
        one_thing=frozenset(data["one_thing"]),
        describing_after=frozenset(data["describing_after"]),
        still_to_be=frozenset(data["still_to_be"]),
        to_go=frozenset(tuple(words.split()) for words in data["to_go"]),
        terms=frozenset(data["terms"]),
        kept_or_not=frozenset(data["kept_or_not"]),
        days_after=frozenset(data["days_after"]),
        sure_modals=frozenset(data["sure_modals"]),
        allotted=frozenset(data["allotted"]),
        allotted_until=frozenset(data["allotted_until"]),
        up_to=frozenset(data["up_to"]),
        within=frozenset(data["within"]),
        following=frozenset(data["following"]),
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
        on_a_day=re.compile(data["on_a_day"]),
        one_of_many=frozenset(data["one_of_many"]),
        surely_ahead=frozenset(data["surely_ahead"]),
        was_to_be=frozenset(data["was_to_be"]),
        asking=frozenset(data["asking"]),
        asking_not=frozenset(data["asking_not"]),
        not_done=frozenset(data["not_done"]),
        on_its_day=frozenset(data["on_its_day"]),
        sayings=frozenset(data["sayings"]),
        opens_content=frozenset(data["opens_content"]),
        saying=frozenset(data["saying"]),
        opens_what_is_said=frozenset(data["opens_what_is_said"]),
        foretelling=frozenset(data["foretelling"]),
    )


def _present_forms(rows: Sequence[Sequence[str]]) -> Mapping[str, Present]:
    """Rows of a base form, its third person, and what each of them mostly is."""
    forms: dict[str, Present] = {}
    for base, third, of_third, of_base in rows:
        if of_base != _PAST:
            forms.setdefault(base, Present(third=False, sure=of_base == _VERB))
        forms[third] = Present(third=True, sure=of_third == _VERB)
    return forms


def may_be_present(language: Language, word: str) -> bool:
    """Whether a word has the form of a verb in the simple present: `demonstrate`."""
    return word in cues_of(language).present
