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
    ],
)
def test_what_is_shown_first_is_read_alone(opening: str) -> None:
    rest = "Ada Quill sold the Gressow dairy on Monday.\nTor Lund bought the Lindow mill on Sunday.\n"
    found = levels(f"{opening}\n{rest}")
    assert found["2021-03-09"] is not Level.KEY
    assert found["2021-03-08"] is Level.KEY


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
