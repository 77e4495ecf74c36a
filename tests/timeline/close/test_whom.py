"""Whom the words of a passage mean who do not name him."""

import datetime as dt

import pytest

from dateline import Article
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.select import passages


def participants(text: str) -> tuple[str, ...]:
    """Who takes part in what the last dated passage of an article of Friday 5 March 2021 tells."""
    told: list[Telling] = close_reading(passages.of(read_article(Article("a", text, dt.date(2021, 3, 5)))))
    return told[-1].participants


@pytest.mark.parametrize(
    ("before", "passage", "meant"),
    [
        ("Ilona Varga paints bridges.", "In 2012 she moved to a barge.", "Ilona Varga"),
        ("Ilona Varga paints bridges.", "“I am done,” she wrote on Thursday.", "Ilona Varga"),
        ("Ilona Varga paints bridges.", "On Thursday her studio burned down.", "Ilona Varga"),
        ("Ilona Varga, a singer, lives on a barge.", "On Thursday the singer moved out.", "Ilona Varga"),
        ("Norden Airways lost money again.", "On Thursday it sold an aircraft.", "Norden Airways"),
        ("Norland freed girls taken by the group Karo Baram.", "On Thursday the group sold a barge.", "Karo Baram"),
        ("Norden Airways lost money again.", "On Thursday the ailing company sold an aircraft.", "Norden Airways"),
    ],
)
def test_a_pronoun_or_a_noun_means_whom_the_article_tells(before: str, passage: str, meant: str) -> None:
    assert participants(f"{before} {passage}") == (meant,)


@pytest.mark.parametrize(
    ("before", "passage"),
    [
        ("Ilona Varga met Ada Quill. Karl Weiss met Tor Lund.", "On Thursday they fell out."),
        ("Norden Airways lost money again.", "On Thursday it emerged that an aircraft had been sold."),
        ("Norden Airways lost money again.", "On Thursday the weather turned."),
        ("Norway lost its cup again.", "On Thursday the company sold an aircraft."),
        ("Norden Airways lost money again.", "On Thursday the engineer resigned."),
        ("The New York bank lost money again.", "On Thursday the bank sold an aircraft."),
        ("Ilona Varga paints bridges.", "A hotel worker who says she fell resigned on Thursday."),
        ("Ilux Varga met Elux Quill. Elux Quill paints.", "On Thursday her studio burned down."),
        ("Ms Quill sings. Many of the town came. Few left early. Ilux Varga said so.", "On Thursday she sold a barge."),
    ],
)
def test_nobody_is_guessed(before: str, passage: str) -> None:
    assert participants(f"{before} {passage}") == ()


@pytest.mark.parametrize(
    ("before", "passage", "named"),
    [
        (
            "Emil Varga lives in Zell. He is tired.",
            "If he agrees, Tor Lund will speak in Corran on Monday.",
            ("Tor Lund",),
        ),
        (
            "Tor Lund met his critics. He is a leader of those against Emil Varga.",
            "On Thursday he spoke in Corran.",
            (),
        ),
        (
            "Norden Airways said that its board would wait. Corran’s new offer included twenty ferries.",
            "Its first offer was made on Thursday.",
            (),
        ),
    ],
)
def test_who_may_as_well_be_another_is_open(before: str, passage: str, named: tuple[str, ...]) -> None:
    assert participants(f"{before} {passage}") == named


def test_who_is_named_needs_no_other() -> None:
    assert participants("Ilona Varga paints bridges. Her brother, Emil Varga, resigned on Thursday.") == ("Emil Varga",)
    assert participants("Ilona Varga paints bridges. On Thursday Ada Quill met her.") == ("Ada Quill",)
    text = "Norden Airways lost money again. On Thursday its founder, Ada Quill, resigned."
    assert participants(text) == ("Ada Quill",)


@pytest.mark.parametrize(
    "passage",
    [
        "Speaking at the Zell Forum, the prime minister praised painters on Thursday.",
        "After Corran Lines went under, the prime minister called for calm on Thursday.",
    ],
)
def test_an_office_means_its_holder_behind_the_name_of_a_body(passage: str) -> None:
    assert "Ilona Varga" in participants(f"Prime Minister Ilona Varga lives on a barge. {passage}")


def test_an_office_behind_a_person_is_not_asked_who_holds_it() -> None:
    text = "Prime Minister Ilona Varga lives on a barge. On Thursday Ada Quill resigned, the prime minister said."
    assert participants(text) == ("Ada Quill",)
