from collections.abc import Callable

import pytest

from dateline.reading.figures.dated import BACKGROUND_DAYS
from dateline.text.copies import Copies
from dateline.timeline.figures.candidates import candidates
from dateline.timeline.story import Story

Tell = Callable[..., Story]
NO_COPIES = Copies({})


def dated(story: Story, copies: Copies = NO_COPIES) -> list[tuple[float, str]]:
    """Each figure's value with the day for which it is given."""
    return [(found.figure.value, found.date.value) for found in candidates(story.passages, copies)]


def test_a_figure_goes_with_the_time_nearest_to_it(story: Tell) -> None:
    told = story((12, "Five people were missing on March 11, down from twelve people on March 9, police said."))
    assert dated(told) == [(5, "2021-03-11"), (12, "2021-03-09")]


def test_a_toll_that_does_not_change_is_no_series(story: Tell) -> None:
    told = story(*((day, "Nine people were killed when the ferry sank on March 3.") for day in (4, 5)))
    assert dated(told) == []


def test_a_toll_that_grows_is_one(story: Tell) -> None:
    told = story(
        *((4 + n, f"{count} people were killed when the ferry sank on March 3.") for n, count in enumerate((9, 11)))
    )
    assert [value for value, _ in dated(told)] == [9, 11]


def test_a_copy_adds_no_figure(story: Tell) -> None:
    told = story(
        (4, "9 people were killed when the ferry sank on March 3."),
        (5, "11 people were killed when the ferry sank on March 3."),
        (6, "11 people were killed when the ferry sank on March 3."),
    )
    assert len(dated(told)) == 3
    assert len(dated(told, Copies({"a2": "a1"}))) == 2


def test_a_toll_told_again_long_after_is_background(story: Tell) -> None:
    assert BACKGROUND_DAYS < 60
    told = story(
        (4, "9 people were killed when the ferry sank on January 2."),
        (30, "11 people were killed when the ferry sank on January 2."),
    )
    assert dated(told) == []


@pytest.mark.parametrize("date", ["March 3", "3 March", "March 3, 2021"])
def test_the_day_of_a_month_is_no_figure(story: Tell, date: str) -> None:
    told = story(
        (4, f"The ferry that sank on {date} killed people."), (5, f"The ferry that sank on {date} killed 9 people.")
    )
    assert 3 not in [value for value, _ in dated(told)]
