"""What in a sentence has the date that it names."""

import pytest

from dateline.events.parsing import parser
from read_again import reading


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill, speaking in the council on Thursday, said that the two sides were close.",
        "Speaking at a fair in Zell on Thursday, Mayor Ada Quill declared her support for the firemen.",
    ],
)
def test_the_day_of_speaking_is_that_of_what_is_said(text: str, loaded: parser.Parser) -> None:
    told = reading(text, "Thursday", loaded)
    assert (told.passage.of(text), told.said_by) == (text, "Ada Quill")


@pytest.mark.parametrize(
    "text",
    [
        "A Corran survey released Thursday of almost 900 sailors showed that fewer of them can swim.",
        "In lawsuits filed Thursday, three sailors of the Marigold say they were kept at sea.",
        "A report published on Thursday found that nine ferries of Corran are unsafe.",
    ],
)
def test_the_day_a_document_came_out_is_that_of_what_it_says(text: str, loaded: parser.Parser) -> None:
    told = reading(text, "Thursday", loaded)
    assert (told.passage.of(text), told.tells) == (text, True)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Monday's landslide in Corran buried two houses, firemen said.", True),
        ("Monday's fire has left 40 people without a roof, the mayor said.", True),
        ("Monday's fire led the mayor to resign on Tuesday, the council said.", False),
    ],
)
def test_a_date_of_what_has_done_it_dates_what_it_did(text: str, whole: bool, loaded: parser.Parser) -> None:
    assert (reading(text, "Monday", loaded).passage.of(text) == text) is whole


def test_what_will_be_has_no_day_before(loaded: parser.Parser) -> None:
    for text in (
        "Judge Feld will rule on the fire at Corran in June 2021.",
        "She will pass judgment on what happened at the mill, just after 3 am in June 2021.",
    ):
        read = reading(text, "June 2021", loaded)
        assert not read.tells or " will " not in read.passage.of(text)


@pytest.mark.parametrize(
    ("text", "words", "passage"),
    [
        (
            "The first reaction to Rosa Feld's victory over Ada Quill in Corran on Monday has been a cheer.",
            "Monday",
            "Rosa Feld's victory over Ada Quill in Corran on Monday",
        ),
        (
            "The Corran dam disaster in 2019 shows that the valley is unsafe.",
            "2019",
            "The Corran dam disaster in 2019",
        ),
        (
            "The report of Rosa Feld's arrest in Corran on Monday stunned the council.",
            "Monday",
            "Rosa Feld's arrest in Corran on Monday",
        ),
        (
            "As Rosa Feld prepares to leave Corran on 20 September, Ada Quill is trying to restart the ferry.",
            "20 September",
            "Rosa Feld prepares to leave Corran on 20 September",
        ),
        (
            "The mayor has called police after it emerged that Rosa Feld had told Ada Quill on Monday of a leak.",
            "Monday",
            "Rosa Feld had told Ada Quill on Monday of a leak",
        ),
        (
            "Ada Quill is on her way to Corran to meet those who fled the Marigold ferry disaster last November.",
            "last November",
            "those who fled the Marigold ferry disaster last November",
        ),
        ("The ferry will sail as Rosa Feld leaves on 20 September.", "20 September", None),
        ("Rebels kill nine in an attack on Monday.", "Monday", None),
        ("The attack in Corran on Monday killed nine.", "Monday", None),
    ],
)
def test_a_day_is_not_that_of_what_another_time_or_another_noun_tells(
    text: str, words: str, passage: str | None, loaded: parser.Parser
) -> None:
    assert reading(text, words, loaded).passage.of(text) == (passage or text)


