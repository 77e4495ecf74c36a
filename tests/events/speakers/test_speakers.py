"""Whom a source means: the same by the surface, by the parse and in the timeline."""

import datetime as dt
from collections.abc import Callable

import pytest

from dateline import Article, Request, timeline_of
from dateline.entities.article_names import Names
from dateline.events.attribution.spans import attributions
from dateline.events.parsing.parse import Parse
from dateline.events.surface import sentence as surface
from dateline.events.surface.article import SurfaceArticle
from dateline.languages import named
from dateline.text.sentences import split

ENGLISH = named("en")

Speakers = Callable[[str], list[str | None]]
"""Who speaks in a text, in order."""


def by_surface(text: str) -> list[str | None]:
    spans = split(ENGLISH, text)
    article = SurfaceArticle(Names(ENGLISH, text), spans)
    return [told.speaker for span in spans for told in surface.attributions(surface.cut(article, span, ()))]


@pytest.fixture(params=["surface", "parse"])
def speakers(request: pytest.FixtureRequest) -> Speakers:
    if request.param == "surface":
        return by_surface
    parsed: Callable[[str], Parse] = request.getfixturevalue("parsed")
    return lambda text: [told.speaker for told in attributions(parsed(text))]


@pytest.mark.parametrize(
    ("text", "speaker", "because"),
    [
        (
            "Rosa Feld said the dam was safe after a visit by Karl Weiss. She said it would be drained.",
            "Rosa Feld",
            "she spoke before",
        ),
        (
            "Rosa Feld said the dam was safe after a visit by Karl Weiss. He said it would be drained.",
            "Karl Weiss",
            "Rosa is no he",
        ),
        (
            "Mr. Blane met Mrs. Orr on Monday. She said the road was shut.",
            "Orr",
            "the title tells who is a she",
        ),
        (
            "Teal Blane, a widow, met Tam Orr, the chairman of the board, on Monday. He said the road was shut.",
            "Tam Orr",
            "what they are tells",
        ),
        (
            "Teal Blane sold her house last year. Teal Blane met Tam Orr on Monday. He said the road was shut.",
            "Tam Orr",
            "a pronoun told that Teal is a she",
        ),
        ("Ada Quill met Rosa Feld on Monday. She said the road was shut.", "Ada Quill", "who acts stands out"),
        (
            "Ada Quill resigned on Monday. Rosa Feld came by boat. She said the road was shut.",
            "Rosa Feld",
            "of two that act the nearer",
        ),
        (
            "Ada Quill said the dam was safe. Rosa Feld came by boat. She said the road was shut.",
            "Rosa Feld",
            "who acts in the last sentence stands out more than who spoke before it",
        ),
        ("Ada Quill and Rosa Feld came on Monday. She said the road was shut.", None, "two fit"),
        ("Karl Weiss came on Monday. She said the road was shut.", None, "nobody fits"),
        (
            "Karl Weiss came in May. " + "It rained. " * 6 + "He said the road was shut.",
            "Karl Weiss",
            "the only one who fits may be named a while before",
        ),
        (
            "Karl Weiss came in May. " + "It rained. " * 13 + "He said the road was shut.",
            None,
            "but not as long ago as that",
        ),
        (
            "Ada Quill said the dam was safe when Rosa Feld came by boat. She said the road was shut.",
            "Ada Quill",
            "who spoke stands out more than who acts beside it",
        ),
        ("A spokeswoman said the dam was safe. She said the road was shut.", "a spokeswoman", "a she without a name"),
        (
            "Tor Lund said the dam was safe. The ministry said it was not. He said the road was shut.",
            "Tor Lund",
            "a ministry is no he",
        ),
        (
            "“Karl Weiss was ill for a month,” Tor Lund said. He said the road was shut.",
            "Tor Lund",
            "who is only spoken of is not meant",
        ),
        ("Two officials said the dam was safe. They said the road was shut.", "two officials", "they are several"),
        ("Rosa Feld said the dam was safe. They said the road was shut.", None, "one is no they"),
        ("The ministry said the dam was safe. It said the road was shut.", "the ministry", "it is no person"),
        ("Rosa Feld said the dam was safe. It said the road was shut.", None, "a person is no it"),
        (
            "The ministry said the dam was safe. The road is wet. It said the road was shut.",
            "the ministry",
            "it looks back over a sentence",
        ),
        (
            "The ministry said the dam was safe. Rain fell. Rivers rose. A gate broke. It said the road was shut.",
            None,
            "it does not look back over three",
        ),
        (
            "Tor Lund came in May. “We asked Karl Weiss,” officials said. He said the road was shut.",
            "Tor Lund",
            "who is named in a quotation is apart from who is named around it",
        ),
        ("Two officials said the dam was safe. He said the road was shut.", None, "several are no he"),
        (
            "Tor Lund came in May. Asked by the Echo's Karl Weiss about the dam, he said the road was shut.",
            "Tor Lund",
            "who asks is not who answers",
        ),
        (
            "Karl Weiss pressed Tor Lund about the dam. He said the road was shut.",
            "Tor Lund",
            "nor is it in the sentence before",
        ),
        ("Karl Weiss met Tor Lund at the dam. He said the road was shut.", "Karl Weiss", "who only meets him may be"),
        (
            "Karl Weiss came in May. It rained. Even Quandt sang there. He said the road was shut.",
            None,
            "one who acts right before, by a surname alone, may be meant",
        ),
        (
            "Karl Weiss came in May. It rained. Even so, it was dry. He said the road was shut.",
            "Karl Weiss",
            "but nothing else that opens a sentence is",
        ),
        (
            "The hill was taken by Karl Weiss. It rained. Tam Zubiri had felt well. It snowed. It froze. Rivers rose. "
            "He said the road was shut.",
            None,
            "nor is one named long ago, where another acted since who may be a he",
        ),
        (
            "Sir Tam Orr came with Ada Quill. Sir Tam said the road was shut.",
            "Tam Orr",
            "a title of that kind stands before a given name",
        ),
        (
            "The US said the dam was safe. US officials agreed, the US said.",
            "the US",
            "what is written in capitals is a name",
        ),
    ],
)
def test_a_pronoun_means_whoever_fits_and_stands_out_most(
    speakers: Speakers, text: str, speaker: str | None, because: str
) -> None:
    assert speakers(text)[-1] == speaker, because


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Bill Ashby came on Monday. The mayor said the road was shut.", "Bill Ashby"),
        ("Prime Minister Ada Quill met Karl Weiss. The prime minister said the road was shut.", "Ada Quill"),
        ("Vice President Ada Quill came on Monday. The president said the road was shut.", "the president"),
        ("Mayor Bill Ashby met Mayor Ada Quill. The mayor said the road was shut.", "the mayor"),
        ("Spokesman Karl Weiss came on Monday. The Feld campaign said the road was shut.", "the Feld campaign"),
        ("The civil defence agency came on Monday. The agency said the road was shut.", "the civil defence agency"),
        ("Ada Quill lives in Lindow. Mr. Quill said the road was shut.", "Quill"),
        ("Police came on Monday. Officials said the road was shut.", "officials"),
        ("The road was shut, Democratic officials said.", "Democratic officials"),
        ("The shipping line said the road was shut.", "the shipping line"),
        ("The bank claimed the road was shut.", "the bank"),
        ("The Oslo bank closed. The bank said the road was shut.", "the bank"),
        ("The Sunday Times reported that the road was shut.", "Sunday Times"),
        ("The Department of Justice said the road was shut.", "Department of Justice"),
        ("The WHO said the road was shut.", "the WHO"),
        ("All Norden Airways said the road was shut.", "All Norden Airways"),
        ("Norden Rocket and Space Corporation said the road was shut.", "Norden Rocket and Space Corporation"),
        ("The road was shut, the Herald quoted Ada Quill as saying.", "Ada Quill"),
    ],
)
def test_a_noun_means_whoever_the_article_calls_so(speakers: Speakers, text: str, speaker: str | None) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("The lighthouse claimed its first victim in May.", "a lighthouse tells nothing"),
        ("January brought, the forecast noted, a lot of snow.", "a month tells nothing"),
        ("It said the road was shut.", "it may be anybody"),
        ("The silver lining suggests that the road is shut.", "a lining tells nothing"),
    ],
)
def test_no_thing_month_or_pronoun_is_a_speaker(speakers: Speakers, text: str, because: str) -> None:
    assert {"the lighthouse", "January", "it", "the silver lining"}.isdisjoint(speakers(text)), because


def test_a_thing_that_opens_a_sentence_is_no_name(parsed: Callable[[str], Parse]) -> None:
    found = attributions(parsed("Tremors suggested that the road was shut."))
    assert "Tremors" not in {told.speaker for told in found}


def test_no_half_of_a_pair_of_quotation_marks_is_left(parsed: Callable[[str], Parse]) -> None:
    found = attributions(parsed('"The road is shut," said a man who goes by the name "Slim."'))
    assert [told.speaker for told in found] == ["a man who goes by the name Slim"]


@pytest.mark.parametrize("parse", [False, True])
def test_the_timeline_says_what_the_annotation_says(parse: bool, request: pytest.FixtureRequest) -> None:
    if parse:
        request.getfixturevalue("loaded")
    text = (
        "Rosa Feld said on Monday that the dam was safe, after a visit by Karl Weiss.\n\n"
        "She said on Tuesday that the road would open on June 20."
    )
    timeline = timeline_of([Article("a", text, dt.date(2021, 6, 9))], Request(parse=parse))
    assert {evidence.said_by for entry in timeline.entries for evidence in entry.evidence} == {"Rosa Feld"}
