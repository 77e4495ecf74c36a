"""What the surface layer knows of a language: the word lists of `surface.toml` as sets, its patterns compiled."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.languages import Language, alternatives, made_once

Words = frozenset[str]


class Lexicon(NamedTuple):
    """The word lists and patterns of `surface.toml`; what each is for is told there."""

    auxiliary: Words
    past: Words
    present: Words
    not_past: Words
    past_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    not_finite: Words
    raising: Words
    within_group: Words
    no_verb: Words

    after_comma: Words
    alone: Words
    subject: Words
    relative: Words
    claiming: Words
    background: Words
    since: Words
    counted_since: Words
    leaning: Words
    possessive: re.Pattern[str]

    speech_verb: Words
    tells_of_speech: Words
    """Words at which an act of saying may be: verbs of saying and quoting, first words of prepositions of sources."""
    speech_effect: Mapping[str, str]
    """For a verb of saying, the name of the status it gives to what is said."""
    spoken: Words
    going_on: Words
    quoting: Words
    quoted_as: Words
    quoted_saying: Words
    speech_opening: Words
    setting: Words
    where_said: Words
    addressed: Words
    before_verb: Words
    not_after: Words
    recipient: Words
    no_source: Words
    outlet_noun: Words
    prepositions_of_source: Mapping[str, tuple[tuple[str, ...], ...]]
    """By their first words, the words of each."""
    behind_inverted: Words
    not_resumed: Words
    joining: Words
    but: Words
    that: Words
    relative_object: Words
    around_time: Words
    around_source: Words
    in_name: Words

    source_preposition: Words
    by: Words
    capital_articles: Words
    """Articles as they open a sentence."""
    possessive_endings: tuple[str, ...]
    clause_behind: re.Pattern[str]
    """What tells more of a speaker than a name: a relative clause, an acronym."""
    clause_apart: re.Pattern[str]
    """What does so apart, behind a mark."""
    name: re.Pattern[str]
    """The name of a speaker."""
    status: Mapping[str, re.Pattern[str]]


@made_once
def lexicon(language: Language) -> Lexicon:
    """The surface lexicon of a language."""
    data = language.settings("events/surface.toml")
    verbs, clauses, speech, source = (data[table] for table in ("verbs", "clauses", "speech", "source"))

    def words(table: Mapping[str, str], key: str) -> Words:
        return frozenset(table[key].split())

    clause_words, name_words = alternatives(source["clause"].split()), alternatives(source["in_name"].split())
    phrases = [tuple(phrase.split()) for phrase in speech["prepositions_of_source"]]
    return Lexicon(
        auxiliary=words(verbs, "auxiliary"),
        past=words(verbs, "past"),
        present=words(verbs, "present"),
        not_past=words(verbs, "not_past"),
        past_endings=tuple(verbs["past_endings"].split()),
        noun_endings=tuple(verbs["noun_endings"].split()),
        not_finite=words(verbs, "not_finite"),
        raising=words(verbs, "raising"),
        within_group=words(verbs, "within_group"),
        no_verb=words(verbs, "no_verb"),
        after_comma=words(clauses, "after_comma"),
        alone=words(clauses, "alone"),
        subject=words(clauses, "subject"),
        relative=words(clauses, "relative"),
        claiming=words(clauses, "claiming"),
        background=words(clauses, "background"),
        since=words(clauses, "since"),
        counted_since=words(clauses, "counted_since"),
        leaning=words(clauses, "leaning"),
        possessive=re.compile(rf"{alternatives(clauses['possessive'].split())}\b", re.IGNORECASE),
        speech_verb=words(speech, "verb"),
        tells_of_speech=words(speech, "verb") | words(speech, "quoting") | {phrase[0] for phrase in phrases},
        speech_effect={verb: status for status, verbs in speech["effect"].items() for verb in verbs.split()},
        spoken=words(speech, "spoken"),
        going_on=words(speech, "going_on"),
        quoting=words(speech, "quoting"),
        quoted_as=words(speech, "quoted_as"),
        quoted_saying=words(speech, "quoted_saying"),
        speech_opening=words(speech, "opening"),
        setting=words(speech, "setting"),
        where_said=words(speech, "where_said"),
        addressed=words(speech, "addressed"),
        before_verb=words(speech, "before_verb"),
        not_after=words(speech, "not_after"),
        recipient=words(speech, "recipient"),
        no_source=words(speech, "no_source"),
        outlet_noun=words(speech, "outlet_noun"),
        prepositions_of_source={
            first: tuple(phrase for phrase in phrases if phrase[0] == first) for first in {p[0] for p in phrases}
        },
        behind_inverted=words(speech, "behind_inverted"),
        not_resumed=words(speech, "not_resumed"),
        joining=words(speech, "joining"),
        but=words(speech, "but"),
        that=words(speech, "that"),
        relative_object=words(speech, "relative_object"),
        around_time=words(speech, "around_time"),
        around_source=words(speech, "around_source"),
        in_name=words(speech, "in_name"),
        source_preposition=words(source, "prepositions"),
        by=words(source, "by"),
        capital_articles=frozenset(map(str.capitalize, source["articles"].split())),
        possessive_endings=tuple(source["possessive"]),
        clause_behind=re.compile(rf"\s*\(|,? {clause_words}\b"),
        clause_apart=re.compile(rf"\s*\(|, {clause_words}\b"),
        name=re.compile(rf"[A-Z][\w’'.-]*(?:[ /](?:[A-Z0-9][\w.-]*|{name_words})(?=[ ,/]|$))*"),
        status={name: _any_of(rows) for name, rows in data["status"].items()},
    )


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """Any of some patterns: of those that begin where a word does, all are passed over at once within a word."""
    begins = r"\b"
    at_words = "|".join(f"(?:{one.removeprefix(begins)})" for one in patterns if one.startswith(begins))
    others = [one for one in patterns if not one.startswith(begins)]
    return re.compile("|".join([*([f"{begins}(?:{at_words})"] if at_words else []), *others]) or "(?!)", re.IGNORECASE)
