"""Which attributions tell of words: what somebody bans or wants is no word of theirs."""

from collections.abc import Callable

import pytest

from dateline.events.attribution.voices import gives_voice, positions
from dateline.events.parsing.parse import Parse
from dateline.model import Attribution, AttributionKind, Span

Parsed = Callable[[str], Parse]


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "cue", "content", "is_voice", "because"),
    [
        ("The mayor said the dam was safe.", "said", "the dam was safe", True, "to say passes words on"),
        (
            "The union promised a strike in May.",
            "promised",
            "a strike in May",
            True,
            "to promise does, whatever is promised",
        ),
        ("Experts suspect that the tank leaked.", "suspect", "that the tank leaked", True, "a clause has a tense"),
        ("The court demanded that he leave.", "demanded", "that he leave", True, "a clause has a subject of its own"),
        ("The bank made funds available.", "made", "funds available", False, "nor is what only has no verb"),
        ("The council banned the sale of fireworks.", "banned", "the sale of fireworks", False, "a deed is no word"),
        ("The owners want to sell the mill.", "want", "to sell the mill", False, "nor is a wish"),
        (
            "The owners want the town to buy it.",
            "want",
            "the town to buy it",
            False,
            "nor one of what another is to do",
        ),
        (
            "The board voted for a motion that calls for peace.",
            "voted",
            "that calls for peace",
            False,
            "a clause about a motion is the motion's word",
        ),
        ("The court heard that he fled.", "heard", "that he fled", False, "who hears it says nothing"),
        ("Tor Lund called three strikes in May.", "called", "three strikes in May", False, "to call one is a deed"),
        ("Tor Lund called for a strike in May.", "called for", "a strike in May", True, "but to call for it is none"),
        ("Tor Lund called the works as good as lost.", "called", "the works", True, "nor is to judge something"),
        ("Zell sold two barns, adding to its debts.", "adding", "its debts", False, "nor is more of a thing added"),
        ("The town learned that he fled.", "learned", "that he fled", False, "who comes to know it says nothing"),
        ("The Echo has learned that he fled.", "learned", "that he fled", True, "but a paper that has learned does"),
        ("It emerged that he fled.", "emerged", "that he fled", False, "nor does anybody where it becomes known"),
        ("The deal threatened to fail.", "threatened", "to fail", False, "what cannot speak threatens nobody"),
        ("The union threatened to strike.", "threatened", "to strike", True, "but a union does"),
        ("The town must declare by 13 July.", "declare", "13 July", False, "nor is a day"),
        ("The mayor spoke as the dam broke.", "spoke", "as the dam broke", False, "nor is what happened meanwhile"),
        ("Ada Quill posted two pictures of the dam.", "posted", "two pictures of the dam", False, "nor is a picture"),
        ("Ada Quill posted that the dam was safe.", "posted", "that the dam was safe", True, "but a clause is"),
        ("Ada Quill posted a statement on the dam.", "posted", "a statement on the dam", True, "and so is a statement"),
        ("Ada Quill revealed her new boat.", "revealed", "her new boat", False, "a thing is shown, not told"),
        ("Ada Quill revealed her plan for the dam.", "revealed", "her plan for the dam", True, "a plan is told"),
        ("Ada Quill revealed that she was ill.", "revealed", "that she was ill", True, "and so is what a clause tells"),
        ("As Zell revealed its new boat, it rained.", "revealed", "its new boat", False, "whatever opens the clause"),
        ("A poll revealed a drop in support.", "revealed", "a drop in support", True, "by a writing anything is told"),
        ("Tor Lund claimed a medal in Zell.", "claimed", "a medal in Zell", False, "nor is a medal claimed in words"),
        ("Tor Lund claimed victory in Zell.", "claimed", "victory in Zell", True, "but victory is"),
        (
            "A group calling itself Free Zell met in May.",
            "calling",
            "Free Zell",
            False,
            "what somebody goes by is no word",
        ),
        ("A book called The Dam was sold.", "called", "The Dam", False, "nor is a title"),
        (
            "Zell avoided the tax by declaring itself a park.",
            "avoided",
            "by declaring itself a park",
            False,
            "nor a way",
        ),
        (
            "Lund answered by saying that he was ill.",
            "answered",
            "by saying that he was ill",
            True,
            "unless it is a way of saying",
        ),
        (
            "Lund showed what seemed to be a limp, and revealed what appeared to be a scar.",
            "revealed",
            "what appeared to be a scar",
            False,
            "what something looks like is the paper's word",
        ),
        ("Lund revealed what the board had paid.", "revealed", "what the board had paid", True, "but what was paid is"),
        (
            "Any sailor will tell you that it leaks.",
            "tell",
            "that it leaks",
            False,
            "what anybody would say, nobody said",
        ),
        (
            "Two sailors told her that it leaked.",
            "told",
            "that it leaked",
            True,
            "but what they told somebody, they did",
        ),
    ],
)
def test_whether_somebody_says_so(
    text: str, cue: str, content: str, is_voice: bool, because: str, parsed: Parsed
) -> None:
    told = Attribution((), (place(text, cue),), (place(text, content),), AttributionKind.INDIRECT, None)
    assert gives_voice(parsed(text), told) is is_voice, because


@pytest.mark.parametrize(
    ("text", "source", "is_voice"),
    [
        ("The dockers proved that they were strong.", "The dockers", False),
        ("A report proved that they were strong.", "A report", True),
    ],
)
def test_a_writing_proves_by_words_and_anybody_else_by_deeds(
    text: str, source: str, is_voice: bool, parsed: Parsed
) -> None:
    said, cue, content = ((place(text, words),) for words in (source, "proved", "that they were strong"))
    assert gives_voice(parsed(text), Attribution(said, cue, content, AttributionKind.INDIRECT, None)) is is_voice


@pytest.mark.parametrize("kind", [AttributionKind.DIRECT, AttributionKind.MIXED])
def test_what_is_quoted_was_said(kind: AttributionKind, parsed: Parsed) -> None:
    text = "The council banned “the sale of fireworks.”"
    told = Attribution((), (place(text, "banned"),), (place(text, "“the sale of fireworks.”"),), kind, None)
    assert gives_voice(parsed(text), told)


def test_what_something_is_called_was_not_said(parsed: Parsed) -> None:
    title = "“The Man of the Dunes,”"
    for text, cue, is_voice in (
        (f"Tor Lund released {title} his weakest album.", "released", False),
        (f"Tor Lund said {title} his weakest album.", "said", True),
    ):
        told = Attribution((), (place(text, cue),), (place(text, title),), AttributionKind.DIRECT, None)
        assert gives_voice(parsed(text), told) is is_voice


def test_a_stretch_of_characters_covers_whole_words(parsed: Parsed) -> None:
    text = "The mayor said the dam was safe."
    parse = parsed(text)
    first, end = positions(parse, place(text, "the dam"))
    assert parse.words[first:end] == ["the", "dam"]
