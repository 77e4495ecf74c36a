import datetime as dt

import pytest

from dateline.events.surface.sources import source_of
from dateline.languages import named
from dateline.model import Article, Attribution, Span
from dateline.pipeline import annotate
from dateline.request import Request


def told(text: str) -> tuple[Attribution, ...]:
    (annotation,) = annotate([Article("a", text, dt.date(2021, 5, 29))], ["attributions"], Request(parse=False))
    assert annotation.attributions is not None
    return annotation.attributions


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        (
            "The pumps failed on Monday, according to its chief engineer, Tor Lund.",
            "its chief engineer, Tor Lund",
            "Tor Lund",
        ),
        ("According to its chief engineer, Tor Lund, the pumps failed.", "its chief engineer, Tor Lund", "Tor Lund"),
        ("According to Tor Lund, Lindow is flooded.", "Tor Lund", "Tor Lund"),
        ("A year ago the company denied that it had lost the data.", "the company", "the company"),
        ("Earlier this month Ada Okoro told the Echo that it would open.", "Ada Okoro", "Ada Okoro"),
        (
            "The dam burst on Monday, five people who live below it said.",
            "five people who live below it",
            "five people who live below it",
        ),
        (
            "At least 15 people died on Thursday, according to a count by the Sentinel.",
            "a count by the Sentinel",
            "the Sentinel",
        ),
        ("It opened in 1990, and according to its page has since been full.", "its page", "its page"),
        (
            "The dam leaked for days, according to two men who have seen it.",
            "two men who have seen it",
            "two men who have seen it",
        ),
        ("The Kremlin said the visit was off.", "The Kremlin", "the Kremlin"),
    ],
)
def test_who_says_so_is_told_by_name_without_the_day(text: str, source: str, speaker: str) -> None:
    (found,) = told(text)
    assert ([text[start:end] for start, end in found.source], found.speaker) == ([source], speaker)


def test_a_second_verb_of_saying_has_the_source_of_the_first() -> None:
    text = "Smith denied the charge on Monday and said he would appeal on Tuesday."
    first, second = told(text)
    assert (first.speaker, second.speaker) == ("Smith", "Smith")
    assert [text[start:end] for start, end in first.content] == ["charge on Monday"]
    assert [text[start:end] for start, end in second.content] == ["he would appeal on Tuesday."]


def test_what_a_paper_tells_of_a_clause_is_not_the_sentence() -> None:
    text = "The council approved a transfer of funds, which is set to take effect at once according to the paper."
    (found,) = told(text)
    assert [text[start:end] for start, end in found.content] == ["which is set to take effect at once"]


def test_a_word_alone_in_marks_is_no_act_of_saying() -> None:
    (found,) = told('The mayor warned that if Norden "threatens" the ferry it will pay a price.')
    assert found.speaker == "the mayor"


def test_a_source_in_brackets_is_a_source() -> None:
    (found,) = told("(The one) said: the harbour will be closed.")
    assert found.speaker == "the one"


@pytest.mark.parametrize("mark", ["”\N{REPLACEMENT CHARACTER}\n", "”\n", "” "])
def test_a_broken_mark_before_who_says_so_is_no_part_of_him(mark: str) -> None:
    text = f"The 24-year-old “continues to make great\nimprovement{mark}, his warden told the judge on Monday."
    assert told(text)[-1].speaker == "his warden"


def test_nothing_but_marks_names_nobody() -> None:
    source = source_of(named("en"), "” ,", Span(0, 3), opens=False)
    assert (source.words, source.is_name) == ("” ,", False)


def test_a_participle_within_commas_is_no_act_of_saying() -> None:
    assert told("The first counts from Zell, announced today, gave the mayor a lead.") == ()
    (said,) = told("The mayor of Zell, a doctor, announced today that the dam held.")
    assert said.speaker == "the mayor of Zell"


def test_what_stands_within_a_clause_on_the_speaker_is_not_the_speaker() -> None:
    assert told("Rosa Feld, who left Corran, Norland, in 2003, told the Echo that the school was bad.") == ()
