"""How the status and the date of an entry came about."""

import datetime as dt

import pytest

from dateline import Article, Entry, timeline_of

MARCH = {day: dt.date(2021, 3, day) for day in range(1, 32)}


def entry(*told: tuple[int, str]) -> Entry:
    """The one entry of articles, each published on a day of March 2021 by an outlet of its own."""
    (found,) = timeline_of(
        [Article(str(n), text, MARCH[day], f"Outlet {n}") for n, (day, text) in enumerate(told)]
    ).entries
    return found


def turns(found: Entry) -> list[tuple[int, str, str]]:
    return [(turn.since.day if turn.since else 0, turn.status.value, turn.date.value) for turn in found.history]


def test_a_plan_that_comes_true() -> None:
    opened = entry(
        (5, "President Ilona Varga will open the Gressow dairy on March 9, her office said."),
        (6, "Ilona Varga is to open the Gressow dairy on March 9."),
        (10, "President Ilona Varga opened the Gressow dairy on March 9."),
    )
    assert turns(opened) == [(5, "scheduled", "2021-03-09"), (10, "happened", "2021-03-09")]
    assert [turn.article for turn in opened.history] == ["0", "2"]
    assert opened.history[0].said_by == "her office"


def test_the_last_turn_is_what_the_entry_is() -> None:
    moved = entry(
        (5, "President Ilona Varga will open the Gressow dairy on March 9, her office said."),
        (8, "The opening of the Gressow dairy by Ilona Varga, planned for March 9, was postponed to March 20."),
    )
    assert (moved.history[-1].status, moved.history[-1].date) == (moved.status, moved.date)
    assert moved.date.value == "2021-03-20"


def test_what_was_told_once_has_one_turn() -> None:
    assert turns(entry((5, "Two horses won the Lindow race on March 4."))) == [(5, "happened", "2021-03-04")]


def test_evidence_keeps_the_date_that_each_passage_gives() -> None:
    moved = entry(
        (5, "President Ilona Varga will open the Gressow dairy on March 9, her office said."),
        (8, "The opening of the Gressow dairy by Ilona Varga, planned for March 9, was postponed to March 20."),
    )
    assert {(e.article, e.date) for e in moved.evidence} == {
        ("0", "2021-03-09"),
        ("1", "2021-03-09"),
        ("1", "2021-03-20"),
    }
    assert moved.sources == 1  # who had it on another day does not bear out the new one


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        # What was planned for a day that is past says nothing of what became of it, however late it is told.
        (
            (
                (10, "President Ilona Varga opened the Gressow dairy on March 9."),
                (12, "Ilona Varga was to open the Gressow dairy on March 9, her office said."),
            ),
            "happened",
            "2021-03-09",
        ),
        # The later word counts, hearsay or not.
        (
            (
                (5, "Ilona Varga will open the Gressow dairy on March 9."),
                (8, "The opening of the Gressow dairy by Ilona Varga on March 9 has been called off, her office said."),
            ),
            "cancelled",
            "2021-03-09",
        ),
        # Of facts the day that most tell, not the one told last.
        (
            (
                (3, "A storm tore the roof off the market hall of Ardale on Monday and injured 12 people."),
                (4, "The storm that tore the roof off the market hall of Ardale on Monday injured 12 people."),
                (5, "A storm tore the roof off the market hall in Ardale on Tuesday, injuring 12 people."),
            ),
            "happened",
            "2021-03-01",
        ),
    ],
)
def test_which_word_counts_of_several(told: tuple[tuple[int, str], ...], status: str, date: str) -> None:
    found = entry(*told)
    assert (found.status.value, found.date.value) == (status, date)


@pytest.mark.parametrize("published", [9, 10])
def test_what_an_article_says_itself_goes_before_hearsay_of_its_day(published: int) -> None:
    opened = entry(
        (published, "Ilona Varga opened the Gressow dairy on March 9."),
        (published, "Ilona Varga may have opened the Gressow dairy on March 9, a cook said."),
    )
    assert opened.status.value == "happened"


def test_a_lead_of_what_came_of_it_since_does_not_say_how_it_stands() -> None:
    ruled = timeline_of(
        [
            Article(
                "a",
                "Norders are voicing outrage after five dairy owners were acquitted of fraud on the grounds "
                "that their clerk had been asleep at the time.\n\n"
                "The Gressow court ruled Tuesday that the owners were guilty of the lesser "
                "crime of neglect and fined them 12,000 crowns.",
                MARCH[11],
                "Aar Wire",
                "Norders voice outrage as dairy owners are acquitted of fraud",
            ),
            Article(
                "b",
                "Norders are voicing outrage after a Gressow court ruled Tuesday that five dairy owners accused of "
                "fraud were not guilty of fraud because their clerk was asleep at the time.",
                MARCH[11],
                "Borwick Post",
                "Norders voice outrage after court acquits dairy owners",
            ),
        ]
    ).entries
    assert [(entry.status.value, entry.date.value) for entry in ruled] == [("happened", "2021-03-09")]
