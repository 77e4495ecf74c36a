import pytest

from dateline.readers.lines import LineCounter


@pytest.mark.parametrize(("end", "width"), [("\n", 1), ("\r\n", 2), ("\r", 1)])
def test_lines_count_from_one_whatever_ends_them(end: str, width: int) -> None:
    line_of = LineCounter(end.join(["one", "two", "", "four"]))
    assert [line_of(position) for position in (0, 2, 3 + width, 6 + 2 * width, 6 + 3 * width)] == [1, 1, 2, 3, 4]


def test_positions_may_fall_again() -> None:
    line_of = LineCounter("one\ntwo\nthree")
    assert [line_of(position) for position in (9, 0, 5)] == [3, 1, 2]
