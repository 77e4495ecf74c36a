"""How near a line is to what the story is about, and what of it is written."""

import datetime as dt

import pytest

from dateline import Article, Depth, Request, timeline_of, write
from dateline.model import Level

MARCH = [dt.date(2021, 3, day) for day in range(1, 32)]
WIRE = (
    "Fire destroyed the Gressow dairy on Tuesday, killing two workers.\n"
    "Firefighters from Lindow fought the flames through the night.\n"
    "The owner thanked everybody who had helped.\n"
    "Neighbours brought soup and blankets to the crews.\n"
    "The dairy was closed for repairs on Monday, a neighbour said.\n"
    "The dairy had been founded by two brothers in 1924.\n"
)
PAPER = (
    "The Gressow dairy burned down on Tuesday and two workers died in the fire.\n"
    "The plant was rebuilt in May 2003 after a flood.\n"
)


def levels(*texts: str, level: Depth | None = None) -> dict[str, Level]:
    articles = [Article(str(n), text, MARCH[9], f"Outlet {n}") for n, text in enumerate(texts)]
    found = timeline_of(articles, Request(level=level))
    return {entry.date.value: entry.level for entry in found.entries}


def test_what_reports_open_with_is_key_and_what_lies_long_before_is_background() -> None:
    assert levels(WIRE, PAPER) == {
        "1924": Level.BACKGROUND,
        "2003-05": Level.BACKGROUND,
        "2021-03-08": Level.NORMAL,
        "2021-03-09": Level.KEY,
    }


def test_where_all_lies_long_before_the_past_is_what_the_story_is_about() -> None:
    assert (
        Level.BACKGROUND
        not in levels(
            "The Gressow dairy was founded by two brothers in 1924.\nA flood closed it for a year in May 2003.\n"
        ).values()
    )


@pytest.mark.parametrize(
    ("level", "dates"),
    [
        (Depth.KEY, ["2021-03-09"]),
        (Depth.NORMAL, ["2021-03-08", "2021-03-09"]),
        (Depth.ALL, ["1924", "2003-05", "2021-03-08", "2021-03-09"]),
    ],
)
def test_which_levels_are_asked_for(level: Depth, dates: list[str]) -> None:
    assert list(levels(WIRE, PAPER, level=level)) == dates


@pytest.mark.parametrize(
    "opening",
    [
        "They left the Gressow dairy on Tuesday without a word to anybody.",
        "The deal was called off on Tuesday after a night of talks.",
        "“Nobody will ever forget what burned down here on Tuesday.”",
        "At about 11:20 p.m. on Tuesday they broke down the doors of the Gressow dairy.",
    ],
)
def test_what_is_shown_first_is_read_alone(opening: str) -> None:
    rest = "Ada Quill sold the Gressow dairy on Monday.\nTor Lund bought the Lindow mill on Sunday.\n"
    found = levels(f"{opening}\n{rest}")
    assert found["2021-03-09"] is not Level.KEY
    assert found["2021-03-08"] is Level.KEY


def test_what_one_report_alone_tells_further_down_is_not_shown_first() -> None:
    further = "Ada Quill sold the dairy's lorries on Monday.\nTor Lund left the dairy for Lindow on Sunday.\n"
    more = "Mira Solt counted the dairy's cows on Saturday.\nOren Hale mended the dairy's roof on Friday.\n"
    found = levels(
        WIRE.replace("The dairy was closed for repairs on Monday, a neighbour said.\n", further + more), PAPER
    )
    assert [date for date, level in found.items() if level is Level.KEY] == ["2021-03-09"]


def test_what_opens_reports_of_something_else_is_not_shown_first() -> None:
    match = (
        "Skarn Rovers beat Lindow Town by three goals on Sunday.",
        "Lindow Town lost by three goals to Skarn Rovers on Sunday.",
    )
    fire = "Police searched the burned Gressow dairy for two missing workers on"
    told = [
        *(Article(f"match {n}", text, MARCH[7], f"Outlet {n}") for n, text in enumerate(match)),
        *(Article(f"fire {day}", f"{fire} {day + 1} March.", MARCH[day], f"Outlet {day}") for day in range(8, 28)),
    ]
    found = {entry.date.value: entry.level for entry in timeline_of(told).entries}
    assert found["2021-03-07"] is Level.NORMAL
    assert found["2021-03-28"] is Level.KEY


def test_what_an_essay_begins_with_is_not_shown_first() -> None:
    news = "Tor Lund bought the Lindow mill on Monday."
    assert (
        levels("The Gressow dairy in Lindow has sacked 30 workers after a week of protests.", news)["2021-03-10"]
        is Level.KEY
    )
    assert (
        levels("Ada Quill opens the doors of the Gressow dairy in her angry book.", news)["2021-03-10"] is Level.NORMAL
    )


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("Ada Quill bought the Gressow dairy in February, the register shows.", "2021-02"),
        ("Ada Quill may have sold the Gressow dairy on Sunday.", "2021-03-07"),
    ],
)
def test_a_month_that_is_past_and_what_is_in_doubt_are_not_shown_first(opening: str, date: str) -> None:
    found = levels(f"{opening}\nTor Lund bought the Lindow mill on Monday.\n")
    assert (found[date], found["2021-03-08"]) == (Level.NORMAL, Level.KEY)


def test_a_sentence_is_shown_first_once_for_its_finer_date() -> None:
    told = "Ada Quill sold the Gressow dairy on Tuesday after a row with her brother at the weekend.\n"
    found = levels(told + "The owner thanked everybody.\n" * 3)
    assert found == {"2021-W09-WE": Level.NORMAL, "2021-03-09": Level.KEY}


def test_what_names_the_year_of_these_days_is_a_caption_and_not_shown_first() -> None:
    found = levels("Smoke rose above the Gressow dairy on March 9, 2021.\nTor Lund bought the Lindow mill on Monday.\n")
    assert found == {"2021-03-08": Level.KEY, "2021-03-09": Level.NORMAL}


def test_what_a_report_begins_with_asks_for_nothing_before_it() -> None:
    assert levels("A lost boy was found alive on Tuesday.\n", "Tor Lund bought the Lindow mill on Monday.\n") == {
        "2021-03-08": Level.KEY,
        "2021-03-09": Level.KEY,
    }


def test_a_month_that_goes_on_may_be() -> None:
    assert levels("Ada Quill expects to sell the Gressow dairy this month.\n" + WIRE)["2021-03"] is Level.KEY


def test_where_nothing_is_understood_alone_the_weightiest_is_shown_first_all_the_same() -> None:
    assert levels("They left the Gressow dairy on Tuesday.\n") == {"2021-03-09": Level.KEY}


@pytest.mark.parametrize("kind", ["table", "markdown", "html"])
def test_a_reader_is_shown_the_background_at_the_end(kind: str) -> None:
    page = write(timeline_of([Article("0", WIRE, MARCH[9], "The Mail")]), kind, width=200)
    assert page.index("Fire destroyed") < page.index("Background: 1 entry") < page.index("two brothers in 1924")


def test_what_is_left_out_is_said() -> None:
    found = timeline_of([Article("0", WIRE, MARCH[9], "The Mail")], Request(level=Depth.KEY))
    assert (found.told, found.statements) == (1, 3)
    assert "1 of 3 dated statements; --level all shows the rest" in write(found, "table", width=200)
    assert "dated statements" not in write(timeline_of([Article("0", WIRE, MARCH[9], "The Mail")]), "table")
