"""Which lines go first, so that no program takes a column of text for one of numbers."""

from collections.abc import Sequence

import pytest

from dateline.writers.event_rows.guessing import line_of, write_lines


def written(rows: Sequence[tuple[str, ...]]) -> list[str]:
    pieces: list[bytes] = []
    write_lines(((row, line_of(row)) for row in rows), pieces.append)
    return b"".join(pieces).decode().splitlines()


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        # Nothing but text, or nothing but numbers: as they come.
        (["a", "b", "c"], [0, 1, 2]),
        (["1", "2", "3"], [0, 1, 2]),
        # A text among numbers, or a week among days, goes first; further ones stay.
        (["731", "365", "731; 365", "2", "2; 20"], [2, 0, 1, 3, 4]),
        (["2019-04-25", "", "2019-W16"], [2, 0, 1]),
        # A text that comes first tells by itself.
        (["731; 365", "731", "365; 2"], [0, 1, 2]),
    ],
)
def test_a_text_behind_numbers_goes_first(rows: list[str], order: list[int]) -> None:
    lines = [(cell, str(number)) for number, cell in enumerate(rows)]
    assert [int(line.split("\t")[1]) for line in written(lines)] == order


def test_a_line_for_each_column_that_asks_for_one() -> None:
    rows = [("1", "2019-04-25"), ("2", "2019-04-26"), ("3", "2019-W17"), ("4", "2019-04-28"), ("5; 6", "2019-04-29")]
    assert [line[0] for line in written(rows)] == ["3", "5", "1", "2", "4"]
