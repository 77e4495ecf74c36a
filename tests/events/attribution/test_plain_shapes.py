"""What the models hold, mended where the shape of a sentence is plain."""

from collections.abc import Callable

import pytest

from dateline.events.attribution.plain_shapes import Said, mended
from dateline.events.attribution.quotes import quoted
from dateline.events.attribution.source_candidates import Stretch
from dateline.events.parsing.parse import Parse

Parsed = Callable[[str], Parse]
Told = tuple[str, str, str]
"""Source, cue and content."""


def stretch(parse: Parse, text: str, words: str) -> Stretch:
    start = text.index(words)
    return parse.starts.index(start), parse.ends.index(start + len(words))


def after(text: str, held: list[Told], parsed: Parsed) -> list[Told]:
    """What is held of a text after mending, in the words of the text."""
    parse = parsed(text)
    found = [
        Said(stretch(parse, text, cue)[0], stretch(parse, text, source), (stretch(parse, text, content),), 0)
        for source, cue, content in held
    ]
    return [
        (
            parse.span(*said.source).of(text) if said.source else "",
            parse.words[said.cue],
            " … ".join(parse.span(*part).of(text) for part in said.content),
        )
        for said in mended(parse, found, quoted(parse))
    ]


@pytest.mark.parametrize(
    ("text", "held", "told", "because"),
    [
        (
            "The road will open in May, the mayor said on Monday.",
            ("the mayor", "said", "on Monday"),
            "The road will open in May",
            "a day behind the verb is when it was said",
        ),
        (
            "The road will open in May, the mayor said in a letter.",
            ("the mayor", "said", "in a letter"),
            "The road will open in May",
            "so is how",
        ),
        (
            "The town opened a mine that will feed two villages, according to the mayor.",
            ("the mayor", "according", "that will feed two villages"),
            "The town opened a mine that will feed two villages",
            "a comma parts it from all that is told",
        ),
        (
            "After a long night, the mayor said the road was shut.",
            ("the mayor", "said", "the road was shut"),
            "the road was shut",
            "a clause behind the verb is what was said",
        ),
    ],
)
def test_what_stands_before_the_speaker_is_what_is_said(
    text: str, held: Told, told: str, because: str, parsed: Parsed
) -> None:
    assert after(text, [held], parsed) == [(held[0], held[1], told)], because


def test_who_contradicts_behind_a_but_has_words_of_his_own(parsed: Parsed) -> None:
    text = "Ada Quill argued the fee was fair, but Tor Lund said it was too high."
    whole = "the fee was fair, but Tor Lund said it was too high"
    assert after(text, [("Ada Quill", "argued", whole), ("Tor Lund", "said", "it was too high")], parsed)[0] == (
        "Ada Quill",
        "argued",
        "the fee was fair",
    )


def test_who_is_said_to_have_said_something_is_heard_too(parsed: Parsed) -> None:
    text = "The mayor said a clerk told him the mine was shut."
    held = ("The mayor", "said", "a clerk told him the mine was shut")
    assert after(text, [held], parsed) == [held, ("a clerk", "told", "the mine was shut")]


def test_but_within_a_quotation_it_is_left_to_who_is_quoted(parsed: Parsed) -> None:
    text = "“A clerk told him the mine was shut,” the mayor said."
    held = ("the mayor", "said", "“A clerk told him the mine was shut,”")
    assert after(text, [held], parsed) == [held]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The Herald quoted Ana Lopes as saying the mine was shut.",
            ("The Herald", "quoted", "the mine was shut"),
        ),
        (
            "Ana Lopes was quoted as saying the mine was shut.",
            ("Ana Lopes", "quoted", "the mine was shut"),
        ),
    ],
)
def test_who_is_quoted_says_it(text: str, held: Told, parsed: Parsed) -> None:
    assert ("Ana Lopes", "saying", "the mine was shut") in after(text, [held], parsed)


@pytest.mark.parametrize(
    ("text", "warned", "speaker"),
    [
        ("Lund reads out a leaflet to tenants warning them that the rent may rise.", "tenants", "a leaflet"),
        ("Lund met tenants warning them that the rent may rise.", "tenants", "tenants"),
    ],
)
def test_who_is_warned_by_a_writing_does_not_warn(text: str, warned: str, speaker: str, parsed: Parsed) -> None:
    ((source, _, _),) = after(text, [(warned, "warning", "that the rent may rise")], parsed)
    assert source == speaker
