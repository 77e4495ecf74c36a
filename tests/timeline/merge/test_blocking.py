from dateline.timeline.merge.blocking import Window


def test_those_that_share_the_most_come_first() -> None:
    window = Window(2)
    window.add(0, [("ferry", 1.0)])
    window.add(1, [("ferry", 1.0), ("skarn", 0.5)])
    window.add(2, [("train", 1.0)])
    window.add(3, [("skarn", 0.5)])
    assert window.alike([("ferry", 1.0), ("skarn", 0.5)]) == [1, 0]


def test_nobody_is_alike_without_a_common_mark() -> None:
    window = Window(5)
    assert window.alike_then_add(0, [("ferry", 1.0)]) == []
    assert window.alike_then_add(1, [("train", 1.0)]) == []
    assert window.alike([("ferry", 1.0)]) == [0]


def test_a_mark_that_everybody_bears_finds_only_the_latest() -> None:
    window = Window(10_000)
    for number in range(1_000):
        window.add(number, [("ferry", 1.0)])
    found = window.alike([("ferry", 1.0)])
    assert len(found) < 100
    assert min(found) > 900
