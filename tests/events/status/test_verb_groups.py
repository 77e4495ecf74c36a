from collections.abc import Callable

import pytest

from dateline.events.parsing.parse import Parse
from dateline.events.status.verb_groups import finite, is_conditional, is_headline, is_negated, is_none, is_of_nobody

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The two leaders met in Vienna.", "met", "happened"),
        ("The two leaders are meeting in Vienna.", "meeting", "ongoing"),
        ("Oil has been leaking since Monday.", "leaking", "ongoing"),
        ("The two leaders have met in Vienna.", "met", "happened"),
        ("The two leaders will meet in Vienna.", "meet", "expected"),
        ("The two leaders might meet in Vienna.", "meet", "uncertain"),
        ("The two leaders did not meet in Vienna.", "meet", "denied"),
        ("The two leaders never met in Vienna.", "met", "denied"),
        ("The pipe did not just leak, it broke.", "leak", "happened"),
        ("The owner did not merely cut wages, she shut the mill.", "cut", "happened"),
        ("The clock was not invented by Ada Quill but by a smith of Zell.", "invented", "happened"),
        ("The owner did not sell the mill but the barn.", "sell", "happened"),
        ("The owner did not come, but her sister did.", "come", "denied"),
        ("Her sister came, the owner did not", "did", "denied"),
        ("The owner did not even try.", "try", "denied"),
        # What denies nothing that was done.
        ("The storm has done little to upset the markets.", "done", "happened"),
        ("No question Ada Quill faced a disaster in 2009.", "faced", "happened"),
        ("“I will never forget this day.”", "forget", "happened"),
        ("Corran Lines would not comment on Monday.", "comment", "happened"),
        ("By June the crew will have drilled two wells.", "drilled", "expected"),
        ("Without help the crew would have drilled one well.", "drilled", "uncertain"),
        ("The stamps will be issued no earlier than May 3.", "issued", "expected"),
        ("The lock will not open sooner than May 3.", "open", "expected"),
        ("Did the two leaders meet in Vienna?", "meet", "uncertain"),
        ("Shipyard to cut jobs", "cut", "expected"),
        ("At no point did the guards fire at the crowd.", "fire", "denied"),
        ("At this point the guards fired at the crowd.", "fired", "happened"),
        ("The police all but arrested the mayor.", "arrested", "denied"),
        ("According to unconfirmed reports, soldiers killed two priests.", "killed", "uncertain"),
        ("According to several reports, soldiers killed two priests.", "killed", "happened"),
    ],
)
def test_tense_modals_and_negation_tell_what_a_verb_group_says(
    parsed: Parsed, text: str, verb: str, expected: str
) -> None:
    parse = parsed(text)
    assert finite(parse, parse.words.index(verb)) == expected


def test_a_verb_without_a_tense_says_nothing_by_itself(parsed: Parsed) -> None:
    parse = parsed("The minister hopes to visit Oslo.")
    assert finite(parse, parse.words.index("visit")) is None


def test_a_clause_that_opens_with_if_is_a_condition(parsed: Parsed) -> None:
    parse = parsed("If the ferry sails, they will leave.")
    assert is_conditional(parse, parse.words.index("sails"))
    assert not is_conditional(parse, parse.words.index("leave"))


def test_an_auxiliary_before_its_subject_opens_a_condition_behind_what_would_follow(parsed: Parsed) -> None:
    parse = parsed("Japan would have imposed sanctions had North Korea bombed the island.")
    assert is_conditional(parse, parse.words.index("bombed"))
    parse = parsed("Japan had bombed the island, the minister said.")
    assert not is_conditional(parse, parse.words.index("bombed"))


def test_a_subject_that_is_nobody_negates(parsed: Parsed) -> None:
    for text, expected in (("No ferry sailed.", True), ("The ferry did not sail.", False)):
        parse = parsed(text)
        verb = next(k for k, lemma in enumerate(parse.lemmas) if lemma == "sail")
        assert is_of_nobody(parse, verb) is expected


def test_what_is_joined_by_or_to_a_negated_verb_is_negated(parsed: Parsed) -> None:
    parse = parsed("The ferry did not sail or move.")
    assert is_negated(parse, parse.words.index("sail"))
    assert is_negated(parse, parse.words.index("move"))


def test_no_before_a_noun_is_none_of_it(parsed: Parsed) -> None:
    parse = parsed("No ferry sailed, and the crew slept.")
    assert is_none(parse, parse.words.index("ferry"))
    assert not is_none(parse, parse.words.index("crew"))


@pytest.mark.parametrize(("text", "headline"), [("Ferry sinks off Skarn", True), ("The ferry sank off Skarn.", False)])
def test_a_headline_has_no_full_stop(parsed: Parsed, text: str, headline: bool) -> None:
    assert is_headline(parsed(text), 1) is headline
