"""Further tellings of one matter stand under its line and not beside it."""

import datetime as dt

import pytest

from dateline import Article, Entry, Request, timeline_of, write

CROSSING = "A train carrying Envoy Ilona Varga crossed the Aar into Gressow on Tuesday morning, guarded by forty men."
WAVED = "Varga waved from the train on Tuesday to a crowd with paper flags."
STRIKE = "Dockers at Lindow struck on Tuesday over a new harbour law."


def entries(*texts: str) -> tuple[Entry, ...]:
    articles = [Article(str(n), text, dt.date(2021, 3, 10), f"Outlet {n}") for n, text in enumerate(texts)]
    return timeline_of(articles, Request(parse=False)).entries


def test_what_is_of_another_matter_stands_beside_it() -> None:
    crossing, strike = entries(CROSSING, STRIKE)
    assert not crossing.further
    assert not strike.further


def test_what_goes_with_a_days_event_is_of_one_matter() -> None:
    (entry,) = entries(CROSSING, WAVED)
    assert [passage.article for passage in entry.evidence] == ["0"]
    assert [passage.article for passage in entry.further] == ["1"]
    assert entry.sources == 1  # who tells what went with it bears the event itself out no further


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A place within the other one's.
        (
            "Four hours into its flight to Skarn, a Marigold plane came back to Lindow on Tuesday.",
            "The crew found a stowaway on board and the plane landed at Lindow Airport on Tuesday.",
        ),
        # Told by the month.
        (
            "Ilona Varga will sell the lighthouse at Gressow in April.",
            "The sale of the lighthouse, which Marigold Hotels wants, ends a long quarrel in April.",
        ),
    ],
)
def test_of_a_date_what_is_of_one_matter_stands_in_one_line(one: str, other: str) -> None:
    (entry,) = entries(one, other)
    assert len(entry.evidence) == len(entry.further) == 1


def test_a_month_has_more_that_is_alike_than_a_day() -> None:
    told = (
        "In February the owners of the Lindow mill asked the board to study the cost of a new weir.",
        "The head of the Lindow dairy told the Echo in February that he would not let his sons near the weir.",
    )
    assert [len(entry.evidence) for entry in entries(*told)] == [1, 1]


def test_a_further_telling_is_shown_under_its_line() -> None:
    articles = [Article(str(n), text, dt.date(2021, 3, 10), f"Outlet {n}") for n, text in enumerate((CROSSING, WAVED))]
    found = timeline_of(articles, Request(parse=False))
    assert found.told == found.statements == 2
    assert "also: Varga waved" in write(found, "table", width=200)
    assert "Of the same matter:" in write(found, "markdown")
    assert "Of the same matter" in write(found, "html")
