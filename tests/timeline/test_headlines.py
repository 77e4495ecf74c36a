"""Which passage of an event heads its line, and which sentences stand for their day."""

import datetime as dt

import pytest

from dateline import Article
from dateline.events.parsing.parser import parsed_languages, parser_of
from dateline.model import Status
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.headlines import LEFT, Against, fitness, headline, headline_span, held_against
from dateline.timeline.select import passages


def told(*reports: tuple[str, str]) -> list[Telling]:
    """What reports, given as day of publication and text, tell in their first dated sentence."""
    articles = [
        Article(f"a{number}", text, dt.date.fromisoformat(day), f"Outlet {number}")
        for number, (day, text) in enumerate(reports)
    ]
    return close_reading(next(iter(passages.of(read_article(article)))) for article in articles)


def head(status: Status, *reports: tuple[str, str], chosen: int | None = None) -> int:
    """The number of the report that heads the entry which all of them tell, dated as the first dates it."""
    tellings = told(*reports)
    return headline(tellings, status, tellings[0].passage.date, None if chosen is None else tellings[chosen])


def against(report: tuple[str, str]) -> set[Against]:
    """What is held against a report with the parser, where there is one."""
    parsers = parser_of if parsed_languages() else None
    (telling,) = close_reading([told(report)[0].passage], parsers)
    return set(held_against(telling))


PLAN = ("2021-03-08", "The ferry Marigold is scheduled to sail for Corran on Friday, March 12.")
SAILED = ("2021-03-13", "The ferry Marigold sailed for Corran on Friday with forty passengers on board.")
CALLED_OFF = ("2021-03-10", "The sailing of the ferry Marigold planned for Friday has been called off.")


def test_the_latest_word_heads_the_line() -> None:
    assert head(Status.CANCELLED, PLAN, CALLED_OFF) == 1
    assert head(Status.HAPPENED, PLAN, SAILED) == 1
    assert head(Status.SCHEDULED, PLAN, CALLED_OFF) == 0


def test_what_a_passage_opens_with_is_named_before_its_verb_even_behind_a_noun_of_what_happens() -> None:
    visit = ("2021-03-10", "The visit to the Corran aquarium that was planned for Friday has been called off.")
    planned = ("2021-03-08", "A visit by Ada Quill to the Corran aquarium is planned for Friday.")
    assert Against.POINTS_BACK not in against(visit)
    assert head(Status.CANCELLED, planned, visit) == 1


def test_of_equals_the_one_published_first_heads_it() -> None:
    again = ("2021-03-14", "The ferry Marigold sailed for Corran on Friday with forty passengers on board.")
    assert head(Status.HAPPENED, again, SAILED) == 1
    assert head(Status.HAPPENED, SAILED, again) == 0


@pytest.mark.parametrize(
    "worse",
    [
        "It sailed for Corran on Friday with forty passengers and a cargo of timber on board.",
        "The move came on Friday as forty passengers sailed for Corran on the ferry Marigold.",
        "Sailed for Corran on Friday.",
        "The ferry Marigold sailed for Corran on Friday, said Ada Quill, the harbour master.",
    ],
)
def test_words_that_stand_alone_go_before_others(worse: str) -> None:
    assert head(Status.HAPPENED, ("2021-03-13", worse), ("2021-03-14", SAILED[1])) == 1


def test_the_front_of_an_article_goes_before_its_end() -> None:
    late = "Rain fell. " * 12 + SAILED[1]
    assert head(Status.HAPPENED, ("2021-03-13", late), ("2021-03-14", SAILED[1])) == 1


def test_a_passage_of_another_day_heads_no_line() -> None:
    tellings = told(
        ("2021-03-14", "The Marigold sailed for Corran on Saturday, March 13, with forty on board."),
        ("2021-03-15", "The Marigold sailed for Corran on Friday, March 12, with forty on board."),
    )
    assert headline(tellings, Status.HAPPENED, tellings[1].passage.date, None) == 1


def test_what_carries_status_and_date_heads_the_line_however_poorly_it_reads() -> None:
    poor = ("2021-03-13", "It sailed on Friday, a day late.")
    assert head(Status.HAPPENED, poor, PLAN, chosen=1) == 0


def test_the_sentence_that_was_chosen_for_its_day_heads_it() -> None:
    late = "The ferry Marigold, a day late, sailed for Corran on Friday, said Ada Quill, the harbour master."
    assert head(Status.HAPPENED, SAILED, ("2021-03-15", late), chosen=1) == 1


