"""Where sources disagree about one event, and where they only seem to."""

import datetime as dt

import pytest

from dateline import Article, Conflict, timeline_of

MARCH_5 = dt.date(2021, 3, 5)  # a Friday


def conflicts(*texts: str, days_apart: int = 1) -> list[Conflict]:
    """The conflicts in a story of one article a text, each from its own outlet and so many days after the last."""
    story = [
        Article(str(number), text, MARCH_5 + dt.timedelta(days=number * days_apart), f"Outlet {number}")
        for number, text in enumerate(texts)
    ]
    return [conflict for entry in timeline_of(story).entries for conflict in entry.conflicts]


def test_two_counts_of_one_thing() -> None:
    (conflict,) = conflicts(
        "Nine people were killed when the Skarn ferry sank on March 3, the coast guard said.",
        "The Skarn ferry sank on March 3. At least 15 people were killed when the Skarn ferry sank on March 3.",
        days_apart=0,
    )
    assert conflict.kind == "number"
    assert [claim.value for claim in conflict.claims] == ["Nine people", "At least 15 people"]
    assert [claim.evidence.said_by for claim in conflict.claims] == ["the coast guard", None]


@pytest.mark.parametrize(
    "other",
    [
        "Nine people were killed when the Skarn ferry sank on March 3.",
        "At least four people were killed when the Skarn ferry sank on March 3.",
        "The Skarn ferry sank on March 3 and 40 people were injured.",
        "The Skarn ferry sank on March 3, three miles from the harbour.",
    ],
)
def test_figures_that_can_all_be_right(other: str) -> None:
    assert conflicts("Nine people were killed when the Skarn ferry sank on March 3.", other, days_apart=0) == []


@pytest.mark.parametrize(
    ("one", "other", "can_be"),
    [
        ("At least nine", "Fifteen", True),
        ("More than nine", "Fifteen", True),
        ("Nine", "Fewer than fifteen", True),
        ("Nine", "At most fifteen", True),
        ("Nine", "At least fifteen", False),
        ("At most nine", "Fifteen", False),
        ("About fourteen", "Fifteen", True),
        ("About nine", "Fifteen", False),
        ("Nine", "Fifteen", False),
    ],
)
def test_an_open_figure_leaves_room_on_one_side(one: str, other: str, can_be: bool) -> None:
    sank = "people were killed when the Skarn ferry sank on March 3."
    found = conflicts(f"{one} {sank}", f"{other} {sank}", days_apart=0)
    assert [conflict.kind.value for conflict in found] == ([] if can_be else ["number"])


def test_what_one_outlet_brings_up_to_date_is_no_conflict() -> None:
    story = [
        Article("1", "Nine people were killed when the Skarn ferry sank on March 3.", MARCH_5, "Aar Wire"),
        Article(
            "2", "Eleven people were killed when the Skarn ferry sank on March 3.", dt.date(2021, 3, 6), "Aar Wire"
        ),
    ]
    assert [entry.conflicts for entry in timeline_of(story).entries] == [()]


def test_a_denial_of_what_another_source_says() -> None:
    (conflict,) = conflicts(
        "The dam above Gressow burst on March 3, five villagers said.",
        "Water Minister Jan Oker denied that the dam above Gressow had burst on March 3.",
    )
    assert conflict.kind == "status"
    assert [claim.value for claim in conflict.claims] == ["happened", "denied"]


def test_what_is_called_off_is_no_conflict() -> None:
    assert (
        conflicts(
            "President Varga will visit the Gressow dairy on March 12.",
            "President Varga's visit to the Gressow dairy on March 12 has been called off.",
        )
        == []
    )


def test_a_toll_that_another_outlet_brings_up_to_date_is_no_conflict() -> None:
    assert (
        conflicts(
            "Nine people were killed when the Skarn ferry sank on March 3.",
            "Eleven people were killed when the Skarn ferry sank on March 3.",
        )
        == []
    )


