"""An act of an article of 24 April 2019, a Wednesday → its day, by what stands beside it."""

from collections.abc import Callable

import pytest

from dateline.coding.reading import Telling

Told = Callable[[str], list[Telling]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # What the past tells right behind a day shortly before the report is of that day;
        ("Kenyan police closed a radio station on Monday. Officers arrested two Danish reporters.", "2019-04-22"),
        # not what is told by the perfect, nor behind a day to come,
        ("Kenyan police will close a radio station. Officers have arrested two Danish reporters.", "2019-04-24"),
        # which far from the opening tells only that it was,
        ("It rains. Cows graze. Kenyan police have arrested two Danish reporters.", None),
        ("It rains. Cows graze. Kenyan police arrested two Danish reporters.", "2019-04-24"),
        ("The trial begins on Friday. Kenyan police arrested two Danish reporters.", "2019-04-24"),
        # and it has none where several such days are told.
        ("It opened on Monday and closed on Tuesday. Kenyan police arrested two Danish reporters.", None),
        # Beside another day of its own sentence the day of the report is not told, nor far down where nothing is news.
        ("In a pact that they signed on Monday Kenya vowed peace, and police arrested two Danish reporters.", None),
        ("It rains. Cows graze. Boats wait. Bells ring. Kenyan police arrested two Danish reporters.", None),
        (
            "It rains today. Cows graze. Boats wait. Bells ring. Kenyan police arrested two Danish reporters.",
            "2019-04-24",
        ),
        # What is to be done later is not the day on which it is asked for.
        ("The president of Kenya has agreed to host talks with Sudan later this month.", "2019-04-24"),
        # A day behind the last of several verbs is that of all of them.
        ("Kenyan police arrested two Danish reporters and closed their radio station on Monday.", "2019-04-22"),
        # The perfect gives no day long past, nor does what somebody is accused of.
        ("Kenyan police have arrested a Danish reporter over his speech in 2009.", None),
        # A year that tells which one is meant dates nothing.
        ("Kenyan police arrested the 2012 winner Anna Holt.", "2019-04-24"),
        # What was done in the past has no day, however it is part of the sentence.
        ("In the past, Kenyan governments calmed Sudan by offering it concessions.", None),
    ],
)
def test_the_day_of_what_gives_none(told: Told, text: str, value: str | None) -> None:
    act = next(
        act for act in told(text) if act.type in ("COERCE", "AGREE") and "Friday" not in act.sentence.of(text)[:20]
    )
    assert (act.date and act.date.value) == value
