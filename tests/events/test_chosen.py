"""The parser's word beside the surface's."""

import datetime as dt

import pytest

from dateline.entities.article_names import Names
from dateline.events.chosen import Chosen, reread
from dateline.events.parsing import parser
from dateline.events.surface import sentence as surface
from dateline.events.surface.article import SurfaceArticle
from dateline.languages import named
from dateline.model import Article, Status
from dateline.pipeline import timeline_of
from dateline.text import sentences
from dateline.times import tag

ENGLISH = named("en")
PUBLISHED = dt.date(2022, 9, 15)  # a Thursday


def reading(text: str, words: str, loaded: parser.Parser) -> surface.SurfaceReading:
    """What the sentence of a time expression tells of it, by surface and parser."""
    article = Article("a", text, PUBLISHED)
    timexes = tag(text, PUBLISHED, "en")
    timex = next(t for t in timexes if t.text == words)
    sentence = next(s for s in sentences.split(ENGLISH, text) if s.holds(timex.span))
    own = tuple(t for t in timexes if sentence.holds(t.span))
    own_surface = SurfaceArticle(Names(ENGLISH, text), sentences.split(ENGLISH, text))
    cut = surface.cut(own_surface, sentence, own)
    read = surface.read(cut, timex, PUBLISHED)
    (joined,) = reread([Chosen(article, sentence, own, read, cut)], lambda _: loaded)
    return joined


