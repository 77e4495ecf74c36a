from dateline.stories.printed import Printed


def test_who_printed_it_first_is_told_and_once() -> None:
    printed = Printed()
    printed.note((1, 2), 7)
    printed.note((2, 3), 8)
    assert printed.by((2, 1, 9)) == [7]
    assert printed.by((3, 1)) == [8, 7]


def test_what_was_dropped_is_printed_by_nobody_what_another_printed_is_left() -> None:
    printed = Printed()
    printed.note((1, 2), 7)
    printed.note((3,), 8)
    printed.drop((1, 2, 3), 7)
    assert printed.by((1, 2, 3)) == [8]


def test_only_the_latest_is_kept_and_who_has_none_of_it_is_told() -> None:
    printed = Printed(2)
    told = [printed.note((2 * number, 2 * number + 1), story) for number, story in enumerate((7, 8, 8, 9))]
    assert told == [set(), {7}, set(), {8}]
    assert printed.by(range(8)) == [9]