def test_claims_tell_since_when_and_by_how_many_sources() -> None:
    (conflict,) = conflicts(
        "The train reached Lindow on March 3 with 11 carriages.",
        "The train reached Lindow on March 3 with 11 carriages, a porter said.",
        "The train reached Lindow on March 3 with 15 carriages.",
    )
    assert [(claim.value, claim.since, claim.sources) for claim in conflict.claims] == [
        ("11 carriages", MARCH_5, 2),
        ("15 carriages", MARCH_5 + dt.timedelta(days=2), 1),
    ]


def test_children_among_the_dead_do_not_dispute_their_number() -> None:
    assert (
        conflicts(
            "Nine people were killed when the Skarn ferry sank on March 3.",
            "Three children were killed when the Skarn ferry sank on March 3.",
            days_apart=0,
        )
        == []
    )


def test_the_day_of_a_month_is_no_figure() -> None:
    assert (
        conflicts(
            "The Skarn ferry that sank on March 3 killed nine people.",
            "Nine people were killed when the Skarn ferry sank on March 3.",
            days_apart=0,
        )
        == []
    )


def test_one_meeting_in_two_cities() -> None:
    (conflict,) = conflicts(
        "Foreign ministers Ilona Varga and Jan Oker met in Geneva on March 3.",
        "Ilona Varga and Jan Oker, the foreign ministers, met in Vienna on March 3.",
    )
    assert conflict.kind == "place"
    assert [claim.value for claim in conflict.claims] == ["Geneva", "Vienna"]


def test_places_far_apart_are_not_one_though_an_article_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    story = (
        "Foreign ministers Ilona Varga and Jan Oker met in Geneva on March 3.",
        "Ilona Varga and Jan Oker, the foreign ministers, met in Vienna on March 3. Geneva had asked for the talks.",
    )
    assert conflicts(*story) == []
    monkeypatch.setattr("dateline.timeline.describe.conflicts.apart", lambda *_: True)
    assert [conflict.kind.value for conflict in conflicts(*story)] == ["place"]


@pytest.mark.parametrize("other", ["in Vienna", "in Austria", "in the Hofburg in Vienna"])
def test_places_that_can_be_one(other: str) -> None:
    assert (
        conflicts(
            "Foreign ministers Ilona Varga and Jan Oker met in Vienna on March 3.",
            f"Ilona Varga and Jan Oker, the foreign ministers, met {other} on March 3.",
        )
        == []
    )


def test_refusing_to_do_what_another_says_was_done() -> None:
    (conflict,) = conflicts(
        "Ilona Varga met the miners of Lindow on March 3.",
        "Ilona Varga refused to meet the miners of Lindow on March 3.",
    )
    assert conflict.kind == "status"
    assert [claim.value for claim in conflict.claims] == ["happened", "denied"]


@pytest.mark.parametrize(
    "other",
    [
        "Norden Steel rejected reports that it had closed its Lindow mill on March 3.",
        "Norden Steel said reports that it had closed its Lindow mill on March 3 were false.",
        "Norden Steel did not close its Lindow mill on March 3, the mayor said.",
    ],
)
def test_ways_to_deny(other: str) -> None:
    (conflict,) = conflicts("Norden Steel closed its Lindow mill on March 3.", other)
    assert conflict.kind == "status"
    assert [claim.value for claim in conflict.claims] == ["happened", "denied"]


@pytest.mark.parametrize(
    "other",
    [
        "The Lindow rocket will lift off on March 12 if it does not blow up before.",
        "The Lindow rocket will (or won't) lift off on March 12.",
    ],
)
def test_what_may_not_be_is_no_denial(other: str) -> None:
    assert conflicts("The Lindow rocket will lift off on March 12.", other) == []


def test_the_old_day_and_the_new_one_of_a_plan_that_was_moved_are_no_dispute() -> None:
    assert (
        conflicts(
            "President Ilona Varga will open the Gressow dairy on March 9.",
            "Ilona Varga has put off the opening of the Gressow dairy from March 9 until March 20.",
            "Ilona Varga will open the Gressow dairy on March 20.",
            days_apart=0,
        )
        == []
    )