@pytest.mark.parametrize(
    ("text", "words", "status", "said_by"),
    [
        ("Ada Quill, who runs the ferry, laid off twelve people on Monday.", "Monday", "happened", None),
        ("The June 8 rowing final in Corran will not take place.", "June 8", "denied", None),
        ("The June 8 regatta in Corran has been called off.", "June 8", "cancelled", None),
        ("The festival, which was planned for Sunday, has been called off.", "Sunday", "cancelled", None),
        ("The band has cancelled a planned concert in Corran next week.", "next week", "cancelled", None),
        ("The band would have to postpone a tour due to begin in October.", "October", "postponed", None),
        ("The square has been fenced off since Saturday.", "Saturday", "ongoing", None),
        ("Corran ordered 300 people to leave their houses on Tuesday.", "Tuesday", "happened", None),
        (
            "The ferries will stop running on Saturday, the shipping line said.",
            "Saturday",
            "scheduled",
            "the shipping line",
        ),
        ("Mayor Rosa Feld denied that the dam had burst on Monday.", "Monday", "denied", "Rosa Feld"),
        ("The fair will open on Saturday, said Oh Se-jin, who teaches there.", "Saturday", "scheduled", "Oh Se-jin"),
        (
            "Two people close to the works said it would open on Friday.",
            "Friday",
            "scheduled",
            "two people close to the works",
        ),
        ("“The road opens on Friday,” Jan Oker told reporters.", "Friday", "scheduled", "Jan Oker"),
        ("The governor ruled out calling in the army next week.", "next week", "denied", "the governor"),
        ("The school was meant to open in 2012, but the money ran out.", "2012", "denied", None),
        ("Will the bank raise rates on Friday?", "Friday", "uncertain", None),
        ("It was not until Saturday that the trains resumed.", "Saturday", "happened", None),
        ("The tram nearly derailed on Monday.", "Monday", "denied", None),
        # What somebody failed to do is not what happened; what somebody refused, he refused on that day.
        ("The council failed to agree on Monday.", "Monday", "denied", None),
        ("The ferry was unable to land on Monday.", "Monday", "denied", None),
        ("None of it makes up for what they failed to settle in Corran on Monday.", "Monday", "happened", None),
        ("The council refused to meet on Monday.", "Monday", "happened", None),
        ("In a clip on Monday, Jan Oker speculated that the dam leaked.", "Monday", "happened", "Jan Oker"),
        ("The ferry will sail on Friday, harbour master Ada Quill said on Monday.", "Friday", "scheduled", "Ada Quill"),
        ("“It was dry,” Mayor Rosa Feld said. “The dam burst on Monday.”", "Monday", "happened", "Rosa Feld"),
        ("“It was dry.” Mayor Rosa Feld said. “The dam burst on Monday.”", "Monday", "happened", "Rosa Feld"),
        ("“It was dry,” Mayor Rosa Feld told the Echo. “The dam burst on Monday.”", "Monday", "happened", "Rosa Feld"),
        ("“It was dry. The dam burst on Monday. I ran,” Mayor Rosa Feld said.", "Monday", "happened", "Rosa Feld"),
        (
            "Feld’s accusers took to the streets to call for the return of Ada Quill, ousted in 2006.",
            "2006",
            "happened",
            None,
        ),
        ("“The dam burst on Monday, ”� said Rosa Feld.", "Monday", "happened", None),
        ("On Monday, Feld wept at a meeting that aides said moved her.", "Monday", "happened", "aides"),
        ("Candidates must declare by September 30.", "September 30", "scheduled", None),
        ("(Updated 5:31 p.m.) Mayor Rosa Feld said the dam burst on Monday.", "Monday", "happened", "Rosa Feld"),
        (
            "Lawyers representing Oker’s accuser, Ada Quill, say she fell on Monday.",
            "Monday",
            "happened",
            "lawyers representing Oker’s accuser",
        ),
        (
            "At a hearing on Monday, the lawyer for Jan Oker’s alleged victim promised she would sue.",
            "Monday",
            "happened",
            "the lawyer for Jan Oker’s alleged victim",
        ),
        ("Mayor Rosa Feld said Ada Quill had won the 2012 race.", "2012", "happened", "Rosa Feld"),
        ("Mayor Rosa Feld denies she met the builder on Monday.", "Monday", "denied", "Rosa Feld"),
        ("Nine people were beaten while trying to reach the hall on Monday.", "Monday", "happened", None),
        ("The vote had been pencilled in for Tuesday, but Ada Quill held it early.", "Tuesday", "cancelled", None),
        ("A radio play will today allege that the mayor knew of the leak.", "today", "scheduled", None),
        # What negates or calls off something else in the sentence says nothing of what is dated.
        (
            "Engineers have put pumps in place this week after a plan to plug it -- called a cap -- was aborted.",
            "this week",
            "happened",
            None,
        ),
        ("Oker was forced to quit and shelve hopes to become mayor in 2012.", "2012", "happened", None),
        ("Shares are being sold off today due to the storm.", "today", "ongoing", None),
        ("By October 30, nine tons of oil will have spilled into the bay.", "October 30", "expected", None),
        ("Jan Oker said he would be cancelling Friday’s launch.", "Friday", "cancelled", "Jan Oker"),
        ("Rosa Tann, who is touring Zell this week, sang.", "this week", "ongoing", None),
        ("Some wonder whether the bank will act on Friday.", "Friday", "uncertain", "some"),
        ("If it was fair, Ada Quill would have said on Monday: “The dam burst.”", "Monday", "uncertain", "Ada Quill"),
        (
            "The square in Zell filled amid talk that Mayor Rosa Feld may deliver remarks to the town on Thursday.",
            "Thursday",
            "uncertain",
            None,
        ),
        ("By Thursday, the union had already scheduled a fundraiser in Corran.", "Thursday", "happened", None),
    ],
)
def test_status_and_speaker(text: str, words: str, status: str, said_by: str | None, loaded: parser.Parser) -> None:
    read = reading(text, words, loaded)
    assert (read.status, read.said_by) == (Status(status), said_by)


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        # A date may hang on a verb that tells of no event: its status is that of what the verb says.
        (
            "When he made it to Corran for the first time, in 1995, there was little to suggest more.",
            "1995",
            "happened",
        ),
        ("Sunday's performance was the last scheduled show of the Corran fair.", "Sunday", "happened"),
        ("Ada Quill had been in Corran on a visit since Monday.", "Monday", "happened"),
        ("The test was possible before the end of the year, the firm said.", "the end of the year", "uncertain"),
        ("There is a chance that no crew from Zell will be on the lake next year.", "next year", "uncertain"),
        ("If the bill is not passed by Saturday, the ferrymen will lose their pay.", "Saturday", "uncertain"),
        ("The deal is off the table if it fails to win approval next month.", "next month", "uncertain"),
        # What should be is asked for, or awaited; and what is suggested is one of these, or open.
        ("The mayor should resign by Friday.", "Friday", "proposed"),
        ("The court should hear today from more witnesses.", "today", "expected"),
        ("Judge Quill should be giving her ruling at noon on Friday.", "noon on Friday", "expected"),
        ("The boat should be available next month.", "next month", "expected"),
        ("The mayor suggested she would be back in Corran next week.", "next week", "expected"),
        ("Ada Quill suggested that the council meet next month.", "next month", "proposed"),
        ("The ruler was expected to fly to Corran later today.", "later today", "expected"),
        ("The senate voted to oust Ada Quill from its chair on Thursday.", "Thursday", "happened"),
        ("Nine swans are known to have died in Corran on Monday.", "Monday", "happened"),
    ],
)
def test_what_hangs_on_the_verb_alone(text: str, words: str, status: str, loaded: parser.Parser) -> None:
    assert reading(text, words, loaded).status.value == status


