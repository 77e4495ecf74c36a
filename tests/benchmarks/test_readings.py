"""Counting what readers found wrong in lines."""

from readings import faults, table


def line(level: str, *found: str) -> dict[str, object]:
    """A line as a reader judged it."""
    return {"level": level, "faults": list(found)}


def test_a_place_a_level_and_a_doubt_are_counted_by_themselves() -> None:
    assert faults(line("key", "wrong level", "wrong date", "doubtful")) == ["wrong date"]


def test_what_is_counted_in_a_draw() -> None:
    lines = [line("key"), line("key", "wrong date", "hard alone"), line("normal", "wrong level"), line("normal")]
    assert list(table(lines, [{"is_wrong": True}, {"is_wrong": False}])) == [
        ("nothing wrong", "3 of 4, 75 %"),
        ("nothing wrong, key lines", "1 of 2, 50 %"),
        ("hard alone", "1 of 4, 25 %"),
        ("wrong date", "1 of 4, 25 %"),
        ("wrong level", "1 of 4, 25 %"),
        ("wrong merge, of merged lines", "1 of 2, 50 %"),
    ]
