"""Figures that several reports bring up to date."""

import datetime as dt

import pytest

from dateline import Article, Series, timeline_of
from dateline.writers import write
from dateline.writers.json import read_timeline

MARCH_5 = dt.date(2021, 3, 5)  # a Friday


def story(*texts: str) -> list[Article]:
    """An article a text, each from an outlet of its own and a day after the one before."""
    return [
        Article(str(number), text, MARCH_5 + dt.timedelta(days=number), f"Outlet {number}")
        for number, text in enumerate(texts)
    ]


def series(*texts: str) -> list[Series]:
    return list(timeline_of(story(*texts)).series)


def values(one: Series) -> list[tuple[str, float]]:
    return [(point.as_of, point.value) for point in one.points]


def test_a_toll_that_rises_from_report_to_report() -> None:
    (toll,) = series(
        "At least twelve people were killed when the Skarn ferry sank off Lindow on March 3.",
        "The death toll of the sinking of the Skarn ferry off Lindow rose to 15 on Saturday, the coast guard said.",
        "The Skarn ferry that sank off Lindow on March 3 killed 21 people, the coast guard said.",
    )
    assert (toll.counts, toll.unit) == ("people killed", "people")
    assert values(toll) == [("2021-03-05", 12), ("2021-03-06", 15), ("2021-03-07", 21)]
    assert [point.mod for point in toll.points] == ["EQUAL_OR_MORE", None, None]
    assert toll.points[0].words == "At least twelve people"
    assert toll.points[1].evidence.said_by == "the coast guard"


def test_points_stand_in_their_passages_and_lead_to_their_entries() -> None:
    timeline = timeline_of(
        story(
            "Nine people were killed when the Skarn ferry sank off Lindow on March 3.",
            "The ferry that sank off Lindow on March 3 killed 15 people, the coast guard said.",
        )
    )
    (toll,) = timeline.series
    entries = {entry.id for entry in timeline.entries}
    for point in toll.points:
        assert point.words in point.evidence.exact
        assert point.entry in entries
    assert read_timeline(write(timeline, "json")).series == timeline.series


def test_what_it_was_before_is_a_point_of_its_own_day() -> None:
    (missing,) = series(
        "Skarn islanders counted their dead on Friday.",
        "Five people were still missing on Saturday, down from twelve on Thursday, the coast guard said.",
    )
    assert values(missing) == [("2021-03-04", 12), ("2021-03-06", 5)]


def test_a_count_that_grows() -> None:
    (journalists,) = series(
        "The Lindow press centre had accredited 100 journalists by Friday evening, its keeper said.",
        "The Lindow press centre had 180 journalists on its list on Saturday, up from 100 on Friday.",
        "The number of journalists at the Lindow press centre passed 200 on Sunday.",
    )
    assert journalists.counts == journalists.unit == "journalists"
    assert values(journalists) == [("2021-03-05", 100), ("2021-03-06", 180), ("2021-03-07", 200)]


def test_a_price_that_is_raised() -> None:
    (offer,) = series(
        "Norden Steel raised its offer for Lindow Mills to $42 a share on Friday.",
        "Norden Steel raised its offer for Lindow Mills to $47 a share on Saturday.",
    )
    assert (offer.counts, offer.unit) == ("offer", "USD a share")
    assert values(offer) == [("2021-03-05", 42), ("2021-03-06", 47)]


def test_a_number_in_words_counts_behind_any_mark() -> None:
    (toll,) = series(
        "The Skarn ferry that sank off Lindow on Wednesday killed many (nine people were killed).",
        "The sinking of the Skarn ferry off Lindow on Wednesday killed many (twelve people were killed).",
    )
    assert values(toll) == [("2021-03-05", 9), ("2021-03-06", 12)]


def test_a_price_that_is_many_times_as_much_is_of_something_else() -> None:
    (offer,) = series(
        "Norden Steel raised its offer for Skarn Mills to $20 a share on Friday.",
        "Norden Steel raised its offer for Skarn Mills to $900 a share on Saturday.",
        "Norden Steel raised its offer for Skarn Mills to $24 a share on Sunday.",
        "Norden Steel raised its offer for Skarn Mills to $31 a share on Monday.",
    )
    assert values(offer) == [("2021-03-05", 20), ("2021-03-07", 24), ("2021-03-08", 31)]


@pytest.mark.parametrize(
    "texts",
    [
        # one figure, told twice
        ("Nine people were killed in the Skarn blaze on March 3.", "The Skarn blaze of March 3 killed nine people."),
        # two events
        ("Nine people were killed in Lindow on Thursday.", "Twelve people were killed in Gressow on Friday."),
        # a part of them
        (
            "Nine people were killed in the Skarn blaze on March 3.",
            "Two more people were killed on Friday when a wall of the Skarn mill fell.",
        ),
        # background
        (
            "Nine people were killed in the Skarn blaze on March 3.",
            "The last blaze at the Skarn mill killed 40 people in March 1950.",
        ),
        # whose price it is
        (
            "Lindow Mills shares fell to $42 on Friday.",
            "Norden Steel shares rose to $47 on Saturday.",
        ),
        (
            "Lindow Mills shares fell to $42 on Friday after Norden Steel dropped its bid.",
            "Norden Steel shares rose to $47 on Saturday after it dropped its bid for Lindow Mills.",
        ),
        # a toll does not fall
        (
            "Twenty-one people were killed when the Skarn ferry sank off Lindow on March 3.",
            "The Skarn ferry that sank off Lindow on March 3 killed 15 people, the coast guard said.",
        ),
        # what may be
        (
            "Nine people were killed when the Skarn ferry sank off Lindow on March 3.",
            "The sinking of the Skarn ferry off Lindow on March 3 may have killed 15 people, the coast guard said.",
        ),
        # what is counted without a word that it changed
        ("Aar had three bridges on Friday.", "Aar had two bridges on Saturday."),
    ],
)
def test_figures_that_do_not_belong_together(texts: tuple[str, str]) -> None:
    assert series(*texts) == []


def test_a_copy_adds_no_point() -> None:
    first, second = story(
        "Nine people were killed when the Skarn ferry sank off Lindow on March 3.",
        "The death toll of the sinking of the Skarn ferry off Lindow rose to 15 on Saturday.",
    )
    copy = Article("copy", second.text, second.published, "Gressow Echo")
    assert [values(one) for one in timeline_of([first, second, copy]).series] == [
        values(one) for one in timeline_of([first, second]).series
    ]
