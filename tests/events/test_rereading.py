"""The parser's word beside the surface's."""

import pytest

from dateline.events.parsing import parser
from dateline.events.rereading import reread
from dateline.model import Article, Status
from dateline.pipeline import timeline_of
from read_again import PUBLISHED, chosen, reading


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
        ("Zell revealed its new ferry on Monday.", "Monday", "happened", None),
        ("The dam is not expected to be finished until early October.", "early October", "expected", None),
        ("The dam is unlikely to open until October 3.", "October 3", "expected", None),
        ("The truce is not expected to last until October.", "October", "uncertain", None),
        ("The dam is not expected to be finished in October.", "October", "uncertain", None),
        ("Jan Oker was trying to cling to power on Monday, despite his defeat.", "Monday", "happened", None),
        ("Jan Oker was planning to cling to power on Monday.", "Monday", "expected", None),
        ("On Monday, Ada Quill revealed her new boat.", "Monday", "happened", None),
        ("On Monday, Ada Quill revealed her plan.", "Monday", "happened", "Ada Quill"),
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
    given = chosen(text)
    assert reread(given[::-1], lambda _: loaded)[::-1] == reread(given, lambda _: loaded)


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
