"""Where sources disagree about one event, and where they only seem to."""

import datetime as dt

import pytest

from dateline import Article, Conflict, timeline_of
from dateline.timeline.figures import figures

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
    assert conflicts("Nine people were killed when the Skarn ferry sank on March 3.", other) == []


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


def test_one_departure_on_two_days() -> None:
    found = conflicts(
        "President Ilona Varga left Gressow by train on March 3, a railwayman said.",
        "President Ilona Varga left Gressow by train on March 4, a diplomat said.",
    )
    assert {conflict.kind for conflict in found} == {"date"}
    assert [claim.value for claim in found[0].claims] == ["2021-03-03", "2021-03-04"]
    assert found[0] == found[1]  # both entries show it


def test_what_may_happen_every_day_has_no_wrong_day() -> None:
    assert (
        conflicts(
            "Dockers marched through Gressow on March 3 against the new harbour law.",
            "Dockers marched through Gressow on March 4 against the new harbour law.",
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "value", "mod", "counts"),
    [
        ("at least 230 passengers", 230, "EQUAL_OR_MORE", "passenger"),
        ("about 1,200 houses", 1200, "APPROX", "hous"),
        ("Twelve people were missing", 12, None, "missing"),
        ("killing several and leaving around 202 injured", 202, "APPROX", "injured"),
        ("the number of people killed by the storm rose to nine on Thursday", 9, None, "killed"),
        ("more than 3 million people were displaced", 3_000_000, "MORE_THAN", "homeless"),
    ],
)
def test_figures(text: str, value: int, mod: str | None, counts: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.mod, figure.counts) == (value, mod, counts)
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize("text", ["three weeks later", "in 2019", "$34 million", "it took 12 hours"])
def test_measures_and_years_count_nothing(text: str) -> None:
    assert figures(text) == []
