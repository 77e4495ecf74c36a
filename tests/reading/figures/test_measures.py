import pytest

from dateline.languages import named
from dateline.reading.figures.finding import figures
from dateline.reading.figures.measures import measures, with_before

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("passage", "counts", "value", "unit"),
    [
        ("Norden Steel raised its offer to $4.2 billion on Monday.", "offer", 4_200_000_000, "USD"),
        ("Unemployment rose to 7.5 percent in March.", "unemployment", 7.5, "percent"),
        ("Oil was leaking at a rate of 5,000 barrels a day.", "leak", 5000, "barrels a day"),
    ],
)
def test_a_measure_has_what_it_is_of_its_value_and_its_unit(passage: str, counts: str, value: float, unit: str) -> None:
    (found,) = measures(ENGLISH, passage)
    assert (found.counts, found.value, found.unit) == (counts, value, unit)
    assert passage[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "passage",
    [
        "Shares fell 4.3 percent on Monday.",
        "The offer is larger than the $3 billion of last year.",
        "He walked 5 miles on Monday.",
        "Lindow has 7.5 percent of the vote on Monday.",
    ],
)
def test_what_is_a_difference_a_comparison_or_of_nothing_that_is_measured_is_left_out(passage: str) -> None:
    assert measures(ENGLISH, passage) == []


def test_what_it_was_before_makes_a_figure_one_that_changes() -> None:
    text = "The press centre had accredited 180 journalists, up from 100 on Monday."
    found = next(figure for figure in figures(ENGLISH, text) if figure.value == 180)
    assert not found.is_change
    assert with_before(ENGLISH, text, found).is_change
    alone = "The press centre had accredited 180 journalists."
    (plain,) = figures(ENGLISH, alone)
    assert not with_before(ENGLISH, alone, plain).is_change
