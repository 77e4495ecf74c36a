from dateline.timeline.memory import Memory


def test_what_was_made_of_the_very_same_objects_is_not_made_again() -> None:
    memory, one = Memory(), ["a passage"]
    made = memory.get("a day", (one,), list[str])
    assert memory.get("a day", (one,), list[str]) is made
    assert memory.get("a day", (["a passage"],), list[str]) is not made
    assert memory.get("another day", (one,), list[str]) is not made


def test_what_was_made_of_fewer_objects_is_made_again() -> None:
    memory, one = Memory(), ["a passage"]
    made = memory.get("a day", (one,), list[str])
    assert memory.get("a day", (one, one), list[str]) is not made


def test_what_nobody_asks_for_is_let_go() -> None:
    memory = Memory()
    asked, left = memory.get("asked", (), list[str]), memory.get("left", (), list[str])
    memory.go_on()
    assert memory.find("asked", ()) is asked
    memory.go_on()
    assert memory.find("asked", ()) is asked
    assert memory.find("left", ()) is None
    assert memory.get("left", (), list[str]) is not left


def test_what_cannot_be_is_kept_as_well() -> None:
    memory = Memory()
    assert memory.keep("nothing", (), None) is None
    assert memory.get("nothing", (), lambda: "made again") is None
