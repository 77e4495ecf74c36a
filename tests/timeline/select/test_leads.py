"""What opens a report and gives no day stands on the day of publication, as reported."""

import datetime as dt

import pytest

from dateline import Article, Entry, timeline_of, write
from dateline.model import Basis

MARCH = [dt.date(2021, 3, day) for day in range(1, 32)]
FIRE = "Fire has destroyed the dairy at Gressow, killing two workers."


def entries(*told: tuple[int, str]) -> tuple[Entry, ...]:
    """The entries of articles, each published on a day of March 2021 by an outlet of its own."""
    return timeline_of(
        [Article(str(n), text, MARCH[day - 1], f"Outlet {n}") for n, (day, text) in enumerate(told)]
    ).entries


@pytest.mark.parametrize(
    "text",
    [
        FIRE,
        "Parliament approved a loan of two billion crowns for the harbour at Lindow after a long debate.",
        "Dairy burns at Gressow\nThe dairy at Gressow burned to the ground after a boiler exploded.",
        "The mayor of Lindow said the harbour would be closed to all cars.",
    ],
)
def test_the_lead_of_a_report_stands_on_its_day(text: str) -> None:
    (entry,) = entries((9, text))
    assert (entry.date.value, entry.date.basis) == ("2021-03-09", Basis.REPORTED)
    assert entry.evidence[0].date is None


@pytest.mark.parametrize(
    "text",
    [
        "What is the dairy at Gressow to do with all its milk?",
        "The dairy at Gressow is a small plant with two boilers and a yard.",
        "I never thought that the dairy at Gressow burned so well.",
        "Dairy burns at Gressow and two workers die",
        "The first time the band played at Gressow, nobody clapped and the lights failed.",
        "The owners of the dairy tried again and again to sell it to the city.",
        "For years the dairy at Gressow ignored complaints about its two boilers.",
        "Dairy burns at Gressow\nHowever, no neighbour was hurt and nobody had to leave.",
        "“The dairy burned down before we had our boots on,” said a fireman.",
    ],
)
def test_what_tells_no_event_does_not(text: str) -> None:
    assert entries((9, text)) == ()


@pytest.mark.parametrize(
    ("title", "text", "lead"),
    [
        # What is under way is news where the headline tells it.
        ("Boy falls into well at Gressow", "A large rescue is underway at Gressow to save a boy from a well.", 0),
        # So is what stands behind a flourish.
        (
            "Coach of Gressow Rovers retires",
            "Say goodbye to the man in the hat.\nAda Quill has retired as coach of Gressow Rovers.",
            1,
        ),
        ("Bread is dear in Lindow", "A large rescue is underway at Gressow to save a boy from a well.", None),
        (
            "Hats are back",
            "Say goodbye to the man in the hat.\nAda Quill has retired as coach of Gressow Rovers.",
            None,
        ),
    ],
)
def test_what_the_headline_tells_too_is_news(title: str, text: str, lead: int | None) -> None:
    found = timeline_of([Article("0", text, MARCH[8], "The Mail", title)]).entries
    assert [entry.headline for entry in found] == ([] if lead is None else [text.split("\n")[lead]])


def test_the_day_of_what_came_before_dates_no_news() -> None:
    title = "Lost boy found alive at Gressow"
    text = "A boy who was lost has been found alive at Gressow.\nThe child wandered off on Sunday, police said."
    found = timeline_of([Article("0", text, MARCH[8], "The Mail", title)]).entries
    assert [(entry.date.value, entry.date.basis) for entry in found] == [
        ("2021-03-07", Basis.COMPUTED),
        ("2021-03-09", Basis.REPORTED),
    ]


@pytest.mark.parametrize(
    ("title", "next_sentence"),
    [
        ("Dairy burns at Gressow", "The blaze was reported on Sunday, and the fire burned for hours."),
        ("Milk is scarce", "The owner sold the last cow on Sunday."),
    ],
)
def test_the_next_sentence_dates_the_news_it_goes_on_with(title: str, next_sentence: str) -> None:
    found = timeline_of([Article("0", f"{FIRE}\n{next_sentence}", MARCH[8], "The Mail", title)]).entries
    assert Basis.REPORTED not in [entry.date.basis for entry in found]


def test_what_is_approved_has_the_day_of_the_vote_behind_it_and_below_a_headline_too() -> None:
    lead = "The Reed Party has approved a motion to close the old harbour at Lindow."
    behind = "Its members voted on Sunday at a hotel in the hills."
    told = entries((9, f"Reed Party approves motion on Lindow\n{lead} {behind}"))
    assert [entry.date.value for entry in told if entry.date.basis is Basis.REPORTED] == []
    told = entries((9, f"Reed Party approves motion on Lindow\n{lead} Its members slept on Sunday at a hotel."))
    assert "2021-03-09" in [entry.date.value for entry in told]


def test_a_day_in_the_opening_dates_the_news() -> None:
    (entry,) = entries((9, "Fire destroyed the dairy at Gressow on Sunday, killing two workers."))
    assert (entry.date.value, entry.date.basis) == ("2021-03-07", Basis.COMPUTED)


def test_it_joins_what_is_told_by_its_day() -> None:
    (entry,) = entries(
        (9, "Fire destroyed the dairy at Gressow on Tuesday, killing two workers."),
        (10, "Fire has destroyed the dairy at Gressow, killing two workers, police said."),
    )
    assert (entry.date.value, entry.date.basis, entry.sources) == ("2021-03-09", Basis.COMPUTED, 2)
    assert entry.headline.startswith("Fire destroyed the dairy at Gressow on Tuesday")


def test_two_reports_of_neighbouring_days_are_one() -> None:
    (entry,) = entries((9, FIRE), (10, "A fire has destroyed the dairy at Gressow and killed two workers."))
    assert entry.date.value == "2021-03-09"


@pytest.mark.parametrize("kind", ["table", "markdown", "html"])
def test_a_reader_is_told_that_the_words_give_no_day(kind: str) -> None:
    shown = write(timeline_of([Article("0", FIRE, MARCH[8], "The Mail")]), kind, width=120).lower()
    assert "reported on this day; no passage gives the day" in shown


@pytest.mark.parametrize(
    ("kind", "marked"),
    [
        ("json", '"basis": "reported"'),
        ("csv", ",day,reported,"),
        ("timelinejs", '"display_date": "reported Tuesday 9 March 2021"'),
        ("jsonld", "Reported on 2021-03-09; no passage gives the day."),
        ("webannotation", "reported 2021-03-09: happened"),
        ("ninjs", "reported on this day; no passage gives the day"),
        ("ftm", "reported on this day; no passage gives the day"),
    ],
)
def test_data_say_so_too(kind: str, marked: str) -> None:
    assert marked in write(timeline_of([Article("0", FIRE, MARCH[8], "The Mail")]), kind)