def test_unless_another_is_by_far_the_better_one() -> None:
    assert head(Status.HAPPENED, SAILED, ("2021-03-15", "It sailed on Friday, a day late."), chosen=1) == 0


def test_a_name_goes_before_a_noun_that_nobody_knows() -> None:
    nameless = "The old ferry sailed at last on Friday with forty passengers on board."
    assert head(Status.HAPPENED, ("2021-03-13", nameless), ("2021-03-14", SAILED[1])) == 1


def test_the_visit_to_a_place_that_is_named_points_to_nothing() -> None:
    off = ("2021-03-10", "The visit to the ferry Marigold that was planned for Friday was called off by its owner.")
    assert head(Status.CANCELLED, PLAN, off) == 1


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "The ferry Marigold sailed for Corran on Friday with forty passengers and a cargo of timber, while its "
            "sister ship, the Primrose, stayed in the harbour of Mellow Bay with a broken mast and a crew of nine.",
            "The ferry Marigold sailed for Corran on Friday with forty passengers and a cargo of timber",
        ),
        (
            "The ferry Marigold will sail for Corran on Friday with forty passengers and a cargo of timber, unless the "
            "wind that has kept all ships in the harbour of Mellow Bay for a week goes on to blow from the west.",
            None,
        ),
        ("The ferry Marigold sailed for Corran on Friday, while the Primrose stayed.", None),
        (
            "Ada Quill played her part on Friday, winning over the forty passengers of the ferry Marigold with a "
            "promise that nobody in the harbour of Corran would have to wait for a berth.",
            None,
        ),
        (
            "The harbour board of Corran said on Friday that the rules by which ferries of other towns had to wait "
            "for a free berth would be given up at last, but only when the new pier is built.",
            None,
        ),
        (
            "The forty passengers of the ferry Marigold on Friday joined Ada Quill, the harbour master, in "
            "calling on the owners to give up the rules by which other ferries had to wait.",
            None,
        ),
        (
            "The harbour board met on Friday and demanded that Ada Quill, the master of the old port of Lindow for "
            "thirty years, be kept out of any further talks on the sale of the ferry.",
            None,
        ),
    ],
)
def test_a_long_passage_is_cut_to_the_clauses_that_tell_it(text: str, cut: str | None) -> None:
    (telling,) = told(("2021-03-13", text))
    assert headline_span(telling).of(text) == (cut or text)


def test_what_was_left_of_a_chosen_sentence_does_not() -> None:
    two = ("2021-03-15", "The crew came home on Sunday; forty passengers sailed for Corran on Friday.")
    (cut,) = close_reading([list(passages.of(read_article(Article("b", two[1], dt.date(2021, 3, 15)))))[1]])
    assert cut.exact[0].islower()
    (whole,) = told(SAILED)
    assert headline([cut, whole], Status.HAPPENED, whole.passage.date, cut) == 1
    assert headline([cut, whole], Status.HAPPENED, whole.passage.date, whole) == 1


@pytest.mark.parametrize(
    ("reason", "day", "text"),
    [
        (Against.POINTS_BACK, "2021-03-13", "It sailed for Corran on Friday with forty passengers."),
        (Against.LOOKS_AHEAD, "2021-03-08", "The ferry will sail for Corran on Friday, March 12, the owners said."),
        (Against.OTHER_DAYS, "2021-03-13", "The ferry sailed on Friday, four days after it ran aground on Monday."),
        (Against.PERSONAL, "2021-03-13", "I saw the ferry Marigold sail for Corran on Friday with forty people."),
        (Against.MARKED, "2021-03-13", "* The ferry Marigold sailed for Corran on Friday with forty passengers."),
        (Against.GLUED, "2021-03-13", "Ferry Sails With Forty The ferry Marigold sailed for Corran on Friday at noon."),
        (Against.NAMES_ITS_YEAR, "2021-03-13", "The ferry Marigold leaves Mellow Bay on March 12, 2021, for Corran."),
    ],
)
def test_what_speaks_against_a_sentence_leaves_a_share_of_its_worth(reason: Against, day: str, text: str) -> None:
    (telling,) = told((day, text))
    assert fitness(telling.passage) == pytest.approx(LEFT[reason])
    assert 0.4 < fitness(telling.passage) < 0.8


def test_a_plain_sentence_of_its_day_keeps_its_worth() -> None:
    (telling,) = told(SAILED)
    assert fitness(telling.passage) == 1.0