@pytest.mark.parametrize(
    ("text", "words", "passage"),
    [
        # Cut out where it can be told by itself, and no line where it cannot.
        (
            "The minister's fitness was doubted over the recording of his call in May with Rosa Feld of Corran.",
            "May",
            "the recording of his call in May with Rosa Feld of Corran",
        ),
        ("Rosa Feld may speak in Corran on charges that he beat her last month.", "last month", None),
        ("The council clashed with Ada Quill over her claim that it lost the ferry last year.", "last year", None),
        ("Support for Rosa Feld has weakened since the killing of a boy in Corran last year.", "last year", None),
        ("Nine people have been rescued since the earthquake 11 days ago.", "11 days ago", None),
        ("Rosa Feld met Ada Quill in Corran on Monday, according to reports Tuesday.", "Tuesday", None),
        ("Ada Quill took far fewer days off than the five months announced on Tuesday.", "Tuesday", None),
        ("Arland sold 22 ferries, up marginally on the same period last year.", "the same period last year", None),
        ("Rosa Feld said Arland will burn a cherry red 2008 Corran ferry.", "2008", None),
        ("The smoke in the houses of Corran grows overnight.", "overnight", None),
        ("Rosa Feld came to Corran on Tuesday looking healthier than during the trial last month.", "last month", None),
        ("On Tuesday, Corran said the toll had risen to nine as of 30 August.", "30 August", None),
        ("Rosa Feld struggles to get out of bed in the morning.", "the morning", None),
        ("Rosa Feld was held on charges that Ada Quill fled Corran on Tuesday.", "Tuesday", None),
        ("Rosa Feld has denied theft, and is being treated well, as happened yesterday.", "yesterday", None),
        ("Rosa Feld left the fair in Corran on Wednesday to see a mill that burned on Tuesday.", "Tuesday", None),
        ("Rosa Feld left the fair in Corran on Wednesday to address the fire Tuesday in Zell.", "Tuesday", None),
    ],
)
def test_what_a_sentence_only_mentions_has_no_line_of_its_whole(
    text: str, words: str, passage: str | None, loaded: parser.Parser
) -> None:
    read = reading(text, words, loaded)
    assert read.passage.of(text) == passage if passage else not read.tells or read.passage.of(text) != text


def test_a_date_that_is_joined_to_another_is_of_what_follows(loaded: parser.Parser) -> None:
    text = "It tested what it called a lifeboat on 3 August and a day later demanded that Rosa Feld be kept out of it."
    assert reading(text, "a day later", loaded).tells


def test_a_claim_that_is_weighed_is_what_a_sentence_tells_of(loaded: parser.Parser) -> None:
    text = "There is no truth to claims that Rosa Feld fled Corran on Monday."
    read = reading(text, "Monday", loaded)
    assert (read.passage.of(text), read.status.value) == (text, "denied")


def test_what_stands_over_the_setting_of_the_rest_is_its_day(loaded: parser.Parser) -> None:
    text = "In a statement released on Monday, Rosa Feld said the ferry was safe."
    assert reading(text, "Monday", loaded).tells
    assert reading("The shop in Zell has been open again since Monday.", "Monday", loaded).tells


def test_where_a_sentence_tells_of_another_day_that_of_a_noun_is_not_its_own(loaded: parser.Parser) -> None:
    text = "Corran charged Rosa Feld on Monday over the burning of the Marigold ferry at Lindow on 3 May."
    assert reading(text, "Monday", loaded).passage.of(text) == text
    assert reading(text, "3 May", loaded).passage.of(text) == "the burning of the Marigold ferry at Lindow on 3 May"
    text = "The mayor held out a hand to Arland on Monday, offering talks over sending singers to the fair next month."
    assert reading(text, "Monday", loaded).tells
    assert not reading(text, "next month", loaded).tells


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Ada Quill and other mayors of the valley, who had asked the council of Lindow for a ferry "
            "in a letter and in a long row of meetings, will be feted at a fair at the harbour starting "
            "on Monday.",
            "2022-09-19",
        ),
        ("Rosa Feld voiced hope that a strike at the Corran ferry can be averted on Monday after talks.", "2022-09-19"),
        ("Rosa Feld will rule on what happened at the Corran ferry on Monday.", None),
        ("Rosa Feld left the Corran ferry on Monday.", "2022-09-12"),
    ],
)
def test_a_weekday_of_what_will_or_can_be_is_the_one_to_come(text: str, day: str | None, loaded: parser.Parser) -> None:
    read = reading(text, "Monday", loaded)
    assert (read.timex.value if read.tells else None) == day


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Rosa Feld had been called to a meeting in Lindow ahead of a hearing on Tuesday.", "Tuesday", None),
        ("Hours before the Monday deadline, the council announced it would delay the vote.", "Monday", None),
        ("Rosa Feld is negotiating with the sailors of Lindow to avert higher fares in January.", "January", None),
        (
            "Jan Oker hinted that the Lindow guard had led an attack on the ferry on Monday.",
            "Monday",
            "Jan Oker hinted",
        ),
        (
            "The moves came just hours before the ban on ferries in Lindow was set to end on Saturday.",
            "Saturday",
            "the ban on ferries in Lindow was set to end on Saturday",
        ),
    ],
)
def test_a_line_is_only_of_what_a_date_is_of(text: str, words: str, told: str | None, loaded: parser.Parser) -> None:
    read = reading(text, words, loaded)
    assert read.tells is (told is not None)
    assert told is None or read.passage.of(text).startswith(told)