def test_the_parser_finds_speakers_that_the_surface_does_not(loaded: parser.Parser) -> None:
    text = "Up to now the board has refused, with chairman Paul Bray arguing last year that the price was too low."
    assert reading(text, "last year", loaded).said_by == "Paul Bray"


def test_a_pronoun_stands_for_whom_the_article_named_before(loaded: parser.Parser) -> None:
    text = "Lidia Marsh, who keeps the lock, saw it all.\n“There were 15 boats on Monday,” she said."
    assert reading(text, "Monday", loaded).said_by == "Lidia Marsh"


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


@pytest.mark.parametrize(
    ("text", "words", "tells"),
    [
        ("Number of songs in the shop since its opening in April.", "April", False),
        ("Near Zell, 75 lorries collided on Thursday.", "Thursday", True),
        ("Judge Ada Quill jailed baker Jan Oker for six years on Thursday.", "Thursday", True),
        ("Visitors to the opening of the shop on Thursday.", "Thursday", False),
        ("The shop opened on Thursday.", "Thursday", True),
        ("Thursday: opening of the shop in Zell.", "Thursday", True),
    ],
)
def test_a_caption_without_a_verb_tells_of_nothing(text: str, words: str, tells: bool, loaded: parser.Parser) -> None:
    assert reading(text, words, loaded).tells is tells


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Think of every child who waited at the gate on Thursday.", False),
        ("Do not think of every child who waited at the gate on Thursday.", False),
        ("Talks at the gate began on Thursday.", True),
        ("Did you see what happened at the gate on Thursday?", True),
    ],
)
def test_what_a_reader_is_told_to_do_tells_of_nothing(text: str, tells: bool, loaded: parser.Parser) -> None:
    assert reading(text, "Thursday", loaded).tells is tells


def test_the_order_of_what_is_chosen_does_not_matter(loaded: parser.Parser) -> None:
    text = "The dam broke on Monday. Rosa Feld said on Tuesday that it would be rebuilt by 2024."
    article = Article("a", text, PUBLISHED)
    timexes = tag(text, PUBLISHED, "en")
    chosen = []
    for sentence in sentences.split(ENGLISH, text):
        own = tuple(t for t in timexes if sentence.holds(t.span))
        own_surface = SurfaceArticle(Names(ENGLISH, text), sentences.split(ENGLISH, text))
        cut = surface.cut(own_surface, sentence, own)
        chosen += [Chosen(article, sentence, own, surface.read(cut, t, PUBLISHED), cut) for t in own]
    assert reread(chosen[::-1], lambda _: loaded)[::-1] == reread(chosen, lambda _: loaded)


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


def test_what_is_done_again_and_again_is_no_happening(loaded: parser.Parser) -> None:
    assert not reading("The bank typically pays its chiefs in shares in January.", "January", loaded).tells
    assert reading("The bank paid its chiefs in shares in January.", "January", loaded).tells


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The union of Corran hopes to meet the mayor over pay.", "expected"),
        ("Rosa Feld said she plans to close the ferry at Corran.", "expected"),
        ("The mayor of Corran is meeting the union over pay.", "ongoing"),
        ("Rosa Feld is to make her first state visit to Arland next week, ten years after the last one.", "scheduled"),
    ],
)
def test_a_report_of_what_somebody_plans_has_the_status_of_the_plan(text: str, status: str) -> None:
    (entry,) = timeline_of([Article("a", text, PUBLISHED)]).entries
    assert entry.status.value == status


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
