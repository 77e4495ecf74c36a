"""What a passage counts and measures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import named
from dateline.reading.figures.finding import Figure, figures
from dateline.reading.figures.measures import measures

ENGLISH = named("en")


def only(found: list[Figure]) -> Figure:
    (figure,) = found
    return figure


@pytest.mark.parametrize(
    ("text", "value", "mod", "counts"),
    [
        ("at least 230 passengers", 230, "EQUAL_OR_MORE", "passenger"),
        ("about 1,200 houses", 1200, "APPROX", "hous"),
        ("Twelve people were missing", 12, None, "missing"),
        ("fifty-eight miners were killed", 58, None, "killed"),
        ("killing several and leaving around 202 injured", 202, "APPROX", "injured"),
        ("the number of people killed by the storm rose to nine on Thursday", 9, None, "killed"),
        ("the death toll more than doubled to 58", 58, None, "killed"),
        ("the number of accredited journalists passed 200", 200, "MORE_THAN", "journalist"),
        ("more than 3 million people were displaced", 3_000_000, "MORE_THAN", "homeless"),
        ("2.6 million people fled", 2_600_000, None, "people"),
    ],
)
def test_counts(text: str, value: int, mod: str | None, counts: str) -> None:
    figure = only(figures(ENGLISH, text))
    assert (figure.value, figure.mod, figure.counts) == (value, mod, counts)
    assert text[figure.start : figure.end] == figure.text


def test_each_figure_has_the_state_that_its_own_words_name() -> None:
    killed, injured, missing = figures(
        ENGLISH, "Nine people were killed and 40 wounded, and twelve people were missing."
    )
    assert [(f.value, f.counts) for f in (killed, injured, missing)] == [
        (9, "killed"),
        (40, "injured"),
        (12, "missing"),
    ]


@pytest.mark.parametrize("text", ["between 12 and 15 people were killed", "12 to 15 people were killed"])
def test_a_range_has_two_ends(text: str) -> None:
    figure = only(figures(ENGLISH, text))
    assert (figure.value, figure.to) == (12, 15)


@pytest.mark.parametrize(
    "text",
    [
        "two more people were killed",
        "another five people were killed",
        "twelve others were killed",
        "she was one of the 30 people killed",
    ],
)
def test_what_comes_on_top_or_is_a_part_is_so_marked(text: str) -> None:
    assert all(figure.is_part for figure in figures(ENGLISH, text))


def test_children_killed_are_not_all_who_were_killed() -> None:
    people, children = (
        only(figures(ENGLISH, "nine people were killed")),
        only(figures(ENGLISH, "three children were killed")),
    )
    assert people.same_count(children)
    assert not people.same_thing(children)


@pytest.mark.parametrize(
    "text", ["three weeks later", "in 2019", "$34 million", "it took 12 hours", "at 100 this morning"]
)
def test_measures_and_years_count_nothing(text: str) -> None:
    assert figures(ENGLISH, text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("Norden Steel raised its offer to $82 a share", 82, "USD a share", "offer"),
        ("a €30m fine", 30_000_000, "EUR", "fine"),
        ("the bill rose to £4.2bn", 4_200_000_000, "GBP", "cost"),
        ("the government pledged 40 million euros", 40_000_000, "EUR", "aid"),
        ("unemployment rose to 7.5 percent", 7.5, "percent", "unemployment"),
        ("oil leaked at 5,000 barrels (210,000 gallons) a day", 5_000, "barrels a day", "leak"),
        ("oil is gushing out at 5,000 barrels of crude oil per day", 5_000, "barrels a day", "leak"),
        ("the tube captured 2,200 barrels of what leaks", 2_200, "barrels", "collected"),
        ("the likely cost is $3 billion", 3_000_000_000, "USD", "estimated cost"),
    ],
)
def test_measures(text: str, value: float, unit: str, kind: str) -> None:
    figure = next(figure for figure in measures(ENGLISH, text) if figure.value == value)
    assert (figure.unit, figure.counts) == (unit, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Norden shares fell 4.3 percent",  # by how much, not what is so
        "the cost rose by $2 billion",
        "a worst-case leak of 162,000 barrels a day",
        "a spill larger than the 258,000 barrels leaked in 1989",
        "he walked in with $5 in his hand",
    ],
)
def test_what_is_no_measure_of_a_thing(text: str) -> None:
    assert measures(ENGLISH, text) == []


@given(st.text(alphabet=st.sampled_from("0123456789,.$€ abdeiklnoprst-—\n"), max_size=200))
def test_figures_stand_where_they_say_in_any_text(text: str) -> None:
    for figure in (*figures(ENGLISH, text), *measures(ENGLISH, text)):
        assert text[figure.start : figure.end] == figure.text
        assert figure.value >= 0
