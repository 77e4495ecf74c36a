"""Where the points of a series stand in its chart."""

import pytest

from dateline.model import Point, Series, Timeline
from dateline.writers.page_parts.chart import BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH, chart


@pytest.fixture
def toll(timeline: Timeline) -> Series:
    passage = timeline.entries[0].evidence[0]
    figures = [("2023-10-11", 4, "at least four", "EQUAL_OR_MORE"), ("2023-10-12", 9, "nine", None)]
    return Series(
        "people killed",
        "people",
        (
            *(Point(as_of, value, words, passage, None, mod=mod) for as_of, value, words, mod in figures),
            Point("2023-10-16", 12, "12 to 17", passage, None, to=17),
        ),
    )


def test_days_run_from_edge_to_edge_in_proportion(toll: Series) -> None:
    first, second, last = (mark.x for mark in chart(toll).marks)
    assert (first, last) == (LEFT, WIDTH - RIGHT)
    assert second == pytest.approx(first + (last - first) / 5, abs=0.1)


def test_figures_are_measured_from_zero(toll: Series) -> None:
    drawn = chart(toll)
    assert drawn.figures[0] == (HEIGHT - BOTTOM, "0")
    assert [tick.label for tick in drawn.figures] == ["0", "5", "10", "15", "20"]
    base = HEIGHT - BOTTOM
    four, nine, _ = (base - mark.y for mark in drawn.marks)
    assert nine / four == pytest.approx(9 / 4, rel=0.01)


def test_a_range_reaches_from_its_lower_to_its_upper_end(toll: Series) -> None:
    four, _, last = chart(toll).marks
    assert four.top == four.y
    assert last.top < last.middle < last.y


def test_a_figure_that_leaves_room_for_another_is_marked(toll: Series) -> None:
    assert [mark.hedged for mark in chart(toll).marks] == [True, False, False]


def test_marks_say_what_the_articles_say(toll: Series) -> None:
    assert chart(toll).marks[0].label == "Wed 11 Oct 2023: at least four"


def test_large_figures_are_labelled_in_words(toll: Series) -> None:
    passage = toll.points[0].evidence
    cost = Series("cost", "USD", tuple(Point(f"2023-0{n}", n * 1_500_000_000, "", passage, None) for n in (1, 2, 3)))
    assert [tick.label for tick in chart(cost).figures] == [
        "0",
        "1 billion",
        "2 billion",
        "3 billion",
        "4 billion",
        "5 billion",
    ]


def test_figures_that_are_all_nothing_can_be_drawn(toll: Series) -> None:
    none = Series("people missing", "people", tuple(Point(p.as_of, 0, "none", p.evidence, None) for p in toll.points))
    assert {mark.y for mark in chart(none).marks} == {HEIGHT - BOTTOM}
